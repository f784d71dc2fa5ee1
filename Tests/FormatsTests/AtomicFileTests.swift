import Formats
import Foundation
import TestFolders
import Testing

@Suite("A file appears complete or not at all")
struct AtomicFileTests {
  private let own: Folder
  private var folder: URL { URL(filePath: own.path) }

  init() throws {
    own = try Folder()
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  @Test("the old file stays until the new one is finished, and nothing else remains")
  func replaces() throws {
    let target = folder.appendingPathComponent("out.csv")
    try Data("old".utf8).write(to: target)
    let file = try AtomicFile(target.path)
    try file.write(Array("new ".utf8))
    try file.write(Array("text".utf8))
    #expect(try text("out.csv") == "old")
    #expect(try names().count == 2)
    try file.commit()
    #expect(try text("out.csv") == "new text")
    #expect(try names() == ["out.csv"])
    try file.commit()
    #expect(throws: FormatsError.self) { try file.write([1]) }
    #expect(try text("out.csv") == "new text")
  }

  @Test("a file that is not finished leaves no trace")
  func abandoned() throws {
    do {
      let file = try AtomicFile(folder.appendingPathComponent("out.csv").path)
      try file.write([65])
      #expect(try names().count == 1)
    }
    #expect(try names() == [])
  }

  @Test("a symbolic link stays one, and what it names is replaced")
  func link() throws {
    let link = folder.appendingPathComponent("link.csv").path
    try Data("old".utf8).write(to: folder.appendingPathComponent("real.csv"))
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real.csv")
    let file = try AtomicFile(link)
    try file.write(Array("new".utf8))
    try file.commit()
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real.csv")
    #expect(try text("real.csv") == "new")
  }

  @Test("a file that is replaced keeps its permissions")
  func permissions() throws {
    let path = folder.appendingPathComponent("out.csv").path
    #expect(FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o640]))
    let file = try AtomicFile(path)
    try file.commit()
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
  }

  @Test("a device is written directly, not replaced")
  func device() throws {
    let file = try AtomicFile("/dev/null")
    try file.write([65])
    try file.commit()
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
    #expect(type == .typeCharacterSpecial)
  }

  @Test("a place that cannot be written is named")
  func refused() throws {
    let missing = folder.appendingPathComponent("none/out.csv").path
    #expect(throws: FormatsError.file(path: missing, operation: "write", reason: "No such file or directory")) {
      _ = try AtomicFile(missing)
    }
    #expect(throws: FormatsError.self) { _ = try AtomicFile(folder.path) }
    #expect(throws: FormatsError.self) { _ = try AtomicFile("") }
    #expect(throws: FormatsError.self) { _ = try AtomicFile(folder.path + "/new/") }
  }
}
