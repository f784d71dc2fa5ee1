import Gazetteer
import Tables
import TestFolders
import Testing

@Suite("Checking the gazetteer")
struct ChecksTests {
  private let world: ImportWorld

  init() throws { world = try ImportWorld() }

  /// What is wrong with the tables of the small world, without the areas of the built-in ones.
  private func faults() throws -> [String] {
    GazetteerCheck(try TableSet(folder: world.tables)).faults.map(\.description)
  }

  private func warnings() throws -> [String] {
    GazetteerCheck(try TableSet(folder: world.tables)).warnings.map(\.description)
  }

  /// Writes a table anew with rows at its end.
  private func append(_ rows: String..., to name: String) throws {
    let text = String(decoding: world.folder.bytes("tables/" + name) ?? [], as: UTF8.self)
    try world.write(name, text + rows.map { $0 + "\n" }.joined())
  }

  /// A row of `places.tsv` in line 6 of the small world's.
  private func place(
    _ id: String = "test", kind: String = "village", units: String = "SY05\tSY0501\t", _ latitude: String = "35",
    _ longitude: String = "36.5", extent: String = "1", importance: String = "1", dates: String = "\t",
    arabic: String = "مكان"
  ) -> String {
    "\(id)\t\(kind)\t\(units)\t\(latitude)\t\(longitude)\t\(extent)\t\(importance)\t\t\(dates)\tTest\t\(arabic)\town\t"
  }

  @Test("the small world itself is sound")
  func sound() throws {
    #expect(try faults() == [])
    #expect(try warnings() == [])
  }

  @Test("what stands in a row of places is told with what was expected")
  func places() throws {
    try append(
      place("Test-2"), place(kind: "vilage"), place("t3", importance: "6"), place("t4", extent: "0"),
      place("t5", dates: "2024-12-08\t2020-01-01"), place("t6", dates: "2024-13-08\t"), place("morek", arabic: "آخر"),
      place("t7", "x"), place("SY0501"), place("t-"), to: "places.tsv")
    #expect(
      try faults()
        == [
          "places.tsv:6: id \"Test-2\": expected a slug of small letters, digits and single dashes",
          "places.tsv:7: kind \"vilage\" is not known; did you mean \"village\"?",
          "places.tsv:8: importance \"6\": expected 1 … 5",
          "places.tsv:9: extent_km \"0\": expected a number of km above 0",
          "places.tsv:10: since 2024-12-08 is after until 2020-01-01",
          "places.tsv:11: since \"2024-13-08\": expected a day such as 2024-12-08",
          "places.tsv:12: id \"morek\" is used twice, in line 4 already",
          "places.tsv:13: latitude \"x\", longitude \"36.5\": expected degrees as decimal numbers",
          "places.tsv:14: id \"SY0501\": expected a slug of small letters, digits and single dashes",
          "places.tsv:14: id \"SY0501\" is an admin unit's",
          "places.tsv:15: id \"t-\": expected a slug of small letters, digits and single dashes",
        ].sorted { ($0.split(separator: ":")[1].count, $0) < ($1.split(separator: ":")[1].count, $1) })
  }

  @Test("positions that are swapped, abroad or none are told apart; the border strip is let pass")
  func positions() throws {
    try append(
      place("t1", "36.5", "35"), place("t2", "10", "10"), place("t3", "95", "200"),
      // 45 km and 64 km north of the border at latitude 35.5.
      place("t4", units: "\t\t", "35.9", "36.5"), place("t5", units: "\t\t", "36.08", "36.5"), to: "places.tsv")
    let found = try faults()
    #expect(found.count == 4)
    #expect(found[0] == "places.tsv:6: latitude 36.5, longitude 35.0: swapped? It would then lie in Hama (SY0501)")
    #expect(found[1].hasPrefix("places.tsv:7: latitude 10.0, longitude 10.0 lies "))
    #expect(found[2] == "places.tsv:8: latitude 95.0, longitude 200.0 is no position on Earth")
    #expect(
      found[3] == "places.tsv:10: latitude 36.08, longitude 36.5 lies 64 km outside of Syria; expected no more than 60")
  }

  @Test("units that are none, do not nest, or do not hold the point")
  func units() throws {
    try append(
      place("t1", units: "SY05\tSY0599\t"), place("t2", units: "SY04\tSY0501\t"), place("t3", units: "SY0501\t\t"),
      place("t4", units: "SY05\tSY0502\t"), place("t5", units: "\tSY0501\t"),
      // 1.8 km outside of the district: within what generalised borders are wrong.
      place("t6", "35", "37.02"),
      // Told to be so.
      place("t7", units: "SY05\tSY0502\t") + "units by the press: Salamiyah", to: "places.tsv")
    let found = try faults()
    #expect(
      found == [
        "places.tsv:6: admin2 \"SY0599\" is no unit of admin.tsv; did you mean \"SY0501\"?",
        "places.tsv:7: admin2 SY0501 lies in SY05, but admin1 is SY04",
        "places.tsv:8: admin1 \"SY0501\" is a unit of level 2",
        "places.tsv:9: admin2 is SY0502, but the point is 45.6 km away from it; it lies in Hama (SY0501)",
        "places.tsv:10: admin2 SY0501 lies in SY05, but admin1 is an empty cell",
      ])
  }

  @Test("two places of one Arabic name and sort within a kilometre are probably one")
  func doubles() throws {
    try append(
      place("t1", "35", "36.5", arabic: "الطيبات"), place("t2", "35.005", "36.5", arabic: "طيبات"),
      // Another sort, and too far away.
      place("t3", kind: "mountain", "35.001", "36.5", arabic: "طيبات"), place("t4", "35.02", "36.5", arabic: "طيبات"),
      to: "places.tsv")
    #expect(try faults() == [])
    #expect(
      try warnings() == [
        "places.tsv:7: \"t2\" and \"t1\" (line 6) are both called «طيبات» and 555 m apart; are they one place?"
      ])
  }

  @Test("aliases of no place, of no kind, without letters, twice")
  func aliases() throws {
    try append(
      "morek\tpress\t…\town\t", "morek\tpresss\tمورق\town\t", "nowhere\tpress\tلا مكان\town\t",
      "taybah-hama\tpress\tطيبة\town\t", "taybah-hama\tpress\tطيبة\town\t", to: "aliases.tsv")
    #expect(
      try faults() == [
        "aliases.tsv:4: alias \"…\" has no letters that text could be compared with",
        "aliases.tsv:5: kind \"presss\" is not known; did you mean \"press\"?",
        "aliases.tsv:6: there is no place \"nowhere\"",
      ])
    #expect(try warnings() == ["aliases.tsv:8: the alias «طيبة» of taybah-hama stands in line 7 already"])
  }

  @Test("units with wrong codes, parents or points, and sides of nothing")
  func adminAndParts() throws {
    try append(
      "SY0501\t2\tSY05\t35\t36.5\t75\tAgain\tمرة\town\t", "SY06\t2\tSY05\t35\t36.5\t75\tLevel\tدرجة\town\t",
      "SY0601\t2\tSY06\t35\t36.5\t75\tOrphan\tيتيم\town\t", "SY0504\t2\tSY04\t34\t37\t75\tNest\tعش\town\t",
      "SY050102\t3\tSY0501\t34\t37\t-1\tFar\tبعيد\town\t", to: "admin.tsv")
    try append(
      "SY05\teast\t35\t37.5\t40\town\t", "SY05\teast\t35\t38.5\t40\town\t", "SY77\teast\t35\t37.5\t40\town\t",
      to: "parts.tsv")
    let found = try faults()
    #expect(
      found.filter { $0.hasPrefix("admin") } == [
        "admin.tsv:9: pcode SY0501 is used twice, in line 6 already",
        "admin.tsv:10: pcode \"SY06\" does not fit level \"2\": expected SY and two digits a level",
        "admin.tsv:11: parent \"SY06\" is no unit",
        "admin.tsv:12: the code SY0504 does not begin with that of its parent SY04",
        "admin.tsv:12: the point is 55.5 km away from the border of SY05",
        "admin.tsv:13: extent_km \"-1\": expected a number of km above 0",
        "admin.tsv:13: the point is 55.5 km away from the border of SY0501",
      ])
    #expect(
      found.filter { $0.hasPrefix("parts") } == [
        "parts.tsv:3: east of SY05 is told twice, in line 2 already",
        "parts.tsv:3: the point is 45.6 km outside of SY05",
        "parts.tsv:4: pcode \"SY77\" is no unit of admin.tsv",
      ])
  }

  @Test("roads whose vertices are nowhere, out of order or far apart")
  func roads() throws {
    try append(place("road-test", kind: "road"), to: "places.tsv")
    try append(
      "road-test\t1\tmorek\t\t\town\t", "road-test\t1\t\t35\t36.5\town\t", "road-test\t3\tnowhere\t\t\town\t",
      "road-test\t4\t\t\t\town\t", "road-test\t5\tmorek\t35\t36\town\t", "road-test\t6\t\t33.6\t37.9\town\t",
      "morek\t1\tmorek\t\t\town\t", "x\t0\tmorek\t\t\town\t", to: "roads.tsv")
    #expect(
      try faults() == [
        "roads.tsv:3: ordinal 1 stands behind 1; order the vertices", "roads.tsv:4: there is no place \"nowhere\"",
        "roads.tsv:5: expected a place or a position, found neither",
        "roads.tsv:6: a vertex is a place or has a position of its own; found both",
        "roads.tsv:8: \"morek\" is of kind town, expected road",
        "roads.tsv:8: morek: a road needs two vertices at least",
        "roads.tsv:9: ordinal \"0\": expected a whole number from 1",
        "roads.tsv:9: there is no place \"x\" that the road could be",
        "roads.tsv:9: x: a road needs two vertices at least",
      ])
    #expect(
      try warnings() == ["roads.tsv:7: 226 km from the vertex before; is one missing, or are they out of order?"])
  }

  @Test("redirects that lead nowhere, in circles, or away from a place that is there")
  func redirects() throws {
    try append(
      "morek\tithriyah\t2026-11-20\t", "old-a\tnowhere\t2026-11-20\t", "old-b\told-a\t2026-11-20\t", "old-c\tmorek\t\t",
      "old-c\tithriyah\t20-11-2026\t", to: "redirects.tsv")
    #expect(
      try faults() == [
        // What leads to a place that is redirected leads nowhere.
        "redirects.tsv:2: \"morek\" is redirected itself; name the place where it ends",
        "redirects.tsv:3: \"morek\" is still a place (places.tsv:4); an id is one or the other",
        "redirects.tsv:4: there is no place \"nowhere\"",
        "redirects.tsv:5: \"old-a\" is redirected itself; name the place where it ends",
        "redirects.tsv:6: \"morek\" is redirected itself; name the place where it ends",
        "redirects.tsv:6: since: expected the day of the change, found none",
        "redirects.tsv:7: \"old-c\" is redirected twice, in line 6 already",
        "redirects.tsv:7: since \"20-11-2026\": expected a day such as 2024-12-08",
      ])
  }

  @Test("polygons that cross themselves, are open, run the wrong way, or are nobody's")
  func polygons() throws {
    let features = [
      ImportWorld.square("SY0401", "SY04", 36, 33.5, 38, 34.5),
      ImportWorld.feature(["pcode": "SY0501"], "[[36,34.5],[37,35.5],[37,34.5],[36,35.5],[36,34.5]]"),
      ImportWorld.feature(["pcode": "SY0502"], "[[37,34.5],[38,34.5],[38,35.5],[37,35.5]]"),
      ImportWorld.feature(["pcode": "SY0502"], "[[37,34.5],[37,35.5],[38,35.5],[38,34.5],[37,34.5]]"),
      ImportWorld.feature(["name": "x"], "[[37,34.5],[38,34.5],[38,35.5],[37,35.5],[37,34.5]]"),
      ImportWorld.square("SY0599", "SY05", 36, 33.5, 38, 34.5),
      ImportWorld.square("SY0401", "SY05", 36, 33.5, 38, 34.5),
      ImportWorld.square("SY05", nil, 36, 34.5, 38, 35.5),
    ]
    try world.write("Regions/districts.geojson", ImportWorld.collection(features))
    let found = try faults().filter { $0.hasPrefix("Regions/districts") }.map {
      $0.dropFirst("Regions/districts.geojson:".count)
    }
    #expect(found.contains { $0.hasPrefix("3: SY0501: Self-intersection at longitude 36.5, latitude 35") })
    #expect(
      found.filter { !$0.hasPrefix("3: ") } == [
        "4: a ring must end where it starts",
        "5: SY0502: an outer ring runs clockwise; RFC 7946 wants it counter-clockwise",
        "6: the feature has no \"pcode\" or \"id\"", "7: SY0599 is no unit of admin.tsv",
        "8: SY0401 stands twice, in line 2 already", "8: the parent of SY0401 is SY05 here, SY04 in admin.tsv",
        "9: SY05 is a unit of level 1, not 2",
      ])
  }

  @Test("lines in another encoding are named one by one, and the others are still checked")
  func encodings() throws {
    var bytes = world.folder.bytes("tables/aliases.tsv") ?? []
    // «مورق» in windows-1256.
    bytes += Array("morek\tpress\t".utf8) + [0xE3, 0xE6, 0xD1, 0xDE] + Array("\town\t\n".utf8)
    bytes += Array("morek\tpress\t".utf8) + [0x66, 0xFC, 0x72] + Array("\town\t\n".utf8)
    bytes += Array("nowhere\tpress\tلا مكان\town\t\n".utf8)
    try world.folder.write(bytes, to: "tables/aliases.tsv")
    #expect(
      try faults() == [
        "aliases.tsv:4: expected UTF-8 text, found bytes of windows-1256 («مورق»); save the whole table as UTF-8",
        "aliases.tsv:5: expected UTF-8 text, found other bytes; save the whole table as UTF-8",
        "aliases.tsv:6: there is no place \"nowhere\"",
      ])
  }

  @Test(
    "text that was read in the wrong encoding once is told with what it should be",
    arguments: [("ØªØ¯Ù…Ø±", "تدمر"), ("طھط¯ظ…ط±", "تدمر"), ("ÊÏãÑ", "تدمر")])
  func mojibake(text: String, meant: String) throws {
    try append("morek\tpress\t\(text)\town\t", to: "aliases.tsv")
    #expect(
      try faults().first
        == "aliases.tsv:4: «\(text)» is text that was read in the wrong encoding once; it should be «\(meant)»")
  }

  @Test(
    "names with ط, ظ or accents are no such text",
    arguments: ["طيبة", "ظهرة", "Ḥalab", "Şêxmeqsûd", "Sınırköyü", "Müslümiye", "Gırê Spî"])
  func noMojibake(text: String) throws {
    try append("morek\tpress\t\(text)\town\t", to: "aliases.tsv")
    #expect(try faults() == [])
  }

  @Test("the built-in tables have no fault of this kind but two that are known")
  func builtIn() throws {
    let known = [
      // Arwad, an island of less than a kilometre.
      "extent_km \"0\": expected a number of km above 0",
      // Jabal al-Aqra lies on the border.
      "admin2 is SY0600, but the point is ",
    ]
    let check = GazetteerCheck(.embedded)
    #expect(check.faults.filter { fault in !known.contains { fault.message.hasPrefix($0) } } == [])
    #expect(check.count > 5_000)
  }
}
