import Geography
import Incidents
import RandomSources

/// Makes records that have everything, nothing and anything in between.
struct RandomRecords {
  var random: SeededRandom

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
  }

  mutating func records(_ count: Int) -> [Record] {
    (0..<count).map { record(id: "r\($0)") }
  }

  mutating func record(id: String) -> Record {
    let start = Int.random(in: 0...9_000, using: &random)
    return Record(
      id: id, kind: pick(RecordKind.allCases), type: pick(EventType.allCases), time: time(),
      dateText: maybe { $0.text() },
      place: maybe { $0.place() }, placeText: maybe { $0.text() }, also: list { $0.slug() },
      initiator: list { ActorID(rawValue: $0.slug()) }, target: list { ActorID(rawValue: $0.slug()) },
      killed: figure(), wounded: figure(), captured: figure(), count: figure(), attribution: maybe { $0.text() },
      spans: spans(), rules: list { $0.slug() + ":12" },
      confidence: maybe { Double.random(in: 0...1, using: &$0.random) },
      evidence: Evidence(text: chance(9) ? "" : text(), range: start..<start + Int.random(in: 0...500, using: &random)),
      source: Record.Source(
        reportID: chance(9) ? "" : slug(), title: maybe { $0.text() },
        url: maybe { "https://example.org/\($0.slug())?a=1,2" },
        publisher: maybe { $0.text() }, published: maybe { $0.date() }),
      duplicateOf: maybe { $0.slug() })
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private mutating func chance(_ tenths: Int) -> Bool { Int.random(in: 0..<10, using: &random) >= tenths }

  private mutating func maybe<Value>(_ make: (inout RandomRecords) -> Value) -> Value? {
    chance(5) ? make(&self) : nil
  }

  private mutating func list<Value>(_ make: (inout RandomRecords) -> Value) -> [Value] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in make(&self) }
  }

  private mutating func slug() -> String {
    pick(["tadmur", "sukhnah", "SY0501", "dayr-az-zawr", "ISIS", "nb-homs-waer"])
      + "\(Int.random(in: 0...99, using: &random))"
  }

  // Pieces that break careless writers: quotes, separators, line ends, joined letters, marks, characters beyond the
  // BMP, a BOM.
  mutating func text() -> String {
    let pieces = [
      "قُتِل", "«تدمر»", "دير الزور", "\"", "\"\"", ",", ";", "\n", "\r\n", "\r", "\t", "\\", "\u{200F}", "\u{FEFF}",
      "لا",
      "\u{1F600}", "٢٠٢٣", "{\"a\":1}", "[", "(2:a,b)", " ", "x", "\u{2028}", "\u{07}", "=1+1", "null", "2023-09-10",
      "0",
    ]
    return (0..<Int.random(in: 1...8, using: &random)).map { _ in pick(pieces) }.joined()
  }

  private mutating func date() -> CalendarDate {
    CalendarDate(dayNumber: Int.random(in: 14_000...21_000, using: &random))
  }

  private mutating func time() -> DateSpan {
    let start = date()
    let end = start.adding(days: Int.random(in: 0...90, using: &random))
    return switch Int.random(in: 0..<5, using: &random) {
    case 0: .unknown
    case 1: .day(start)
    case 2: DateSpan(start: start, end: nil, precision: .period)
    case 3: DateSpan(start: nil, end: end, precision: .unknown)
    default: DateSpan(start: start, end: end, precision: pick(DatePrecision.allCases))
    }
  }

  private mutating func figure() -> CountRange? {
    let lower = Int.random(in: 0...40, using: &random)
    return switch Int.random(in: 0..<6, using: &random) {
    case 0: .vague
    case 1: .exactly(lower)
    case 2: .atLeast(lower)
    case 3: CountRange(lower: nil, upper: lower)
    case 4: CountRange(lower: lower, upper: lower + Int.random(in: 0...10, using: &random))
    default: nil
    }
  }

  private mutating func spans() -> [FieldSpan] {
    ["date", "place", "killed"].flatMap { field in
      list { maker in
        let start = Int.random(in: 0...9_000, using: &maker.random)
        return FieldSpan(field, start..<start + Int.random(in: 0...40, using: &maker.random))
      }
    }
  }

  // Six decimals and whole tenths of kilometres are what the contract keeps.
  private mutating func place() -> ResolvedPlace {
    let point = Coordinate(
      longitude: Double(Int.random(in: -180_000_000...180_000_000, using: &random)) / 1_000_000,
      latitude: Double(Int.random(in: -90_000_000...90_000_000, using: &random)) / 1_000_000)
    return ResolvedPlace(
      id: slug(), name: chance(9) ? "" : text(), arabicName: chance(9) ? "" : text(),
      precision: pick(PlacePrecision.allCases),
      point: point, footprint: footprint(), uncertaintyKm: Double.random(in: 0...300, using: &random),
      admin1: unit(), admin2: unit(), admin3: unit())
  }

  private mutating func unit() -> AdminUnit? {
    maybe { AdminUnit(name: $0.text(), pcode: $0.chance(8) ? "" : $0.slug()) }
  }

  private mutating func footprint() -> FootprintExpression {
    let tenths = Int.random(in: 0...300, using: &random)
    let a = Double(tenths) / 10
    let b = Double(tenths + Int.random(in: 0...300, using: &random)) / 10
    return switch Int.random(in: 0..<5, using: &random) {
    case 0: .point(place: slug(), radius: a)
    case 1: .area(place: slug())
    case 2:
      .sector(
        place: "tadmur", bearings: .init(from: 350, to: Double(Int.random(in: 0...90, using: &random))),
        distances: a...b)
    case 3: .line(from: "sukhnah", to: "dayr", halfWidth: a)
    default: .part(place: slug(), side: pick(CompassSide.allCases))
    }
  }
}
