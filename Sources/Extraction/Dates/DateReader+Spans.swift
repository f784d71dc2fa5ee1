internal import ArabicText
internal import Incidents

/// Ranges, lists, and periods with one end.
extension DateReader {
  static let spanFrames: [Frame] = [
    Frame(
      id: "date-since", name: "since a day: «منذ مطلع العام الجاري», «منذ الجمعة»", begins: .date(.since),
      read: { $0.since(at: $1) }),
    Frame(
      id: "date-until", name: "until or before a day: «حتى نهاية 2023», «قبل عام 2011»",
      begins: .dates(.until, .before), read: { $0.until(at: $1) }),
    Frame(
      id: "date-after", name: "after a year: «بعد عام 2011»", begins: .date(.after), read: { $0.after(at: $1) }),
    Frame(
      id: "date-range", name: "from one date to another: «بين كانون الثاني/يناير وآذار/مارس», «من 3 إلى 7 أيار»",
      begins: .dates(.between, .from, .since), read: { $0.range(at: $1) }),
    Frame(
      id: "date-list", name: "dates told together: «سبتمبر وأكتوبر», «عامي 2015 و2016», «أمس واليوم»",
      begins: [.month, .weekday, .dates(.list, .unit, .dayOffset)], read: { $0.list(at: $1) }),
  ]

  private func since(at start: Int) -> DateExpression? {
    var found = sincePoint(at: start)
    found?.isComparison = isCompared(start)
    return found
  }

  // «أول هجوم من نوعه منذ سقوط النظام» "the first attack of its kind since the fall of the regime", «الأعنف منذ مطلع العام» "the fiercest
  // since the beginning of the year"
  private func isCompared(_ start: Int) -> Bool {
    for back in 1...6 where start - back >= 0 {
      let token = start - back
      guard text.tokens[token].kind == .word else { return false }
      if mentions.cues(at: token).contains(.date(.superlative)) { return true }
    }
    return false
  }

  private func sincePoint(at start: Int) -> DateExpression? {
    guard let introducer = word(.since, at: start) else { return nil }
    let token = introducer.end
    // «منذ أسبوع» is "a week ago", not a period since one.
    if let unit = unit(at: token), !unit.clitics.contains(.article),
      unit.unit.kind != .year || plainYear(at: unit.end) == nil,
      unit.unit.kind != .month || month(at: unit.end) == nil,
      unit.unit.kind != .day || weekday(at: token) == nil && !isOffset(token)
    {
      return nil
    }
    guard let inner = point(at: token) ?? bareYear(at: token) ?? eventDay(token) ?? knownDay(token) else { return nil }
    if inner.refusal != nil { return inner }
    // «منذ 3 أيام», "three days ago"
    if inner.rule == "frame:date-ago" { return nil }
    // «منذ 8 كانون الأول 2024 وحتى نهاية نيسان», "since 8 December 2024 and until the end of April": a range.
    if let joint = joint(at: inner.tokens.upperBound, false), word(.now, at: joint) == nil,
      let to = point(at: joint) ?? bareYear(at: joint), to.refusal == nil,
      let range = joined(inner, to, inner.tokens.lowerBound, start..<to.tokens.upperBound), range.refusal == nil
    {
      return range
    }
    return period(inner, start..<inner.tokens.upperBound)
  }

  private func bareYear(at token: Int) -> DateExpression? {
    plainYear(at: token).flatMap { months(1, 12, of: $0.year, token..<$0.end, .year) }
  }

  // «سقوط النظام العراقي», "the fall of the Iraqi regime": an adjective that the tables do not know follows.
  private func isOther(_ end: Int) -> Bool {
    guard end < text.tokens.count, text.tokens[end].kind == .word, mentions.cues(at: end).isEmpty else { return false }
    return text.folded(end).starts(with: [LetterCode.alef, LetterCode.lam])
  }

  // «منذ سقوط النظام», "since the fall of the regime": a day that every reader knows, unless the text is older.
  private func knownDay(_ token: Int) -> DateExpression? {
    guard let known = word(.knownDay, at: token), let day = CalendarDate(iso: known.value),
      anchor.published.map({ $0 >= day }) ?? true, !isOther(known.end)
    else { return nil }
    return DateExpression(tokens: token..<known.end, span: .day(day))
  }

  // «منذ سقوط النظام في 8 كانون الأول 2024», "since the fall of the regime on 8 December 2024": since the day of an event.
  private func eventDay(_ token: Int) -> DateExpression? {
    // «منذ أن بسط النظام سيطرته في تموز 2018», "since the regime took control in July 2018", tells an event of its own.
    if text.isWord(token, FrameWord.that) { return nil }
    for next in Range.window(token + 1, min(token + 9, text.tokens.count)) {
      if text.tokens[next].kind != .word && text.tokens[next].kind != .number && !isMark(next, .quote) { return nil }
      guard mentions.cues(at: next).contains(.date(.within)), let date = simple(at: next + 1),
        [.day, .month, .year].contains(date.span.precision), date.basis == .calendar
      else { continue }
      return date
    }
    return nil
  }

  /// From the first day of an expression to the publication.
  private func period(_ inner: DateExpression, _ tokens: Range<Int>) -> DateExpression {
    guard let first = inner.span.start else {
      var result = unanchored(tokens)
      result.isSince = true
      return result
    }
    let last = anchor.published.map { max($0, first) }
    return DateExpression(
      tokens: tokens, span: DateSpan(start: first, end: last, precision: first == last ? .day : .period),
      basis: inner.basis == .calendar && anchor.published == nil ? .calendar : .publication, isSince: true)
  }

  // «حتى نهاية آذار 2024» "until the end of March 2024", «قبل عام 2011» "before 2011": the first day is not told.
  private func until(at start: Int) -> DateExpression? {
    let isBefore = word(.before, at: start) != nil
    guard let introducer = word(.until, at: start) ?? word(.before, at: start),
      let inner = point(at: introducer.end) ?? knownDay(introducer.end)
        ?? (isBefore ? nil : bareYear(at: introducer.end)), inner.refusal == nil,
      inner.basis == .calendar || !isBefore || isDayOrMonth(inner), !inner.isSince, !inner.isUntil,
      inner.rule != "frame:date-night"
    else { return nil }
    guard let first = inner.span.start, let last = inner.span.end else { return nil }
    // «قبل ظهر الأربعاء» "before Wednesday noon" is a part of that day.
    if isBefore, mentions.cues(at: start).contains(.date(.dayPart)) { return nil }
    return DateExpression(
      tokens: start..<inner.tokens.upperBound,
      span: DateSpan(start: nil, end: isBefore ? first.adding(days: -1) : last, precision: .period), basis: inner.basis)
  }

  // «بعد عام 2011», "after 2011": from the next year to the publication.
  private func after(at start: Int) -> DateExpression? {
    guard let introducer = word(.after, at: start), let inner = simple(at: introducer.end), inner.basis == .calendar,
      inner.span.precision == .year, let last = inner.span.end
    else { return nil }
    let next = DateExpression(tokens: inner.tokens, span: .day(last.adding(days: 1)))
    return period(next, start..<inner.tokens.upperBound)
  }

  private func isDayOrMonth(_ found: DateExpression) -> Bool {
    ["frame:date-day-month", "frame:date-month", "frame:date-numeric"].contains(found.rule)
  }

  private func range(at start: Int) -> DateExpression? {
    let between = word(.between, at: start)
    guard let opening = between ?? word(.from, at: start) ?? word(.since, at: start) else { return nil }
    var first = opening.end
    if let list = word(.list, at: first) { first = list.end }
    guard !mentions.cues(at: first).isEmpty else { return nil }
    let isBetween = between != nil
    if let borrowed = borrowed(start, first, isBetween) { return borrowed }
    guard let from = point(at: first) ?? bareYear(at: first), from.refusal == nil,
      let joint = joint(at: from.tokens.upperBound, isBetween)
    else { return nil }
    if !isBetween, let now = untilNow(from, joint, start) { return now }
    guard let to = point(at: joint) ?? bareYear(at: joint) else { return nil }
    if to.refusal != nil { return to }
    return joined(from, to, first, start..<to.tokens.upperBound)
  }

  /// «27 تشرين الثاني – 8 كانون الأول 2023» "27 November – 8 December 2023", «27 تشرين الثاني و8 كانون الأول 2023»: the date that
  /// follows tells the year of the one before, and after «إلى» or a dash the two are a range.
  func datedByNext(_ found: DateExpression) -> DateExpression? {
    let (start, end) = (found.tokens.lowerBound, found.tokens.upperBound)
    guard found.span.precision == .day || found.span.precision == .month || found.partial != nil else { return nil }
    let range = word(.to, at: end)?.end ?? (isMark(end, [.hyphen, .dash]) ? end + 1 : nil)
    guard let next = range ?? conjoined(at: end), let to = simple(at: next), to.basis == .calendar, to.refusal == nil,
      let first = to.span.start, to.span.precision == .day || to.span.precision == .month
    else { return nil }
    if range != nil {
      var result = joined(found, to, start, start..<to.tokens.upperBound)
      result?.rule = "frame:date-range"
      return result
    }
    guard let dated = asOf(first).reading(Self.frames, at: start), dated.tokens == found.tokens else { return nil }
    return dated
  }

  private func joined(
    _ from: DateExpression, _ to: DateExpression, _ first: Int, _ tokens: Range<Int>
  ) -> DateExpression? {
    guard let end = to.span.end, let toStart = to.span.start else {
      guard to.isUnanchored else { return nil }
      let isPlain = from.partial != nil && to.partial != nil
      return unanchored(tokens, partial: isPlain ? "\(from.partial ?? "")/\(to.partial ?? "")" : nil)
    }
    var begin = from.span.start
    // «بين تشرين الثاني وآذار 2023», "between November and March 2023": the end decides the year of the beginning.
    if from.isFloating || begin == nil {
      let reader = asOf(toStart)
      begin = (reader.point(at: first) ?? reader.bareYear(at: first))?.span.start
    }
    guard let begin else { return nil }
    guard begin <= end else { return refused(tokens, .endsBeforeStart(first: begin, last: end)) }
    return DateExpression(
      tokens: tokens, span: DateSpan(start: begin, end: end, precision: .period),
      basis: from.basis == .calendar || to.basis == .calendar ? .calendar : to.basis)
  }

  // «من 3 إلى 7 أيار» "from 3 to 7 May", «بين السادس والعاشر من آذار» "between the sixth and the tenth of March": the first day borrows
  // month and year from the second.
  private func borrowed(_ start: Int, _ first: Int, _ isBetween: Bool) -> DateExpression? {
    guard let low = dayOfMonth(at: first), (1...31).contains(low.day), let joint = joint(at: low.end, isBetween),
      let high = dayOfMonth(at: joint),
      let whole = longest([Self.dayMonthFrame], at: joint) ?? ordinalDay(at: joint),
      whole.tokens.upperBound > high.end
    else { return nil }
    let tokens = start..<whole.tokens.upperBound
    guard let end = whole.span.end else { return whole.isUnanchored ? unanchored(tokens) : whole }
    let begin = CalendarDate(dayNumber: end.dayNumber - (high.day - low.day))
    guard begin <= end else { return refused(tokens, .endsBeforeStart(first: begin, last: end)) }
    return DateExpression(
      tokens: tokens, span: DateSpan(start: begin, end: end, precision: .period), basis: whole.basis)
  }

  private func ordinalDay(at token: Int) -> DateExpression? { longest([Self.currentMonthDayFrame], at: token) }

  // «من 22 آذار 2019 وحتى الآن», "from … until now": since that day.
  private func untilNow(_ from: DateExpression, _ joint: Int, _ start: Int) -> DateExpression? {
    guard let now = word(.now, at: joint) else { return nil }
    // «من أمس إلى اليوم», "from yesterday to today"
    if from.basis == .publication, word(.dayOffset, at: joint) != nil { return nil }
    return period(from, start..<now.end)
  }

  // «و» "and" between the ends of «بين» "between", «إلى» "to" or «حتى» "until" between those of «من» "from"; the «و» may be attached to the
  // word that follows.
  private func joint(at token: Int, _ isBetween: Bool) -> Int? {
    let next = isMark(token, .comma) ? token + 1 : token
    if let to = word(.to, at: next) { return to.end }
    return isBetween ? conjoined(at: next) : nil
  }

  private func list(at start: Int) -> DateExpression? {
    if let months = monthList(at: start) { return months }
    if let list = word(.list, at: start), list.value == "year", let first = plainYear(at: list.end) {
      var last = first
      if isMark(last.end, [.hyphen, .dash]), let second = plainYear(at: last.end + 1) { last = second }
      while let next = conjoined(at: last.end), let found = plainYear(at: next) { last = found }
      guard last.end > first.end, last.year > first.year else { return nil }
      guard let begin = CalendarDate(year: first.year, month: 1, day: 1),
        let end = CalendarDate(year: last.year, month: 12, day: 31)
      else { return nil }
      return DateExpression(
        tokens: start..<last.end, span: DateSpan(start: begin, end: end, precision: .period))
    }
    return dayList(at: start)
  }

  // «أمس واليوم» "yesterday and today": days told from the publication, one after the other.
  private func dayList(at start: Int) -> DateExpression? {
    guard let first = longest(Self.relativeFrames, at: start), first.span.precision == .day,
      let next = conjoined(at: first.tokens.upperBound),
      let second = longest(Self.relativeFrames, at: next), second.span.precision == .day,
      let begin = first.span.start, let end = second.span.end, end.dayNumber - begin.dayNumber == 1
    else { return nil }
    return DateExpression(
      tokens: start..<second.tokens.upperBound, span: DateSpan(start: begin, end: end, precision: .period),
      basis: .publication)
  }

  private func monthList(at start: Int) -> DateExpression? {
    // «الشهرين الماضيين، سبتمبر وأكتوبر», "the past two months, September and October": the words before say the same
    // less exactly.
    var token = start
    if let unit = unit(at: token), unit.unit.kind == .month {
      token = unit.end
      if let past = word(.past, at: token) { token = past.end }
      token = passMarks(token)
    } else if let list = word(.list, at: token), list.value == "month" {
      token = list.end
    }
    guard let first = month(at: token), first.calendar == .gregorian else { return nil }
    var last = first
    while let next = conjoined(at: last.end), let found = month(at: next), found.calendar == .gregorian {
      last = found
    }
    guard last.end > first.end else { return nil }
    let rest = yearAfter(last.month, at: last.end)
    let tokens = start..<rest.end
    guard let year = rest.year,
      let begin = CalendarDate(year: first.month <= last.month ? year : year - 1, month: first.month, day: 1),
      let end = CalendarDate(year: year, month: last.month, day: 1)
    else {
      return unanchored(
        tokens, partial: "\(Self.partial(month: first.month))/\(Self.partial(month: last.month))")
    }
    return DateExpression(
      tokens: tokens, span: DateSpan(start: begin, end: end.endOfMonth, precision: .period), basis: rest.basis)
  }
}
