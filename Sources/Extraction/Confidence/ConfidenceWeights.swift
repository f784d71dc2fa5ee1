internal import Foundation
package import Tables

/// How much each feature speaks for a record, from `confidence.tsv`: the log-odds of being right are their sum.
package struct ConfidenceWeights: Hashable, Sendable {
  /// The table of the weights.
  package static let table = "Lexicon/confidence.tsv"

  // In the order of all features.
  private let weights: [Double]

  /// Takes weights as they are.
  /// - Parameter weights: log-odds by feature; none is 0.
  package init(_ weights: [ConfidenceFeature: Double]) {
    self.weights = ConfidenceFeature.allCases.map { weights[$0] ?? 0 }
  }

  /// Reads the table.
  /// - Throws: ``TableFault`` when a row names no feature or one a second time, when its weight is no number, and when a
  ///   feature has no row.
  package init(tables: TableSet) throws(TableFault) {
    let table = try tables.table(Self.table, requiring: ["feature", "weight"])
    let column = table.column("weight") ?? 0
    var weights: [ConfidenceFeature: Double] = [:]
    var fault: TableFault?
    table.forEachRow { row in
      guard fault == nil else { return }
      let name = row.text("feature")
      if let feature = ConfidenceFeature(rawValue: name) {
        if weights[feature] != nil { fault = row.fault("feature \"\(name)\" has a weight already") }
        weights[feature] = row.double(column)
        if weights[feature] == nil { fault = row.fault("weight \"\(row.text(column))\" is no number, such as -0.35") }
      } else {
        let known = ConfidenceFeature.allCases.map(\.rawValue)
        let hint =
          EditDistance.nearest(to: name, among: known).map { "; did you mean \"\($0)\"?" }
          ?? "; known: \(known.joined(separator: ", "))"
        fault = row.fault("feature \"\(name)\" is not known\(hint)")
      }
    }
    if let fault { throw fault }
    if let missing = ConfidenceFeature.allCases.first(where: { weights[$0] == nil }) {
      throw TableFault(
        file: Self.table, line: 0, message: "feature \"\(missing.rawValue)\" has no row; write 0 to leave it out")
    }
    self.init(weights)
  }

  /// The log-odds that one of a feature adds.
  package subscript(feature: ConfidenceFeature) -> Double {
    ConfidenceFeature.allCases.firstIndex(of: feature).map { weights[$0] } ?? 0
  }

  /// The share of records with these features that are right, 0.01 … 0.99 in steps of 0.01: nothing is sure.
  package func confidence(of features: ConfidenceFeatures) -> Double {
    let sum = ConfidenceFeature.allCases.reduce(0) { $0 + self[$1] * features[$1] }
    return min(max((100 / (1 + exp(-sum))).rounded(), 1), 99) / 100
  }
}
