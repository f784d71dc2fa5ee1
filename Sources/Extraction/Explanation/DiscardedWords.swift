package import Incidents

/// Words that tell something like an event, and why they made no record of their own.
package struct DiscardedWords: Hashable, Sendable {
  /// The word of the deed, or of the victims where no deed is named.
  package var words: QuotedWords
  /// The type they would have given.
  package var type: EventType?
  /// Why there is no record.
  package var reason: DiscardReason
  /// The words that speak against it («نفت» "denied"); nil when no word by itself does.
  package var cause: QuotedWords?
  /// The table rows and frames of both.
  package var rules: [UsedRule]
}

/// Why words that tell something like an event make no record of their own.
package enum DiscardReason: Hashable, Sendable {
  /// A row of `discards.tsv` speaks against it: «نفت قسد وقوع هجوم», "the SDF denied that an attack took place"; a link is a whole line.
  case word(DiscardKind)
  /// A line of the page that is no part of the article: the headline of another one, a caption.
  case aside
  /// The article as a whole is about a film, a match or a manoeuvre.
  case topic
  /// «…، التي تواصل حملة …», "…, which goes on with a campaign …": says who somebody is.
  case description
  /// Tells again, or tells more of, the record with this number, counted from 1.
  case merged(record: Int)
  /// The headline of what the body tells in the record with this number, counted from 1.
  case headline(record: Int)
  /// The event lies outside Syria.
  case abroad
  /// «بشكل متكرر أحبطت …», "repeatedly foiled …": a series of deeds, no one event.
  case series
  /// Told in the present, without a day or a figure: what somebody does, not what happened.
  case habit
  /// Deeds of a long time without a figure are no one event.
  case longTime
  /// Too little is told; what is missing.
  case tooLittle([Missing])

  /// What a record would have needed; not all of it at once.
  package enum Missing: String, CaseIterable, Sendable {
    /// A word that by itself tells a deed, not only one spoken of before.
    case deed
    /// A place smaller than the country.
    case place
    case date
    case actor
    /// A figure of victims.
    case figure
  }

  /// The number of the record that tells the words, counted from 1; nil when none does.
  package var record: Int? {
    switch self {
    case .merged(let record), .headline(let record): record
    default: nil
    }
  }

  /// The id of the reason; of a row's kind as the table spells it.
  package var id: String {
    switch self {
    case .word(let kind): kind.rawValue
    case .aside: "aside"
    case .topic: "topic"
    case .description: "description"
    case .merged: "merged"
    case .headline: "headline"
    case .abroad: "abroad"
    case .series: "series"
    case .habit: "habit"
    case .longTime: "long-time"
    case .tooLittle: "too-little"
    }
  }

  /// The reason in words.
  package var text: String {
    switch self {
    case .word(let kind): kind.reason
    case .aside: "a line that is no part of the article"
    case .topic: "the article as a whole is about fiction, sport or a drill"
    case .description: "says who somebody is, not what happened"
    case .merged(let record): "told in record \(record)"
    case .headline(let record): "the headline of record \(record)"
    case .abroad: "outside Syria"
    case .series: "a series, not one event"
    case .habit: "what somebody does, not what happened"
    case .longTime: "deeds of a long time without a figure"
    case .tooLittle(let missing):
      "too little is told"
        + (missing.isEmpty ? "" : ": no \(missing.map(\.rawValue).joined(separator: ", no "))")
    }
  }
}

extension DiscardKind {
  /// What words of this kind say of the event beside them.
  fileprivate var reason: String {
    switch self {
    case .negation, .denial: "denied"
    case .future: "planned or to come"
    case .threat: "threatened"
    case .hypothesis: "only possible"
    case .drill: "a drill"
    case .fiction: "fiction or sport"
    case .accident: "an accident"
    case .general: "spoken of in general"
    case .expression: "an expression that tells no event"
    case .unreported: "nothing is known of it"
    case .notOnly: "told besides"
    case .link: "in a link to another article"
    }
  }
}
