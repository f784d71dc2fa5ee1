internal import Synchronization

/// Latin names by their letters, indexed when the first one is looked up: most runs read only Arabic.
final class LatinNames: Sendable {
  private let state: Mutex<State>
  private let aliases: [UInt8]
  private let rows: [(range: Range<Int>, position: Int)]

  private struct State {
    var index: [String: [Int]] = [:]
    var isBuilt = false
  }

  /// - Parameters:
  ///   - aliases: the bytes of the table of aliases.
  ///   - rows: where in them each alias stands, and the place that it names.
  init(aliases: [UInt8], rows: [(range: Range<Int>, position: Int)]) {
    self.aliases = aliases
    self.rows = rows
    state = Mutex(State())
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
    for row in rows { add(String(decoding: aliases[row.range], as: UTF8.self), row.position) }
    state.isBuilt = true
  }
}
