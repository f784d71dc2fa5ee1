// One feature: its members in any order.
extension GeoJSONReader {
  /// Reads the Feature at the cursor.
  mutating func feature(depth: Int) throws(GeographyError) -> Feature {
    json.skipSpace()
    let start = json.cursor.position
    var feature = Feature(geometry: nil, properties: [])
    var isFirst = true
    var type: String?
    try json.enterObject(depth: depth)
    while let name = try json.nextName(isFirst: isFirst) {
      isFirst = false
      json.skipSpace()
      let place = json.cursor.position
      switch name {
      case "type":
        type = try json.value(depth: depth + 1).string
        guard type == "Feature" else {
          throw fault("\"Feature\" as type", found: type.map { "\"\($0.prefix(40))\"" } ?? "another value", at: place)
        }
      case "id": feature.id = try id(depth: depth + 1)
      case "geometry":
        if json.cursor.byte == UInt8(ascii: "n") {
          try json.literal("null")
          feature.geometry = nil
        } else {
          feature.geometry = try geometry(depth: depth + 1)
        }
      case "properties":
        if json.cursor.byte == UInt8(ascii: "n") {
          try json.literal("null")
        } else {
          feature.properties = try json.members(depth: depth + 1)
        }
      default: _ = try json.value(depth: depth + 1)
      }
    }
    guard type != nil else {
      throw fault("the member \"type\" with \"Feature\"", found: "an object without type", at: start)
    }
    return feature
  }

  private mutating func id(depth: Int) throws(GeographyError) -> JSONValue? {
    let place = json.cursor.position
    let value = try json.value(depth: depth)
    switch value {
    case .string, .integer, .number: return value
    case .null: return nil
    default: throw fault("a string or a number as id", found: "another value", at: place)
    }
  }
}
