internal import Geodesy
internal import Gazetteer
internal import Incidents

/// Whether two places can be one, as far as the text tells them.
enum PlaceRelation {
  /// True when one may lie in or be the other.
  static func compatible(_ a: ResolvedPlace, _ b: ResolvedPlace) -> Bool {
    if a.id == b.id { return true }
    let wide: Set<PlacePrecision> = [.governorate, .region, .country, .district, .subdistrict]
    if a.precision == .country || b.precision == .country { return true }
    if let x = a.admin1, let y = b.admin1, x != y { return near(a, b, within: 12) }
    if wide.contains(a.precision) || wide.contains(b.precision) || a.precision == .area || b.precision == .area {
      return near(a, b, within: max(a.uncertaintyKm, b.uncertaintyKm) + 10)
    }
    return near(a, b, within: 3)
  }

  private static func near(_ a: ResolvedPlace, _ b: ResolvedPlace, within km: Double) -> Bool {
    Geodesic.wgs84.distanceKm(from: a.point, to: b.point) <= km
  }
}
