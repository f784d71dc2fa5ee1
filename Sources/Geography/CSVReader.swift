/// Reads CSV (RFC 4180) record by record.
///
/// The separator is the comma; cells in double quotes may hold commas, line ends and doubled quotes. A line ends with
/// CRLF, LF or CR. A byte order mark at the start and blank lines are read over. A quote within an unquoted cell is
/// an ordinary character.
///
/// After an error ``next()`` may be called again: the faulty record is lost, the others follow.
package struct CSVReader: Sendable {
  /// One line of the table.
  package struct Record: Hashable, Sendable {
    /// The number of the record, from 1, a header included, blank lines not.
    package var number: Int
    /// The line on which the record begins, from 1.
    package var line: Int
    package var cells: [String]
  }

  private var cursor: ByteCursor
  private var recordNumber = 0
  private var line = 1

  /// Creates a reader of a whole text in UTF-8.
  package init(_ bytes: [UInt8]) {
    cursor = ByteCursor(bytes)
  }

  /// Reads all records of a text.
  /// - Throws: the first ``GeographyError/csv(expected:found:record:line:)``.
  package static func records(in bytes: [UInt8]) throws(GeographyError) -> [Record] {
    var reader = CSVReader(bytes)
    var records: [Record] = []
    while let record = try reader.next() { records.append(record) }
    return records
  }

  /// The next record; nil at the end of the text.
  /// - Throws: ``GeographyError/csv(expected:found:record:line:)``. Every call moves on, so a loop over errors ends.
  package mutating func next() throws(GeographyError) -> Record? {
    while skipLineEnd() {}
    guard !cursor.isAtEnd else { return nil }
    recordNumber += 1
    var record = Record(number: recordNumber, line: line, cells: [])
    do throws(GeographyError) {
      while true {
        record.cells.append(cursor.byte == Self.quote ? try quotedCell() : try plainCell())
        guard cursor.byte == Self.comma else { break }
        cursor.position += 1
      }
    } catch {
      while let byte = cursor.byte, byte != Self.lineFeed, byte != Self.carriageReturn { cursor.position += 1 }
      throw error
    }
    return record
  }

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private mutating func skipLineEnd() -> Bool {
    guard let byte = cursor.byte, byte == Self.lineFeed || byte == Self.carriageReturn else { return false }
    cursor.position += 1
    if byte == Self.carriageReturn, cursor.byte == Self.lineFeed { cursor.position += 1 }
    line += 1
    return true
  }

  private mutating func plainCell() throws(GeographyError) -> String {
    let start = cursor.position
    while let byte = cursor.byte, byte != Self.comma, byte != Self.lineFeed, byte != Self.carriageReturn {
      cursor.position += 1
    }
    return try text(cursor.bytes[start..<cursor.position], from: start)
  }

  private mutating func quotedCell() throws(GeographyError) -> String {
    let opening = (position: cursor.position, line: line)
    cursor.position += 1
    let start = cursor.position
    var run = start
    // Empty as long as there is no doubled quote: then the text is made from the input in one go.
    var decoded: [UInt8] = []
    while let byte = cursor.byte {
      if byte == Self.lineFeed || byte == Self.carriageReturn {
        _ = skipLineEnd()
        continue
      }
      cursor.position += 1
      guard byte == Self.quote else { continue }
      if cursor.byte == Self.quote {
        decoded += cursor.bytes[run..<cursor.position]
        cursor.position += 1
        run = cursor.position
        continue
      }
      let end = cursor.position - 1
      if let next = cursor.byte, next != Self.comma, next != Self.lineFeed, next != Self.carriageReturn {
        throw fault("‘,’ or a line end after the closing quote", found: cursor.found(at: cursor.position))
      }
      if decoded.isEmpty { return try text(cursor.bytes[start..<end], from: start) }
      decoded += cursor.bytes[run..<end]
      return try text(decoded[...], from: start)
    }
    // An open quote swallows everything behind it: only its line is given up, the records after it are read.
    (cursor.position, line) = opening
    throw fault("the closing quote of the cell", found: "the end of the text")
  }

  private func text(_ bytes: ArraySlice<UInt8>, from start: Int) throws(GeographyError) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let place = cursor.endOfUTF8(from: start, to: cursor.position)
    throw fault("UTF-8", found: cursor.found(at: place))
  }

  private func fault(_ expected: String, found: String) -> GeographyError {
    .csv(expected: expected, found: found, record: recordNumber, line: line)
  }
}
