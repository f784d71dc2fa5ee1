internal import CGEOS
package import Geography

// Overlays lie in the plane of longitude and latitude: an edge is straight there, not a shortest line on the Earth. Over
// the length of a generalised border's edge (some km) the two differ by centimetres.
//
// None of these checks validity: on rings that cross GEOS may fail or answer nonsense. The operations of ``GEOSContext``
// check what they are given.
extension GEOSGeometry {
  /// What lies in either.
  /// - Throws: ``TopologyError/failed(operation:reason:)``.
  package borrowing func union(_ other: borrowing GEOSGeometry) throws(TopologyError) -> GEOSGeometry {
    try made(GEOSUnion_r(handle.pointer, pointer, other.pointer), "the union")
  }

  /// The union of all parts of a collection; shared edges go, if their positions are equal.
  /// - Throws: ``TopologyError/failed(operation:reason:)``.
  package borrowing func unionOfParts() throws(TopologyError) -> GEOSGeometry {
    try made(GEOSUnaryUnion_r(handle.pointer, pointer), "the union")
  }

  /// What lies in both. Areas that only touch give lines and points.
  /// - Throws: ``TopologyError/failed(operation:reason:)``.
  package borrowing func intersection(_ other: borrowing GEOSGeometry) throws(TopologyError) -> GEOSGeometry {
    try made(GEOSIntersection_r(handle.pointer, pointer, other.pointer), "the intersection")
  }

  /// What lies in this one and not in the other.
  /// - Throws: ``TopologyError/failed(operation:reason:)``.
  package borrowing func difference(_ other: borrowing GEOSGeometry) throws(TopologyError) -> GEOSGeometry {
    try made(GEOSDifference_r(handle.pointer, pointer, other.pointer), "the difference")
  }

  /// Everything within a distance in the plane.
  /// - Parameters:
  ///   - degrees: the distance in degrees, the same number of longitude and latitude: at 35° north the shape is narrower on
  ///     the ground from west to east by 18 %. Negative values shrink. For km on the ground take `Geodesic`.
  ///   - quadrantSegments: edges to a quarter circle, 1 or more.
  /// - Throws: ``TopologyError/failed(operation:reason:)``.
  package borrowing func buffer(degrees: Double, quadrantSegments: Int = 16) throws(TopologyError) -> GEOSGeometry {
    guard degrees.isFinite else {
      throw .failed(operation: "the buffer", reason: "expected a finite distance in degrees, found \(degrees)")
    }
    let segments = Int32(clamping: max(1, quadrantSegments))
    return try made(GEOSBuffer_r(handle.pointer, pointer, degrees, segments), "the buffer")
  }

  /// The area without a rim, so that it touches nothing that the whole only touches.
  ///
  /// What an overlay computes lies beside the edges it was cut from by the rounding of the last digit: such a part of a
  /// unit would seem to reach into the neighbour. Corners stay sharp, so no positions are added.
  /// - Parameter degrees: the width of the rim, 0 or more.
  /// - Throws: ``TopologyError/failed(operation:reason:)``.
  package borrowing func inset(degrees: Double) throws(TopologyError) -> GEOSGeometry {
    guard degrees.isFinite, degrees >= 0 else {
      throw .failed(operation: "the inset", reason: "expected a width of 0 degrees or more, found \(degrees)")
    }
    return try made(
      GEOSBufferWithStyle_r(
        handle.pointer, pointer, -degrees, 1, Int32(GEOSBUF_CAP_FLAT.rawValue), Int32(GEOSBUF_JOIN_MITRE.rawValue), 5),
      "the inset")
  }

  /// A valid geometry of the same ground: crossing rings are taken apart, overlapping parts united; a valid one stays.
  /// - Throws: ``TopologyError/failed(operation:reason:)``.
  package borrowing func repaired() throws(TopologyError) -> GEOSGeometry {
    guard let parameters = GEOSMakeValidParams_create_r(handle.pointer) else { throw .noContext }
    defer { GEOSMakeValidParams_destroy_r(handle.pointer, parameters) }
    // The other method gives the exclusive-or of overlapping parts: a strip that crosses itself would get holes.
    _ = GEOSMakeValidParams_setMethod_r(handle.pointer, parameters, GEOS_MAKE_VALID_STRUCTURE)
    return try made(GEOSMakeValidWithParams_r(handle.pointer, pointer, parameters), "the repair")
  }

  /// The same geometry with all positions on a grid, valid after that; what is narrower than a cell may vanish.
  /// - Parameter degrees: the side of a cell, above 0.
  /// - Throws: ``TopologyError/failed(operation:reason:)``.
  package borrowing func snapped(toGridOf degrees: Double) throws(TopologyError) -> GEOSGeometry {
    guard degrees.isFinite, degrees > 0 else {
      throw .failed(operation: "the snapping", reason: "expected a cell above 0 degrees, found \(degrees)")
    }
    return try made(GEOSGeom_setPrecision_r(handle.pointer, pointer, degrees, 0), "the snapping")
  }

  /// A position inside: the centroid when it lies inside, else one well away from the edges; nil of nothing.
  /// - Throws: ``TopologyError/failed(operation:reason:)``.
  package borrowing func representativePoint() throws(TopologyError) -> Coordinate? {
    let centroid = try made(GEOSGetCentroid_r(handle.pointer, pointer), "the centroid")
    guard let middle = try centroid.position() else { return nil }
    if try contains(centroid) { return middle }
    return try made(GEOSPointOnSurface_r(handle.pointer, pointer), "the search for an inner point").position()
  }

  /// True when all of the other lies in this one; edges may coincide.
  /// - Throws: ``TopologyError/failed(operation:reason:)``.
  package borrowing func covers(_ other: borrowing GEOSGeometry) throws(TopologyError) -> Bool {
    try handle.answer(GEOSCovers_r(handle.pointer, pointer, other.pointer), "the comparison")
  }

  /// True when the two share at least a position; a common edge is enough.
  /// - Throws: ``TopologyError/failed(operation:reason:)``.
  package borrowing func intersects(_ other: borrowing GEOSGeometry) throws(TopologyError) -> Bool {
    try handle.answer(GEOSIntersects_r(handle.pointer, pointer, other.pointer), "the comparison")
  }

  /// The area in the plane, square degrees; good for shares of one another, not for km².
  /// - Throws: ``TopologyError/failed(operation:reason:)``.
  package borrowing func area() throws(TopologyError) -> Double {
    var area = 0.0
    guard GEOSArea_r(handle.pointer, pointer, &area) == 1 else {
      throw .failed(operation: "the area", reason: handle.takeMessage())
    }
    return area
  }

  // Inside, not just on the edge.
  private borrowing func contains(_ other: borrowing GEOSGeometry) throws(TopologyError) -> Bool {
    try handle.answer(GEOSContains_r(handle.pointer, pointer, other.pointer), "the search for a position")
  }

  private borrowing func made(
    _ result: OpaquePointer?, _ operation: String
  ) throws(TopologyError) -> GEOSGeometry {
    guard let result else { throw .failed(operation: operation, reason: handle.takeMessage()) }
    return GEOSGeometry(owning: result, in: handle)
  }
}
