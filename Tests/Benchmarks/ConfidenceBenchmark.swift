import Calibration
import Extraction
import Foundation
import Pipeline

/// Fits the weights of `confidence.tsv` to the annotated articles, and tells how far they can be believed.
struct ConfidenceBenchmark {
  /// What the square of a weight costs. Less would tell the articles learned from a little better, and those of an author or paper
  /// left out of the fit worse.
  private static let ridge = 10.0
  private static let folds = 10
  private static let edges = [0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]

  private static let fixtures = "Tests/Fixtures/Articles"
  private static let heldOut = "Tests/Fixtures/HeldOut"
  private static let press = "../shared/eval"

  /// Prints weights and tables.
  /// - Parameter file: the table whose weights are to be written anew; nil for none.
  static func run(file: String?) throws {
    var folders: [(path: String, except: Set<String>)] = [(fixtures, [])]
    let hasPress = FileManager.default.fileExists(atPath: press + "/dev")
    if hasPress { folders.append((press + "/dev", try GoldNames.list(press + "/BLIND"))) }
    let learned = try JudgedRecords(folders)
    print("learned from \(learned.records.count) records of \(learned.articles.count) articles: \(folders.map(\.path))")
    if !hasPress { print("without the articles of \(press)/dev, which are not there: the weights differ a little") }
    let fit = LogisticFit(learned.records.map(\.row), ridge: ridge)
    // As they stand in the table.
    let weights = ConfidenceWeights(
      Dictionary(zip(ConfidenceFeature.allCases, fit.weights.map { ($0 * 100).rounded() / 100 })) { $1 })
    print("\nweights\tnot 0 in\tfeature")
    for (index, feature) in ConfidenceFeature.allCases.enumerated() {
      let count = learned.records.count { $0.row.features[index] != 0 }
      print("\(decimals(weights[feature]))\t\(count)\t\(feature.rawValue): \(feature.prose)")
    }
    report("cross-validated, \(folds) folds by article", crossValidated(learned))
    let unseen = try JudgedRecords([(heldOut, [])])
    report("held out, \(unseen.articles.count) articles", told(unseen, by: weights))
    if let file { try write(weights, to: file) }
  }

  /// What weights fitted without an article tell of its records.
  private static func crossValidated(_ learned: JudgedRecords) -> Reliability {
    let places = Dictionary(learned.articles.enumerated().map { ($1, $0 % folds) }) { first, _ in first }
    var outcomes: [Reliability.Outcome] = []
    for fold in 0..<folds {
      let fit = LogisticFit(learned.records.filter { places[$0.article] != fold }.map(\.row), ridge: ridge)
      for record in learned.records where places[record.article] == fold {
        outcomes.append(
          Reliability.Outcome(
            confidence: fit.share(record.row.features), isRight: record.row.isRight, isFound: record.isFound))
      }
    }
    return Reliability(outcomes)
  }

  private static func told(_ records: JudgedRecords, by weights: ConfidenceWeights) -> Reliability {
    Reliability(
      records.records.map { record in
        var features = ConfidenceFeatures()
        for (feature, value) in zip(ConfidenceFeature.allCases, record.row.features) { features[feature] = value }
        return Reliability.Outcome(
          confidence: weights.confidence(of: features), isRight: record.row.isRight, isFound: record.isFound)
      })
  }

  private static func report(_ title: String, _ reliability: Reliability) {
    print("\n\(title): \(reliability.count) records, \(percent(reliability.baseRate)) right")
    print(
      "Brier \(String(format: "%.3f", reliability.brier)), of always telling \(decimals(reliability.baseRate)) "
        + "\(String(format: "%.3f", reliability.baseBrier)); mean confidence \(decimals(reliability.meanConfidence)), "
        + "mean gap of the bins \(decimals(reliability.error(bins: edges)))")
    print("| confidence | records | mean confidence | right | found at all |\n|---|---|---|---|---|")
    let bins = reliability.bins(edges)
    for bin in bins {
      let end = edges.first { $0 > bin.from }
      print(
        "| \(end.map { "\(decimals(bin.from)) – \(decimals($0))" } ?? "\(decimals(bin.from)) and more") | \(bin.count) "
          + "| \(decimals(bin.confidence)) | \(percent(bin.right)) | \(percent(bin.found)) |")
    }
  }

  /// Writes the weights into the rows of a table; sources and notes stay.
  private static func write(_ weights: ConfidenceWeights, to file: String) throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let lines = text.split(separator: "\n").map { line -> String in
      var cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if let feature = ConfidenceFeature(rawValue: cells[0]), cells.count > 1 { cells[1] = decimals(weights[feature]) }
      return cells.joined(separator: "\t")
    }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: file))
    print("\nwritten to \(file); touch Sources/CTables/CTables.c and build again")
  }

  private static func decimals(_ number: Double) -> String { String(format: "%.2f", number) }
  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
