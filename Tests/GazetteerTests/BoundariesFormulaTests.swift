import Gazetteer
import Geodesy
import Geography
import Tables
import TestFolders
import Testing
import Topology

/// Formulas of areas: reading them, and what they draw.
struct BoundariesFormulaTests {
  @Test("& binds closer than + and -, which go from left to right")
  func order() throws {
    #expect(
      try AreaFormula("SY12 + SY13 & ring-plain - badia")
        == .difference(.union(.name("SY12"), .intersection(.name("SY13"), .name("ring-plain"))), .name("badia")))
    #expect(
      try AreaFormula("SY01 - (SY01 - ring-jobar)")
        == .difference(.name("SY01"), .difference(.name("SY01"), .name("ring-jobar"))))
    #expect(try AreaFormula("SY01 + SY02 & SY01").names == ["SY01", "SY02"])
  }

  @Test("distances, circles, boxes and sides")
  func calls() throws {
    #expect(
      try AreaFormula("near(line-khabur, 5 km) & left-of(line-euphrates)")
        == .intersection(.near(.name("line-khabur"), km: 5), .leftOf("line-euphrates")))
    #expect(
      try AreaFormula("circle(38.6178 E 33.5064 N, 55 km)")
        == .circle(Coordinate(longitude: 38.6178, latitude: 33.5064), km: 55))
    #expect(
      try AreaFormula("box(36 E 33.6 N, 37 E 34 N)") == .box(BoundingBox(west: 36, south: 33.6, east: 37, north: 34)))
    #expect(try AreaFormula("right-of(line-euphrates)") == .rightOf("line-euphrates"))
  }

  @Test(
    "what cannot be read is named with its character",
    arguments: [
      ("", 1), ("SY01 +", 7), ("SY01 SY02", 6), ("(SY01", 6), ("SY01)", 5), ("SY01 + - SY02", 8), ("around(SY01)", 1),
      ("near(SY01, 5)", 13), ("near(SY01, x km)", 12), ("near(SY01, 0 km)", 12), ("near(SY01, 9999 km)", 12),
      ("circle(33.5 N 38.6 E, 5 km)", 13), ("circle(338.6 E 33.5 N, 5 km)", 8), ("box(37 E 33 N, 36 E 34 N)", 1),
      ("near(SY01, nan km)", 12), ("SY01 & بادية", 8), ("left-of(SY01 + SY02)", 14),
      (String(repeating: "(", count: 60), 51),
    ])
  func unreadable(text: String, column: Int) throws {
    let fault = try #require(throws: AreaFormulaFault.self) { try AreaFormula(text) }
    #expect(fault.column == column, "\(fault)")
  }

  private func builder(
    _ formulas: [String], lines: String = "", places: [String] = ["a", "b"]
  ) throws -> AreaBuilder {
    let folder = try Folder()
    try folder.write(("id\tformula\tsource\tnote\n" + formulas.joined(separator: "\n") + "\n").utf8, to: "areas.tsv")
    try folder.write(
      "{\"type\":\"FeatureCollection\",\"features\":[\(lines)]}".utf8, to: "Regions/lines.geojson")
    let rows = places.map { "\($0)\t\($0) in English\t\($0) بالعربية\n" }.joined()
    try folder.write(("id\tenglish\tarabic\n" + rows).utf8, to: "places.tsv")
    return try AreaBuilder(tables: TableSet(folder: folder.path))
  }

  /// Two governorates, each a square of half a degree by one.
  private let boundaries: Boundaries = {
    func square(_ code: String, _ west: Double) -> Boundaries.Unit? {
      let corners = [(west, 34.0), (west + 0.5, 34), (west + 0.5, 35), (west, 35), (west, 34)]
      guard let ring = try? LinearRing(corners.map { Coordinate(longitude: $0.0, latitude: $0.1) }) else { return nil }
      return Boundaries.Unit(
        pcode: code, parent: "", english: "", arabic: "", geometry: .polygon(Polygon(exterior: ring)))
    }
    let units = [square("SY01", 36), square("SY02", 36.5)].compactMap(\.self)
    return Boundaries(units: [.governorate: units], source: "test")
  }()

  private let river =
    "{\"type\":\"Feature\",\"properties\":{\"id\":\"line-river\",\"left\":[[38,36],[36.25,36]]},"
    + "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[36.25,35.1],[36.25,34.5],[38,34.5]]}}"

  @Test("the sides of a line are the two parts of the country")
  func sides() throws {
    let areas = try builder(["a\tleft-of(line-river)\ts\tn", "b\tright-of(line-river)\ts\tn"], lines: river)
      .areas(of: boundaries).areas
    let context = try GEOSContext()
    // The north-eastern three quarters of the width by half the height, and the rest of one square degree.
    #expect(try abs(context.area(of: areas[0].geometry) - 0.375) < 1e-6)
    #expect(try abs(context.area(of: areas[1].geometry) - 0.625) < 1e-6)
    #expect(areas[0].english == "a in English" && areas[1].arabic == "b بالعربية")
  }

  @Test("near is a distance on the ground, and an area can be made of another")
  func distance() throws {
    let areas = try builder(["a\tSY & near(line-river, 10 km)\ts\tn", "b\tSY - a\ts\tn"], lines: river)
      .areas(of: boundaries).areas
    let context = try GEOSContext()
    let sum = try context.area(of: areas[0].geometry) + context.area(of: areas[1].geometry)
    // Both are rounded inwards, which leaves a strip of up to 0.00001° between them.
    #expect(sum <= 1 && sum > 1 - 2e-5)
    // Along the eastern part the edge runs 10 km north and south of the line: 0.09015° each at this latitude.
    let east = Coordinate(longitude: 36.9, latitude: 34.5)
    for bearing in [0.0, 180] {
      let inside = Geodesic.wgs84.direct(from: east, bearing: bearing, distanceKm: 9.9)
      let outside = Geodesic.wgs84.direct(from: east, bearing: bearing, distanceKm: 10.1)
      #expect(try context.covers(areas[0].geometry, .point(inside)))
      #expect(try context.covers(areas[1].geometry, .point(outside)))
    }
  }

  @Test(
    "faulty rows are named by line",
    arguments: [
      (["a\tSY01 +\ts\tn"], "areas.tsv:2: a: character 7 of the formula: expected a P-code"),
      (["a\tSY01\ts\tn", "a\tSY02\ts\tn"], "areas.tsv:3: a: this id stands in the table already"),
      (["c\tSY01\ts\tn"], "areas.tsv:2: c: expected a place of this id in places.tsv"),
      (["a\tSY01 - ring-x\ts\tn"], "areas.tsv:2: a: \"ring-x\" is no P-code, no area"),
    ])
  func faultyRows(rows: [String], message: String) throws {
    let error = try #require(throws: BoundaryFaults.self) { try builder(rows) }
    #expect(error.description.hasPrefix(message), "\(error)")
  }

  @Test(
    "areas that cannot be made are named",
    arguments: [
      (["a\tb\ts\tn", "b\ta - SY01\ts\tn"], "areas.tsv:2: a: it is made of itself: a from b from a"),
      (["a\tSY0100\ts\tn"], "areas.tsv:2: a: \"SY0100\" is no unit of the boundaries given"),
      (["a\tSY01 & SY02\ts\tn"], "areas.tsv:2: a: expected an area, found nothing"),
      (["a\tleft-of(SY01)\ts\tn"], "areas.tsv:2: a: \"SY01\" is no line with sides"),
    ])
  func impossible(rows: [String], message: String) throws {
    let error = try #require(throws: BoundaryFaults.self) { try builder(rows).areas(of: boundaries) }
    #expect(error.description.hasPrefix(message), "\(error)")
  }

  @Test("faulty own lines are named by line and feature")
  func faultyLines() throws {
    let twice = river + ",\n" + river + ",\n{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}"
    let error = try #require(throws: BoundaryFaults.self) { try builder(["a\tSY01\ts\tn"], lines: twice) }
    #expect(
      error.faults.map(\.description) == [
        "Regions/lines.geojson:2: feature 2, line-river: this id stands on line 1 already",
        "Regions/lines.geojson:3: feature 3: expected a property \"id\", found none",
      ])
  }
}
