/// Square cells over the grid of positions, by which things near one another are found.
struct CellRaster {
  /// A cell by its numbers east and north of 0, 0.
  struct Cell: Hashable {
    var column: Int
    var row: Int
  }

  /// The side of a cell in millionths of a degree.
  let side: Int

  /// The cell that holds a position.
  func cell(_ position: GridPosition) -> Cell {
    Cell(column: floor(position.x), row: floor(position.y))
  }

  /// The cells that a position, segment or triangle touches, and perhaps some beside them.
  ///
  /// Column by column, not all of its box: a stray corner far away makes a long edge, not a huge square.
  func cells(touching corners: [GridPosition]) -> [Cell] {
    guard let west = corners.map(\.x).min(), let east = corners.map(\.x).max() else { return [] }
    var cells: [Cell] = []
    for column in floor(west)...floor(east) {
      let (low, high) = (max(west, column * side), min(east, (column + 1) * side))
      var range: (low: Int, high: Int)?
      func extend(_ y: Int) { range = (min(range?.low ?? y, y), max(range?.high ?? y, y)) }
      for (index, a) in corners.enumerated() {
        let b = corners[(index + 1) % corners.count]
        let (left, right) = a.x <= b.x ? (a, b) : (b, a)
        guard left.x <= high, right.x >= low else { continue }
        guard left.x < right.x else {
          extend(left.y)
          extend(right.y)
          continue
        }
        for x in [max(left.x, low), min(right.x, high)] {
          let share = Double(x - left.x) / Double(right.x - left.x)
          let y = Double(left.y) + share * Double(right.y - left.y)
          // A position to spare for what floating point rounds.
          extend(Int(y.rounded(.down)) - 1)
          extend(Int(y.rounded(.up)) + 1)
        }
      }
      guard let range else { continue }
      for row in floor(range.low)...floor(range.high) { cells.append(Cell(column: column, row: row)) }
    }
    return cells
  }

  // Division that rounds down, west and south of zero too.
  private func floor(_ value: Int) -> Int {
    value >= 0 ? value / side : -((side - 1 - value) / side)
  }
}
