internal import ArabicText
internal import Incidents

/// Parts of months and years.
extension DateReader {
  static let partFrames: [Frame] = [
    Frame(
      id: "date-part", name: "beginning, middle, end of a month or year: «منتصف شهر نيسان/أبريل», «مطلع العام»",
      begins: .date(.spanPart), read: { $0.part(at: $1) }),
    Frame(
      id: "date-fraction", name: "half, third, quarter of a year or month: «النصف الأول من عام 2024»",
      begins: .date(.fraction), read: { $0.fraction(at: $1) }),
    Frame(
      id: "date-first-units",
      name: "the first or last so many months or days of a whole: «الأشهر الستة الأولى من عام 2023»",
      begins: .date(.unit), read: { $0.firstUnits(at: $1) }),
    Frame(
      id: "date-week-of-month", name: "a week of a month: «الأسبوع الأول من آذار 2024»", begins: .date(.unit),
      read: { $0.weekOfMonth(at: $1) }),
  ]

  private func part(at start: Int) -> DateExpression? {
    guard let found = word(.spanPart, at: start), let whole = whole(at: found.end) else { return nil }
    let tokens = start..<whole.tokens.upperBound
    guard let first = whole.span.start, let last = whole.span.end else {
      return whole.isUnanchored ? unanchored(tokens) : nil
    }
    var result = whole
    result.tokens = tokens
    result.rule = ""
    result.partial = nil
    let days = last.dayNumber - first.dayNumber + 1
    if days > 31 {
      if days > 3000 { return decadePart(found.value, of: first.year, tokens) }
      if whole.rule == "frame:date-season" { return seasonPart(found.value, of: first, tokens, whole.basis) }
      // Thirds of a year: January–April, May–August, September–December.
      guard whole.span.precision == .year else { return nil }
      let months = found.value == "begin" ? (1, 4) : found.value == "middle" ? (5, 8) : (9, 12)
      return self.months(months.0, months.1, of: first.year, tokens, .approx, basis: whole.basis)
    }
    if days <= 7 {
      // «مطلع الأسبوع», "the beginning of the week": three of its days.
      let begin =
        found.value == "begin" ? first : found.value == "middle" ? first.adding(days: 2) : last.adding(days: -2)
      result.span = DateSpan(start: begin, end: min(last, begin.adding(days: 2)), precision: .approx)
      return result
    }
    // Thirds of a month, as the guidelines have them: 1–10, 11–20, 21–end.
    let (begin, end) =
      switch found.value {
      case "begin": (first, first.adding(days: 9))
      case "middle": (first.adding(days: 10), first.adding(days: 19))
      default: (first.adding(days: 20), last)
      }
    result.span = DateSpan(start: begin, end: end, precision: .approx)
    return result
  }

  // «منتصف تسعينيات القرن الماضي», "the middle of the nineties of the last century": 1990–1993, 1994–1996, 1997–1999.
  private func decadePart(_ part: String, of year: Int, _ tokens: Range<Int>) -> DateExpression? {
    let years = part == "begin" ? (0, 3) : part == "middle" ? (4, 6) : (7, 9)
    return DateExpression(
      tokens: tokens,
      span: DateSpan(
        start: CalendarDate(year: year + years.0, month: 1, day: 1),
        end: CalendarDate(year: year + years.1, month: 12, day: 31), precision: .approx))
  }

  // «أواخر صيف 2014», "late summer 2014": one of its three months.
  private func seasonPart(
    _ part: String, of first: CalendarDate, _ tokens: Range<Int>, _ basis: DateBasis
  ) -> DateExpression {
    let month = first.startOfMonth(adding: part == "begin" ? 0 : part == "middle" ? 1 : 2)
    return DateExpression(
      tokens: tokens, span: DateSpan(start: month, end: month.endOfMonth, precision: .approx), basis: basis)
  }

  /// A whole month or year that may be parted: «نيسان» "April", «الشهر الجاري» "this month", «العام» "the year", «رمضان» "Ramadan".
  private func whole(at start: Int) -> DateExpression? {
    let token = word(.from, at: start)?.end ?? start
    if let month = month(at: token) {
      if month.calendar == .hijri { return hijriMonth(month, token, isTold: true) }
      let rest = yearAfter(month.month, at: month.end)
      guard let year = rest.year else { return unanchored(token..<rest.end) }
      return months(month.month, month.month, of: year, token..<rest.end, .month, basis: rest.basis)
    }
    if let year = plainYear(at: token) { return months(1, 12, of: year.year, token..<year.end, .year) }
    if let found = longest(Self.wholeFrames, at: token),
      [.week, .month, .year].contains(found.span.precision) || found.isUnanchored || isHijri(found)
        || ["frame:date-season", "frame:date-decade"].contains(found.rule)
    {
      return found
    }
    // «مطلع العام», "the beginning of the year", without "this".
    guard let unit = unit(at: token), unit.unit.number == .one, unit.clitics.contains(.article) else { return nil }
    switch unit.unit.kind {
    case .year:
      guard let year = anchor.year else { return unanchored(token..<unit.end) }
      return months(1, 12, of: year, token..<unit.end, .year, basis: anchor.basis)
    case .month: return relative(token..<unit.end, .month) { ($0.startOfMonth, $0.endOfMonth) }
    case .week: return relative(token..<unit.end, .week) { ($0.adding(days: -6), $0) }
    case .hour, .day: return nil
    }
  }

  private func fraction(at start: Int) -> DateExpression? {
    guard let found = word(.fraction, at: start), let fraction = YearFraction(found.value) else { return nil }
    if let whole = whole(at: found.end) {
      let tokens = start..<whole.tokens.upperBound
      guard let first = whole.span.start, let last = whole.span.end else { return unanchored(tokens) }
      if whole.span.precision == .year { return part(fraction, of: first.year, tokens, whole.basis) }
      return part(fraction, first, last, tokens, whole.basis)
    }
    // «الربع الثالث», "the third quarter", by itself is of this year; a first half may be of a match.
    guard fraction.of == 4 || mentions.cues(at: start - 1).contains(.date(.within)) else { return nil }
    guard let year = anchor.year else { return unanchored(start..<found.end) }
    return part(fraction, of: year, start..<found.end, anchor.basis)
  }

  private func part(
    _ fraction: YearFraction, of year: Int, _ tokens: Range<Int>, _ basis: DateBasis
  ) -> DateExpression? {
    let length = 12 / fraction.of
    return months(
      length * (fraction.part - 1) + 1, length * fraction.part, of: year, tokens, .period, basis: basis)
  }

  // Halves of a month are 1–15 and 16–end, thirds 1–10, 11–20, 21–end.
  private func part(
    _ fraction: YearFraction, _ first: CalendarDate, _ last: CalendarDate, _ tokens: Range<Int>, _ basis: DateBasis
  ) -> DateExpression {
    let length = 30 / fraction.of
    let begin = first.adding(days: length * (fraction.part - 1))
    let end = fraction.part == fraction.of ? last : first.adding(days: length * fraction.part - 1)
    return DateExpression(
      tokens: tokens, span: DateSpan(start: begin, end: end, precision: .period), basis: basis)
  }

  // «الأسبوع الأول من آذار 2024», "the first week of March 2024": days 1–7; «الأسبوع الأخير», "the last week": the last seven.
  private func weekOfMonth(at start: Int) -> DateExpression? {
    guard let unit = unit(at: start), unit.unit.kind == .week, unit.unit.number == .one,
      let ordinal = word(.ordinal, at: unit.end), let number = Int(ordinal.value), number <= 5,
      let of = word(.from, at: ordinal.end), let whole = whole(at: of.end)
    else { return nil }
    let tokens = start..<whole.tokens.upperBound
    guard let first = whole.span.start, let last = whole.span.end else { return unanchored(tokens) }
    guard last.dayNumber - first.dayNumber <= 31 else { return nil }
    let begin = number < 0 ? last.adding(days: -6) : first.adding(days: 7 * (number - 1))
    return DateExpression(
      tokens: tokens, span: DateSpan(start: begin, end: min(last, begin.adding(days: 6)), precision: .week),
      basis: whole.basis)
  }

  // «الأشهر الستة الأولى من عام 2023» "the first six months of 2023", «الأيام العشرة الأخيرة من نيسان» "the last ten days of April"
  private func firstUnits(at start: Int) -> DateExpression? {
    guard let unit = unit(at: start), unit.unit.number == .many, unit.clitics.contains(.article),
      unit.unit.kind == .month || unit.unit.kind == .day
    else { return nil }
    let article = word(.article, at: unit.end)?.end ?? unit.end
    guard let count = numbers.plain(at: article), (1...31).contains(count.value),
      let ordinal = word(.ordinal, at: count.end), let which = Int(ordinal.value), which == 1 || which == -1,
      let of = word(.from, at: ordinal.end), let whole = whole(at: of.end)
    else { return nil }
    let tokens = start..<whole.tokens.upperBound
    guard let first = whole.span.start, let last = whole.span.end else { return unanchored(tokens) }
    let span: DateSpan
    if unit.unit.kind == .month {
      guard whole.span.precision == .year, count.value < 12 else { return nil }
      let begin = which == 1 ? first : first.startOfMonth(adding: 12 - count.value)
      span = DateSpan(start: begin, end: begin.startOfMonth(adding: count.value - 1).endOfMonth, precision: .period)
    } else {
      guard last.dayNumber - first.dayNumber >= count.value else { return nil }
      let begin = which == 1 ? first : last.adding(days: 1 - count.value)
      span = DateSpan(start: begin, end: begin.adding(days: count.value - 1), precision: .period)
    }
    return DateExpression(tokens: tokens, span: span, basis: whole.basis)
  }
}
