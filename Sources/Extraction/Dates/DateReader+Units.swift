internal import ArabicText
internal import Incidents

/// Dates told by counting hours, days, weeks, months and years back from the publication.
extension DateReader {
  static let unitFrames: [Frame] = [
    Frame(
      id: "date-ago", name: "so long ago: «قبل يومين», «منذ أسبوع», «قبل أيام», «قبل نحو شهرين»", begins: .date(.ago),
      read: { $0.ago(at: $1) }),
    Frame(
      id: "date-last-unit",
      name: "the last, this or next week or month: «الشهر الماضي», «الأسبوع الجاري», «الشهرين الجاري والفائت»",
      begins: .dates(.unit, .current, .list), read: { $0.lastUnit(at: $1) }),
    Frame(
      id: "date-last-units",
      name: "the last so many hours, days, months: «الساعات الـ24 الماضية», «اليومين الماضيين», «آخر 30 يوماً»",
      begins: [.digits, .numeral, .dates(.article, .unit, .lastOf)], read: { $0.lastUnits(at: $1) }),
  ]

  private func ago(at start: Int) -> DateExpression? {
    guard let introducer = word(.ago, at: start) else { return nil }
    var token = introducer.end
    var count: Int?
    var isVague = false
    if !mentions.cues(at: token).isDisjoint(with: [.digits, .numeral, .quantity]) {
      if let figure = numbers.figure(at: token) {
        count = figure.value.lower ?? figure.value.upper
        isVague = figure.value.isVague
        token = figure.tokens.upperBound
      } else if let about = numbers.modifier(at: token) {
        token = about
      }
    }
    guard let unit = unit(at: token), !unit.clitics.contains(.article) else { return nil }
    // «منذ يوم أمس», "since yesterday"
    if isOffset(token) || isOffset(unit.end) { return nil }
    var end = unit.end
    if count == nil, !isVague {
      switch unit.unit.number {
      case .one: count = 1
      case .two: count = 2
      case .many: isVague = true
      }
    }
    // «قبل يوم واحد» "one day ago", «قبل أيام قليلة» "a few days ago"
    if count == 1, let one = numbers.plain(at: end), one.value == 1 { end = one.end }
    if let few = word(.few, at: end) { end = few.end }
    // «قبل عام 2011», "before the year 2011", is another frame's.
    if unit.unit.kind == .year, plainYear(at: end) != nil { return nil }
    if isCountedFrom(end) { return nil }
    let told = isVague ? nil : max(count ?? 1, 0)
    if let told, told > Self.farthest(unit.unit.kind) {
      return refused(start..<end, .outOfRange(count: told, unit: unit.unit.kind.rawValue))
    }
    // «قبل سنة ونصف», "a year and a half ago"
    if let told, let half = half(after: end) {
      switch unit.unit.kind {
      case .year: return back(told * 12 + 6, .month, start..<half)
      case .month:
        return relative(start..<half, .approx) { ($0.adding(days: -30 * told - 15), $0.adding(days: -30 * told - 15)) }
      case .hour, .day, .week: break
      }
    }
    return back(told, unit.unit.kind, start..<end)
  }

  /// True for «يوم أمس», «أمس» "yesterday"; «يوم» alone has the letters of «اليوم» "today".
  func isOffset(_ token: Int) -> Bool { word(.dayOffset, at: token).map { $0.value != "0" } ?? false }

  /// How many of a unit news still counts: hours of a year, days of twenty years, weeks of fifty, months and years of two centuries.
  private static func farthest(_ unit: TimeUnit.Kind) -> Int {
    switch unit {
    case .hour: 24 * 366
    case .day: 366 * 20
    case .week: 52 * 50
    case .month: 12 * 200
    case .year: 200
    }
  }

  private func half(after end: Int) -> Int? {
    guard mentions.cues(at: end).contains(.numeral) else { return nil }
    return mentions.starting(at: end, of: .numeral).first {
      $0.meaning == .numeral(2, .fraction) && $0.clitics.contains(.conjunction)
    }?.tokens.upperBound
  }

  // «قبل يوم من الهجوم» "a day before the attack", «قبل عشرة أيام من سقوط النظام»: not from the publication; «خُطف قبل يومين من منزله», "he
  // was abducted two days ago from his home", is.
  private func isCountedFrom(_ end: Int) -> Bool {
    guard let from = word(.from, at: end), from.end == end + 1 else { return false }
    if word(.knownDay, at: from.end) != nil || text.isWord(from.end, among: FrameWord.thatOne) { return true }
    return mentions.cues(at: from.end).contains(.trigger)
      && mentions.starting(at: from.end, of: .trigger).contains {
        if case .trigger(let trigger) = $0.meaning {
          trigger.form != .verb && $0.clitics.contains(.article)
        } else {
          false
        }
      }
  }

  /// So many units before the publication; a vague number of them when there is none.
  private func back(_ count: Int?, _ unit: TimeUnit.Kind, _ tokens: Range<Int>) -> DateExpression {
    switch (unit, count) {
    case (.hour, nil): relativeDay(tokens) { $0 }
    case (.hour, let count?): relativeDay(tokens) { $0.adding(days: -(count / 24)) }
    case (.day, nil): relative(tokens, .approx) { ($0.adding(days: -7), $0.adding(days: -1)) }
    case (.day, let count?): relativeDay(tokens) { $0.adding(days: -count) }
    case (.week, nil): relative(tokens, .approx) { ($0.adding(days: -28), $0.adding(days: -7)) }
    case (.week, let count?):
      relative(tokens, .approx) { ($0.adding(days: -7 * count), $0.adding(days: -7 * count)) }
    case (.month, nil):
      relative(tokens, .approx) { ($0.startOfMonth(adding: -6), $0.startOfMonth.adding(days: -1)) }
    case (.month, let count?):
      relative(tokens, .month) { ($0.startOfMonth(adding: -count), $0.startOfMonth(adding: -count).endOfMonth) }
    case (.year, nil): relative(tokens, .approx) { Self.wholeYears($0.year - 3, $0.year - 1, $0) }
    case (.year, let count?): relative(tokens, .year) { Self.wholeYears($0.year - count, $0.year - count, $0) }
    }
  }

  private static func wholeYears(_ first: Int, _ last: Int, _ day: CalendarDate) -> (CalendarDate, CalendarDate) {
    (
      CalendarDate(year: max(1, first), month: 1, day: 1) ?? day,
      CalendarDate(year: max(1, last), month: 12, day: 31) ?? day
    )
  }

  private func lastUnit(at start: Int) -> DateExpression? {
    var token = start
    var shift: Int?
    if let current = word(.current, at: token), !current.clitics.contains(.article) {
      (shift, token) = (0, current.end)
    }
    guard let unit = unit(at: token), unit.clitics.contains(.article) else { return nil }
    guard unit.unit.kind == .month || unit.unit.kind == .week || unit.unit.kind == .year else { return nil }
    guard unit.unit.number == .one else { return thisAndLast(unit.unit, at: unit.end, start) }
    token = unit.end
    if let told = self.shift(at: token) {
      (shift, token) = (told.units, told.end)
      if told.units == 0, unit.unit.kind != .year, let joined = thisAndLast(unit.unit, at: unit.end, start) {
        return joined
      }
    }
    guard let shift, unit.unit.kind != .year else { return nil }
    let tokens = start..<token
    if unit.unit.kind == .week {
      return relative(tokens, .week) {
        shift == 0
          ? ($0.adding(days: -6), $0)
          : shift < 0
            ? ($0.adding(days: 7 * shift), $0.adding(days: 7 * shift + 6))
            : ($0.adding(days: 7 * shift - 6), $0.adding(days: 7 * shift))
      }
    }
    guard anchor.published == nil, let year = anchor.year, let month = anchor.month,
      let base = CalendarDate(year: year, month: month, day: 1)
    else {
      return relative(tokens, .month) { ($0.startOfMonth(adding: shift), $0.startOfMonth(adding: shift).endOfMonth) }
    }
    let first = base.startOfMonth(adding: shift)
    return DateExpression(
      tokens: tokens, span: DateSpan(start: first, end: first.endOfMonth, precision: .month), basis: .text)
  }

  // «الشهر الجاري والفائت», «الشهرين الجاري والفائت», "this month and the last".
  private func thisAndLast(_ unit: TimeUnit, at token: Int, _ start: Int) -> DateExpression? {
    guard let first = shift(at: token), let next = conjoined(at: first.end),
      let second = word(.past, at: next) ?? word(.current, at: next), let other = Int(second.value)
    else { return nil }
    let tokens = start..<second.end
    let low = min(first.units, other)
    let high = max(first.units, other)
    switch unit.kind {
    case .month:
      return relative(tokens, .period) { ($0.startOfMonth(adding: low), $0.startOfMonth(adding: high).endOfMonth) }
    case .year: return relative(tokens, .period) { Self.wholeYears($0.year + low, $0.year + high, $0) }
    case .week: return relative(tokens, .period) { ($0.adding(days: 7 * low), $0.adding(days: 7 * high)) }
    case .day, .hour: return nil
    }
  }

  // «الساعات الـ24 الماضية» "the past 24 hours", «اليومين الماضيين» "the past two days", «الـ48 ساعة الماضية», «آخر 30 يوماً» "the last 30
  // days": from the same day so many units earlier.
  private func lastUnits(at start: Int) -> DateExpression? {
    let lastOf = word(.lastOf, at: start)
    var token = lastOf?.end ?? start
    var count: Int?
    var isTold = false
    if let article = word(.article, at: token) { token = article.end }
    if let figure = plainCount(at: token) { (count, token, isTold) = (figure.value, figure.end, true) }
    guard let unit = unit(at: token), isTold || lastOf != nil || unit.clitics.contains(.article) else { return nil }
    token = unit.end
    if unit.unit.number == .two { (count, isTold) = (2, true) }
    if count == nil {
      if let article = word(.article, at: token) { token = article.end }
      if let figure = plainCount(at: token) { (count, token, isTold) = (figure.value, figure.end, true) }
    }
    if let few = word(.few, at: token) { token = few.end }
    if let past = word(.past, at: token), past.value == "-1" {
      token = past.end
    } else if let next = word(.next, at: token), let count, isTold {
      return ahead(count, unit.unit.kind, start..<next.end)
    } else if lastOf == nil || !isTold {
      return nil
    }
    guard isTold || unit.unit.number == .many else { return nil }
    return past(count, unit.unit.kind, start..<token)
  }

  // A number in digits or words, the article attached or not: «الأربع والعشرين ساعة», "the twenty-four hours".
  private func plainCount(at token: Int) -> (value: Int, end: Int)? {
    guard !mentions.cues(at: token).isDisjoint(with: [.digits, .numeral]) else { return nil }
    return numbers.plain(at: token)
  }

  private func past(_ count: Int?, _ unit: TimeUnit.Kind, _ tokens: Range<Int>) -> DateExpression {
    guard let count else {
      switch unit {
      case .hour: return relative(tokens, .period) { ($0.adding(days: -1), $0) }
      case .day: return relative(tokens, .approx) { ($0.adding(days: -7), $0.adding(days: -1)) }
      case .week: return relative(tokens, .approx) { ($0.adding(days: -28), $0.adding(days: -1)) }
      case .month: return relative(tokens, .approx) { ($0.startOfMonth(adding: -6), $0.startOfMonth.adding(days: -1)) }
      case .year: return relative(tokens, .approx) { Self.wholeYears($0.year - 3, $0.year - 1, $0) }
      }
    }
    if count > Self.farthest(unit) { return refused(tokens, .outOfRange(count: count, unit: unit.rawValue)) }
    let n = max(1, count)
    return relative(tokens, .period) {
      switch unit {
      case .hour: ($0.adding(days: -((n + 23) / 24)), $0)
      case .day: ($0.adding(days: -n), $0)
      case .week: ($0.adding(days: -7 * n), $0)
      case .month: (Self.sameDay($0, months: -n), $0)
      case .year: (Self.sameDay($0, months: -12 * n), $0)
      }
    }
  }

  // «الأيام الثلاثة المقبلة», "the next three days": from the day after the publication.
  private func ahead(_ count: Int, _ unit: TimeUnit.Kind, _ tokens: Range<Int>) -> DateExpression {
    if count > Self.farthest(unit) { return refused(tokens, .outOfRange(count: count, unit: unit.rawValue)) }
    let n = max(1, count)
    return relative(tokens, .period) {
      let last =
        switch unit {
        case .hour: $0.adding(days: (n + 23) / 24)
        case .day: $0.adding(days: n)
        case .week: $0.adding(days: 7 * n)
        case .month: Self.sameDay($0, months: n)
        case .year: Self.sameDay($0, months: 12 * n)
        }
      return (unit == .hour ? $0 : $0.adding(days: 1), last)
    }
  }

  /// The same day of the month so many months earlier, or that month's last.
  private static func sameDay(_ day: CalendarDate, months: Int) -> CalendarDate {
    let month = day.startOfMonth(adding: months)
    return min(month.adding(days: day.day - 1), month.endOfMonth)
  }
}
