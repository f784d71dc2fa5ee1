internal import CGEOS
package import Geography

// From the memory of GEOS back to values.
extension GEOSGeometry {
  /// The geometry as a value: exteriors counter-clockwise, holes clockwise, as RFC 7946 wants them. Nothing comes back as a
  /// multipoint, line, multiline, multipolygon or collection without parts, by its type.
  /// - Throws: ``TopologyError/failed(operation:reason:)``.
  /// - Complexity: O(*n*) for *n* positions.
  package borrowing func geometry() throws(TopologyError) -> Geometry {
    try GeometryReader(handle: handle).read(pointer)
  }

  /// The position of a point; nil when it is empty or no point.
  borrowing func position() throws(TopologyError) -> Coordinate? {
    guard case .point(let position) = try geometry() else { return nil }
    return position
  }
}

/// Reads geometries that somebody else owns; nothing is freed here.
private struct GeometryReader {
  let handle: GEOSHandle

  func read(_ pointer: OpaquePointer) throws(TopologyError) -> Geometry {
    let type = GEOSGeomTypeId_r(handle.pointer, pointer)
    switch type {
    case Int32(GEOS_POINT.rawValue):
      return try positions(pointer).first.map(Geometry.point) ?? .multiPoint([])
    case Int32(GEOS_LINESTRING.rawValue), Int32(GEOS_LINEARRING.rawValue):
      return .lineString(try positions(pointer))
    case Int32(GEOS_POLYGON.rawValue):
      return try polygon(pointer).map(Geometry.polygon) ?? .multiPolygon([])
    case Int32(GEOS_MULTIPOINT.rawValue):
      return .multiPoint(try parts(pointer) { part throws(TopologyError) in try positions(part) }.flatMap(\.self))
    case Int32(GEOS_MULTILINESTRING.rawValue):
      return .multiLineString(try parts(pointer) { part throws(TopologyError) in try positions(part) })
    case Int32(GEOS_MULTIPOLYGON.rawValue):
      let polygons = try parts(pointer) { part throws(TopologyError) in try polygon(part) }
      return .multiPolygon(polygons.compactMap(\.self))
    case Int32(GEOS_GEOMETRYCOLLECTION.rawValue):
      return .collection(try parts(pointer) { part throws(TopologyError) in try read(part) })
    default:
      throw failed("a type of number \(type) is not known")
    }
  }

  private func parts<Part>(
    _ pointer: OpaquePointer, _ read: (OpaquePointer) throws(TopologyError) -> Part
  ) throws(TopologyError) -> [Part] {
    let count = GEOSGetNumGeometries_r(handle.pointer, pointer)
    guard count >= 0 else { throw failed() }
    var parts: [Part] = []
    for index in 0..<count {
      guard let part = GEOSGetGeometryN_r(handle.pointer, pointer, index) else { throw failed() }
      parts.append(try read(part))
    }
    return parts
  }

  private func polygon(_ pointer: OpaquePointer) throws(TopologyError) -> Polygon? {
    guard try !handle.answer(GEOSisEmpty_r(handle.pointer, pointer), "the reading of a polygon") else { return nil }
    guard let exterior = GEOSGetExteriorRing_r(handle.pointer, pointer) else { throw failed() }
    let count = GEOSGetNumInteriorRings_r(handle.pointer, pointer)
    guard count >= 0 else { throw failed() }
    var holes: [LinearRing] = []
    for index in 0..<count {
      guard let hole = GEOSGetInteriorRingN_r(handle.pointer, pointer, index) else { throw failed() }
      holes.append(try ring(hole, counterClockwise: false))
    }
    return Polygon(exterior: try ring(exterior, counterClockwise: true), holes: holes)
  }

  private func ring(_ pointer: OpaquePointer, counterClockwise: Bool) throws(TopologyError) -> LinearRing {
    let positions = try positions(pointer)
    do throws(GeometryFault) {
      return try LinearRing(positions).wound(counterClockwise: counterClockwise)
    } catch {
      throw failed(error.description)
    }
  }

  private func positions(_ pointer: OpaquePointer) throws(TopologyError) -> [Coordinate] {
    var count: UInt32 = 0
    guard let sequence = GEOSGeom_getCoordSeq_r(handle.pointer, pointer),
      GEOSCoordSeq_getSize_r(handle.pointer, sequence, &count) == 1
    else { throw failed() }
    guard count > 0 else { return [] }
    var numbers = [Double](repeating: 0, count: Int(count) * 2)
    guard GEOSCoordSeq_copyToBuffer_r(handle.pointer, sequence, &numbers, 0, 0) == 1 else { throw failed() }
    return (0..<Int(count)).map { Coordinate(longitude: numbers[2 * $0], latitude: numbers[2 * $0 + 1]) }
  }

  private func failed(_ reason: String? = nil) -> TopologyError {
    .failed(operation: "the reading of a geometry", reason: reason ?? handle.takeMessage())
  }
}
