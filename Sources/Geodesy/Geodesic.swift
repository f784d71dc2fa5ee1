internal import CPROJ
package import Geography

/// Shortest lines on the ellipsoid of WGS 84, by Karney's method as PROJ carries it: exact to some nanometres.
///
/// Distances are kilometres, bearings degrees clockwise from north, 0 ..< 360. Positions outside of WGS 84 give NaN,
/// never a trap.
package struct Geodesic: Sendable {
  /// The one value everybody can share.
  package static let wgs84 = Geodesic()

  /// Beyond this no point of the Earth lies: half the length of a meridian, km.
  package static let greatestDistanceKm = 20_003.932

  /// The version of the PROJ library, such as `9.1.1`.
  package static var libraryVersion: String {
    proj_info().version.map { String(cString: $0) } ?? "unknown"
  }

  private let ellipsoid: geod_geodesic

  package init() {
    var ellipsoid = geod_geodesic()
    geod_init(&ellipsoid, 6_378_137, 1 / 298.257_223_563)
    self.ellipsoid = ellipsoid
  }

  /// The length of the shortest line, km.
  package func distanceKm(from a: Coordinate, to b: Coordinate) -> Double {
    inverse(from: a, to: b).distanceKm
  }

  /// The length of the shortest line in km and its bearing at the start; the bearing of a line without length is 0 or
  /// 180.
  package func inverse(from a: Coordinate, to b: Coordinate) -> (distanceKm: Double, bearing: Double) {
    guard a.isValid, b.isValid else { return (.nan, .nan) }
    var metres = 0.0
    var azimuth = 0.0
    withUnsafePointer(to: ellipsoid) {
      geod_inverse($0, a.latitude, a.longitude, b.latitude, b.longitude, &metres, &azimuth, nil)
    }
    return (metres / 1000, Self.normalized(azimuth))
  }

  /// The position so many km along the line that starts with a bearing.
  package func direct(from a: Coordinate, bearing: Double, distanceKm: Double) -> Coordinate {
    var latitude = Double.nan
    var longitude = Double.nan
    if a.isValid, bearing.isFinite, distanceKm.isFinite {
      withUnsafePointer(to: ellipsoid) {
        geod_direct($0, a.latitude, a.longitude, bearing, distanceKm * 1000, &latitude, &longitude, nil)
      }
    }
    return Coordinate(longitude: longitude, latitude: latitude)
  }

  /// A bearing as a value of 0 ..< 360.
  static func normalized(_ bearing: Double) -> Double {
    let rest = bearing.truncatingRemainder(dividingBy: 360)
    let positive = rest < 0 ? rest + 360 : rest
    // −0 and what rounds up to a full turn are north.
    return positive == 0 || positive >= 360 ? 0 : positive
  }
}
