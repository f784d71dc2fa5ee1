internal import Articles
internal import Incidents
internal import Tables

/// The keys of the reports so far, each with a fingerprint of its text.
///
/// Memory: about 200 bytes for each report of a batch.
struct ReportKeys {
  private var known: [String: (text: String, source: ArticleSource)] = [:]

  /// What a report is to those before it.
  enum Standing: Equatable {
    case new
    /// The same text again.
    case repeated(first: ArticleSource)
    /// Another text under the same key.
    case contradicts(first: ArticleSource)
  }

  /// Enters a report.
  mutating func enter(_ report: Report, from source: ArticleSource) -> Standing {
    var fingerprint = Fingerprint()
    fingerprint.add(report.text)
    let text = fingerprint.hexadecimal
    guard let first = known[report.key] else {
      known[report.key] = (text, source)
      return .new
    }
    return first.text == text ? .repeated(first: first.source) : .contradicts(first: first.source)
  }
}
