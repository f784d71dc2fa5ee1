package import Articles

/// What came of one item of a batch; told in the order of the input.
package enum BatchEvent: Hashable, Sendable {
  case read(BatchReading)
  /// An article was left out, which is no fault.
  case skipped(SkipReason, from: ArticleSource)
  /// The very text of an earlier article under the same key.
  case repeated(key: String, from: ArticleSource, first: ArticleSource)
  /// An article could not be used.
  case fault(PipelineError)

  /// The file and line it is about; nil for a fault that is not an article's.
  package var source: ArticleSource? {
    switch self {
    case .read(let reading): reading.source
    case .skipped(_, let source), .repeated(_, let source, _): source
    case .fault(let error): error.source
    }
  }
}
