/// Writes JSON into a buffer of bytes: UTF-8 without escapes beyond the needed ones, no spaces, members in their order.
package struct JSONWriter: Sendable {
  /// What was written and not yet taken.
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Takes what was written and empties the buffer.
  package mutating func drain() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &bytes)
    bytes.reserveCapacity(min(taken.count, 1 << 16))
    return taken
  }

  /// Appends bytes that are JSON already.
  package mutating func write(raw text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends a value.
  package mutating func write(_ value: JSONValue) {
    switch value {
    case .null: write(raw: "null")
    case .bool(let flag): flag ? write(raw: "true") : write(raw: "false")
    case .integer(let number): write(number)
    case .number(let number): write(number)
    case .string(let text): write(text)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(element)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      write(members: members)
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// Appends members without the braces around them.
  package mutating func write(members: [JSONValue.Member]) {
    for (index, member) in members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(name: member.name)
      write(member.value)
    }
  }

  /// Appends the name of a member and the colon behind it.
  package mutating func write(name: String) {
    write(name)
    bytes.append(UInt8(ascii: ":"))
  }

  /// Appends a string in quotes.
  package mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let utf8 = text.utf8
    let span = utf8.span
    // Nearly every text has nothing to escape: asked without a branch, of many bytes at once, and copied in one go.
    var hasEscape = false
    for index in span.indices { hasEscape = Self.needsEscape(span[index]) || hasEscape }
    if hasEscape {
      var run = 0
      for index in span.indices where Self.needsEscape(span[index]) {
        bytes.append(contentsOf: utf8.dropFirst(run).prefix(index - run))
        writeEscape(span[index])
        run = index + 1
      }
      bytes.append(contentsOf: utf8.dropFirst(run))
    } else {
      bytes.append(contentsOf: utf8)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func writeEscape(_ byte: UInt8) {
    switch byte {
    case 0x0A: write(raw: "\\n")
    case 0x0D: write(raw: "\\r")
    case 0x09: write(raw: "\\t")
    case 0x00..<0x20:
      write(raw: "\\u00")
      bytes.append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
      bytes.append(Self.hexDigit(byte & 0x0F))
    default:
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    }
  }

  /// Appends a whole number.
  package mutating func write(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    write(digits: UInt64(number.magnitude), minimumWidth: 1)
  }

  /// Appends a number with the fewest digits that read back as the same; null when it is not finite, since JSON has
  /// no word for it.
  package mutating func write(_ number: Double) {
    guard number.isFinite else { return write(raw: "null") }
    bytes.append(contentsOf: number.description.utf8)
  }

  /// Appends a number rounded to six decimals (0.1 m in degrees), without trailing zeros; null when it is not finite.
  package mutating func write(degrees number: Double) {
    // Beyond this, a double has no sixth decimal anyway.
    guard abs(number) < 1e9 else { return write(number) }
    let millionths = (number * 1_000_000).rounded()
    let magnitude = UInt64(abs(millionths))
    if millionths < 0 { bytes.append(UInt8(ascii: "-")) }
    write(digits: magnitude / 1_000_000, minimumWidth: 1)
    var fraction = magnitude % 1_000_000
    guard fraction > 0 else { return }
    var width = 6
    while fraction % 10 == 0 {
      fraction /= 10
      width -= 1
    }
    bytes.append(UInt8(ascii: "."))
    write(digits: fraction, minimumWidth: width)
  }

  private mutating func write(digits number: UInt64, minimumWidth: Int) {
    var width = 1
    var limit: UInt64 = 10
    while width < minimumWidth || number >= limit {
      width += 1
      let (next, overflow) = limit.multipliedReportingOverflow(by: 10)
      // Twenty digits hold every UInt64.
      if overflow { break }
      limit = next
    }
    let start = bytes.count
    for _ in 0..<width { bytes.append(UInt8(ascii: "0")) }
    var rest = number
    var index = start + width
    while rest > 0, index > start {
      index -= 1
      bytes[index] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
  }

  private static func hexDigit(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
  }
}

extension JSONWriter {
  /// The bytes of one value.
  package static func bytes(of value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(value)
    return writer.bytes
  }
}
