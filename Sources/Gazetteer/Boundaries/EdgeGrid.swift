/// Finds edges near one another: a raster of cells, each with the edges whose box touches it.
struct EdgeGrid {
  private let raster = CellRaster(side: 8_000)
  private let edges: [Coverage.Edge]
  private let positions: [GridPosition]
  private var cells: [CellRaster.Cell: [Int]] = [:]

  init(_ edges: [Coverage.Edge], positions: [GridPosition]) {
    self.edges = edges
    self.positions = positions
    for (index, edge) in edges.enumerated() {
      for cell in raster.cells(touching: [positions[edge.from], positions[edge.to]]) {
        cells[cell, default: []].append(index)
      }
    }
  }

  /// The edges whose cells lie within a distance of a position, smaller than a cell, ascending.
  /// - Parameter reach: millionths of a degree.
  func edges(near position: GridPosition, within reach: Int) -> [Int] {
    let corners = [-reach, reach].flatMap { dx in
      [-reach, reach].map { GridPosition(x: position.x + dx, y: position.y + $0) }
    }
    let found = Set(corners.map(raster.cell)).flatMap { cells[$0] ?? [] }
    return Set(found).sorted()
  }

  /// The pairs of edges that cross, touch or run over one another without a common vertex to allow it, ascending.
  ///
  /// Edges that share a vertex collide only when one runs along the other.
  func collisions() -> [(Int, Int)] {
    var found: Set<Int> = []
    for members in cells.values {
      // In the order of their western ends an edge meets only those that begin before it ends.
      let sorted = members.map { (index: $0, west: west($0), east: east($0)) }.sorted {
        ($0.west, $0.index) < ($1.west, $1.index)
      }
      for (place, one) in sorted.enumerated() {
        for other in sorted[(place + 1)...] {
          guard other.west <= one.east else { break }
          guard collide(edges[one.index], edges[other.index]) else { continue }
          found.insert(min(one.index, other.index) * edges.count + max(one.index, other.index))
        }
      }
    }
    return found.sorted().map { ($0 / edges.count, $0 % edges.count) }
  }

  private func west(_ index: Int) -> Int { min(positions[edges[index].from].x, positions[edges[index].to].x) }

  private func east(_ index: Int) -> Int { max(positions[edges[index].from].x, positions[edges[index].to].x) }

  private func collide(_ e: Coverage.Edge, _ f: Coverage.Edge) -> Bool {
    if e.from == f.from { return runsAlong(e.from, e.to, f.to) }
    if e.from == f.to { return runsAlong(e.from, e.to, f.from) }
    if e.to == f.from { return runsAlong(e.to, e.from, f.to) }
    if e.to == f.to { return runsAlong(e.to, e.from, f.from) }
    return GridPosition.meet(positions[e.from], positions[e.to], positions[f.from], positions[f.to])
  }

  private func runsAlong(_ corner: Int, _ a: Int, _ b: Int) -> Bool {
    let (corner, a, b) = (positions[corner], positions[a], positions[b])
    guard GridPosition.turn(corner, a, b) == 0 else { return false }
    return (a.x - corner.x) * (b.x - corner.x) + (a.y - corner.y) * (b.y - corner.y) >= 0
  }
}
