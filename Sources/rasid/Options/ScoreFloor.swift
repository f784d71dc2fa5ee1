internal import ArgumentParser
internal import Pipeline

/// The least that a figure must reach, as `detect_f1=0.9` says it.
struct ScoreFloor {
  let figure: EvaluationFigure
  /// A share in 0…1.
  let least: Double

  init(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let least = Double(parts[1]), (0...1).contains(least) else {
      throw ValidationError("expected a figure and a number in 0…1 such as detect_f1=0.9, found \"\(text)\"")
    }
    guard let figure = EvaluationFigure(rawValue: parts[0]) else {
      throw ValidationError(
        OptionValue.unknown("figure", parts[0], known: EvaluationFigure.allCases.map(\.rawValue)))
    }
    self.figure = figure
    self.least = least
  }

  /// What is wrong when the figure is lower or was not measured; nil when it is reached.
  func complaint(_ evaluation: Evaluation) -> String? {
    guard let value = evaluation.value(figure) else {
      return "\(figure.rawValue): expected at least \(least), found nothing to measure"
    }
    return value < least ? "\(figure.rawValue): expected at least \(least), found \(value)" : nil
  }
}
