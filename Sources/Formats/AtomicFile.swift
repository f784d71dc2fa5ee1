#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that appears complete or not at all: it is written under a temporary name beside its place, and renamed by
/// ``commit()``.
///
/// Until then whatever was there before stays as it is; without ``commit()`` the temporary file goes with this object.
/// A symbolic link is followed. A device or a pipe (`/dev/stdout`, `/dev/null`) is written directly.
package final class AtomicFile: ByteSink {
  /// The path as the caller named it.
  package let path: String
  private let destination: String
  // nil: written directly.
  private let temporary: String?
  private let descriptor: FileDescriptor
  private var isOpen = true

  /// Begins a file.
  /// - Throws: ``FormatsError/file(path:operation:reason:)`` when its folder is missing or not
  ///   writable, or when it is a folder.
  package init(_ path: String) throws(FormatsError) {
    self.path = path
    var status = stat()
    let exists = stat(path, &status) == 0
    let type = status.st_mode & S_IFMT
    if exists, type == S_IFDIR {
      throw .file(path: path, operation: "write", reason: "it is a folder; name a file")
    }
    if exists, type != S_IFREG {
      destination = path
      temporary = nil
      descriptor = FileDescriptor(number: try Self.open(path, O_WRONLY | O_CLOEXEC, named: path), path: path)
      return
    }
    let target = exists ? Self.resolved(path) : path
    destination = target
    let slash = target.lastIndex(of: "/")
    let folder = slash.map { target[...$0] } ?? ""
    let name = slash.map { target[target.index(after: $0)...] } ?? target[...]
    guard !name.isEmpty else { throw .file(path: path, operation: "write", reason: "it names a folder; name a file") }
    // The random part keeps two runs from writing into each other's file.
    let temporary = "\(folder).\(name.prefix(60)).\(String(UInt64.random(in: 0...UInt64.max), radix: 36)).partial"
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    descriptor = FileDescriptor(number: try Self.open(temporary, flags, named: path), path: path)
    self.temporary = temporary
    // A file that is replaced keeps its permissions.
    if exists { _ = fchmod(descriptor.number, status.st_mode & 0o777) }
  }

  deinit {
    if isOpen { _ = close(descriptor.number) }
    if isOpen, let temporary { _ = unlink(temporary) }
  }

  package func write(_ bytes: [UInt8]) throws(FormatsError) {
    guard isOpen else { throw .file(path: path, operation: "write", reason: "it is finished already") }
    try descriptor.write(bytes)
  }

  /// Puts the file in its place; further calls do nothing.
  /// - Throws: ``FormatsError/file(path:operation:reason:)``; then the old file is untouched, the
  ///   temporary one removed.
  package func commit() throws(FormatsError) {
    guard isOpen else { return }
    isOpen = false
    // A full disk may show only here. Devices and pipes refuse to be synchronised: that is no fault.
    let failure: Int32? = temporary != nil && fsync(descriptor.number) != 0 ? errno : nil
    let closing: Int32? = close(descriptor.number) != 0 ? errno : nil
    guard let temporary else { return }
    guard failure == nil, closing == nil, rename(temporary, destination) == 0 else {
      let code = failure ?? closing ?? errno
      _ = unlink(temporary)
      throw .file(path: path, operation: "put the finished file in its place", reason: FileDescriptor.reason(code))
    }
  }

  private static func open(_ name: String, _ flags: Int32, named path: String) throws(FormatsError) -> Int32 {
    let number = systemOpen(name, flags, 0o666)
    guard number >= 0 else {
      throw .file(path: path, operation: "write", reason: FileDescriptor.reason(errno))
    }
    return number
  }

  private static func resolved(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }
}

// Within the class the name means its own method.
private func systemOpen(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { open(path, flags, mode) }
