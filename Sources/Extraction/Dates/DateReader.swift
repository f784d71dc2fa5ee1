internal import ArabicText
internal import Incidents

/// Finds the date expressions of a text, left to right, the longest at each place.
///
/// Every frame is a value with an id, a prose name and an example; ``frames`` is the grammar.
struct DateReader {
  let text: TokenizedText
  let mentions: MentionTable
  let numbers: NumberReader
  let hijriCalendar: HijriCalendar
  var anchor: DateAnchor
  /// The days told last before the token that is read: «في اليوم التالي», "on the next day", counts from them.
  var said: DateSpan?
  /// The day or month told last, for «من الشهر ذاته» "of the same month".
  var saidMonth: CalendarDate?

  /// One way to tell a date.
  struct Frame: Sendable {
    let id: String
    /// What it reads, in prose, with an example.
    let name: String
    /// What its first word may be; at any other token it is not tried.
    let begins: WordCues
    /// Reads the expression that begins at the token; nil when it does not fit.
    let read: @Sendable (DateReader, Int) -> DateExpression?
  }

  /// The grammar: the longest reading wins, of two equally long ones the first.
  static let frames: [Frame] = simpleFrames + partFrames + spanFrames
  /// What may stand as an end of a range or after «منذ» "since".
  static let simpleFrames: [Frame] =
    explicitFrames + numericFrames + relativeFrames + unitFrames + seasonFrames
    + anaphoricFrames

  private static let pointFrames = simpleFrames + partFrames
  static let wholeFrames = explicitFrames + unitFrames + seasonFrames

  private static let beginnings = frames.reduce(into: WordCues()) { $0.formUnion($1.begins) }

  /// A reader whose anchor is the publication, or without one what the text itself calls the current year and month.
  static func reader(
    of text: TokenizedText, mentions: MentionTable, numbers: NumberReader, hijriCalendar: HijriCalendar,
    published: CalendarDate?
  ) -> DateReader {
    let finder = DateAnchorFinder(text: text, mentions: mentions, numbers: numbers, hijriCalendar: hijriCalendar)
    return DateReader(
      text: text, mentions: mentions, numbers: numbers, hijriCalendar: hijriCalendar,
      anchor: finder.anchor(published: published))
  }

  /// All expressions of the text in order, refused ones too; they do not overlap.
  func expressions() -> [DateExpression] { datesAndNames().dates }

  /// The expressions, and what only looks like one: «شارع 8 آذار» "8 March street", «كل جمعة» "every Friday".
  func datesAndNames() -> (dates: [DateExpression], names: [Range<Int>]) {
    var result: [DateExpression] = []
    var names: [Range<Int>] = []
    var reader = self
    var token = 0
    while token < text.tokens.count {
      guard var found = reader.reading(Self.frames, at: token) else {
        token += 1
        continue
      }
      if found.isFloating, let dated = reader.datedByNext(found) { found = dated }
      // What is a name or recurs is passed over as a whole, so that «آذار» of «شارع 8 آذار» "8 March street" is no month.
      if tellsDate(found) {
        result.append(found)
        if let start = found.span.start {
          reader.said = found.span
          let days = found.span.end.map { $0.dayNumber - start.dayNumber } ?? .max
          if found.span.precision == .month || found.span.precision == .day || found.span.precision == .approx,
            days <= 31
          {
            reader.saidMonth = start
          }
        }
      } else {
        names.append(found.tokens)
      }
      token = found.tokens.upperBound
    }
    return (result, names)
  }

  /// The longest reading by some frames at a token; nil also for what only looks like a date.
  func longest(_ frames: [Frame], at token: Int) -> DateExpression? {
    reading(frames, at: token).flatMap { tellsDate($0) ? $0 : nil }
  }

  /// The longest reading by some frames at a token, also of a name that only looks like a date.
  func reading(_ frames: [Frame], at token: Int) -> DateExpression? {
    let cues = mentions.cues(at: token)
    guard !cues.isDisjoint(with: Self.beginnings) else { return nil }
    var best: DateExpression?
    for frame in frames where !frame.begins.isDisjoint(with: cues) {
      guard var found = frame.read(self, token), found.tokens.count > best?.tokens.count ?? 0 else { continue }
      if found.rule.isEmpty { found.rule = "frame:\(frame.id)" }
      best = found
    }
    return best
  }

  private func tellsDate(_ found: DateExpression) -> Bool { !isName(found) && !recurs(found) }

  // «شارع 8 آذار» "8 March street", «حركة 17 نيسان» "the 17 April movement": a name, unless it tells a year.
  private func isName(_ found: DateExpression) -> Bool {
    let before = found.tokens.lowerBound - 1
    guard mentions.cues(at: before).contains(.date(.nameBefore)), found.basis != .calendar || found.partial != nil,
      let word = word(.nameBefore, at: before), word.end == before + 1,
      word.clitics.isDisjoint(with: [.article, .pronoun])
    else { return false }
    // «قصف قرية أمس», "the shelling of a village yesterday": only days, weekdays and months make names.
    return !mentions.cues(at: found.tokens.lowerBound).isDisjoint(with: [.digits, .month, .weekday, .date(.ordinal)])
  }

  // «كل جمعة», "every Friday".
  private func recurs(_ found: DateExpression) -> Bool {
    mentions.cues(at: found.tokens.lowerBound - 1).contains(.date(.every))
  }

  /// The longest expression that can stand as the end of a range.
  func simple(at token: Int) -> DateExpression? { longest(Self.simpleFrames, at: token) }

  /// The longest expression that can follow «منذ» "since" or «حتى» "until": also a part of a month or year.
  func point(at token: Int) -> DateExpression? {
    longest(Self.pointFrames, at: token)
  }

  /// The same reader, with a day in the place of the publication.
  func asOf(_ day: CalendarDate) -> DateReader {
    DateReader(
      text: text, mentions: mentions, numbers: numbers, hijriCalendar: hijriCalendar,
      anchor: DateAnchor(published: day))
  }
}

// What the frames return.
extension DateReader {
  /// An expression that hangs on a publication date that is not known.
  func unanchored(_ tokens: Range<Int>, partial: String? = nil) -> DateExpression {
    var result = DateExpression(tokens: tokens, span: .unknown, basis: .publication)
    result.partial = partial
    result.isFloating = true
    return result
  }

  /// Words that look like a date and tell none.
  func refused(_ tokens: Range<Int>, _ refusal: DateRefusal) -> DateExpression {
    var result = DateExpression(tokens: tokens, span: .unknown)
    result.refusal = refusal
    return result
  }

  /// Some days, counted from the publication.
  func relative(
    _ tokens: Range<Int>, _ precision: DatePrecision, _ span: (CalendarDate) -> (CalendarDate, CalendarDate)
  ) -> DateExpression {
    guard let published = anchor.published else { return unanchored(tokens) }
    let (first, last) = span(published)
    return DateExpression(
      tokens: tokens, span: DateSpan(start: first, end: last, precision: precision), basis: .publication)
  }

  /// A day, counted from the publication.
  func relativeDay(_ tokens: Range<Int>, _ day: (CalendarDate) -> CalendarDate) -> DateExpression {
    relative(tokens, .day) { (day($0), day($0)) }
  }

  /// Whole months of a year, 1…12, both inclusive.
  func months(
    _ first: Int, _ last: Int, of year: Int, _ tokens: Range<Int>, _ precision: DatePrecision,
    basis: DateBasis = .calendar
  ) -> DateExpression? {
    guard let begin = CalendarDate(year: year, month: first, day: 1),
      let end = CalendarDate(year: year, month: last, day: 1)
    else { return nil }
    return DateExpression(
      tokens: tokens, span: DateSpan(start: begin, end: end.endOfMonth, precision: precision), basis: basis)
  }
}
