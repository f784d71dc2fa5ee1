/// Stands before every reader: turns UTF-16 with a byte order mark into UTF-8 chunk by chunk, drops the mark of UTF-8
/// and lets all else pass.
struct UTF16Transcoder {
  private enum Mode { case undecided, passing, littleEndian, bigEndian }

  private var mode = Mode.undecided
  /// Bytes that wait for more: a mark that is not complete, or half a unit.
  private var waiting: [UInt8] = []
  /// A first surrogate that waits for its second.
  private var highSurrogate: UInt16?

  /// Takes bytes in and gives the UTF-8 bytes that are complete.
  mutating func transcode(_ chunk: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if mode == .passing { return chunk }
    var bytes = chunk
    if !waiting.isEmpty {
      bytes = (waiting + chunk)[...]
      waiting = []
    }
    if mode == .undecided {
      guard bytes.count >= 3 else {
        waiting = Array(bytes)
        return []
      }
      bytes = decide(bytes)
    }
    return mode == .passing ? bytes : units(of: bytes)
  }

  /// Gives what is left at the end of the input; half a unit or half a pair becomes the replacement character.
  mutating func finish() -> ArraySlice<UInt8> {
    var rest: ArraySlice<UInt8> = []
    if mode == .undecided {
      let bytes = decide(waiting[...])
      waiting = []
      rest = mode == .passing ? bytes : units(of: bytes)
    }
    let isIncomplete = highSurrogate != nil || !waiting.isEmpty
    highSurrogate = nil
    waiting = []
    return isIncomplete ? rest + [0xEF, 0xBF, 0xBD] : rest
  }

  private mutating func decide(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if bytes.starts(with: [0xFF, 0xFE]) {
      mode = .littleEndian
      return bytes.dropFirst(2)
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      mode = .bigEndian
      return bytes.dropFirst(2)
    }
    mode = .passing
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
  }

  private mutating func units(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2 + 1)
    if let high = highSurrogate {
      units.append(high)
      highSurrogate = nil
    }
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      units.append(mode == .littleEndian ? second << 8 | first : first << 8 | second)
      index += 2
    }
    if index < bytes.endIndex { waiting = [bytes[index]] }
    if let last = units.last, (0xD800...0xDBFF).contains(last) {
      highSurrogate = last
      units.removeLast()
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)[...]
  }
}
