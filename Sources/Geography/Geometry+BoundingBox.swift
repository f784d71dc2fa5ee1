extension Geometry {
  /// The smallest box around all positions, degrees, WGS 84; nil for an empty geometry.
  package var boundingBox: BoundingBox? {
    switch self {
    case .point(let position): BoundingBox(around: [position])
    case .multiPoint(let positions), .lineString(let positions): BoundingBox(around: positions)
    case .multiLineString(let lines): BoundingBox(around: lines.joined())
    case .polygon(let polygon): BoundingBox(around: polygon.exterior.coordinates)
    case .multiPolygon(let polygons): BoundingBox(around: polygons.lazy.map(\.exterior.coordinates).joined())
    case .collection(let geometries):
      BoundingBox(around: geometries.lazy.compactMap(\.boundingBox).map { [$0.southWest, $0.northEast] }.joined())
    }
  }
}

extension BoundingBox {
  /// The corner with the smallest longitude and latitude.
  package var southWest: Coordinate { Coordinate(longitude: west, latitude: south) }

  /// The corner with the largest longitude and latitude.
  package var northEast: Coordinate { Coordinate(longitude: east, latitude: north) }
}
