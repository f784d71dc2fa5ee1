// Numbers: the usual ones without a detour through a string.
extension JSONParser {
  /// Reads the number at the cursor.
  mutating func number() throws(GeographyError) -> JSONValue {
    let token = try numberToken()
    if token.isWhole, let magnitude = token.magnitude {
      // −0 is a floating-point value: as an integer it would lose its sign on the way back.
      if !token.isNegative, let value = Int(exactly: magnitude) { return .integer(value) }
      if token.isNegative, magnitude != 0, magnitude <= Int.min.magnitude {
        return .integer(Int(truncatingIfNeeded: 0 &- magnitude))
      }
    }
    return .number(try double(token))
  }

  /// Reads the number at the cursor as floating point.
  mutating func double() throws(GeographyError) -> Double {
    skipSpace()
    guard let byte = cursor.byte, byte == UInt8(ascii: "-") || Self.isDigit(byte) else { throw fault("a number") }
    return try double(try numberToken())
  }

  private struct NumberToken {
    var start: Int
    var isNegative = false
    var isWhole = true
    /// All digits as one whole number; nil when there are too many.
    var magnitude: UInt64? = 0
    /// The power of ten that belongs to ``magnitude``; nil when out of bounds.
    var exponent: Int? = 0
  }

  private mutating func numberToken() throws(GeographyError) -> NumberToken {
    var token = NumberToken(start: cursor.position)
    if cursor.byte == UInt8(ascii: "-") {
      token.isNegative = true
      cursor.position += 1
    }
    if cursor.byte == UInt8(ascii: "0") {
      cursor.position += 1
      if let byte = cursor.byte, Self.isDigit(byte) { throw fault("no digit after a leading 0") }
    } else {
      _ = try digits(into: &token.magnitude)
    }
    if cursor.byte == UInt8(ascii: ".") {
      token.isWhole = false
      cursor.position += 1
      token.exponent = -(try digits(into: &token.magnitude))
    }
    if cursor.byte == UInt8(ascii: "e") || cursor.byte == UInt8(ascii: "E") {
      token.isWhole = false
      cursor.position += 1
      var isNegative = false
      if let sign = cursor.byte, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        isNegative = sign == UInt8(ascii: "-")
        cursor.position += 1
      }
      var power: UInt64? = 0
      _ = try digits(into: &power)
      if let value = power, value < 10_000, let exponent = token.exponent {
        token.exponent = exponent + (isNegative ? -Int(value) : Int(value))
      } else {
        token.exponent = nil
      }
    }
    return token
  }

  private mutating func digits(into magnitude: inout UInt64?) throws(GeographyError) -> Int {
    let start = cursor.position
    while let byte = cursor.byte, Self.isDigit(byte) {
      if let value = magnitude {
        let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, carry) = tens.addingReportingOverflow(UInt64(byte - UInt8(ascii: "0")))
        magnitude = overflow || carry ? nil : sum
      }
      cursor.position += 1
    }
    guard cursor.position > start else { throw fault("a digit") }
    return cursor.position - start
  }

  private mutating func double(_ token: NumberToken) throws(GeographyError) -> Double {
    // Both factors are exact, so the result is the nearest double: at most 53 bits of digits, powers of ten up to 22.
    if let magnitude = token.magnitude, magnitude <= 1 << 53, let exponent = token.exponent, abs(exponent) <= 22 {
      let power = Self.powersOfTen[abs(exponent)]
      let value = exponent < 0 ? Double(magnitude) / power : Double(magnitude) * power
      return token.isNegative ? -value : value
    }
    let text = String(decoding: cursor.bytes[token.start..<cursor.position], as: UTF8.self)
    guard let value = Double(text), value.isFinite else {
      throw fault("a number within ±1.8e308", found: String(text.prefix(40)), at: token.start)
    }
    return value
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]
}
