internal import Geodesy
package import Geography

/// The course of a road, or of a piece of one.
package struct RoadCourse: Hashable, Sendable {
  /// The road's id in the gazetteer.
  package let roadID: String
  /// The positions in order, WGS 84.
  package let line: [Coordinate]

  init(roadID: String, line: [Coordinate]) {
    self.roadID = roadID
    self.line = line
  }

  /// Along the road, km.
  package var lengthKm: Double { Geodesic.wgs84.lengthKm(of: line) }

  /// The position half way along the road; nil for a course without positions.
  package var middle: Coordinate? { Geodesic.wgs84.position(along: line, atKm: lengthKm / 2) }
}
