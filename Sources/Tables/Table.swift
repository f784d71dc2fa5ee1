/// One table: tab-separated rows under a header line, read by bytes and lazily.
package struct Table: Sendable {
  /// Path relative to the folder of tables, `Lexicon/actors.tsv`.
  package let name: String
  /// The names of the columns, in order.
  package let columns: [String]
  package let bytes: [UInt8]
  private let bodyStart: Int

  /// Reads the header.
  /// - Throws: ``TableFault`` when the file is empty, is not UTF-8 text, or lacks one of the columns that its reader needs.
  package init(name: String, bytes: [UInt8], requiring required: [String] = []) throws(TableFault) {
    self.name = name
    self.bytes = bytes
    let headerEnd = bytes.firstIndex(of: 0x0A) ?? bytes.count
    guard headerEnd > 0, let header = String(validating: bytes[..<headerEnd], as: UTF8.self) else {
      throw TableFault(file: name, line: 1, message: "expected a header line of column names, found none")
    }
    columns = header.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    bodyStart = min(headerEnd + 1, bytes.count)
    for column in required where !columns.contains(column) {
      throw TableFault(
        file: name, line: 1,
        message: "column \"\(column)\" is missing; found: \(columns.joined(separator: ", "))")
    }
  }

  /// The position of a column; nil when there is none of that name.
  package func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// Calls `body` with every row in order; empty lines are passed over.
  package func forEachRow(_ body: (borrowing Row) throws -> Void) rethrows {
    var start = bodyStart
    var line = 2
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if end > start {
        try body(Row(table: self, line: line, start: start, end: end))
      }
      start = end + 1
      line += 1
    }
  }

  /// One row, with its line number for messages.
  package struct Row {
    package let table: Table
    /// 1-based line in the file.
    package let line: Int
    private let start: Int
    private let end: Int
    private let cells: [Range<Int>]

    fileprivate init(table: Table, line: Int, start: Int, end: Int) {
      self.table = table
      self.line = line
      self.start = start
      self.end = end
      var cells: [Range<Int>] = []
      cells.reserveCapacity(table.columns.count)
      var cellStart = start
      for index in start..<end where table.bytes[index] == 0x09 {
        cells.append(cellStart..<index)
        cellStart = index + 1
      }
      cells.append(cellStart..<end)
      self.cells = cells
    }

    /// How many cells the row has.
    package var count: Int { cells.count }

    /// The text of a cell; empty when the row is too short.
    package func text(_ column: Int) -> String {
      guard cells.indices.contains(column) else { return "" }
      return String(decoding: table.bytes[cells[column]], as: UTF8.self)
    }

    /// The text of a cell by column name; empty when there is no such column.
    package func text(_ column: String) -> String { table.column(column).map { text($0) } ?? "" }

    /// True when the cell has no text.
    package func isEmpty(_ column: Int) -> Bool { !cells.indices.contains(column) || cells[column].isEmpty }

    /// The cell as a number; nil when it is none.
    package func double(_ column: Int) -> Double? { isEmpty(column) ? nil : Double(text(column)) }

    /// A fault of this row.
    package func fault(_ message: String) -> TableFault { TableFault(file: table.name, line: line, message: message) }
  }
}

/// What is wrong in a table, as a colleague would say it.
package struct TableFault: Error, Hashable, Sendable, CustomStringConvertible {
  package let file: String
  /// 1-based; 0 when the fault is the file's as a whole.
  package let line: Int
  package let message: String

  package init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  package var description: String { line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)" }
}
