package import Geography
package import Incidents

/// A record near a centre.
package struct RadiusHit: Hashable, Sendable {
  package let record: Record
  /// From the centre to the record's point, km on the ellipsoid.
  package let distanceKm: Double
  /// From the centre to the record's point, degrees clockwise from north; nil at the centre itself.
  package let bearing: Double?
  package let match: Match

  /// How surely a record lies in the circle and in the period.
  package enum Match: String, CaseIterable, Sendable {
    /// Its whole circle of uncertainty lies in the circle, and every day it may have happened on in the period.
    case certain
    case possible
  }

  /// True when the record is known only to a governorate, a region or the country.
  package var isWider: Bool { record.place.map { Self.isWider($0.precision) } ?? false }

  static func isWider(_ precision: PlacePrecision) -> Bool {
    switch precision {
    case .governorate, .region, .country: true
    default: false
    }
  }

  /// The names of the properties that a hit has beyond its record's, in order.
  package static let extraNames = ["distance_km", "bearing_deg", "match", "known_only_to"]

  /// The properties beyond the record's: km to two decimals, degrees to one, and the wider area's name or null.
  package var extra: [JSONValue.Member] {
    let degrees = bearing.map { Self.rounded($0, 10) }
    return [
      JSONValue.Member("distance_km", .number(Self.rounded(distanceKm, 100))),
      // 359.96 rounds up to a full turn.
      JSONValue.Member("bearing_deg", degrees.map { .number($0 >= 360 ? 0 : $0) } ?? .null),
      JSONValue.Member("match", .string(match.rawValue)),
      JSONValue.Member("known_only_to", isWider ? record.place.map { .string($0.name) } ?? .null : .null),
    ]
  }

  private static func rounded(_ value: Double, _ parts: Double) -> Double { (value * parts).rounded() / parts }
}
