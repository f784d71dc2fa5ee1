// Features and geometries as RFC 7946 wants them.
extension JSONWriter {
  /// Appends a feature.
  package mutating func write(_ feature: Feature) {
    write(id: feature.id, geometry: feature.geometry) { $0.write(members: feature.properties) }
  }

  /// Appends a feature whose properties the caller writes.
  mutating func write(id: JSONValue?, geometry: Geometry?, properties: (inout JSONWriter) -> Void) {
    write(raw: "{\"type\":\"Feature\"")
    if let id {
      write(raw: ",\"id\":")
      write(id)
    }
    write(raw: ",\"geometry\":")
    if let geometry {
      write(geometry)
    } else {
      write(raw: "null")
    }
    write(raw: ",\"properties\":{")
    properties(&self)
    write(raw: "}}")
  }

  /// Appends a geometry; null when one of its positions is not finite.
  package mutating func write(_ geometry: Geometry) {
    guard geometry.isFinite else { return write(raw: "null") }
    switch geometry {
    case .point(let position):
      write(raw: "{\"type\":\"Point\",\"coordinates\":")
      write(position)
    case .multiPoint(let positions):
      write(raw: "{\"type\":\"MultiPoint\",\"coordinates\":")
      write(positions)
    case .lineString(let positions):
      write(raw: "{\"type\":\"LineString\",\"coordinates\":")
      write(positions)
    case .multiLineString(let lines):
      write(raw: "{\"type\":\"MultiLineString\",\"coordinates\":")
      writeList(lines) { $0.write($1) }
    case .polygon(let polygon):
      write(raw: "{\"type\":\"Polygon\",\"coordinates\":")
      write(polygon)
    case .multiPolygon(let polygons):
      write(raw: "{\"type\":\"MultiPolygon\",\"coordinates\":")
      writeList(polygons) { $0.write($1) }
    case .collection(let geometries):
      write(raw: "{\"type\":\"GeometryCollection\",\"geometries\":")
      writeList(geometries) { $0.write($1) }
    }
    write(raw: "}")
  }

  private mutating func write(_ position: Coordinate) {
    write(raw: "[")
    write(degrees: position.longitude)
    write(raw: ",")
    write(degrees: position.latitude)
    write(raw: "]")
  }

  private mutating func write(_ positions: some Sequence<Coordinate>) {
    writeList(positions) { $0.write($1) }
  }

  private mutating func write(_ polygon: Polygon) {
    write(raw: "[")
    write(polygon.exterior, counterClockwise: true)
    for hole in polygon.holes {
      write(raw: ",")
      write(hole, counterClockwise: false)
    }
    write(raw: "]")
  }

  private mutating func write(_ ring: LinearRing, counterClockwise: Bool) {
    let area = ring.doubledAreaFromFirst
    // A ring without area has no direction: it stays as it is, so that writing twice gives the same.
    if area == 0 || (area > 0) == counterClockwise {
      write(ring.coordinates)
    } else {
      write(ring.coordinates.reversed())
    }
  }

  private mutating func writeList<Elements: Sequence>(
    _ elements: Elements, _ element: (inout JSONWriter, Elements.Element) -> Void
  ) {
    write(raw: "[")
    var isFirst = true
    for item in elements {
      if !isFirst { write(raw: ",") }
      isFirst = false
      element(&self, item)
    }
    write(raw: "]")
  }
}

extension LinearRing {
  /// Twice the signed area in square degrees, reckoned from the first position: small rings far from 0, 0 keep their
  /// sign.
  var doubledAreaFromFirst: Double {
    guard let origin = coordinates.first else { return 0 }
    var sum = 0.0
    for (a, b) in zip(coordinates, coordinates.dropFirst()) {
      sum +=
        (a.longitude - origin.longitude) * (b.latitude - origin.latitude)
        - (b.longitude - origin.longitude) * (a.latitude - origin.latitude)
    }
    return sum
  }
}

extension Geometry {
  /// True when all positions are finite.
  var isFinite: Bool {
    func finite(_ c: Coordinate) -> Bool { c.longitude.isFinite && c.latitude.isFinite }
    return switch self {
    case .point(let position): finite(position)
    case .multiPoint(let positions), .lineString(let positions): positions.allSatisfy(finite)
    case .multiLineString(let lines): lines.allSatisfy { $0.allSatisfy(finite) }
    // A ring checks its positions when it is made.
    case .polygon, .multiPolygon: true
    case .collection(let geometries): geometries.allSatisfy(\.isFinite)
    }
  }
}
