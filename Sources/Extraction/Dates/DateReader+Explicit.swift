internal import ArabicText
internal import Incidents

/// Dates told by day, month and year.
extension DateReader {
  static let explicitFrames: [Frame] = [
    Frame(
      id: "date-day-month", name: "day and month, perhaps weekday and year: «الجمعة 16 نيسان/أبريل 2021»",
      read: { $0.dayMonth(at: $1) }),
    Frame(
      id: "date-month", name: "a month, perhaps with its year: «شهر آذار/مارس 2024», «أيار الفائت»",
      read: { $0.monthAlone(at: $1) }),
    Frame(id: "date-numeric", name: "figures with marks: «10/9/2023», «2023-09-10»", read: { $0.numeric(at: $1) }),
    Frame(id: "date-year", name: "a year: «عام 2017», «في 2024», «العام الماضي»", read: { $0.yearAlone(at: $1) }),
    Frame(
      id: "date-hijri", name: "a day or month of the Hijri calendar: «27 جمادى الأولى 1442 هـ»",
      read: { $0.hijri(at: $1) }),
  ]

  private func dayMonth(at start: Int) -> DateExpression? {
    var token = start
    // «مساء اليوم الأربعاء 10 تشرين الأول» "this evening, Wednesday 10 October", «أمس الخميس 15 نيسان» "yesterday,
    // Thursday 15 April": what stands before the date says the same.
    if let part = word(.dayPart, at: token) { token = part.end }
    if let offset = word(.dayOffset, at: token) { token = passMarks(offset.end) }
    if let weekday = weekday(at: token) {
      token = passMarks(weekday.end)
    } else if isWord(token, FrameWord.day) {
      token += 1
    }
    guard let day = dayOfMonth(at: token) else { return nil }
    token = day.end
    if isMark(token, [0x2F, 0x2D]) { token += 1 }
    if isWord(token, FrameWord.from) { token += 1 }
    if isWord(token, FrameWord.month) { token += 1 }
    guard let month = month(at: token) else { return currentMonthDay(start, day.day, token) }
    let rest = yearAfter(month.month, at: month.end)
    guard let year = rest.year else {
      return DateExpression(tokens: start..<rest.end, span: .unknown, isUnanchored: true, rule: "")
    }
    guard let date = CalendarDate(year: year, month: month.month, day: day.day) else { return nil }
    return DateExpression(
      tokens: closed(start..<rest.end), span: .day(mostRecent(date, explicit: rest.explicit)), rule: "")
  }

  // «في 15 من الشهر الجاري», "on the 15th of this month".
  private func currentMonthDay(_ start: Int, _ day: Int, _ token: Int) -> DateExpression? {
    guard let unit = word(.unit, at: token), unit.value == "month", unit.clitics.contains(.article) else { return nil }
    let offset: Int
    let end: Int
    if let current = word(.current, at: unit.end) {
      (offset, end) = (0, current.end)
    } else if let past = word(.past, at: unit.end) {
      (offset, end) = (-1, past.end)
    } else {
      return nil
    }
    guard let published = anchor.published else {
      return DateExpression(tokens: start..<end, span: .unknown, isUnanchored: true, rule: "")
    }
    let first = published.startOfMonth(adding: offset)
    guard let date = CalendarDate(year: first.year, month: first.month, day: day) else { return nil }
    return DateExpression(tokens: start..<end, span: .day(date), rule: "")
  }

  // A day told without its year is never in the future of the article.
  private func mostRecent(_ date: CalendarDate, explicit: Bool) -> CalendarDate {
    guard !explicit, let published = anchor.published, date > published else { return date }
    return CalendarDate(year: date.year - 1, month: date.month, day: date.day) ?? date
  }

  /// The year told after a month: digits («نيسان 2021», «تشرين الأول/ أكتوبر، 2023»), or implied.
  func yearAfter(_ month: Int, at end: Int) -> (year: Int?, end: Int, explicit: Bool) {
    var token = passMarks(end, [0x2C, 0x60C, 0x2F, 0x2D])
    if isWord(token, FrameWord.from), let found = self.year(at: token + 1) { return (found.year, found.end, true) }
    if isWord(token, FrameWord.from) == false, let found = self.year(at: token) {
      return (found.year, found.end, true)
    }
    token = end
    let implied = impliedYear(month: month, after: token)
    return (implied.year, implied.end, implied.end > end)
  }

  private func monthAlone(at start: Int) -> DateExpression? {
    var token = start
    if isWord(token, FrameWord.month) { token += 1 }
    guard let month = month(at: token) else { return nil }
    let rest = yearAfter(month.month, at: month.end)
    // Month names that are also everyday words or names («آب» "August; came back", «أيار» "May") need a year, «شهر»
    // "month", or a word of time after them.
    guard let year = rest.year, let first = CalendarDate(year: year, month: month.month, day: 1) else {
      return DateExpression(
        tokens: start..<rest.end, span: DateSpan(start: nil, end: nil, precision: .unknown), isUnanchored: true,
        rule: "")
    }
    return DateExpression(
      tokens: start..<rest.end, span: DateSpan(start: first, end: first.endOfMonth, precision: .month), rule: "")
  }

  private func numeric(at start: Int) -> DateExpression? {
    var token = start
    if let weekday = weekday(at: token) { token = passMarks(weekday.end) }
    let marks: Set<UInt32> = [0x2F, 0x2D, 0x2E]
    guard let first = number(at: token), isMark(token + 1, marks) else { return nil }
    if let month = month(at: token + 2), isMark(month.end, marks), let year = number(at: month.end + 1) {
      // «04/أبريل/2021», "04/April/2021"
      guard let date = CalendarDate(year: year, month: month.month, day: first), (1900...2100).contains(year) else {
        return nil
      }
      return DateExpression(tokens: start..<month.end + 2, span: .day(date), rule: "")
    }
    guard let second = number(at: token + 2), isMark(token + 3, marks), let third = number(at: token + 4) else {
      return nil
    }
    let date: CalendarDate?
    if first >= 1900 {
      date = CalendarDate(year: first, month: second, day: third)
    } else {
      date =
        CalendarDate(year: third, month: second, day: first) ?? CalendarDate(year: third, month: first, day: second)
    }
    guard let date, (1900...2100).contains(date.year) else { return nil }
    return DateExpression(tokens: start..<token + 5, span: .day(date), rule: "")
  }

  private func yearAlone(at start: Int) -> DateExpression? {
    if let phrase = yearPhrase(at: start) {
      return yearSpan(phrase.year, start..<phrase.end)
    }
    if let unit = word(.unit, at: start), unit.value == "year", let found = year(at: start) {
      return yearSpan(found.year, start..<found.end)
    }
    // A bare number is a year only after «في» "in", «خلال» "during", «منذ» "since" and the like, and without a
    // counted noun after it.
    guard let value = number(at: start), (1990...2100).contains(value), start > 0 else { return nil }
    let introduces =
      text.isWord(start - 1, among: [FrameWord.inside, FrameWord.from, FrameWord.until])
      || word(.within, at: start - 1) != nil || word(.since, at: start - 1) != nil
    return introduces && !isMark(start + 1, [0x2F, 0x2D, 0x2E]) ? yearSpan(value, start..<start + 1) : nil
  }

  func yearSpan(_ year: Int?, _ tokens: Range<Int>) -> DateExpression? {
    guard let year else { return DateExpression(tokens: tokens, span: .unknown, isUnanchored: true, rule: "") }
    guard let first = CalendarDate(year: year, month: 1, day: 1),
      let last = CalendarDate(year: year, month: 12, day: 31)
    else {
      return nil
    }
    return DateExpression(tokens: tokens, span: DateSpan(start: first, end: last, precision: .year), rule: "")
  }

  private func hijri(at start: Int) -> DateExpression? {
    var token = start
    if let weekday = weekday(at: token) { token = passMarks(weekday.end, [0x2C, 0x60C, 0x2D, 0x2013]) }
    let day = dayOfMonth(at: token)
    if let day { token = day.end }
    if isWord(token, FrameWord.from) { token += 1 }
    if isWord(token, FrameWord.month) { token += 1 }
    guard let month = month(at: token, calendar: .hijri), let year = number(at: month.end), (1300...1600).contains(year)
    else {
      return nil
    }
    var end = month.end + 1
    if end < text.tokens.count, text.folded(end).elementsEqual([LetterCode.heh]) { end += 1 }
    guard let first = HijriCalendar.date(year: year, month: month.month, day: day?.day ?? 1) else { return nil }
    if day != nil { return DateExpression(tokens: start..<end, span: .day(first), rule: "") }
    guard let last = HijriCalendar.lastDay(year: year, month: month.month) else { return nil }
    return DateExpression(
      tokens: start..<end, span: DateSpan(start: first, end: last, precision: .period), rule: "")
  }
}
