package import Incidents

/// One record that is not as the annotation has it.
package struct Miss: Hashable, Sendable {
  /// In which way.
  package enum Kind: String, CaseIterable, Sendable {
    /// Found, with wrong attributes.
    case partly
    /// Annotated, and nothing was found.
    case missed
    /// Extracted, and nothing of the kind was annotated.
    case spurious
  }

  package var article: String
  package var kind: Kind
  /// The wrong attributes of a found record, else empty.
  package var wrong: [Attribute]
  /// The annotated record's; of a spurious one its own.
  package var recordKind: RecordKind
  package var type: EventType
  /// The words that state it, from the annotation where there is one.
  package var evidence: String

  /// The wrong attributes with commas, or kind and type.
  package var what: String {
    kind == .partly ? wrong.map(\.rawValue).joined(separator: ",") : "\(recordKind.rawValue) \(type.rawValue)"
  }

  /// Article, kind, what, and the beginning of the evidence without tabs and line ends.
  package var cells: [String] {
    // 90 scalars tell which sentence it is.
    let start = String(String.UnicodeScalarView(evidence.unicodeScalars.prefix(90)))
    let words = start.split(whereSeparator: { $0.isNewline || $0 == "\t" })
    return [article, kind.rawValue, what, words.joined(separator: " ")]
  }
}
