package import Incidents

/// Why a report gave its records and no others: the chain from words to values.
package struct Explanation: Hashable, Sendable {
  /// The records as ``RecordExtractor/read(_:)`` gives them, in the same order.
  package var records: [RecordExplanation]
  /// Words that tell something like an event and made no record of their own, in the order of the text.
  package var discarded: [DiscardedWords]
  /// The words of places that the gazetteer does not know, as they stand in the text.
  package var unresolvedPlaces: [String]
}

/// Why one record has its values.
package struct RecordExplanation: Hashable, Sendable {
  /// The record.
  package var record: Record
  /// Its fields in the order of ``RecordField``; those that are not told are left out, the place never.
  package var fields: [FieldExplanation]
  /// Further words that tell the same event: headline, lead, update.
  package var tellings: [QuotedWords]
  /// The actors named in its words that take no side in it, and why.
  package var bystanders: [LostChoice]
  /// Why its confidence is what it is.
  package var confidence: [ConfidenceReason]
}

/// The fields of a record that are read from words.
package enum RecordField: String, CaseIterable, Sendable {
  case type, date, place, initiator, target, killed, wounded, captured, count, attribution
}

/// Why one field has its value.
package struct FieldExplanation: Hashable, Sendable {
  /// Which field.
  package var field: RecordField
  /// The value as people say it; nil when none is told.
  package var value: String?
  /// The words that give it, in the order in which they were weighed.
  package var steps: [Step]
  /// What else led to the value, in words.
  package var notes: [String]
  /// What else was on offer, and why it lost.
  package var lost: [LostChoice]

  /// Words of the article with what they give.
  package struct Step: Hashable, Sendable {
    /// The words.
    package var words: QuotedWords
    /// What they give by themselves; nil when that is the value of the field.
    package var value: String?
    /// The table rows and frames that read them.
    package var rules: [UsedRule]
  }
}

/// Words of a report with their place in it.
package struct QuotedWords: Hashable, Sendable {
  /// The words as they stand in the text.
  package var text: String
  /// Unicode scalar offsets into the report's text, half open.
  package var range: Range<Int>
}

/// A row or frame that took part in reading words.
package struct UsedRule: Hashable, Sendable {
  /// `triggers:قصف` for the rows of a table with these words, `place:tadmur` for an entry of the gazetteer,
  /// `frame:verb-subject` for a frame.
  package var id: String
  /// What the columns of the row hold, as far as that is known: several rows may have the same words.
  package var cells: [Cell]

  /// Creates a rule.
  package init(id: String, cells: [Cell] = []) {
    self.id = id
    self.cells = cells
  }

  /// One column of a row with its content.
  package struct Cell: Hashable, Sendable {
    /// The name of the column.
    package var column: String
    /// What it holds; empty text for an empty cell.
    package var text: String

    /// Creates a cell.
    package init(column: String, text: String) {
      self.column = column
      self.text = text
    }
  }
}

/// Something that was on offer and not taken.
package struct LostChoice: Hashable, Sendable {
  /// Its words in the article; nil for another meaning of the words that won.
  package var words: QuotedWords?
  /// What it would have given.
  package var value: String?
  /// What spoke for it in points, where such were given.
  package var points: Double?
  /// Why it lost, in words.
  package var reasons: [String]
}
