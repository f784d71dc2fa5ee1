internal import ArabicText
package import Incidents
package import Tables

/// Reads the dates and figures of a text by themselves, as the reading of events does.
package struct ExpressionReader: Sendable {
  private let lexicon: Lexicon

  /// Loads the lexicon.
  /// - Throws: ``TableFault`` naming the file and line that cannot be read.
  package init(tables: TableSet) throws(TableFault) {
    lexicon = try Lexicon(tables: tables)
  }

  /// A date expression of a text.
  package struct DateFound: Hashable, Sendable {
    /// The words.
    package var text: String
    /// Unicode scalar offsets into the text, half open.
    package var range: Range<Int>
    package var span: DateSpan
    /// The frame that read it.
    package var rule: String
  }

  /// A figure of a text.
  package struct FigureFound: Hashable, Sendable {
    /// The words, the counted noun included.
    package var text: String
    /// Unicode scalar offsets into the text, half open.
    package var range: Range<Int>
    package var value: CountRange
    package var rules: [String]
  }

  /// The date expressions of a text in order.
  /// - Parameter published: what relative dates are counted from; nil leaves them without a span.
  package func dates(in source: String, published: CalendarDate?) -> [DateFound] {
    let text = TokenizedText(source)
    let mentions = MentionTable(text: text, lexicon: lexicon)
    let numbers = NumberReader(text: text, mentions: mentions)
    let anchor = DateAnchorFinder(text: text, mentions: mentions, numbers: numbers).anchor(published: published)
    return DateReader(text: text, mentions: mentions, numbers: numbers, anchor: anchor).expressions().map {
      DateFound(text: text.original($0.tokens), range: text.scalarRange($0.tokens), span: $0.span, rule: $0.rule)
    }
  }

  /// The figures of a text in order; dates and measures are none.
  package func figures(in source: String) -> [FigureFound] {
    let text = TokenizedText(source)
    let mentions = MentionTable(text: text, lexicon: lexicon)
    let numbers = NumberReader(text: text, mentions: mentions)
    let anchor = DateAnchor(published: nil)
    var owners = [TokenOwner](repeating: .none, count: text.tokens.count)
    for date in DateReader(text: text, mentions: mentions, numbers: numbers, anchor: anchor).expressions() {
      for token in date.tokens { owners[token] = .date }
    }
    return FigureReader(text: text, mentions: mentions, numbers: numbers, owners: owners).figures().map {
      FigureFound(text: text.original($0.tokens), range: text.scalarRange($0.tokens), value: $0.value, rules: $0.rules)
    }
  }
}
