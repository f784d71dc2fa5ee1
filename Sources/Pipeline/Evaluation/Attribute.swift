/// What is measured of a found record. The raw values are the names of the figures.
package enum Attribute: String, CaseIterable, Sendable {
  case type, date, place10, admin1, initiator, target, killed, wounded, captured, count
  // The same over the records where the annotation or the extracted record gives a figure.
  case killedStated = "killed_stated"
  case woundedStated = "wounded_stated"
  case capturedStated = "captured_stated"

  /// What a found record must have right to count as strictly right.
  static let strict: Set<Attribute> = [.type, .date, .place10, .killed]

  /// The figure that this one measures where it is stated; nil for all others.
  var stated: Attribute? {
    switch self {
    case .killed: .killedStated
    case .wounded: .woundedStated
    case .captured: .capturedStated
    default: nil
    }
  }
}
