package import Formats
internal import Foundation
internal import Tables

/// Writes the tables of the binary into a folder, where they can be read and changed.
package struct TablesExport: Sendable {
  private let folder: String

  /// - Parameter folder: it is made when it is not there.
  package init(folder: String) {
    self.folder = folder
  }

  /// The files in the folder that would be replaced by others, relative to it.
  package var conflicts: [String] {
    TableSet.names.filter { name in
      guard let present = FileManager.default.contents(atPath: folder + "/" + name) else { return false }
      return TableSet.embeddedBytes(name) != [UInt8](present)
    }
  }

  /// Writes all tables; each appears complete or not at all.
  /// - Throws: ``FormatsError/file(path:operation:reason:)``.
  package func write() throws(FormatsError) {
    for name in TableSet.names {
      let path = folder + "/" + name
      let parent = path[..<(path.lastIndex(of: "/") ?? path.endIndex)]
      do {
        try FileManager.default.createDirectory(atPath: String(parent), withIntermediateDirectories: true)
      } catch {
        throw .file(
          path: String(parent), operation: "make the folder",
          reason: "a file is in the way, or the folder above is closed")
      }
      let file = try AtomicFile(path)
      try file.write(TableSet.embeddedBytes(name) ?? [])
      try file.commit()
    }
  }
}
