package import Articles

/// Why an item of a batch, or a file of records, cannot be used.
package enum PipelineError: Error, Hashable, Sendable, CustomStringConvertible {
  case article(ArticlesError)
  /// Two different texts have the same report key: their records could not be told apart.
  case sameKey(String, first: ArticleSource, second: ArticleSource)
  /// The file of records is not there or does not open; `reason` is what was found instead.
  case file(path: String, reason: String)

  /// The article at fault; nil when it is none.
  package var source: ArticleSource? {
    switch self {
    case .article(let error): error.source
    case .sameKey(_, _, let second): second
    case .file: nil
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
    }
  }
}
