internal import Foundation
internal import Incidents

/// The Umm al-Qura calendar, by Foundation.
enum HijriCalendar {
  /// The Gregorian day of a Hijri date; nil when there is no such day.
  static func date(year: Int, month: Int, day: Int) -> CalendarDate? {
    var calendar = Calendar(identifier: .islamicUmmAlQura)
    guard let utc = TimeZone(secondsFromGMT: 0) else { return nil }
    calendar.timeZone = utc
    let parts = DateComponents(year: year, month: month, day: day)
    guard let moment = calendar.date(from: parts) else { return nil }
    let back = calendar.dateComponents([.year, .month, .day], from: moment)
    guard back.year == year, back.month == month, back.day == day else { return nil }
    return CalendarDate(dayNumber: Int((moment.timeIntervalSince1970 / 86_400).rounded(.down)))
  }

  /// The Gregorian day of a Hijri month's last day.
  static func lastDay(year: Int, month: Int) -> CalendarDate? {
    date(year: year, month: month, day: 30) ?? date(year: year, month: month, day: 29)
  }
}
