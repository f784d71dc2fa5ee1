package import Incidents

/// A date expression found in a text.
package struct DateExpression: Hashable, Sendable {
  /// The tokens it stands on.
  package var tokens: Range<Int>
  /// The days it tells; without days when it is unanchored or refused.
  package var span: DateSpan
  /// What is known while the year is not, as EDTF text: `XXXX-05-15`, `XXXX-09`.
  package var partial: String?
  /// What the days were counted from.
  package var basis: DateBasis
  /// True for «منذ …», "since": the span is a period that goes on.
  package var isSince: Bool
  /// True for «الأعنف منذ عام», "the fiercest since a year ago": it tells what something is compared with, not when it happened.
  package var isComparison = false
  /// True for one night by the name of its evening: «ليل السبت» "the night of Saturday". The span reaches into the next day.
  package var isNight = false
  /// The frame that read it.
  package var rule: String
  /// The weekday told beside the date, when it is not the date's.
  package var contradiction: WeekdayContradiction?
  /// Why words that look like a date give none.
  package var refusal: DateRefusal?
  /// True when the year was not told, so that the other end of a range may decide it.
  var isFloating = false

  /// Creates an expression without contradiction, refusal or partial text.
  package init(
    tokens: Range<Int>, span: DateSpan, basis: DateBasis = .calendar, isSince: Bool = false, rule: String = ""
  ) {
    self.tokens = tokens
    self.span = span
    self.basis = basis
    self.isSince = isSince
    self.rule = rule
  }

  /// True when the span hangs on the publication date and that is not known: the span is then empty.
  package var isUnanchored: Bool { refusal == nil && span.start == nil && span.end == nil }

  /// True when there is only a last day: «حتى نهاية 2023» "until the end of 2023".
  package var isUntil: Bool { span.start == nil && span.end != nil }

  /// The EDTF text of what is told; nil when nothing is.
  package var edtf: String? { partial ?? span.edtf }

  /// How exactly the words tell it, also where the year is not known.
  package var precision: DatePrecision {
    guard isUnanchored, let partial else { return span.precision }
    return partial.contains("/") ? .period : partial.count > 7 ? .day : .month
  }
}

/// What the days of a date expression were counted from.
package enum DateBasis: String, CaseIterable, Sendable {
  /// Its own words name the year.
  case calendar
  /// The day of publication: «أمس» "yesterday", «15 أيار» "15 May" without a year.
  case publication
  /// What the text itself tells: the year that it calls the current one, or the day told before («في اليوم التالي», "on the next day").
  case text
}

/// A weekday told beside a date that falls on another: «الاثنين 10 أيلول 2023», "Monday 10 September 2023", a Sunday. The date stands.
package struct WeekdayContradiction: Hashable, Sendable {
  /// 0 Sunday … 6 Saturday.
  package var told: Int
  /// The weekday of the date, 0 Sunday … 6 Saturday.
  package var actual: Int
}

/// Why words that look like a date give none.
package enum DateRefusal: Hashable, Sendable {
  /// «31 شباط 2023», "31 February 2023": the month has fewer days.
  case noSuchDay(day: Int, month: Int, year: Int?, calendar: MonthCalendar)
  /// «13/13/2023»: neither figure is a month.
  case noSuchMonth(Int)
  /// Year 0, year 99999, or outside the years of the Hijri calendar that can be converted.
  case noSuchYear(String)
  /// «قبل 3000 سنة», "3,000 years ago": farther than any news tells.
  case outOfRange(count: Int, unit: String)
  /// «من 7 إلى 3 أيار 2023», "from 7 to 3 May 2023".
  case endsBeforeStart(first: CalendarDate, last: CalendarDate)

  /// The reason in words.
  package var reason: String {
    switch self {
    case .noSuchDay(let day, let month, let year, let calendar):
      "month \(month)\(year.map { " of \($0)" } ?? "")\(calendar == .hijri ? " AH" : "") has no day \(day)"
    case .noSuchMonth(let month): "there is no month \(month)"
    case .noSuchYear(let year): "year \(year.prefix(12))\(year.count > 12 ? "…" : "") is out of range"
    case .outOfRange(let count, let unit): "\(count) \(unit)s from the publication is out of range"
    case .endsBeforeStart(let first, let last): "it would end on \(last), before it starts on \(first)"
    }
  }
}

/// What relative dates are counted from.
package struct DateAnchor: Hashable, Sendable {
  /// The day of publication; nil when it is not known.
  package var published: CalendarDate?
  /// The year and month that the text itself calls the current ones («العام الجاري 2024» "the current year 2024");
  /// they serve where ``published`` is nil.
  package var year: Int?
  /// 1…12.
  package var month: Int?

  /// Creates an anchor; the year and month of a known publication stand before those of the text.
  package init(published: CalendarDate?, year: Int? = nil, month: Int? = nil) {
    self.published = published
    self.year = published?.year ?? year
    self.month = published?.month ?? month
  }

  /// What a date without a year is counted from.
  var basis: DateBasis { published == nil ? .text : .publication }

  /// The most recent year in which the month begins on or before the anchor; nil when no year is known.
  func year(ofMonth month: Int) -> Int? {
    guard let year else { return nil }
    guard let current = self.month else { return year }
    return month <= current ? year : year - 1
  }
}
