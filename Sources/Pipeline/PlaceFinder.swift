package import Gazetteer
internal import Geodesy
package import Geography
internal import Incidents
package import Tables

/// Looks places up for people: by name, and around a point.
package struct PlaceFinder: Sendable {
  /// The gazetteer.
  package let store: PlaceStore

  /// Loads the gazetteer.
  /// - Throws: ``TableFault`` naming the file and line that cannot be read.
  package init(tables: TableSet) throws(TableFault) {
    store = try PlaceStore(tables: tables)
  }

  /// A place at a distance.
  package struct Hit: Sendable {
    /// The entry.
    package let place: Place
    /// Geodesic kilometres from the centre.
    package let distanceKm: Double
    /// Degrees clockwise from north, seen from the centre.
    package let bearing: Double
  }

  /// The places of a name, the most important first.
  package func places(named name: String) -> [Place] {
    let name = String(name.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    let found = store.places(named: name)
    return found.isEmpty ? store.places(named: name.uppercased()) : found
  }

  /// Names that are spelled nearly so, at most three.
  package func nearest(to name: String) -> [String] {
    // No name is so long; the comparison with all of them would take long.
    guard name.count <= 100 else { return [] }
    var found: [String] = []
    var names = store.places.flatMap { [$0.english, $0.arabic] }
    while found.count < 3, let near = EditDistance.nearest(to: name, among: names) {
      found.append(near)
      names.removeAll { $0 == near }
    }
    return found
  }

  /// The places within a distance of a point, the nearest first; all kinds but units when none is named.
  package func places(
    around centre: Coordinate, withinKm radius: Double, kinds: Set<PlaceKind> = [], limit: Int = .max
  ) -> [Hit] {
    // A degree of latitude is at least 110.5 km: what lies farther off needs no geodesic.
    let reach = radius / 110.5
    let near = store.records.indices.filter { index in
      let record = store.records[index]
      guard kinds.isEmpty ? !record.kind.isAdmin : kinds.contains(record.kind) else { return false }
      return abs(record.latitude - centre.latitude) <= reach
    }
    let hits = near.compactMap { index -> Hit? in
      let line = Geodesic.wgs84.inverse(from: centre, to: store.records[index].point)
      guard line.distanceKm <= radius else { return nil }
      return Hit(place: store.place(at: index), distanceKm: line.distanceKm, bearing: line.bearing)
    }
    return Array(hits.sorted { ($0.distanceKm, $0.place.id) < ($1.distanceKm, $1.place.id) }.prefix(limit))
  }

  /// The units that a place lies in, the smallest first, each name once.
  package func units(of place: Place) -> [String] {
    let names = [place.admin3, place.admin2, place.admin1].filter { $0 != place.id }.compactMap { store.unit($0)?.name }
    return names.enumerated().filter { $0.offset == 0 || names[$0.offset - 1] != $0.element }.map(\.element)
  }
}
