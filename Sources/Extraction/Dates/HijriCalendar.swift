internal import Foundation
internal import Incidents
internal import Tables

/// The Umm al-Qura calendar: the months as published for 1356–1500 AH, from `hijri.tsv`; Foundation's for the years before and after, where
/// a day may be off by one or two.
///
/// Foundation alone would not do: outside 1420–1450 AH its rules begin every second month a day earlier or later than the printed
/// calendar did.
struct HijriCalendar: Sendable {
  /// The years that are converted.
  static let years = 1300...1600
  /// The years whose days are published.
  static let publishedYears = 1356...1500

  // The first day of each published month, and of the month after the last.
  private let published: [CalendarDate]

  /// Reads the published months.
  /// - Throws: ``TableFault`` naming the line where a month is missing or has no length of 28…30 days.
  init(tables: TableSet) throws(TableFault) {
    let table = try tables.table("Lexicon/hijri.tsv", requiring: ["month", "start"])
    var days: [CalendarDate] = []
    days.reserveCapacity(Self.publishedYears.count * 12 + 1)
    var fault: TableFault?
    table.forEachRow { row in
      guard fault == nil else { return }
      let index = days.count
      let (year, month) = (Self.publishedYears.lowerBound + index / 12, index % 12 + 1)
      let expected = "\(year)-\(month < 10 ? "0" : "")\(month)"
      guard row.text("month") == expected else {
        fault = row.fault("expected month \(expected), found \"\(row.text("month"))\"")
        return
      }
      guard let day = CalendarDate(iso: row.text("start")),
        days.last.map({ (28...30).contains(day.dayNumber - $0.dayNumber) }) ?? true
      else {
        fault = row.fault("start \"\(row.text("start"))\" is no date 28 to 30 days after the month before")
        return
      }
      days.append(day)
    }
    if let fault { throw fault }
    published = days
  }

  /// The Gregorian day of a Hijri date; nil when there is no such day or the year is out of range.
  func date(year: Int, month: Int, day: Int) -> CalendarDate? {
    guard (1...12).contains(month), day >= 1, let first = firstDay(year: year, month: month),
      day <= length(year: year, month: month)
    else { return nil }
    return first.adding(days: day - 1)
  }

  /// The Gregorian day of a Hijri month's last day.
  func lastDay(year: Int, month: Int) -> CalendarDate? {
    firstDay(year: year, month: month)?.adding(days: length(year: year, month: month) - 1)
  }

  /// The Hijri year, month and day of a Gregorian day; nil out of range.
  func parts(of date: CalendarDate) -> (year: Int, month: Int, day: Int)? {
    if let first = published.first, let end = published.last, date >= first, date < end {
      return Self.parts(of: date, in: published, from: Self.publishedYears.lowerBound)
    }
    return Self.parts(of: date, in: Self.computed, from: Self.years.lowerBound)
  }

  private static func parts(
    of date: CalendarDate, in firsts: [CalendarDate], from year: Int
  ) -> (year: Int, month: Int, day: Int)? {
    guard let first = firsts.first, let end = firsts.last, date >= first, date < end else { return nil }
    var low = 0
    var high = firsts.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if firsts[middle] <= date { low = middle } else { high = middle }
    }
    return (year + low / 12, low % 12 + 1, date.dayNumber - firsts[low].dayNumber + 1)
  }

  private func firstDay(year: Int, month: Int) -> CalendarDate? { start((year * 12) + month - 1) }

  private func length(year: Int, month: Int) -> Int {
    let index = year * 12 + month - 1
    // Where the two meet, a month ends as the calendar that begins it has it.
    let firsts = isPublished(index) ? published : Self.computed
    let offset = index - (isPublished(index) ? Self.publishedYears.lowerBound : Self.years.lowerBound) * 12
    guard offset >= 0, offset + 1 < firsts.count else { return 0 }
    return firsts[offset + 1].dayNumber - firsts[offset].dayNumber
  }

  private func isPublished(_ index: Int) -> Bool {
    let offset = index - Self.publishedYears.lowerBound * 12
    return offset >= 0 && offset + 1 < published.count
  }

  // The first day of a month counted from Muharram of the year 0.
  private func start(_ index: Int) -> CalendarDate? {
    if isPublished(index) { return published[index - Self.publishedYears.lowerBound * 12] }
    let offset = index - Self.years.lowerBound * 12
    guard offset >= 0, offset + 1 < Self.computed.count else { return nil }
    return Self.computed[offset]
  }

  // The first day of each month, and of the month after the last; asked of Foundation once, and only when a text tells such a year,
  // because each question costs some microseconds.
  private static let computed: [CalendarDate] = {
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
