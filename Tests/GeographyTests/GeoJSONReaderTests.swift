import RandomSources
import Testing

@testable import Geography

private let point =
  #"{"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[36.5,35]},"properties":{"n":"حلب"}}"#

private func c(_ longitude: Double, _ latitude: Double) -> Coordinate {
  Coordinate(longitude: longitude, latitude: latitude)
}

@Suite("GeoJSON is read feature by feature")
struct GeoJSONReaderTests {
  /// Reads to the end, over errors.
  private func readAll(_ text: String) -> (features: [Feature], errors: [GeographyError], reader: GeoJSONReader) {
    readAll(Array(text.utf8))
  }

  private func readAll(_ bytes: [UInt8]) -> (features: [Feature], errors: [GeographyError], reader: GeoJSONReader) {
    var reader = GeoJSONReader(bytes)
    var features: [Feature] = []
    var errors: [GeographyError] = []
    while true {
      do throws(GeographyError) {
        guard let feature = try reader.next() else { return (features, errors, reader) }
        features.append(feature)
      } catch {
        errors.append(error)
      }
    }
  }

  @Test(
    "All ways of putting features together",
    arguments: [
      ("one feature", point, 1), ("a line each", point + "\n" + point + "\n", 2), ("CRLF", point + "\r\n" + point, 2),
      ("a sequence", "\u{1E}" + point + "\n\u{1E}" + point + "\n", 2), ("a byte order mark", "\u{FEFF}" + point, 1),
      ("a collection", #"{"type":"FeatureCollection","features":[\#(point),\#(point)]}"#, 2),
      ("an empty collection", #"{"type":"FeatureCollection","features":[]}"#, 0),
      (
        "members around",
        #"{"name":"x","type":"FeatureCollection","crs":{"a":[1,{"features":[]}]},"features":[ \#(point) ],"more":[1]}"#,
        1
      ),
      ("features before type", #"{"features":[\#(point)],"type":"FeatureCollection"}"#, 1),
      (
        "two collections", String(repeating: #"{"type":"FeatureCollection","features":[\#(point)]}"# + "\n", count: 2),
        2
      ),
      ("nothing", "", 0), ("spaces", " \n\t ", 0),
    ])
  func layouts(name: String, text: String, count: Int) {
    let (features, errors, reader) = readAll(text)
    #expect(errors.isEmpty)
    #expect(features.count == count)
    #expect(reader.featureCount == count)
    let expected = Feature(
      id: .integer(7), geometry: .point(Coordinate(longitude: 36.5, latitude: 35)),
      properties: [.init("n", .string("حلب"))])
    #expect(features.allSatisfy { $0 == expected })
  }

  @Test func linesOfFeaturesAreKnown() throws {
    var reader = GeoJSONReader(Array("{\"type\":\"FeatureCollection\",\n\"features\":[\n\(point),\n\n\(point)]}".utf8))
    var lines: [Int] = []
    while try reader.next() != nil { lines.append(reader.line) }
    #expect(lines == [3, 5])
  }

  @Test(
    "Geometries",
    arguments: [
      (#"{"type":"Point","coordinates":[1,2,300]}"#, .point(c(1, 2))),
      (#"{"coordinates":[1,2],"type":"Point"}"#, .point(c(1, 2))),
      (
        #"{"bbox":[0,0,1,1],"coordinates":[[1,2],[3,4]],"x":{"type":"y"},"type":"LineString"}"#,
        .lineString([c(1, 2), c(3, 4)])
      ),
      (#"{"type":"MultiPoint","coordinates":[]}"#, .multiPoint([])),
      (#"{"type":"MultiPoint","coordinates":[[1.5,2e0]]}"#, .multiPoint([c(1.5, 2)])),
      (
        #"{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}"#,
        .multiLineString([[c(1, 2), c(3, 4)], [c(5, 6), c(7, 8)]])
      ),
      (
        #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}"#,
        .collection([.point(c(1, 2))])
      ),
      (#"{"geometries":[],"type":"GeometryCollection"}"#, .collection([])),
    ] as [(String, Geometry)])
  func geometries(text: String, expected: Geometry) throws {
    let wrapped = #"{"type":"Feature","properties":null,"geometry":\#(text)}"#
    #expect(try GeoJSONReader.features(in: Array(wrapped.utf8)).map(\.geometry) == [expected])
    // A bare geometry is a feature without properties.
    #expect(try GeoJSONReader.features(in: Array(text.utf8)) == [Feature(geometry: expected, properties: [])])
  }

  @Test func polygonsKeepTheirHoles() throws {
    let rings = "[[[0,0],[4,0],[4,4],[0,0]],[[2,1],[3,1],[3,2],[2,1]]]"
    let hole = try LinearRing([c(2, 1), c(3, 1), c(3, 2), c(2, 1)])
    let polygon = Polygon(exterior: try LinearRing([c(0, 0), c(4, 0), c(4, 4), c(0, 0)]), holes: [hole])
    #expect(try geometry(#"{"type":"Polygon","coordinates":\#(rings)}"#) == .polygon(polygon))
    #expect(
      try geometry(#"{"type":"MultiPolygon","coordinates":[\#(rings),\#(rings)]}"#)
        == .multiPolygon([polygon, polygon]))
  }

  @Test(arguments: ["null", #"{"type":"Feature","geometry":null,"properties":null}"#])
  func nullIsNoGeometry(text: String) throws {
    let feature = text == "null" ? #"{"type":"Feature","id":null,"properties":{}}"# : text
    #expect(try GeoJSONReader.features(in: Array(feature.utf8)) == [Feature(geometry: nil, properties: [])])
  }

  @Test(
    "Faulty features are named by place, the others follow",
    arguments: [
      (#"{"type":"Feature","geometry":{"type":"Point","coordinates":[36]},"properties":{}}"#, 60),
      (#"{"type":"Feature","geometry":{"type":"Point","coordinates":[336,35]},"properties":{}}"#, 60),
      (#"{"type":"Feature","geometry":{"type":"Circle","coordinates":[36,35]},"properties":{}}"#, 61),
      (#"{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1]]]},"properties":{}}"#, 63),
      (#"{"type":"Feature","geometry":{"type":"LineString","coordinates":[[0,0]]},"properties":{}}"#, 65),
      (#"{"type":"Feature","geometry":{"type":"Polygon","coordinates":[]},"properties":{}}"#, 62),
      (#"{"type":"Feature","geometry":{"type":"Point"},"properties":{}}"#, 30),
      (#"{"type":"Feature","geometry":{},"properties":{}}"#, 30),
      (#"{"type":"Feature","id":[1],"geometry":null,"properties":{}}"#, 24),
      (#"{"type":"Feature","geometry":null,"properties":[]}"#, 48),
      (#"{"type":"Feature","geometry":null,"properties":{"a":tru}}"#, 53),
      (#"{"type":"Feature","geometry":null,"properties":{"a":"#, 53),
      (#"{"type":"Feature""#, 18),
      (#"{"geometry":null,"properties":{}}"#, 1),
    ])
  func recovery(bad: String, column: Int) {
    for (layout, text, line) in [
      ("lines", "\(point)\n\(bad)\n\(point)\n", 2), ("sequence", "\u{1E}\(point)\n\u{1E}\(bad)\n\u{1E}\(point)\n", 2),
      ("collection", "{\"type\":\"FeatureCollection\",\"features\":[\n\(point),\n\(bad),\n\(point)\n]}", 3),
    ] {
      let (features, errors, _) = readAll(text)
      #expect(features.count == 2, "\(layout): \(errors)")
      #expect(errors.count == 1, "\(layout)")
      #expect(errors.first?.line == line || bad.hasSuffix(":") || bad.hasSuffix("\""), "\(layout)")
      guard layout == "lines" else { continue }
      switch errors.first {
      case .json(_, _, 2, let found), .geoJSON(_, _, 2, let found), .geometry(_, 2, let found): #expect(found == column)
      // A cut line is noticed in the next one or behind it.
      case .json(_, _, 3...4, _): #expect(bad.hasSuffix(":") || bad.hasSuffix("\""))
      default: Issue.record("\(errors)")
      }
    }
  }

  @Test(
    "Texts that are no GeoJSON",
    arguments: [
      ("[1,2]", 1), ("{}", 1), (#"{"type":"FeatureCollection"}"#, 1), (#"{"type":"Topology","objects":{}}"#, 1),
      ("hello", 1),
      ("\n\n<html>", 3), (#"{"type":"FeatureCollection","features":5}"#, 1),
    ])
  func noGeoJSON(text: String, line: Int) {
    let (features, errors, _) = readAll(text)
    #expect(features.isEmpty)
    #expect(errors.first?.line == line)
  }

  @Test func aCutCollectionGivesWhatIsThere() {
    let (features, errors, _) = readAll("{\"type\":\"FeatureCollection\",\"features\":[\n\(point),\n\(point)")
    #expect(features.count == 2)
    #expect(errors.count == 1)
  }

  @Test func manyFaultsTakeTimeInProportion() {
    let (features, errors, _) = readAll(String(repeating: "{\"type\":\"Feature\",\"geometry\":{\n", count: 20_000))
    #expect(features.isEmpty)
    #expect(errors.count == 20_000)
  }

  @Test("Any bytes end in features and errors with lines", arguments: [11, 12] as [UInt64])
  func fuzz(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let ring = "[[[36,35],[37,35],[37,36],[36,35]]]"
    let samples = [
      point + "\n" + point, "\u{1E}" + point + "\n\u{1E}" + point + "\n",
      "{\"type\":\"FeatureCollection\",\"name\":\"x\",\n\"features\":[\n\(point),\n\(point)],\"z\":{}}",
      #"{"type":"Feature","geometry":{"type":"Polygon","coordinates":\#(ring)},"properties":null}"#,
      #"{"geometry":{"coordinates":[\#(ring)],"type":"MultiPolygon"},"type":"Feature"}"#,
      #"{"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[1,2],[3,4]]}]}"#,
    ].map { Array($0.utf8) }
    for turn in 0..<10_000 {
      let bytes = random.mutation(of: samples)
      let (features, errors, _) = readAll(bytes)
      let lines = 1 + bytes.count { $0 == 0x0A }
      #expect(errors.allSatisfy { (1...lines).contains($0.line) }, "seed \(seed), turn \(turn): \(bytes)")
      #expect(features.count + errors.count <= bytes.count, "seed \(seed), turn \(turn): \(bytes)")
      // What came out is good GeoJSON again.
      let again = readAll(GeoJSONWriter.bytes(of: features))
      #expect(again.errors.isEmpty && again.features.count == features.count, "seed \(seed), turn \(turn): \(bytes)")
    }
  }

  private func geometry(_ text: String) throws -> Geometry? {
    try GeoJSONReader.features(in: Array(text.utf8)).first?.geometry
  }
}
