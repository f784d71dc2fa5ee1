internal import CGEOS
internal import Geography

/// Makes GEOS geometries from values.
///
/// The constructors of GEOS own their arguments from the call on, also when they fail: nothing handed over may be
/// freed here. What was made but not yet handed over is kept in ``Parts``, which frees it when a later part fails.
struct GeometryBuilder {
  let handle: GEOSHandle

  /// Makes a geometry that the caller owns.
  func make(_ geometry: Geometry) throws(TopologyError) -> OpaquePointer {
    switch geometry {
    case .point(let position):
      try check([position])
      return try made(
        GEOSGeom_createPointFromXY_r(handle.pointer, position.longitude, position.latitude), "point")
    case .multiPoint(let positions):
      return try collection(GEOS_MULTIPOINT, positions, "multipoint") { position throws(TopologyError) in
        try make(.point(position))
      }
    case .lineString(let positions):
      return try made(GEOSGeom_createLineString_r(handle.pointer, try sequence(positions)), "line")
    case .multiLineString(let lines):
      return try collection(GEOS_MULTILINESTRING, lines, "multiline") { line throws(TopologyError) in
        try make(.lineString(line))
      }
    case .polygon(let polygon):
      return try make(polygon)
    case .multiPolygon(let polygons):
      return try collection(GEOS_MULTIPOLYGON, polygons, "multipolygon") { polygon throws(TopologyError) in
        try make(polygon)
      }
    case .collection(let geometries):
      return try collection(GEOS_GEOMETRYCOLLECTION, geometries, "collection") { part throws(TopologyError) in
        try make(part)
      }
    }
  }

  private func make(_ polygon: Polygon) throws(TopologyError) -> OpaquePointer {
    var rings = Parts(handle: handle)
    for ring in polygon.holes { rings.append(try make(ring)) }
    let exterior = try make(polygon.exterior)
    var holes = rings.handOver()
    return try made(
      GEOSGeom_createPolygon_r(handle.pointer, exterior, &holes, UInt32(holes.count)), "polygon")
  }

  private func make(_ ring: LinearRing) throws(TopologyError) -> OpaquePointer {
    try made(GEOSGeom_createLinearRing_r(handle.pointer, try sequence(ring.coordinates)), "ring")
  }

  private func collection<Part>(
    _ type: GEOSGeomTypes, _ values: [Part], _ name: String, make: (Part) throws(TopologyError) -> OpaquePointer
  ) throws(TopologyError) -> OpaquePointer {
    var parts = Parts(handle: handle)
    for value in values { parts.append(try make(value)) }
    var pointers = parts.handOver()
    return try made(
      GEOSGeom_createCollection_r(handle.pointer, Int32(type.rawValue), &pointers, UInt32(pointers.count)), name)
  }

  private func sequence(_ positions: [Coordinate]) throws(TopologyError) -> OpaquePointer {
    try check(positions)
    var numbers: [Double] = []
    numbers.reserveCapacity(positions.count * 2)
    for position in positions {
      numbers.append(position.longitude)
      numbers.append(position.latitude)
    }
    return try made(
      GEOSCoordSeq_copyFromBuffer_r(handle.pointer, numbers, UInt32(positions.count), 0, 0), "sequence of positions")
  }

  // GEOS may loop or give nonsense for numbers that are not finite: they never get there.
  private func check(_ positions: [Coordinate]) throws(TopologyError) {
    if let bad = positions.first(where: { !$0.isValid }) {
      throw .positionOutOfRange(longitude: bad.longitude, latitude: bad.latitude)
    }
  }

  private func made(_ pointer: OpaquePointer?, _ type: String) throws(TopologyError) -> OpaquePointer {
    guard let pointer else { throw .refused(type: type, reason: handle.takeMessage()) }
    return pointer
  }

  /// Geometries that wait to become part of a larger one.
  private struct Parts: ~Copyable {
    let handle: GEOSHandle
    private var pointers: [OpaquePointer?] = []

    init(handle: GEOSHandle) {
      self.handle = handle
    }

    deinit {
      for pointer in pointers { GEOSGeom_destroy_r(handle.pointer, pointer) }
    }

    mutating func append(_ pointer: OpaquePointer) {
      pointers.append(pointer)
    }

    /// Gives the parts away; from now on somebody else frees them.
    mutating func handOver() -> [OpaquePointer?] {
      defer { pointers = [] }
      return pointers
    }
  }
}
