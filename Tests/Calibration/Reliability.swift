/// How told confidences stand to what came true.
package struct Reliability: Sendable {
  /// What was told of one record, and what is so.
  package struct Outcome: Sendable {
    /// 0…1.
    package var confidence: Double
    package var isRight: Bool
    /// The event is one that was annotated, whatever is wrong of it.
    package var isFound: Bool

    package init(confidence: Double, isRight: Bool, isFound: Bool) {
      self.confidence = confidence
      self.isRight = isRight
      self.isFound = isFound
    }
  }

  /// The outcomes told with like confidence.
  package struct Bin: Sendable {
    /// From this confidence on, up to the next bin's.
    package var from: Double
    package var count: Int
    /// The mean confidence told.
    package var confidence: Double
    /// The share that is right.
    package var right: Double
    /// The share that is found.
    package var found: Double
  }

  private let outcomes: [Outcome]

  package init(_ outcomes: [Outcome]) {
    self.outcomes = outcomes
  }

  /// How many outcomes there are.
  package var count: Int { outcomes.count }

  /// The share that is right.
  package var baseRate: Double { mean { $0.isRight ? 1 : 0 } }

  /// The mean of what was told.
  package var meanConfidence: Double { mean(\.confidence) }

  /// The mean squared difference between what was told and what is so: 0 when all is known.
  package var brier: Double {
    mean { ($0.confidence - ($0.isRight ? 1 : 0)) * ($0.confidence - ($0.isRight ? 1 : 0)) }
  }

  /// The same for somebody who tells the base rate of every record.
  package var baseBrier: Double { baseRate * (1 - baseRate) }

  /// The mean difference between confidence and share of the bins, each weighed by its outcomes.
  package func error(bins edges: [Double]) -> Double {
    bins(edges).reduce(0) { $0 + Double($1.count) * abs($1.confidence - $1.right) } / Double(max(1, count))
  }

  /// The outcomes by their confidence; bins without any are left out.
  /// - Parameter edges: where bins begin, rising, the first at 0.
  package func bins(_ edges: [Double]) -> [Bin] {
    edges.indices.compactMap { index in
      let end = index + 1 < edges.count ? edges[index + 1] : .infinity
      let part = Reliability(outcomes.filter { $0.confidence >= edges[index] && $0.confidence < end })
      guard part.count > 0 else { return nil }
      return Bin(
        from: edges[index], count: part.count, confidence: part.meanConfidence, right: part.baseRate,
        found: part.mean { $0.isFound ? 1 : 0 })
    }
  }

  private func mean(_ value: (Outcome) -> Double) -> Double {
    outcomes.isEmpty ? 0 : outcomes.reduce(0) { $0 + value($1) } / Double(outcomes.count)
  }
}
