/// How much of each feature a record has.
package struct ConfidenceFeatures: Hashable, Sendable {
  // In the order of all features.
  private var values = [Double](repeating: 0, count: ConfidenceFeature.allCases.count)

  /// Has nothing but what every record has.
  package init() {
    self[.base] = 1
  }

  /// 0 for none; 1 for a feature that is or is not.
  package subscript(feature: ConfidenceFeature) -> Double {
    get { ConfidenceFeature.allCases.firstIndex(of: feature).map { values[$0] } ?? 0 }
    set { if let index = ConfidenceFeature.allCases.firstIndex(of: feature) { values[index] = newValue } }
  }
}
