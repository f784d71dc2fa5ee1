/// How sure figures are: what they would be for other sets of articles like these.
///
/// Articles are drawn with replacement, not records: those of one article share its wording, so they stand and fall together.
package struct Bootstrap: Hashable, Sendable {
  /// The most resamples.
  package static let mostResamples = 1_000_000

  /// How many sets are drawn; 0 for no intervals.
  package var resamples: Int
  /// The same seed draws the same sets, on any machine.
  package var seed: UInt64

  // The middle 95 % lie between these.
  private static let tails = (lower: 0.025, upper: 0.975)

  package init(resamples: Int = 1000, seed: UInt64 = 1) {
    self.resamples = resamples
    self.seed = seed
  }

  /// The 95 % interval of each figure over the sets that it is measured in (percentiles, interpolated); none where there is no such set.
  ///
  /// O(resamples × articles).
  func intervals(_ articles: [EvaluationCounts]) -> [EvaluationFigure: ClosedRange<Double>] {
    guard !articles.isEmpty, resamples > 0 else { return [:] }
    var numbers = SplitMix64(seed: seed)
    var values: [[Double]] = Array(repeating: [], count: EvaluationFigure.allCases.count)
    for _ in 0..<resamples {
      var sum = EvaluationCounts()
      for _ in articles.indices { sum += articles[numbers.next(below: articles.count)] }
      for (index, figure) in EvaluationFigure.allCases.enumerated() {
        if figure.isMeasured(sum), let value = figure.value(sum) { values[index].append(value) }
      }
    }
    var intervals: [EvaluationFigure: ClosedRange<Double>] = [:]
    for (figure, values) in zip(EvaluationFigure.allCases, values) where !values.isEmpty {
      let sorted = values.sorted()
      intervals[figure] = Self.percentile(sorted, Self.tails.lower)...Self.percentile(sorted, Self.tails.upper)
    }
    return intervals
  }

  /// The value below which a share of the sorted values lies, between two of them by proportion.
  static func percentile(_ sorted: [Double], _ share: Double) -> Double {
    let position = share * Double(sorted.count - 1)
    let below = Int(position.rounded(.down))
    let above = min(below + 1, sorted.count - 1)
    return Decimals.four(sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below]))
  }
}

/// The generator SplitMix64 (Steele, Lea and Flood 2014).
///
/// Our own, and with its own way to a bounded number: those of the standard library may change between versions.
private struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// A whole number in 0..<bound.
  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    // The high half of the product; its bias is below 1 in 10^12 for a million articles.
    return Int((z ^ (z >> 31)).multipliedFullWidth(by: UInt64(bound)).high)
  }
}
