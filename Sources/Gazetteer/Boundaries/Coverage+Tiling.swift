internal import Geography

// Where areas do not tile.
extension Coverage {
  /// Pairs of units whose borders collide, or one that collides with itself (then both are the same), ascending.
  ///
  /// Those that share ground are among them.
  func collidingUnits() -> [(Int, Int)] {
    var units: [Edge: Int] = [:]
    var pairs: Set<Pair> = []
    forEachEdge { edge, unit in
      // The same border with both units on the same side.
      if let other = units[edge] { pairs.insert(Pair(other, unit)) }
      units[edge] = unit
    }
    let edges = undirectedEdges
    func sides(_ edge: Edge) -> [Int] { [units[edge], units[edge.reversed]].compactMap(\.self) }
    for (one, other) in EdgeGrid(edges, positions: positions).collisions() {
      // Any of the four may be meant; how much ground they share tells.
      let (left, right) = (sides(edges[one]), sides(edges[other]))
      for a in left { for b in right { pairs.insert(Pair(a, b)) } }
    }
    for pair in enclosedUnits() { pairs.insert(pair) }
    return pairs.sorted { ($0.low, $0.high) < ($1.low, $1.high) }.map { ($0.low, $0.high) }
  }

  /// The holes that the units leave between them, largest first: each as a ring with the units around it.
  func gaps() -> [(ring: LinearRing, units: [Int])] {
    let whole = dissolved(rings.map { _ in 0 }, count: 1)[0]
    let holes = whole.flatMap(\.holes).sorted { abs($0.doubledSignedArea) > abs($1.doubledSignedArea) }
    var unitsAt: [GridPosition: Set<Int>] = [:]
    guard !holes.isEmpty else { return [] }
    for (edge, unit) in openEdges() {
      unitsAt[positions[edge.from], default: []].insert(unit)
      unitsAt[positions[edge.to], default: []].insert(unit)
    }
    return holes.map { hole in
      (hole, Set(hole.coordinates.flatMap { unitsAt[GridPosition($0)] ?? [] }).sorted())
    }
  }

  private struct Pair: Hashable {
    var low: Int
    var high: Int

    init(_ a: Int, _ b: Int) {
      low = min(a, b)
      high = max(a, b)
    }
  }

  // A unit that lies within another without crossing its border: none of its edges is shared there.
  private func enclosedUnits() -> [Pair] {
    var unitsWithOpenEdges: Set<Int> = []
    for (_, unit) in openEdges() { unitsWithOpenEdges.insert(unit) }
    let boxes = rings.map { unit in Self.box(unit.joined().map { positions[$0] }) }
    var pairs: [Pair] = []
    for inner in unitsWithOpenEdges.sorted() {
      guard let ring = rings[inner].first, let innerBox = boxes[inner] else { continue }
      let ringPositions = ring.map { positions[$0] }
      for outer in rings.indices where outer != inner {
        guard let box = boxes[outer], box.low.x <= innerBox.low.x, box.low.y <= innerBox.low.y,
          box.high.x >= innerBox.high.x, box.high.y >= innerBox.high.y
        else { continue }
        // A ring that shares vertices with the other touches it, and is judged by its edges.
        let corners = Set(rings[outer].joined())
        guard !ring.contains(where: corners.contains) else { continue }
        let count = rings[outer].count { Self.holds($0.map { positions[$0] }, ringPositions) }
        if count % 2 == 1 { pairs.append(Pair(inner, outer)) }
      }
    }
    return pairs
  }

  private static func box(_ positions: [GridPosition]) -> (low: GridPosition, high: GridPosition)? {
    guard var low = positions.first else { return nil }
    var high = low
    for p in positions {
      low = GridPosition(x: min(low.x, p.x), y: min(low.y, p.y))
      high = GridPosition(x: max(high.x, p.x), y: max(high.y, p.y))
    }
    return (low, high)
  }
}
