internal import Tables

/// Reads a table of lines and cells record by record, tab-separated or CSV (RFC 4180), of any size.
///
/// No text is made of a cell before somebody asks for it: a dump of the whole world has some ten million rows, of which
/// a few thousand are of use.
struct DelimitedReader {
  /// What a call of ``next()`` met.
  enum Step {
    case record
    case faulty(TableFault)
    case end
  }

  /// A record that is longer than this is none; bytes.
  private static let longestRecord = 4 << 20
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private let separator: UInt8
  // Tab-separated files of both sources have no quoting: a quotation mark in a name is a mark.
  private let hasQuotes: Bool
  private var window: ByteWindow
  private var cells: [Range<Int>] = []
  private var following = 1
  private var isAtEnd = false
  /// The line of the current record, from 1.
  private(set) var line = 0

  /// - Throws: ``TableFault`` when the file cannot be read.
  init(_ path: String, separator: UInt8) throws(TableFault) {
    self.separator = separator
    hasQuotes = separator != UInt8(ascii: "\t")
    window = try ByteWindow(path)
  }

  /// How many cells the current record has.
  var count: Int { cells.count }

  /// Reads the next record; empty lines are passed over.
  /// - Throws: ``TableFault`` when the file can be read no further.
  mutating func next() throws(TableFault) -> Step {
    while true {
      switch scan() {
      case .record(let end, let lines):
        window.start = end
        line = following
        following += lines
        if cells.count == 1, cells[0].isEmpty { continue }
        return .record
      case .unfinished:
        if isAtEnd, window.waiting == 0 { return .end }
        if !isAtEnd, window.waiting <= Self.longestRecord {
          isAtEnd = try !window.load()
          continue
        }
        return faulty(
          "expected the end of a row, found none within \(Self.longestRecord >> 20) MB; is a quote left open?")
      case .misplacedQuote:
        return faulty("expected a separator or the line's end behind a closing quote, found something else")
      }
    }
  }

  /// The text of a cell, empty when the row is too short; nil when it is not UTF-8.
  func text(_ cell: Int) -> String? {
    guard cells.indices.contains(cell) else { return "" }
    let range = cells[cell]
    if hasQuotes, range.count >= 2, window.bytes[range.lowerBound] == Self.quote {
      var inner: [UInt8] = []
      var wasQuote = false
      for byte in window.bytes[range.dropFirst().dropLast()] {
        if byte == Self.quote, !wasQuote {
          wasQuote = true
          continue
        }
        wasQuote = false
        inner.append(byte)
      }
      return String(validating: inner, as: UTF8.self)
    }
    return String(validating: window.bytes[range], as: UTF8.self)
  }

  /// True when the cell has just these bytes.
  func equals(_ cell: Int, _ bytes: [UInt8]) -> Bool {
    cells.indices.contains(cell) && window.bytes[cells[cell]].elementsEqual(bytes)
  }

  /// True when the cell has no text.
  func isEmpty(_ cell: Int) -> Bool { !cells.indices.contains(cell) || cells[cell].isEmpty }

  /// The cell as a number without sign; nil when it is none.
  func number(_ cell: Int) -> Int? {
    guard cells.indices.contains(cell), (1...15).contains(cells[cell].count) else { return nil }
    var value = 0
    for index in cells[cell] {
      let digit = window.bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  private enum Scan {
    /// Where the next record begins, and how many line ends were passed.
    case record(end: Int, lines: Int)
    case unfinished
    case misplacedQuote
  }

  // One pass; it begins anew when more bytes were needed, which is once a piece of the file.
  private mutating func scan() -> Scan {
    let bytes = window.bytes
    var cells = self.cells
    self.cells = []
    cells.removeAll(keepingCapacity: true)
    defer { self.cells = cells }
    var index = window.start
    var cellStart = index
    var lines = 0
    var isOpen = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == separator {
        cells.append(cellStart..<index)
        cellStart = index + 1
      } else if byte == Self.lineFeed {
        let hasReturn = index > cellStart && bytes[index - 1] == Self.carriageReturn
        cells.append(cellStart..<(hasReturn ? index - 1 : index))
        return .record(end: index + 1, lines: lines + 1)
      } else if hasQuotes, byte == Self.quote, index == cellStart {
        index += 1
        while index < bytes.count {
          if bytes[index] == Self.lineFeed { lines += 1 }
          if bytes[index] == Self.quote {
            guard index + 1 < bytes.count, bytes[index + 1] == Self.quote else { break }
            index += 1
          }
          index += 1
        }
        // Behind the closing quote a separator or the line's end must stand.
        guard index < bytes.count else {
          isOpen = true
          break
        }
        let next = index + 1 < bytes.count ? bytes[index + 1] : Self.lineFeed
        guard next == separator || next == Self.lineFeed || next == Self.carriageReturn else { return .misplacedQuote }
      }
      index += 1
    }
    // The last line of a file may lack its end.
    guard isAtEnd, index == bytes.count, index > window.start, !isOpen else { return .unfinished }
    cells.append(cellStart..<bytes.count)
    return .record(end: bytes.count, lines: lines + 1)
  }

  // The faulty line alone is given up; what an open quote swallowed is read as rows of its own.
  private mutating func faulty(_ message: String) -> Step {
    line = following
    let end = window.bytes[window.start...].firstIndex(of: Self.lineFeed).map { $0 + 1 } ?? window.bytes.count
    window.start = end
    following += 1
    return .faulty(TableFault(file: window.file.path, line: line, message: message))
  }
}
