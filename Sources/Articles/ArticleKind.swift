/// The forms articles come in.
package enum ArticleKind: String, CaseIterable, Sendable {
  case text, page, jsonLines
  case table

  /// The kind a file's ending (lower case, without dot) tells; nil when it tells none.
  package init?(ending: String) {
    switch ending {
    case "txt": self = .text
    case "html", "htm": self = .page
    case "jsonl", "ndjson": self = .jsonLines
    case "csv": self = .table
    default: return nil
    }
  }

  /// The endings that are read within folders, for messages.
  static let knownEndings = ".txt, .html, .htm, .jsonl, .ndjson or .csv"
}
