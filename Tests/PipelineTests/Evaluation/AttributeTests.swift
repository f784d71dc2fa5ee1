import Incidents
import Testing

@testable import Pipeline

@Suite("Which attributes of a found record are right")
struct AttributeTests {
  private static let words = "قرب تدمر"

  private func gold(_ change: (inout GoldRecord) -> Void) -> GoldRecord {
    var gold = EvaluationSamples.gold(Self.words)
    change(&gold)
    return gold
  }

  private func record(_ change: (inout Record) -> Void) -> Record {
    var record = EvaluationSamples.record(Self.words)
    change(&record)
    return record
  }

  // On the equator a degree of longitude is 6371 π / 180 = 111.195 km: 10 km end at 0.08993°, 30 km at 0.26980°, 100 km at 0.89932°.
  @Test(
    "a place is right within the distance of its level, and a wide one only as such",
    arguments: [
      (PlacePrecision.locality, 0.0899, PlacePrecision.locality, true), (.locality, 0.0900, .locality, false),
      (.locality, 0.0899, .governorate, true), (.camp, 0.0899, .camp, true), (.camp, 0.0900, .camp, false),
      (.area, 0.2697, .locality, true), (.area, 0.2699, .area, false), (.district, 0.2697, .district, true),
      (.subdistrict, 0.2699, .subdistrict, false), (.governorate, 0.8993, .governorate, true),
      (.governorate, 0.8994, .governorate, false), (.governorate, 0, .locality, false),
      (.region, 0.8993, .region, true),
      (.region, 0.8993, .area, true), (.region, 0.8994, .region, false), (.region, 0, .governorate, false),
      (.country, 5, .country, true), (.country, 0, .governorate, false),
    ])
  func places(level: PlacePrecision, degrees: Double, precision: PlacePrecision, expected: Bool) {
    let gold = gold { $0.place = GoldPlace(point: GoldPoint(latitude: 0, longitude: 0), level: level) }
    let record = record { $0.place = EvaluationSamples.place(degrees, 0, precision) }
    #expect(EvaluationSamples.isRight(.place10, gold, record) == expected)
  }

  @Test("no place must be found where none is told, nor where it was not located; the country is as good")
  func noPlace() {
    let named = GoldPlace(point: nil, level: .locality, admin1: "Homs")
    for place in [nil, named] {
      let gold = gold { $0.place = place }
      #expect(EvaluationSamples.isRight(.place10, gold, record { _ in }) == true)
      let country = record { $0.place = EvaluationSamples.place(38, 35, .country) }
      #expect(EvaluationSamples.isRight(.place10, gold, country) == true)
      let village = record { $0.place = EvaluationSamples.place(38, 35, .locality) }
      #expect(EvaluationSamples.isRight(.place10, gold, village) == false)
    }
    let told = gold { $0.place = GoldPlace(point: GoldPoint(latitude: 35, longitude: 38), level: .locality) }
    #expect(EvaluationSamples.isRight(.place10, told, record { _ in }) == false)
  }

  @Test("a governorate must also be the right one, in any spelling; it is measured only where it is annotated")
  func governorates() {
    let point = GoldPoint(latitude: 35, longitude: 40)
    let gold = gold { $0.place = GoldPlace(point: point, level: .governorate, admin1: "Deir ez-Zor") }
    let right = record { $0.place = EvaluationSamples.place(40, 35, .governorate, admin1: "Dayr az-Zawr") }
    let wrong = record { $0.place = EvaluationSamples.place(40, 35, .governorate, admin1: "Ar-Raqqa") }
    #expect(EvaluationSamples.isRight(.place10, gold, right) == true)
    #expect(EvaluationSamples.isRight(.admin1, gold, right) == true)
    #expect(EvaluationSamples.isRight(.place10, gold, wrong) == false)
    #expect(EvaluationSamples.isRight(.admin1, gold, wrong) == false)
    #expect(EvaluationSamples.isRight(.admin1, self.gold { _ in }, right) == nil)
  }

  @Test(
    "spellings of one governorate have one key",
    arguments: [
      ("Deir ez-Zor", "Deir Ezzor"), ("Al-Hasakah", "Hassakeh"), ("Ar-Raqqa", "Raqqah Governorate"), ("Homs", "Ḥimṣ"),
      ("Rural Damascus", "Rif Dimashq"), ("Daraa", "Dar‘a"), ("As-Sweida", "Suwayda"), ("Latakia", "Lattakia"),
      ("Aleppo", "Halab"), ("Tartus", "Tartous"),
    ])
  func spellings(a: String, b: String) {
    #expect(GovernorateName.key(a) == GovernorateName.key(b))
  }

  @Test("names of different governorates have different keys, and no name has none")
  func keys() {
    let names = [
      "Aleppo", "Idlib", "Latakia", "Tartus", "Homs", "Hama", "Raqqa", "Deir ez-Zor", "Al-Hasakah", "Damascus",
      "Rural Damascus", "Daraa", "Sweida", "Quneitra",
    ]
    #expect(Set(names.map { GovernorateName.key($0) }).count == 14)
    #expect(GovernorateName.key(nil) == nil)
    #expect(GovernorateName.key("") == nil)
    #expect(GovernorateName.key("Anbar") == "anbar")
  }

  @Test(
    "a figure is right when both sides are; what is not told must not be found, and dozens have no upper bound",
    arguments: [
      (GoldFigure.told(3, 3), CountRange.exactly(3), true), (.told(3, 3), .atLeast(3), false),
      (.told(3, 3), nil, false),
      (.told(8, nil), .atLeast(8), true), (.told(8, nil), .exactly(8), false), (.told(0, 0), .exactly(0), true),
      (.told(0, 0), nil, false), (.untold, nil, true), (.untold, .exactly(0), false), (.untold, .atLeast(1), false),
      // «قتلى وجرحى» ("dead and wounded"): neither no figure nor "at least" one is wrong.
      (.untold, .vague, true), (.vague, .vague, true), (.vague, nil, true), (.vague, .atLeast(20), true),
      (.vague, .exactly(20), false), (.told(nil, 5), CountRange(lower: nil, upper: 5), true),
    ] as [(GoldFigure, CountRange?, Bool)])
  func figures(gold: GoldFigure, figure: CountRange?, expected: Bool) {
    #expect(gold.isRight(figure) == expected)
    let record = record { $0.killed = figure }
    #expect(EvaluationSamples.isRight(.killed, self.gold { $0.killed = gold }, record) == expected)
    // Stated is what either side tells a number of, or the annotation calls vague.
    let isStated = gold != .untold || figure?.lower != nil || figure?.upper != nil
    #expect(
      EvaluationSamples.isRight(.killedStated, self.gold { $0.killed = gold }, record) == (isStated ? expected : nil))
  }

  @Test("the number of events is measured in tallies alone")
  func counts() {
    let record = record { $0.count = .exactly(5) }
    #expect(EvaluationSamples.isRight(.count, gold { $0.count = .told(4, 4) }, record) == nil)
    let tally = self.record {
      $0.kind = .tally
      $0.count = .exactly(5)
    }
    let gold = gold {
      $0.kind = .tally
      $0.count = .told(4, 4)
    }
    #expect(EvaluationSamples.isRight(.count, gold, tally) == false)
  }

  @Test(
    "half of all actors named by either must be named by both",
    arguments: [
      (["ISIS"], ["ISIS"], true), (["ISIS", "SDF"], ["ISIS"], true), (["ISIS"], ["ISIS", "SDF", "US"], false),
      (["ISIS"], [], false), ([], ["ISIS"], false), ([], [], true), (["Unknown"], [], true), ([], ["Other"], true),
      (["Unknown"], ["ISIS"], false), (["ISIS"], ["Unknown"], false), (["ISIS", "Unknown"], ["ISIS"], true),
    ] as [([String], [String], Bool)])
  func actors(want: [String], got: [String], expected: Bool) {
    let gold = gold {
      $0.initiator = Set(want)
      $0.target = Set(want)
    }
    let record = record {
      $0.initiator = got.map(ActorID.init)
      $0.target = got.map(ActorID.init)
    }
    #expect(EvaluationSamples.isRight(.initiator, gold, record) == expected)
    #expect(EvaluationSamples.isRight(.target, gold, record) == expected)
  }

  @Test("in a clash both sides are one set")
  func clash() {
    var gold = gold {
      $0.type = .clash
      $0.initiator = ["ISIS"]
      $0.target = ["SDF"]
    }
    let swapped = record {
      $0.type = .clash
      $0.initiator = [ActorID(rawValue: "SDF")]
      $0.target = [ActorID(rawValue: "ISIS")]
    }
    #expect(EvaluationSamples.isRight(.initiator, gold, swapped) == true)
    #expect(EvaluationSamples.isRight(.target, gold, swapped) == true)
    gold.type = .armedAttack
    #expect(EvaluationSamples.isRight(.initiator, gold, swapped) == false)
    #expect(EvaluationSamples.isRight(.target, gold, swapped) == false)
    // The annotation's type decides, and of three sides found one is less than half.
    gold.type = .clash
    let three = record {
      $0.initiator = ["SDF", "US"].map(ActorID.init)
      $0.target = [ActorID(rawValue: "Turkey")]
    }
    #expect(EvaluationSamples.isRight(.initiator, gold, three) == false)
    #expect(EvaluationSamples.isRight(.target, gold, three) == false)
  }

  @Test("both days must be right, and unknown ones unknown")
  func dates() {
    let day = EvaluationSamples.day
    let next = CalendarDate(dayNumber: day.dayNumber + 1)
    func isRight(_ start: CalendarDate?, _ end: CalendarDate?, _ time: DateSpan) -> Bool? {
      EvaluationSamples.isRight(
        .date,
        gold {
          $0.start = start
          $0.end = end
        }, record { $0.time = time })
    }
    #expect(isRight(day, day, .day(day)) == true)
    #expect(isRight(day, day, DateSpan(start: day, end: day, precision: .approx)) == true)
    #expect(isRight(day, next, .day(day)) == false)
    #expect(isRight(day, nil, DateSpan(start: day, end: nil, precision: .period)) == true)
    #expect(isRight(nil, nil, .unknown) == true)
    #expect(isRight(nil, nil, .day(day)) == false)
    #expect(isRight(day, day, .unknown) == false)
  }
}
