package import Geography

/// One entry of the gazetteer: a settlement, site, area or admin unit.
package struct Place: Hashable, Sendable {
  /// The P-code of an admin unit, else a permanent slug.
  package var id: String
  package var kind: PlaceKind
  /// OCHA P-codes of the units it lies in; empty where it spans several.
  package var admin1: String
  package var admin2: String
  package var admin3: String
  /// WGS 84.
  package var point: Coordinate
  /// Radius in km within which a mention of just its name can lie.
  package var extentKm: Double
  /// 1 (a hamlet) … 5 (known to every reader).
  package var importance: Int
  /// True for a name that is also an everyday word («ملح» "salt"): it tells a place only with a spatial word before it.
  package var isOrdinaryWord: Bool
  /// The press's usual English form.
  package var english: String
  package var arabic: String
}
