import Aggregation
import Geography
import Incidents
import Testing
import Topology

/// One cell in short, as the tests write their expectations: events, possible, killed from and to, tallies, possible
/// tallies.
private func cells(_ trend: Trend) -> [String] {
  trend.rows.map { row in
    let cell = row.cell
    let upper = cell.killed.upper.map { "\($0)" } ?? "?"
    return
      "\(row.period.label) \(row.region.id) \(cell.events)+\(cell.eventsPossible) killed \(cell.killed.lower)-\(upper)"
      + " tallies \(cell.tallies)+\(cell.talliesPossible)"
  }
}

@Suite("Months and figures of a trend")
struct TrendCountingTests {
  @Test("every region has a line for every month between the first and the last, February of leap years included")
  func zeroFilled() throws {
    let trend = try Trend(
      [
        incident("a", "2024-01-31", killed: .exactly(3)),
        incident("b", "2024-03-01", at: (37.5, 34.5), killed: .atLeast(2)),
      ],
      regions: try Squares.regions())
    #expect(
      cells(trend) == [
        "2024-01 SY01 1+0 killed 3-3 tallies 0+0", "2024-01 SY02 0+0 killed 0-0 tallies 0+0",
        "2024-02 SY01 0+0 killed 0-0 tallies 0+0", "2024-02 SY02 0+0 killed 0-0 tallies 0+0",
        "2024-03 SY01 0+0 killed 0-0 tallies 0+0", "2024-03 SY02 1+0 killed 2-? tallies 0+0",
      ])
    #expect(
      trend.periods.map { "\($0.start)…\($0.end)" } == [
        "2024-01-01…2024-01-31", "2024-02-01…2024-02-29", "2024-03-01…2024-03-31",
      ])
    #expect(trend.periods.allSatisfy { !$0.isIncomplete })
    #expect(trend.counts == TrendCounts(incidents: 2))
  }

  @Test("a span over two months is forced into neither")
  func twoMonths() throws {
    let trend = try Trend(
      [
        incident("a", "2023-02-28", to: "2023-03-01", killed: CountRange(lower: 4, upper: 6)),
        incident("b", "2023-02-01", to: "2023-02-28", killed: .exactly(1)),
      ], regions: [try Squares.regions()[0]])
    #expect(
      cells(trend) == [
        "2023-02 SY01 1+1 killed 1-7 tallies 0+0", "2023-03 SY01 0+1 killed 0-6 tallies 0+0",
      ])
  }

  @Test("figures: not told is 0, at least and dozens leave the upper bound open, at most counts upwards only")
  func figures() throws {
    func killed(_ figures: [CountRange?]) throws -> TrendCell.Bounds? {
      let records = figures.enumerated().map { incident("i\($0.offset)", "2023-05-05", killed: $0.element) }
      return try Trend(records, regions: [try Squares.regions()[0]]).rows.first?.cell.killed
    }
    let mixed = try #require(try killed([nil, .exactly(2), CountRange(lower: nil, upper: 5)]))
    #expect((mixed.lower, mixed.upper) == (2, 7))
    let vague = try #require(try killed([.vague, .exactly(2)]))
    #expect((vague.lower, vague.upper) == (2, nil))
    let open = try #require(try killed([.atLeast(8), .exactly(2)]))
    #expect((open.lower, open.upper) == (10, nil))
    let absurd = try #require(try killed([.exactly(.max), .exactly(.max)]))
    #expect((absurd.lower, absurd.upper) == (.max, .max))
  }

  @Test("a possible incident raises only the upper bound, and opens it when its own is open")
  func possibleFigures() throws {
    let regions = [try Squares.regions()[0]]
    let sure = incident("a", "2023-05-05", killed: .exactly(2))
    let perhaps = incident("b", "2023-05-30", to: "2023-06-02", killed: CountRange(lower: 3, upper: 4))
    let open = incident("c", "2023-05-30", to: "2023-06-02", killed: .atLeast(3))
    #expect(cells(try Trend([sure, perhaps], regions: regions))[0] == "2023-05 SY01 1+1 killed 2-6 tallies 0+0")
    #expect(cells(try Trend([sure, open], regions: regions))[0] == "2023-05 SY01 1+1 killed 2-? tallies 0+0")
  }

  @Test("tallies are counted apart, their figures in no sum, and they do not stretch the axis")
  func tallies() throws {
    let trend = try Trend(
      [
        incident("a", "2023-05-05"),
        incident("t", "2023-05-01", to: "2023-05-31", kind: .tally, killed: .exactly(80)),
        incident("u", "2014-01-01", to: "2023-12-31", kind: .tally, killed: .exactly(900)),
        incident("v", "2014-01-01", to: "2014-12-31", kind: .tally),
      ], regions: [try Squares.regions()[0]])
    #expect(cells(trend) == ["2023-05 SY01 1+0 killed 0-0 tallies 1+1"])
    #expect(trend.counts == TrendCounts(incidents: 1, tallies: 2, outsidePeriod: 1))
  }

  @Test("without incidents the tallies make the axis")
  func talliesOnly() throws {
    let trend = try Trend(
      [incident("t", "2023-01-01", to: "2023-03-31", kind: .tally)], regions: [try Squares.regions()[0]])
    #expect(cells(trend).map { $0.suffix(11) } == ["tallies 0+1", "tallies 0+1", "tallies 0+1"])
  }

  @Test("an open period lasts until the article appeared, else until the axis ends")
  func openPeriods() throws {
    let regions = [try Squares.regions()[0]]
    let known = try Trend([incident("a", "2023-04-10", open: true, published: "2023-05-02")], regions: regions)
    #expect(cells(known).map { $0.prefix(16) } == ["2023-04 SY01 0+1", "2023-05 SY01 0+1"])
    let sameMonth = try Trend([incident("a", "2023-04-10", open: true, published: "2023-04-12")], regions: regions)
    #expect(cells(sameMonth).map { $0.prefix(16) } == ["2023-04 SY01 1+0"])
    let unknown = try Trend(
      [incident("a", "2023-04-10", open: true), incident("b", "2023-06-01")], regions: regions)
    #expect(cells(unknown).map { $0.prefix(16) } == ["2023-04 SY01 0+1", "2023-05 SY01 0+1", "2023-06 SY01 1+1"])
    let alone = try Trend([incident("a", "2023-04-10", open: true)], regions: regions)
    #expect(cells(alone).map { $0.prefix(16) } == ["2023-04 SY01 0+1"])
    let early = try Trend([incident("a", "2023-04-10", open: true, published: "2022-01-01")], regions: regions)
    #expect(cells(early).map { $0.prefix(16) } == ["2023-04 SY01 1+0"])
  }

  @Test("the question's period makes the axis and cuts its months")
  func bounds() throws {
    let records = [
      incident("a", "2023-09-14"), incident("b", "2023-09-14", to: "2023-09-16"), incident("c", "2023-09-15"),
      incident("d", "2023-11-03"), incident("e", "2023-11-04"),
    ]
    let filter = RecordFilter(since: CalendarDate(iso: "2023-09-15"), until: CalendarDate(iso: "2023-11-03"))
    let trend = try Trend(records, regions: [try Squares.regions()[0]], filter: filter)
    #expect(cells(trend).map { $0.prefix(16) } == ["2023-09 SY01 1+1", "2023-10 SY01 0+0", "2023-11 SY01 1+0"])
    #expect(
      trend.periods.map { "\($0.start)…\($0.end)" } == [
        "2023-09-15…2023-09-30", "2023-10-01…2023-10-31", "2023-11-01…2023-11-03",
      ])
    #expect(trend.periods.map(\.isIncomplete) == [true, false, true])
    #expect(trend.counts == TrendCounts(incidents: 3, outsidePeriod: 2))
  }

  @Test("a period without any record is zero-filled; without a period and without dates there are no lines")
  func empty() throws {
    let regions = try Squares.regions()
    let filter = RecordFilter(since: CalendarDate(iso: "2023-12-31"), until: CalendarDate(iso: "2024-01-01"))
    #expect(try Trend([], regions: regions, filter: filter).rows.count == 4)
    #expect(try Trend([], regions: regions).rows.isEmpty)
    #expect(try Trend([incident("a", nil)], regions: regions).rows.isEmpty)
    let after = RecordFilter(since: CalendarDate(iso: "2024-01-01"))
    let trend = try Trend([incident("a", "2023-05-05")], regions: regions, filter: after)
    #expect(trend.rows.isEmpty)
    #expect(trend.counts == TrendCounts(outsidePeriod: 1))
  }

  @Test("records that cannot be counted are counted apart")
  func apart() throws {
    let trend = try Trend(
      [
        incident("a", "2023-05-05"), incident("b", "2023-05-05", at: nil), incident("c", nil),
        incident("d", nil, at: nil),
        incident("e", "2023-05-05", at: (10, 10)), incident("f", "2023-05-05", type: .airstrike),
        incident("g", "2023-05-05", duplicateOf: "a"),
      ], regions: try Squares.regions(), filter: RecordFilter(types: [.clash]))
    #expect(
      trend.counts
        == TrendCounts(incidents: 1, placeless: 2, dateless: 1, outsideRegions: 1, repeated: 1, filtered: 1))
  }

  @Test("what cannot be asked is refused")
  func refused() throws {
    let regions = try Squares.regions()
    #expect(throws: AggregationError.noRegions) { _ = try Trend([], regions: []) }
    #expect(throws: AggregationError.regionTwice(id: "SY01")) { _ = try Trend([], regions: [regions[0], regions[0]]) }
    let (day, before) = (CalendarDate(dayNumber: 10), CalendarDate(dayNumber: 9))
    #expect(throws: AggregationError.periodBackwards(since: day, until: before)) {
      _ = try Trend([], regions: regions, filter: RecordFilter(since: day, until: before))
    }
    var line = regions[0]
    line.geometry = .point(Coordinate(longitude: 36, latitude: 34))
    #expect(throws: AggregationError.topology(.notAnArea(region: "SY01", found: "Point"))) {
      _ = try Trend([], regions: [line])
    }
    let many = (0..<600).map { TrendRegion(id: "r\($0)", name: "", arabicName: "", geometry: regions[0].geometry) }
    let long = RecordFilter(since: CalendarDate(iso: "0001-01-01"), until: CalendarDate(iso: "9999-12-31"))
    #expect(throws: AggregationError.self) { _ = try Trend([], regions: many, filter: long) }
  }

  @Test("as CSV")
  func csv() throws {
    let filter = RecordFilter(since: CalendarDate(iso: "2024-02-10"))
    let trend = try Trend(
      [incident("a", "2024-02-11", killed: .atLeast(3))], regions: try Squares.regions(), filter: filter)
    #expect(
      String(decoding: TrendCSVWriter.bytes(of: trend), as: UTF8.self) == """
        period_start,period_end,period,region_id,region,region_ar,events,events_possible,killed_min,killed_max,\
        wounded_min,wounded_max,captured_min,captured_max,tallies,tallies_possible,incomplete
        2024-02-10,2024-02-29,2024-02,SY01,West,غرب,1,0,3,,0,0,0,0,0,0,yes
        2024-02-10,2024-02-29,2024-02,SY02,East,شرق,0,0,0,0,0,0,0,0,0,0,yes

        """)
  }
}
