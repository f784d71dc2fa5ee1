/// Cuts a stream of CSV bytes into the raw bytes of its rows, minding quotes, without holding more than one row.
///
/// A quote that never closes would swallow the rows that follow. Where a cell of several lines does not end as a quoted
/// cell must, its first line is given up and reading goes on at the second, so that a missing quote costs one line.
struct RowSplitter {
  /// The bytes of a row without its line end and the line it begins on, or why there are none.
  enum Row {
    case row(ArraySlice<UInt8>, line: Int)
    case tooLong(line: Int)
    case openQuote(line: Int)
  }

  private enum Place { case cellStart, plain, quoted, afterQuote }

  private let limit: Int
  private var pending: [UInt8] = []
  private var rows: [Row] = []
  /// Bytes to read, the next on top: going back puts bytes here, so that it needs no recursion.
  private var backlog: [ArraySlice<UInt8>] = []
  /// How many bytes may be read again in all; a file that needs more is not CSV.
  private var rereadBudget: Int
  /// The line on which the pending row begins, and the line that is being read.
  private var startLine = 1
  private var line = 1
  private var place = Place.cellStart
  private var isDiscarding = false
  private var lastWasReturn = false

  /// Prepares to cut rows of at most so many bytes.
  init(limit: Int) {
    self.limit = limit
    rereadBudget = limit * 4
  }

  /// Takes bytes in and gives the rows that end within them.
  mutating func take(_ chunk: ArraySlice<UInt8>) -> [Row] {
    backlog.append(chunk)
    drain()
    defer { rows = [] }
    return rows
  }

  /// Gives the last row when the input does not end with a line end.
  mutating func finish() -> [Row] {
    while place == .quoted, !isDiscarding, !pending.isEmpty {
      goBack()
      drain()
    }
    endRow()
    defer { rows = [] }
    return rows
  }

  private mutating func drain() {
    while let bytes = backlog.popLast() {
      let depth = backlog.count
      var index = bytes.startIndex
      while index < bytes.endIndex {
        let end = endOfRun(in: bytes, from: index)
        if end > index {
          if !isDiscarding { pending += bytes[index..<end] }
          lastWasReturn = false
          index = end
          continue
        }
        take(bytes[index])
        if backlog.count > depth {
          // Going back has put bytes on top; the rest of these comes after them.
          backlog.insert(bytes[(index + 1)...], at: depth)
          break
        }
        index += 1
      }
    }
  }

  /// The end of the bytes that change nothing and can be taken at once: no mark, no line end, no overflow.
  private func endOfRun(in bytes: ArraySlice<UInt8>, from start: Int) -> Int {
    guard isDiscarding || place == .quoted || place == .plain else { return start }
    let most = isDiscarding ? bytes.endIndex : min(bytes.endIndex, start + max(0, limit - pending.count))
    var end = start
    while end < most {
      let byte = bytes[end]
      if byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D { break }
      end += 1
    }
    return end
  }

  private mutating func take(_ byte: UInt8) {
    let isLineEnd = byte == 0x0A || byte == 0x0D
    let endsPair = byte == 0x0A && lastWasReturn
    lastWasReturn = byte == 0x0D
    if endsPair {
      if place == .quoted, !isDiscarding { pending.append(byte) }
      return
    }
    if isLineEnd { line += 1 }
    if isLineEnd, place != .quoted || isDiscarding {
      endRow()
      return
    }
    if isDiscarding { return }
    pending.append(byte)
    switch (place, byte) {
    case (.quoted, UInt8(ascii: "\"")): place = .afterQuote
    case (.quoted, _): break
    case (.cellStart, UInt8(ascii: "\"")), (.afterQuote, UInt8(ascii: "\"")): place = .quoted
    case (_, UInt8(ascii: ",")): place = .cellStart
    case (.afterQuote, _) where line > startLine && pending.count <= rereadBudget: goBack()
    default: place = .plain
    }
    if pending.count > limit { overflow() }
  }

  private mutating func endRow() {
    if !pending.isEmpty { rows.append(.row(pending[...], line: startLine)) }
    pending = []
    place = .cellStart
    isDiscarding = false
    startLine = line
  }

  private mutating func overflow() {
    if place == .quoted, line > startLine {
      goBack()
    } else {
      rows.append(.tooLong(line: startLine))
      pending = []
      isDiscarding = true
    }
  }

  /// Gives up the first line of the pending row and puts its other lines back to be read.
  private mutating func goBack() {
    rows.append(.openQuote(line: startLine))
    let bytes = pending
    pending = []
    place = .cellStart
    lastWasReturn = false
    let end = bytes.firstIndex { $0 == 0x0A || $0 == 0x0D }
    rereadBudget -= bytes.count
    guard var next = end, rereadBudget >= 0 else {
      startLine = line
      return
    }
    if bytes[next] == 0x0D, next + 1 < bytes.count, bytes[next + 1] == 0x0A { next += 1 }
    line = startLine + 1
    startLine = line
    backlog.append(bytes[(next + 1)...])
  }
}
