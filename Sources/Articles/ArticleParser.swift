/// Reads the bytes of one file as they come and gives its items as soon as they are complete.
///
/// Memory holds one article: a text or page, a line of JSON, a row of CSV.
package struct ArticleParser: Sendable {
  private enum Form {
    case undecided
    case document(isPage: Bool)
    case jsonLines
    case table
    /// Nothing more can be read.
    case closed
  }

  private let reader: ArticleReader
  private let file: String
  private var form: Form
  private var lines: LineSplitter
  private var rows: RowSplitter
  private var table = TableArticles()
  private var transcoder = UTF16Transcoder()
  /// The bytes of a document, or of an input whose form is not decided.
  private var held: [UInt8] = []
  private var hasItems = false

  /// Prepares to read a file.
  /// - Parameters:
  ///   - file: the name, `-` for standard input.
  ///   - kind: the form; nil goes by the name's ending, or by the first bytes for standard input.
  package init(reader: ArticleReader, file: String, kind: ArticleKind? = nil) {
    self.reader = reader
    self.file = file
    lines = LineSplitter(limit: reader.limit)
    rows = RowSplitter(limit: reader.limit)
    let kind = kind ?? ArticleKind(ending: ArticleSource(file: file).ending)
    form = kind.map(ArticleParser.form) ?? (file == "-" ? .undecided : .document(isPage: false))
  }

  /// True when further bytes would change nothing, so that reading may stop.
  package var isClosed: Bool { if case .closed = form { true } else { false } }

  /// Takes bytes in and gives the items that end within them.
  package mutating func consume(_ chunk: ArraySlice<UInt8>) -> [ArticleItem] {
    let items = take(transcoder.transcode(chunk))
    hasItems = hasItems || !items.isEmpty
    return items
  }

  /// Gives the last items; call it once, after all bytes. An input without any item is one that is skipped as empty.
  package mutating func finish() -> [ArticleItem] {
    var items = take(transcoder.finish())
    if case .undecided = form { items += decide(isWhole: true) }
    switch form {
    case .document(let isPage): items.append(reader.document(held[...], isPage: isPage, at: source()))
    case .jsonLines: if let line = lines.finish() { items += self.items(of: line) }
    case .table: for row in rows.finish() { items += self.items(of: row) }
    case .undecided, .closed: break
    }
    form = .closed
    held = []
    if items.isEmpty, !hasItems { items.append(.skipped(.empty, from: source())) }
    hasItems = true
    return items
  }
}

extension ArticleParser {
  private static func form(of kind: ArticleKind) -> Form {
    switch kind {
    case .text: .document(isPage: false)
    case .page: .document(isPage: true)
    case .jsonLines: .jsonLines
    case .table: .table
    }
  }

  private func source(line: Int? = nil) -> ArticleSource { ArticleSource(file: file, line: line) }

  private mutating func take(_ chunk: ArraySlice<UInt8>) -> [ArticleItem] {
    var items: [ArticleItem] = []
    switch form {
    case .closed: break
    case .undecided:
      held += chunk
      items = decide(isWhole: false)
    case .document:
      if held.count + chunk.count > reader.limit {
        held = []
        form = .closed
        items = [.fault(.tooLarge(source(), limit: reader.limit))]
      } else {
        held += chunk
      }
    case .jsonLines: for line in lines.take(chunk) { items += self.items(of: line) }
    case .table: for row in rows.take(chunk) { items += self.items(of: row) }
    }
    return items
  }

  private func items(of line: LineSplitter.Line) -> [ArticleItem] {
    switch line {
    case .line(let bytes, let number): reader.jsonLine(bytes, at: source(line: number)).map { [$0] } ?? []
    case .tooLong(let number): [.fault(.tooLarge(source(line: number), limit: reader.limit))]
    }
  }

  private mutating func items(of row: RowSplitter.Row) -> [ArticleItem] {
    // A header that cannot be read closes the file.
    if case .closed = form { return [] }
    switch row {
    case .tooLong(let line): return [.fault(.tooLarge(source(line: line), limit: reader.limit))]
    case .openQuote(let line):
      return [.fault(.brokenRow(source(line: line), problem: "a quote opens and does not close"))]
    case .row(let bytes, let line):
      let source = source(line: line)
      do throws(ArticlesError) {
        let row = try reader.utf8(bytes, at: source)
        guard table.hasHeader else {
          try table.readHeader(row.bytes, at: source)
          return []
        }
        return [reader.item(try table.fields(of: row.bytes, at: source), decoding: row.warnings, at: source)]
      } catch {
        if !table.hasHeader { form = .closed }
        return [.fault(error)]
      }
    }
  }

  /// Decides the form of standard input by its first bytes: JSON lines, a page, else text.
  private mutating func decide(isWhole: Bool) -> [ArticleItem] {
    let content = held.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard let first = content.first else {
      if isWhole || held.count > reader.limit { form = .document(isPage: false) }
      return []
    }
    var kind = first == UInt8(ascii: "<") ? ArticleKind.page : .text
    if first == UInt8(ascii: "{") {
      let end = content.firstIndex(of: 0x0A)
      guard end != nil || isWhole || held.count > reader.limit else { return [] }
      if JSONArticle.isObject(Array(content[..<(end ?? content.endIndex)])) { kind = .jsonLines }
    }
    form = ArticleParser.form(of: kind)
    let bytes = held
    held = []
    return take(bytes[...])
  }
}
