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
  ///
  /// Complexity: one pass over the bytes; the offsets of the cells are kept in memory that all rows share.
  package func forEachRow(_ body: (borrowing Row) throws -> Void) rethrows {
    var row = Row(table: self)
    while row.advance() { try body(row) }
  }

  /// One row, with its line number for messages.
  package struct Row: ~Copyable {
    /// The table that it is a row of.
    package let table: Table
    /// 1-based line in the file.
    package private(set) var line = 1
    // Where the cells begin, and one behind the end of the last: a cell ends one before the next begins.
    private var starts: [Int32] = []
    private var next: Int

    fileprivate init(table: Table) {
      self.table = table
      next = table.bodyStart
      starts.reserveCapacity(table.columns.count + 1)
    }

    // Goes on to the next line that holds something; false at the end.
    fileprivate mutating func advance() -> Bool {
      let all = table.bytes
      let bytes = all.span
      while next < bytes.count {
        line += 1
        starts.removeAll(keepingCapacity: true)
        let start = next
        starts.append(Int32(truncatingIfNeeded: start))
        var index = start
        while index < bytes.count {
          let byte = bytes[index]
          if byte < 0x0B {
            if byte == 0x0A { break }
            if byte == 0x09 { starts.append(Int32(truncatingIfNeeded: index + 1)) }
          }
          index += 1
        }
        next = index + 1
        let end = index > start && bytes[index - 1] == 0x0D ? index - 1 : index
        starts.append(Int32(truncatingIfNeeded: end + 1))
        if end > start { return true }
      }
      return false
    }

    /// How many cells the row has.
    package var count: Int { starts.count - 1 }

    /// Where the bytes of a cell lie in ``Table/bytes``; an empty range when the row is too short.
    package func range(_ column: Int) -> Range<Int> {
      guard column >= 0, column + 1 < starts.count else { return 0..<0 }
      return Int(starts[column])..<Int(starts[column + 1]) - 1
    }

    /// The bytes of a cell, UTF-8; none when the row is too short.
    package func bytes(_ column: Int) -> ArraySlice<UInt8> { table.bytes[range(column)] }

    /// The text of a cell; empty when the row is too short.
    package func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

    /// The text of a cell by column name; empty when there is no such column.
    package func text(_ column: String) -> String { table.column(column).map { text($0) } ?? "" }

    /// True when the cell has no text.
    package func isEmpty(_ column: Int) -> Bool { range(column).isEmpty }

    /// The cell as a number; nil when it is no finite decimal number ("34.5", "-3e1"; not "nan", not "0x10").
    package func double(_ column: Int) -> Double? {
      let cellRange = range(column)
      guard !cellRange.isEmpty else { return nil }
      if let plain = Self.plainNumber(table.bytes, cellRange) { return plain }
      let cell = bytes(column)
      let isDecimal = cell.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true  // digits, + - . E e
        default: false
        }
      }
      guard isDecimal, let value = Double(text(column)), value.isFinite else { return nil }
      return value
    }

    // Digits with at most one point between them and no more than fifteen in all: such a number is a whole number below 2⁵³ over a
    // power of ten that a Double holds exactly, so one division rounds it as `Double(_:)` does.
    private static func plainNumber(_ bytes: [UInt8], _ cell: Range<Int>) -> Double? {
      guard cell.count <= 16 else { return nil }
      let isNegative = bytes[cell.lowerBound] == 0x2D
      var value: Int64 = 0
      var scale: Int64 = 0
      var digits = 0
      for index in (isNegative ? cell.lowerBound + 1 : cell.lowerBound)..<cell.upperBound {
        let byte = bytes[index]
        if byte == 0x2E {
          guard scale == 0, digits > 0 else { return nil }
          scale = 1
          continue
        }
        guard byte &- 0x30 < 10 else { return nil }
        value = value * 10 + Int64(byte - 0x30)
        scale *= 10
        digits += 1
      }
      guard digits > 0, digits <= 15, scale != 1 else { return nil }
      let number = scale == 0 ? Double(value) : Double(value) / Double(scale)
      return isNegative ? -number : number
    }

    /// A fault of this row.
    package func fault(_ message: String) -> TableFault { TableFault(file: table.name, line: line, message: message) }
  }
}

/// What is wrong in a table, as a colleague would say it.
package struct TableFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// Path relative to the folder of tables.
  package let file: String
  /// 1-based; 0 when the fault is the file's as a whole.
  package let line: Int
  /// What was expected, what was found.
  package let message: String

  package init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  package var description: String { line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)" }
}
