/// Why the resolver gave a candidate points, or took some away; places are positions in the store.
package enum PlaceReason: Hashable, Sendable {
  /// Its weight in the news, 1 … 5.
  case importance(Int)
  /// The text calls it what it is («قرية» "village").
  case called(String)
  /// The text calls it what it is not.
  case notCalled(String)
  /// A governorate's name without more: «في دير الزور».
  case bareGovernorate
  /// «ريف حماة»: the governorate has a countryside.
  case countryside
  /// In what the text says it lies in.
  case inside(place: Int)
  /// Not there.
  case outside(place: Int)
  /// The text speaks of places in this unit.
  case topic(unit: Int)
  /// So many km from a place named shortly before.
  case near(place: Int, km: Int)
  /// The name is written with the article, or without, as the text has it.
  case sameArticle
  /// The words are one letter away from its name.
  case oneLetterOff
  /// The name is only the short form of a longer one.
  case shortForm
  /// It was named before: «المدينة», "the city".
  case namedBefore
  /// The name is not in the gazetteer; what contains it is.
  case containerOnly
  /// The name is not in the gazetteer.
  case unknownName
  /// The words may be a name or a word of another sort; nothing around them shows a place.
  case doubtful
  /// No words that tell a place.
  case noPlace
  /// So far from all of Syria that the words cannot be meant so.
  case abroad

  /// The reason in words.
  package func text(in store: PlaceStore) -> String {
    switch self {
    case .importance(let value): "importance \(value)"
    case .called(let word): "called \(word)"
    case .notCalled(let word): "called \(word), which it is not"
    case .bareGovernorate: "a governorate's name without more"
    case .countryside: "its countryside"
    case .inside(let place): "in \(store.id(at: place))"
    case .outside(let place): "not in \(store.id(at: place))"
    case .topic(let unit): "the text speaks of \(store.id(at: unit))"
    case .near(let place, let km): "\(km) km from \(store.id(at: place))"
    case .sameArticle: "written with or without the article as here"
    case .oneLetterOff: "spelled with one letter's difference"
    case .shortForm: "the short form of its name"
    case .namedBefore: "named before"
    case .containerOnly: "the name itself is not in the gazetteer; this is what contains it"
    case .unknownName: "the name is not in the gazetteer"
    case .doubtful: "places have this name, but the words around it do not show that one is meant"
    case .noPlace: "there is no place in these words"
    case .abroad: "that is outside of Syria"
    }
  }
}

/// A place that a name may mean, with what speaks for it.
package struct PlaceCandidate: Hashable, Sendable {
  /// Position in the store.
  package var place: Int
  /// The sum of the points; the highest wins.
  package var points: Double
  /// Empty unless the reader was asked to explain.
  package var reasons: [PlaceReason]
}
