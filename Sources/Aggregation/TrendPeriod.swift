package import Incidents

/// A month to count by, or what the question leaves of it.
package struct TrendPeriod: Hashable, Sendable {
  /// The first and last day, inclusive.
  package let start: CalendarDate
  package let end: CalendarDate
  /// True when the question's period cuts the month.
  package let isIncomplete: Bool

  /// The month as ISO 8601 text, `2023-09`.
  package var label: String { String(start.description.prefix(7)) }
}

/// The months of a trend, without a gap.
struct MonthAxis {
  let periods: [TrendPeriod]
  private let firstMonth: Int

  /// The months from the one of a day to the one of another, cut at the question's bounds; none when the days run
  /// backwards.
  init(from first: CalendarDate, to last: CalendarDate, since: CalendarDate?, until: CalendarDate?) {
    firstMonth = Self.number(first)
    let count = max(0, Self.number(last) - firstMonth + 1)
    periods = (0..<count).map { offset in
      let start = first.startOfMonth(adding: offset)
      let end = start.endOfMonth
      let cutStart = max(start, since ?? start)
      let cutEnd = min(end, until ?? end)
      return TrendPeriod(start: cutStart, end: cutEnd, isIncomplete: cutStart != start || cutEnd != end)
    }
  }

  /// The number of months between two days, both included; for a check before they are made.
  static func count(from first: CalendarDate, to last: CalendarDate) -> Int {
    max(0, number(last) - number(first) + 1)
  }

  /// The periods that a span of days touches; nil when it touches none. An end that is nil is open.
  func touched(from start: CalendarDate, to end: CalendarDate?) -> Range<Int>? {
    guard let axisStart = periods.first?.start, let axisEnd = periods.last?.end else { return nil }
    let end = min(end ?? axisEnd, axisEnd)
    let start = max(start, axisStart)
    guard start <= end else { return nil }
    return (Self.number(start) - firstMonth)..<(Self.number(end) - firstMonth + 1)
  }

  /// True when all days of a span lie in one period; false for an open end.
  func holds(_ index: Int, from start: CalendarDate, to end: CalendarDate?) -> Bool {
    guard let end else { return false }
    return start >= periods[index].start && end <= periods[index].end
  }

  private static func number(_ date: CalendarDate) -> Int {
    let (year, month, _) = date.parts
    return year * 12 + month
  }
}
