/// How exactly a date is told. The raw values are those of the record contract.
package enum DatePrecision: String, CaseIterable, Sendable {
  /// One day.
  case day
  /// "Mid April", "days ago": the span is a reading of vague words.
  case approx
  case week
  case month
  /// Any longer or explicitly delimited range.
  case period
  case year
  case unknown
}

/// When something happened: inclusive days with the precision of the words that tell it.
package struct DateSpan: Hashable, Sendable {
  /// The first day; nil when nothing tells.
  package var start: CalendarDate?
  /// The last day, inclusive; nil for a period without a known end ("since …"), or when nothing tells.
  package var end: CalendarDate?
  package var precision: DatePrecision

  package init(start: CalendarDate?, end: CalendarDate?, precision: DatePrecision) {
    self.start = start
    self.end = end
    self.precision = precision
  }

  /// A single day.
  package static func day(_ date: CalendarDate) -> DateSpan { DateSpan(start: date, end: date, precision: .day) }

  /// Nothing tells.
  package static let unknown = DateSpan(start: nil, end: nil, precision: .unknown)

  /// The span as EDTF text (ISO 8601-2): `2024-04-11`, `2024-04`, `2024`, `2024-04-11/2024-04-20`, `2024-04-11~`,
  /// `2024-04~`, `2024-01-01/..`; nil when nothing tells.
  ///
  /// An approximate span is marked with `~` when it is one day or one whole month. Any other is written as its two days,
  /// as the record contract has it: the span already holds the vagueness of the words, and ``precision`` names it.
  package var edtf: String? {
    switch (start, end) {
    case (nil, nil): return nil
    case (let start?, nil): return "\(start)/.."
    case (nil, let end?): return "../\(end)"
    case (let start?, let end?):
      if start == end { return precision == .approx ? "\(start)~" : "\(start)" }
      switch precision {
      case .month where start.day == 1 && end == start.endOfMonth: return String(start.description.prefix(7))
      case .approx where start.day == 1 && end == start.endOfMonth: return String(start.description.prefix(7)) + "~"
      case .year where start.month == 1 && start.day == 1 && end == CalendarDate(year: start.year, month: 12, day: 31):
        return String(start.description.prefix(4))
      default: return "\(start)/\(end)"
      }
    }
  }

  /// True when both spans may share a day; an open end reaches for ever. False when either is unknown.
  package func overlaps(_ other: DateSpan) -> Bool {
    guard let start, let otherStart = other.start else { return false }
    return (other.end.map { start <= $0 } ?? true) && (end.map { otherStart <= $0 } ?? true)
  }

  /// True when every day of this span lies in the closed range; false when the span is open or unknown.
  package func lies(within range: ClosedRange<CalendarDate>) -> Bool {
    guard let start, let end else { return false }
    return range.contains(start) && range.contains(end)
  }
}
