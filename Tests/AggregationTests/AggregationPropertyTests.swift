import Aggregation
import Geodesy
import Geography
import Incidents
import RandomSources
import Testing

@Suite("What holds for any records")
struct AggregationPropertyTests {
  private func records(_ random: inout SeededRandom, _ count: Int, around centre: Coordinate, degrees: Double)
    -> [Record]
  {
    (0..<count).map { index in
      let start = CalendarDate(dayNumber: Int.random(in: 19_500...19_700, using: &random))
      let isOpen = Int.random(in: 0..<10, using: &random) == 0
      let longitude = centre.longitude + Double.random(in: -degrees...degrees, using: &random)
      let latitude = min(89.9, max(-89.9, centre.latitude + Double.random(in: -degrees...degrees, using: &random)))
      return incident(
        "i\(index)", Int.random(in: 0..<12, using: &random) == 0 ? nil : start.description,
        to: start.adding(days: Int.random(in: 0...40, using: &random)).description, open: isOpen,
        at: Int.random(in: 0..<12, using: &random) == 0
          ? nil : (longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude, latitude),
        PlacePrecision.allCases.randomElement(using: &random) ?? .locality,
        km: [0, 3, 9].contains(index % 10) ? 5 : Double.random(in: 0...60, using: &random),
        kind: Int.random(in: 0..<5, using: &random) == 0 ? .tally : .incident,
        killed: Int.random(in: 0..<3, using: &random) == 0 ? .exactly(Int.random(in: 0...9, using: &random)) : nil,
        duplicateOf: Int.random(in: 0..<15, using: &random) == 0 ? "i\(Int.random(in: 0...30, using: &random))" : nil)
    }
  }

  @Test("the radius answer is that of measuring every record", arguments: 0..<30 as Range<UInt64>)
  func bruteForce(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let centre = Coordinate(
      longitude: Double.random(in: -180...180, using: &random), latitude: Double.random(in: -88...88, using: &random))
    let all = records(&random, 200, around: centre, degrees: [0.5, 5, 60].randomElement(using: &random) ?? 1)
    let km = Double.random(in: 0...800, using: &random)
    let answer = try RadiusQuery(centre: centre, radiusKm: km).answer(from: all)
    let repetitions = Repetitions(all)
    var want: Set<String> = []
    for (index, record) in all.enumerated() where !repetitions[index] {
      guard let place = record.place else { continue }
      let distance = Geodesic.wgs84.distanceKm(from: centre, to: place.point)
      if distance + place.uncertaintyKm <= km {
        want.insert("\(record.id) certain")
      } else if distance - place.uncertaintyKm <= km {
        want.insert("\(record.id) possible")
      }
    }
    #expect(Set(answer.hits.map { "\($0.record.id) \($0.match)" }) == want, "seed \(seed)")
    #expect(answer.hits.count == want.count, "seed \(seed)")
  }

  @Test("a larger circle keeps every hit and every certain one", arguments: 0..<20 as Range<UInt64>)
  func monotone(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let centre = Coordinate(longitude: 38.28, latitude: 34.55)
    let all = records(&random, 200, around: centre, degrees: 2)
    var certain: Set<String> = []
    var any: Set<String> = []
    for km in [0, 1, 10, 25, 50, 100, 200, 400] as [Double] {
      let hits = try RadiusQuery(centre: centre, radiusKm: km).answer(from: all).hits
      let ids = Set(hits.map(\.record.id))
      let sure = Set(hits.filter { $0.match == .certain }.map(\.record.id))
      #expect(any.isSubset(of: ids), "seed \(seed), \(km) km")
      #expect(certain.isSubset(of: sure), "seed \(seed), \(km) km")
      (any, certain) = (ids, sure)
    }
    #expect(!certain.isEmpty, "seed \(seed)")
  }

  @Test("a trend accounts for every record, whatever their order", arguments: 0..<20 as Range<UInt64>)
  func account(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var all = records(&random, 150, around: Coordinate(longitude: 37, latitude: 34.5), degrees: 1.5)
    let trend = try Trend(
      all, regions: try Squares.regions(), filter: RecordFilter(kind: seed % 2 == 0 ? nil : .incident))
    let counts = trend.counts
    let sum =
      counts.incidents + counts.tallies + counts.placeless + counts.dateless + counts.outsideRegions
      + counts.outsidePeriod + counts.repeated + counts.filtered
    #expect(sum == all.count, "seed \(seed)")
    #expect(trend.rows.count == trend.periods.count * 2, "seed \(seed)")
    // The squares do not overlap, so nobody is certain twice; who is certain nowhere is possible somewhere.
    let certain = trend.rows.map(\.cell.events).reduce(0, +)
    let possible = trend.rows.map(\.cell.eventsPossible).reduce(0, +)
    #expect(certain <= counts.incidents, "seed \(seed)")
    #expect(certain + possible >= counts.incidents, "seed \(seed)")
    for row in trend.rows { #expect(row.cell.killed.lower <= row.cell.killed.upper ?? .max, "seed \(seed)") }
    // Two records with the same missing original stand for each other in order; without them order says nothing.
    let ids = Set(all.map(\.id))
    all.removeAll { $0.duplicateOf.map { !ids.contains($0) } ?? false }
    let straight = try Trend(all, regions: try Squares.regions())
    all.shuffle(using: &random)
    let shuffled = try Trend(all, regions: try Squares.regions())
    #expect(straight.rows == shuffled.rows, "seed \(seed)")
    #expect(straight.counts == shuffled.counts, "seed \(seed)")
  }

  @Test("cutting the period off never makes an incident more certain", arguments: 0..<10 as Range<UInt64>)
  func narrower(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let all = records(&random, 150, around: Coordinate(longitude: 37, latitude: 34.5), degrees: 0.8)
    let wide = RecordFilter(since: CalendarDate(dayNumber: 19_500), until: CalendarDate(dayNumber: 19_800))
    let narrow = RecordFilter(since: CalendarDate(dayNumber: 19_590), until: CalendarDate(dayNumber: 19_620))
    func certain(_ filter: RecordFilter) throws -> Int {
      try Trend(all, regions: try Squares.regions(), filter: filter).rows.map(\.cell.events).reduce(0, +)
    }
    #expect(try certain(narrow) <= certain(wide), "seed \(seed)")
    #expect(try certain(wide) > 0, "seed \(seed)")
  }
}
