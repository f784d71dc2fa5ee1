import Aggregation
import Geography
import Incidents

/// Two square regions that share the edge at 37° east: SY01 from 36° to 37°, SY02 from 37° to 38°, both from 34° to
/// 35° north.
enum Squares {
  static func regions() throws -> [TrendRegion] {
    [
      TrendRegion(id: "SY01", name: "West", arabicName: "غرب", geometry: try box(36, 34, 37, 35)),
      TrendRegion(id: "SY02", name: "East", arabicName: "شرق", geometry: try box(37, 34, 38, 35)),
    ]
  }

  static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) throws -> Geometry {
    let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return .polygon(Polygon(exterior: try LinearRing(corners.map { Coordinate(longitude: $0.0, latitude: $0.1) })))
  }
}

/// A record of little text; degrees WGS 84, km.
func incident(
  _ id: String, _ start: String?, to end: String? = nil, open: Bool = false, at point: (Double, Double)? = (36.5, 34.5),
  _ precision: PlacePrecision = .locality, km: Double = 2, footprint: String? = nil, kind: RecordKind = .incident,
  type: EventType = .clash, killed: CountRange? = nil, published: String? = nil, duplicateOf: String? = nil
) -> Record {
  let first = start.flatMap { CalendarDate(iso: $0) }
  let last = open ? nil : end.flatMap { CalendarDate(iso: $0) } ?? first
  let place = point.map { point in
    ResolvedPlace(
      id: "p-\(id)", name: "Place \(id)", arabicName: "", precision: precision,
      point: Coordinate(longitude: point.0, latitude: point.1),
      footprint: footprint.flatMap { FootprintExpression($0) } ?? .point(place: "p-\(id)", radius: km),
      uncertaintyKm: km)
  }
  return Record(
    id: id, kind: kind, type: type, time: DateSpan(start: first, end: last, precision: .day), place: place,
    killed: killed,
    evidence: Evidence(text: "", range: 0..<0),
    source: Record.Source(reportID: "r", published: published.flatMap { CalendarDate(iso: $0) }),
    duplicateOf: duplicateOf)
}

/// Draws the footprints it is told.
struct FixedFootprints: FootprintSource {
  var polygons: [String: Geometry]

  func polygon(for expression: FootprintExpression) -> Geometry? { polygons[expression.description] }
}
