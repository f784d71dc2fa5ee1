internal import Synchronization

/// Latin names by their letters, indexed when the first one is looked up: most runs read only Arabic.
final class LatinNames: Sendable {
  private let state: Mutex<State>
  private let aliases: [UInt8]

  private struct State {
    var rows: [(range: Range<Int>, position: Int)] = []
    var index: [String: [Int]] = [:]
    var isBuilt = false
  }

  /// - Parameter aliases: the bytes of the table of aliases, which ``add(_:_:)`` speaks of.
  init(aliases: [UInt8]) {
    self.aliases = aliases
    state = Mutex(State())
  }

  /// Notes an alias by its range in the table's bytes.
  func add(_ range: Range<Int>, _ position: Int) {
    state.withLock { $0.rows.append((range, position)) }
  }

  /// The positions of the places of a Latin name: those whose letters agree, else those whose consonants do.
  func positions(of name: String, in store: PlaceStore) -> [Int] {
    let letters = LatinKey.letters(name)
    guard !letters.isEmpty else { return [] }
    return state.withLock { state in
      if !state.isBuilt { build(&state, store) }
      return state.index[letters] ?? state.index[LatinKey.skeleton(name)] ?? []
    }
  }

  private func build(_ state: inout State, _ store: PlaceStore) {
    func add(_ name: String, _ position: Int) {
      state.index[LatinKey.letters(name), default: []].append(position)
      let skeleton = LatinKey.skeleton(name)
      if skeleton.count >= 5 { state.index[skeleton, default: []].append(position) }
    }
    for position in store.records.indices {
      let record = store.records[position]
      add(PlaceStore.text(record.english, record.isUnit ? store.adminBytes : store.placeBytes), position)
    }
    for row in state.rows { add(String(decoding: aliases[row.range], as: UTF8.self), row.position) }
    state.isBuilt = true
  }
}
