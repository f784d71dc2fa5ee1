import Geography
import Incidents
import Testing

@testable import Pipeline

@Suite("The figures of an evaluation")
struct EvaluationTests {
  private typealias Samples = EvaluationSamples

  /// Three articles: in the first one record is right, one has a like type and wrong figures, and an incident is told for a tally; the
  /// second has no record and gets two; the third has a tally with a wrong number of events.
  private static let gold: GoldSet = {
    var first = Samples.gold("واحد")
    first.killed = .told(3, 3)
    var second = Samples.gold("اثنان", .airstrike)
    second.killed = .told(5, nil)
    var tally = Samples.gold("ثلاثة", .operations, .tally)
    tally.count = .told(5, 5)
    return GoldSet([
      Samples.article("a", "واحد اثنان ثلاثة", [first, second, Samples.gold("ثلاثة", .operations, .tally)]),
      Samples.article("b", "لا شيء", []), Samples.article("c", "ثلاثة", [tally]),
    ])
  }()

  private static let records: [Record] = {
    var first = Samples.record("واحد")
    first.killed = .exactly(3)
    var second = Samples.record("اثنان", .shelling)
    second.killed = .exactly(5)
    var tally = Samples.record("ثلاثة", .operations, .tally, report: "folder/c.txt")
    tally.count = .exactly(6)
    return [
      first, second, Samples.record("ثلاثة"), Samples.record("شيء", .clash, report: "b"),
      Samples.record("لا شيء", .clash, report: "b"), tally, Samples.record("واحد", report: "stranger"),
    ]
  }()

  // gold 4, predicted 6, found 3: precision 3/6, recall 3/4. Incidents: 2, 5, 2. Tallies: 2, 1, 1. Strict are the first and the last
  // found one: precision 2/6, recall 2/4.
  @Test("are those of three articles counted by hand")
  func figures() {
    let evaluation = Evaluation(Self.gold, records: Self.records)
    #expect(evaluation.articles == 3)
    #expect(evaluation.strangers == 1)
    #expect(evaluation.counts[.all] == EvaluationCounts.Detection(gold: 4, predicted: 6, found: 3))
    let expected: [EvaluationFigure: Double] = [
      .detectPrecision: 0.5, .detectRecall: 0.75, .detectF1: 0.6, .incidentF1: 0.5714, .tallyF1: 0.6667,
      .strictF1: 0.4, .type: 0.6667, .date: 1, .place10: 1, .initiator: 1, .target: 1, .killed: 0.6667, .wounded: 1,
      .captured: 1, .count: 0, .killedStated: 0.5,
    ]
    for figure in EvaluationFigure.allCases {
      #expect(evaluation.value(figure) == expected[figure], "\(figure.rawValue)")
    }
  }

  @Test("are told by type, found being what was found with that very type")
  func types() {
    let evaluation = Evaluation(Self.gold, records: Self.records)
    let expected: [(EventType, Int, Int, Int)] = [
      (.armedAttack, 1, 2, 1), (.clash, 0, 2, 0), (.shelling, 0, 1, 0), (.airstrike, 1, 0, 0), (.operations, 2, 1, 1),
    ]
    #expect(
      evaluation.types.map(\.counts)
        == expected.map { EvaluationCounts.Detection(gold: $0.1, predicted: $0.2, found: $0.3) })
    #expect(evaluation.types.map(\.type) == expected.map(\.0))
    let attacks = evaluation.counts[.type(.armedAttack)]
    #expect(attacks.precision == 0.5)
    #expect(attacks.recall == 1)
    #expect(attacks.f1 == 0.6667)
    #expect(evaluation.counts[.type(.clash)].recall == nil)
    #expect(evaluation.counts[.type(.airstrike)].precision == nil)
    #expect(evaluation.counts[.type(.airstrike)].f1 == 0)
  }

  @Test("come with every miss, article by article")
  func misses() {
    let lines = Evaluation(Self.gold, records: Self.records).misses.map { $0.cells.joined(separator: "|") }
    #expect(
      lines == [
        "a|partly|type,killed|اثنان", "a|missed|tally operations|ثلاثة", "a|spurious|incident armed-attack|ثلاثة",
        "b|spurious|incident clash|شيء", "b|spurious|incident clash|لا شيء", "c|partly|count|ثلاثة",
      ])
  }

  @Test("a miss stands on one line and is cut after 90 scalars")
  func missLine() {
    let miss = Miss(
      article: "a", kind: .missed, wrong: [], recordKind: .incident, type: .clash,
      evidence: "سطر\nآخر\tثالث" + String(repeating: "ق", count: 100))
    #expect(miss.cells[3] == "سطر آخر ثالث" + String(repeating: "ق", count: 78))
  }

  @Test("are rounded to four decimals by their exact value, half to even")
  func rounding() {
    // 1/32 = 0.03125 and 3/32 = 0.09375 are exact in binary; 0.00015 lies below its decimal name.
    #expect(Decimals.ratio(1, 32) == 0.0312)
    #expect(Decimals.ratio(3, 32) == 0.0938)
    #expect(Decimals.four(0.00015) == 0.0001)
    #expect(Decimals.ratio(2, 3) == 0.6667)
    #expect(Decimals.ratio(0, 0) == nil)
    #expect(Decimals.f1(found: 0, predicted: 0, gold: 0) == 0)
  }

  @Test("as JSON have a null where nothing was measured")
  func json() throws {
    let evaluation = Evaluation(Self.gold, records: Self.records, bootstrap: Bootstrap(resamples: 10, seed: .max))
    let json = evaluation.json(withMisses: false)
    #expect(json["gold"] == .integer(4))
    #expect(json["detect_f1"] == .number(0.6))
    #expect(json["admin1"] == .null)
    #expect(json["intervals"]?["admin1"] == .null)
    #expect(json["intervals"]?["date"] == .array([.number(1), .number(1)]))
    #expect(json["seed"] == .string("18446744073709551615"))
    #expect(json["types"]?.array?.count == 5)
    #expect(json["types"]?.array?.first?["type"] == .string("armed-attack"))
    #expect(json["misses"] == nil)
    let misses = try #require(evaluation.json(withMisses: true)["misses"]?.array)
    #expect(misses.count == 6)
    #expect(misses[0]["wrong"] == .array([.string("type"), .string("killed")]))
    #expect(try JSONParser.value(in: JSONWriter.bytes(of: json)) == json)
  }
}

@Suite("The intervals of an evaluation")
struct BootstrapTests {
  /// Articles of one annotated record each, of which so many are found, and nothing else is.
  private func articles(_ count: Int, found: Int) -> [EvaluationCounts] {
    (0..<count).map { number in
      var counts = EvaluationCounts()
      let hit = number < found ? 1 : 0
      counts[.all] = EvaluationCounts.Detection(gold: 1, predicted: hit, found: hit)
      return counts
    }
  }

  // The recall of a resample is binomial: the standard deviation for 320 of 400 is sqrt(0.8 × 0.2 / 400) = 0.02.
  @Test("are those of the binomial distribution where each article is one record", arguments: [1, 2, 3] as [UInt64])
  func binomial(seed: UInt64) throws {
    let intervals = Bootstrap(resamples: 2000, seed: seed).intervals(articles(400, found: 320))
    let recall = try #require(intervals[.detectRecall])
    #expect(abs(recall.lowerBound - (0.8 - 1.96 * 0.02)) < 0.006)
    #expect(abs(recall.upperBound - (0.8 + 1.96 * 0.02)) < 0.006)
    #expect(intervals[.detectPrecision] == 1...1)
    #expect(intervals[.date] == nil)
  }

  @Test("draw whole articles: ten records that stand and fall together are as unsure as one")
  func clusters() throws {
    let single = Bootstrap(resamples: 1000, seed: 5).intervals(articles(50, found: 25))
    let tens = articles(50, found: 25).map { article in
      var counts = EvaluationCounts()
      for _ in 0..<10 { counts += article }
      return counts
    }
    #expect(Bootstrap(resamples: 1000, seed: 5).intervals(tens)[.detectRecall] == single[.detectRecall])
  }

  @Test("are the same for the same seed and others for another")
  func seeds() {
    let articles = articles(400, found: 300)
    let first = Bootstrap(resamples: 500, seed: 1).intervals(articles)
    #expect(Bootstrap(resamples: 500, seed: 1).intervals(articles) == first)
    #expect(Bootstrap(resamples: 500, seed: 2).intervals(articles) != first)
  }

  // Of three articles one has a tally, which is found: a set without it says nothing of tallies.
  @Test("leave out sets in which there is nothing to measure")
  func nothingMeasured() {
    var tally = EvaluationCounts()
    tally[.all] = EvaluationCounts.Detection(gold: 1, predicted: 1, found: 1)
    tally[.kind(.tally)] = EvaluationCounts.Detection(gold: 1, predicted: 1, found: 1)
    let intervals = Bootstrap(resamples: 200).intervals([tally, EvaluationCounts(), EvaluationCounts()])
    #expect(intervals[.tallyF1] == 1...1)
    #expect(intervals[.detectF1] == 1...1)
    #expect(intervals[.incidentF1] == nil)
    #expect(intervals[.strictF1] == 0...0)
  }

  @Test("of one article are its figures, of none nothing, and none are drawn when none are asked for")
  func edges() {
    let one = Bootstrap(resamples: 10).intervals(articles(1, found: 1))
    #expect(one[.detectF1] == 1...1)
    #expect(Bootstrap().intervals([]).isEmpty)
    #expect(Bootstrap(resamples: 0).intervals(articles(3, found: 1)).isEmpty)
  }

  // Of 0, 1 … 40 the 2.5 % lie below 1, the 97.5 % below 39; of 0 and 1 there is 0.025 of the way.
  @Test("end where 2.5 and 97.5 % of the resamples lie below")
  func percentiles() {
    let values = (0...40).map(Double.init)
    #expect(Bootstrap.percentile(values, 0.025) == 1)
    #expect(Bootstrap.percentile(values, 0.975) == 39)
    #expect(Bootstrap.percentile([0, 1], 0.025) == 0.025)
    #expect(Bootstrap.percentile([0.5], 0.975) == 0.5)
  }
}
