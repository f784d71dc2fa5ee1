/// A closed ring: first and last position are equal, at least four positions (RFC 7946, 3.1.6).
package struct LinearRing: Hashable, Sendable {
  /// The positions in order, WGS 84, the first repeated at the end.
  package let coordinates: [Coordinate]

  /// Creates a ring.
  /// - Throws: ``GeometryFault`` when the ring has fewer than four positions, is not closed or holds an invalid position.
  package init(_ coordinates: [Coordinate]) throws(GeometryFault) {
    guard coordinates.count >= 4 else { throw .ringTooShort(found: coordinates.count) }
    guard coordinates.first == coordinates.last else { throw .ringNotClosed }
    if let bad = coordinates.first(where: { !$0.isValid }) {
      throw .positionOutOfRange(longitude: bad.longitude, latitude: bad.latitude)
    }
    self.coordinates = coordinates
  }

  /// Twice the signed area in square degrees by the shoelace rule; positive when counter-clockwise.
  package var doubledSignedArea: Double {
    var sum = 0.0
    for index in 1..<coordinates.count {
      let a = coordinates[index - 1]
      let b = coordinates[index]
      sum += a.longitude * b.latitude - b.longitude * a.latitude
    }
    return sum
  }

  /// The same ring wound counter-clockwise (or clockwise): RFC 7946 wants exteriors counter-clockwise, holes clockwise.
  package func wound(counterClockwise: Bool) -> LinearRing {
    (doubledSignedArea > 0) == counterClockwise ? self : LinearRing(unchecked: coordinates.reversed())
  }

  private init(unchecked coordinates: [Coordinate]) {
    self.coordinates = coordinates
  }
}

/// A polygon with holes, WGS 84.
package struct Polygon: Hashable, Sendable {
  package let exterior: LinearRing
  package let holes: [LinearRing]

  package init(exterior: LinearRing, holes: [LinearRing] = []) {
    self.exterior = exterior
    self.holes = holes
  }
}

/// Any geometry of RFC 7946, WGS 84.
package indirect enum Geometry: Hashable, Sendable {
  case point(Coordinate)
  case multiPoint([Coordinate])
  case lineString([Coordinate])
  case multiLineString([[Coordinate]])
  case polygon(Polygon)
  case multiPolygon([Polygon])
  case collection([Geometry])
}

/// Why positions do not make a geometry.
package enum GeometryFault: Error, Hashable, Sendable, CustomStringConvertible {
  case ringTooShort(found: Int)
  case ringNotClosed
  case positionOutOfRange(longitude: Double, latitude: Double)
  case lineTooShort(found: Int)

  package var description: String {
    switch self {
    case .ringTooShort(let found): "a ring needs at least 4 positions, found \(found)"
    case .ringNotClosed: "a ring must end where it starts"
    case .positionOutOfRange(let longitude, let latitude):
      "longitude \(longitude), latitude \(latitude) is outside of WGS 84 (are the two swapped?)"
    case .lineTooShort(let found): "a line needs at least 2 positions, found \(found)"
    }
  }
}
