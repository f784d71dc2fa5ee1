package import Gazetteer
package import Geography
internal import Incidents
package import Tables

/// Finds the centre of a radius question: `lat,lon`, an id, or a name in Arabic or Latin script.
package struct CentreFinder: Sendable {
  private let tables: TableSet

  package init(_ tables: TableSet) {
    self.tables = tables
  }

  /// A place that the text may mean.
  package struct Candidate: Hashable, Sendable {
    package let place: Place
    /// The English names of the units it lies in, the smallest first.
    package let units: [String]
  }

  /// What was found.
  package enum Answer: Hashable, Sendable {
    /// Coordinates as they were given, WGS 84.
    case coordinate(Coordinate)
    /// A place; `others` have the same name and were passed over.
    case place(Candidate, others: [Candidate])
    /// Several places that the name may mean as well, the most important first.
    case ambiguous([Candidate])
    /// None; perhaps a name that is spelled nearly so.
    case unknown(nearest: String?)
    /// Numbers that are no position on Earth.
    case outOfRange(latitude: Double, longitude: Double)
  }

  // From this importance on a place is meant by its bare name if its namesakes are so much less important.
  private static let wellKnown = 4
  private static let clearLead = 2

  /// Finds the centre that a text means; the gazetteer is read only when the text is a name.
  /// - Throws: ``TableFault`` when the gazetteer cannot be read.
  package func find(_ text: String) throws(TableFault) -> Answer {
    if let (latitude, longitude) = Self.numbers(text) {
      let coordinate = Coordinate(longitude: longitude, latitude: latitude)
      return coordinate.isValid ? .coordinate(coordinate) : .outOfRange(latitude: latitude, longitude: longitude)
    }
    guard text.unicodeScalars.contains(where: \.properties.isAlphabetic) else { return .unknown(nearest: nil) }
    let store = try PlaceStore(tables: tables)
    let candidates = Self.withoutOwnUnits(store.places(named: text)).map { Self.candidate($0, store) }
    guard let first = candidates.first else { return .unknown(nearest: Self.nearest(to: text, in: store)) }
    let rest = Array(candidates.dropFirst())
    if rest.isEmpty { return .place(first, others: []) }
    let lead = rest.map { first.place.importance - $0.place.importance }.min() ?? 0
    if first.place.importance >= Self.wellKnown, lead >= Self.clearLead {
      return .place(first, others: rest)
    }
    return .ambiguous(candidates)
  }

  private static func candidate(_ place: Place, _ store: PlaceStore) -> Candidate {
    let units = [place.admin3, place.admin2, place.admin1].filter { $0 != place.id }.compactMap { store.unit($0)?.name }
    // A district mostly has the name of its capital, and that of its subdistrict too.
    return Candidate(
      place: place,
      units: units.enumerated().filter { $0.offset == 0 || units[$0.offset - 1] != $0.element }.map(\.element))
  }

  /// Drops the units that share their name with a place of their governorate.
  ///
  /// Around «تدمر» means around the town, not around the middle of its district. Of units alone those that hold another one are
  /// dropped.
  private static func withoutOwnUnits(_ places: [Place]) -> [Place] {
    places.filter { unit in
      guard unit.kind.isAdmin else { return true }
      return !places.contains { place in
        guard place.id != unit.id, !place.admin1.isEmpty else { return false }
        return place.kind.isAdmin ? place.id.hasPrefix(unit.id) : unit.id.hasPrefix(place.admin1)
      }
    }
  }

  private static func numbers(_ text: String) -> (latitude: Double, longitude: Double)? {
    let parts = text.split(separator: "," as Character, omittingEmptySubsequences: false).map { part in
      part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
    }
    guard parts.count == 2, let latitude = Double(String(parts[0])), let longitude = Double(String(parts[1])),
      latitude.isFinite, longitude.isFinite
    else { return nil }
    return (latitude, longitude)
  }

  private static func nearest(to text: String, in store: PlaceStore) -> String? {
    EditDistance.nearest(to: text, among: store.places.flatMap { [$0.english, $0.arabic] })
  }
}
