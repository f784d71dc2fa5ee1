internal import CTables
internal import Foundation

/// All tables of a run: those carried inside the binary, replaced one by one by those of a folder that the user names.
package struct TableSet: Sendable {
  /// The folder whose files replace the embedded ones; nil for none.
  package let folder: String?

  /// The tables of the binary alone.
  package static let embedded = TableSet(uncheckedFolder: nil)

  private init(uncheckedFolder folder: String?) {
    self.folder = folder
  }

  /// Uses the files of a folder in place of the embedded ones of the same relative path.
  /// - Throws: ``TableFault`` when there is no such folder.
  package init(folder: String?) throws(TableFault) {
    if let folder {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
        throw TableFault(
          file: folder, line: 0,
          message: "expected a folder of tables; write the built-in ones there with `rasid tables export`")
      }
    }
    self.folder = folder
  }

  /// The relative paths of all embedded files, in order.
  package static var names: [String] {
    (0..<rasid_table_count()).map { String(cString: rasid_table_at($0).name) }
  }

  /// The bytes of an embedded file; nil when there is none of that name.
  package static func embeddedBytes(_ name: String) -> [UInt8]? {
    for index in 0..<rasid_table_count() {
      let table = rasid_table_at(index)
      if String(cString: table.name) == name {
        return [UInt8](UnsafeBufferPointer(start: table.bytes, count: table.size))
      }
    }
    return nil
  }

  /// The tables that the folder puts in place of the embedded ones, in order.
  package var ownNames: [String] {
    guard let folder else { return [] }
    return Self.names.filter { FileManager.default.fileExists(atPath: folder + "/" + $0) }
  }

  /// The bytes of a file: the folder's, else the embedded ones.
  /// - Throws: ``TableFault`` when there is no such file, or when the folder has one that cannot be read: the embedded one
  ///   in its place would be another table than the user meant.
  package func bytes(_ name: String) throws(TableFault) -> [UInt8] {
    if let folder {
      let path = folder + "/" + name
      if let data = FileManager.default.contents(atPath: path) { return [UInt8](data) }
      // Asked without following links, so that a link to nowhere counts as there.
      if (try? FileManager.default.attributesOfItem(atPath: path)) != nil {
        throw TableFault(
          file: name, line: 0,
          message: "expected a file that can be read in \(folder), found one that cannot; "
            + "check that it is a file and its permissions, or remove it to use the built-in table")
      }
    }
    guard let bytes = Self.embeddedBytes(name) else {
      throw TableFault(file: name, line: 0, message: "there is no table of that name")
    }
    return bytes
  }

  /// A table of that name.
  /// - Throws: ``TableFault`` when it is missing, has no header, or lacks a required column.
  package func table(_ name: String, requiring columns: [String] = []) throws(TableFault) -> Table {
    try Table(name: name, bytes: bytes(name), requiring: columns)
  }

  /// A fingerprint of all tables in use, 32 hexadecimal digits: two runs with the same one read by the same words.
  package func digest() throws(TableFault) -> String {
    var fingerprint = Fingerprint()
    for name in Self.names {
      fingerprint.add(name)
      try fingerprint.add(bytes(name))
    }
    return fingerprint.hexadecimal
  }
}
