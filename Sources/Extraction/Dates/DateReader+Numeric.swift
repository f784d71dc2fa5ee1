internal import ArabicText
internal import Incidents

/// Dates in figures.
extension DateReader {
  static let numericFrames: [Frame] = [
    Frame(
      id: "date-numeric", name: "figures with marks: «10/9/2023», «2023-09-10», «10/9/23», «9/2023»",
      begins: [.digits, .weekday, .dates(.unit, .dayPart, .dayOffset)], read: { $0.numeric(at: $1) })
  ]

  private static let marks: MarkKinds = [.slash, .hyphen, .dot, .backslash]

  private func numeric(at start: Int) -> DateExpression? {
    // «0933-12-2023» is read from its first figure or not at all.
    if isMark(start - 1, Self.marks), !text.tokens[start].spaceBefore, mentions.cues(at: start - 2).contains(.digits) {
      return nil
    }
    let prefix = dayPrefix(at: start)
    guard number(at: prefix.end) != nil || text.folded(prefix.end).count > 9 else { return nil }
    if var found = numericDay(at: prefix.end) {
      found.tokens = closed(start..<found.tokens.upperBound)
      if let told = prefix.weekday, let day = found.span.start, told != day.weekday {
        found.contradiction = WeekdayContradiction(told: told, actual: day.weekday)
      }
      return withEquivalent(found)
    }
    return shortNumeric(at: prefix.end, start)
  }

  /// True for a mark that goes on with a figure; a full stop ends the sentence.
  func goesOn(_ token: Int) -> Bool {
    isMark(token, Self.marks) && mentions.cues(at: token + 1).contains(.digits) && !text.tokens[token + 1].spaceBefore
  }

  private func digits(_ token: Int) -> Int { mentions.cues(at: token).contains(.digits) ? text.folded(token).count : 0 }

  /// Day, month and year in figures, or with the month's name: «04/أبريل/2021».
  func numericDay(at token: Int) -> DateExpression? {
    guard let first = number(at: token), isMark(token + 1, Self.marks) else { return nil }
    if let month = month(at: token + 2), isMark(month.end, Self.marks), let year = plainYear(at: month.end + 1) {
      return day(year.year, month.month, first, token..<year.end)
    }
    let mark = MarkKinds(text.tokens[token + 1].scalar)
    guard let second = number(at: token + 2), digits(token + 2) <= 2, isMark(token + 3, mark), digits(token + 4) > 0
    else { return nil }
    // «0998-12-345» is a telephone number, «1.2.3» a version.
    var end = token + 5
    if let era = word(.era, at: end), era.value == MonthCalendar.gregorian.rawValue { end = era.end }
    let tokens = token..<end
    if digits(token) == 4 {
      guard let third = number(at: token + 4), digits(token + 4) <= 2, first > 0 else {
        return digits(token + 4) <= 2 && first == 0
          ? refused(tokens, .noSuchYear(text.original(token..<token + 1))) : nil
      }
      guard first >= 1900 else { return nil }
      return day(first, second, third, tokens)
    }
    guard digits(token) <= 2 else { return nil }
    switch digits(token + 4) {
    case 4:
      guard let year = number(at: token + 4) else { return nil }
      if HijriCalendar.years.contains(year), let hijri = hijriNumeric(first, second, year, token) { return hijri }
      guard (1900...2100).contains(year) else {
        return mark == .slash ? refused(tokens, .noSuchYear(text.original(token + 4..<token + 5))) : nil
      }
      // 12/25/2023 can only be month first; 10/9 is day first, as Syria writes it.
      if second > 12, first <= 12, CalendarDate(year: year, month: first, day: second) != nil {
        return day(year, first, second, tokens)
      }
      return day(year, second, first, tokens)
    case 2:
      guard !mark.contains(.dot) || (1...31).contains(first) && (1...12).contains(second), mark != .hyphen,
        let short = number(at: token + 4), (1...31).contains(first), (1...12).contains(second)
      else { return nil }
      return day(short < 70 ? 2000 + short : 1900 + short, second, first, tokens)
    default:
      guard mark == .slash, (1...31).contains(first), (1...12).contains(second), digits(token + 4) > 4 else {
        return nil
      }
      return refused(tokens, .noSuchYear(text.original(token + 4..<token + 5)))
    }
  }

  // «9/1/1446هـ», "9/1/1446 AH"
  private func hijriNumeric(_ day: Int, _ month: Int, _ year: Int, _ token: Int) -> DateExpression? {
    let era = word(.era, at: token + 5)
    guard era?.value == MonthCalendar.hijri.rawValue || era == nil else { return nil }
    let tokens = token..<(era?.end ?? token + 5)
    guard let date = hijriCalendar.date(year: year, month: month, day: day) else {
      return refused(tokens, .noSuchDay(day: day, month: month, year: year, calendar: .hijri))
    }
    var result = DateExpression(tokens: tokens, span: .day(date), rule: "frame:date-hijri")
    if !HijriCalendar.publishedYears.contains(year) { result.span.precision = .approx }
    return result
  }

  private func day(_ year: Int, _ month: Int, _ day: Int, _ tokens: Range<Int>) -> DateExpression? {
    guard (1...12).contains(month) else { return refused(tokens, .noSuchMonth(month)) }
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      return refused(tokens, .noSuchDay(day: day, month: month, year: year, calendar: .gregorian))
    }
    return DateExpression(tokens: tokens, span: .day(date))
  }

  /// «9/2023», "9/2023": a month; «بتاريخ 10/9», "on the date of 10/9": a day without its year.
  private func shortNumeric(at token: Int, _ start: Int) -> DateExpression? {
    guard let first = number(at: token), digits(token) <= 2, isMark(token + 1, [.slash, .hyphen, .backslash]),
      !text.tokens[token + 1].spaceBefore, let second = number(at: token + 2), !goesOn(token + 3),
      !mentions.cues(at: start - 1).contains(.unitBefore)
    else { return nil }
    if digits(token + 2) == 4, (1...12).contains(first), (1950...2100).contains(second) {
      return months(first, first, of: second, start..<token + 3, .month)
    }
    let cues = mentions.cues(at: start - 1)
    let isCued =
      cues.contains(.date(.dateCue)) || start < token
      || cues.contains(.date(.within)) && word(.from, at: token + 3) == nil
    guard isCued, digits(token + 2) <= 2,
      (1...12).contains(second), (1...31).contains(first), isMark(token + 1, .slash)
    else { return nil }
    guard first <= CalendarDate.length(ofMonth: second, year: 2024) else {
      return refused(start..<token + 3, .noSuchDay(day: first, month: second, year: nil, calendar: .gregorian))
    }
    let told = yearAfter(second, day: first, at: token + 3)
    guard let year = told.year else {
      return unanchored(start..<token + 3, partial: Self.partial(month: second, day: first))
    }
    var result = day(year, second, first, start..<token + 3)
    result?.basis = told.basis
    result?.isFloating = told.basis != .calendar
    return result
  }
}
