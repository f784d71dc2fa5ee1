/// Gives every distinct folded word a small number: open addressing over one buffer of letters.
package struct WordIndex: Sendable {
  private var letters: [UInt8] = []
  private var starts: [Int32] = [0]
  private var slots: [Int32]
  private var mask: Int

  package init() {
    slots = [Int32](repeating: -1, count: 1024)
    mask = 1023
  }

  /// How many words there are.
  package var count: Int { starts.count - 1 }

  /// The number of a word, giving it one when it is new.
  package mutating func insert(_ word: some Collection<UInt8>) -> Int32 { insert(ArraySlice(word)) }

  /// The number of a word, giving it one when it is new.
  package mutating func insert(_ word: ArraySlice<UInt8>) -> Int32 {
    if count * 2 > mask { grow() }
    var slot = Self.hash(word) & mask
    while slots[slot] >= 0 {
      if equals(slots[slot], word) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let id = Int32(count)
    letters.append(contentsOf: word)
    starts.append(Int32(letters.count))
    slots[slot] = id
    return id
  }

  /// The number of a word; nil when it is not known.
  package func find(_ word: ArraySlice<UInt8>) -> Int32? {
    var slot = Self.hash(word) & mask
    while slots[slot] >= 0 {
      if equals(slots[slot], word) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func equals(_ id: Int32, _ word: ArraySlice<UInt8>) -> Bool {
    let start = Int(starts[Int(id)])
    let length = Int(starts[Int(id) + 1]) - start
    guard length == word.count else { return false }
    var index = word.startIndex
    for offset in start..<start + length {
      if letters[offset] != word[index] { return false }
      index += 1
    }
    return true
  }

  private mutating func grow() {
    mask = (mask + 1) * 4 - 1
    slots = [Int32](repeating: -1, count: mask + 1)
    for id in 0..<count {
      let word = letters[Int(starts[id])..<Int(starts[id + 1])]
      var slot = Self.hash(word) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(id)
    }
  }

  // FNV-1a: short words, no need for more.
  private static func hash(_ word: ArraySlice<UInt8>) -> Int {
    var h: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { h = (h ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: (h ^ (h >> 29)) & 0x7fff_ffff_ffff_ffff)
  }
}
