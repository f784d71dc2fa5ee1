import Foundation
import Gazetteer
import Tables
import TestFolders
import Testing

/// Where OCHA's places stand, when they stand beside the checkout. They are not ours to copy.
private enum ReferencePlaces {
  static let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/reference/places.tsv").path
  static let stand = FileManager.default.fileExists(atPath: path)
}

@Suite(
  "Importing the reference places",
  .enabled(if: ReferencePlaces.stand, "the reference places (shared/reference) do not stand beside the checkout"))
struct ImportReferenceTests {
  @Test(
    "every community that has an Arabic name is found by it, nothing of the built-in rows is lost, a second run changes nothing"
  )
  func communities() throws {
    let folder = try Folder()
    let tables = folder.path + "/tables"
    let report = try GazetteerImport([ReferencePlaces.path], into: tables).run()
    #expect(report.faultCount == 0)
    // 18,921 rows, of which 348 are admin units.
    #expect(report.sources.map(\.rows) == [18_921] && report.sources.map(\.leftOut) == [348])
    #expect(report.merged + report.added == 18_573)
    #expect(report.conflicts.count < 400)

    let imported = try TableSet(folder: tables)
    let store = try PlaceStore(tables: imported)
    var ids: [String: Set<String>] = [:]
    try imported.table("places.tsv").forEachRow { row in
      for item in row.text("source").split(separator: ";") {
        ids[item.trimmingCharacters(in: .whitespaces), default: []].insert(row.text("id"))
      }
    }
    var communities = 0
    var lost: [String] = []
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: ReferencePlaces.path)))
    try Table(name: "places.tsv", bytes: bytes).forEachRow { row in
      guard row.text("source") == "ocha_cod_pplp", !row.text("name_ar").isEmpty else { return }
      communities += 1
      let own = ids["OCHA COD " + row.text("source_id")] ?? []
      // What stands behind a slash or in parentheses is a second name, or tells where the place is.
      let name = row.text("name_ar").split { "()/".contains($0) }.first.map(String.init) ?? ""
      if own.isDisjoint(with: store.places(named: name).map(\.id)) { lost.append(row.text("source_id") + " " + name) }
    }
    #expect(communities == 6_508)
    #expect(lost == [])

    var missing: [String] = []
    try TableSet.embedded.table("places.tsv").forEachRow { row in
      if store[row.text("id")] == nil { missing.append(row.text("id")) }
    }
    #expect(missing == [])
    #expect(try GazetteerImport([ReferencePlaces.path], into: tables).run().written == [])
  }
}
