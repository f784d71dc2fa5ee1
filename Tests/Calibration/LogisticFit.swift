internal import Foundation

/// Weights of a logistic sum that tell outcomes best while staying small: ridge regression by Newton's method, the same for the
/// same rows on any run.
package struct LogisticFit: Sendable {
  /// One weight a column.
  package let weights: [Double]

  /// What was seen once: the features, the first of which is 1 for all, and what came of it.
  package struct Row: Sendable {
    package var features: [Double]
    package var isRight: Bool

    package init(features: [Double], isRight: Bool) {
      self.features = features
      self.isRight = isRight
    }
  }

  /// Fits weights to rows.
  /// - Parameter ridge: how much the square of a weight costs; the first one costs nothing.
  package init(_ rows: [Row], ridge: Double) {
    let columns = rows.first?.features.count ?? 0
    var weights = [Double](repeating: 0, count: columns)
    for _ in 0..<50 {
      var gradient = (0..<columns).map { $0 == 0 ? 0 : ridge * weights[$0] }
      // A column that is nought throughout keeps its weight of nought.
      var curvature = (0..<columns).map { row in
        (0..<columns).map { $0 == row ? (row == 0 ? 0 : ridge) + 1e-9 : 0 }
      }
      for row in rows {
        let share = Self.share(row.features, weights)
        for i in 0..<columns where row.features[i] != 0 {
          gradient[i] += row.features[i] * (share - (row.isRight ? 1 : 0))
          for j in 0..<columns { curvature[i][j] += row.features[i] * row.features[j] * share * (1 - share) }
        }
      }
      let step = Self.solve(curvature, gradient)
      for i in 0..<columns { weights[i] -= step[i] }
      if step.allSatisfy({ abs($0) < 1e-9 }) { break }
    }
    self.weights = weights
  }

  /// The share of rows with these features that are right, 0…1.
  package func share(_ features: [Double]) -> Double { Self.share(features, weights) }

  private static func share(_ features: [Double], _ weights: [Double]) -> Double {
    1 / (1 + exp(-zip(features, weights).reduce(0) { $0 + $1.0 * $1.1 }))
  }

  // Gauss with the largest pivot; the matrix is symmetric and positive.
  private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var rows = zip(matrix, right).map { $0 + [$1] }
    let count = rows.count
    for column in 0..<count {
      let pivot = (column..<count).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      for row in 0..<count where row != column {
        let factor = rows[row][column] / rows[column][column]
        for cell in column...count { rows[row][cell] -= factor * rows[column][cell] }
      }
    }
    return (0..<count).map { rows[$0][count] / rows[$0][$0] }
  }
}
