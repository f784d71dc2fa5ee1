/// A figure as news tells it: exact, bounded on one side or both, or vague.
package struct CountRange: Hashable, Sendable {
  /// At least so many; nil when not told.
  package var lower: Int?
  /// At most so many; nil when not told ("at least 8").
  package var upper: Int?

  package init(lower: Int?, upper: Int?) {
    self.lower = lower
    self.upper = upper
  }

  /// Exactly so many.
  package static func exactly(_ value: Int) -> CountRange { CountRange(lower: value, upper: value) }

  /// At least so many.
  package static func atLeast(_ value: Int) -> CountRange { CountRange(lower: value, upper: nil) }

  /// "Dozens", "several": a figure is told, but no number.
  package static let vague = CountRange(lower: nil, upper: nil)

  /// True for a figure told without an upper bound because its words are vague, not because it is "at least".
  package var isVague: Bool { lower == nil && upper == nil }

  /// The sum of two figures; a side that is unknown in either is unknown in the sum, but a lower bound of one holds for both.
  package static func + (a: CountRange, b: CountRange) -> CountRange {
    let lower: Int? = a.lower == nil && b.lower == nil ? nil : saturatingSum(a.lower ?? 0, b.lower ?? 0)
    let upper: Int? = if let x = a.upper, let y = b.upper { saturatingSum(x, y) } else { nil }
    return CountRange(lower: lower, upper: upper)
  }

  private static func saturatingSum(_ a: Int, _ b: Int) -> Int {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? Int.max : sum
  }
}
