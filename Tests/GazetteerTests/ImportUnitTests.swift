import Foundation
import Gazetteer
import Tables
import TestFolders
import Testing

@Suite("Importing admin units")
struct ImportUnitTests {
  private let world: ImportWorld

  init() throws { world = try ImportWorld() }

  private func ring(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> String {
    "[[\(west),\(south)],[\(east),\(south)],[\(east),\(north)],[\(west),\(north)],[\(west),\(south)]]"
  }

  private func governorates() throws -> String {
    try world.source(
      "adm1.geojson",
      ImportWorld.collection([
        ImportWorld.feature(
          ["ADM1_PCODE": "SY04", "ADM1_EN": "Hims", "ADM1_AR": "حمص", "ADM0_PCODE": "SY"], ring(36, 33.5, 38, 34.5)),
        ImportWorld.feature(
          ["ADM1_PCODE": "SY05", "ADM1_EN": "Hamah", "ADM1_AR": "محافظة حماة", "ADM0_PCODE": "SY"],
          ring(36, 34.5, 38, 35.5)),
      ]))
  }

  private func districts() throws -> String {
    try world.source(
      "adm2.geojson",
      ImportWorld.collection([
        ImportWorld.feature(
          ["adm2_pcode": "SY0401", "adm2_name": "Homs", "adm2_name1": "حمص", "adm1_pcode": "SY04"],
          ring(36, 33.5, 38, 34.5)),
        ImportWorld.feature(
          ["adm2_pcode": "SY0501", "adm2_name": "Hama", "adm2_name1": "حماة", "adm1_pcode": "SY05"],
          ring(36, 34.5, 37, 35.5)),
        ImportWorld.feature(
          ["adm2_pcode": "SY0502", "adm2_name": "Salamiyah", "adm2_name1": "سلمية", "adm1_pcode": "SY05"],
          ring(37, 34.5, 37.5, 35.5)),
        ImportWorld.feature(
          ["adm2_pcode": "SY0503", "adm2_name": "Newland", "adm2_name1": "الأرض الجديدة", "adm1_pcode": "SY05"],
          ring(37.5, 34.5, 38, 35.5)),
      ]))
  }

  @Test("names become aliases, a new unit a row with parent, inner point and reach; borders are drawn anew")
  func units() throws {
    let report = try world.load(try governorates(), try districts())
    #expect(report.faults == [] && report.unitsAdded == 1 && report.unitsMerged == 5)
    #expect(report.written.contains("Regions/districts.geojson"))
    #expect(try world.aliases("SY05") == ["official محافظة حماة", "official Hamah"])
    // «حمص» is the table's own name.
    #expect(try world.aliases("SY04") == ["official Hims"])
    let row = try #require(try world.rows("admin.tsv")["SY0503"])
    #expect(row["level"] == "2" && row["parent"] == "SY05" && row["arabic"] == "الأرض الجديدة")
    #expect(row["latitude"] == "35" && row["longitude"] == "37.75")
    // The southern corners are the farthest: half a degree of latitude is 55.47 km, a quarter of longitude 22.93 km there.
    #expect(row["extent_km"] == "61")
    let tables = try TableSet(folder: world.tables)
    #expect(try RegionSet.districts(tables: tables).map(\.id) == ["SY0401", "SY0501", "SY0502", "SY0503"])
    // The table's point of Salamiyah lies on the new border; a place of the new district gets its code.
    let places = try world.source("p.csv", "pcode,name_en,latitude,longitude\nC1234,Test,35,37.9\n")
    _ = try world.load(places)
    #expect(try world.rows("places.tsv")["ocha-c1234"]?["admin2"] == "SY0503")
  }

  @Test("the same units twice give the same bytes")
  func twice() throws {
    let paths = (try governorates(), try districts())
    _ = try world.load(paths.0, paths.1)
    let bytes = world.bytes() + [world.folder.bytes("tables/Regions/districts.geojson")]
    #expect(try world.load(paths.1, paths.0).written == [])
    #expect(world.bytes() + [world.folder.bytes("tables/Regions/districts.geojson")] == bytes)
  }

  @Test("a bow-tie, an open ring, a unit without code or parent are named by line, and the others go on")
  func faulty() throws {
    let path = try world.source(
      "adm2.geojson",
      ImportWorld.collection([
        ImportWorld.feature(
          ["pcode": "SY0501", "name_en": "Bow"], "[[36,34.5],[37,35.5],[37,34.5],[36,35.5],[36,34.5]]"),
        ImportWorld.feature(["pcode": "SY0502", "name_en": "Open"], "[[36,34.5],[37,34.5],[37,35.5],[36,35.5]]"),
        ImportWorld.feature(["name_en": "Nobody"], ring(36, 34.5, 37, 35.5)),
        ImportWorld.feature(["pcode": "SY9901", "name_en": "Orphan"], ring(36, 34.5, 37, 35.5)),
        ImportWorld.feature(["pcode": "SY0502", "name_en": "Slamieh"], ring(37, 34.5, 38, 35.5)),
      ]))
    let report = try world.load(path)
    #expect(report.unitsMerged == 1 && report.unitsAdded == 0 && report.faultCount == 4)
    let lines = report.faults.map { "\($0.line): \($0.message)" }
    #expect(lines.contains { $0.hasPrefix("2: SY0501: Self-intersection") })
    #expect(lines.contains("3: feature SY0502: a ring must end where it starts"))
    #expect(lines.contains { $0.hasPrefix("4: expected a P-code like SY0203") })
    #expect(lines.contains { $0.hasPrefix("5: SY9901: there is no unit \"SY99\"") })
  }

  @Test("a unit that the source puts elsewhere is a conflict")
  func conflicts() throws {
    let path = try world.source(
      "adm2.geojson",
      ImportWorld.collection([
        ImportWorld.feature(["pcode": "SY0501", "name_en": "Hama", "adm1_pcode": "SY04"], ring(37.5, 34.5, 38, 35.5))
      ]))
    let report = try world.load(path)
    #expect(report.conflicts.map(\.kind) == [.otherBorder, .otherBorder])
    #expect(report.conflicts.map(\.placeID) == ["SY0501", "SY0501"])
    // From longitude 36.5 to 37.5 at latitude 35.
    #expect(report.conflicts.last?.distanceKm.map { abs($0 - 91.3) < 0.5 } == true)
    #expect(try world.rows("admin.tsv")["SY0501"]?["parent"] == "SY05")
  }
}
