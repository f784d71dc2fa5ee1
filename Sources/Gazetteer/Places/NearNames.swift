internal import ArabicText
internal import Synchronization

/// Long Arabic names that differ from a word of the text by one letter: the last resort, indexed when it is first needed.
///
/// A name and a word are one edit apart when they become the same by leaving out at most one letter of each (Garbe's symmetric
/// deletes): every name is indexed under itself and itself without each of its letters.
final class NearNames: Sendable {
  /// Shorter names have too many neighbours that are other words.
  static let shortestName = 5

  private let state: Mutex<State>
  private let aliases: [UInt8]
  private let rows: [(range: Range<Int>, position: Int)]

  private struct State {
    /// By key, then by name.
    var deletes: [(key: UInt64, name: Int32)] = []
    var names: [(letters: [UInt8], position: Int)] = []
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

  /// The positions of the places whose name is one letter away from folded letters without their article and spaces: one more, one
  /// less, another, or two neighbours swapped.
  func positions(near letters: [UInt8], in store: PlaceStore) -> [Int] {
    guard letters.count >= Self.shortestName else { return [] }
    return state.withLock { state in
      if !state.isBuilt { build(&state, store) }
      var found: [Int] = []
      Self.forEachDelete(of: letters) { key in
        var index = Self.first(of: key, in: state.deletes)
        while index < state.deletes.count, state.deletes[index].key == key {
          let name = state.names[Int(state.deletes[index].name)]
          index += 1
          if Self.isOneApart(name.letters, letters), !found.contains(name.position) { found.append(name.position) }
        }
      }
      return found
    }
  }

  private func build(_ state: inout State, _ store: PlaceStore) {
    func add(_ name: String, _ position: Int) {
      let letters = Self.letters(TokenizedText(name))
      guard letters.count >= Self.shortestName else { return }
      let number = Int32(state.names.count)
      state.names.append((letters, position))
      Self.forEachDelete(of: letters) { state.deletes.append(($0, number)) }
    }
    for position in store.records.indices where store.records[position].kind != .subdistrict {
      let record = store.records[position]
      add(PlaceStore.text(record.arabic, record.isUnit ? store.adminBytes : store.placeBytes), position)
    }
    for row in rows { add(String(decoding: aliases[row.range], as: UTF8.self), row.position) }
    state.deletes.sort { ($0.key, $0.name) < ($1.key, $1.name) }
    state.isBuilt = true
  }

  private static func first(of key: UInt64, in deletes: [(key: UInt64, name: Int32)]) -> Int {
    var low = 0
    var high = deletes.count
    while low < high {
      let middle = (low + high) / 2
      if deletes[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The letters of all words of a text, articles and spaces left out.
  static func letters(_ text: TokenizedText, tokens: Range<Int>? = nil) -> [UInt8] {
    var letters: [UInt8] = []
    for token in tokens ?? text.tokens.indices where text.tokens[token].kind == .word {
      letters += text.withoutArticle(token)
    }
    return letters
  }

  private static func forEachDelete(of letters: [UInt8], _ body: (UInt64) -> Void) {
    for left in -1..<letters.count {
      var h: UInt64 = 0xcbf2_9ce4_8422_2325
      for (index, byte) in letters.enumerated() where index != left { h = (h ^ UInt64(byte)) &* 0x100_0000_01b3 }
      body(h)
    }
  }

  /// True when one insertion, deletion, replacement or swap of neighbours makes one of the other; false for the same word.
  static func isOneApart(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard long.count - short.count <= 1 else { return false }
    var front = 0
    while front < short.count, short[front] == long[front] { front += 1 }
    var back = 0
    while back < short.count - front, short[short.count - 1 - back] == long[long.count - 1 - back] { back += 1 }
    let left = short.count - front - back
    if long.count > short.count { return left == 0 }
    return left == 1 || left == 2 && short[front] == long[front + 1] && short[front + 1] == long[front]
  }
}
