/// Writes CSV (RFC 4180) into a buffer of bytes: UTF-8 without byte order mark, quotes only where a cell needs them.
///
/// Cells are data and stay as they are, also when they begin with = + - or @: a spreadsheet's habits are not this
/// file's business.
package struct CSVWriter: Sendable {
  /// What ends a line.
  package enum LineEnd: Sendable {
    case lf
    case crlf
  }

  private let lineEnd: LineEnd
  private var bytes: [UInt8] = []

  package init(lineEnd: LineEnd = .lf) {
    self.lineEnd = lineEnd
  }

  /// The bytes that wait in the buffer.
  package var pendingCount: Int { bytes.count }

  /// Takes what was written and empties the buffer.
  package mutating func drain() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &bytes)
    return taken
  }

  /// Appends a record; a record without cells is not written, since it could not be told from a blank line.
  package mutating func write(_ cells: some Collection<String>) {
    guard !cells.isEmpty else { return }
    var isFirst = true
    for cell in cells {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      // An only cell without text would be a blank line.
      write(
        cell, mustQuote: isFirst && (cells.count == 1 && cell.isEmpty || cell.utf8.starts(with: [0xEF, 0xBB, 0xBF])))
      isFirst = false
    }
    if lineEnd == .crlf { bytes.append(UInt8(ascii: "\r")) }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func write(_ cell: String, mustQuote: Bool) {
    let needsQuotes =
      mustQuote
      || cell.utf8.contains {
        $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
      }
    guard needsQuotes else { return bytes.append(contentsOf: cell.utf8) }
    bytes.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
