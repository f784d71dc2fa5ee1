package import Incidents

/// Words of a text that tell a place, resolved or not.
package struct PlaceExpression: Hashable, Sendable {
  /// The tokens, qualifiers included: «قرية الطيبة بريف حمص الشرقي», "the village of al-Taybah in the eastern
  /// countryside of Homs".
  package var tokens: Range<Int>
  /// Where it is; nil when the gazetteer knows no such place.
  package var place: ResolvedPlace?
  /// Further places told in the same breath: «الباغوز وهجين», "al-Baghuz and Hajin".
  package var also: [ResolvedPlace] = []
  /// True for a place outside Syria.
  package var isForeign = false
  /// True for «المدينة», "the city": the place stands in the text before.
  package var isAnaphor = false
  /// Why this place and no other, in order of weight.
  package var reasons: [String] = []
  /// Rows and frames used.
  package var rules: [String] = []
  /// True when the place stands as where something goes to or comes from («باتجاه حماة» "towards Hama"), not where it
  /// happens.
  package var isDirectional = false
}

/// One name with the words around it, before it is resolved.
struct PlacePhrase {
  var tokens: Range<Int>
  /// Positions in the store of the places of that name; empty for a name that is not known.
  var candidates: [Int] = []
  var name: Range<Int>
  /// «قرية» "village", «مدينة» "city": what the text calls it.
  var kindWord: String?
  var side: CompassSide?
  var distanceKm: Double?
  var frame = Frame.plain
  /// The name is only the short form of a longer one.
  var isShort = false
  /// A preposition or spatial word stands before the name: a bare name of a hamlet may be any word.
  var isIntroduced = false
  /// «و» "and" stands before it.
  var isConjoined = false
  /// «المدينة» "the city", «المحافظة نفسها» "the same governorate": speaks of a place of that kind told before.
  var anaphor: String?
  /// The second end of a road or of «بين» "between".
  var otherEnd: [Int] = []
  var rules: [String] = []

  /// What is said of the name.
  enum Frame: String {
    case plain, near, around, direction, countryside, badia, governorate, district, subdistrict, road, between
  }
}
