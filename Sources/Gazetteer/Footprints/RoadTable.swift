internal import Synchronization
internal import Tables

/// The roads of a run, read when the first phrase asks for one.
final class RoadTable: Sendable {
  private let tables: TableSet
  private let network = Mutex<RoadNetwork??>(nil)

  init(tables: TableSet) {
    self.tables = tables
  }

  /// The roads; nil when their table cannot be read: ``PlaceReader/init(tables:explains:)`` has looked at that of a folder.
  func network(of store: PlaceStore) -> RoadNetwork? {
    network.withLock { network in
      if let known = network { return known }
      let read = try? RoadNetwork(tables: tables, store: store)
      network = .some(read)
      return read
    }
  }
}
