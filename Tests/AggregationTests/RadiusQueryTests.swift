import Aggregation
import Formats
import Geography
import Incidents
import Testing

// On the equator a degree of longitude is π/180 × 6378.137 km = 111.3195 km, so 0.1° are 11.132 km.
@Suite("What lies within a radius")
struct RadiusQueryTests {
  private func ask(
    _ records: [Record], km: Double, filter: RecordFilter = RecordFilter()
  ) throws -> RadiusAnswer {
    try RadiusQuery(centre: Coordinate(longitude: 40, latitude: 0), radiusKm: km, filter: filter).answer(from: records)
  }

  private func told(_ answer: RadiusAnswer) -> [String] {
    answer.hits.map { "\($0.record.id) \($0.match)\($0.isWider ? " wider" : "")" }
  }

  @Test(
    "certain within distance + uncertainty, possible within distance − uncertainty",
    arguments: [
      (13.2, "certain"), (13.1, "possible"), (9.2, "possible"), (9.1, ""), (0, ""),
    ])
  func uncertainty(km: Double, match: String) throws {
    let answer = try ask([incident("a", "2023-05-05", at: (40.1, 0), km: 2)], km: km)
    #expect(answer.hits.map(\.match.rawValue).joined() == match)
  }

  @Test("distance and bearing are those of the ellipsoid")
  func distance() throws {
    let answer = try ask(
      [
        incident("east", "2023-05-05", at: (40.1, 0)), incident("west", "2023-05-05", at: (39.8, 0)),
        incident("north", "2023-05-05", at: (40, 0.01)), incident("here", "2023-05-05", at: (40, 0)),
      ], km: 50)
    #expect(answer.hits.map(\.record.id) == ["here", "north", "east", "west"])
    // The meridian at the equator: π/180 × 6335.439 km = 110.5743 km a degree.
    let want = [(0.0, nil), (1.105743, 0), (11.13195, 90), (22.26390, 270)] as [(Double, Double?)]
    for (hit, (km, bearing)) in zip(answer.hits, want) {
      #expect(abs(hit.distanceKm - km) < 0.0001, "\(hit.record.id)")
      #expect((hit.bearing == nil) == (bearing == nil), "\(hit.record.id)")
      if let bearing, let found = hit.bearing { #expect(abs(found - bearing) < 1e-6, "\(hit.record.id)") }
    }
  }

  @Test("certain first, then possible, then what is known only to wider areas; by distance, then id")
  func order() throws {
    let answer = try ask(
      [
        incident("gov", "2023-05-05", at: (40.01, 0), .governorate, km: 90),
        incident("far", "2023-05-05", at: (40.44, 0), km: 5),
        incident("b", "2023-05-05", at: (40.1, 0)), incident("a", "2023-05-05", at: (40.1, 0)),
        incident("near", "2023-05-05", at: (40.05, 0), .area, km: 60),
        incident("land", "2023-05-05", at: (44, 0), .country, km: 450),
        incident("off", "2023-05-05", at: (44, 0), .country, km: 300),
        incident("in", "2023-05-05", at: (40.2, 0), .region, km: 10),
      ], km: 50)
    #expect(
      told(answer) == [
        "a certain", "b certain", "in certain wider", "near possible", "far possible", "gov possible wider",
        "land possible wider",
      ])
    #expect(answer.totals == (certain: 3, possible: 2, wider: 2))
  }

  @Test("a date that only touches the period makes a hit possible")
  func dates() throws {
    let filter = RecordFilter(
      since: CalendarDate(iso: "2023-05-01"), until: CalendarDate(iso: "2023-05-31"), types: [.clash])
    let answer = try ask(
      [
        incident("in", "2023-05-31", at: (40, 0)), incident("touching", "2023-05-31", to: "2023-06-01", at: (40, 0)),
        incident("after", "2023-06-01", at: (40, 0)), incident("undated", nil, at: (40, 0)),
        incident("other", nil, at: (40, 0), type: .airstrike), incident("far", nil, at: (50, 0)),
        incident("nowhere", "2023-05-05", at: nil), incident("again", "2023-05-31", at: (40, 0), duplicateOf: "in"),
      ], km: 5, filter: filter)
    #expect(told(answer) == ["in certain", "touching possible"])
    #expect((answer.dateless, answer.placeless, answer.repeated) == (1, 1, 1))
  }

  @Test("what cannot be asked is refused", arguments: [-1, .nan, .infinity, 20_004])
  func radius(km: Double) {
    #expect(throws: AggregationError.self) {
      _ = try RadiusQuery(centre: Coordinate(longitude: 40, latitude: 0), radiusKm: km)
    }
  }

  @Test("a centre outside of WGS 84 is refused")
  func centre() {
    let swapped = Coordinate(longitude: 34, latitude: 138)
    #expect(throws: AggregationError.centreOutOfRange(swapped)) { _ = try RadiusQuery(centre: swapped, radiusKm: 1) }
  }

  @Test("hits as GeoJSON and CSV")
  func files() throws {
    let answer = try ask(
      [incident("a", "2023-05-05", at: (40.1, 0)), incident("gov", "2023-05-05", at: (40, 0), .governorate, km: 90)],
      km: 20)
    #expect(RadiusHit.extraNames == answer.hits[0].extra.map(\.name))
    var lines = RecordFormat.geoJSONLines.makeWriter(extraNames: RadiusHit.extraNames)
    var csv = RecordFormat.csv.makeWriter(extraNames: RadiusHit.extraNames)
    for hit in answer.hits {
      lines.write(hit.record, extra: hit.extra)
      csv.write(hit.record, extra: hit.extra)
    }
    let json = String(decoding: lines.drain(), as: UTF8.self)
    #expect(json.contains(#""distance_km":11.13,"bearing_deg":90.0,"match":"certain","known_only_to":null}}"#))
    #expect(json.contains(#""distance_km":0.0,"bearing_deg":null,"match":"possible","known_only_to":"Place gov"}}"#))
    let text = String(decoding: csv.drain(), as: UTF8.self)
    #expect(text.contains(",event_time,distance_km,bearing_deg,match,known_only_to\n"))
    #expect(text.contains(",0,40.1,2023-05-05 00:00:00,11.13,90.0,certain,\n"))
  }
}
