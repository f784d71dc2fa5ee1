extension Coverage {
  /// Moves every vertex to a coarser grid, but none whose borders would then cross, touch or fall together.
  /// - Parameter step: the side of the coarser cells, in millionths of a degree; 1 changes nothing.
  mutating func round(to step: Int) {
    guard step > 1 else { return }
    let exact = positions
    let edges = undirectedEdges
    var rounded = exact.map { $0.rounded(to: step) }
    // Each turn gives at least one vertex its place back, so the loop ends; in practice after one or two.
    while true {
      var isChanged = false
      for (one, other) in EdgeGrid(edges, positions: rounded).collisions() {
        for vertex in [edges[one].from, edges[one].to, edges[other].from, edges[other].to]
        where rounded[vertex] != exact[vertex] {
          rounded[vertex] = exact[vertex]
          isChanged = true
        }
      }
      guard isChanged else { break }
    }
    positions = rounded
  }
}
