/// A JSON value that keeps the order of an object's members, so that what is read is written back in the same order.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// One member of an object.
  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: JSONValue

    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The value of an object's first member of that name; nil for anything else.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text of a string; nil for anything else.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number as floating point; nil for anything that is not a number.
  package var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The number when it is a whole one; nil for anything else.
  package var integer: Int? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int(exactly: value)
    default: nil
    }
  }

  /// The elements of an array; nil for anything else.
  package var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }
}

/// A GeoJSON Feature (RFC 7946, 3.2); `geometry` nil is an unlocated feature.
package struct Feature: Hashable, Sendable {
  package var id: JSONValue?
  package var geometry: Geometry?
  package var properties: [JSONValue.Member]

  package init(id: JSONValue? = nil, geometry: Geometry?, properties: [JSONValue.Member]) {
    self.id = id
    self.geometry = geometry
    self.properties = properties
  }

  /// The value of the first property of that name.
  package subscript(name: String) -> JSONValue? {
    properties.first { $0.name == name }?.value
  }
}
