package import Articles

/// Why an item of a batch, or a file of records, cannot be used.
package enum PipelineError: Error, Hashable, Sendable, CustomStringConvertible {
  case article(ArticlesError)
  /// Two different texts have the same report key: their records could not be told apart.
  case sameKey(String, first: ArticleSource, second: ArticleSource)
  /// The file of records is not there or does not open; `reason` is what was found instead.
  case file(path: String, reason: String)
  /// Nothing there is an annotated article; `reason` is what was found instead.
  case noGold(path: String, reason: String)
  /// A value of an annotation is not what the guidelines name; records count from 1.
  case gold(file: String, record: Int?, property: String, expected: String, found: String)
  /// An annotation is no JSON; the reason names line and column.
  case goldText(file: String, reason: String)
  /// Two annotated articles have one name: their records could not be told apart.
  case sameGold(String, first: String, second: String)
  /// A list of names cannot be used; `reason` is what was found instead.
  case list(path: String, reason: String)

  /// The article at fault; nil when it is none.
  package var source: ArticleSource? {
    switch self {
    case .article(let error): error.source
    case .sameKey(_, _, let second): second
    case .file, .noGold, .gold, .goldText, .sameGold, .list: nil
    }
  }

  package var description: String {
    switch self {
    case .article(let error): error.description
    case .sameKey(let key, let first, let second):
      "\(second): expected one text under the key \"\(key)\", found another one in \(first); "
        + "the first was kept: give one of them another url, id or file name"
    case .file(let path, let reason):
      "\(path): expected a file of records, found \(reason); make one with `rasid extract`"
    case .noGold(let path, let reason):
      "\(path): expected annotated articles, NAME.json with \"records\" beside NAME.txt, found \(reason)"
    case .gold(let file, let record, let property, let expected, let found):
      "\(file): \(record.map { "record \($0): " } ?? "")\(property): expected \(expected), found \(found)"
    case .goldText(let file, let reason): "\(file): \(reason)"
    case .sameGold(let name, let first, let second):
      "\(second): expected one article \"\(name)\", found another one in \(first); the first was kept"
    case .list(let path, let reason): "\(path): expected names of articles, found \(reason)"
    }
  }
}
