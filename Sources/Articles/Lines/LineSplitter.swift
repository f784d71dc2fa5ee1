/// Cuts a stream of bytes into lines without holding more than one of them.
struct LineSplitter {
  /// A line without its LF, or the news that a line is longer than allowed.
  enum Line {
    case line(ArraySlice<UInt8>, number: Int)
    case tooLong(number: Int)
  }

  private let limit: Int
  private var pending: [UInt8] = []
  private var number = 1
  /// True while the rest of a line that is too long goes by.
  private var isDiscarding = false

  /// - Parameter limit: the most bytes of a line.
  init(limit: Int) {
    self.limit = limit
  }

  /// Takes bytes in and gives the lines that end within them.
  mutating func take(_ chunk: ArraySlice<UInt8>) -> [Line] {
    var lines: [Line] = []
    var rest = chunk
    while let end = rest.firstIndex(of: 0x0A) {
      if let line = close(with: rest[..<end]) { lines.append(line) }
      rest = rest[(end + 1)...]
    }
    if !isDiscarding {
      if pending.count + rest.count > limit {
        lines.append(.tooLong(number: number))
        isDiscarding = true
        pending = []
      } else {
        pending += rest
      }
    }
    return lines
  }

  /// Gives the last line when the input does not end with LF.
  mutating func finish() -> Line? {
    pending.isEmpty ? nil : close(with: [])
  }

  private mutating func close(with end: ArraySlice<UInt8>) -> Line? {
    defer {
      number += 1
      isDiscarding = false
      pending = []
    }
    if isDiscarding { return nil }
    if pending.count + end.count > limit { return .tooLong(number: number) }
    if pending.isEmpty { return .line(end, number: number) }
    pending += end
    return .line(pending[...], number: number)
  }
}
