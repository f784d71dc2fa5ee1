internal import Foundation
internal import Incidents
internal import Pipeline

/// An evaluation as tables for people: the figures, then the types.
struct EvaluationTables {
  private let evaluation: Evaluation

  init(_ evaluation: Evaluation) {
    self.evaluation = evaluation
  }

  private static let figureColumns = [
    TextTable.Column(title: "figure", most: 15),
    TextTable.Column(title: "value", most: 9, isRightAligned: true),
    TextTable.Column(title: "95 % interval", most: .max),
  ]

  private static let typeColumns = [
    TextTable.Column(title: "type", most: 18),
    TextTable.Column(title: "gold", most: 9, isRightAligned: true),
    TextTable.Column(title: "predicted", most: 9, isRightAligned: true),
    TextTable.Column(title: "found", most: 9, isRightAligned: true),
    TextTable.Column(title: "precision", most: 9, isRightAligned: true),
    TextTable.Column(title: "recall", most: 9, isRightAligned: true),
    TextTable.Column(title: "f1", most: .max),
  ]

  /// Both tables with an empty line between them.
  var text: String {
    let all = evaluation.counts[.all]
    let counts = [
      ("articles", evaluation.articles), ("gold", all.gold), ("predicted", all.predicted), ("found", all.found),
    ]
    let figures =
      counts.map { [$0.0, String($0.1), ""] }
      + EvaluationFigure.allCases.map { figure in
        let interval = evaluation.intervals[figure].map {
          "\(Self.share($0.lowerBound)) to \(Self.share($0.upperBound))"
        }
        return [figure.rawValue, Self.share(evaluation.value(figure)), interval ?? ""]
      }
    let types = evaluation.types.map { type, counts in
      [
        type.rawValue, String(counts.gold), String(counts.predicted), String(counts.found),
        Self.share(counts.precision), Self.share(counts.recall), Self.share(counts.f1),
      ]
    }
    let parts = [Self.table(Self.figureColumns, figures), Self.table(Self.typeColumns, types)]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func table(_ columns: [TextTable.Column], _ rows: [[String]]) -> String {
    var table = TextTable(columns, width: Console.width(1), hasColour: Console.hasColour(1))
    let text = rows.map { table.add($0) }.joined() + table.finish()
    // A row without a last cell would end in the gap before it.
    return text.split(separator: "\n").map { $0.trimmingSuffix(" ") + "\n" }.joined()
  }

  /// A share with four decimals; a dash where nothing was measured.
  private static func share(_ value: Double?) -> String {
    value.map { String(format: "%.4f", $0) } ?? "–"
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ character: Character) -> Substring {
    self[..<(lastIndex { $0 != character }.map(index(after:)) ?? startIndex)]
  }
}
