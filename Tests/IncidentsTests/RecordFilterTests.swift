import Incidents
import Testing

struct RecordFilterTests {
  private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text), "\(text)") }

  private func record(
    _ start: String? = "2024-05-10", _ end: String? = "2024-05-10", published: String? = nil,
    type: EventType = .clash, kind: RecordKind = .incident, initiator: [String] = [], target: [String] = []
  ) throws -> Record {
    let time = DateSpan(start: try start.map { try date($0) }, end: try end.map { try date($0) }, precision: .period)
    let source = Record.Source(reportID: "a", published: try published.map { try date($0) })
    return Record(
      id: "1", kind: kind, type: type, time: time, initiator: initiator.map { ActorID(rawValue: $0) },
      target: target.map { ActorID(rawValue: $0) }, evidence: Evidence(text: "", range: 0..<0), source: source)
  }

  private func filter(_ since: String?, _ until: String?) throws -> RecordFilter {
    RecordFilter(since: try since.map { try date($0) }, until: try until.map { try date($0) })
  }

  /// The question is about May 2024.
  @Test(
    arguments: [
      ("2024-05-10", "2024-05-10", RecordFilter.Match.certain), ("2024-05-01", "2024-05-31", .certain),
      ("2024-04-30", "2024-05-01", .possible), ("2024-05-31", "2024-06-01", .possible),
      ("2024-01-01", "2024-12-31", .possible),
      ("2024-04-01", "2024-04-30", .no), ("2024-06-01", "2024-06-30", .no),
      // Open periods, the day of the article unknown.
      ("2024-05-10", nil, .possible), ("2024-01-01", nil, .possible), ("2024-06-01", nil, .no),
      // Nothing is told.
      (nil, nil, .no),
    ] as [(String?, String?, RecordFilter.Match)])
  func periods(start: String?, end: String?, expected: RecordFilter.Match) throws {
    #expect(try filter("2024-05-01", "2024-05-31").match(record(start, end)) == expected)
  }

  /// An open period ends on the day of the article.
  @Test(arguments: [
    ("2024-05-10", "2024-05-20", RecordFilter.Match.certain), ("2024-05-10", "2024-05-31", .certain),
    ("2024-05-10", "2024-06-01", .possible), ("2024-01-01", "2024-05-01", .possible), ("2024-01-01", "2024-04-30", .no),
  ])
  func openPeriods(start: String, published: String, expected: RecordFilter.Match) throws {
    #expect(try filter("2024-05-01", "2024-05-31").match(record(start, nil, published: published)) == expected)
  }

  @Test(
    arguments: [
      ("2024-05-01", nil, "2024-05-10", nil, RecordFilter.Match.certain),
      ("2024-05-01", nil, "2024-04-10", nil, .possible),
      ("2024-05-01", nil, "2024-04-10", "2024-04-30", .no), ("2024-05-01", nil, "2024-04-10", "2024-05-01", .possible),
      (nil, "2024-05-31", "2024-05-10", nil, .possible), (nil, "2024-05-31", "2024-06-01", nil, .no),
      (nil, "2024-05-31", "2000-01-01", "2024-05-31", .certain),
      (nil, "2024-05-31", "2024-05-31", "2024-06-01", .possible),
      ("2024-05-01", nil, nil, nil, .no), (nil, "2024-05-31", nil, nil, .no), (nil, nil, nil, nil, .certain),
      (nil, nil, "2024-05-10", nil, .certain),
    ] as [(String?, String?, String?, String?, RecordFilter.Match)])
  func halfOpenQuestions(
    since: String?, until: String?, start: String?, end: String?, expected: RecordFilter.Match
  ) throws {
    #expect(try filter(since, until).match(record(start, end)) == expected)
  }

  @Test func aKnownEndCountsAlthoughTheBeginningIsUnknown() throws {
    // "Until April" has no day in May, and may have one in March.
    #expect(try filter("2024-05-01", nil).match(record(nil, "2024-04-30")) == .no)
    #expect(try filter("2024-05-01", "2024-05-31").match(record(nil, "2024-05-01")) == .possible)
    #expect(try filter("2024-05-01", "2024-05-31").match(record(nil, "2024-07-01")) == .possible)
    #expect(try filter(nil, "2024-04-30").match(record(nil, "2024-04-30")) == .possible)
    #expect(try filter(nil, "2024-04-30").match(record(nil, "2024-05-30")) == .possible)
    #expect(try filter(nil, nil).match(record(nil, "2024-04-30")) == .certain)
  }

  @Test func anArticleOlderThanTheBeginningDoesNotEndThePeriod() throws {
    // "From 1 May on", announced on 10 April: all of its days lie after 20 April.
    let announced = try record("2024-05-01", nil, published: "2024-04-10")
    #expect(try filter("2024-04-20", nil).match(announced) == .certain)
    #expect(try filter("2024-05-02", nil).match(announced) == .no)
    #expect(try filter(nil, "2024-04-30").match(announced) == .no)
  }

  @Test func types() throws {
    let filter = RecordFilter(types: [.clash, .airstrike])
    #expect(try filter.match(record(type: .clash)) == .certain)
    #expect(try filter.match(record(type: .shelling)) == .no)
    #expect(try filter.match(record(nil, nil, type: .airstrike)) == .certain)
    #expect(try RecordFilter().match(record(type: .shelling)) == .certain)
  }

  @Test(
    arguments: [
      (["ISIS"], [], true), ([], ["ISIS"], true), (["SDF"], ["SNA", "ISIS"], true), (["SDF"], ["SNA"], false),
      ([], [], false),
    ] as [([String], [String], Bool)])
  func actors(initiator: [String], target: [String], isMet: Bool) throws {
    let filter = RecordFilter(actors: [ActorID(rawValue: "ISIS"), ActorID(rawValue: "HTS")])
    #expect(try filter.match(record(initiator: initiator, target: target)) == (isMet ? .certain : .no))
  }

  @Test(arguments: RecordKind.allCases) func kinds(kind: RecordKind) throws {
    #expect(try RecordFilter(kind: kind).match(record(kind: kind)) == .certain)
    let other: RecordKind = kind == .tally ? .incident : .tally
    #expect(try RecordFilter(kind: other).match(record(kind: kind)) == .no)
  }

  @Test func everythingThatIsSetMustHold() throws {
    var filter = try filter("2024-05-01", "2024-05-31")
    filter.types = [.clash]
    filter.actors = [ActorID(rawValue: "ISIS")]
    filter.kind = .incident
    #expect(try filter.match(record(initiator: ["ISIS"])) == .certain)
    #expect(try filter.match(record("2024-05-31", "2024-06-02", initiator: ["ISIS"])) == .possible)
    #expect(try filter.match(record("2024-06-01", "2024-06-02", initiator: ["ISIS"])) == .no)
    #expect(try filter.match(record(type: .shelling, initiator: ["ISIS"])) == .no)
    #expect(try filter.match(record(initiator: ["SDF"])) == .no)
    #expect(try filter.match(record(kind: .tally, initiator: ["ISIS"])) == .no)
  }

  /// Held against counting days: certain when every day lies in the period, possible when some do.
  @Test func matchesMeanDaysInTheQuestion() throws {
    let filter = RecordFilter(since: CalendarDate(dayNumber: 2), until: CalendarDate(dayNumber: 4))
    for start in 0..<7 {
      for end in start..<7 {
        var record = try record()
        record.time = DateSpan(
          start: CalendarDate(dayNumber: start), end: CalendarDate(dayNumber: end), precision: .period)
        let inside = (start...end).filter { (2...4).contains($0) }.count
        let expected: RecordFilter.Match = inside == 0 ? .no : inside == end - start + 1 ? .certain : .possible
        #expect(filter.match(record) == expected, "\(start)…\(end)")
      }
    }
  }
}
