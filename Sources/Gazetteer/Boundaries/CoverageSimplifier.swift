package import Geography

/// Generalises areas that tile so that they still tile: every border that two of them share is simplified once.
///
/// The method of Visvalingam and Whyatt: the corner whose triangle is smallest goes first, until all are larger than the
/// square of the tolerance. Corners where the set of neighbours changes stay. A corner also stays when another border
/// lies in its triangle: no border ever comes to cross or touch itself or another that it did not touch before.
package struct CoverageSimplifier: Sendable {
  /// The square root of the largest triangle that may go, degrees; 0 keeps every position.
  package let toleranceDegrees: Double
  /// Decimals of degrees in what comes out, 0 … 6; borders that would then collide keep six.
  package let decimals: Int
  /// Positions that no border passes over: a place stays on its side. Rounding may still move a border by half a unit of
  /// the last decimal.
  package let anchors: [Coordinate]

  /// Creates a simplifier.
  /// - Parameters:
  ///   - toleranceDegrees: see ``toleranceDegrees``.
  ///   - decimals: see ``decimals``; values beyond 0 … 6 become the nearest of them.
  ///   - anchors: positions of WGS 84; others are left out.
  package init(toleranceDegrees: Double, decimals: Int = 5, anchors: [Coordinate] = []) {
    self.toleranceDegrees = toleranceDegrees
    self.anchors = anchors
    self.decimals = min(6, max(0, decimals))
  }

  /// Generalises areas together, in the order given; what is no polygon or multipolygon comes out without polygons.
  ///
  /// Positions equal to a millionth of a degree count as one.
  /// - Complexity: O(*n* log *n*) for *n* positions, more where borders lie close together.
  package func simplified(_ geometries: [Geometry]) -> [Geometry] {
    let coverage = simplified(Coverage(geometries))
    return coverage.dissolved(Array(geometries.indices), count: geometries.count).map(\.geometry)
  }

  /// The same units with fewer vertices, rounded.
  func simplified(_ coverage: Coverage) -> Coverage {
    var result = coverage
    if toleranceDegrees > 0 {
      var borders = BorderGraph(coverage, anchors: anchors.filter(\.isValid).map(GridPosition.init))
      borders.removeCorners(below: toleranceDegrees)
      result.rings = coverage.rings.map { unit in unit.map { ring in ring.filter { !borders.isRemoved($0) } } }
    }
    var step = 1
    for _ in decimals..<6 { step *= 10 }
    result.round(to: step)
    return result
  }
}

extension [Polygon] {
  /// One polygon as such, none or several as a multipolygon.
  var geometry: Geometry { count == 1 ? .polygon(self[0]) : .multiPolygon(self) }
}
