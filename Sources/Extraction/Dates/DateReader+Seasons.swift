internal import ArabicText
internal import Incidents

/// Seasons and feasts.
extension DateReader {
  static let seasonFrames: [Frame] = [
    Frame(
      id: "date-season", name: "a season: «صيف 2017», «الشتاء الماضي», «شتاء 2016-2017»",
      begins: .dates(.season, .current), read: { $0.season(at: $1) }),
    Frame(
      id: "date-feast", name: "a feast or its day: «عيد الفطر», «أول أيام عيد الأضحى 2024», «يوم عرفة»",
      begins: .dates(.feast, .holiday, .ordinal, .unit, .list), read: { $0.feast(at: $1) }),
  ]

  private func season(at start: Int) -> DateExpression? {
    var token = start
    var shift: Int?
    if let current = word(.current, at: token), !current.clitics.contains(.article) {
      (shift, token) = (0, current.end)
    }
    guard let found = word(.season, at: token), let season = Season(rawValue: found.value),
      !isPersonal(token, found.end)
    else { return nil }
    token = found.end
    if shift == nil, let year = plainYear(at: token) {
      var end = year.end
      // «شتاء 2016-2017»: the winter of two years begins in the first.
      if isMark(end, [.hyphen, .slash, .dash]), let second = plainYear(at: end + 1), second.year == year.year + 1 {
        end = second.end
      }
      return days(of: season, year.year, start..<end, .calendar)
    }
    if shift == nil, let phrase = yearPhrase(at: token) {
      guard let year = phrase.year else { return unanchored(start..<phrase.end) }
      var end = phrase.end
      if isMark(end, [.hyphen, .slash, .dash]), let second = plainYear(at: end + 1), second.year == year + 1 {
        end = second.end
      }
      return days(of: season, year, start..<end, phrase.basis)
    }
    if shift == nil, found.clitics.contains(.article), let told = self.shift(at: token) {
      (shift, token) = (told.units, told.end)
    }
    guard let shift else { return nil }
    guard let published = anchor.published else { return unanchored(start..<token) }
    // The season that runs on the day of publication, or the last one that has begun.
    var year = published.year
    while let first = CalendarDate(year: year, month: season.firstMonth, day: 1), first > published { year -= 1 }
    if shift < 0, let running = days(of: season, year, start..<token, .publication)?.span.end, running >= published {
      year -= 1
    }
    if shift > 0 { year += 1 }
    return days(of: season, year + min(0, shift + 1), start..<token, .publication)
  }

  private func days(of season: Season, _ year: Int, _ tokens: Range<Int>, _ basis: DateBasis) -> DateExpression? {
    guard let first = CalendarDate(year: year, month: season.firstMonth, day: 1) else { return nil }
    return DateExpression(
      tokens: tokens,
      span: DateSpan(start: first, end: first.startOfMonth(adding: 2).endOfMonth, precision: .period), basis: basis)
  }

  private func feast(at start: Int) -> DateExpression? {
    var token = start
    var nth: Int?
    // «أول أيام» "the first of the days of", «اليوم الثاني من» "the second day of", «أيام» "the days of", «عطلة» "the holiday of"
    if let ordinal = word(.ordinal, at: token), let told = Int(ordinal.value), !ordinal.clitics.contains(.article),
      let unit = unit(at: ordinal.end), unit.unit.kind == .day
    {
      (nth, token) = (told, unit.end)
    } else if let unit = unit(at: token), unit.unit.kind == .day {
      token = unit.end
      if unit.unit.number == .one, let ordinal = word(.ordinal, at: token), let told = Int(ordinal.value) {
        (nth, token) = (told, ordinal.end)
      }
    } else if let holiday = word(.holiday, at: token) {
      token = holiday.end
    }
    if let of = word(.from, at: token) { token = of.end }
    if let holiday = word(.holiday, at: token) { token = holiday.end }
    if let nth, word(.feast, at: token) == nil { return dayOfWhole(nth, at: token, start) }
    let found = word(.feast, at: start) ?? word(.feast, at: token)
    guard let found, let feast = Feast(rawValue: found.value).map({ latest($0) }),
      // «عيد» alone is also a man's name.
      found.value != Feast.eid.rawValue || found.clitics.contains(.article)
    else { return nil }
    let days = feast.days
    let month = Month(month: days.month, calendar: days.calendar, alone: true, end: found.end, isConjoined: false)
    let told: (year: Int?, end: Int, basis: DateBasis)
    let first: CalendarDate?
    if days.calendar == .hijri {
      let hijri = hijriYearAfter(month, day: days.day, lastDay: days.day + days.length - 1, at: found.end)
      told = (hijri.year, hijri.end, hijri.basis)
      first = hijri.year.flatMap { hijriCalendar.date(year: $0, month: days.month, day: days.day) }
    } else {
      told = yearAfter(days.month, day: days.day, at: found.end)
      first = told.year.flatMap { CalendarDate(year: $0, month: days.month, day: days.day) }
    }
    let tokens = start..<told.end
    guard let first else { return unanchored(tokens) }
    if let nth {
      let day = nth < 0 ? days.length : nth
      guard day <= days.length else { return nil }
      return DateExpression(tokens: tokens, span: .day(first.adding(days: day - 1)), basis: told.basis)
    }
    let last = first.adding(days: days.length - 1)
    return DateExpression(
      tokens: tokens, span: DateSpan(start: first, end: last, precision: days.length == 1 ? .day : .period),
      basis: told.basis)
  }

  // «أول أيام شهر رمضان» "the first of the days of Ramadan", «آخر يوم من نيسان» "the last day of April"
  private func dayOfWhole(_ nth: Int, at token: Int, _ start: Int) -> DateExpression? {
    guard let month = longest(Self.explicitFrames, at: token), month.refusal == nil else { return nil }
    let tokens = start..<month.tokens.upperBound
    guard let first = month.span.start, let last = month.span.end else { return unanchored(tokens) }
    let length = last.dayNumber - first.dayNumber + 1
    guard (28...31).contains(length), nth <= length else { return nil }
    return DateExpression(
      tokens: tokens, span: .day(nth < 0 ? last : first.adding(days: nth - 1)), basis: month.basis)
  }

  // «العيد», "the feast", is the Eid that was last, or that is now.
  private func latest(_ feast: Feast) -> Feast {
    guard feast == .eid, let published = anchor.published, let today = hijriCalendar.parts(of: published) else {
      return feast == .eid ? .fitr : feast
    }
    return (today.month, today.day) >= (12, 10) || (today.month, today.day) < (10, 1) ? .adha : .fitr
  }
}
