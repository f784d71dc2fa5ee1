internal import CGEOS
package import Geography

/// A geometry in the memory of GEOS; it is freed when the value goes.
///
/// Not `Sendable`, as its context is not.
package struct GEOSGeometry: ~Copyable {
  let pointer: OpaquePointer
  let handle: GEOSHandle

  /// Converts a geometry.
  /// - Throws: ``TopologyError/positionOutOfRange(longitude:latitude:)``, or ``TopologyError/refused(type:reason:)``
  /// for what GEOS
  ///   cannot represent, such as a line of one position.
  /// - Complexity: O(*n*) for *n* positions.
  package init(_ geometry: Geometry, in context: borrowing GEOSContext) throws(TopologyError) {
    try self.init(geometry, in: context.handle)
  }

  init(_ geometry: Geometry, in handle: GEOSHandle) throws(TopologyError) {
    pointer = try GeometryBuilder(handle: handle).make(geometry)
    self.handle = handle
  }

  /// Takes over a geometry that GEOS made.
  init(owning pointer: OpaquePointer, in handle: GEOSHandle) {
    self.pointer = pointer
    self.handle = handle
  }

  deinit {
    GEOSGeom_destroy_r(handle.pointer, pointer)
  }

  /// Why the geometry is not valid, with the place; nil when it is valid.
  /// - Throws: ``TopologyError/failed(operation:reason:)`` when GEOS cannot tell.
  package borrowing func validityFault() throws(TopologyError) -> String? {
    var reason: UnsafeMutablePointer<CChar>?
    var location: OpaquePointer?
    let result = GEOSisValidDetail_r(handle.pointer, pointer, 0, &reason, &location)
    defer {
      if let reason { GEOSFree_r(handle.pointer, reason) }
      if let location { GEOSGeom_destroy_r(handle.pointer, location) }
    }
    guard try !handle.answer(result, "the check of validity") else { return nil }
    let text = reason.map { String(cString: $0) } ?? "not valid"
    var (x, y) = (0.0, 0.0)
    guard let location, GEOSGeomGetX_r(handle.pointer, location, &x) == 1,
      GEOSGeomGetY_r(handle.pointer, location, &y) == 1
    else { return text }
    return "\(text) at longitude \(x), latitude \(y)"
  }
}
