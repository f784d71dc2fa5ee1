internal import CGEOS
package import Geography

/// A GEOS context: the memory and error text that GEOS calls of one worker share.
///
/// A context is not `Sendable`, and neither is anything made with it: make one per task or thread, inside of it.
/// Geometries keep what they need alive, so the context may go before them.
package struct GEOSContext: ~Copyable {
  /// The version of the GEOS library and of its C interface, such as `3.11.1-CAPI-1.17.1`.
  package static var libraryVersion: String {
    GEOSversion().map { String(cString: $0) } ?? "unknown"
  }

  let handle: GEOSHandle

  /// Creates a context.
  /// - Throws: ``TopologyError/noContext``.
  package init() throws(TopologyError) {
    handle = try GEOSHandle()
  }

  /// Why a geometry is not valid, with the place, in the words of GEOS; nil when it is valid.
  ///
  /// Positions are checked before GEOS sees them, so the answer may also name a position out of range.
  /// - Throws: ``TopologyError`` when GEOS cannot tell.
  package func validityFault(of geometry: Geometry) throws(TopologyError) -> String? {
    let built: GEOSGeometry
    do throws(TopologyError) {
      built = try GEOSGeometry(geometry, in: self)
    } catch {
      switch error {
      case .positionOutOfRange, .refused: return error.description
      default: throw error
      }
    }
    return try built.validityFault()
  }
}

/// Owns the C handle; geometries hold it too, so that it outlives them.
final class GEOSHandle {
  let pointer: OpaquePointer
  // What GEOS said last; it calls back on the thread of the call, so there is no race.
  private var message: String?

  init() throws(TopologyError) {
    guard let pointer = GEOS_init_r() else { throw .noContext }
    self.pointer = pointer
    _ = GEOSContext_setErrorMessageHandler_r(
      pointer,
      { message, owner in
        guard let message, let owner else { return }
        Unmanaged<GEOSHandle>.fromOpaque(owner).takeUnretainedValue().message = String(cString: message)
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit {
    GEOS_finish_r(pointer)
  }

  /// Takes the error text, so that the next call cannot be blamed for it.
  func takeMessage() -> String {
    defer { message = nil }
    return message ?? "no reason given"
  }

  /// The answer of a GEOS predicate: 1 yes, 0 no, anything else an error.
  func answer(_ result: CChar, _ operation: String) throws(TopologyError) -> Bool {
    switch result {
    case 0: return false
    case 1: return true
    default: throw .failed(operation: operation, reason: takeMessage())
    }
  }
}
