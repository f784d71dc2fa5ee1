// Strings, numbers and the three words.
extension JSONParser {
  /// Reads the string at the cursor.
  mutating func string() throws(GeographyError) -> String {
    guard cursor.byte == UInt8(ascii: "\"") else { throw fault("a string") }
    let opening = cursor.position
    cursor.position += 1
    var run = cursor.position
    // Empty as long as there is no escape: then the text is made from the input in one go.
    var decoded: [UInt8] = []
    var hasEscape = false
    while let byte = cursor.byte {
      switch byte {
      case UInt8(ascii: "\""):
        let end = cursor.position
        cursor.position += 1
        if hasEscape { decoded += cursor.bytes[run..<end] }
        let text =
          hasEscape
          ? String(validating: decoded, as: UTF8.self) : String(validating: cursor.bytes[run..<end], as: UTF8.self)
        guard let text else { throw fault("UTF-8", at: cursor.endOfUTF8(from: opening, to: end)) }
        return text
      case UInt8(ascii: "\\"):
        hasEscape = true
        decoded += cursor.bytes[run..<cursor.position]
        try escape(into: &decoded)
        run = cursor.position
      case 0x00..<0x20: throw fault("an escape such as \\n in a string")
      default: cursor.position += 1
      }
    }
    throw fault("the closing quote of the string", found: "the end of the text", at: opening)
  }

  private mutating func escape(into decoded: inout [UInt8]) throws(GeographyError) {
    let start = cursor.position
    cursor.position += 1
    guard let letter = cursor.byte else { throw fault("a letter after ‘\\’") }
    cursor.position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(letter)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "u"): decoded += String(Character(try unicodeEscape(start))).utf8
    default: throw fault("one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u", at: start + 1)
    }
  }

  // UTF-16 halves come as two escapes; half of a pair is no character.
  private mutating func unicodeEscape(_ start: Int) throws(GeographyError) -> Unicode.Scalar {
    let first = try fourDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, cursor.byte == UInt8(ascii: "\\"), cursor.position + 1 < cursor.bytes.count,
      cursor.bytes[cursor.position + 1] == UInt8(ascii: "u")
    else { throw fault("a pair of surrogates", found: "half of one", at: start) }
    cursor.position += 2
    let second = try fourDigits()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw fault("a pair of surrogates", found: "half of one", at: start) }
    return scalar
  }

  private mutating func fourDigits() throws(GeographyError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = cursor.byte, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw fault("four hexadecimal digits after \\u")
      }
      value = value << 4 | UInt32(digit)
      cursor.position += 1
    }
    return value
  }

  /// Steps over one of the three words.
  mutating func literal(_ word: StaticString) throws(GeographyError) {
    let end = cursor.position + word.utf8CodeUnitCount
    let text = word.description
    guard end <= cursor.bytes.count, cursor.bytes[cursor.position..<end].elementsEqual(text.utf8) else {
      throw fault(text)
    }
    cursor.position = end
  }
}
