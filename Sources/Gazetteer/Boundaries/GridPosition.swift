internal import Geography

/// A position on a grid of a millionth of a degree (0.1 m), where turns and areas are exact whole numbers.
struct GridPosition: Hashable, Sendable {
  /// Millionths of a degree east.
  var x: Int
  /// Millionths of a degree north.
  var y: Int

  /// Cells in one degree; what the writer of GeoJSON keeps too.
  static let cellsPerDegree = 1_000_000.0

  init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  /// The grid position next to a position of WGS 84.
  init(_ position: Coordinate) {
    x = Int((position.longitude * Self.cellsPerDegree).rounded())
    y = Int((position.latitude * Self.cellsPerDegree).rounded())
  }

  /// The position in degrees, WGS 84.
  var coordinate: Coordinate {
    Coordinate(longitude: Double(x) / Self.cellsPerDegree, latitude: Double(y) / Self.cellsPerDegree)
  }

  /// The nearest position on a coarser grid.
  /// - Parameter step: the side of its cells, in cells of this one.
  func rounded(to step: Int) -> GridPosition {
    func nearest(_ value: Int) -> Int { Int((Double(value) / Double(step)).rounded()) * step }
    return GridPosition(x: nearest(x), y: nearest(y))
  }

  /// Twice the area of the triangle a, b, c in square cells: positive for a left turn, 0 when they lie on one line.
  static func turn(_ a: GridPosition, _ b: GridPosition, _ c: GridPosition) -> Int {
    (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)
  }

  /// Twice the area of an open ring in square cells, positive when it winds counter-clockwise.
  static func doubledArea(_ ring: some Collection<GridPosition>) -> Int {
    guard let origin = ring.first else { return 0 }
    var sum = 0
    // On the way the sum of a spiral may pass any limit; the sum of a ring that does not cross itself is right again.
    for (a, b) in zip(ring, ring.dropFirst()) { sum &+= turn(origin, a, b) }
    return sum
  }

  /// True when the two segments share a position, ends included.
  static func meet(_ a: GridPosition, _ b: GridPosition, _ c: GridPosition, _ d: GridPosition) -> Bool {
    guard max(a.x, b.x) >= min(c.x, d.x), max(c.x, d.x) >= min(a.x, b.x),
      max(a.y, b.y) >= min(c.y, d.y), max(c.y, d.y) >= min(a.y, b.y)
    else { return false }
    return turn(a, b, c).signum() * turn(a, b, d).signum() <= 0
      && turn(c, d, a).signum() * turn(c, d, b).signum() <= 0
  }
}
