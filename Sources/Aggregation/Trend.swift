internal import Geography
package import Incidents
internal import Topology

/// Records counted by region and month, with what is certain kept apart from what is possible.
///
/// Every region has a line for every month: from the month of `since` (else of the first incident) to that of `until`
/// (else of the last incident). Tallies reach years back ("since 2014"); they make the axis only when there are no
/// incidents.
///
/// An incident is certain in a cell when its whole place lies in the region (``RegionPlacer`` says how) and all its
/// days lie in the month. Otherwise it is possible in every cell that it may fall in, and forced into none. A period
/// without a known end lasts at most until the article appeared; when that is not known either, until the axis ends.
///
/// A record counts at its place, not again at those of `also`: the event is one, and its toll cannot be divided. A
/// record that repeats another (``Repetitions``) does not count.
package struct Trend: Sendable {
  package let regions: [TrendRegion]
  package let periods: [TrendPeriod]
  package let counts: TrendCounts
  /// How many drawings of footprints were no valid geometry; the circle of the uncertainty was taken for them.
  package let faultyFootprints: Int
  // Cell of period p and region r: p × number of regions + r.
  private let cells: [TrendCell]

  /// More lines than this are refused.
  package static let cellLimit = 5_000_000

  /// All lines: months in order, within a month the regions as they were given.
  package var rows: [TrendRow] {
    cells.indices.map { index in
      TrendRow(
        period: periods[index / regions.count], region: regions[index % regions.count], cell: cells[index])
    }
  }

  /// Counts records.
  /// - Parameters:
  ///   - regions: areas of one kind, in the order wanted.
  ///   - filter: `since` and `until` also bound the months; the first and last are cut there, and say so.
  ///   - footprints: draws footprint expressions; without it the circle of a place's uncertainty stands for
  ///     its footprint.
  /// - Throws: ``AggregationError``.
  package init(
    _ records: [Record], regions: [TrendRegion], filter: RecordFilter = RecordFilter(),
    footprints: (any FootprintSource)? = nil
  ) throws(AggregationError) {
    try Self.check(regions, filter)
    var counts = TrendCounts()
    let entries: [Entry]
    do throws(TopologyError) {
      let placer = try RegionPlacer(regions, footprints: footprints)
      entries = try Self.entries(records, filter, placer, &counts)
      faultyFootprints = placer.faultyFootprints
    } catch {
      throw .topology(error)
    }
    let axis = try Self.axis(entries, records, filter, regionCount: regions.count)
    var cells = Array(repeating: TrendCell(), count: axis.periods.count * regions.count)
    for entry in entries {
      let record = records[entry.record]
      guard let touched = axis.touched(from: entry.start, to: entry.end) else {
        counts.outsidePeriod += 1
        continue
      }
      if record.kind == .incident { counts.incidents += 1 } else { counts.tallies += 1 }
      for period in touched {
        let isWhole = axis.holds(period, from: entry.start, to: entry.end)
        for region in entry.placement.certain { cells[period * regions.count + region].add(record, isCertain: isWhole) }
        for region in entry.placement.possible { cells[period * regions.count + region].add(record, isCertain: false) }
      }
    }
    self.regions = regions
    self.periods = axis.periods
    self.counts = counts
    self.cells = cells
  }

  /// A record that can be counted.
  private struct Entry {
    let record: Int
    let start: CalendarDate
    let end: CalendarDate?
    let placement: RegionPlacement
  }

  private static func check(_ regions: [TrendRegion], _ filter: RecordFilter) throws(AggregationError) {
    guard !regions.isEmpty else { throw .noRegions }
    var ids: Set<String> = []
    for region in regions where !ids.insert(region.id).inserted { throw .regionTwice(id: region.id) }
    if let since = filter.since, let until = filter.until, until < since {
      throw .periodBackwards(since: since, until: until)
    }
  }

  private static func entries(
    _ records: [Record], _ filter: RecordFilter, _ placer: RegionPlacer, _ counts: inout TrendCounts
  ) throws(TopologyError) -> [Entry] {
    // The period is the axis' business: a record that only touches it is possible there.
    var timeless = filter
    timeless.since = nil
    timeless.until = nil
    let repetitions = Repetitions(records)
    var entries: [Entry] = []
    for (index, record) in records.enumerated() {
      if repetitions[index] {
        counts.repeated += 1
      } else if timeless.match(record) == .no {
        counts.filtered += 1
      } else if let place = record.place {
        guard let start = record.time.start else {
          counts.dateless += 1
          continue
        }
        let placement = try placer.placement(of: place)
        if placement.isNowhere {
          counts.outsideRegions += 1
        } else {
          let end = record.time.end ?? record.source.published
          entries.append(Entry(record: index, start: start, end: end.map { max($0, start) }, placement: placement))
        }
      } else {
        counts.placeless += 1
      }
    }
    return entries
  }

  private static func axis(
    _ entries: [Entry], _ records: [Record], _ filter: RecordFilter, regionCount: Int
  ) throws(AggregationError) -> MonthAxis {
    let incidents = entries.filter { records[$0.record].kind == .incident }
    let telling = incidents.isEmpty ? entries : incidents
    let first = filter.since ?? telling.map(\.start).min()
    let last = filter.until ?? telling.map { $0.end ?? $0.start }.max()
    guard let first, let last, first <= last else {
      return MonthAxis(from: CalendarDate(dayNumber: 31), to: CalendarDate(dayNumber: 0), since: nil, until: nil)
    }
    let (found, overflow) = MonthAxis.count(from: first, to: last).multipliedReportingOverflow(by: regionCount)
    guard !overflow, found <= cellLimit else {
      throw .tooManyCells(found: overflow ? .max : found, limit: cellLimit, first: first, last: last)
    }
    return MonthAxis(from: first, to: last, since: filter.since, until: filter.until)
  }
}
