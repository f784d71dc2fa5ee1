// One geometry: coordinates go straight into positions, without a tree of JSON values between.
extension GeoJSONReader {
  /// Reads the geometry at the cursor.
  mutating func geometry(depth: Int) throws(GeographyError) -> Geometry {
    json.skipSpace()
    let start = json.cursor.position
    var type: String?
    var parts: Int?
    var result: Geometry?
    var isFirst = true
    try json.enterObject(depth: depth)
    while let name = try json.nextName(isFirst: isFirst) {
      isFirst = false
      json.skipSpace()
      let place = json.cursor.position
      switch name {
      case "type":
        guard let text = try json.value(depth: depth + 1).string else {
          throw fault("the name of a geometry type", found: "another value", at: place)
        }
        type = text
      case "coordinates", "geometries":
        if let type, (name == "geometries") == (type == "GeometryCollection") {
          result = try content(of: type, depth: depth + 1, at: place)
        } else if type == nil {
          // The type comes later: the coordinates are read on a second visit.
          parts = place
          _ = json.skipRoughly()
        } else {
          _ = try json.value(depth: depth + 1)
        }
      default: _ = try json.value(depth: depth + 1)
      }
    }
    if let result { return result }
    guard let type else { throw fault("a geometry with a \"type\"", found: "none", at: start) }
    guard let parts else {
      throw fault("\"\(type == "GeometryCollection" ? "geometries" : "coordinates")\"", found: "none", at: start)
    }
    let end = json.cursor.position
    json.cursor.position = parts
    let content = try content(of: type, depth: depth + 1, at: parts)
    json.cursor.position = end
    return content
  }

  private mutating func content(of type: String, depth: Int, at place: Int) throws(GeographyError) -> Geometry {
    switch type {
    case "Point": return .point(try position())
    case "MultiPoint": return .multiPoint(try positions())
    case "LineString": return .lineString(try lineString())
    case "MultiLineString":
      return .multiLineString(try list { parser throws(GeographyError) in try parser.lineString() })
    case "Polygon": return .polygon(try polygon())
    case "MultiPolygon": return .multiPolygon(try list { parser throws(GeographyError) in try parser.polygon() })
    case "GeometryCollection":
      return .collection(try list { parser throws(GeographyError) in try parser.geometry(depth: depth + 1) })
    default:
      throw fault("one of the seven geometry types", found: "\"\(type.prefix(40))\"", at: place)
    }
  }

  private mutating func list<Element>(
    _ element: (inout GeoJSONReader) throws(GeographyError) -> Element
  ) throws(GeographyError) -> [Element] {
    var elements: [Element] = []
    try json.enterArray(depth: 0)
    while try json.nextElement(isFirst: elements.isEmpty) { elements.append(try element(&self)) }
    return elements
  }

  private mutating func positions() throws(GeographyError) -> [Coordinate] {
    try list { parser throws(GeographyError) in try parser.position() }
  }

  private mutating func position() throws(GeographyError) -> Coordinate {
    json.skipSpace()
    let place = json.cursor.position
    var numbers = (0.0, 0.0)
    var count = 0
    try json.enterArray(depth: 0)
    while try json.nextElement(isFirst: count == 0) {
      let number = try json.double()
      if count == 0 { numbers.0 = number }
      if count == 1 { numbers.1 = number }
      count += 1
    }
    guard count >= 2 else { throw fault("longitude and latitude", found: "\(count) numbers", at: place) }
    let coordinate = Coordinate(longitude: numbers.0, latitude: numbers.1)
    guard coordinate.isValid else {
      throw geometryFault(.positionOutOfRange(longitude: numbers.0, latitude: numbers.1), at: place)
    }
    return coordinate
  }

  private mutating func lineString() throws(GeographyError) -> [Coordinate] {
    json.skipSpace()
    let place = json.cursor.position
    let positions = try positions()
    guard positions.count >= 2 else { throw geometryFault(.lineTooShort(found: positions.count), at: place) }
    return positions
  }

  private mutating func polygon() throws(GeographyError) -> Polygon {
    json.skipSpace()
    let place = json.cursor.position
    let rings = try list { parser throws(GeographyError) in try parser.ring() }
    guard let exterior = rings.first else { throw fault("a polygon with a ring", found: "none", at: place) }
    return Polygon(exterior: exterior, holes: Array(rings.dropFirst()))
  }

  private mutating func ring() throws(GeographyError) -> LinearRing {
    json.skipSpace()
    let place = json.cursor.position
    let positions = try positions()
    do throws(GeometryFault) {
      return try LinearRing(positions)
    } catch {
      throw geometryFault(error, at: place)
    }
  }

  private mutating func geometryFault(_ fault: GeometryFault, at place: Int) -> GeographyError {
    .geometry(fault, line: json.cursor.line(at: place), column: json.cursor.column(at: place))
  }
}
