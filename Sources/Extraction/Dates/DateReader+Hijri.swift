internal import ArabicText
internal import Incidents

/// Dates of the Hijri calendar.
extension DateReader {
  /// «27 جمادى الأولى 1442 هـ» "27 Jumada I 1442 AH", «السابع عشر من رمضان» "the 17th of Ramadan".
  func hijri(
    _ days: Days, _ month: Month, _ prefix: DayPrefix, _ start: Int
  ) -> DateExpression? {
    let told = hijriYearAfter(month, at: month.end)
    let tokens = start..<told.end
    // «قتل 5 صفر اليدين»: «صفر» "Safar" is also zero and empty.
    if month.month == 2, told.end == month.end, mentions.cues(at: days.end).contains(.month) { return nil }
    guard let year = told.year else {
      // Without year and month word a day beside «صفر» "Safar; zero" tells too little.
      return told.isOpen ? unanchored(tokens) : nil
    }
    guard let first = hijriCalendar.date(year: year, month: month.month, day: days.first),
      let last = hijriCalendar.date(year: year, month: month.month, day: days.last)
    else {
      return HijriCalendar.years.contains(year)
        ? refused(tokens, .noSuchDay(day: days.last, month: month.month, year: year, calendar: .hijri)) : nil
    }
    var result = DateExpression(
      tokens: tokens, span: .day(first), basis: told.basis, rule: "frame:date-hijri")
    if first != last {
      result.span = DateSpan(start: first, end: last, precision: .period)
    } else if !HijriCalendar.publishedYears.contains(year) {
      result.span.precision = .approx
    } else if let weekday = prefix.weekday, weekday != first.weekday {
      result.contradiction = WeekdayContradiction(told: weekday, actual: first.weekday)
    }
    return withEquivalent(result)
  }

  /// «شعبان 1445 هـ» "Shaaban 1445 AH", «شهر رجب» "the month of Rajab", «رمضان الماضي» "last Ramadan".
  func hijriMonth(_ month: Month, _ start: Int, isTold: Bool) -> DateExpression? {
    let told = hijriYearAfter(month, at: month.end)
    // Most names of months are people's too; «رمضان» "Ramadan" after «في» "in" is the month.
    guard isTold || told.end > month.end || month.month == 9 && mayFollow(start) else { return nil }
    let tokens = start..<told.end
    guard let year = told.year else { return unanchored(tokens) }
    guard let first = hijriCalendar.date(year: year, month: month.month, day: 1),
      let last = hijriCalendar.lastDay(year: year, month: month.month)
    else { return nil }
    return DateExpression(
      tokens: tokens, span: DateSpan(start: first, end: last, precision: .period), basis: told.basis,
      rule: "frame:date-hijri")
  }

  /// The Hijri year told after a month or feast: «1445 هـ», «2024» (the one whose month begins in that Gregorian year), «الماضي» "last",
  /// or the most recent one.
  /// - Parameters:
  ///   - day: the first day of a feast.
  ///   - lastDay: its last day, nil for a whole month.
  func hijriYearAfter(
    _ month: Month, day: Int = 1, lastDay: Int? = nil, at end: Int
  ) -> (year: Int?, end: Int, basis: DateBasis, isOpen: Bool) {
    var token = word(.blessed, at: end)?.end ?? end
    let blessed = token
    if isMark(token, [.comma, .slash, .hyphen]) { token += 1 }
    if let of = word(.from, at: token) { token = of.end }
    let unit = unit(at: token)
    if let unit, unit.unit.kind == .year, unit.unit.number == .one { token = unit.end }
    if let hijri = hijriYear(at: token) { return (hijri.year, hijri.end, .calendar, true) }
    let gregorian: (year: Int?, end: Int, basis: DateBasis)? =
      plainYear(at: token).map { ($0.year, $0.end, .calendar) } ?? yearPhrase(at: blessed)
    if let gregorian {
      return (
        gregorian.year.flatMap { hijriYear(ofMonth: month.month, day: day, in: $0) }, gregorian.end, gregorian.basis,
        true
      )
    }
    if let shift = shift(at: blessed) {
      guard let published = anchor.published, let current = hijriCalendar.parts(of: published) else {
        return (nil, shift.end, .publication, true)
      }
      var year = month.month <= current.month ? current.year : current.year - 1
      // «رمضان الماضي», "last Ramadan", said in Ramadan is the year before's; «عيد الفطر الماضي», "last Eid", may be this month's.
      if shift.units < 0, month.month == current.month, current.day <= lastDay ?? 30 { year -= 1 }
      if shift.units > 0 { year += 1 }
      return (year, shift.end, .publication, true)
    }
    guard let published = anchor.published, let current = hijriCalendar.parts(of: published) else {
      return (nil, blessed, .publication, false)
    }
    let isPast = (month.month, day) <= (current.month, current.day)
    return (isPast ? current.year : current.year - 1, blessed, .publication, true)
  }

  /// The Hijri year whose day begins in a Gregorian year; of two the first.
  func hijriYear(ofMonth month: Int, day: Int, in year: Int) -> Int? {
    guard let newYear = CalendarDate(year: year, month: 1, day: 1), let parts = hijriCalendar.parts(of: newYear) else {
      return nil
    }
    return (parts.year...parts.year + 1).first {
      hijriCalendar.date(year: $0, month: month, day: day)?.year == year
    }
  }

  /// «عام 1445 هـ» "the year 1445 AH", «العام الهجري 1444» "the Hijri year 1444".
  func hijriYearPhrase(at start: Int) -> DateExpression? {
    guard let unit = unit(at: start), unit.unit.kind == .year, unit.unit.number == .one else { return nil }
    let era = word(.era, at: unit.end)
    guard let found = hijriYear(at: era?.end ?? unit.end), found.isMarked || era?.value == "hijri",
      let first = hijriCalendar.date(year: found.year, month: 1, day: 1),
      let last = hijriCalendar.lastDay(year: found.year, month: 12)
    else { return nil }
    return DateExpression(
      tokens: start..<found.end, span: DateSpan(start: first, end: last, precision: .period), rule: "frame:date-hijri")
  }
}
