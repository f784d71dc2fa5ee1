internal import ArabicText
package import Incidents
package import Tables

/// Reads the dates and figures of a text by themselves, as the reading of events does.
package struct ExpressionReader: Sendable {
  private let lexicon: Lexicon

  /// Loads the tables of dates, figures and of what is counted.
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
    /// Its span, precision, EDTF, anchor and what is wrong with it.
    package var expression: DateExpression
    /// The ids of the longest table rows of dates and numbers that stand in it, in order.
    package var rows: [String]

    /// The days it tells; none when it is unanchored or refused.
    package var span: DateSpan { expression.span }
    /// The id of the frame that read it.
    package var rule: String { expression.rule }
  }

  /// A figure of a text.
  package struct FigureFound: Hashable, Sendable {
    /// The words, the counted noun included.
    package var text: String
    /// Unicode scalar offsets into the text, half open.
    package var range: Range<Int>
    /// Its value, what is counted, what befell them, and the rows and frames used.
    package var count: Count
    /// The members of a list that were summed, in words.
    package var summed: [Part]
    /// The parts that were not added, in words.
    package var parts: [Part]

    /// How many.
    package var value: CountRange { count.value }
    /// The ids of rows and frames used.
    package var rules: [String] { count.rules }

    /// A member or part in words.
    package struct Part: Hashable, Sendable {
      /// The words.
      package var text: String
      /// How many.
      package var value: CountRange
    }
  }

  /// The date expressions of a text in order, refused ones too.
  /// - Parameter published: what relative dates are counted from; nil leaves them without a span.
  /// - Complexity: linear in the length of the text.
  package func dates(in source: String, published: CalendarDate?) -> [DateFound] {
    let reading = Reading(source, lexicon, published)
    return found(reading.dates, in: reading)
  }

  /// The figures of a text in order; dates and measures are none.
  /// - Complexity: linear in the length of the text.
  package func figures(in source: String) -> [FigureFound] {
    let reading = Reading(source, lexicon, nil)
    return found(reading.counts, in: reading)
  }

  /// Both in one pass over the text.
  package func expressions(
    in source: String, published: CalendarDate?
  ) -> (dates: [DateFound], figures: [FigureFound]) {
    let reading = Reading(source, lexicon, published)
    return (found(reading.dates, in: reading), found(reading.counts, in: reading))
  }

  /// One pass over a text.
  private struct Reading {
    let text: TokenizedText
    let mentions: MentionTable
    let numbers: NumberReader
    let dates: [DateExpression]
    /// What only looks like a date: «شارع 8 آذار» "8 March street".
    let names: [Range<Int>]

    init(_ source: String, _ lexicon: Lexicon, _ published: CalendarDate?) {
      text = TokenizedText(source)
      mentions = MentionTable(text: text, stems: WordStems(of: text), lexicon: lexicon)
      numbers = NumberReader(text: text, mentions: mentions)
      (dates, names) = DateReader.reader(
        of: text, mentions: mentions, numbers: numbers, hijriCalendar: lexicon.hijriCalendar, published: published
      ).datesAndNames()
    }

    var counts: [Count] {
      var owners = [TokenOwner](repeating: .none, count: text.tokens.count)
      for tokens in dates.map(\.tokens) + names { for token in tokens { owners[token] = .date } }
      let figures = FigureReader(text: text, mentions: mentions, numbers: numbers, owners: owners, keepsThings: true)
        .figures()
      return CountReader(text: text, mentions: mentions, figures: figures, owners: owners).counts()
    }
  }

  private func found(_ dates: [DateExpression], in reading: Reading) -> [DateFound] {
    dates.map {
      DateFound(
        text: reading.text.original($0.tokens), range: reading.text.scalarRange($0.tokens), expression: $0,
        rows: reading.mentions.dateRows(in: $0.tokens).map(\.rule))
    }
  }

  private func found(_ counts: [Count], in reading: Reading) -> [FigureFound] {
    func part(_ part: Count.Part) -> FigureFound.Part {
      FigureFound.Part(text: reading.text.original(part.tokens), value: part.value)
    }
    return counts.map {
      FigureFound(
        text: reading.text.original($0.tokens), range: reading.text.scalarRange($0.tokens), count: $0,
        summed: $0.summed.map(part), parts: $0.parts.map(part))
    }
  }
}
