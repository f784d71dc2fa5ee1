import Incidents
import RandomSources
import Testing

struct FootprintExpressionTests {
  typealias BearingRange = FootprintExpression.BearingRange

  /// The examples of the record contract, and one for each edge of the grammar.
  @Test(arguments: [
    ("point;tadmur;2km", FootprintExpression.point(place: "tadmur", radius: 2)),
    ("point;tadmur;0km", .point(place: "tadmur", radius: 0)), ("point;t;2.5km", .point(place: "t", radius: 2.5)),
    ("point;تدمر;1200km", .point(place: "تدمر", radius: 1200)),
    ("area;badia-sukhnah", .area(place: "badia-sukhnah")), ("area;SY", .area(place: "SY")),
    (
      "sector;sukhnah;67-112;15-25km",
      .sector(place: "sukhnah", bearings: BearingRange(from: 67, to: 112), distances: 15...25)
    ),
    (
      "sector;sukhnah;350-10;0-0.5km",
      .sector(place: "sukhnah", bearings: BearingRange(from: 350, to: 10), distances: 0...0.5)
    ),
    (
      "sector;sukhnah;67.5-112.5;20-20km",
      .sector(place: "sukhnah", bearings: BearingRange(from: 67.5, to: 112.5), distances: 20...20)
    ),
    ("line;sukhnah;dayr-az-zawr;10km", .line(from: "sukhnah", to: "dayr-az-zawr", halfWidth: 10)),
    ("part;SY05;east", .part(place: "SY05", side: .east)),
    ("part;SY05;north-west", .part(place: "SY05", side: .northWest)),
    ("part;SY05;centre", .part(place: "SY05", side: .centre)),
  ])
  func examples(text: String, expression: FootprintExpression) {
    #expect(FootprintExpression(text) == expression)
    #expect(expression.description == text)
    #expect(FootprintExpression(text[...]) == expression)
  }

  @Test(arguments: CompassSide.allCases) func everySide(side: CompassSide) {
    let expression = FootprintExpression.part(place: "SY05", side: side)
    #expect(FootprintExpression(expression.description) == expression)
  }

  @Test func bearingsOfTheSides() {
    let bearings = CompassSide.allCases.filter { $0 != .centre }.map { $0.bearing }
    #expect(bearings == [0, 45, 90, 135, 180, 225, 270, 315])
    #expect(CompassSide.centre.bearing == nil)
  }

  @Test(arguments: [
    "", ";", "point", "point;", "point;;2km", "point;tadmur", "point;tadmur;2", "point;tadmur;km", "point;tadmur;-2km",
    "point;tadmur;2 km", "point;tadmur;nankm", "point;tadmur;infkm", "point;tadmur;2km;x", "point;tadmur;2km;",
    "point;tadmur;٢km",
    "Point;tadmur;2km", " point;tadmur;2km", "point;tadmur;2km ", "area", "area;", "area;a;b", "sector;s;67-112",
    "sector;s;67;15-25km",
    "sector;s;67-112;25-15km", "sector;s;67-112;15-25", "sector;s;67-112-1;15-25km", "sector;s;-67-112;15-25km",
    "sector;s;a-b;1-2km",
    "sector;s;67-112;15km", "sector;s;67-112;-5-25km", "sector;s;nan-1;1-2km", "line;a;10km", "line;a;b;10",
    "line;a;b;-1km",
    "line;;b;1km", "part;SY05", "part;SY05;up", "part;SY05;East", "part;SY05;northEast", "circle;a;2km", "\u{0}",
  ])
  func textsThatAreNone(text: String) {
    #expect(FootprintExpression(text) == nil)
  }

  /// A round trip keeps everything that the text can say: distances and bearings to a tenth.
  @Test(arguments: 1...5 as ClosedRange<UInt64>) func randomRoundTrips(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    func tenths(_ range: ClosedRange<Int>) -> Double { Double(Int.random(in: range, using: &random)) / 10 }
    func place() -> String { ["tadmur", "SY0501", "dayr-az-zawr", "x", "تدمر"].randomElement(using: &random) ?? "" }
    for _ in 0..<1000 {
      let near = tenths(0...3000)
      let side = CompassSide.allCases.randomElement(using: &random) ?? .centre
      let bearings = BearingRange(from: tenths(0...3600), to: tenths(0...3600))
      let expression: FootprintExpression =
        switch Int.random(in: 0..<5, using: &random) {
        case 0: .point(place: place(), radius: tenths(0...9999))
        case 1: .area(place: place())
        case 2: .sector(place: place(), bearings: bearings, distances: near...(near + tenths(0...500)).rounded(.up))
        case 3: .line(from: place(), to: place(), halfWidth: tenths(0...500))
        default: .part(place: place(), side: side)
        }
      #expect(FootprintExpression(expression.description) == expression, "seed \(seed): \(expression)")
    }
  }

  /// What is known more finely is written to a tenth and does not change again.
  @Test(arguments: [(2.25, "2.3"), (2.04, "2"), (0.04, "0"), (9.96, "10"), (1.0 / 3, "0.3")])
  func finerValuesAreRounded(radius: Double, written: String) throws {
    let text = FootprintExpression.point(place: "t", radius: radius).description
    #expect(text == "point;t;\(written)km")
    #expect(try #require(FootprintExpression(text)).description == text)
  }

  /// Texts near a valid one: none traps, and one that is read is written and read as the same.
  @Test(arguments: 11...16 as ClosedRange<UInt64>) func mutations(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let samples = ["point;tadmur;2km", "area;SY", "sector;s;67-112;15-25km", "line;a;b;10km", "part;SY05;north-east"]
    let pool = Array(";-.0123456789kmsectorpartlinepointareaéت \u{301}").map(String.init)
    for _ in 0..<2000 {
      var letters = (samples.randomElement(using: &random) ?? "").map(String.init)
      for _ in 0..<Int.random(in: 1...4, using: &random) where !letters.isEmpty {
        let place = Int.random(in: 0..<letters.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: letters[place] = pool.randomElement(using: &random) ?? ""
        case 1: letters.remove(at: place)
        default: letters.insert(pool.randomElement(using: &random) ?? "", at: place)
        }
      }
      let text = letters.joined()
      guard let expression = FootprintExpression(text) else { continue }
      let again = FootprintExpression(expression.description)
      #expect(again?.description == expression.description, "seed \(seed): \(text.debugDescription)")
    }
  }

  /// A number from a broken file may be as large as it likes, and what a caller computes may be no number.
  @Test(arguments: [
    (1e300, "25000"), (25_000.04, "25000"), (.infinity, "25000"), (-1, "0"), (-.infinity, "0"), (.nan, "0"),
    (24_999.9, "24999.9"),
  ])
  func kilometresBeyondTheBoundsAreWrittenAsTheBound(value: Double, written: String) throws {
    let point = FootprintExpression.point(place: "tadmur", radius: value)
    #expect(point.description == "point;tadmur;\(written)km")
    #expect(try #require(FootprintExpression(point.description)).description == point.description)
    #expect(FootprintExpression.line(from: "a", to: "b", halfWidth: value).description == "line;a;b;\(written)km")
  }

  @Test(
    arguments: [
      (-10, "350"), (370, "10"), (360, "360"), (0, "0"), (-0.01, "360"), (-720, "0"), (.infinity, "0"), (.nan, "0"),
      (1e300, nil),
    ] as [(Double, String?)])
  func bearingsBeyondTheCircleAreTurned(value: Double, written: String?) throws {
    let text = FootprintExpression.sector(
      place: "s", bearings: BearingRange(from: value, to: 20), distances: 1...2
    ).description
    if let written { #expect(text == "sector;s;\(written)-20;1-2km") }
    #expect(try #require(FootprintExpression(text)).description == text)
  }

  @Test(arguments: [
    "point;tadmur;1e300km", "point;t;0x10km", "point;t;1e3km", "point;t;+2km", "point;t;.5km", "point;t;2.km",
    "point;t;1.2.3km", "point;t;25000.1km", "point;t;\(String(repeating: "9", count: 400))km", "line;a;b;30000km",
    "sector;s;400-999;1-2km", "sector;s;0-360.1;1-2km", "sector;s;0-90;1-25001km", "sector;s;+1-2;1-2km",
  ])
  func numbersAreDecimalAndWithinTheirBounds(text: String) {
    #expect(FootprintExpression(text) == nil)
  }

  @Test(arguments: ["point;t;25000km", "point;t;0km", "sector;s;0-360;0-25000km", "sector;s;360-0;1-2km"])
  func theBoundsThemselvesAreRead(text: String) {
    #expect(FootprintExpression(text)?.description == text)
  }

  /// Place ids are not empty and have no semicolon; what is written with another is refused, not misread.
  @Test(arguments: [
    FootprintExpression.area(place: ""), .area(place: "a;b"), .point(place: "a;b", radius: 2),
    .part(place: "", side: .east),
  ])
  func placesThatAreNoIdsAreNotReadBack(expression: FootprintExpression) {
    #expect(FootprintExpression(expression.description) == nil)
  }
}
