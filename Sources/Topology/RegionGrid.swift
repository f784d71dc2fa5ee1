internal import Geography

/// Finds boxes near a position: a raster over all boxes, each cell with the boxes that touch it, in order.
struct RegionGrid {
  private let extent: BoundingBox
  private let side: Int
  // The boxes of cell i are items[starts[i] ..< starts[i + 1]].
  private let starts: [Int]
  private let items: [Int]
  private let boxes: [BoundingBox?]

  init(_ boxes: [BoundingBox?]) {
    self.boxes = boxes
    let corners = boxes.lazy.compactMap(\.self).map { [$0.southWest, $0.northEast] }.joined()
    extent = BoundingBox(around: corners) ?? BoundingBox(west: 0, south: 0, east: 0, north: 0)
    side = min(64, max(1, 2 * Int(Double(boxes.count).squareRoot().rounded(.up))))
    var cells: [[Int]] = Array(repeating: [], count: side * side)
    for (index, box) in boxes.enumerated() {
      guard let box else { continue }
      for row in Self.cell(
        box.south, extent.south, extent.north, side)...Self.cell(
          box.north, extent.south, extent.north, side)
      {
        for column in Self.cell(
          box.west, extent.west, extent.east, side)...Self.cell(
            box.east, extent.west, extent.east, side)
        {
          cells[row * side + column].append(index)
        }
      }
    }
    var starts = [0]
    for cell in cells { starts.append((starts.last ?? 0) + cell.count) }
    self.starts = starts
    items = cells.flatMap(\.self)
  }

  /// The boxes that hold the position, ascending, one after the other until the body answers false.
  func forEach<Failure: Error>(
    holding position: Coordinate, _ body: (Int) throws(Failure) -> Bool
  ) throws(Failure) {
    guard extent.contains(position) else { return }
    let row = Self.cell(position.latitude, extent.south, extent.north, side)
    let column = Self.cell(position.longitude, extent.west, extent.east, side)
    let cell = row * side + column
    for slot in starts[cell]..<starts[cell + 1] {
      let index = items[slot]
      guard let box = boxes[index], box.contains(position) else { continue }
      guard try body(index) else { return }
    }
  }

  // Rises with the value, for boxes and positions alike: no position can miss the cell of its box.
  private static func cell(_ value: Double, _ low: Double, _ high: Double, _ side: Int) -> Int {
    guard high > low, value > low else { return 0 }
    return min(side - 1, Int((value - low) / (high - low) * Double(side)))
  }
}
