internal import Geography

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Tells cheaply that a position is too far away, by its differences of latitude and longitude.
///
/// The ellipsoid curves nowhere tighter than with ``tightestKm``, so lines on it are at least as long as on a sphere
/// of that radius with the same latitudes and longitudes: what this test excludes is surely out of reach, what it
/// lets through has to be measured.
struct ReachTest: Hashable, Sendable {
  // a (1 − e²): the meridian's radius of curvature at the equator, km.
  private static let tightestKm = 6_335.439
  private let centre: Coordinate
  private let kmPerLatitude: Double
  private let kmPerLongitude: Double

  init(_ centre: Coordinate) {
    self.centre = centre
    kmPerLatitude = Self.tightestKm * .pi / 180
    kmPerLongitude = kmPerLatitude * max(0, cos(centre.latitude * .pi / 180))
  }

  /// False when the position is surely more than so many km away.
  func mayLie(_ position: Coordinate, within km: Double) -> Bool {
    if abs(position.latitude - centre.latitude) * kmPerLatitude > km { return false }
    var turn = abs(position.longitude - centre.longitude)
    if turn > 180 { turn = 360 - turn }
    // The way to a meridian is asin(sin Δλ · cos φ) at least, and sin Δλ ≥ 3/π Δλ up to 30°. Beyond, nothing is
    // excluded.
    return turn > 30 || turn * kmPerLongitude * (3 / .pi) <= km
  }
}
