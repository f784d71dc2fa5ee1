internal import Incidents

/// The figures of an evaluation, each a share in 0…1, in the order they are told.
package enum EvaluationFigure: String, CaseIterable, Sendable {
  case detectPrecision = "detect_p"
  case detectRecall = "detect_r"
  case detectF1 = "detect_f1"
  case incidentF1 = "incident_f1"
  case tallyF1 = "tally_f1"
  /// The F1 of records found with type, days, place and dead all right.
  case strictF1 = "strict_f1"
  case type, date, place10, admin1, initiator, target, killed, wounded, captured, count
  case killedStated = "killed_stated"
  case woundedStated = "wounded_stated"
  case capturedStated = "captured_stated"

  /// The value for some counts, to four decimals; nil when nothing was measured.
  package func value(_ counts: EvaluationCounts) -> Double? {
    let all = counts[.all]
    switch self {
    case .detectPrecision: return all.precision
    case .detectRecall: return all.recall
    case .detectF1: return all.f1
    case .incidentF1: return counts[.kind(.incident)].f1
    case .tallyF1: return counts[.kind(.tally)].f1
    case .strictF1: return Decimals.f1(found: counts.strict, predicted: all.predicted, gold: all.gold)
    case .type, .date, .place10, .admin1, .initiator, .target, .killed, .wounded, .captured, .count, .killedStated,
      .woundedStated, .capturedStated:
      // The remaining figures have the names of their attributes.
      guard let attribute = Attribute(rawValue: rawValue) else { return nil }
      let (right, measured) = counts.attribute(attribute)
      return Decimals.ratio(right, measured)
    }
  }

  /// True when some counts say anything of it: an F1 of no annotated and no extracted records is told as 0, but is no measurement.
  func isMeasured(_ counts: EvaluationCounts) -> Bool {
    let records =
      switch self {
      case .incidentF1: counts[.kind(.incident)]
      case .tallyF1: counts[.kind(.tally)]
      default: counts[.all]
      }
    return records.gold + records.predicted > 0 && value(counts) != nil
  }
}
