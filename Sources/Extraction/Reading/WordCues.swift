/// The kinds of lexicon rows that start at a token, one bit each: every ``DateWord``, then the other kinds.
struct WordCues: OptionSet, Sendable {
  let rawValue: UInt64

  static let digits = WordCues(rawValue: 1 << 63)
  static let month = WordCues(rawValue: 1 << 62)
  static let weekday = WordCues(rawValue: 1 << 61)
  static let numeral = WordCues(rawValue: 1 << 60)
  static let quantity = WordCues(rawValue: 1 << 59)
  static let unit = WordCues(rawValue: 1 << 58)
  /// A noun whose figure stands behind it and is a name.
  static let unitBefore = WordCues(rawValue: 1 << 52)
  static let people = WordCues(rawValue: 1 << 57)
  static let casualty = WordCues(rawValue: 1 << 56)
  static let trigger = WordCues(rawValue: 1 << 55)
  static let connective = WordCues(rawValue: 1 << 54)
  static let discard = WordCues(rawValue: 1 << 53)
  static let actor = WordCues(rawValue: 1 << 51)
  static let source = WordCues(rawValue: 1 << 50)
  /// Verbs and prepositions of stating.
  static let saying = WordCues(rawValue: 1 << 49)
  static let role = WordCues(rawValue: 1 << 48)
  /// Every kind.
  static let all = WordCues(rawValue: .max)

  /// The bit of a word of dates.
  static func date(_ word: DateWord) -> WordCues { WordCues(rawValue: 1 << UInt64(word.bit)) }

  /// The bits of some words of dates.
  static func dates(_ words: DateWord...) -> WordCues {
    words.reduce(into: WordCues()) { $0.formUnion(.date($1)) }
  }

  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The bit of a row's meaning.
  init(_ meaning: Meaning) {
    switch meaning {
    case .date(let word, _): self = .date(word)
    case .month: self = .month
    case .weekday: self = .weekday
    case .numeral: self = .numeral
    case .quantity: self = .quantity
    case .unit(.label): self = .unitBefore
    case .unit: self = .unit
    case .person: self = .people
    case .casualty: self = .casualty
    case .trigger: self = .trigger
    case .connective: self = .connective
    case .discard: self = .discard
    case .actor: self = .actor
    case .source: self = .source
    case .sayingVerb, .sourceMark: self = .saying
    case .role: self = .role
    }
  }
}
