import Gazetteer
import Geography
import Testing

/// Files of boundaries as publishers and accidents leave them.
struct BoundariesFaultTests {
  private static let west = "[[[36,34],[36.5,34],[36.5,35],[36,35],[36,34]]]"
  private static let east = "[[[36.5,34],[37,34],[37,35],[36.5,35],[36.5,34]]]"
  private static let whole = "[[[36,34],[36.5,34],[37,34],[37,35],[36.5,35],[36,35],[36,34]]]"

  private func file(_ name: String, _ features: [(properties: String, coordinates: String)]) -> BoundaryFile {
    let lines = features.map {
      "{\"type\":\"Feature\",\"properties\":{\($0.properties)},"
        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":\($0.coordinates)}}"
    }
    let text = "{\"type\":\"FeatureCollection\",\"features\":[\n" + lines.joined(separator: ",\n") + "\n]}\n"
    return BoundaryFile(name: name, bytes: Array(text.utf8))
  }

  private func build(
    _ districts: [(String, String)], governorates: [(String, String)] = [("\"pcode\":\"SY01\"", whole)],
    toleranceDegrees: Double = 0.005
  ) throws(BoundaryFaults) -> Boundaries {
    try BoundaryBuilder(names: AdminNames([:]), toleranceDegrees: toleranceDegrees).boundaries(
      governorates: file("adm1.geojson", governorates.map { (properties: $0.0, coordinates: $0.1) }),
      districts: file("adm2.geojson", districts.map { (properties: $0.0, coordinates: $0.1) }))
  }

  private func faults(
    _ districts: [(String, String)], governorates: [(String, String)] = [("\"pcode\":\"SY01\"", whole)]
  ) throws -> [String] {
    let error = try #require(throws: BoundaryFaults.self) { try build(districts, governorates: governorates) }
    return error.faults.map(\.description)
  }

  private let good = [("\"pcode\":\"SY0100\"", west), ("\"pcode\":\"SY0101\"", east)]

  @Test(
    "codes and names are read by the columns of several editions",
    arguments: [
      "\"pcode\":\"SY0100\",\"name_en\":\"Homs\",\"name_ar\":\"حمص\",\"adm1_pcode\":\"SY01\"",
      "\"ADM2_EN\":\"Homs\",\"ADM2_AR\":\"حمص\",\"ADM2_PCODE\":\"SY0100\",\"ADM1_EN\":\"X\",\"ADM1_PCODE\":\"SY01\"",
      "\"adm2_name\":\"Homs\",\"adm2_name1\":\"حمص\",\"adm2_name2\":null,\"adm2_pcode\":\"SY0100\",\"adm1_pcode\":\"SY01\"",
      "\"adm2_name\":\"حمص\",\"adm2_name1\":\"Homs\",\"adm2_pcode\":\"SY0100\"",
      "\"pcode\":\"SY0100\",\"name\":\"Homs\",\"name_ar\":\"حمص\",\"parent\":\"SY01\"",
    ])
  func spellings(properties: String) throws {
    let built = try build([(properties, Self.west), good[1]])
    let unit = try #require(built.units[.district]?.first)
    #expect(unit.pcode == "SY0100" && unit.parent == "SY01")
    #expect(unit.english == "Homs" && unit.arabic == "حمص")
  }

  @Test("the gazetteer's names stand before those of the file")
  func names() throws {
    let builder = BoundaryBuilder(names: AdminNames(["SY0101": (english: "Palmyra", arabic: "تدمر")]))
    let built = try builder.boundaries(
      governorates: file("adm1.geojson", [(properties: "\"pcode\":\"SY01\"", coordinates: Self.whole)]),
      districts: file("adm2.geojson", good.map { (properties: $0.0 + ",\"name_en\":\"Tadmor\"", coordinates: $0.1) }))
    #expect(built.units[.district]?.map(\.english) == ["Tadmor", "Palmyra"])
  }

  @Test("governorates are what their districts leave when the borders between them go")
  func output() throws {
    let built = try build(good)
    #expect(built.notes == [])
    let text = String(decoding: try #require(built.geoJSON(.governorate)), as: UTF8.self)
    // The two ends of the border between the districts stay: a corner where neighbours change may not go.
    #expect(
      text == """
        {"type":"FeatureCollection","name":"governorates","source":"OCHA COD-AB Syria v02 (valid 2020-12-17), CC BY-IGO; \
        generalised with shared arcs, Visvalingam tolerance 0.005 degrees",
        "features":[
        {"type":"Feature","properties":{"pcode":"SY01","name":"SY01","name_ar":""},"geometry":{"type":"Polygon",\
        "coordinates":[[[36,34],[36.5,34],[37,34],[37,35],[36.5,35],[36,35],[36,34]]]}}
        ]}

        """)
    #expect(built.geoJSON(.subdistrict) == nil)
  }

  @Test("wrong winding is mended and noted")
  func winding() throws {
    let clockwise = "[[[36,34],[36,35],[36.5,35],[36.5,34],[36,34]]]"
    let built = try build([("\"pcode\":\"SY0100\"", clockwise), good[1]])
    #expect(
      built.notes.map(\.description) == [
        "adm2.geojson: rings of 1 features wind the wrong way (SY0100): turned, exteriors counter-clockwise"
      ])
    let expected = try #require(try build(good).geoJSON(.district))
    #expect(built.geoJSON(.district) == expected)
  }

  @Test("a border that misses its neighbour by a hair is joined and noted")
  func hair() throws {
    // The neighbour has one corner more on the border, a millionth of a degree beside the line, and one end as far off.
    let east = "[[[36.500001,33.999999],[37,34],[37,35],[36.5,35],[36.500001,34.5],[36.500001,33.999999]]]"
    let built = try build([good[0], ("\"pcode\":\"SY0101\"", east)], toleranceDegrees: 0)
    #expect(!built.notes.isEmpty && built.notes.allSatisfy { $0.message.contains("joined") })
    #expect(
      built.units[.governorate]?.first?.geometry
        == (try build(good, toleranceDegrees: 0).units[.governorate]?.first?.geometry))
  }

  @Test("an unclosed ring is named by file, line and feature")
  func unclosed() throws {
    let open = "[[[36,34],[36.5,34],[36.5,35],[36,35]]]"
    let found = try faults([("\"pcode\":\"SY0100\"", open), good[1]])
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("adm2.geojson:2: feature 1: ") && found[0].contains("a ring must end where it starts"))
  }

  @Test("a bow-tie is named with its place")
  func bowTie() throws {
    let bow = "[[[36,34],[36.5,35],[36.5,34],[36,35],[36,34]]]"
    let found = try faults([("\"pcode\":\"SY0100\"", bow), good[1]])
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("adm2.geojson:2: feature 1, SY0100: expected a valid polygon, found: Self-intersection"))
    #expect(found[0].contains("longitude 36.25"))
  }

  @Test("missing, doubled and orphaned codes are named, all in one report")
  func codes() throws {
    let found = try faults([
      ("\"name_en\":\"Homs\"", Self.west), good[1], good[1], ("\"pcode\":\"SY0900\"", Self.west),
    ])
    #expect(found.count == 3)
    #expect(found[0].hasPrefix("adm2.geojson:2: feature 1: expected a P-code in \"pcode\" or \"ADM2_PCODE\""))
    #expect(found[1].hasPrefix("adm2.geojson:4: feature 3, SY0101: this P-code stands at feature 2 already"))
    #expect(found[2] == "adm2.geojson:5: feature 4, SY0900: its parent \"SY09\" is not among the units above")
  }

  @Test("a governorate without districts is named")
  func childless() throws {
    let found = try faults(good, governorates: [("\"pcode\":\"SY01\"", Self.whole), ("\"pcode\":\"SY02\"", Self.west)])
    #expect(found.contains("adm2.geojson: SY02: expected districts of this unit, found none"))
  }

  @Test("an overlap is named with both units and its size")
  func overlap() throws {
    let wide = "[[[36.4,34],[37,34],[37,35],[36.4,35],[36.4,34]]]"
    let found = try faults([good[0], ("\"pcode\":\"SY0101\"", wide)])
    // 0.1 by 1 degree at 34.5° north: 9.18 km by 110.9 km.
    let fault = try #require(found.first { $0.contains("overlaps") })
    #expect(fault.hasPrefix("adm2.geojson:2: feature 1, SY0100: overlaps SY0101 (line 3) by 101"), "\(fault)")
  }

  @Test("a unit within another is an overlap, too")
  func enclosed() throws {
    let inner = "[[[36.6,34.2],[36.7,34.2],[36.7,34.3],[36.6,34.3],[36.6,34.2]]]"
    let found = try faults(good + [("\"pcode\":\"SY0102\"", inner)])
    #expect(found.contains { $0.contains("SY0101: overlaps SY0102 (line 4) by 10") })
  }

  @Test("a gap is named with its size, its place and the units around it")
  func gap() throws {
    let notched = "[[[36.5,34],[37,34],[37,35],[36.5,35],[36.5,34.6],[36.6,34.5],[36.5,34.4],[36.5,34]]]"
    let west = "[[[36,34],[36.5,34],[36.5,34.4],[36.5,34.6],[36.5,35],[36,35],[36,34]]]"
    let found = try faults([("\"pcode\":\"SY0100\"", west), ("\"pcode\":\"SY0101\"", notched)])
    // 0.2 by 0.1 degrees, halved: 22.2 km by 9.2 km by 1/2.
    #expect(found.contains { $0.contains("a gap of 101") && $0.hasSuffix("between SY0100, SY0101") }, "\(found)")
  }

  @Test("a stray corner at 0, 0 is named as a fault, and takes neither long nor much memory", .timeLimit(.minutes(1)))
  func stray() throws {
    let stray = "[[[36.5,34],[0,0],[37,34],[37,35],[36.5,35],[36.5,34]]]"
    let found = try faults([good[0], ("\"pcode\":\"SY0101\"", stray)])
    #expect(found.contains { $0.contains("adm1.geojson:2: feature 1, SY01: its districts") && $0.contains("beyond") })
  }

  @Test("files of levels that do not belong together are found by their ground")
  func levels() throws {
    let larger = "[[[36,34],[36.5,34],[37.1,34],[37.1,35],[36.5,35],[36,35],[36,34]]]"
    let found = try faults(good, governorates: [("\"pcode\":\"SY01\"", larger)])
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("adm1.geojson:2: feature 1, SY01: its districts leave out 101"))
  }

  @Test("what is no GeoJSON, holds nothing or holds points is named")
  func otherFiles() throws {
    let builder = BoundaryBuilder(names: AdminNames([:]))
    for text in ["", "no", "{\"type\":\"FeatureCollection\",\"features\":[]}"] {
      let broken = BoundaryFile(name: "adm2.geojson", bytes: Array(text.utf8))
      let error = try #require(throws: BoundaryFaults.self) {
        try builder.boundaries(
          governorates: file("adm1.geojson", [(properties: "\"pcode\":\"SY01\"", coordinates: Self.whole)]),
          districts: broken)
      }
      #expect(error.faults.contains { $0.file == "adm2.geojson" }, "\(text)")
    }
    let point = Array(
      "{\"type\":\"Feature\",\"properties\":{\"pcode\":\"SY0100\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[36,34]}}"
        .utf8)
    let error = try #require(throws: BoundaryFaults.self) {
      try builder.boundaries(
        governorates: file("adm1.geojson", [(properties: "\"pcode\":\"SY01\"", coordinates: Self.whole)]),
        districts: BoundaryFile(name: "adm2.geojson", bytes: point))
    }
    #expect(error.description.contains("adm2.geojson:1: feature 1, SY0100: expected a polygon or multipolygon"))
  }
}
