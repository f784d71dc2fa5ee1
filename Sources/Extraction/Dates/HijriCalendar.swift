internal import Foundation
internal import Incidents

/// The Umm al-Qura calendar, by Foundation: exact for 1356–1500 AH, an arithmetic continuation beyond.
enum HijriCalendar {
  /// The years that are converted. The calendar of the Saudi authority begins in 1356 AH (1937) and is published to 1500 AH (2077).
  static let years = 1300...1600
  static let publishedYears = 1356...1500

  /// The Gregorian day of a Hijri date; nil when there is no such day or the year is out of range.
  static func date(year: Int, month: Int, day: Int) -> CalendarDate? {
    guard years.contains(year), (1...12).contains(month), day >= 1, day <= length(year: year, month: month) else {
      return nil
    }
    return firstDay(year: year, month: month)?.adding(days: day - 1)
  }

  /// The Gregorian day of a Hijri month's last day.
  static func lastDay(year: Int, month: Int) -> CalendarDate? {
    firstDay(year: year, month: month)?.adding(days: length(year: year, month: month) - 1)
  }

  /// The Hijri year, month and day of a Gregorian day; nil out of range.
  static func parts(of date: CalendarDate) -> (year: Int, month: Int, day: Int)? {
    guard let first = firsts.first, date >= first, let end = firsts.last, date < end else { return nil }
    var low = 0
    var high = firsts.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if firsts[middle] <= date { low = middle } else { high = middle }
    }
    return (years.lowerBound + low / 12, low % 12 + 1, date.dayNumber - firsts[low].dayNumber + 1)
  }

  private static func firstDay(year: Int, month: Int) -> CalendarDate? {
    guard years.contains(year), !firsts.isEmpty else { return nil }
    return firsts[(year - years.lowerBound) * 12 + month - 1]
  }

  private static func length(year: Int, month: Int) -> Int {
    guard years.contains(year), !firsts.isEmpty else { return 0 }
    let index = (year - years.lowerBound) * 12 + month - 1
    return firsts[index + 1].dayNumber - firsts[index].dayNumber
  }

  // The first day of each month, and of the month after the last; asked of Foundation once, because each question costs some
  // microseconds and a text may hold many dates.
  private static let firsts: [CalendarDate] = {
    var calendar = Calendar(identifier: .islamicUmmAlQura)
    guard let utc = TimeZone(secondsFromGMT: 0) else { return [] }
    calendar.timeZone = utc
    var days: [CalendarDate] = []
    days.reserveCapacity(years.count * 12 + 1)
    for index in 0...years.count * 12 {
      let parts = DateComponents(year: years.lowerBound + index / 12, month: index % 12 + 1, day: 1)
      guard let moment = calendar.date(from: parts) else { return [] }
      days.append(CalendarDate(dayNumber: Int((moment.timeIntervalSince1970 / 86_400).rounded(.down))))
    }
    return days
  }()
}
