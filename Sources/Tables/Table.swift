/// One table: tab-separated rows under a header line, read by bytes and lazily.
///
/// Lines end in LF; a CR at the end of a line and a byte order mark before the header, as editors of other systems leave
/// them, are passed over.
package struct Table: Sendable {
  /// Path relative to the folder of tables, `Lexicon/actors.tsv`.
  package let name: String
  /// The names of the columns, in order.
  package let columns: [String]
  /// The file as it is, byte order mark and all.
  package let bytes: [UInt8]
  private let bodyStart: Int

  /// Reads the header, and makes sure once that all is UTF-8, so that cells decode without loss.
  ///
  /// Complexity: O(n), without a copy.
  /// - Throws: ``TableFault`` when the file is empty, is not UTF-8 text (naming the line), or lacks one of the columns that
  ///   its reader needs.
  package init(name: String, bytes: [UInt8], requiring required: [String] = []) throws(TableFault) {
    self.name = name
    self.bytes = bytes
    let lineEnd = bytes.firstIndex(of: 0x0A) ?? bytes.count
    let headerStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let headerEnd = Self.contentEnd(bytes, from: headerStart, to: lineEnd)
    guard headerEnd > headerStart, let header = String(validating: bytes[headerStart..<headerEnd], as: UTF8.self) else {
      throw TableFault(file: name, line: 1, message: "expected a header line of column names, found none")
    }
    try Self.checkText(bytes, name)
    columns = header.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    bodyStart = min(lineEnd + 1, bytes.count)
    for column in required where !columns.contains(column) {
      throw TableFault(
        file: name, line: 1,
        message: "column \"\(column)\" is missing; found: \(columns.joined(separator: ", "))")
    }
  }

  /// The position of a column; nil when there is none of that name.
  package func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  private static func checkText(_ bytes: [UInt8], _ name: String) throws(TableFault) {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let line = 1 + bytes[..<error.byteOffsets.lowerBound].count { $0 == 0x0A }
      throw TableFault(
        file: name, line: line, message: "expected UTF-8 text, found other bytes; save the table as UTF-8")
    }
  }

  /// Where the text of a line ends: before its CR, if it has one.
  private static func contentEnd(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    end > start && bytes[end - 1] == 0x0D ? end - 1 : end
  }

  /// Calls `body` with every row in order; empty lines are passed over and counted.
  package func forEachRow(_ body: (borrowing Row) throws -> Void) rethrows {
    var start = bodyStart
    var line = 2
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let contentEnd = Self.contentEnd(bytes, from: start, to: end)
      if contentEnd > start {
        try body(Row(table: self, line: line, start: start, end: contentEnd))
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

    /// The cell as a number; nil when it is no finite decimal number ("34.5", "-3e1"; not "nan", not "0x10").
    package func double(_ column: Int) -> Double? {
      guard !isEmpty(column) else { return nil }
      let isDecimal = table.bytes[cells[column]].allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true  // digits, + - . E e
        default: false
        }
      }
      guard isDecimal, let value = Double(text(column)), value.isFinite else { return nil }
      return value
    }

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
