/// A place in a text of bytes that can tell its line and column.
///
/// Lines are counted only when somebody asks, and each byte once: a file with many faults stays linear.
struct ByteCursor: Sendable {
  let bytes: [UInt8]
  var position = 0
  // The last place whose line is known; asking for an earlier place starts again at the beginning.
  private var counted = (position: 0, line: 1)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The byte at the position; nil at the end.
  var byte: UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  /// True at the end of the text.
  var isAtEnd: Bool { position >= bytes.count }

  /// The line of a place, from 1.
  mutating func line(at place: Int) -> Int {
    let place = min(place, bytes.count)
    if place < counted.position { counted = (0, 1) }
    var line = counted.line
    for index in counted.position..<place where bytes[index] == UInt8(ascii: "\n") {
      line += 1
    }
    counted = (place, line)
    return line
  }

  /// The column of a place in Unicode scalars, from 1.
  func column(at place: Int) -> Int {
    var index = min(place, bytes.count)
    var column = 1
    while index > 0, bytes[index - 1] != UInt8(ascii: "\n") {
      index -= 1
      if bytes[index] & 0xC0 != 0x80 { column += 1 }
    }
    return column
  }

  /// The place of the first byte in a range that is not UTF-8; the range's end when all are.
  func endOfUTF8(from start: Int, to end: Int) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes[start..<end].makeIterator()
    var place = start
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): place += scalar.count
      case .error: return place
      case .emptyInput: return end
      }
    }
  }

  /// What stands at a place, for a message.
  func found(at place: Int) -> String {
    guard place < bytes.count else { return "the end of the text" }
    let byte = bytes[place]
    guard byte > 0x20, byte != 0x7F else { return byte == 0x20 ? "a space" : "the control character \(hex(byte))" }
    if byte < 0x80 { return "‘\(Character(Unicode.Scalar(byte)))’" }
    let end = min(place + 4, bytes.count)
    for stop in stride(from: end, to: place, by: -1) {
      if let text = String(validating: bytes[place..<stop], as: UTF8.self), let first = text.unicodeScalars.first {
        return "‘\(Character(first))’"
      }
    }
    return "the byte \(hex(byte)), which is not UTF-8"
  }

  private func hex(_ byte: UInt8) -> String {
    "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
