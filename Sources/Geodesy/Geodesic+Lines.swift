package import Geography

// Lines of several positions, each joined to the next by the shortest line on the ellipsoid.
extension Geodesic {
  /// The length of a line in km; 0 of fewer than two positions.
  package func lengthKm(of line: [Coordinate]) -> Double {
    zip(line, line.dropFirst()).reduce(0) { $0 + distanceKm(from: $1.0, to: $1.1) }
  }

  /// The position so many km along a line; its ends before and behind them. Nil for a line without positions.
  package func position(along line: [Coordinate], atKm distance: Double) -> Coordinate? {
    guard var start = line.first else { return nil }
    var rest = distance
    guard rest > 0 else { return start }
    for next in line.dropFirst() {
      let (length, bearing) = inverse(from: start, to: next)
      if rest < length { return direct(from: start, bearing: bearing, distanceKm: rest) }
      rest -= length
      start = next
    }
    return start
  }

  /// The distance to the farthest of some positions, km; 0 of none.
  package func greatestDistanceKm(from centre: Coordinate, to positions: some Sequence<Coordinate>) -> Double {
    positions.reduce(0) { max($0, distanceKm(from: centre, to: $1)) }
  }

  /// Strips with round ends along each piece of a line; together they are everything within a distance of it.
  ///
  /// Neighbours overlap in the circle around the position they share, so their union has no gaps at bends. A line that
  /// stays in one place gives a circle, one without positions nothing.
  /// - Parameters:
  ///   - halfWidthKm: kilometres on either side.
  ///   - spacingKm: the greatest distance between corners along a piece, kilometres.
  /// - Throws: ``GeodesyError``.
  package func strips(
    along line: [Coordinate], halfWidthKm: Double, spacingKm: Double = 5
  ) throws(GeodesyError) -> [Polygon] {
    guard let first = line.first else { return [] }
    var strips: [Polygon] = []
    for (start, end) in zip(line, line.dropFirst()) where start != end {
      strips.append(try strip(from: start, to: end, halfWidthKm: halfWidthKm, spacingKm: spacingKm))
    }
    return strips.isEmpty ? [try circle(around: first, radiusKm: halfWidthKm)] : strips
  }
}
