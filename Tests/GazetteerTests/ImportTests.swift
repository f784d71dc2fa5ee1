import Foundation
import Gazetteer
import Tables
import TestFolders
import Testing

@Suite("Importing places and units")
struct ImportTests {
  private let world: ImportWorld

  init() throws { world = try ImportWorld() }

  private static let header = "pcode,featureName_en,featureName_ar,admin3Pcode,latitude,longitude\n"

  @Test("a new place of GeoNames becomes a row with a permanent id, its unit by its position, its kind by its code")
  func newPlace() throws {
    let path = try world.source(
      "SY.txt",
      ImportWorld.geoNames(172946, "Qal`at al Test", "قلعة التجربة,Qalat Test", "35.1234567", "36.2")
        + ImportWorld.geoNames(2, "Big Town", "البلدة الكبيرة", "34.0", "37.5", population: 12_000)
        + ImportWorld.geoNames(3, "A Base", "قاعدة", "35.4", "37.9", code: "AIRB")
        + ImportWorld.geoNames(4, "A Well", "بئر", "35.4", "37.9", code: "WLL")
        + ImportWorld.geoNames(5, "Elsewhere", "", "48.1", "11.5", country: "DE"))
    let report = try world.load(path)
    #expect(report.sources.map(\.form) == [.geoNames])
    #expect(report.added == 3 && report.merged == 0 && report.faults == [])
    #expect(report.sources.map(\.leftOut) == [2])
    let rows = try world.rows("places.tsv")
    let castle = try #require(rows["geonames-172946"])
    #expect(castle["kind"] == "village" && castle["importance"] == "1" && castle["source"] == "GeoNames 172946")
    #expect(castle["latitude"] == "35.12346" && castle["longitude"] == "36.2")
    #expect(castle["admin1"] == "SY05" && castle["admin2"] == "SY0501" && castle["admin3"] == "")
    #expect(castle["arabic"] == "قلعة التجربة" && castle["english"] == "Qal`at al Test")
    #expect(rows["geonames-2"]?["kind"] == "town" && rows["geonames-2"]?["admin2"] == "SY0401")
    #expect(rows["geonames-3"]?["kind"] == "base" && rows["geonames-3"]?["importance"] == "3")
    #expect(
      try PlaceStore(tables: TableSet(folder: world.tables)).places(named: "قلعة التجربة").map(\.id) == [
        "geonames-172946"
      ])
  }

  @Test("the same code, or the same name nearby, is the same place: its row stays, its names become aliases")
  func merging() throws {
    let path = try world.source(
      "pplp.csv",
      Self.header
        // By its code, 400 m off.
        + "C3001,At Tiba,الطيبة الجديدة,SY050101,35.2036,36.5\n"
        // By its name: 3.3 km off, which a town of that extent may be.
        + "C4001,Murek,مورك,,35.40,36.69\n"
        // By an alias.
        + "C3333,Asriyeh,أسرية (إثريا),,35.37,37.781\n")
    let report = try world.load(path)
    #expect(report.merged == 3 && report.added == 0)
    let rows = try world.rows("places.tsv")
    #expect(rows.count == 4)
    #expect(rows["taybah-hama"]?["source"] == "OCHA COD C3001; GeoNames 501")
    #expect(rows["taybah-hama"]?["latitude"] == "35.2")
    #expect(rows["morek"]?["source"] == "own estimate; OCHA COD C4001")
    #expect(rows["ithriyah"]?["arabic"] == "إثريا" && rows["ithriyah"]?["note"] == "kept")
    #expect(try world.aliases("taybah-hama") == ["official الطيبة الجديدة", "official At Tiba"])
    #expect(try world.aliases("ithriyah") == ["press أثريا", "official أسرية", "official Asriyeh"])
    // «مورك» and Murik are there already; Murek has the same consonants.
    #expect(try world.aliases("morek") == ["transliteration Murik"])
  }

  @Test("a name 3 to 15 km away is another place, and is listed; beyond that it is not even listed")
  func namesakes() throws {
    let path = try world.source(
      "pplp.csv",
      Self.header + "C5001,Taybeh,الطيبة,,35.2,36.55\nC5002,Murek,مورك,,35.50,36.69\nC5003,Murek,مورك,,34.9,36.69\n")
    let report = try world.load(path)
    #expect(report.added == 3)
    // The built-in al-Taybah has an OCHA code of its own: both are in one list, and not the same.
    let near = report.conflicts.filter { $0.kind == .sameNameNear }
    #expect(near.map(\.placeID) == ["morek"])
    #expect(near.first?.code == "OCHA COD C5002" && near.first?.line == 3)
    #expect(near.first.map { abs(($0.distanceKm ?? 0) - 14.4) < 0.1 } == true)
    let table = try #require(report.conflictFile.flatMap { FileManager.default.contents(atPath: $0) })
    let lines = String(decoding: table, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 1 + report.conflicts.count)
    #expect(lines.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 9 })
    #expect(lines.last?.hasPrefix("same-name-near\tmorek\tمورك\tOCHA COD C5002\tمورك\t14.4\t") == true)
  }

  @Test("one code in two places is a conflict: the table's position stays, a name that differs is not taken over")
  func codeFarAway() throws {
    let path = try world.source(
      "pplp.csv", Self.header + "C3001,Somewhere,مكان آخر,,35.3,36.5\nC3333,Ithriya,إثريا,,35.37,37.7\n")
    let report = try world.load(path)
    #expect(report.conflicts.map(\.kind) == [.sameCodeFar, .sameCodeFar])
    #expect(report.added == 0)
    #expect(try world.rows("places.tsv")["taybah-hama"]?["latitude"] == "35.2")
    #expect(try world.aliases("taybah-hama") == [])
  }

  @Test("a unit that the source tells otherwise is listed, the table's stays")
  func otherUnit() throws {
    let path = try world.source(
      "pplp.csv",
      Self.header.replacing("admin3Pcode", with: "admin2Pcode")
        + "C3333,Ithriya,إثريا,SY0501,35.37,37.78\nC6001,Newtown,بلدة جديدة التجربة,SY0501,35,37.5\n"
        + "C6002,Near,قرب الحد,SY0501,35,37.01\n")
    let report = try world.load(path)
    #expect(report.conflicts.filter { $0.kind == .otherUnit }.map(\.placeID) == ["ithriyah", "ocha-c6001"])
    let rows = try world.rows("places.tsv")
    #expect(rows["ithriyah"]?["admin2"] == "SY0502")
    #expect(rows["ocha-c6001"]?["admin2"] == "SY0502")
    // 900 m from a border that is drawn roughly the source is believed.
    #expect(rows["ocha-c6002"]?["admin2"] == "SY0501")
  }

  @Test("alternate names of known numbers come in, with their kind; the preferred one leads")
  func alternateNames() throws {
    let places = try world.source("SY.txt", ImportWorld.geoNames(700, "Kafr Test", "كفر", "35.1", "36.2"))
    let names = try world.source(
      "alternateNamesV2.txt",
      """
      1\t700\tar\tكفر تجربة\t\t\t\t\t\t
      2\t700\tar\tكفر التجارب\t1\t\t\t\t\t
      3\t700\tku\tKefr Test\t\t\t\t\t\t
      4\t700\ttr\tSınama\t\t\t\t\t\t
      5\t700\ten\tOldtest\t\t\t\t1\t1920\t1958
      6\t700\tru\tТест\t\t\t\t\t\t
      7\t999999\tar\tغيرها\t\t\t\t\t\t
      8\t501\tar\tطيبة الإمام\t\t\t\t\t\t

      """)
    // The order of the files does not matter.
    let report = try world.load(names, places)
    let form = report.sources.last
    #expect(form?.form == .alternateNames && form?.taken == 6 && form?.leftOut == 2)
    #expect(try world.rows("places.tsv")["geonames-700"]?["arabic"] == "كفر التجارب")
    #expect(
      try world.aliases("geonames-700") == [
        "spelling كفر تجربة", "turkish Sınama", "historical Oldtest",
      ])
    #expect(try world.aliases("taybah-hama") == ["spelling طيبة الإمام"])
    var notes: [String] = []
    try TableSet(folder: world.tables).table("aliases.tsv").forEachRow { row in
      if row.text("alias") == "Oldtest" { notes.append(row.text("note")) }
    }
    #expect(notes == ["from 1920 until 1958"])
  }

  @Test(
    "an alternative name joins a village to its row within a kilometre, but no quarter to the town that it is part of")
  func alternativesOfQuarters() throws {
    let path = try world.source(
      "pplp.csv",
      "pcode,featureName_en,featureName_ar,featureAltName1_ar,latitude,longitude\n"
        + "N0101,Quarter,حارة التجربة,مورك,35.372,36.69\nC0102,Far one,بعيدة التجربة,مورك,35.385,36.69\n"
        + "C0101,Village,قرية التجربة,مورك,35.372,36.69\n")
    let report = try world.load(path)
    #expect(report.added == 2 && report.merged == 1)
    let rows = try world.rows("places.tsv")
    #expect(rows["ocha-n0101"]?["kind"] == "neighbourhood" && rows["ocha-c0102"] != nil)
    #expect(rows["morek"]?["source"] == "own estimate; OCHA COD C0101")
    // Morek is too well known for its name to be another's by the way.
    #expect(try world.aliases("ocha-n0101") == [])
  }

  @Test("the second half of a name that is a unit's or an everyday word is no alias")
  func qualifiers() throws {
    let path = try world.source(
      "pplp.csv",
      Self.header
        + "C7001,,دير حنا / سلمية,,35.0,36.3\nC7002,,الربوة / حربوق,,35.1,36.3\nC7003,,حدث,,35.2,36.3\nC3001,,حدث,,35.2,36.5\n"
    )
    _ = try world.load(path)
    #expect(try world.aliases("ocha-c7001") == [])
    #expect(try world.aliases("ocha-c7002") == ["official حربوق"])
    // «حدث» is also "it happened".
    #expect(try world.rows("places.tsv")["ocha-c7003"]?["caution"] == "word")
    #expect(try world.aliases("taybah-hama") == ["word حدث"])
  }

  @Test("places of GeoJSON, with a redirect in the way")
  func featuresAndRedirects() throws {
    let path = try world.source(
      "pplp.geojson",
      ImportWorld.collection([
        #"{"type":"Feature","properties":{"PCODE":"C9009","NAME_EN":"Mork","NAME_AR":"مورك"},"geometry":{"type":"Point","coordinates":[36.7,35.37]}}"#,
        #"{"type":"Feature","properties":{"PCODE":"C9010","NAME_EN":"New","NAME_AR":"جديدة التجربة"},"geometry":{"type":"Point","coordinates":[36.2,35.0]}}"#,
        #"{"type":"Feature","properties":{"PCODE":"C9011","NAME_EN":"No"},"geometry":null}"#,
      ]))
    let report = try world.load(path)
    #expect(report.merged == 1 && report.added == 1)
    #expect(report.faults.map(\.description) == ["\(path):4: expected one point, found another geometry or none"])
    #expect(try world.rows("places.tsv")["morek"]?["source"] == "own estimate; OCHA COD C9009")
  }

  @Test("faulty rows are named by file and line, and the others go on")
  func faultyRows() throws {
    let path = try world.source(
      "pplp.csv",
      Self.header + "C8001,Swapped,مقلوبة,,36.5,35.2\nC8002,Far,بعيدة,,10,10\n,No code,بلا رمز,,35,36.5\n"
        + "C8003,No number,بلا رقم,,x,36.5\nC8004,Good,جيدة التجربة,,35,36.5\nC8004,Twice,مكررة,,35,36.5\nC8005,short\n"
        + "C8006,,,,35,36.5\n")
    let report = try world.load(path)
    #expect(report.added == 1)
    #expect(report.faultCount == 7)
    let messages = report.faults.map { "\($0.line): \($0.message)" }
    #expect(messages[0] == "2: latitude 36.5, longitude 35.2: swapped? It would then lie in Hama (SY0501)")
    #expect(
      messages[1].hasPrefix("3: latitude 10.0, longitude 10.0 lies ")
        && messages[1].hasSuffix("expected no more than 60"))
    #expect(
      Array(messages[2...]) == [
        "4: the row has no code that a place could be known by",
        "5: latitude \"x\", longitude \"36.5\" are no position in degrees",
        "7: OCHA COD C8004 stands twice, in line 6 already",
        "8: expected 6 cells, found 2", "9: the row has no name that can be read",
      ])
  }

  @Test("a strict import, and one that cannot be finished, change nothing at all")
  func wholeOrNot() throws {
    let before = world.bytes()
    let faulty = try world.source(
      "a.csv", Self.header + "C8004,Good,جيدة التجربة,,35,36.5\nC8003,Bad,بلا رقم,,x,36.5\n")
    let strict = #expect(throws: TableFault.self) { try world.load(faulty, isStrict: true) }
    #expect(strict?.line == 3)
    let good = try world.source("b.csv", Self.header + "C8004,Good,جيدة التجربة,,35,36.5\n")
    let strange = try world.source("c.txt", "what is this\n")
    #expect(throws: TableFault.self) { try world.load(good, strange) }
    let useless = try world.source("d.csv", Self.header + "C8003,Bad,بلا رقم,,x,36.5\nC8004,Bad,بلا رقم,,y,36.5\n")
    let fault = #expect(throws: TableFault.self) { try world.load(good, useless) }
    #expect(fault?.line == 2 && fault?.message.hasPrefix("none of its 2 rows can be used; the first: latitude") == true)
    #expect(world.bytes() == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: world.folder.path).sorted() == [
        "a.csv", "b.csv", "c.txt", "d.csv", "tables",
      ])
    // Without strictness the good row comes in.
    #expect(try world.load(faulty).added == 1)
    #expect(world.bytes() != before)
  }

  @Test("a table of the folder that nobody could read is not replaced")
  func brokenTables() throws {
    let places = try #require(world.folder.bytes("tables/places.tsv"))
    try world.folder.write(
      places + Array("zzz\tvillige\t\t\t\t35\t36\t1\t1\t\t\t\tZ\tز\town\t\n".utf8), to: "tables/places.tsv")
    let before = world.bytes()
    let path = try world.source("b.csv", Self.header + "C8004,Good,جيدة التجربة,,35,36.5\n")
    let fault = #expect(throws: TableFault.self) { try world.load(path) }
    #expect(fault?.file == "places.tsv" && fault?.line == 6)
    #expect(world.bytes() == before)
  }

  @Test("the same input twice gives the same bytes, and the old rows are all still there")
  func idempotence() throws {
    let table = try world.source(
      "pplp.csv",
      Self.header + "C3001,At Tiba,الطيبة الجديدة,SY050101,35.2036,36.5\nC5002,Murek,مورك,,35.50,36.69\n"
        + "C3333,Asriyeh,أسرية (إثريا),,35.37,37.781\nC7002,Rabwa,الربوة-حربوق,,35.123456789,36.3\n")
    let dump = try world.source(
      "SY.txt",
      ImportWorld.geoNames(900, "Ar Rabwah", "الربوة,Rabwe,Rabouah,ربوة حربوق", "35.124", "36.301")
        + ImportWorld.geoNames(901, "Ar Rabwah", "الربوة", "35.13", "36.302")
        + ImportWorld.geoNames(902, "Nameless", "", "35.3", "37.302"))
    let before = world.bytes().compactMap(\.self).flatMap {
      $0.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    }
    let first = try world.load(dump, table)
    let after = world.bytes()
    let second = try world.load(table, dump)
    #expect(world.bytes() == after)
    #expect(second.added == 0 && second.aliases == 0 && second.filled == 0 && second.written == [])
    #expect(Set(second.conflicts.map(\.row)) == Set(first.conflicts.map(\.row)))
    // The two GeoNames points of one name and OCHA's are one place, 760 m apart at the most.
    #expect(try world.rows("places.tsv")["ocha-c7002"]?["source"] == "OCHA COD C7002; GeoNames 900; GeoNames 901")
    let rows = Set(
      after.compactMap(\.self).flatMap { $0.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) } })
    for row in before where !rows.contains(row) {
      // A row may gain the code of a source, and nothing else.
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      let grown = rows.first { $0.hasPrefix(cells[..<14].joined(separator: "\t") + "\t") }
      #expect(
        grown?.split(separator: "\t", omittingEmptySubsequences: false)[14].hasPrefix(cells[14]) == true, "\(row)")
    }
    let ids = try TableSet(folder: world.tables).table("places.tsv")
    var previous = ""
    ids.forEachRow { row in
      #expect(row.count == ids.columns.count)
      #expect(!row.text(0).utf8.lexicographicallyPrecedes(previous.utf8))
      previous = row.text(0)
    }
  }

  @Test("a second import works on what the first left")
  func incremental() throws {
    let first = try world.source("a.csv", Self.header + "C6001,Newtown,,,35,37.5\n")
    _ = try world.load(first)
    #expect(try world.rows("places.tsv")["ocha-c6001"]?["arabic"] == "")
    let second = try world.source("SY.txt", ImportWorld.geoNames(77, "Newtown", "بلدة التجربة", "35.001", "37.5"))
    let report = try world.load(second)
    #expect(report.added == 0 && report.merged == 1 && report.filled == 1)
    let row = try world.rows("places.tsv")["ocha-c6001"]
    #expect(row?["arabic"] == "بلدة التجربة" && row?["source"] == "OCHA COD C6001; GeoNames 77")
  }

  @Test(
    "a folder that is not there is made from the built-in tables; a file in its place, or the folder one stands in, is refused"
  )
  func folders() throws {
    let path = try world.source(
      "SY.txt", ImportWorld.geoNames(990_000_001, "Newtown", "بلدة التجربة الأولى", "35.001", "37.5"))
    let fresh = world.folder.path + "/new/tables"
    let report = try GazetteerImport([path], into: fresh).run()
    #expect(report.added == 1 && report.placeCount > 4_000)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: fresh).sorted() == ["admin.tsv", "aliases.tsv", "places.tsv"])
    #expect(try PlaceStore(tables: TableSet(folder: fresh))["geonames-990000001"] != nil)
    #expect(throws: TableFault.self) { try GazetteerImport([path], into: path).run() }
  }

  @Test("tables that an interrupted import left aside are put back")
  func recovery() throws {
    let before = world.bytes()
    try FileManager.default.moveItem(atPath: world.tables, toPath: world.folder.path + "/.tables.before-import")
    let path = try world.source("a.csv", Self.header + "C6001,Newtown,,,35,37.5\n")
    #expect(try world.load(path).added == 1)
    #expect(try world.rows("places.tsv").count == 5)
    #expect(world.bytes()[0] == before[0])
  }
}
