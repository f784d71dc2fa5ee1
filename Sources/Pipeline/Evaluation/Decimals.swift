internal import Foundation

/// Shares in 0…1 with the four decimals that are shown.
enum Decimals {
  /// A number rounded to four decimals: its exact binary value to the nearest, half to even.
  static func four(_ number: Double) -> Double {
    Double(String(format: "%.4f", number)) ?? number
  }

  /// A share; nil of nothing.
  static func ratio(_ part: Int, _ whole: Int) -> Double? {
    whole == 0 ? nil : four(Double(part) / Double(whole))
  }

  /// The harmonic mean of precision and recall; 0 when nothing was found.
  static func f1(found: Int, predicted: Int, gold: Int) -> Double {
    let precision = predicted == 0 ? 0 : Double(found) / Double(predicted)
    let recall = gold == 0 ? 0 : Double(found) / Double(gold)
    return precision + recall == 0 ? 0 : four(2 * precision * recall / (precision + recall))
  }
}
