import Articles
import Calibration
import Extraction
import Foundation
import Geography
import Incidents
import Pipeline
import RandomSources
import Tables
import TestFolders
import Testing

/// Whether confidence means what it says, and whether that is measured rightly.
@Suite("Confidence held against annotated articles")
struct CalibrationTests {
  @Test("of the fixtures' records, those told like confidence are right as often as it says")
  func fixtures() throws {
    let told = try Self.reliability("Articles")
    #expect(told.count > 400)
    #expect(told.error(bins: [0, 0.3, 0.4, 0.5, 0.6, 0.7]) <= 0.08)
    #expect(abs(told.meanConfidence - told.baseRate) <= 0.05)
    #expect(told.brier <= told.baseBrier - 0.02)
  }

  /// Nobody looks at their misses; the weights were fitted without them.
  @Test("of articles that nothing was fitted to, confidence still tells more than the share of right records does")
  func heldOut() throws {
    let told = try Self.reliability("HeldOut")
    #expect(told.count > 200)
    #expect(told.error(bins: [0, 0.3, 0.4, 0.5, 0.6, 0.7]) <= 0.13)
    #expect(abs(told.meanConfidence - told.baseRate) <= 0.08)
    #expect(told.brier < told.baseBrier)
  }

  @Test("verdicts count what the evaluation counts")
  func verdicts() async throws {
    let gold = try GoldSet(ScoringScript.fixtures("Articles"))
    let records = try await gold.extracted(tables: .embedded, jobs: 2)
    let verdicts = gold.articles.flatMap { $0.verdicts(on: records[$0.name] ?? []) }
    let counts = Evaluation(gold, records: records, bootstrap: Bootstrap(resamples: 0)).counts
    #expect(verdicts.count == counts[.all].predicted)
    #expect(verdicts.count(where: \.isFound) == counts[.all].found)
    #expect(verdicts.count(where: \.isRight) == counts.strict)
    #expect(verdicts.allSatisfy { $0.isFound || $0.wrong.isEmpty && !$0.isRight })
  }

  @Test("a fit finds the weights that rows were drawn by, and the same ones again")
  func fit() {
    var random = SeededRandom(seed: 5)
    let weights = [0.4, -1.2, 0.8]
    let rows = (0..<20_000).map { _ in
      let features = [1, Double(Int.random(in: 0...1, using: &random)), Double(Int.random(in: 0...3, using: &random))]
      let odds = zip(features, weights).reduce(0) { $0 + $1.0 * $1.1 }
      return LogisticFit.Row(features: features, isRight: .random(in: 0..<1, using: &random) < 1 / (1 + exp(-odds)))
    }
    let found = LogisticFit(rows, ridge: 1)
    for (weight, told) in zip(weights, found.weights) { #expect(abs(weight - told) < 0.1) }
    #expect(LogisticFit(rows, ridge: 1).weights == found.weights)
    // The dearer weights are, the smaller they get; the first is free.
    let dear = LogisticFit(rows, ridge: 100_000)
    #expect(abs(dear.weights[1]) < 0.1 && abs(dear.weights[2]) < 0.1)
    let share = Double(rows.count(where: \.isRight)) / Double(rows.count)
    #expect(
      abs(
        1 / (1 + exp(-LogisticFit(rows.map { .init(features: [1], isRight: $0.isRight) }, ridge: 9).weights[0])) - share
      ) < 1e-6)
  }

  @Test("a fit of rows that all agree, or that have an empty column, ends with finite weights")
  func degenerate() {
    let agreed = LogisticFit((0..<10).map { .init(features: [1, Double($0 % 2), 0], isRight: true) }, ridge: 1)
    #expect(agreed.weights.allSatisfy { $0.isFinite })
    #expect(agreed.weights[2] == 0)
    #expect(agreed.share([1, 0, 0]) > 0.9)
    #expect(LogisticFit([], ridge: 1).weights.isEmpty)
  }

  @Test("reliability is what the hand reckons")
  func reliability() {
    let told = Reliability([
      .init(confidence: 0.9, isRight: true, isFound: true), .init(confidence: 0.7, isRight: false, isFound: true),
      .init(confidence: 0.2, isRight: false, isFound: false), .init(confidence: 0.2, isRight: true, isFound: true),
    ])
    #expect(told.baseRate == 0.5)
    #expect(told.baseBrier == 0.25)
    // (0.01 + 0.49 + 0.04 + 0.64) / 4
    #expect(abs(told.brier - 0.295) < 1e-12)
    let bins = told.bins([0, 0.2, 0.5, 0.9])
    #expect(bins.map(\.from) == [0.2, 0.5, 0.9])
    #expect(bins.map(\.count) == [2, 1, 1])
    #expect(bins.map(\.right) == [0.5, 0, 1])
    #expect(bins.map(\.found) == [0.5, 1, 1])
    // (2 × 0.3 + 0.7 + 0.1) / 4
    #expect(abs(told.error(bins: [0, 0.2, 0.5, 0.9]) - 0.35) < 1e-12)
    #expect(Reliability([]).bins([0]).isEmpty)
  }

  @Test(
    "what is wrong in the table of the weights is told with file and line",
    arguments: [
      (
        "date-untold\t-0.50", "date-utold\t-0.50",
        ":4: feature \"date-utold\" is not known; did you mean \"date-untold\"?"
      ),
      ("date-untold\t-0.50", "date-untold\tlow", ":4: weight \"low\" is no number, such as -0.35"),
      ("date-untold\t-0.50", "date-named\t-0.50", ":4: feature \"date-named\" has a weight already"),
    ])
  func faults(row: String, change: String, message: String) throws {
    let text = String(decoding: try TableSet.embedded.bytes(ConfidenceWeights.table), as: UTF8.self)
    let id = row.prefix { $0 != "\t" }
    // Whatever weight stands there now.
    let lines = text.split(separator: "\n").map { $0.hasPrefix("\(id)\t") ? "\(change)\tfitted\t" : String($0) }
    try #require(lines.joined() != text.split(separator: "\n").joined())
    let folder = try Folder()
    try folder.write((lines.joined(separator: "\n") + "\n").utf8, to: ConfidenceWeights.table)
    #expect(try Self.faults(folder) == [ConfidenceWeights.table + message])
  }

  @Test("a feature without a row is told, and weights of one's own change the confidence alone")
  func ownWeights() throws {
    let text = String(decoding: try TableSet.embedded.bytes(ConfidenceWeights.table), as: UTF8.self)
    let folder = try Folder()
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("place-wide\t") }
    try folder.write((lines.joined(separator: "\n") + "\n").utf8, to: ConfidenceWeights.table)
    #expect(
      try Self.faults(folder) == [
        "Lexicon/confidence.tsv: feature \"place-wide\" has no row; write 0 to leave it out"
      ])
    let own = text.split(separator: "\n").map { $0.hasPrefix("base\t") ? "base\t9\town\t" : String($0) }
    try folder.write((own.joined(separator: "\n") + "\n").utf8, to: ConfidenceWeights.table)
    // "Three soldiers were killed in an attack by Daesh near al-Sukhnah on Sunday."
    let report = Report(id: "a", text: "قُتل 3 جنود في هجوم شنه تنظيم داعش قرب السخنة يوم الأحد 10 أيلول 2023.")
    var plain = try RecordExtractor(tables: .embedded).read(report).records
    var sure = try RecordExtractor(tables: TableSet(folder: folder.path)).read(report).records
    try #require(plain.count == 1 && sure.count == 1)
    #expect(sure[0].confidence ?? 0 > plain[0].confidence ?? 1)
    plain[0].confidence = nil
    sure[0].confidence = nil
    #expect(plain == sure)
  }

  /// What the check of the tables says of the weights.
  private static func faults(_ folder: Folder) throws -> [String] {
    TablesCheck(try TableSet(folder: folder.path)).faults.filter { $0.file == ConfidenceWeights.table }
      .map(\.description)
  }

  /// What is told of the articles of a folder as of the days their annotations give, and what is so.
  private static func reliability(_ name: String) throws -> Reliability {
    let folder = ScoringScript.fixtures(name)
    let extractor = try RecordExtractor(tables: .embedded)
    var outcomes: [Reliability.Outcome] = []
    for article in try GoldSet(folder).articles {
      guard var report = article.item.report else { continue }
      let json = try JSONParser.value(
        in: [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\(article.name).json"))))
      if let day = json["published"]?.string.flatMap({ CalendarDate(iso: $0) }) { report.published = day }
      let records = extractor.read(report).records
      for (record, verdict) in zip(records, article.verdicts(on: records)) {
        outcomes.append(
          Reliability.Outcome(
            confidence: try #require(record.confidence), isRight: verdict.isRight, isFound: verdict.isFound))
      }
    }
    return Reliability(outcomes)
  }
}
