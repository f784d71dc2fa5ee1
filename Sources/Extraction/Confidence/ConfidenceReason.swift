/// One feature that made the confidence of a record what it is.
package struct ConfidenceReason: Hashable, Sendable {
  /// Which.
  package var feature: ConfidenceFeature
  /// How much of it the record has.
  package var value: Double
  /// The log-odds that one of it adds to being right.
  package var weight: Double

  /// The log-odds that it adds in all.
  package var points: Double { value * weight }

  /// The reasons of a record in the order of the features; those that it has nothing of are left out.
  static func all(_ features: ConfidenceFeatures, _ weights: ConfidenceWeights) -> [ConfidenceReason] {
    ConfidenceFeature.allCases.filter { features[$0] != 0 }.map { feature in
      ConfidenceReason(feature: feature, value: features[feature], weight: weights[feature])
    }
  }
}
