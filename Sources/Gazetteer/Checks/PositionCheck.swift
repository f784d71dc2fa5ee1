internal import Geography

/// Whether a position can be one of Syria.
enum PositionCheck {
  /// How far outside of Syria a place may lie, km: crossings, refugee camps and cities beyond the border are told of.
  static let stripKm = 60.0

  /// What is wrong with a position, as a colleague would say it; nil when nothing is.
  static func fault(_ position: Coordinate, in tree: UnitTree) -> String? {
    let (latitude, longitude) = (position.latitude, position.longitude)
    let isOnEarth = position.isValid
    // Without borders at hand nothing can be said.
    guard let distance = isOnEarth ? tree.distanceToSyriaKm(position) : .infinity else { return nil }
    guard distance > stripKm else { return nil }
    let swapped = Coordinate(longitude: latitude, latitude: longitude)
    if swapped.isValid, tree.distanceToSyriaKm(swapped) ?? .infinity <= stripKm {
      let place = tree.smallestUnit(at: swapped).map { "in \(tree.name(of: $0))" } ?? "near Syria's border"
      return "latitude \(latitude), longitude \(longitude): swapped? It would then lie \(place)"
    }
    if !isOnEarth { return "latitude \(latitude), longitude \(longitude) is no position on Earth" }
    return "latitude \(latitude), longitude \(longitude) lies \(Int(distance.rounded())) km outside of Syria; "
      + "expected no more than \(Int(stripKm))"
  }
}
