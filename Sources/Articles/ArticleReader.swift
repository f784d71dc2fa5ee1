internal import Geography
package import Incidents

/// Turns bytes with a name into reports: pure, without clock and file system.
///
/// Each article may be at most ``maximumBytes`` long (a file of text or HTML, a line of JSON, a row of CSV, counted as
/// UTF-8); a longer one is a fault, and the others go on.
package struct ArticleReader: Sendable {
  /// The most bytes of one article: 64 MiB.
  package static let maximumBytes = 64 << 20

  /// The day of publication the user states for all articles; before it nothing else counts.
  package var published: CalendarDate?
  /// The most bytes of one article.
  package var limit: Int

  package init(published: CalendarDate? = nil, limit: Int = ArticleReader.maximumBytes) {
    self.published = published
    self.limit = limit
  }

  /// Reads a whole input that is held in memory.
  /// - Parameters:
  ///   - file: the name, `-` for standard input; its ending tells the kind when none is given.
  ///   - kind: the form; nil goes by the ending, or by the first bytes for standard input.
  package func items(in bytes: [UInt8], file: String, kind: ArticleKind? = nil) -> [ArticleItem] {
    var parser = ArticleParser(reader: self, file: file, kind: kind)
    return parser.consume(bytes[...]) + parser.finish()
  }
}

extension ArticleReader {
  /// One file of plain text or HTML.
  func document(_ bytes: ArraySlice<UInt8>, isPage: Bool, at source: ArticleSource) -> ArticleItem {
    if bytes.isEmpty { return .skipped(.empty, from: source) }
    let declared = isPage ? DeclaredCharset.declaration(in: bytes) : nil
    let decoded: TextDecoder.Decoded
    do {
      decoded = try TextDecoder.decode(bytes, declared: declared)
    } catch {
      return .fault(ArticleReader.error(error, declared: declared, at: source))
    }
    if decoded.text.utf8.allSatisfy({ $0 <= 0x20 }) { return .skipped(.empty, from: source) }
    return isPage ? page(decoded, at: source) : plainText(decoded, at: source)
  }

  /// One line of JSON lines; nil for a blank one.
  func jsonLine(_ bytes: ArraySlice<UInt8>, at source: ArticleSource) -> ArticleItem? {
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return nil }
    do throws(ArticlesError) {
      let line = try utf8(bytes, at: source)
      return item(try JSONArticle.fields(of: line.bytes, at: source), decoding: line.warnings, at: source)
    } catch {
      return .fault(error)
    }
  }

  /// The bytes as UTF-8, whatever they were.
  func utf8(
    _ bytes: ArraySlice<UInt8>, at source: ArticleSource
  ) throws(ArticlesError) -> (bytes: [UInt8], warnings: [ArticleWarning]) {
    do {
      let decoded = try TextDecoder.decode(bytes)
      return (Array(decoded.text.utf8), decoded.warnings)
    } catch {
      throw ArticleReader.error(error, declared: nil, at: source)
    }
  }

  /// The item that fields of JSON or CSV make.
  func item(_ fields: ArticleFields, decoding: [ArticleWarning], at source: ArticleSource) -> ArticleItem {
    if let offset = TextDecoder.firstBinaryByte(in: Array(fields.text.utf8)[...]) {
      return .fault(.binary(source, offset: offset))
    }
    var text = TextDecoder.withPlainLineEnds(fields.text)
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    var warnings = decoding + fields.warnings
    let ownId = ArticleReader.filled(fields.id)
    let id = ownId ?? source.line.map { "\(source.baseName)-\($0)" } ?? source.baseName
    let field = ArticleReader.filled(fields.published).map { value in
      let date = DatelineReader.date(inField: value)
      if date == nil { warnings.append(.unreadableDate(field: "published")) }
      return date
    }
    let report = Report(
      id: id, text: text, title: ArticleReader.filled(fields.title), url: ArticleReader.filled(fields.url),
      publisher: ArticleReader.filled(fields.publisher))
    return finished(report, dates: [(field ?? nil, .field)], warnings: warnings, at: source)
  }

  /// A field on one line without space around it; nil when nothing is left.
  private static func filled(_ field: String?) -> String? {
    guard let field = field.map(PageText.collapsed), !field.isEmpty else { return nil }
    return field
  }

  private static func error(
    _ problem: TextDecoder.Problem, declared: String?, at source: ArticleSource
  ) -> ArticlesError {
    switch problem {
    case .binary(let offset): .binary(source, offset: offset)
    case .unknownEncoding(let offset): .unknownEncoding(source, offset: offset, declared: declared)
    }
  }

  private func plainText(_ decoded: TextDecoder.Decoded, at source: ArticleSource) -> ArticleItem {
    let report = Report(id: source.baseName, text: decoded.text, title: ArticleReader.firstLine(of: decoded.text))
    return finished(report, dates: [], warnings: decoded.warnings, at: source)
  }

  private func page(_ decoded: TextDecoder.Decoded, at source: ArticleSource) -> ArticleItem {
    let parsed: Page?
    do {
      parsed = try Page(decoded.text)
    } catch {
      return .fault(.pageTooComplex(source))
    }
    guard let page = parsed else { return .fault(.brokenPage(source)) }
    let metadata = page.metadata
    var warnings = decoded.warnings
    if metadata.hasUnreadableDate, metadata.published == nil { warnings.append(.unreadableDate(field: "metadata")) }
    let report = Report(
      id: source.baseName, text: page.text, title: metadata.title, url: metadata.url, publisher: metadata.publisher)
    return finished(report, dates: [(metadata.published, .metadata)], warnings: warnings, at: source)
  }

  /// Skips what is no Arabic article, and dates the rest.
  private func finished(
    _ report: Report, dates: [(CalendarDate?, PublicationDateSource)], warnings: [ArticleWarning],
    at source: ArticleSource
  ) -> ArticleItem {
    if report.text.utf8.allSatisfy({ $0 <= 0x20 }) { return .skipped(.empty, from: source) }
    let share = ArabicShare(of: report.text)
    guard share.isArabic else {
      return .skipped(.notArabic(arabicLetters: share.arabicLetters, letters: share.letters), from: source)
    }
    var report = report
    let candidates: [(date: CalendarDate?, source: PublicationDateSource)] = [(published, .option)] + dates
    if let known = candidates.first(where: { $0.date != nil }) {
      report.published = known.date
      report.publishedSource = known.source
    } else if let date = DatelineReader.publicationDate(in: report.text) {
      report.published = date
      report.publishedSource = .dateline
    } else if let date = DatelineReader.date(inFileName: source.baseName) {
      report.published = date
      report.publishedSource = .fileName
    }
    return .report(report, from: source, warnings: warnings)
  }

  /// The first line that is not blank; nil when it is too long for a title.
  static func firstLine(of text: String) -> String? {
    let line = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: true).lazy
      .map { PageText.collapsed(String(Substring($0))) }.first { !$0.isEmpty }
    guard let line, line.unicodeScalars.count <= 300 else { return nil }
    return line
  }
}
