/// Reads JSON (RFC 8259) byte by byte; any input gives a value or an error with line and column.
///
/// Numbers without fraction and exponent become ``JSONValue/integer(_:)`` when they fit, all others
/// ``JSONValue/number(_:)``. Members of the same name are all kept, in order.
package struct JSONParser: Sendable {
  /// How deep arrays and objects may nest.
  package static let depthLimit = 128

  var cursor: ByteCursor

  init(_ bytes: [UInt8]) {
    cursor = ByteCursor(bytes)
  }

  /// Reads a text that holds exactly one value; a byte order mark at the start is ignored.
  /// - Throws: ``GeographyError/json(expected:found:line:column:)``.
  package static func value(in bytes: [UInt8]) throws(GeographyError) -> JSONValue {
    var parser = JSONParser(bytes)
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.cursor.isAtEnd else { throw parser.fault("the end of the text after the value") }
    return value
  }

  /// Reads a text that holds exactly one value.
  /// - Throws: ``GeographyError/json(expected:found:line:column:)``.
  package static func value(in text: String) throws(GeographyError) -> JSONValue {
    try value(in: Array(text.utf8))
  }

  /// Reads the value at the cursor, spaces before it included.
  mutating func value(depth: Int) throws(GeographyError) -> JSONValue {
    skipSpace()
    switch cursor.byte {
    case UInt8(ascii: "{"): return .object(try members(depth: depth))
    case UInt8(ascii: "["): return .array(try elements(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case let byte? where byte == UInt8(ascii: "-") || Self.isDigit(byte): return try number()
    case UInt8(ascii: "t"):
      try literal("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try literal("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try literal("null")
      return .null
    default: throw fault("a value")
    }
  }

  /// Reads the members of the object at the cursor.
  mutating func members(depth: Int) throws(GeographyError) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    try enterObject(depth: depth)
    while let name = try nextName(isFirst: members.isEmpty) {
      members.append(JSONValue.Member(name, try value(depth: depth + 1)))
    }
    return members
  }

  /// Reads the elements of the array at the cursor.
  mutating func elements(depth: Int) throws(GeographyError) -> [JSONValue] {
    var elements: [JSONValue] = []
    try enterArray(depth: depth)
    while try nextElement(isFirst: elements.isEmpty) {
      elements.append(try value(depth: depth + 1))
    }
    return elements
  }

  /// Steps over spaces, tabs and line ends.
  mutating func skipSpace() {
    while let byte = cursor.byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      cursor.position += 1
    }
  }

  /// An error at the cursor, or at another place.
  mutating func fault(_ expected: String, found: String? = nil, at place: Int? = nil) -> GeographyError {
    let place = place ?? cursor.position
    return .json(
      expected: expected, found: found ?? cursor.found(at: place), line: cursor.line(at: place),
      column: cursor.column(at: place))
  }
}
