/// Gives every distinct folded word a small number: open addressing over one buffer of letters.
package struct WordIndex: Sendable {
  private var letters: [UInt8] = []
  private var starts: [Int32] = [0]
  private var slots: [Int32]
  private var mask: Int

  /// Creates an index without words.
  package init() {
    slots = [Int32](repeating: -1, count: 1024)
    mask = 1023
  }

  /// How many words there are.
  package var count: Int { starts.count - 1 }

  /// The number of a word, giving it one when it is new.
  package mutating func insert(_ word: some Collection<UInt8>) -> Int32 { insert(ArraySlice(word)) }

  /// The number of a word, giving it one when it is new.
  package mutating func insert(_ word: ArraySlice<UInt8>) -> Int32 { insert(Array(word), 0..<word.count) }

  /// The number of a word that is part of some bytes, giving it one when it is new; the quick way for the cells of a table.
  package mutating func insert(_ bytes: [UInt8], _ range: Range<Int>) -> Int32 {
    if count * 2 > mask { grow() }
    var slot = Self.hash(bytes, range) & mask
    while slots[slot] >= 0 {
      if equals(slots[slot], bytes, range) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let word = bytes[range]
    let id = Int32(count)
    letters.append(contentsOf: word)
    starts.append(Int32(letters.count))
    slots[slot] = id
    return id
  }

  /// The number of a word; nil when it is not known.
  package func find(_ word: ArraySlice<UInt8>) -> Int32? { find(Array(word), 0..<word.count) }

  /// The number of a word that is part of some bytes; nil when it is not known.
  package func find(_ bytes: [UInt8], _ range: Range<Int>) -> Int32? {
    var slot = Self.hash(bytes, range) & mask
    while slots[slot] >= 0 {
      if equals(slots[slot], bytes, range) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func equals(_ id: Int32, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let start = Int(starts[Int(id)])
    let length = Int(starts[Int(id) + 1]) - start
    guard length == range.count else { return false }
    for offset in 0..<length where letters[start + offset] != bytes[range.lowerBound + offset] { return false }
    return true
  }

  private mutating func grow() {
    mask = (mask + 1) * 4 - 1
    slots = [Int32](repeating: -1, count: mask + 1)
    for id in 0..<count {
      var slot = Self.hash(letters, Int(starts[id])..<Int(starts[id + 1])) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(id)
    }
  }

  // FNV-1a: short words, no need for more.
  private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var h: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in range { h = (h ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: (h ^ (h >> 29)) & 0x7fff_ffff_ffff_ffff)
  }
}
