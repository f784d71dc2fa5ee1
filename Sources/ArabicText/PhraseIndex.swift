/// Finds the phrases of a table in a tokenised text: one open-addressing table of phrase beginnings, walked from each token.
///
/// A phrase matches whatever is attached to its first word (conjunction, preposition, article, pronoun); its further words may
/// differ by the article or an accusative ending only. Payloads are numbers that the owner of the index understands.
///
/// Every beginning of a phrase («دير» of «دير الزور», "Deir" of "Deir ez-Zor") has a slot under a hash of 64 bits; the words
/// themselves are not kept, because among a million beginnings two meet with a probability of one in thirty million.
package struct PhraseIndex: Sendable {
  private var slots = [Slot](repeating: Slot(), count: 256)
  private var mask = 255
  private var used = 0
  // A bit for each key, four for each slot: most words begin no phrase, which a bit tells from memory that stays near.
  private var filter = [UInt64](repeating: 0, count: 16)
  private var links: [Link] = []
  private var letters: [UInt8] = []

  private struct Slot {
    /// 0 for an empty slot.
    var key: UInt64 = 0
    /// The first and the last of the payloads of phrases that end here; −1 when none does.
    var first: Int32 = -1
    var last: Int32 = -1
  }

  fileprivate struct Link {
    var payload: Int32
    var next: Int32
  }

  /// Creates an index without phrases.
  package init() {}

  /// One phrase found.
  package struct Match: Sendable {
    /// The tokens of the phrase.
    package var tokens: Range<Int>
    /// What is attached to the first word.
    package var clitics: Clitics
    /// The payloads of all table rows with these words, in the order of their insertion.
    package var payloads: Payloads
  }

  /// The payloads of one phrase, in order; made without a copy.
  package struct Payloads: Sequence, Sendable {
    fileprivate let links: [Link]
    fileprivate let first: Int32

    /// Walks the payloads.
    package struct Iterator: IteratorProtocol {
      fileprivate let links: [Link]
      fileprivate var position: Int32

      /// The next payload; nil after the last.
      package mutating func next() -> Int32? {
        guard position >= 0 else { return nil }
        let link = links[Int(position)]
        position = link.next
        return link.payload
      }
    }

    /// Begins with the first payload.
    package func makeIterator() -> Iterator { Iterator(links: links, position: first) }
  }

  /// Adds a phrase; its words are folded, and leading articles are parted as in the text.
  /// - Returns: false when the phrase has no words.
  @discardableResult
  package mutating func insert(_ phrase: String, payload: Int32) -> Bool {
    let text = TokenizedText(phrase)
    var key = Self.root
    for index in text.tokens.indices where text.tokens[index].kind == .word || text.tokens[index].kind == .number {
      key = Self.extended(key, by: Self.hash(text.withoutArticle(index)))
      reserve(key)
    }
    guard key != Self.root else { return false }
    append(payload, at: key)
    return true
  }

  /// Adds a phrase from its UTF-8 bytes, the quick way for large tables: plain Arabic letters and single spaces are folded here, all
  /// else goes through the tokeniser.
  /// - Parameter joined: also adds the phrase with two neighbouring words written as one, as «ديرالزور» for «دير الزور», when it
  ///   has two words, or three that are plain letters.
  /// - Returns: false when the phrase has no words.
  @discardableResult
  package mutating func insert(_ bytes: [UInt8], _ range: Range<Int>, payload: Int32, joined: Bool = false) -> Bool {
    var buffer = letters
    letters = []
    defer { letters = buffer }
    buffer.removeAll(keepingCapacity: true)
    // Where each word ends in the buffer, and which of them begin with a hamza; more words than that go the other way.
    var ends: (Int, Int, Int, Int, Int) = (0, 0, 0, 0, 0)
    var hamzas: (Bool, Bool, Bool, Bool, Bool) = (false, false, false, false, false)
    guard let count = Self.fold(bytes, range, into: &buffer, &ends, &hamzas), count > 0 else {
      let phrase = String(decoding: bytes[range], as: UTF8.self)
      let hasWords = insert(phrase, payload: payload)
      let words = phrase.split(separator: " " as Character)
      if joined, words.count == 2 { insert(words.joined(), payload: payload) }
      return hasWords
    }
    func word(_ index: Int) -> (Range<Int>, Bool) {
      switch index {
      case 0: (0..<ends.0, hamzas.0)
      case 1: (ends.0..<ends.1, hamzas.1)
      case 2: (ends.1..<ends.2, hamzas.2)
      case 3: (ends.2..<ends.3, hamzas.3)
      default: (ends.3..<ends.4, hamzas.4)
      }
    }
    var key = Self.root
    for index in 0..<count {
      let (range, hamza) = word(index)
      key = Self.extended(key, by: Self.bareHash(buffer, range.lowerBound, range.upperBound, hamza: hamza))
      reserve(key)
    }
    append(payload, at: key)
    guard joined, count == 2 || count == 3 else { return true }
    for first in 0..<count - 1 {
      var key = Self.root
      var index = 0
      while index < count {
        let (range, hamza) = word(index)
        let end = index == first ? word(index + 1).0.upperBound : range.upperBound
        key = Self.extended(key, by: Self.bareHash(buffer, range.lowerBound, end, hamza: hamza))
        reserve(key)
        index += index == first ? 2 : 1
      }
      append(payload, at: key)
    }
    return true
  }

  /// The word without its article, when at least two letters remain; «الله» is whole.
  package static func withoutArticle(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard word.count >= 4, word[word.startIndex] == LetterCode.alef, word[word.startIndex + 1] == LetterCode.lam,
      word.count > 4 || !Clitics.endsWithAllah(word)
    else { return word }
    return word.dropFirst(2)
  }

  /// Calls `body` with every phrase that begins at a token.
  package func forEachMatch(in text: TokenizedText, at start: Int, _ body: (Match) -> Void) {
    guard text.tokens.indices.contains(start) else { return }
    let stems = WordStems(of: text, start..<start + 1)
    var found: [Found] = []
    find(in: text, stems, at: start, &found)
    for match in found {
      body(
        Match(
          tokens: start..<start + Int(match.length), clitics: match.clitics, payloads: payloads(of: match)))
    }
  }

  /// A phrase found, without memory of its own.
  struct Found {
    fileprivate var link: Int32
    /// How many tokens it takes.
    var length: Int16
    var clitics: Clitics
  }

  /// The payloads of a phrase found.
  func payloads(of match: Found) -> Payloads { Payloads(links: links, first: match.link) }

  /// Appends the payloads of a phrase found that stand, as hits.
  func append(_ match: Found, to hits: inout [PhraseHits.Hit], keeping keeps: (Int32) -> Bool) {
    var isFirst = true
    var link = match.link
    while link >= 0 {
      let payload = links[Int(link)].payload
      if keeps(payload) {
        hits.append(
          PhraseHits.Hit(payload: payload, length: match.length, clitics: match.clitics, isFirst: isFirst))
        isFirst = false
      }
      link = links[Int(link)].next
    }
  }

  /// Appends every phrase that begins at a token of the text.
  func find(in text: TokenizedText, _ stems: WordStems, at start: Int, _ found: inout [Found]) {
    for position in stems.positions(at: start) {
      let stem = stems[position]
      walk(text, stem.key, start: start, next: start + 1, clitics: stem.clitics, &found)
    }
  }

  /// The payloads of a phrase of one word, given as folded letters without article; none when there is no such phrase.
  package func payloads(ofWord letters: ArraySlice<UInt8>) -> Payloads {
    let key = Self.extended(Self.root, by: Self.hash(letters))
    let slot = mayHold(key) ? slot(of: key) : nil
    return Payloads(links: links, first: slot.map { slots[$0].first } ?? -1)
  }

  private func walk(
    _ text: TokenizedText, _ key: UInt64, start: Int, next: Int, clitics: Clitics, _ found: inout [Found]
  ) {
    guard mayHold(key), let slot = slot(of: key) else { return }
    if slots[slot].first >= 0 {
      found.append(
        Found(link: slots[slot].first, length: Int16(truncatingIfNeeded: next - start), clitics: clitics))
    }
    guard next < text.tokens.count else { return }
    // Quotation marks and dashes inside a name do not part it: «تنظيم "الدولة الإسلامية"», «دير الزور».
    var index = next
    while index < text.tokens.count, index < next + 2, text.tokens[index].kind == .mark,
      PhraseIndex.isTransparent(text.tokens[index].scalar)
    { index += 1 }
    guard index < text.tokens.count else { return }
    let token = text.tokens[index]
    guard token.kind == .word || token.kind == .number else { return }
    let end = Int(token.foldedEnd)
    let first = text.stemStart(index)
    walk(
      text, Self.extended(key, by: Self.hash(text.letters.span, first, end)), start: start, next: index + 1,
      clitics: clitics, &found)
    // Both spellings may go on: «تل زوبا» is a name, «تل زوباً» the accusative of another.
    if end - first >= 4, text.letters[end - 1] == LetterCode.alef {
      let shorter = Self.extended(key, by: Self.hash(text.letters.span, first, end - 1))
      walk(text, shorter, start: start, next: index + 1, clitics: clitics, &found)
    }
  }

  /// True for marks that may stand inside a name.
  package static func isTransparent(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x5F, 0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x2018, 0x2019, 0x27, 0x2D, 0x2013: true
    default: false
    }
  }
}

// Folding of plain names.
extension PhraseIndex {
  // How many words there are; nil for what is not only letters of the basic block and single spaces.
  private static func fold(
    _ bytes: [UInt8], _ range: Range<Int>, into buffer: inout [UInt8], _ ends: inout (Int, Int, Int, Int, Int),
    _ hamzas: inout (Bool, Bool, Bool, Bool, Bool)
  ) -> Int? {
    let table = LetterCode.arabicBlock
    var count = 0
    var isStart = true
    var startsWithHamza = false
    var index = range.lowerBound
    let end = range.upperBound
    func close() -> Bool {
      switch count {
      case 0: (ends.0, hamzas.0) = (buffer.count, startsWithHamza)
      case 1: (ends.1, hamzas.1) = (buffer.count, startsWithHamza)
      case 2: (ends.2, hamzas.2) = (buffer.count, startsWithHamza)
      case 3: (ends.3, hamzas.3) = (buffer.count, startsWithHamza)
      case 4: (ends.4, hamzas.4) = (buffer.count, startsWithHamza)
      default: return false
      }
      count += 1
      return true
    }
    while index < end {
      let byte = bytes[index]
      if byte == 0x20 {
        guard !isStart, close() else { return nil }
        (isStart, startsWithHamza) = (true, false)
        index += 1
        continue
      }
      // U+0600 … U+06FF are two bytes, 0xD8 … 0xDB first.
      guard byte >= 0xD8, byte <= 0xDB, index + 1 < end else { return nil }
      let low = Int(byte & 0x03) << 6 | Int(bytes[index + 1] & 0x3F)
      let code = table[low]
      guard LetterCode.isArabic(code) else {
        // A lone hamza is dropped; other marks are the tokeniser's business.
        guard code == LetterCode.dropped, low == 0x21, !isStart else { return nil }
        index += 2
        continue
      }
      if isStart { startsWithHamza = low == 0x22 || low == 0x23 || low == 0x25 }
      isStart = false
      buffer.append(code)
      index += 2
    }
    guard !isStart, close() else { return nil }
    return count
  }
}

// The table.
extension PhraseIndex {
  private static let root: UInt64 = 0x9E37_79B9_7F4A_7C15

  // FNV-1a over the letters; `extended` mixes it.
  private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 { hash(word.span, 0, word.count) }

  private static func hash(_ letters: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var h: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in start..<end { h = (h ^ UInt64(letters[index])) &* 0x100_0000_01b3 }
    return h
  }

  /// The key of a phrase's beginning of one word.
  static func key(ofFirst letters: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    extended(root, by: hash(letters, start, end))
  }

  private static func bareHash(_ letters: [UInt8], _ start: Int, _ end: Int, hamza: Bool) -> UInt64 {
    let isArticle =
      !hamza && end - start >= 4 && letters[start] == LetterCode.alef && letters[start + 1] == LetterCode.lam
      && (end - start > 4 || !Clitics.endsWithAllah(letters[start..<end]))
    return hash(letters.span, isArticle ? start + 2 : start, end)
  }

  private static func extended(_ key: UInt64, by word: UInt64) -> UInt64 {
    var h = (key ^ word) &* 0xff51_afd7_ed55_8ccd
    h = (h ^ (h >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    h ^= h >> 29
    return h == 0 ? 1 : h
  }

  private func mayHold(_ key: UInt64) -> Bool {
    let bit = Self.filterBit(key, filter.count)
    return filter[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  // The slot is told by the low bits of a key, the bit by others.
  private static func filterBit(_ key: UInt64, _ words: Int) -> Int {
    Int(truncatingIfNeeded: key >> 32) & (words * 64 - 1)
  }

  private mutating func note(_ key: UInt64) {
    let bit = Self.filterBit(key, filter.count)
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  private func slot(of key: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: key) & mask
    while true {
      let found = slots[slot].key
      if found == key { return slot }
      if found == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }

  @discardableResult
  private mutating func reserve(_ key: UInt64) -> Int {
    if used * 3 > mask * 2 { grow() }
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot].key != key {
      if slots[slot].key == 0 {
        slots[slot].key = key
        note(key)
        used += 1
        break
      }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func append(_ payload: Int32, at key: UInt64) {
    let slot = reserve(key)
    let link = Int32(links.count)
    links.append(Link(payload: payload, next: -1))
    if slots[slot].first < 0 {
      slots[slot].first = link
    } else {
      // A place whose name is told twice (by its row and an alias of the same words) stands once.
      var index = slots[slot].first
      while index >= 0 {
        if links[Int(index)].payload == payload {
          links.removeLast()
          return
        }
        index = links[Int(index)].next
      }
      links[Int(slots[slot].last)].next = link
    }
    slots[slot].last = link
  }

  private mutating func grow() {
    let old = slots
    mask = (mask + 1) * 2 - 1
    slots = [Slot](repeating: Slot(), count: mask + 1)
    filter = [UInt64](repeating: 0, count: slots.count / 16)
    for entry in old where entry.key != 0 {
      note(entry.key)
      var slot = Int(truncatingIfNeeded: entry.key) & mask
      while slots[slot].key != 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }

  /// Makes room for so many phrase beginnings, so that filling does not grow the table step by step.
  package mutating func reserveCapacity(_ count: Int) {
    while count * 3 > mask * 2 { grow() }
    links.reserveCapacity(count)
  }
}

extension TokenizedText {
  /// Where the folded letters of a word begin without its article.
  fileprivate func stemStart(_ index: Int) -> Int {
    let token = tokens[index]
    let (start, end) = (Int(token.foldedStart), Int(token.foldedEnd))
    guard !token.startsWithHamza, end - start >= 4, letters[start] == LetterCode.alef,
      letters[start + 1] == LetterCode.lam, end - start > 4 || !Clitics.endsWithAllah(letters[start..<end])
    else { return start }
    return start + 2
  }

  /// The folded letters of a word without its article.
  package func withoutArticle(_ index: Int) -> ArraySlice<UInt8> {
    tokens[index].startsWithHamza ? folded(index) : PhraseIndex.withoutArticle(folded(index))
  }
}
