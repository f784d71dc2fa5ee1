package import Incidents

/// A date expression found in a text.
package struct DateExpression: Hashable, Sendable {
  /// The tokens it stands on.
  package var tokens: Range<Int>
  package var span: DateSpan
  /// True when the span hangs on the publication date and that is not known: the span is then empty.
  package var isUnanchored: Bool
  /// True for «منذ …», "since": the span is a period that goes on.
  package var isSince: Bool
  /// The frame that read it.
  package var rule: String

  package init(tokens: Range<Int>, span: DateSpan, isUnanchored: Bool = false, isSince: Bool = false, rule: String) {
    self.tokens = tokens
    self.span = span
    self.isUnanchored = isUnanchored
    self.isSince = isSince
    self.rule = rule
  }
}

/// What relative dates are counted from.
package struct DateAnchor: Hashable, Sendable {
  /// The day of publication; nil when it is not known.
  package var published: CalendarDate?
  /// The year and month that the text itself calls the current ones («العام الجاري 2024» "the current year 2024");
  /// they serve where ``published`` is nil.
  package var year: Int?
  package var month: Int?

  package init(published: CalendarDate?, year: Int? = nil, month: Int? = nil) {
    self.published = published
    self.year = published?.year ?? year
    self.month = published?.month ?? month
  }

  /// The most recent year in which the month begins on or before the anchor; nil when no year is known.
  func year(ofMonth month: Int) -> Int? {
    guard let year else { return nil }
    guard let current = self.month else { return year }
    return month <= current ? year : year - 1
  }
}
