package import Incidents

/// What came of one article: a report, a skip with its reason, or a fault; each names file and line.
package enum ArticleItem: Hashable, Sendable {
  case report(Report, from: ArticleSource, warnings: [ArticleWarning])
  case skipped(SkipReason, from: ArticleSource)
  case fault(ArticlesError)

  /// The file and line this came from.
  package var source: ArticleSource {
    switch self {
    case .report(_, let source, _), .skipped(_, let source): source
    case .fault(let error): error.source
    }
  }

  /// The report when there is one.
  package var report: Report? {
    if case .report(let report, _, _) = self { report } else { nil }
  }
}

/// Why an article that can be read is left out; not an error.
package enum SkipReason: Hashable, Sendable, CustomStringConvertible {
  /// No text at all, or white space only.
  case empty
  /// Too few Arabic letters among all letters.
  case notArabic(arabicLetters: Int, letters: Int)

  /// A word for counting skips by reason.
  package var name: String {
    switch self {
    case .empty: "empty"
    case .notArabic: "not Arabic"
    }
  }

  package var description: String {
    switch self {
    case .empty: "empty: there is no text in it"
    case .notArabic(let arabic, let letters):
      "not Arabic: \(arabic) of \(letters) letters are Arabic (at least \(ArabicShare.minimumLetters) and a "
        + "quarter are needed)"
    }
  }
}

/// Something the reader got over, worth telling the user.
package enum ArticleWarning: Hashable, Sendable, CustomStringConvertible {
  /// The file ends within a UTF-8 character; so many bytes were dropped.
  case truncatedUTF8(droppedBytes: Int)
  /// So many broken UTF-8 characters, few beside the sound ones, were replaced by U+FFFD.
  case damagedUTF8(characters: Int)
  /// The field tells no day between 2000 and 2035; the next source of a publication date was asked.
  case unreadableDate(field: String)
  /// The field holds something other than text and was left out.
  case fieldIgnored(field: String)

  package var description: String {
    switch self {
    case .truncatedUTF8(let count):
      "cut off within a UTF-8 character: the last \(count == 1 ? "byte was" : "\(count) bytes were") dropped; "
        + "is the file complete?"
    case .damagedUTF8(let count):
      "broken UTF-8: \(count) of its characters \(count == 1 ? "was" : "were") replaced by U+FFFD"
    case .unreadableDate(let field):
      "\"\(field)\" is not a date this tool reads (write it as YYYY-MM-DD); the date was looked for elsewhere"
    case .fieldIgnored(let field): "\"\(field)\" is not text and was left out"
    }
  }
}
