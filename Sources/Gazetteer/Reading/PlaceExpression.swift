internal import ArabicText
package import Incidents

/// Words of a text that tell a place, resolved or not.
package struct PlaceExpression: Hashable, Sendable {
  /// The tokens, qualifiers included: «قرية الطيبة بريف حمص الشرقي», "the village of al-Taybah in the eastern
  /// countryside of Homs".
  package var tokens: Range<Int>
  /// Where it is; nil when the gazetteer knows no such place.
  @inlinable package var place: ResolvedPlace? {
    get { if case .place(let place) = box { place } else { nil } }
    set { box = newValue.map(Box.place) }
  }
  /// What sort of place the anchor is; nil when there is none.
  package var kind: PlaceKind?
  /// Further places told in the same breath: «الباغوز وهجين», "al-Baghuz and Hajin".
  package var also: [ResolvedPlace] = []
  /// True for a place outside Syria.
  package var isForeign = false
  /// True for «المدينة», "the city": the place stands in the text before.
  package var isAnaphor = false
  /// How surely it is this place: its share among the places of that name and one that the gazetteer may lack, 0 … 1.
  package var score = 0.0
  /// Why this place and no other; empty unless the reader was asked to explain.
  package var reasons: [PlaceReason] = []
  /// All places that the name may mean, the chosen one first; empty unless the reader was asked to explain.
  package var candidates: [PlaceCandidate] = []
  /// Rows and frames used.
  package var rules: [String] = []
  /// True when the place stands as where something goes to or comes from («باتجاه حماة» "towards Hama"), not where it
  /// happens.
  package var isDirectional = false

  // Expressions are handed from frame to frame and copied often: behind a reference a place of a dozen texts is one pointer.
  @usableFromInline var box: Box?

  /// A place behind a reference.
  @usableFromInline indirect enum Box: Hashable, Sendable {
    case place(ResolvedPlace)
  }

  init(
    tokens: Range<Int>, place: ResolvedPlace? = nil, kind: PlaceKind? = nil, isForeign: Bool = false,
    isAnaphor: Bool = false, score: Double = 0, reasons: [PlaceReason] = [], candidates: [PlaceCandidate] = [],
    rules: [String] = []
  ) {
    self.tokens = tokens
    self.kind = kind
    self.isForeign = isForeign
    self.isAnaphor = isAnaphor
    self.score = score
    self.reasons = reasons
    self.candidates = candidates
    self.rules = rules
    box = place.map(Box.place)
  }
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
  /// The name is an everyday word for all places that it means.
  var isOrdinaryWord = false
  /// The words are one letter away from the name.
  var isNear = false
  /// A preposition or spatial word stands before the name: a bare name of a hamlet may be any word.
  var isIntroduced = false
  /// Somebody asks for this very name, so it is one.
  var isAsked = false
  /// The name stands with the article.
  var hasArticle = false
  /// It lies on a bank of the Euphrates opposite the place.
  var isBank = false
  /// It follows another place with «و» "and" or a comma.
  var isListed = false
  /// What is attached to the first word: «و» "and", «ب» "in".
  var lead: Clitics = []
  /// «المدينة» "the city", «المحافظة نفسها» "the same governorate": speaks of a place of that kind told before.
  var anaphor: String?
  /// The second end of a road or of «بين» "between".
  var otherEnd: [Int] = []
  var rules: [String] = []

  /// Stands before a phrase that somebody asks for: it tells a place.
  static let asked: PlacePhrase = {
    var phrase = PlacePhrase(tokens: 0..<0, name: 0..<0)
    phrase.isIntroduced = true
    return phrase
  }()

  /// What is said of the name.
  enum Frame: String {
    case plain, near, around, entrance, direction, countryside, badia, governorate, district, subdistrict, road, between
  }
}
