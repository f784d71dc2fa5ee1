internal import Foundation
internal import Tables

/// Reads a file piece by piece, so that memory does not grow with it.
final class ChunkedFile {
  /// The size of a piece, bytes.
  static let pieceBytes = 1 << 20

  /// The path as the user named it.
  let path: String
  private let handle: FileHandle

  /// Opens a file.
  /// - Throws: ``TableFault`` when it is a folder or cannot be read.
  init(_ path: String) throws(TableFault) {
    self.path = path
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard exists, !isFolder.boolValue, let handle = FileHandle(forReadingAtPath: path) else {
      let found = exists ? (isFolder.boolValue ? "a folder" : "one that cannot be read; check its permissions") : "none"
      throw TableFault(file: path, line: 0, message: "expected a file to import, found \(found)")
    }
    self.handle = handle
  }

  deinit { try? handle.close() }

  /// The next piece; nil at the end.
  /// - Throws: ``TableFault`` when the disk fails.
  func next() throws(TableFault) -> [UInt8]? {
    do {
      guard let data = try handle.read(upToCount: Self.pieceBytes), !data.isEmpty else { return nil }
      return [UInt8](data)
    } catch {
      throw TableFault(file: path, line: 0, message: "the file can be read no further; is the disk in order?")
    }
  }
}

/// The part of a file that is in memory: what was read and not yet used.
struct ByteWindow {
  let file: ChunkedFile
  private(set) var bytes: [UInt8] = []
  /// The first byte that is not yet used.
  var start = 0

  init(_ path: String) throws(TableFault) {
    file = try ChunkedFile(path)
    while bytes.count < 3, try load() {}
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
  }

  /// How many bytes wait.
  var waiting: Int { bytes.count - start }

  /// Lets go of what was used and reads on; false at the end of the file.
  mutating func load() throws(TableFault) -> Bool {
    bytes.removeFirst(start)
    start = 0
    guard let piece = try file.next() else { return false }
    bytes += piece
    return true
  }
}
