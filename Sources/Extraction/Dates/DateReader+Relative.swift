internal import ArabicText
internal import Incidents

/// Dates told from the day of publication.
extension DateReader {
  static let relativeFrames: [Frame] = [
    Frame(
      id: "date-today", name: "today, yesterday, with a weekday or not: «أمس الجمعة», «فجر اليوم», «أمس (السبت)»",
      read: { $0.dayOffset(at: $1) }),
    Frame(id: "date-night", name: "a night: «ليلة أمس», «ليل الثلاثاء – الأربعاء»", read: { $0.night(at: $1) }),
    Frame(id: "date-weekday", name: "a weekday: «الأحد», «مساء الخميس الماضي»", read: { $0.weekdayAlone(at: $1) }),
    Frame(id: "date-ago", name: "so long ago: «قبل يومين», «منذ أسبوع», «قبل أيام»", read: { $0.ago(at: $1) }),
    Frame(
      id: "date-last-unit",
      name: "the last or this week, month: «الشهر الماضي», «الأسبوع الجاري», «الشهر الجاري والفائت»",
      read: { $0.lastUnit(at: $1) }),
    Frame(
      id: "date-last-units", name: "the last so many hours, days, months: «الساعات الـ24 الماضية», «اليومين الماضيين»",
      read: { $0.lastUnits(at: $1) }),
  ]

  private func unanchored(_ tokens: Range<Int>) -> DateExpression {
    DateExpression(tokens: tokens, span: .unknown, isUnanchored: true, rule: "")
  }

  /// Passes over a part of the day: «فجر» "dawn", «مساء يوم» "the evening of the day".
  private func passDayPart(_ start: Int) -> Int {
    guard let part = word(.dayPart, at: start) else { return start }
    return part.end
  }

  private func dayOffset(at start: Int) -> DateExpression? {
    var token = passDayPart(start)
    guard let found = word(.dayOffset, at: token), let offset = Int(found.value) else { return trailingOffset(start) }
    // «اليوم», "the day", is today; «يوم», "day", is not.
    if offset == 0, found.end == token + 1, !found.clitics.contains(.article) { return nil }
    token = found.end
    let marked = passMarks(token, [0x2C, 0x60C, 0x28])
    if let weekday = weekday(at: marked) { token = weekday.end }
    let tokens = closed(start..<token)
    guard let published = anchor.published else { return unanchored(tokens) }
    return DateExpression(tokens: tokens, span: .day(published.adding(days: offset)), rule: "")
  }

  // «الجمعة (أول من أمس)», "Friday (the day before yesterday)": the weekday first.
  private func trailingOffset(_ start: Int) -> DateExpression? {
    let token = passDayPart(start)
    guard let weekday = weekday(at: token) else { return nil }
    let marked = passMarks(weekday.end, [0x2C, 0x60C, 0x28])
    guard let found = word(.dayOffset, at: marked), let offset = Int(found.value) else { return nil }
    let tokens = closed(start..<found.end)
    guard let published = anchor.published else { return unanchored(tokens) }
    return DateExpression(tokens: tokens, span: .day(published.adding(days: offset)), rule: "")
  }

  private func night(at start: Int) -> DateExpression? {
    if let found = word(.nightOffset, at: start), let offset = Int(found.value) {
      var end = found.end
      if let weekday = weekday(at: passMarks(end, [0x2C, 0x60C, 0x28])) { end = weekday.end }
      let tokens = closed(start..<end)
      guard let published = anchor.published else { return unanchored(tokens) }
      let first = published.adding(days: offset)
      if offset == 0 || weekday(at: passMarks(found.end, [0x28])) != nil {
        return DateExpression(tokens: tokens, span: .day(first), rule: "")
      }
      return DateExpression(
        tokens: tokens, span: DateSpan(start: first, end: first.adding(days: 1), precision: .period), rule: "")
    }
    guard let part = word(.dayPart, at: start), let first = weekday(at: part.end),
      isMark(first.end, [0x2D, 0x2013, 0x2014, 0x2F]),
      let second = weekday(at: first.end + 1), second.weekday == (first.weekday + 1) % 7
    else { return nil }
    let tokens = start..<second.end
    guard let published = anchor.published else { return unanchored(tokens) }
    let end = recent(second.weekday, before: published, strictly: false)
    return DateExpression(
      tokens: tokens, span: DateSpan(start: end.adding(days: -1), end: end, precision: .period), rule: "")
  }

  /// The most recent such weekday on or before a day.
  private func recent(_ weekday: Int, before day: CalendarDate, strictly: Bool) -> CalendarDate {
    let back = (day.weekday - weekday + 7) % 7
    return day.adding(days: -(back == 0 && strictly ? 7 : back))
  }

  private func weekdayAlone(at start: Int) -> DateExpression? {
    let token = passDayPart(start)
    guard let found = weekday(at: token) else { return nil }
    var end = found.end
    var strictly = false
    if let past = word(.past, at: end), past.clitics.contains(.article) { (end, strictly) = (past.end, true) }
    guard let published = anchor.published else { return unanchored(start..<end) }
    if let next = word(.next, at: end), next.clitics.contains(.article) {
      let ahead = (found.weekday - published.weekday + 7) % 7
      return DateExpression(
        tokens: start..<next.end, span: .day(published.adding(days: ahead == 0 ? 7 : ahead)), rule: "")
    }
    return DateExpression(
      tokens: start..<end, span: .day(recent(found.weekday, before: published, strictly: strictly)), rule: "")
  }

  private func ago(at start: Int) -> DateExpression? {
    guard let introducer = word(.ago, at: start) else { return nil }
    var token = introducer.end
    var count: Int?
    var isVague = false
    if let figure = numbers.figure(at: token) {
      count = figure.value.lower
      isVague = figure.value.isVague
      token = figure.tokens.upperBound
    }
    guard let unit = word(.unit, at: token), !unit.clitics.contains(.article) else { return nil }
    // A dual says two by itself; a plural without a figure is vague: «قبل أيام», "days ago".
    let surface = text.folded(token)
    if count == nil, !isVague {
      if WordForm.isDual(surface) {
        count = 2
      } else if Self.isPlural(surface, unit.value) {
        isVague = true
      } else {
        count = 1
      }
    }
    let tokens = start..<unit.end
    guard let published = anchor.published else { return unanchored(tokens) }
    return DateExpression(
      tokens: tokens, span: span(back: count, unit.value, isVague: isVague, from: published), rule: "")
  }

  private func span(back count: Int?, _ unit: String, isVague: Bool, from published: CalendarDate) -> DateSpan {
    let count = min(count ?? 1, 10_000)
    switch unit {
    case "hour": return .day(published)
    case "day":
      if isVague {
        return DateSpan(start: published.adding(days: -7), end: published.adding(days: -1), precision: .approx)
      }
      return .day(published.adding(days: -count))
    case "week":
      if isVague {
        return DateSpan(start: published.adding(days: -28), end: published.adding(days: -7), precision: .approx)
      }
      let day = published.adding(days: -7 * count)
      return DateSpan(start: day, end: day, precision: .approx)
    case "month":
      if isVague {
        return DateSpan(
          start: published.startOfMonth(adding: -6), end: published.startOfMonth.adding(days: -1), precision: .approx)
      }
      let first = published.startOfMonth(adding: -count)
      return DateSpan(start: first, end: first.endOfMonth, precision: .month)
    default:
      let year = published.year - (isVague ? 3 : count)
      let last = isVague ? published.year - 1 : year
      return DateSpan(
        start: CalendarDate(year: year, month: 1, day: 1), end: CalendarDate(year: last, month: 12, day: 31),
        precision: isVague ? .approx : .year)
    }
  }

  // «أيام» "days", «أسابيع» "weeks", «أشهر» "months", «سنوات» "years", «ساعات» "hours": the plurals of the unit
  // table.
  static func isPlural(_ word: ArraySlice<UInt8>, _ unit: String) -> Bool {
    if FrameWord.timeUnits.contains(where: { $0.matches(word) || $0.matches(word.dropLast()) }) { return false }
    return unit == "day" || unit == "month" || unit == "year"
      ? true : word.count >= 5 && word.last != LetterCode.alef && word.last != LetterCode.heh && unit != "week"
  }

  private func lastUnit(at start: Int) -> DateExpression? {
    var token = start
    var offset: Int?
    if let current = word(.current, at: token), !current.clitics.contains(.article) {
      (offset, token) = (0, current.end)
    }
    guard let unit = word(.unit, at: token), unit.clitics.contains(.article),
      unit.value == "month" || unit.value == "week"
    else {
      return nil
    }
    token = unit.end
    if let past = word(.past, at: token) { (offset, token) = (-1, past.end) }
    if let current = word(.current, at: token), current.clitics.contains(.article) {
      (offset, token) = (0, current.end)
      // «الشهر الجاري والفائت», "this month and the last".
      if let past = word(.past, at: token), past.clitics.contains(.conjunction) {
        guard let published = anchor.published else { return unanchored(start..<past.end) }
        return DateExpression(
          tokens: start..<past.end,
          span: DateSpan(start: published.startOfMonth(adding: -1), end: published, precision: .period), rule: "")
      }
    }
    guard let offset else { return nil }
    guard let published = anchor.published else {
      guard unit.value == "month", let year = anchor.year, let month = anchor.month,
        let base = CalendarDate(year: year, month: month, day: 1)
      else { return unanchored(start..<token) }
      let first = base.startOfMonth(adding: offset)
      return DateExpression(
        tokens: start..<token, span: DateSpan(start: first, end: first.endOfMonth, precision: .month), rule: "")
    }
    if unit.value == "month" {
      let first = published.startOfMonth(adding: offset)
      return DateExpression(
        tokens: start..<token, span: DateSpan(start: first, end: first.endOfMonth, precision: .month), rule: "")
    }
    let span =
      offset == 0
      ? DateSpan(start: published.adding(days: -6), end: published, precision: .week)
      : DateSpan(start: published.adding(days: -7), end: published.adding(days: -1), precision: .week)
    return DateExpression(tokens: start..<token, span: span, rule: "")
  }

  // «خلال الساعات الـ24 الماضية» "during the past 24 hours", «اليومين الماضيين» "the past two days".
  private func lastUnits(at start: Int) -> DateExpression? {
    var token = start
    let introduced = word(.within, at: token)
    if let introduced { token = introduced.end }
    if isWord(token, FrameWord.the) { token += 1 }
    var count: Int?
    if let figure = numbers.figure(at: token) { (count, token) = (figure.value.lower, figure.tokens.upperBound) }
    guard let unit = word(.unit, at: token) else { return nil }
    let dual = WordForm.isDual(text.folded(token))
    token = unit.end
    if count == nil {
      if isWord(token, FrameWord.the) { token += 1 }
      if let figure = numbers.figure(at: token) { (count, token) = (figure.value.lower, figure.tokens.upperBound) }
    }
    if dual { count = 2 }
    guard let past = word(.past, at: token) else { return nil }
    token = past.end
    guard count != nil || Self.isPlural(text.folded(unit.end - 1), unit.value) else { return nil }
    guard let published = anchor.published else { return unanchored(start..<token) }
    let n = min(count ?? 7, 1000)
    let first: CalendarDate
    switch unit.value {
    case "hour": first = published.adding(days: -max(1, (n + 12) / 24))
    case "day": first = published.adding(days: -n)
    case "week": first = published.adding(days: -7 * n)
    case "month":
      // «الشهرين الماضيين», "the past two months", are the calendar months before this one.
      return DateExpression(
        tokens: start..<token,
        span: DateSpan(
          start: published.startOfMonth(adding: -n), end: published.startOfMonth.adding(days: -1), precision: .period),
        rule: "")
    default:
      first =
        CalendarDate(year: max(1, published.year - n), month: published.month, day: min(published.day, 28)) ?? published
    }
    let precision: DatePrecision = count == nil ? .approx : .period
    let end = count == nil && unit.value == "day" ? published.adding(days: -1) : published
    return DateExpression(tokens: start..<token, span: DateSpan(start: first, end: end, precision: precision), rule: "")
  }
}
