internal import Incidents

/// What is counted in one region and month.
package struct TrendCell: Hashable, Sendable {
  /// Incidents that surely fall here: whole footprint in the region, all days in the month.
  package var events = 0
  /// Incidents that may fall here; those of ``events`` are not among them.
  package var eventsPossible = 0
  package var killed = Bounds()
  package var wounded = Bounds()
  package var captured = Bounds()
  /// Tallies that surely fall here; their figures are in no sum.
  package var tallies = 0
  package var talliesPossible = 0

  /// Between which numbers a figure lies, as far as the records tell it. A figure that a record does not tell counts
  /// as 0.
  package struct Bounds: Hashable, Sendable {
    /// The sum of the lower bounds of certain incidents.
    package private(set) var lower = 0
    /// The sum of the upper bounds of certain and possible incidents; nil when one of them has none ("at least 8",
    /// "dozens").
    package private(set) var upper: Int? = 0

    mutating func add(_ figure: CountRange?, isCertain: Bool) {
      guard let figure else { return }
      if isCertain { lower = Self.sum(lower, figure.lower ?? 0) }
      upper = if let upper, let more = figure.upper { Self.sum(upper, more) } else { nil }
    }

    // Figures come from files: absurd ones must not trap.
    private static func sum(_ a: Int, _ b: Int) -> Int {
      let (sum, overflow) = a.addingReportingOverflow(b)
      return overflow ? .max : sum
    }
  }

  mutating func add(_ record: Record, isCertain: Bool) {
    switch (record.kind, isCertain) {
    case (.tally, true): tallies += 1
    case (.tally, false): talliesPossible += 1
    case (.incident, _):
      if isCertain { events += 1 } else { eventsPossible += 1 }
      killed.add(record.killed, isCertain: isCertain)
      wounded.add(record.wounded, isCertain: isCertain)
      captured.add(record.captured, isCertain: isCertain)
    }
  }
}

/// One line of a trend.
package struct TrendRow: Hashable, Sendable {
  package let period: TrendPeriod
  package let region: TrendRegion
  package let cell: TrendCell
}

/// What became of the records: each is counted once here, so that the sum is their number.
package struct TrendCounts: Hashable, Sendable {
  /// Incidents and tallies that count in at least one cell.
  package var incidents = 0
  package var tallies = 0
  /// Records without a known place.
  package var placeless = 0
  /// Records with a place, but without a known date.
  package var dateless = 0
  /// Records whose place touches none of the regions.
  package var outsideRegions = 0
  /// Records before the first or after the last month.
  package var outsidePeriod = 0
  /// Records that tell an event another record stands for.
  package var repeated = 0
  /// Records that the filter does not ask for.
  package var filtered = 0

  package init(
    incidents: Int = 0, tallies: Int = 0, placeless: Int = 0, dateless: Int = 0, outsideRegions: Int = 0,
    outsidePeriod: Int = 0, repeated: Int = 0, filtered: Int = 0
  ) {
    self.incidents = incidents
    self.tallies = tallies
    self.placeless = placeless
    self.dateless = dateless
    self.outsideRegions = outsideRegions
    self.outsidePeriod = outsidePeriod
    self.repeated = repeated
    self.filtered = filtered
  }
}
