internal import Foundation
package import Formats
package import Incidents

/// A file of records, read whole: what could be read, and the faults of what could not.
package struct RecordFile: Sendable {
  package let records: [Record]
  package let faults: [FormatsError]

  /// Reads a file; `-` is standard input.
  /// - Throws: ``PipelineError/file(path:reason:)`` when it is not there or does not open.
  package init(_ path: String) throws(PipelineError) {
    let isInput = path == "-"
    var isFolder: ObjCBool = false
    if !isInput {
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw .file(path: path, reason: "nothing of that name")
      }
      guard !isFolder.boolValue else { throw .file(path: path, reason: "a folder") }
    }
    guard let handle = isInput ? FileHandle.standardInput : FileHandle(forReadingAtPath: path) else {
      throw .file(path: path, reason: "a file that may not be read")
    }
    let data: Data
    do {
      data = try handle.readToEnd() ?? Data()
    } catch {
      throw .file(path: path, reason: "a file that cannot be read to its end")
    }
    (records, faults) = RecordReader.read([UInt8](data), file: isInput ? "standard input" : path)
  }
}
