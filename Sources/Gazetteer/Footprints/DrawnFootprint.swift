internal import Geodesy
package import Geography
internal import Topology

/// A footprint as ground.
package struct DrawnFootprint: Hashable, Sendable {
  /// A polygon or multipolygon, valid by GEOS, WGS 84; a point for a circle of radius 0.
  package let ground: Geometry
  /// The representative point, in or on the edge of the ground, WGS 84.
  package let point: Coordinate
  /// How far the ground's farthest border lies from ``point``, km.
  package let reachKm: Double

  /// Takes a ground whose representative point is known.
  init(_ ground: Geometry, around point: Coordinate) {
    self.ground = ground
    self.point = point
    let border = ground.polygons.lazy.flatMap(\.exterior.coordinates)
    reachKm = Geodesic.wgs84.greatestDistanceKm(from: point, to: border)
  }

  /// Takes a ground and finds its point: the preferred one when it lies inside, else a computed one.
  ///
  /// Nil of nothing.
  /// - Throws: ``Topology/TopologyError`` for an invalid ground.
  init?(_ ground: Geometry, preferring preferred: Coordinate?) throws(TopologyError) {
    let context = try GEOSContext()
    if let preferred, try context.covers(ground, .point(preferred)) {
      self.init(ground, around: preferred)
    } else if let point = try context.representativePoint(of: ground) {
      self.init(ground, around: point)
    } else {
      return nil
    }
  }
}
