/// Why a shape on the ellipsoid could not be made.
package enum GeodesyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A position is not within WGS 84.
  case positionOutOfRange(longitude: Double, latitude: Double)
  /// A distance is negative, not finite or reaches around the Earth.
  case distanceOutOfRange(km: Double)
  /// A bearing is not finite.
  case bearingNotFinite
  /// A circle needs at least three segments, and there are limits to what is sensible.
  case segmentsOutOfRange(found: Int)

  package var description: String {
    switch self {
    case .positionOutOfRange(let longitude, let latitude):
      "expected degrees of WGS 84, found longitude \(longitude), latitude \(latitude) (are the two swapped?)"
    case .distanceOutOfRange(let km): "expected a distance of 0 to \(Geodesic.greatestDistanceKm) km, found \(km)"
    case .bearingNotFinite: "expected a bearing in degrees clockwise from north, found no finite number"
    case .segmentsOutOfRange(let found): "expected 3 to 100000 segments, found \(found)"
    }
  }
}
