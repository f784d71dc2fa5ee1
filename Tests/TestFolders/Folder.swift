package import Foundation

/// A folder of its own for a test, gone with it.
package final class Folder {
  /// Absolute, without a slash at its end.
  package let path: String

  /// Creates an empty folder among the system's temporary ones.
  package init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "rasid-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders of its name.
  package func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    let url = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// An empty file, open for writing.
  package func create(_ name: String) throws -> FileHandle {
    try write([], to: name)
    return try FileHandle(forWritingTo: URL(filePath: path + "/" + name))
  }

  /// What a file holds; nil when there is none.
  package func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path + "/" + name).map { [UInt8]($0) }
  }
}
