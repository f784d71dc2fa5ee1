package import Geography

// Overlays of values. Whoever does several in a row on large polygons keeps ``GEOSGeometry`` values instead, which saves
// the conversions and the checks.
extension GEOSContext {
  /// What lies in any of the geometries; of none, nothing.
  ///
  /// Edges vanish between neighbours whose positions are equal; neighbours with other positions leave slivers.
  /// - Throws: ``TopologyError/failed(operation:reason:)`` for an invalid geometry, naming what is wrong and where.
  /// - Complexity: O(*n* log *n*) for *n* positions.
  package func union(of geometries: [Geometry]) throws(TopologyError) -> Geometry {
    for geometry in geometries { try check(geometry, "the union") }
    return try GEOSGeometry(.collection(geometries), in: self).unionOfParts().geometry()
  }

  /// What lies in both. Areas that only touch give lines and points: take ``Geography/Geometry/ground`` for areas alone.
  /// - Throws: ``TopologyError/failed(operation:reason:)`` for an invalid geometry or a mixed collection.
  package func intersection(_ a: Geometry, _ b: Geometry) throws(TopologyError) -> Geometry {
    let (a, b) = try (checked(a, "the intersection"), checked(b, "the intersection"))
    return try a.geometry.intersection(b.geometry).geometry()
  }

  /// What lies in the first and not in the second.
  /// - Throws: ``TopologyError/failed(operation:reason:)`` for an invalid geometry or a mixed collection.
  package func difference(_ a: Geometry, _ b: Geometry) throws(TopologyError) -> Geometry {
    let (a, b) = try (checked(a, "the difference"), checked(b, "the difference"))
    return try a.geometry.difference(b.geometry).geometry()
  }

  /// Everything within a distance in the plane of degrees.
  /// - Parameters:
  ///   - degrees: the distance in degrees of longitude and latitude alike, so no circle on the ground; negative values shrink.
  ///   - quadrantSegments: edges to a quarter circle.
  /// - Throws: ``TopologyError/failed(operation:reason:)``.
  package func buffer(
    _ geometry: Geometry, degrees: Double, quadrantSegments: Int = 16
  ) throws(TopologyError) -> Geometry {
    try checked(geometry, "the buffer").geometry.buffer(degrees: degrees, quadrantSegments: quadrantSegments)
      .geometry()
  }

  /// The area without a rim, so that it touches nothing that the whole only touches; corners stay sharp.
  /// - Parameter degrees: the width of the rim, degrees.
  /// - Throws: ``TopologyError/failed(operation:reason:)`` for an invalid geometry.
  package func inset(_ geometry: Geometry, degrees: Double) throws(TopologyError) -> Geometry {
    try checked(geometry, "the inset").geometry.inset(degrees: degrees).geometry()
  }

  /// A position inside: the centroid when it lies inside, else one well away from the edges; nil of nothing.
  /// - Throws: ``TopologyError/failed(operation:reason:)`` for an invalid geometry.
  package func representativePoint(of geometry: Geometry) throws(TopologyError) -> Coordinate? {
    try checked(geometry, "the search for an inner point").geometry.representativePoint()
  }

  /// A valid geometry of the same ground; a valid one comes back as it is, apart from winding.
  /// - Throws: ``TopologyError`` for positions out of range or rings that GEOS cannot hold.
  package func repaired(_ geometry: Geometry) throws(TopologyError) -> Geometry {
    try GEOSGeometry(geometry, in: self).repaired().geometry()
  }

  /// The same geometry with all positions on a grid, valid after that; what is narrower than a cell may vanish.
  /// - Parameter degrees: the side of a cell, degrees.
  /// - Throws: ``TopologyError/failed(operation:reason:)``.
  package func snapped(_ geometry: Geometry, toGridOf degrees: Double) throws(TopologyError) -> Geometry {
    try checked(geometry, "the snapping").geometry.snapped(toGridOf: degrees).geometry()
  }

  /// The area in the plane, square degrees; good for shares of one another, not for km².
  /// - Throws: ``TopologyError/failed(operation:reason:)`` for an invalid geometry.
  package func area(of geometry: Geometry) throws(TopologyError) -> Double {
    try checked(geometry, "the area").geometry.area()
  }

  /// True when all of the second lies in the first; edges may coincide.
  /// - Throws: ``TopologyError/failed(operation:reason:)`` for an invalid geometry or a mixed collection.
  package func covers(_ a: Geometry, _ b: Geometry) throws(TopologyError) -> Bool {
    let (a, b) = try (checked(a, "the comparison"), checked(b, "the comparison"))
    return try a.geometry.covers(b.geometry)
  }

  private func check(_ geometry: Geometry, _ operation: String) throws(TopologyError) {
    _ = try checked(geometry, operation)
  }

  private func checked(_ geometry: Geometry, _ operation: String) throws(TopologyError) -> Checked {
    let made = try GEOSGeometry(geometry, in: self)
    if let fault = try made.validityFault() { throw .failed(operation: operation, reason: fault) }
    return Checked(made)
  }

  /// Holds a geometry that cannot be copied where a tuple needs it.
  private final class Checked {
    let geometry: GEOSGeometry

    init(_ geometry: consuming GEOSGeometry) {
      self.geometry = geometry
    }
  }
}

extension Geometry {
  /// The areas of a geometry without its points and lines: a polygon, or a multipolygon of none or several.
  package var ground: Geometry {
    let polygons = self.polygons
    return polygons.count == 1 ? .polygon(polygons[0]) : .multiPolygon(polygons)
  }

  /// All polygons, in order.
  package var polygons: [Polygon] {
    switch self {
    case .polygon(let polygon): [polygon]
    case .multiPolygon(let polygons): polygons
    case .collection(let parts): parts.flatMap(\.polygons)
    case .point, .multiPoint, .lineString, .multiLineString: []
    }
  }
}
