import Testing

@testable import Geography

@Suite("GeoJSON is written as RFC 7946 says")
struct GeoJSONWriterTests {
  private func c(_ longitude: Double, _ latitude: Double) -> Coordinate {
    Coordinate(longitude: longitude, latitude: latitude)
  }

  private func text(_ features: [Feature], _ layout: GeoJSONWriter.Layout = .collection) -> String {
    String(decoding: GeoJSONWriter.bytes(of: features, layout), as: UTF8.self)
  }

  @Test func layouts() {
    let feature = Feature(id: .string("a"), geometry: .point(c(36.5, 35.25)), properties: [.init("n", .string("حلب"))])
    let one =
      #"{"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[36.5,35.25]},"properties":{"n":"حلب"}}"#
    #expect(text([feature, feature]) == "{\"type\":\"FeatureCollection\",\"features\":[\n\(one),\n\(one)\n]}\n")
    #expect(text([feature, feature], .sequence) == "\u{1E}\(one)\n\u{1E}\(one)\n")
    #expect(text([feature, feature], .lines) == "\(one)\n\(one)\n")
    #expect(text([]) == "{\"type\":\"FeatureCollection\",\"features\":[]}\n")
    #expect(text([], .lines).isEmpty)
    let members = GeoJSONWriter.bytes(of: [], members: [.init("name", .string("x"))])
    #expect(
      String(decoding: members, as: UTF8.self) == "{\"type\":\"FeatureCollection\",\"name\":\"x\",\"features\":[]}\n")
  }

  @Test func noGeometryIsNull() {
    let none = "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}\n"
    #expect(text([Feature(geometry: nil, properties: [])], .lines) == none)
    #expect(text([Feature(geometry: .point(c(.nan, 1)), properties: [])], .lines) == none)
    #expect(
      text([Feature(geometry: .collection([.lineString([c(1, 1), c(.infinity, 1)])]), properties: [])], .lines) == none)
  }

  @Test("Exteriors wind counter-clockwise, holes clockwise, also when tiny", arguments: [1, 1e-5])
  func winding(size: Double) throws {
    func ring(_ corners: [(Double, Double)]) throws -> LinearRing {
      try LinearRing(corners.map { c(36 + $0.0 * size, 35 + $0.1 * size) })
    }
    let counterClockwise = [(0.0, 0.0), (3, 0), (3, 3), (0, 0)]
    let inner = [(1.0, 0.5), (2, 0.5), (2, 1), (1, 0.5)]
    for exterior in [counterClockwise, counterClockwise.reversed()] {
      for hole in [inner, inner.reversed()] {
        let polygon = Polygon(exterior: try ring(exterior), holes: [try ring(hole)])
        let bytes = GeoJSONWriter.bytes(of: [Feature(geometry: .polygon(polygon), properties: [])])
        guard case .polygon(let back) = try GeoJSONReader.features(in: bytes).first?.geometry else {
          Issue.record("no polygon came back")
          return
        }
        #expect(back.exterior.doubledAreaFromFirst > 0)
        #expect(back.holes.allSatisfy { $0.doubledAreaFromFirst < 0 })
      }
    }
  }

  @Test("What is read is written in the same bytes", arguments: GeoJSONWriter.Layout.allCases)
  func roundTrip(layout: GeoJSONWriter.Layout) throws {
    let ring = try LinearRing([c(36.1, 35), c(37, 35.000001), c(37, 36), c(36.1, 35)])
    let hole = try LinearRing([c(36.5, 35.1), c(36.9, 35.5), c(36.8, 35.2), c(36.5, 35.1)])
    // A ring without area is not turned round.
    let flat = Polygon(exterior: try LinearRing([c(1, 1), c(2, 2), c(3, 3), c(1, 1)]))
    let geometries: [Geometry?] = [
      .point(c(-180, 90)), .multiPoint([c(1, 2), c(3, 4)]), .lineString([c(1, 2), c(3, 4)]),
      .multiLineString([[c(1, 2), c(3, 4)], [c(0.000001, -0.5), c(1, 1)]]),
      .polygon(Polygon(exterior: ring, holes: [hole])),
      .multiPolygon([Polygon(exterior: ring), flat]), .collection([.point(c(1, 2)), .collection([])]), nil,
    ]
    let properties: [JSONValue.Member] = [
      .init("ا\"\\\u{01}", .string("سطر\nسطر")), .init("n", .null), .init("i", .integer(-3)), .init("d", .number(1)),
      .init("x", .object([.init("y", .array([.bool(false), .number(2.5e-9)]))])),
    ]
    let ids: [JSONValue?] = [.integer(1), .string("ب"), .number(1.5), nil, nil, nil, nil, nil]
    let features = zip(ids, geometries).map { Feature(id: $0, geometry: $1, properties: properties) }
    let bytes = GeoJSONWriter.bytes(of: features, layout)
    let back = try GeoJSONReader.features(in: bytes)
    #expect(back == features)
    #expect(GeoJSONWriter.bytes(of: back, layout) == bytes)
  }

  @Test func nothingIsWrittenAfterTheEnd() {
    var writer = GeoJSONWriter(.collection)
    writer.finish()
    let closed = writer.pendingCount
    writer.write(Feature(geometry: nil, properties: []))
    writer.finish()
    #expect(writer.pendingCount == closed)
    #expect(writer.drain().count == closed)
    #expect(writer.pendingCount == 0)
  }
}
