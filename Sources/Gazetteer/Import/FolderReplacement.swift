internal import Foundation
internal import Tables

/// Replaces files of a folder all at once: the folder is copied beside itself, the copy is changed, and takes its place by a rename.
///
/// Until then nothing of the folder changes. When the machine stops between the two renames, the old folder stands beside as
/// `.NAME.before-import`, and the next run puts it back.
struct FolderReplacement {
  /// The folder, without links and without a slash at its end.
  let folder: String
  /// Where the copy is.
  let staging: String
  private let backup: String
  private let hadFolder: Bool

  /// Makes the copy.
  /// - Throws: ``TableFault`` when the folder is none, or the one above it is closed.
  init(_ folder: String) throws(TableFault) {
    let manager = FileManager.default
    let url = URL(filePath: folder).standardizedFileURL.resolvingSymlinksInPath()
    let path = url.path.count > 1 && url.path.hasSuffix("/") ? String(url.path.dropLast()) : url.path
    self.folder = path
    let (parent, name) = (url.deletingLastPathComponent().path, url.lastPathComponent)
    staging = "\(parent)/.\(name).import-\(String(UInt64.random(in: 0...UInt64.max), radix: 36))"
    backup = "\(parent)/.\(name).before-import"
    var isFolder: ObjCBool = false
    let exists = manager.fileExists(atPath: path, isDirectory: &isFolder)
    guard !exists || isFolder.boolValue else {
      throw TableFault(file: folder, line: 0, message: "expected a folder of tables, found a file; name another folder")
    }
    if exists, (manager.currentDirectoryPath + "/").hasPrefix(path + "/") {
      throw TableFault(
        file: folder, line: 0,
        message:
          "the folder is replaced as a whole, so it cannot be the one that the command runs in; run it from outside")
    }
    hadFolder = exists
    do {
      if exists {
        try manager.copyItem(atPath: path, toPath: staging)
      } else {
        try manager.createDirectory(atPath: staging, withIntermediateDirectories: true)
      }
    } catch {
      try? manager.removeItem(atPath: staging)
      throw TableFault(
        file: folder, line: 0, message: "cannot write beside it, in \(parent); check permissions and space on the disk")
    }
  }

  /// Puts back a folder whose replacement was cut off by a stop of the machine.
  static func recover(_ folder: String) {
    let url = URL(filePath: folder).standardizedFileURL
    let backup = "\(url.deletingLastPathComponent().path)/.\(url.lastPathComponent).before-import"
    let manager = FileManager.default
    guard manager.fileExists(atPath: backup) else { return }
    if manager.fileExists(atPath: url.path) {
      try? manager.removeItem(atPath: backup)
    } else {
      try? manager.moveItem(atPath: backup, toPath: url.path)
    }
  }

  /// Writes a file of the copy.
  /// - Throws: ``TableFault`` when the disk is full, or closed.
  func write(_ bytes: [UInt8], to name: String) throws(TableFault) {
    let path = staging + "/" + name
    do {
      let parent = URL(filePath: path).deletingLastPathComponent().path
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(filePath: path))
      let handle = try FileHandle(forWritingTo: URL(filePath: path))
      try handle.synchronize()
      try handle.close()
    } catch {
      throw TableFault(file: name, line: 0, message: "cannot be written below \(staging); is there space on the disk?")
    }
  }

  /// Puts the copy in the folder's place.
  /// - Throws: ``TableFault`` when it cannot be done; then the folder is as it was.
  func commit() throws(TableFault) {
    let manager = FileManager.default
    do {
      if hadFolder {
        try? manager.removeItem(atPath: backup)
        try manager.moveItem(atPath: folder, toPath: backup)
      }
      do {
        try manager.moveItem(atPath: staging, toPath: folder)
      } catch {
        if hadFolder { try manager.moveItem(atPath: backup, toPath: folder) }
        throw error
      }
    } catch {
      throw TableFault(
        file: folder, line: 0, message: "the finished tables cannot be put in its place; nothing was changed")
    }
    try? manager.removeItem(atPath: backup)
  }

  /// Removes the copy; the folder is as it was.
  func discard() { try? FileManager.default.removeItem(atPath: staging) }
}
