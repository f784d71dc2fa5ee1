package import Geography

// Footprints as polygons. Rings wind counter-clockwise. A shape that has a pole inside or crosses the antimeridian
// comes out uncut, which GeoJSON does not allow; no place this project knows is near either.
extension Geodesic {
  /// The polygon whose corners lie on the circle around a centre; with radius 0 all corners are the centre.
  /// - Parameters:
  ///   - radiusKm: kilometres.
  ///   - segments: the number of corners, 3 … 100,000. 64 leave out 0.16 % of the circle's area.
  /// - Throws: ``GeodesyError``.
  package func circle(
    around centre: Coordinate, radiusKm: Double, segments: Int = 64
  ) throws(GeodesyError) -> Polygon {
    guard (3...100_000).contains(segments) else { throw .segmentsOutOfRange(found: segments) }
    try check([centre], [radiusKm])
    // Against the clock, so that the ring winds as RFC 7946 wants it.
    let step = 360 / Double(segments)
    return try polygon((0..<segments).map { direct(from: centre, bearing: -step * Double($0), distanceKm: radiusKm) })
  }

  /// The part of the ring between two distances that lies between two bearings, from the first clockwise to the second.
  ///
  /// Equal bearings, or bearings a full turn apart, give the whole ring. The nearer distance may be 0.
  /// - Parameters:
  ///   - bearings: degrees clockwise from north; `350 … 10` passes through north.
  ///   - distancesKm: kilometres from the centre.
  ///   - step: the greatest angle between corners, degrees.
  /// - Throws: ``GeodesyError``.
  package func sector(
    around centre: Coordinate, fromBearing start: Double, toBearing end: Double, distancesKm: ClosedRange<Double>,
    step: Double = 5
  ) throws(GeodesyError) -> Polygon {
    guard start.isFinite, end.isFinite else { throw .bearingNotFinite }
    try check([centre], [distancesKm.lowerBound, distancesKm.upperBound])
    let step = step.isFinite ? min(90, max(0.01, step)) : 5
    let turn = Self.normalized(end - start)
    guard turn > 0 else { return try ring(around: centre, distancesKm: distancesKm, step: step) }
    let outer = arc(around: centre, from: start, turn: turn, distanceKm: distancesKm.upperBound, step: step)
    let inner =
      distancesKm.lowerBound > 0
      ? arc(around: centre, from: start, turn: turn, distanceKm: distancesKm.lowerBound, step: step) : [centre]
    let outward = ray(from: centre, bearing: start + turn, distancesKm)
    return try polygon(outer.reversed() + ray(from: centre, bearing: start, distancesKm).reversed() + inner + outward)
  }

  // The corners between the ends of a sector's straight side: a side of 400 km drawn as one edge in the plane of degrees
  // lies up to 2 km off the true one at 35° north, one of 50 km 35 m.
  private func ray(
    from centre: Coordinate, bearing: Double, _ distancesKm: ClosedRange<Double>
  ) -> [Coordinate] {
    let length = distancesKm.upperBound - distancesKm.lowerBound
    let count = Int((length / 50).rounded(.up))
    guard count > 1 else { return [] }
    return (1..<count).map {
      direct(
        from: centre, bearing: bearing, distanceKm: distancesKm.lowerBound + length * Double($0) / Double(count))
    }
  }

  /// Everything within a distance of the shortest line between two positions: a strip with round ends.
  ///
  /// With both positions the same it is a circle.
  /// - Parameters:
  ///   - halfWidthKm: kilometres on either side.
  ///   - spacingKm: the greatest distance between corners along the line, kilometres; a line gets at most 10,000.
  /// - Throws: ``GeodesyError``.
  package func strip(
    from a: Coordinate, to b: Coordinate, halfWidthKm: Double, spacingKm: Double = 5
  ) throws(GeodesyError) -> Polygon {
    try check([a, b], [halfWidthKm])
    let (length, bearing) = inverse(from: a, to: b)
    guard length > 0 else { return try circle(around: a, radiusKm: halfWidthKm) }
    let spacing = spacingKm.isFinite && spacingKm > 0 ? spacingKm : 5
    let count = Int(min(10_000, max(1, (length / spacing).rounded(.up))))
    // The bearing changes along the line: each step asks for it anew, looking ahead to the end, and at the end
    // looking back.
    let stations = (0...count).map { index -> (position: Coordinate, bearing: Double) in
      if index == 0 { return (a, bearing) }
      if index == count { return (b, inverse(from: b, to: a).bearing + 180) }
      let position = direct(from: a, bearing: bearing, distanceKm: length * Double(index) / Double(count))
      return (position, inverse(from: position, to: b).bearing)
    }
    let right = stations.map { direct(from: $0.position, bearing: $0.bearing + 90, distanceKm: halfWidthKm) }
    let left = stations.map { direct(from: $0.position, bearing: $0.bearing - 90, distanceKm: halfWidthKm) }
    // Clockwise: left side forth, around the end, right side back, around the start. The arcs' ends are the sides'
    // ends.
    let forth = stations[count].bearing
    let endCap = arc(around: b, from: forth - 90, turn: 180, distanceKm: halfWidthKm, step: 10)
    let startCap = arc(around: a, from: bearing + 90, turn: 180, distanceKm: halfWidthKm, step: 10)
    let clockwise =
      left + endCap.dropFirst().dropLast() + right.reversed() + startCap.dropFirst().dropLast()
    return try polygon(clockwise.reversed())
  }

  private func ring(
    around centre: Coordinate, distancesKm: ClosedRange<Double>, step: Double
  ) throws(GeodesyError) -> Polygon {
    let segments = Int((360 / step).rounded(.up))
    let outer = try circle(around: centre, radiusKm: distancesKm.upperBound, segments: segments)
    guard distancesKm.lowerBound > 0 else { return outer }
    let inner = try circle(around: centre, radiusKm: distancesKm.lowerBound, segments: segments)
    return Polygon(exterior: outer.exterior, holes: [inner.exterior.wound(counterClockwise: false)])
  }

  // Clockwise, both ends included.
  private func arc(
    around centre: Coordinate, from start: Double, turn: Double, distanceKm: Double, step: Double
  ) -> [Coordinate] {
    let count = max(1, Int((turn / step).rounded(.up)))
    return (0...count).map {
      direct(from: centre, bearing: start + turn * Double($0) / Double(count), distanceKm: distanceKm)
    }
  }

  private func check(_ positions: [Coordinate], _ distances: [Double]) throws(GeodesyError) {
    if let bad = positions.first(where: { !$0.isValid }) {
      throw .positionOutOfRange(longitude: bad.longitude, latitude: bad.latitude)
    }
    if let bad = distances.first(where: { !($0 >= 0 && $0 <= Self.greatestDistanceKm) }) {
      throw .distanceOutOfRange(km: bad)
    }
  }

  private func polygon(_ corners: [Coordinate]) throws(GeodesyError) -> Polygon {
    guard let first = corners.first else { throw .segmentsOutOfRange(found: 0) }
    do throws(GeometryFault) {
      return Polygon(exterior: try LinearRing(corners + [first]))
    } catch {
      // The corners were made from checked numbers; should one fall out of range all the same, it is named.
      let bad = corners.first { !$0.isValid } ?? first
      throw .positionOutOfRange(longitude: bad.longitude, latitude: bad.latitude)
    }
  }
}
