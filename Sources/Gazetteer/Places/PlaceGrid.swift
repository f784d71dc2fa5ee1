internal import Geography
internal import Synchronization

/// Which places lie near a position: a grid over the settlements, built when it is first asked for.
final class PlaceGrid: Sendable {
  // About 10 km at this latitude.
  private static let cellDegrees = 0.1
  // From 34° to 44° E and 31° to 39° N, row by row; what lies outside has no neighbours.
  private static let west = 34.0
  private static let south = 31.0
  private static let columns = 100
  private static let rows = 80
  private let cells = Mutex<[[Int32]]>([])

  /// The three nearest settlements of a position, the nearest first: rough km and positions in the store; fewer where no more are
  /// within some 40 km.
  func nearest(to point: Coordinate, in store: PlaceStore) -> [(km: Double, place: Int)] {
    guard point.isValid, var origin = store.records.first else { return [] }
    (origin.longitude, origin.latitude) = (point.longitude, point.latitude)
    let records = store.records
    let (x, y) = (Self.column(point.longitude), Self.row(point.latitude))
    return cells.withLock { cells in
      if cells.isEmpty { cells = Self.grid(store) }
      var best: [(km: Double, place: Int)] = []
      for reach in [1, 4] where best.count < 3 {
        best.removeAll()
        for row in Self.clamped(y, reach, Self.rows) {
          for column in Self.clamped(x, reach, Self.columns) {
            for place in cells[row * Self.columns + column] {
              let km = origin.roughKm(to: records[Int(place)])
              if best.count == 3, km >= best[2].km { continue }
              if best.count == 3 { best.removeLast() }
              let index = best.firstIndex { $0.km > km } ?? best.count
              best.insert((km, Int(place)), at: index)
            }
          }
        }
      }
      return best
    }
  }

  // Cells within reach; none where the position lies off the grid by more than that.
  private static func clamped(_ cell: Int, _ reach: Int, _ count: Int) -> Range<Int> {
    let low = max(0, cell - reach)
    return low..<max(low, min(count, cell + reach + 1))
  }

  private static func column(_ longitude: Double) -> Int { Int(((longitude - west) / cellDegrees).rounded(.down)) }
  private static func row(_ latitude: Double) -> Int { Int(((latitude - south) / cellDegrees).rounded(.down)) }

  private static func grid(_ store: PlaceStore) -> [[Int32]] {
    var grid = [[Int32]](repeating: [], count: columns * rows)
    for position in store.records.indices {
      let record = store.records[position]
      switch record.kind {
      case .city, .town, .village, .hamlet, .camp:
        let (x, y) = (column(record.longitude), row(record.latitude))
        if (0..<columns).contains(x), (0..<rows).contains(y) { grid[y * columns + x].append(Int32(position)) }
      default: continue
      }
    }
    return grid
  }
}
