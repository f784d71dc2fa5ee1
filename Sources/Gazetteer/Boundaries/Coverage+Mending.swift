// Borders that miss or cross one another by a hair: a vertex that only one neighbour has, the same one twice, or one that
// snapping moved onto an edge.
extension Coverage {
  /// How far apart two positions may lie and still be meant as the same, in millionths of a degree (0.2 m).
  static let hair = 2

  /// Joins vertices of neighbours that lie a hair apart, and gives an edge the vertex that lies on it.
  ///
  /// Borders that two units share are looked at only where they collide.
  /// - Returns: the units whose borders were mended, ascending.
  mutating func mend() -> [Int] {
    var mended: Set<Int> = []
    // Joining can bring an edge near another vertex: a second look, and no more than four.
    for _ in 0..<4 {
      let joined = joinVertices()
      let inserted = insertVertices()
      if joined.isEmpty, inserted.isEmpty { break }
      mended.formUnion(joined + inserted)
    }
    return mended.sorted()
  }

  /// The edges that no neighbour has in the other direction, in order, with their unit.
  func openEdges() -> [(edge: Edge, unit: Int)] {
    let units = unitsByEdge
    var open: [(edge: Edge, unit: Int)] = []
    forEachEdge { edge, unit in
      if units[edge.reversed] == nil { open.append((edge, unit)) }
    }
    return open
  }

  private mutating func joinVertices() -> [Int] {
    let open = openEdges()
    var units: [Int: Set<Int>] = [:]
    for (edge, unit) in open {
      units[edge.from, default: []].insert(unit)
      units[edge.to, default: []].insert(unit)
    }
    var byPosition: [GridPosition: Int] = [:]
    for vertex in units.keys { byPosition[positions[vertex]] = vertex }
    var target: [Int: Int] = [:]
    for vertex in units.keys.sorted() where target[vertex] == nil {
      let here = positions[vertex]
      for dx in -Self.hair...Self.hair {
        for dy in -Self.hair...Self.hair where dx * dx + dy * dy <= Self.hair * Self.hair {
          guard let other = byPosition[GridPosition(x: here.x + dx, y: here.y + dy)], other > vertex,
            target[other] == nil, units[other] != units[vertex]
          else { continue }
          target[other] = vertex
        }
      }
    }
    guard !target.isEmpty else { return [] }
    return replaceRings { ring in
      ring.contains { target[$0] != nil } ? Self.withoutSpikes(ring.map { target[$0] ?? $0 }) : nil
    }
  }

  private mutating func insertVertices() -> [Int] {
    var inserted: [Edge: Set<Int>] = [:]
    // A vertex that only one of two neighbours has.
    let open = openEdges()
    var units: [Int: Set<Int>] = [:]
    for (edge, unit) in open {
      units[edge.from, default: []].insert(unit)
      units[edge.to, default: []].insert(unit)
    }
    let grid = EdgeGrid(open.map(\.edge), positions: positions)
    for vertex in units.keys.sorted() {
      for index in grid.edges(near: positions[vertex], within: Self.hair) {
        let (edge, unit) = open[index]
        guard units[vertex]?.contains(unit) == false, lies(vertex, on: edge) else { continue }
        inserted[edge, default: []].insert(vertex)
      }
    }
    // A vertex that snapping moved onto or across an edge, also of the same unit.
    let edges = undirectedEdges
    for (one, other) in EdgeGrid(edges, positions: positions).collisions() {
      for (edge, crossing) in [(edges[one], edges[other]), (edges[other], edges[one])] {
        for vertex in [crossing.from, crossing.to] where vertex != edge.from && vertex != edge.to {
          guard lies(vertex, on: edge) else { continue }
          inserted[edge, default: []].insert(vertex)
          inserted[edge.reversed, default: []].insert(vertex)
        }
      }
    }
    guard !inserted.isEmpty else { return [] }
    let places = positions
    func distance(_ a: Int, _ b: Int) -> Int {
      let (dx, dy) = (places[a].x - places[b].x, places[a].y - places[b].y)
      return dx * dx + dy * dy
    }
    return replaceRings { ring in
      guard var last = ring.last else { return nil }
      var longer: [Int] = []
      for vertex in ring {
        let between = inserted[Edge(from: last, to: vertex)] ?? []
        longer += between.sorted { (distance($0, last), $0) < (distance($1, last), $1) }
        longer.append(vertex)
        last = vertex
      }
      return longer.count > ring.count ? Self.withoutSpikes(longer) : nil
    }
  }

  // Between the ends of the edge, no more than a hair beside it.
  private func lies(_ vertex: Int, on edge: Edge) -> Bool {
    let (a, b, p) = (positions[edge.from], positions[edge.to], positions[vertex])
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let along = (p.x - a.x) * dx + (p.y - a.y) * dy
    let length = dx * dx + dy * dy
    guard along > 0, along < length else { return false }
    let across = Double(abs(GridPosition.turn(a, b, p)))
    return across * across <= Double(Self.hair * Self.hair) * Double(length)
  }

  private mutating func replaceRings(_ change: ([Int]) -> [Int]?) -> [Int] {
    var changed: [Int] = []
    for unit in rings.indices {
      var isChanged = false
      for index in rings[unit].indices {
        guard let ring = change(rings[unit][index]) else { continue }
        rings[unit][index] = ring
        isChanged = true
      }
      guard isChanged else { continue }
      rings[unit].removeAll(where: \.isEmpty)
      changed.append(unit)
    }
    return changed
  }
}
