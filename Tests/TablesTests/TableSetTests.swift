import Foundation
import Tables
import TestFolders
import Testing

struct TableSetTests {
  /// The folder that a test may write to; it is gone with the test.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(atPath: folder.path + "/Lexicon", withIntermediateDirectories: true)
    try body(folder.path)
  }

  private func write(_ bytes: [UInt8], _ name: String, in folder: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  /// Every embedded file is byte for byte the file in the folders beside Sources.
  @Test func embeddedFilesAreThoseOfTheFolders() throws {
    let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    #expect(TableSet.names.contains("places.tsv"))
    #expect(Set(TableSet.names).count == TableSet.names.count)
    for name in TableSet.names {
      let file = ["Gazetteer/", "GeoJSON/", "GeoJSON/Regions/", ""].lazy
        .map { checkout.appendingPathComponent($0 + name).path }
        .first { FileManager.default.fileExists(atPath: $0) }
      let path = try #require(file, "\(name) is embedded but lies in no folder")
      let bytes = try #require(FileManager.default.contents(atPath: path))
      #expect(TableSet.embeddedBytes(name) == [UInt8](bytes), "\(name)")
    }
  }

  @Test func everyEmbeddedTableHasAHeaderAndNoCarriageReturn() throws {
    for name in TableSet.names where name.hasSuffix(".tsv") {
      let table = try TableSet.embedded.table(name)
      #expect(table.columns.count > 1, "\(name)")
      #expect(!table.bytes.contains(0x0D), "\(name)")
    }
  }

  @Test func aFolderReplacesTablesOneByOne() throws {
    try withFolder { folder in
      try write(Array("id\tname\nx\tتدمر\n".utf8), "places.tsv", in: folder)
      try write(Array("id\nActor\n".utf8), "Lexicon/actors.tsv", in: folder)
      try write(Array("id\n".utf8), "unknown.tsv", in: folder)
      let tables = try TableSet(folder: folder)
      #expect(tables.folder == folder)
      #expect(try tables.table("places.tsv").columns == ["id", "name"])
      #expect(try tables.bytes("Lexicon/actors.tsv") == Array("id\nActor\n".utf8))
      for name in TableSet.names where name != "places.tsv" && name != "Lexicon/actors.tsv" {
        #expect(try tables.bytes(name) == TableSet.embeddedBytes(name), "\(name)")
      }
    }
  }

  @Test func aFolderThatIsNoneIsNamed() throws {
    let missing = NSTemporaryDirectory() + "rasid-no-such-folder-\(UUID().uuidString)"
    let fault = #expect(throws: TableFault.self) { try TableSet(folder: missing) }
    #expect(fault?.file == missing)
    #expect(fault?.description.contains("rasid tables export") == true)
    try withFolder { folder in
      try write([0x61], "file", in: folder)
      #expect(throws: TableFault.self) { try TableSet(folder: folder + "/file") }
    }
  }

  @Test func noFolderMeansTheEmbeddedTables() throws {
    #expect(try TableSet(folder: nil).digest() == TableSet.embedded.digest())
    #expect(TableSet.embedded.folder == nil)
  }

  @Test(arguments: ["", "nowhere.tsv", "Lexicon", "../places.tsv"]) func unknownTables(name: String) {
    let fault = #expect(throws: TableFault.self) { try TableSet.embedded.bytes(name) }
    #expect(fault?.description == "\(name): there is no table of that name")
    #expect(TableSet.embeddedBytes(name) == nil)
  }

  @Test func aMissingColumnOfAReplacedTableIsAFault() throws {
    try withFolder { folder in
      try write(Array("id\tnote\n".utf8), "places.tsv", in: folder)
      let fault = #expect(throws: TableFault.self) {
        try TableSet(folder: folder).table("places.tsv", requiring: ["name"])
      }
      #expect(fault?.description == "places.tsv:1: column \"name\" is missing; found: id, note")
    }
  }

  @Test func theDigestChangesWithOneByte() throws {
    let embedded = try TableSet.embedded.digest()
    #expect(try TableSet.embedded.digest() == embedded)
    #expect(embedded.count == 32)
    try withFolder { folder in
      let name = try #require(TableSet.names.first)
      let bytes = try #require(TableSet.embeddedBytes(name))
      let tables = try TableSet(folder: folder)
      #expect(try tables.digest() == embedded, "an empty folder replaces nothing")
      try write(bytes, name, in: folder)
      #expect(try tables.digest() == embedded, "a copy is the same table")
      for place in [0, bytes.count / 2, bytes.count - 1] {
        var changed = bytes
        changed[place] ^= 1
        try write(changed, name, in: folder)
        #expect(try tables.digest() != embedded, "byte \(place)")
      }
      try write([], name, in: folder)
      #expect(try tables.digest() != embedded)
      try write(bytes, name, in: folder)
      #expect(try tables.digest() == embedded)
    }
  }

  /// A table that is there and cannot be read is no reason to take another.
  @Test func aTableThatCannotBeReadIsAFault() throws {
    try withFolder { folder in
      try FileManager.default.createDirectory(atPath: folder + "/places.tsv", withIntermediateDirectories: true)
      let tables = try TableSet(folder: folder)
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/admin.tsv", withDestinationPath: folder + "/nowhere.tsv")
      for name in ["places.tsv", "admin.tsv"] {
        let fault = #expect(throws: TableFault.self) { try tables.bytes(name) }
        #expect(fault?.file == name)
        #expect(fault?.message.contains(folder) == true)
        #expect(throws: TableFault.self) { try tables.table(name) }
      }
      #expect(throws: TableFault.self) { try tables.digest() }
    }
  }
}
