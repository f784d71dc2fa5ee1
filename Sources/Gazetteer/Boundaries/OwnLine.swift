package import Geography

/// A ring or line of our own that areas are cut along (`GeoJSON/Regions/lines.geojson`).
package struct OwnLine: Hashable, Sendable {
  /// The id by which formulas name it.
  package var id: String
  /// A polygon for a ring, a line for a river.
  package var geometry: Geometry
  /// Positions far outside the country that close a line to a ring around all that lies on its left; empty when it has no
  /// sides.
  package var leftSide: [Coordinate]
  /// The line of the file on which it stands, from 1.
  package var line: Int

  /// Reads all of them.
  /// - Throws: ``BoundaryFaults``: whatever is no GeoJSON, has no `id` or an id met before, is neither polygon nor line, or
  ///   has a `left` that is no list of positions.
  package static func lines(in file: BoundaryFile) throws(BoundaryFaults) -> [OwnLine] {
    var reader = GeoJSONReader(file.bytes)
    var lines: [OwnLine] = []
    var faults: [BoundaryFault] = []
    while true {
      let feature: Feature
      do throws(GeographyError) {
        guard let next = try reader.next() else { break }
        feature = next
      } catch {
        faults.append(BoundaryFault(file: file.name, line: error.line, message: "\(error)"))
        continue
      }
      func fault(_ message: String) {
        faults.append(
          BoundaryFault(
            file: file.name, line: reader.line, feature: reader.featureCount, id: feature["id"]?.string,
            message: message))
      }
      guard let id = feature["id"]?.string else {
        fault("expected a property \"id\", found none")
        continue
      }
      if let before = lines.first(where: { $0.id == id }) { fault("this id stands on line \(before.line) already") }
      var left: [Coordinate] = []
      for corner in feature["left"]?.array ?? [] {
        let numbers = (corner.array ?? []).compactMap(\.double)
        let position = Coordinate(longitude: numbers.first ?? .nan, latitude: numbers.last ?? .nan)
        if numbers.count == 2, position.isValid {
          left.append(position)
        } else {
          fault("expected positions in \"left\", longitude first")
        }
      }
      switch feature.geometry {
      case .polygon, .multiPolygon, .lineString:
        lines.append(
          OwnLine(id: id, geometry: feature.geometry ?? .multiPolygon([]), leftSide: left, line: reader.line))
      default: fault("expected a polygon or a line")
      }
    }
    guard faults.isEmpty else { throw BoundaryFaults(faults) }
    return lines
  }
}
