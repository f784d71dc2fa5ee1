internal import Geography

// From edges back to areas: what several units have between them vanishes, the rest closes to rings.
extension Coverage {
  /// The areas of groups of units; borders between units of one group are gone, those between groups stay as they are.
  ///
  /// Rings begin at their westernmost position, the largest polygon comes first: equal coverages give equal areas.
  /// - Parameter groups: the group of each unit, below `count`; nil leaves a unit out.
  /// - Complexity: O(*n*) for *n* edges, and holes times exteriors of a group.
  func dissolved(_ groups: [Int?], count: Int) -> [[Polygon]] {
    let units = unitsByEdge
    var borders: [[Edge]] = Array(repeating: [], count: count)
    forEachEdge { edge, unit in
      guard let group = groups[unit], units[edge] == unit else { return }
      if let other = units[edge.reversed], groups[other] == group { return }
      borders[group].append(edge)
    }
    return borders.map { polygons(loops($0)) }
  }

  /// Joins edges to rings that touch themselves nowhere.
  private func loops(_ edges: [Edge]) -> [[Int]] {
    var next: [Int: [Int]] = [:]
    for edge in edges { next[edge.from, default: []].append(edge.to) }
    var loops: [[Int]] = []
    for edge in edges {
      guard next[edge.from]?.contains(edge.to) == true else { continue }
      var walk: [Int] = []
      var place: [Int: Int] = [:]
      var (previous, vertex) = (edge.from, edge.from)
      var following: Int? = edge.to
      while let step = following {
        next[vertex]?.removeAll { $0 == step }
        place[vertex] = walk.count
        walk.append(vertex)
        (previous, vertex) = (vertex, step)
        if let start = place[vertex] {
          // A vertex seen before closes a ring of its own; the rest of the walk goes on from there.
          let loop = Array(walk[start...])
          for member in loop { place[member] = nil }
          walk.removeLast(walk.count - start)
          if loop.count >= 3 { loops.append(loop) }
        }
        following = sharpestLeft(from: previous, at: vertex, among: next[vertex] ?? [])
      }
    }
    return loops
  }

  // The next edge of the same corner of the area, where more than one goes on.
  private func sharpestLeft(from previous: Int, at vertex: Int, among choices: [Int]) -> Int? {
    guard choices.count > 1 else { return choices.first }
    let (here, back) = (positions[vertex], positions[previous])
    // Clockwise from the way back: first what lies to its right, then what lies to its left.
    func isRight(_ p: GridPosition) -> Bool { GridPosition.turn(here, back, p) < 0 }
    return choices.min { a, b in
      let (p, q) = (positions[a], positions[b])
      if isRight(p) != isRight(q) { return isRight(p) }
      return GridPosition.turn(here, p, q) < 0
    }
  }

  private func polygons(_ loops: [[Int]]) -> [Polygon] {
    struct Ring {
      let positions: [GridPosition]
      let doubledArea: Int
    }
    let rings = loops.map { loop -> Ring in
      let open = loop.map { positions[$0] }
      return Ring(positions: Self.fromWest(open), doubledArea: GridPosition.doubledArea(open))
    }
    let exteriors = rings.filter { $0.doubledArea > 0 }.sorted {
      ($0.doubledArea, $1.positions[0].x) > ($1.doubledArea, $0.positions[0].x)
    }
    var holes: [[LinearRing]] = Array(repeating: [], count: exteriors.count)
    for hole in rings where hole.doubledArea < 0 {
      // The smallest exterior around it: they are sorted by size.
      let owner = exteriors.lastIndex { exterior in
        exterior.doubledArea >= -hole.doubledArea && Self.holds(exterior.positions, hole.positions)
      }
      guard let owner, let ring = Self.closed(hole.positions) else { continue }
      holes[owner].append(ring)
    }
    return zip(exteriors, holes).compactMap { exterior, holes in
      Self.closed(exterior.positions).map { Polygon(exterior: $0, holes: holes) }
    }
  }

  private static func fromWest(_ ring: [GridPosition]) -> [GridPosition] {
    let start = ring.indices.min { (ring[$0].x, ring[$0].y) < (ring[$1].x, ring[$1].y) } ?? 0
    return Array(ring[start...] + ring[..<start])
  }

  private static func closed(_ ring: [GridPosition]) -> LinearRing? {
    guard let first = ring.first else { return nil }
    return try? LinearRing((ring + [first]).map(\.coordinate))
  }

  /// True when a ring lies within another that it may touch, but does not cross.
  static func holds(_ outer: [GridPosition], _ inner: [GridPosition]) -> Bool {
    let corners = Set(outer)
    guard let probe = inner.first(where: { !corners.contains($0) }) else { return true }
    var isInside = false
    for index in outer.indices {
      let (a, b) = (outer[index], outer[(index + 1) % outer.count])
      guard (a.y > probe.y) != (b.y > probe.y) else { continue }
      // The edge passes east of the probe when the probe lies to its left going up, to its right going down.
      let turn = GridPosition.turn(a, b, probe)
      if (b.y > a.y) == (turn > 0) { isInside.toggle() }
    }
    return isInside
  }
}
