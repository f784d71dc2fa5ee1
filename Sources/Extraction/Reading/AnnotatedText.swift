internal import ArabicText
internal import Gazetteer
internal import Incidents

/// A text with everything that the lower readers found in it; events are read from this.
struct AnnotatedText {
  let text: TokenizedText
  let mentions: MentionTable
  let dates: [DateExpression]
  let places: [PlaceExpression]
  /// What read them, for wider places.
  let gazetteer: PlaceReader
  let actors: [ActorMention]
  /// Who holds a place, by its id.
  let holders: [String: [ActorMeaning]]
  let figures: [Figure]
  let sentences: [Sentence]
  /// What a token belongs to, so that no word is read twice.
  let owners: [TokenOwner]

  /// One sentence or line.
  struct Sentence {
    var tokens: Range<Int>
    /// True for the first line of the text.
    var isHeadline: Bool
    /// A first line as long as this tells like a lead, whatever stands below it.
    var isLong: Bool { tokens.count >= 18 }
  }

  /// A name of an actor; which one of several dated meanings holds is decided by the date of the event.
  struct ActorMention {
    var tokens: Range<Int>
    var meanings: [ActorMeaning]
    var clitics: Clitics
    var rule: String
    /// «طائراته», "its aircraft": named by what belongs to it.
    var isPronominal = false
    /// «قواتنا», "our forces".
    var isOurs = false
  }

  /// A figure with what it counts.
  struct Figure {
    var tokens: Range<Int>
    var value: CountRange
    var noun: Noun
    var rules: [String]

    /// What a figure counts.
    enum Noun {
      /// People; with the side they are on when the noun tells it.
      case people(ActorID?)
      /// «قتيلاً» "dead", «جرحى» "wounded".
      case casualty(Effect)
      /// «هجوماً» "attacks", «عملية» "operations".
      case event(TriggerMeaning)
      /// Nothing that the lexicon knows, or nothing at all.
      case none
    }
  }
}

/// What a token belongs to.
enum TokenOwner: UInt8 {
  case none, date, place, actor, source
}
