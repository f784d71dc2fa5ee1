internal import ArabicText
internal import Incidents

/// Dates told by day, month and year in words.
extension DateReader {
  static let dayMonthFrame = Frame(
    id: "date-day-month", name: "day and month, perhaps weekday and year: «الجمعة 16 نيسان/أبريل 2021»",
    begins: [
      .digits, .weekday, .numeral,
      .dates(.article, .ordinal, .dayPart, .night, .nightOffset, .dayOffset, .unit, .list),
    ],
    read: { $0.dayMonth(at: $1) })
  static let currentMonthDayFrame = Frame(
    id: "date-current-month-day", name: "a day of this or the last month: «12 من الشهر الجاري», «الـ12 من الجاري»",
    begins: [.digits, .weekday, .dates(.article, .ordinal, .dayPart, .unit)], read: { $0.currentMonthDay(at: $1) })

  static let explicitFrames: [Frame] = [
    dayMonthFrame,
    Frame(
      id: "date-month-day", name: "month before day: «أبريل 4، 2021», «November 30, 2024»", begins: .month,
      read: { $0.monthDay(at: $1) }),
    currentMonthDayFrame,
    Frame(
      id: "date-month", name: "a month, perhaps with its year: «شهر آذار/مارس 2024», «أيار الفائت»",
      begins: [.month, .date(.unit)], read: { $0.monthAlone(at: $1) }),
    Frame(
      id: "date-year", name: "a year: «عام 2017», «في 2024», «العام الماضي», «عام 1445 هـ»",
      begins: [.digits, .dates(.article, .unit, .current)], read: { $0.yearAlone(at: $1) }),
    Frame(
      id: "date-decade", name: "a decade: «ثمانينيات القرن الماضي»", begins: .date(.decade), read: { $0.decade(at: $1) }
    ),
  ]

  /// What stands before a day: «مساء يوم» "the evening of", «أمس الخميس» "yesterday, Thursday".
  struct DayPrefix {
    var end: Int
    var weekday: Int?
    /// «ليل», "the night of": reaches into the next day.
    var isNight = false
  }

  /// Passes over parts of the day, «أمس» "yesterday" and weekdays: what stands before a date says the same.
  func dayPrefix(at start: Int) -> DayPrefix {
    var prefix = DayPrefix(end: start)
    if let part = word(.dayPart, at: prefix.end) { prefix.end = part.end }
    if let night = word(.night, at: prefix.end) { (prefix.end, prefix.isNight) = (night.end, true) }
    if let list = word(.list, at: prefix.end), list.value == "day" { prefix.end = list.end }
    if let offset = word(.dayOffset, at: prefix.end) ?? word(.nightOffset, at: prefix.end) {
      prefix.end = passMarks(offset.end)
    }
    if let weekday = weekday(at: prefix.end) {
      prefix.weekday = weekday.weekday
      // «الثلاثاء الماضي 12 أيلول» "last Tuesday, 12 September", «الاثنين الموافق 25 أيار» "Monday, which is 25 May"
      let end = word(.past, at: weekday.end)?.end ?? weekday.end
      prefix.end = passMarks(
        word(.equivalent, at: passMarks(end))?.end ?? end, [.comma, .open, .quote, .hyphen, .dash])
    } else {
      prefix.end = passDayWord(prefix.end)
    }
    return prefix
  }

  /// The days before a month: one, or the first and last of some: «3 و4», «3-7», «السادس والسابع».
  typealias Days = (first: Int, last: Int, end: Int)

  private func days(at start: Int) -> Days? {
    guard let first = dayOfMonth(at: start) else { return nil }
    var last = first
    var joint = conjoined(at: first.end)
    if joint == nil, isMark(first.end, [.hyphen, .dash]) { joint = first.end + 1 }
    while let next = joint, let found = dayOfMonth(at: next), found.day > last.day {
      last = found
      joint = conjoined(at: found.end)
    }
    return (first.day, last.day, last.end)
  }

  // «11 و14 آب», "11 and 14 August": days that do not follow on each other are dates of their own, and the first borrows the month.
  private func borrowsMonth(_ start: Int, _ days: Days) -> Int? {
    guard let first = dayOfMonth(at: start), days.last > days.first + 1, let next = conjoined(at: first.end),
      let second = dayOfMonth(at: next), second.day > first.day + 1
    else { return nil }
    return first.end
  }

  private func dayMonth(at start: Int) -> DateExpression? {
    let prefix = dayPrefix(at: start)
    guard let days = days(at: prefix.end) else { return nil }
    var token = days.end
    if isMark(token, [.slash, .hyphen, .comma]) { token += 1 }
    if let of = word(.from, at: token) { token = of.end }
    let told = monthWord(at: token)
    if let told { token = told }
    guard let month = told == nil ? month(at: token) : monthNamedOrNumbered(at: token), !month.isConjoined else {
      return nil
    }
    if month.calendar == .hijri { return hijri(days, month, prefix, start) }
    let rest = yearAfter(month.month, day: days.last, at: month.end)
    if let end = borrowsMonth(prefix.end, days) {
      var first = dated((days.first, days.first, end), month.month, rest, prefix, start)
      first?.tokens = start..<end
      return first
    }
    return dated(days, month.month, rest, prefix, start)
  }

  /// «أبريل 4، 2021», "April 4, 2021".
  private func monthDay(at start: Int) -> DateExpression? {
    guard let month = month(at: start), month.calendar == .gregorian, let day = dayOfMonth(at: month.end) else {
      return nil
    }
    let next = passMarks(day.end, .comma)
    guard let year = plainYear(at: next) else { return nil }
    return dated(
      (day.day, day.day, day.end), month.month, (year.year, year.end, .calendar), DayPrefix(end: start), start)
  }

  typealias ToldYear = (year: Int?, end: Int, basis: DateBasis)

  private func dated(
    _ days: Days, _ month: Int, _ rest: ToldYear, _ prefix: DayPrefix, _ start: Int
  ) -> DateExpression? {
    let tokens = closed(start..<rest.end)
    let longest = CalendarDate.length(ofMonth: month, year: rest.year ?? 2024)
    guard days.first >= 1, days.last <= longest else {
      // «قتل 35 آذار …»: figures that no month has are taken for a date only with a year beside them.
      guard rest.basis == .calendar || (30...31).contains(days.last) else { return nil }
      return refused(
        tokens,
        .noSuchDay(
          day: days.first < 1 ? days.first : days.last, month: month, year: rest.basis == .calendar ? rest.year : nil,
          calendar: .gregorian))
    }
    guard let year = rest.year else {
      let first = Self.partial(month: month, day: days.first)
      let last = Self.partial(month: month, day: days.last)
      return unanchored(tokens, partial: first == last ? first : "\(first)/\(last)")
    }
    guard let first = CalendarDate(year: year, month: month, day: days.first),
      let last = CalendarDate(year: year, month: month, day: days.last)
    else { return nil }
    var result = DateExpression(tokens: tokens, span: .day(first), basis: rest.basis)
    if first != last {
      result.span = DateSpan(start: first, end: last, precision: .period)
    } else if let told = prefix.weekday, told != first.weekday {
      result.contradiction = WeekdayContradiction(told: told, actual: first.weekday)
    }
    result.isFloating = rest.basis != .calendar
    if prefix.isNight, first == last {
      // «ليل 15 أيار 2025», "the night of 15 May 2025", reaches into the next day.
      result.span = DateSpan(start: first, end: first.adding(days: 1), precision: .period)
      result.isNight = true
      return result
    }
    return withEquivalent(result)
  }

  static func partial(month: Int, day: Int? = nil) -> String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "XXXX-\(two(month))" + (day.map { "-" + two($0) } ?? "")
  }

  /// «… الموافق 25 آذار 2024», "corresponding to 25 March 2024", or a Hijri day after a dash: the same day told twice. The words that
  /// follow belong to the expression; where the two differ by a day or two, as moon sightings do, the Gregorian day stands.
  func withEquivalent(_ found: DateExpression) -> DateExpression {
    guard found.span.precision == .day, found.refusal == nil else { return found }
    let after = passMarks(found.tokens.upperBound, [.comma, .hyphen, .dash, .slash, .open, .bar])
    let mark = word(.equivalent, at: after)
    guard mark != nil || after > found.tokens.upperBound else { return found }
    var next = mark?.end ?? after
    if text.folded(next).elementsEqual([LetterCode.lam]) { next += 1 }
    if isMark(next, .colon) { next += 1 }
    let prefix = dayPrefix(at: next)
    guard let other = equivalentDay(at: prefix.end), let day = found.span.start,
      let otherDay = other.span.start, abs(day.dayNumber - otherDay.dayNumber) <= 2,
      mark != nil || other.isHijri != isHijri(found)
    else { return found }
    var result = found
    result.tokens = closed(found.tokens.lowerBound..<other.end)
    if isHijri(found), !other.isHijri { result.span = other.span }
    return result
  }

  func isHijri(_ found: DateExpression) -> Bool { found.rule == "frame:date-hijri" }

  private func equivalentDay(at start: Int) -> (span: DateSpan, end: Int, isHijri: Bool)? {
    if let numeric = numericDay(at: start) { return (numeric.span, numeric.tokens.upperBound, isHijri(numeric)) }
    guard let day = dayOfMonth(at: start) else { return nil }
    var token = isMark(day.end, [.slash, .hyphen]) ? day.end + 1 : day.end
    if let of = word(.from, at: token) { token = of.end }
    guard let month = month(at: token) else { return nil }
    if month.calendar == .hijri {
      guard let year = hijriYear(at: month.end),
        let date = hijriCalendar.date(year: year.year, month: month.month, day: day.day)
      else { return nil }
      return (.day(date), year.end, true)
    }
    let rest = yearAfter(month.month, day: day.day, at: month.end)
    guard let year = rest.year, let date = CalendarDate(year: year, month: month.month, day: day.day) else {
      return nil
    }
    return (.day(date), rest.end, false)
  }

  /// The year told after a month: digits («نيسان 2021», «تشرين الأول/ أكتوبر، 2023»), by a word («من العام الماضي» "of last year"), or
  /// implied: the most recent that does not lie after the publication.
  func yearAfter(_ month: Int, day: Int? = nil, at end: Int) -> ToldYear {
    let marked = passMarks(end, [.comma, .slash, .hyphen])
    let token = word(.from, at: marked)?.end ?? marked
    if let found = plainYear(at: token), !isCounted(found, from: token) { return (found.year, found.end, .calendar) }
    if let phrase = yearPhrase(at: token) { return phrase }
    if let shift = shift(at: end) {
      var year = anchor.year(ofMonth: month)
      // «أيار الفائت», "last May", said in June is this year's; said in May it is last year's. «أيار المقبل», "next May", lies ahead.
      if let known = year, let current = anchor.month {
        if shift.units < 0, current == month { year = known - 1 }
        if shift.units > 0 { year = known + 1 }
      }
      return (year, shift.end, anchor.basis)
    }
    guard var year = anchor.year(ofMonth: month) else { return (nil, end, anchor.basis) }
    if let day, let published = anchor.published {
      // A day told without its year is never in the future of the article; 29 February needs a leap year.
      for _ in 0..<8 {
        if let date = CalendarDate(year: year, month: month, day: day), date <= published { break }
        if day > CalendarDate.length(ofMonth: month, year: 2024) { break }
        year -= 1
      }
    }
    return (year, end, anchor.basis)
  }

  // «أيلول 2020 مقاتلاً» would be 2,020 fighters; a year in words must not swallow a figure.
  private func isCounted(_ year: (year: Int, end: Int), from token: Int) -> Bool {
    !mentions.cues(at: token).contains(.digits) && mentions.cues(at: year.end).contains(.people)
  }

  /// «12 من الشهر الجاري» "the 12th of this month", «الـ12 من الجاري» "the 12th of the current", «12 الجاري».
  private func currentMonthDay(at start: Int) -> DateExpression? {
    let prefix = dayPrefix(at: start)
    guard let days = days(at: prefix.end) else { return nil }
    var token = word(.from, at: days.end)?.end ?? days.end
    var isMonthTold = false
    if let unit = unit(at: token), unit.unit.kind == .month, unit.unit.number == .one, unit.clitics.contains(.article) {
      (token, isMonthTold) = (unit.end, true)
    } else if let current = word(.current, at: token), !current.clitics.contains(.article),
      let unit = unit(at: current.end), unit.unit.kind == .month
    {
      return monthDays(days, 0, start..<unit.end, prefix)
    }
    if isMonthTold, word(.next, at: token) == nil, shift(at: token) == nil {
      return saidMonthDay(days, start..<(word(.same, at: token)?.end ?? token), prefix, word(.same, at: token)?.value)
    }
    guard let shift = shift(at: token), isMonthTold || shift.units == 0 else { return nil }
    return monthDays(days, shift.units, start..<shift.end, prefix)
  }

  /// «في السابع عشر من الشهر ذاته» "on the seventeenth of the same month", «في 18 من الشهر» "on the 18th of the month": of the month told last,
  /// else of the publication.
  private func saidMonthDay(
    _ days: Days, _ tokens: Range<Int>, _ prefix: DayPrefix, _ same: String?
  ) -> DateExpression? {
    guard let month = (saidMonth ?? anchor.published)?.startOfMonth(adding: same.flatMap { Int($0) } ?? 0) else {
      return unanchored(tokens)
    }
    return dated(days, month.month, (month.year, tokens.upperBound, .text), prefix, tokens.lowerBound)
  }

  private func monthDays(
    _ days: Days, _ shift: Int, _ tokens: Range<Int>, _ prefix: DayPrefix
  ) -> DateExpression? {
    guard let published = anchor.published else { return unanchored(tokens) }
    let month = published.startOfMonth(adding: shift)
    return dated(days, month.month, (month.year, tokens.upperBound, .publication), prefix, tokens.lowerBound)
  }

  private func monthAlone(at start: Int) -> DateExpression? {
    let told = monthWord(at: start)
    let isTold = told != nil
    guard let month = told.map({ monthNamedOrNumbered(at: $0) }) ?? month(at: start) else { return nil }
    if month.calendar == .hijri { return hijriMonth(month, start, isTold: isTold) }
    let rest = yearAfter(month.month, at: month.end)
    // Names that are also everyday words or people's need a year, «شهر» "month", or a word of time beside them.
    guard isTold || month.alone || rest.end > month.end || mayFollow(start) && !isFather(start) else { return nil }
    guard let year = rest.year else {
      return unanchored(closed(start..<rest.end), partial: Self.partial(month: month.month))
    }
    var result = months(month.month, month.month, of: year, closed(start..<rest.end), .month, basis: rest.basis)
    result?.isFloating = rest.basis != .calendar
    return result
  }

  // «بينهم أب وولداه», "among them a father and his two sons", is spelt unlike «آب» "August" and folds to the same.
  private func isFather(_ token: Int) -> Bool {
    let word = text.original(token..<token + 1).unicodeScalars
    return word.count <= 3 && word.contains("\u{0623}")
  }

  // What may stand before a bare month, and before a bare year.
  private static let beforeMonth = WordCues.dates(
    .within, .since, .between, .monthCue, .dateCue, .to, .from, .before, .spanPart)
  private static let beforeYear = WordCues.dates(.within, .since, .until, .period, .before)

  /// True after a word of time, or with a preposition attached: «في نيسان», "in April".
  func mayFollow(_ start: Int) -> Bool {
    if !mentions.cues(at: start - 1).isDisjoint(with: Self.beforeMonth) {
      return !text.isWord(start - 1, FrameWord.to) && !text.isWord(start - 1, FrameWord.from)
    }
    return false
  }

  private func yearAlone(at start: Int) -> DateExpression? {
    if let phrase = hijriYearPhrase(at: start) { return phrase }
    // «بالـ2014», "in 2014", as it is spoken
    if let article = word(.article, at: start) {
      guard article.clitics.contains(.beh), let value = number(at: article.end), (1950...2100).contains(value) else {
        return nil
      }
      return months(1, 12, of: value, start..<article.end + 1, .year)
    }
    if !mentions.cues(at: start).contains(.digits), let phrase = yearPhrase(at: start) {
      guard let year = phrase.year else { return unanchored(start..<phrase.end) }
      return months(1, 12, of: year, start..<phrase.end, .year, basis: phrase.basis)
    }
    if let unit = unit(at: start), unit.unit.kind == .year, unit.unit.number == .one, let told = number(at: unit.end),
      told == 0 || told > 9999
    {
      return refused(start..<unit.end + 1, .noSuchYear(text.original(unit.end..<unit.end + 1)))
    }
    if let unit = unit(at: start), unit.unit.kind == .year, unit.unit.number == .one,
      mentions.cues(at: unit.end).contains(.digits), text.folded(unit.end).count > 9
    {
      return refused(start..<unit.end + 1, .noSuchYear(text.original(unit.end..<unit.end + 1)))
    }
    // A bare number is a year only after «في» "in", «خلال» "during", «منذ» "since" and the like, and without a counted noun after it.
    guard let value = number(at: start), (1950...2100).contains(value), text.folded(start).count == 4,
      !mentions.cues(at: start - 1).isDisjoint(with: Self.beforeYear)
        || isMark(start - 1, .open) && isMark(start + 1, [.hyphen, .dash]),
      !goesOn(start + 1) || isMark(start + 1, .hyphen),
      mentions.cues(at: start + 1).isDisjoint(with: [.people, .casualty, .trigger, .unit, .date(.unit)])
        || conjoined(at: start + 1) != nil,
      !text.isWord(start + 1, FrameWord.from) || mentions.cues(at: start - 1).contains(.date(.within))
    else { return nil }
    return years(value, at: start)
  }

  // «2014-2019»: years with a dash between them.
  private func years(_ first: Int, at start: Int) -> DateExpression? {
    if isMark(start + 1, [.hyphen, .dash]), let second = plainYear(at: start + 2), !isMark(second.end, .hyphen) {
      guard second.year > first else { return nil }
      return DateExpression(
        tokens: start..<second.end,
        span: DateSpan(
          start: CalendarDate(year: first, month: 1, day: 1), end: CalendarDate(year: second.year, month: 12, day: 31),
          precision: .period))
    }
    if isMark(start + 1, .hyphen), mentions.cues(at: start + 2).contains(.digits) { return nil }
    guard let year = plainYear(at: start) else { return nil }
    return months(1, 12, of: first, start..<year.end, .year)
  }

  /// «ثمانينيات القرن الماضي», "the eighties of the last century".
  private func decade(at start: Int) -> DateExpression? {
    guard let decade = word(.decade, at: start), let first = Int(decade.value),
      let century = word(.century, at: decade.end)
    else { return nil }
    return DateExpression(
      tokens: start..<century.end,
      span: DateSpan(
        start: CalendarDate(year: first, month: 1, day: 1), end: CalendarDate(year: first + 9, month: 12, day: 31),
        precision: .period))
  }
}
