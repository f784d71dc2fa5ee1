#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Something that takes bytes: a file, the standard output, a test's memory.
package protocol ByteSink {
  /// Takes all bytes or throws.
  mutating func write(_ bytes: [UInt8]) throws(FormatsError)
}

/// The standard output, unbuffered.
///
/// ``FormatsError/closed`` is thrown when the reader has gone, provided that the command ignores SIGPIPE; else the
/// process ends there.
package struct StandardOutput: ByteSink {
  package init() {}

  package mutating func write(_ bytes: [UInt8]) throws(FormatsError) {
    try FileDescriptor(number: 1, path: "standard output").write(bytes)
  }
}

/// An open file as the system knows it.
struct FileDescriptor {
  let number: Int32
  let path: String

  // The system may take a part only, or be interrupted by a signal: both mean to go on.
  func write(_ bytes: [UInt8]) throws(FormatsError) {
    var offset = 0
    while offset < bytes.count {
      let (count, code) = bytes[offset...].withUnsafeBytes { rest in
        // Glibc and Darwin name the function as this method.
        let written = systemWrite(number, rest.baseAddress, rest.count)
        return (written, errno)
      }
      if count > 0 {
        offset += count
      } else if code == EPIPE {
        throw .closed
      } else if count == 0 || code != EINTR {
        throw .file(path: path, operation: "write", reason: Self.reason(count == 0 ? ENOSPC : code))
      }
    }
  }

  /// The system's words for an error number.
  static func reason(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}

private let systemWrite = write
