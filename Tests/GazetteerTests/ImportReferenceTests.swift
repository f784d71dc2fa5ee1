import Foundation
import Gazetteer
import Geodesy
import Geography
import Incidents
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

  @Test("a community resolves to itself, within 2 km, when its subdistrict is named: at least 97 %")
  func resolvesInItsSubdistrict() throws {
    let folder = try Folder()
    _ = try GazetteerImport([ReferencePlaces.path], into: folder.path + "/tables").run()
    let reader = try PlaceReader(tables: try TableSet(folder: folder.path + "/tables"))
    let units = try subdistricts()
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: ReferencePlaces.path)))
    let table = try Table(name: "places.tsv", bytes: bytes)
    let (latitude, longitude) = (try #require(table.column("lat")), try #require(table.column("lon")))
    var (right, all) = (0, 0)
    table.forEachRow { row in
      guard row.text("source") == "ocha_cod_pplp", !row.text("name_ar").isEmpty, let unit = units[row.text("admin3")],
        let y = row.double(latitude), let x = row.double(longitude)
      else { return }
      // What stands behind a slash, an underscore or in parentheses is a second name.
      let name = row.text("name_ar").split { "()/_".contains($0) }.first.map(String.init) ?? ""
      all += 1
      guard let place = reader.resolve("قرية \(name)", context: "في ناحية \(unit).").place else { return }
      let point = Coordinate(longitude: x, latitude: y)
      if Geodesic.wgs84.distanceKm(from: place.point, to: point) <= 2 { right += 1 }
    }
    print("communities: \(right) of \(all) resolve to themselves in their subdistrict")
    #expect(all > 6_000)
    #expect(Double(right) >= 0.97 * Double(all))
  }

  /// The subdistricts' Arabic names by the reference's English ones; «مركز», "centre of", is no part of a name.
  private func subdistricts() throws -> [String: String] {
    let file = URL(filePath: ReferencePlaces.path).deletingLastPathComponent().appending(path: "adm3.geojson")
    let store = try PlaceStore(tables: .embedded)
    var names: [String: String] = [:]
    for feature in try GeoJSONReader.features(in: [UInt8](try Data(contentsOf: file))) {
      let code = try #require(feature["pcode"]?.string)
      let name = try #require(feature["name_en"]?.string)
      names[name] = try #require(store[code]).arabic.replacing("مركز ", with: "")
    }
    return names
  }

  @Test(
    "of the built-in rows that name an OCHA code at least 99 % lie within 2 km of it; units agree in code and parent")
  func builtIn() throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: ReferencePlaces.path)))
    let reference = try Table(name: "places.tsv", bytes: bytes)
    let (latitude, longitude) = (try #require(reference.column("lat")), try #require(reference.column("lon")))
    var points: [String: Coordinate] = [:]
    reference.forEachRow { row in
      guard row.text("source") == "ocha_cod_pplp", let y = row.double(latitude), let x = row.double(longitude) else {
        return
      }
      points["OCHA COD " + row.text("source_id")] = Coordinate(longitude: x, latitude: y)
    }
    let store = try PlaceStore(tables: .embedded)
    var (near, all) = (0, 0)
    try TableSet.embedded.table("places.tsv").forEachRow { row in
      let codes = row.text("source").split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      // «own estimate from OCHA COD C1366» is not that place.
      guard let point = codes.lazy.compactMap({ points[$0] }).first, let place = store[row.text("id")] else { return }
      all += 1
      if Geodesic.wgs84.distanceKm(from: place.point, to: point) <= 2 { near += 1 }
    }
    print("built-in rows: \(near) of \(all) lie within 2 km of the reference")
    #expect(all > 4_000)
    #expect(Double(near) >= 0.99 * Double(all))

    var units = 0
    for level in 1...3 {
      let file = URL(filePath: ReferencePlaces.path).deletingLastPathComponent().appending(path: "adm\(level).geojson")
      for feature in try GeoJSONReader.features(in: [UInt8](try Data(contentsOf: file))) {
        let code = try #require(feature["pcode"]?.string)
        let unit = try #require(store[code], "\(code) is missing")
        #expect(unit.kind == [.governorate, .district, .subdistrict][level - 1])
        if let parent = feature["parent"]?.string ?? feature["parent_pcode"]?.string, parent.hasPrefix("SY") {
          #expect(level == 1 || code.hasPrefix(parent) && store[parent] != nil)
        }
        units += 1
      }
    }
    #expect(units == 14 + 62 + 272)
  }
}
