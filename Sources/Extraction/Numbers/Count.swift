package import Incidents

/// What a text counts: a figure with its noun, people told by a noun alone, a list that is summed, or that nobody was hurt.
package struct Count: Hashable, Sendable {
  /// The tokens it stands on, the counted noun included.
  package var tokens: Range<Int>
  /// How many; zero when it is denied that anybody was hurt.
  package var value: CountRange
  /// What is counted.
  package var noun: CountedNoun
  /// What befell those counted, when the words around tell it.
  package var effect: Effect?
  /// The members of a list that were summed: «ضابط و3 جنود» "an officer and 3 soldiers".
  package var summed: [Part] = []
  /// Parts of the count, which are not added: «22 قتيلاً بينهم 3 ضباط» "22 dead, among them 3 officers".
  package var parts: [Part] = []
  /// The ids of rows and frames used.
  package var rules: [String]
  /// Why a figure gives no value.
  package var refusal: CountRefusal?

  /// A member or part of a count.
  package struct Part: Hashable, Sendable {
    /// The tokens it stands on.
    package var tokens: Range<Int>
    /// How many.
    package var value: CountRange
  }
}

/// What a count counts.
package enum CountedNoun: String, CaseIterable, Sendable {
  case people, events
  /// A noun that the tables do not know, or none.
  case other
}

/// Why a figure gives no value.
package enum CountRefusal: Hashable, Sendable {
  /// More digits than any count of people or events has.
  case tooLong(digits: Int)

  /// The reason in words.
  package var reason: String {
    switch self {
    case .tooLong(let digits): "a figure of \(digits) digits counts neither people nor events"
    }
  }
}
