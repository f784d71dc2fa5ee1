internal import ArabicText
internal import Incidents

/// Parts of months and years, ranges, and periods since a day.
extension DateReader {
  static let spanFrames: [Frame] = [
    Frame(
      id: "date-part", name: "beginning, middle, end of a month or year: «منتصف شهر نيسان/أبريل», «مطلع العام»",
      read: { $0.part(at: $1) }),
    Frame(id: "date-since", name: "since a day: «منذ مطلع العام الجاري», «منذ الجمعة»", read: { $0.since(at: $1) }),
    Frame(
      id: "date-range", name: "from one date to another: «بين كانون الثاني/يناير وآذار/مارس», «من 3 إلى 7 أيار»",
      read: { $0.range(at: $1) }),
    Frame(
      id: "date-fraction", name: "half or quarter of a year: «النصف الأول من عام 2024»", read: { $0.fraction(at: $1) }),
    Frame(id: "date-months", name: "two months told together: «سبتمبر وأكتوبر»", read: { $0.monthList(at: $1) }),
    Frame(id: "date-season", name: "a season of a year: «صيف 2017»", read: { $0.season(at: $1) }),
  ]

  private func part(at start: Int) -> DateExpression? {
    guard let found = word(.spanPart, at: start) else { return nil }
    var token = found.end
    if isWord(token, FrameWord.month) { token += 1 }
    if let month = month(at: token) {
      let rest = yearAfter(month.month, at: month.end)
      guard let year = rest.year, let first = CalendarDate(year: year, month: month.month, day: 1) else {
        return DateExpression(tokens: start..<rest.end, span: .unknown, isUnanchored: true, rule: "")
      }
      return DateExpression(tokens: start..<rest.end, span: third(found.value, of: first), rule: "")
    }
    if let unit = word(.unit, at: token), unit.clitics.contains(.article), unit.value == "month" {
      var end = unit.end
      var offset = 0
      if let past = word(.past, at: end) {
        (offset, end) = (-1, past.end)
      } else if let current = word(.current, at: end) {
        end = current.end
      }
      guard let published = anchor.published else {
        return DateExpression(tokens: start..<end, span: .unknown, isUnanchored: true, rule: "")
      }
      return DateExpression(
        tokens: start..<end, span: third(found.value, of: published.startOfMonth(adding: offset)), rule: "")
    }
    let yearPhrase =
      self.yearPhrase(at: token)
      ?? (word(.unit, at: token)?.value == "year" ? year(at: token).map { ($0.year, $0.end) } : nil)
      ?? plainYear(at: token)
    guard let phrase = yearPhrase else { return nil }
    guard let year = phrase.0 else {
      return DateExpression(tokens: start..<phrase.1, span: .unknown, isUnanchored: true, rule: "")
    }
    let months = found.value == "begin" ? (1, 4) : found.value == "middle" ? (5, 8) : (9, 12)
    guard let first = CalendarDate(year: year, month: months.0, day: 1),
      let last = CalendarDate(year: year, month: months.1, day: 1)
    else {
      return nil
    }
    return DateExpression(
      tokens: start..<phrase.1, span: DateSpan(start: first, end: last.endOfMonth, precision: .approx), rule: "")
  }

  private func plainYear(at token: Int) -> (Int?, Int)? {
    if let found = year(at: token) { return (found.year, found.end) }
    // «منذ مطلع العام», "since the beginning of the year", without "this".
    if let unit = word(.unit, at: token), unit.value == "year", unit.clitics.contains(.article) {
      return (anchor.year, unit.end)
    }
    return nil
  }

  // Thirds of a month, as the guidelines have them: 1–10, 11–20, 21–end.
  private func third(_ part: String, of first: CalendarDate) -> DateSpan {
    switch part {
    case "begin": DateSpan(start: first, end: first.adding(days: 9), precision: .approx)
    case "middle": DateSpan(start: first.adding(days: 10), end: first.adding(days: 19), precision: .approx)
    default: DateSpan(start: first.adding(days: 20), end: first.endOfMonth, precision: .approx)
    }
  }

  private func since(at start: Int) -> DateExpression? {
    guard let introducer = word(.since, at: start), !isWord(start, FrameWord.from) else { return nil }
    let token = introducer.end
    // «منذ بداية عام 2021»: from its first day, whatever "beginning" would span by itself.
    if let part = word(.spanPart, at: token), part.value == "begin" {
      if let phrase = yearPhrase(at: part.end) ?? plainYear(at: part.end) {
        return period(from: phrase.0.flatMap { CalendarDate(year: $0, month: 1, day: 1) }, start..<phrase.1)
      }
      if let unit = word(.unit, at: part.end), unit.value == "month", unit.clitics.contains(.article) {
        var end = unit.end
        if let current = word(.current, at: end) { end = current.end }
        return period(from: anchor.published?.startOfMonth, start..<end)
      }
    }
    let inner: DateExpression?
    if let part = part(at: token) {
      inner = part
    } else {
      inner = (Self.explicitFrames + Self.relativeFrames).compactMap { $0.read(self, token) }.max {
        $0.tokens.count < $1.tokens.count
      }
    }
    if inner == nil, let event = sinceEvent(start, token) { return event }
    // «منذ أسبوع» is "a week ago", not a period since one.
    guard let inner,
      !(word(.unit, at: token) != nil && !(word(.unit, at: token)?.clitics.contains(.article) ?? false)
        && inner.span.precision != .year)
    else { return nil }
    if inner.isUnanchored {
      return DateExpression(
        tokens: start..<inner.tokens.upperBound, span: .unknown, isUnanchored: true, isSince: true, rule: "")
    }
    return period(from: inner.span.start, start..<inner.tokens.upperBound)
  }

  // «منذ سقوط النظام في 8 كانون الأول 2024», "since the fall of the regime on 8 December 2024": since the day of an
  // event.
  private func sinceEvent(_ start: Int, _ token: Int) -> DateExpression? {
    for next in token + 1..<min(token + 9, max(token + 1, text.tokens.count)) {
      if text.tokens[next].kind != .word && text.tokens[next].kind != .number && !isMark(next, [0x22]) { return nil }
      guard isWord(next, FrameWord.inside), let date = Self.explicitFrames[0].read(self, next + 1) else { continue }
      if date.isUnanchored {
        return DateExpression(
          tokens: start..<date.tokens.upperBound, span: .unknown, isUnanchored: true, isSince: true, rule: "")
      }
      return period(from: date.span.start, start..<date.tokens.upperBound)
    }
    return nil
  }

  private func period(from first: CalendarDate?, _ tokens: Range<Int>) -> DateExpression {
    guard let first else {
      return DateExpression(tokens: tokens, span: .unknown, isUnanchored: true, isSince: true, rule: "")
    }
    return DateExpression(
      tokens: tokens, span: DateSpan(start: first, end: anchor.published.map { max($0, first) }, precision: .period),
      isSince: true, rule: "")
  }

  private func range(at start: Int) -> DateExpression? {
    guard isWord(start, FrameWord.between) || isWord(start, FrameWord.from) else { return nil }
    if let open = untilNow(start) { return open }
    let isBetween = isWord(start, FrameWord.between)
    let first = start + 1
    // «من 3 إلى 7 أيار» "from 3 to 7 May", «بين 3 و7 أيار» "between 3 and 7 May": the first day borrows month and
    // year from the second.
    if let low = number(at: first), (1...31).contains(low), let joint = joint(at: first + 1, isBetween),
      let high = dayMonthForRange(at: joint)
    {
      guard let end = high.span.end, let begin = CalendarDate(year: end.year, month: end.month, day: low), begin <= end
      else {
        return high.isUnanchored
          ? DateExpression(tokens: start..<high.tokens.upperBound, span: .unknown, isUnanchored: true, rule: "") : nil
      }
      return DateExpression(
        tokens: start..<high.tokens.upperBound, span: DateSpan(start: begin, end: end, precision: .period), rule: "")
    }
    guard let from = simple(at: first), let joint = joint(at: from.tokens.upperBound, isBetween),
      let to = simple(at: joint)
    else {
      return nil
    }
    let tokens = start..<to.tokens.upperBound
    guard var begin = from.span.start, let end = to.span.end else {
      return DateExpression(tokens: tokens, span: .unknown, isUnanchored: true, rule: "")
    }
    // «بين تشرين الثاني وآذار 2023», "between November and March 2023": the first month lies in the year before.
    if begin > end || (from.span.precision == .month && begin.year != end.year) {
      begin = CalendarDate(year: end.year, month: begin.month, day: begin.day) ?? begin
      if begin > end { begin = CalendarDate(year: end.year - 1, month: begin.month, day: begin.day) ?? begin }
    }
    guard begin <= end else { return nil }
    return DateExpression(tokens: tokens, span: DateSpan(start: begin, end: end, precision: .period), rule: "")
  }

  // «من 22 آذار 2019 وحتى الآن», "from … until now": since that day.
  private func untilNow(_ start: Int) -> DateExpression? {
    guard isWord(start, FrameWord.from), let from = simple(at: start + 1) else { return nil }
    var token = from.tokens.upperBound
    if isWord(token, FrameWord.and) { token += 1 }
    guard isWord(token, FrameWord.until) || isWord(token, FrameWord.andUntil),
      isWord(token + 1, FrameWord.now) || word(.dayOffset, at: token + 1)?.value == "0"
    else { return nil }
    if from.isUnanchored {
      return DateExpression(tokens: start..<token + 2, span: .unknown, isUnanchored: true, isSince: true, rule: "")
    }
    return period(from: from.span.start, start..<token + 2)
  }

  private func dayMonthForRange(at token: Int) -> DateExpression? {
    Self.explicitFrames[0].read(self, token)
  }

  private func simple(at token: Int) -> DateExpression? {
    (Self.explicitFrames + Self.relativeFrames).compactMap { $0.read(self, token) }.max {
      $0.tokens.count < $1.tokens.count
    }
      ?? year(at: token).flatMap { yearSpan($0.year, token..<$0.end) }
  }

  // «و» "and" between the ends of «بين» "between", «إلى» "to" or «حتى» "until" between those of «من» "from"; the «و»
  // may be attached to the word that follows.
  private func joint(at token: Int, _ isBetween: Bool) -> Int? {
    guard token < text.tokens.count else { return nil }
    if isWord(token, FrameWord.to) || isWord(token, FrameWord.until) || (isBetween && isWord(token, FrameWord.and)) {
      return token + 1
    }
    guard isBetween else { return nil }
    let word = text.folded(token)
    return word.first == LetterCode.waw ? token : nil
  }

  private func fraction(at start: Int) -> DateExpression? {
    let months: (Int, Int)
    let end: Int
    if let half = word(.half, at: start) {
      (months, end) = (half.value == "1" ? (1, 6) : (7, 12), half.end)
    } else if let quarter = word(.quarter, at: start), let q = Int(quarter.value) {
      (months, end) = ((q * 3 - 2, q * 3), quarter.end)
    } else {
      return nil
    }
    var token = end
    if isWord(token, FrameWord.from) { token += 1 }
    let phrase = yearPhrase(at: token) ?? plainYear(at: token)
    let tokens = start..<(phrase?.1 ?? end)
    guard let year = phrase == nil ? anchor.year : phrase?.0,
      let first = CalendarDate(year: year, month: months.0, day: 1),
      let last = CalendarDate(year: year, month: months.1, day: 1)
    else { return DateExpression(tokens: tokens, span: .unknown, isUnanchored: true, rule: "") }
    return DateExpression(
      tokens: tokens, span: DateSpan(start: first, end: last.endOfMonth, precision: .period), rule: "")
  }

  private func monthList(at start: Int) -> DateExpression? {
    // «الشهرين الماضيين، سبتمبر وأكتوبر», "the past two months, September and October": the words before say the same
    // less exactly.
    var token = start
    if let introduced = word(.within, at: token), word(.unit, at: introduced.end) != nil { token = introduced.end }
    if let unit = word(.unit, at: token), unit.value == "month" {
      token = unit.end
      if let past = word(.past, at: token) { token = past.end }
      token = passMarks(token)
    }
    guard let first = month(at: token), let second = month(at: first.end),
      text.folded(first.end).first == LetterCode.waw
    else {
      return nil
    }
    let rest = yearAfter(second.month, at: second.end)
    guard let year = rest.year,
      let begin = CalendarDate(year: first.month <= second.month ? year : year - 1, month: first.month, day: 1),
      let last = CalendarDate(year: year, month: second.month, day: 1)
    else { return DateExpression(tokens: start..<rest.end, span: .unknown, isUnanchored: true, rule: "") }
    return DateExpression(
      tokens: start..<rest.end, span: DateSpan(start: begin, end: last.endOfMonth, precision: .period), rule: "")
  }

  private func season(at start: Int) -> DateExpression? {
    guard let season = word(.season, at: start),
      let phrase = yearPhrase(at: season.end) ?? plainSeasonYear(at: season.end)
    else { return nil }
    guard let year = phrase.0 else {
      return DateExpression(tokens: start..<phrase.1, span: .unknown, isUnanchored: true, rule: "")
    }
    let firstMonth = ["spring": 3, "summer": 6, "autumn": 9, "winter": 12][season.value] ?? 3
    guard let first = CalendarDate(year: year, month: firstMonth, day: 1) else { return nil }
    return DateExpression(
      tokens: start..<phrase.1,
      span: DateSpan(start: first, end: first.startOfMonth(adding: 2).endOfMonth, precision: .period), rule: "")
  }

  private func plainSeasonYear(at token: Int) -> (Int?, Int)? {
    year(at: token).map { ($0.year, $0.end) }
  }
}
