package import Incidents

// Wider places of a place.
extension PlaceReader {
  /// The governorate that a place lies in, as a place of its own; nil for one that spans several.
  package func governorate(of place: ResolvedPlace) -> ResolvedPlace? {
    guard let pcode = place.admin1?.pcode, let unit = store[pcode] else { return nil }
    return PlaceFootprints(store: store, roads: roads).resolved(
      unit, phrase: PlacePhrase(tokens: 0..<0, name: 0..<0), other: nil, containers: [])
  }
}
