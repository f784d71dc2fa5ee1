internal import Geography

/// Reads the rows of a CSV table as articles; the header says which column holds what, in any order and case.
struct TableArticles {
  private enum Column: String, CaseIterable { case id, title, text, published, url, publisher }

  private var places: [Column: Int] = [:]
  private var width = 0
  /// True once the header has been read.
  var hasHeader: Bool { width > 0 }

  /// Reads the header.
  /// - Throws: ``ArticlesError`` when a known column stands twice or `text` is missing.
  mutating func readHeader(_ row: [UInt8], at source: ArticleSource) throws(ArticlesError) {
    let cells = try cells(of: row, at: source)
    for (index, cell) in cells.enumerated() {
      guard let column = Column(rawValue: PageText.collapsed(cell).lowercased()) else { continue }
      guard places[column] == nil else { throw .duplicateColumn(source, name: column.rawValue) }
      places[column] = index
    }
    guard places[.text] != nil else {
      throw .missingColumn(source, name: Column.text.rawValue, columns: cells.count)
    }
    width = cells.count
  }

  /// Reads a row below the header.
  /// - Throws: ``ArticlesError`` naming the line the row begins on.
  func fields(of row: [UInt8], at source: ArticleSource) throws(ArticlesError) -> ArticleFields {
    let cells = try cells(of: row, at: source)
    guard cells.count == width else {
      throw .brokenRow(source, problem: "expected \(width) cells as in the header, found \(cells.count)")
    }
    func cell(_ column: Column) -> String? {
      places[column].flatMap { cells[$0].isEmpty ? nil : cells[$0] }
    }
    return ArticleFields(
      id: cell(.id), title: cell(.title), text: cell(.text) ?? "", published: cell(.published), url: cell(.url),
      publisher: cell(.publisher))
  }

  private func cells(of row: [UInt8], at source: ArticleSource) throws(ArticlesError) -> [String] {
    do {
      return try CSVReader.records(in: row).first?.cells ?? []
    } catch {
      guard case .csv(let expected, let found, _, _) = error else { throw .brokenRow(source, problem: "no cells") }
      throw .brokenRow(source, problem: "expected \(expected), found \(found)")
    }
  }
}
