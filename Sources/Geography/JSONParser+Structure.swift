// The steps through arrays and objects, apart from the values, so that GeoJSON can walk a text without building its
// tree.
extension JSONParser {
  /// Steps over the opening brace.
  mutating func enterObject(depth: Int) throws(GeographyError) {
    try enter(UInt8(ascii: "{"), "an object", depth: depth)
  }

  /// Steps over the opening bracket.
  mutating func enterArray(depth: Int) throws(GeographyError) {
    try enter(UInt8(ascii: "["), "an array", depth: depth)
  }

  /// Steps to the next member's value and returns its name; nil behind the closing brace.
  mutating func nextName(isFirst: Bool) throws(GeographyError) -> String? {
    guard try next(closing: UInt8(ascii: "}"), isFirst: isFirst, "‘,’ or ‘}’") else { return nil }
    guard cursor.byte == UInt8(ascii: "\"") else { throw fault("a member's name in quotes") }
    let name = try string()
    skipSpace()
    guard cursor.byte == UInt8(ascii: ":") else { throw fault("‘:’ after the name \"\(name.prefix(40))\"") }
    cursor.position += 1
    return name
  }

  /// Steps to the next element; false behind the closing bracket.
  mutating func nextElement(isFirst: Bool) throws(GeographyError) -> Bool {
    guard try next(closing: UInt8(ascii: "]"), isFirst: isFirst, "‘,’ or ‘]’") else { return false }
    guard cursor.byte != UInt8(ascii: "]") else { throw fault("a value after ‘,’") }
    return true
  }

  /// Steps over a value by its brackets and quotes alone; false when it does not end. The caller reads it again
  /// properly.
  mutating func skipRoughly() -> Bool {
    skipSpace()
    var depth = 0
    while let byte = cursor.byte {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth < 0 { return true }
      case UInt8(ascii: ","):
        if depth == 0 { return true }
      case UInt8(ascii: "\""): skipQuoted()
      default: break
      }
      cursor.position += 1
      if depth == 0, byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { return true }
    }
    return false
  }

  // Leaves the cursor on the closing quote, or on the last byte.
  private mutating func skipQuoted() {
    cursor.position += 1
    while let byte = cursor.byte, byte != UInt8(ascii: "\"") {
      cursor.position += byte == UInt8(ascii: "\\") ? 2 : 1
    }
  }

  private mutating func enter(_ bracket: UInt8, _ what: String, depth: Int) throws(GeographyError) {
    skipSpace()
    guard cursor.byte == bracket else { throw fault(what) }
    guard depth < Self.depthLimit else {
      throw fault("at most \(Self.depthLimit) levels of nesting", found: "one more")
    }
    cursor.position += 1
  }

  private mutating func next(closing: UInt8, isFirst: Bool, _ expected: String) throws(GeographyError) -> Bool {
    skipSpace()
    if cursor.byte == closing {
      cursor.position += 1
      return false
    }
    if !isFirst {
      guard cursor.byte == UInt8(ascii: ",") else { throw fault(expected) }
      cursor.position += 1
      skipSpace()
    }
    return true
  }
}
