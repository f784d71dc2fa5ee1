/// Why an article, or a whole file, cannot be read. No case carries any of the article's text.
package enum ArticlesError: Error, Hashable, Sendable, CustomStringConvertible {
  case fileNotFound(ArticleSource)
  /// The system refused to open or read; `reason` is the system's own words.
  case unreadable(ArticleSource, reason: String)
  /// A folder holds no file of a known ending.
  case folderWithoutArticles(ArticleSource, otherFiles: Int)
  /// Bytes no text has; `offset` counts bytes from 0 within the article.
  case binary(ArticleSource, offset: Int)
  /// Neither UTF-8, nor UTF-16 with a mark, nor Windows-1256; `offset` is the first byte that is not UTF-8.
  case unknownEncoding(ArticleSource, offset: Int, declared: String?)
  /// More bytes than ``ArticleReader/maximumBytes``.
  case tooLarge(ArticleSource, limit: Int)
  case brokenPage(ArticleSource)
  /// Beyond what libxml2 reads: more than 256 elements within each other, or 10 MB in one run of text.
  case pageTooComplex(ArticleSource)
  /// `problem` says what the JSON reader expected and found, in its own words.
  case brokenJSON(ArticleSource, problem: String)
  case notAnObject(ArticleSource)
  case missingText(ArticleSource)
  case textIsNotString(ArticleSource)
  case missingColumn(ArticleSource, name: String, columns: Int)
  case duplicateColumn(ArticleSource, name: String)
  case brokenRow(ArticleSource, problem: String)

  /// The file and line that is at fault.
  package var source: ArticleSource {
    switch self {
    case .fileNotFound(let source), .unreadable(let source, _), .folderWithoutArticles(let source, _),
      .binary(let source, _), .unknownEncoding(let source, _, _), .tooLarge(let source, _), .brokenPage(let source),
      .pageTooComplex(let source),
      .brokenJSON(let source, _), .notAnObject(let source), .missingText(let source), .textIsNotString(let source),
      .missingColumn(let source, _, _), .duplicateColumn(let source, _), .brokenRow(let source, _):
      source
    }
  }

  package var description: String { "\(source): \(message)" }

  private var message: String {
    switch self {
    case .fileNotFound: "expected a file or a folder, found nothing of that name; check the path"
    case .unreadable(_, let reason): "expected a readable file, found: \(reason); check its kind and permissions"
    case .folderWithoutArticles(_, let others):
      "expected files ending in \(ArticleKind.knownEndings), found \(others == 0 ? "none" : "\(others) others"); "
        + "name a file itself to read it as text whatever its ending"
    case .binary(_, let offset):
      "expected text, found binary data at byte \(offset); if it is text, save it as UTF-8"
    case .unknownEncoding(_, let offset, let declared):
      "expected UTF-8, UTF-16 with a byte order mark or Windows-1256, found byte \(offset) to fit none of them"
        + (declared.map { " (the page declares \"\($0)\")" } ?? "") + "; save it as UTF-8"
    case .tooLarge(_, let limit):
      "expected at most \(limit) bytes for one article, found more; split it, or give it as JSON lines"
    case .brokenPage:
      "expected an HTML page, found nothing that parses as one; open it in a browser and save it as text"
    case .pageTooComplex:
      "expected at most 256 elements within each other and 10 MB in one paragraph, found more; open it in a browser "
        + "and save it as text"
    case .brokenJSON(_, let problem):
      "expected one JSON object on this line, found it broken: \(problem); correct or remove the line"
    case .notAnObject: "expected a JSON object in braces, found another JSON value; write {\"text\": \"…\"}"
    case .missingText: "expected a member \"text\", found none; add it, or rename the member that holds the article"
    case .textIsNotString: "expected \"text\" to be a string, found another JSON value; put the article in quotes"
    case .missingColumn(_, let name, let columns):
      "expected a column \"\(name)\" in the header line, found \(columns) other columns; name the column"
    case .duplicateColumn(_, let name):
      "expected one column \"\(name)\", found it twice; rename or remove one of them"
    case .brokenRow(_, let problem): "expected a row of CSV, found it broken: \(problem); correct the row"
    }
  }
}
