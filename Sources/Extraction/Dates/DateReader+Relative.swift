internal import ArabicText
internal import Incidents

/// Days and nights told from the day of publication.
extension DateReader {
  static let relativeFrames: [Frame] = [
    Frame(
      id: "date-today", name: "today, yesterday, with a weekday or not: «أمس الجمعة», «فجر اليوم», «أمس (السبت)»",
      begins: [.weekday, .dates(.dayOffset, .dayPart, .unit)], read: { $0.dayOffset(at: $1) }),
    Frame(
      id: "date-night", name: "a night: «ليلة أمس», «ليل الثلاثاء – الأربعاء»",
      begins: .dates(.nightOffset, .night, .dayPart), read: { $0.night(at: $1) }),
    Frame(
      id: "date-weekday", name: "a weekday: «الأحد», «مساء الخميس الماضي»",
      begins: [.weekday, .dates(.dayPart, .unit, .list)], read: { $0.weekdayAlone(at: $1) }),
  ]

  /// Passes over a part of the day: «فجر» "dawn", «الساعة … من مساء يوم» "the evening of the day".
  private func passDayPart(_ start: Int) -> Int {
    guard let part = word(.dayPart, at: start) else { return start }
    return part.end
  }

  private func dayOffset(at start: Int) -> DateExpression? {
    var token = passDayPart(start)
    if let first = weekday(at: token) {
      // «الجمعة (أول من أمس)», "Friday (the day before yesterday)": the weekday first.
      let marked = passMarks(first.end, [.comma, .open])
      guard let found = word(.dayOffset, at: marked), let offset = Int(found.value) else { return nil }
      return offsetDay(offset, closed(start..<found.end), first.weekday)
    }
    if text.folded(token).count <= 4 { token = passDayWord(token) }
    guard let found = word(.dayOffset, at: token), let offset = Int(found.value) else { return nil }
    // «اليوم», "the day", is today; «يوم», "day", is not.
    if offset == 0, found.end == token + 1, !found.clitics.contains(.article) { return nil }
    // «اليوم الثاني من المعركة», "the second day of the battle"; «الغد», "Tomorrow", is a newspaper's name.
    if offset == 0, isPartOfName(token) || word(.ordinal, at: found.end)?.clitics.contains(.article) == true {
      return nil
    }
    if word(.same, at: found.end) != nil || isPerDay(token, offset) { return nil }
    if offset > 0, found.clitics.contains(.article) { return nil }
    if word(.nameAfter, at: found.end) != nil { return nil }
    var end = found.end
    var told: Int?
    if let weekday = weekday(at: passMarks(end, [.comma, .open])) { (told, end) = (weekday.weekday, weekday.end) }
    return offsetDay(offset, closed(start..<end), told)
  }

  // «روسيا اليوم», "Russia Today": a word for today directly after a name that stands in a list of sources.
  private func isPartOfName(_ token: Int) -> Bool {
    mentions.starting(at: token - 1, of: .source).contains {
      if case .source = $0.meaning { $0.tokens.contains(token) } else { false }
    }
  }

  // «ساعتين في اليوم» "two hours a day", «على مدار اليوم» "around the clock": any day.
  private func isPerDay(_ token: Int, _ offset: Int) -> Bool {
    guard offset == 0,
      mentions.cues(at: token - 1).contains(.date(.within)) || mentions.cues(at: token - 2).contains(.date(.within))
    else { return false }
    return mentions.cues(at: token - 2).contains(.date(.unit))
      || mentions.starting(at: token - 2, of: .date(.within)).contains {
        $0.meaning == .date(.within, "") && $0.tokens.upperBound == token
      }
  }

  private func offsetDay(_ offset: Int, _ tokens: Range<Int>, _ told: Int?) -> DateExpression {
    var result = relativeDay(tokens) { $0.adding(days: offset) }
    if let told, let day = result.span.start, day.weekday != told {
      result.contradiction = WeekdayContradiction(told: told, actual: day.weekday)
    }
    return result
  }

  private func night(at start: Int) -> DateExpression? {
    if let found = word(.nightOffset, at: start), let offset = Int(found.value),
      found.clitics.contains(.article) || found.end > start + 1, word(.same, at: found.end) == nil,
      // «الليلة الواقعة بين الجمعة والسبت», "the night between Friday and Saturday"
      word(.night, at: start).map({ $0.end <= found.end }) ?? true
    {
      var end = found.end
      var told: Int?
      if let weekday = weekday(at: passMarks(end, [.comma, .open])) {
        (told, end) = (weekday.weekday, weekday.end)
      }
      var result = relative(closed(start..<end), .period) {
        ($0.adding(days: offset), $0.adding(days: offset + (offset == 0 ? 0 : 1)))
      }
      if offset == 0, result.span.start != nil { result.span.precision = .day }
      result.isNight = true
      if let told, let day = result.span.start, day.weekday != told, (day.weekday + 1) % 7 != told {
        result.contradiction = WeekdayContradiction(told: told, actual: day.weekday)
      }
      return result
    }
    guard let part = word(.night, at: start) else { return nil }
    return datedNight(at: part.end, start) ?? weekdayNight(at: part.end, start)
  }

  // «ليل السبت» "the night of Saturday", «ليل الثلاثاء – الأربعاء» "the night Tuesday–Wednesday", «الليلة الواقعة بين الجمعة والسبت».
  private func weekdayNight(at token: Int, _ start: Int) -> DateExpression? {
    guard let first = weekday(at: token) else { return nil }
    var next = first.end
    while isMark(next, [.hyphen, .dash, .slash]) || word(.to, at: next) != nil { next += 1 }
    // «ليل الخميس الجمعة», "the night Thursday Friday", also without a mark between them.
    if let second = weekday(at: conjoined(at: next) ?? next), second.weekday == (first.weekday + 1) % 7 {
      return relative(start..<second.end, .period) {
        let end = Self.recent(second.weekday, before: $0, strictly: false)
        return (end.adding(days: -1), end)
      }
    }
    let past = word(.past, at: first.end)
    var result = relative(start..<(past?.end ?? first.end), .period) {
      let day = Self.recent(first.weekday, before: $0, strictly: past != nil)
      return (day, day == $0 ? day : day.adding(days: 1))
    }
    result.isNight = true
    return result
  }

  // «ليل 2-3 شباط 2022», "the night of 2–3 February 2022"; one day told reaches into the next.
  private func datedNight(at token: Int, _ start: Int) -> DateExpression? {
    guard mentions.cues(at: token).contains(.digits) || dayOfMonth(at: token) != nil, let found = simple(at: token),
      found.span.precision == .day || found.span.precision == .period, let first = found.span.start,
      let last = found.span.end, last.dayNumber - first.dayNumber <= 1
    else { return nil }
    var result = found
    result.tokens = start..<found.tokens.upperBound
    result.span = DateSpan(start: first, end: first.adding(days: 1), precision: .period)
    result.isNight = first == last
    result.rule = ""
    return result
  }

  /// The most recent such weekday on or before a day.
  static func recent(_ weekday: Int, before day: CalendarDate, strictly: Bool) -> CalendarDate {
    let back = (day.weekday - weekday + 7) % 7
    return day.adding(days: -(back == 0 && strictly ? 7 : back))
  }

  private func weekdayAlone(at start: Int) -> DateExpression? {
    var token = passDayPart(start)
    let list = word(.list, at: token)
    if let list, list.value == "day" { token = list.end }
    guard let found = weekday(at: token), !isPersonal(token, found.end) else { return nil }
    // «أيام الجمعة», "on Fridays"
    if list == nil, let unit = unit(at: token - 1), unit.unit.kind == .day, unit.unit.number == .many { return nil }
    // «مساء السبت/الأحد», "the evening Saturday/Sunday"
    if isMark(found.end, .slash), let second = weekday(at: found.end + 1), second.weekday == (found.weekday + 1) % 7 {
      return relative(start..<second.end, .period) {
        let end = Self.recent(second.weekday, before: $0, strictly: false)
        return (end.adding(days: -1), end)
      }
    }
    if list != nil { return weekdays(found, start) }
    var result = dated(found.weekday, start, found.end)
    result.isFloating = true
    return result
  }

  /// One weekday with what follows it: «الماضي» "last", «قبل الماضي» "before last", «المقبل» "next".
  private func dated(_ weekday: Int, _ start: Int, _ end: Int) -> DateExpression {
    // «الثلاثاء من الأسبوع الماضي», "Tuesday of last week"
    if let of = word(.from, at: end), let week = week(at: of.end), week.shift <= 0 {
      return relativeDay(start..<week.end) {
        Self.recent(weekday, before: $0, strictly: week.shift < 0).adding(days: 7 * min(0, week.shift + 1))
      }
    }
    let marked = passMarks(end, [.open, .comma])
    guard let shift = shift(at: marked) ?? shift(at: end), shift.end > marked else {
      return relativeDay(start..<end) { Self.recent(weekday, before: $0, strictly: false) }
    }
    return relativeDay(closed(start..<shift.end)) {
      switch shift.units {
      case 0: Self.recent(weekday, before: $0, strictly: false)
      case 1...:
        $0.adding(days: { $0 == 0 ? 7 : $0 }((weekday - $0.weekday + 7) % 7) + 7 * (shift.units - 1))
      default: Self.recent(weekday, before: $0, strictly: true).adding(days: 7 * (shift.units + 1))
      }
    }
  }

  // «هذا الأسبوع» "this week", «الأسبوع الماضي» "last week"
  private func week(at start: Int) -> (shift: Int, end: Int)? {
    let current = word(.current, at: start)
    guard let unit = unit(at: current?.end ?? start), unit.unit.kind == .week, unit.unit.number == .one,
      unit.clitics.contains(.article)
    else { return nil }
    if current != nil { return (0, unit.end) }
    return shift(at: unit.end).map { ($0.units, $0.end) }
  }

  // «يومي السبت والأحد» "Saturday and Sunday", «يومي الخميس والجمعة الماضيين» "last Thursday and Friday".
  private func weekdays(_ first: (weekday: Int, end: Int), _ start: Int) -> DateExpression? {
    var last = first
    while let next = conjoined(at: last.end), let found = weekday(at: next) { last = found }
    guard last.end > first.end else { return nil }
    let past = word(.past, at: last.end)
    return relative(start..<(past?.end ?? last.end), .period) {
      let end = Self.recent(last.weekday, before: $0, strictly: past != nil)
      return (Self.recent(first.weekday, before: end, strictly: false), end)
    }
  }

  /// True for a weekday, month or season that is a person's name or a number: «الشاب أحمد الجمعة» "the young man Ahmad al-Jumaa», «عبد
  /// الأحد» "Abd al-Ahad", «القتلى الأحد عشر» "the eleven dead".
  func isPersonal(_ token: Int, _ end: Int) -> Bool {
    if word(.nameAfter, at: end) != nil { return true }
    // A title with the article, a first name, and the name: no word for time stands between.
    guard token >= 2, text.tokens[token - 1].kind == .word, mentions.cues(at: token - 2).contains(.people),
      mentions.cues(at: token - 1).isDisjoint(with: [.casualty, .connective, .date(.unit), .date(.within)]),
      mentions.starting(at: token - 1).allSatisfy({ $0.clitics.isDisjoint(with: [.article, .preposition]) }),
      shift(at: end) == nil
    else { return false }
    return mentions.starting(at: token - 2, of: .people).contains {
      guard case .person(let person) = $0.meaning else { return false }
      return person.number == .one && $0.clitics.contains(.article) && $0.tokens.upperBound == token - 1
    }
  }
}
