/// All borders of a coverage as vertices with their neighbours, each border once, whoever shares it.
struct BorderGraph {
  /// A corner with its triangle as it was when it was queued.
  private struct Corner {
    var doubledArea: Int
    var vertex: Int
    var before: Int
    var after: Int
  }

  private let raster = CellRaster(side: 10_000)
  private let positions: [GridPosition]
  /// The neighbours along borders; two, save where borders meet.
  private var neighbours: [[Int]]
  private var removed: [Bool]
  private var cells: [CellRaster.Cell: [Int]] = [:]
  /// Positions that no border may pass over.
  private var anchors: [CellRaster.Cell: [GridPosition]] = [:]
  /// A heap: the smallest triangle at the top.
  private var queue: [Corner] = []

  init(_ coverage: Coverage, anchors: [GridPosition] = []) {
    positions = coverage.positions
    neighbours = Array(repeating: [], count: positions.count)
    removed = Array(repeating: false, count: positions.count)
    for edge in coverage.undirectedEdges {
      neighbours[edge.from].append(edge.to)
      neighbours[edge.to].append(edge.from)
    }
    for vertex in positions.indices where !neighbours[vertex].isEmpty {
      cells[raster.cell(positions[vertex]), default: []].append(vertex)
    }
    for anchor in anchors { self.anchors[raster.cell(anchor), default: []].append(anchor) }
  }

  func isRemoved(_ vertex: Int) -> Bool { removed[vertex] }

  /// Removes corners, smallest triangle first, as long as it is no larger than the square of the tolerance in degrees.
  mutating func removeCorners(below toleranceDegrees: Double) {
    let tolerance = toleranceDegrees * GridPosition.cellsPerDegree
    // Beyond this no triangle on Earth goes; a tolerance that is not finite removes nothing.
    guard tolerance.isFinite else { return }
    let limit = Int(min(2 * tolerance * tolerance, 1e18))
    for vertex in neighbours.indices { enqueue(vertex, limit) }
    while let corner = dequeue() {
      let (vertex, before, after) = (corner.vertex, corner.before, corner.after)
      guard !removed[vertex], neighbours[vertex] == [before, after], isFree(corner) else { continue }
      removed[vertex] = true
      neighbours[vertex] = []
      replace(vertex, by: after, at: before)
      replace(vertex, by: before, at: after)
      enqueue(before, limit)
      enqueue(after, limit)
    }
  }

  private mutating func replace(_ old: Int, by new: Int, at vertex: Int) {
    guard let index = neighbours[vertex].firstIndex(of: old) else { return }
    neighbours[vertex][index] = new
  }

  private mutating func enqueue(_ vertex: Int, _ limit: Int) {
    let around = neighbours[vertex]
    guard around.count == 2 else { return }
    let area = abs(GridPosition.turn(positions[around[0]], positions[vertex], positions[around[1]]))
    guard area <= limit else { return }
    queue.append(Corner(doubledArea: area, vertex: vertex, before: around[0], after: around[1]))
    var child = queue.count - 1
    while child > 0, Self.precedes(queue[child], queue[(child - 1) / 2]) {
      queue.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func dequeue() -> Corner? {
    guard let top = queue.first, let last = queue.popLast() else { return nil }
    guard !queue.isEmpty else { return top }
    queue[0] = last
    var parent = 0
    while true {
      var smallest = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < queue.count {
        if Self.precedes(queue[child], queue[smallest]) { smallest = child }
      }
      guard smallest != parent else { return top }
      queue.swapAt(parent, smallest)
      parent = smallest
    }
  }

  // Equal triangles in the order of their vertices, so that the outcome is one.
  private static func precedes(_ a: Corner, _ b: Corner) -> Bool {
    (a.doubledArea, a.vertex) < (b.doubledArea, b.vertex)
  }

  /// True when the corner can go, nothing comes to cross or touch, and no anchor changes sides.
  private mutating func isFree(_ corner: Corner) -> Bool {
    // The short cut must not be a border already: a ring would fold up.
    guard corner.before != corner.after, !neighbours[corner.before].contains(corner.after) else { return false }
    let (a, b, c) = (positions[corner.before], positions[corner.vertex], positions[corner.after])
    let low = GridPosition(x: min(a.x, b.x, c.x), y: min(a.y, b.y, c.y))
    let high = GridPosition(x: max(a.x, b.x, c.x), y: max(a.y, b.y, c.y))
    func holds(_ p: GridPosition) -> Bool {
      guard p.x >= low.x, p.x <= high.x, p.y >= low.y, p.y <= high.y else { return false }
      let turns = (GridPosition.turn(a, b, p), GridPosition.turn(b, c, p), GridPosition.turn(c, a, p))
      return min(turns.0, turns.1, turns.2) >= 0 || max(turns.0, turns.1, turns.2) <= 0
    }
    for cell in raster.cells(touching: [a, b, c]) {
      if let anchors = anchors[cell], anchors.contains(where: holds) { return false }
      guard let members = cells[cell] else { continue }
      var gone = 0
      for vertex in members {
        if removed[vertex] {
          gone += 1
          continue
        }
        guard vertex != corner.vertex, vertex != corner.before, vertex != corner.after else { continue }
        if holds(positions[vertex]) { return false }
      }
      if gone * 2 > members.count { cells[cell] = members.filter { !removed[$0] } }
    }
    return true
  }
}
