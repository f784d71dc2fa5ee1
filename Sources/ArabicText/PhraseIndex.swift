/// Finds the phrases of a table in a tokenised text: a tree of words, walked from each token.
///
/// A phrase matches whatever is attached to its first word (conjunction, preposition, article, pronoun); its further words may
/// differ by the article or an accusative ending only. Payloads are numbers that the owner of the index understands.
package struct PhraseIndex: Sendable {
  private var words = WordIndex()
  private var edges: [UInt64: Int32] = [:]
  private var payloads: [[Int32]] = [[]]

  package init() {}

  /// One phrase found: payloads of all table rows with these words.
  package struct Match: Sendable {
    /// The tokens of the phrase.
    package var tokens: Range<Int>
    package var payloads: [Int32]
    /// What is attached to the first word.
    package var clitics: Clitics
  }

  /// Adds a phrase; its words are folded, and leading articles are parted as in the text.
  /// - Returns: false when the phrase has no words.
  @discardableResult
  package mutating func insert(_ phrase: String, payload: Int32) -> Bool {
    let text = TokenizedText(phrase)
    var node: Int32 = 0
    var depth = 0
    for index in text.tokens.indices where text.tokens[index].kind == .word || text.tokens[index].kind == .number {
      let word = words.insert(text.withoutArticle(index))
      let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
      if let next = edges[key] {
        node = next
      } else {
        let next = Int32(payloads.count)
        payloads.append([])
        edges[key] = next
        node = next
      }
      depth += 1
    }
    guard depth > 0 else { return false }
    payloads[Int(node)].append(payload)
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
    let token = text.tokens[start]
    guard token.kind == .word || token.kind == .number else { return }
    Clitics.forEachReading(of: text.folded(start), hamza: token.hamza) { stem, clitics in
      guard let word = words.find(stem), let node = edges[Self.key(0, word)] else { return }
      walk(text, from: node, start: start, next: start + 1, clitics: clitics, body)
    }
    // A single letter or digit is too short for clitics but may be a word of a phrase («T 4»).
    let folded = text.folded(start)
    if folded.count == 1, let word = words.find(folded), let node = edges[Self.key(0, word)] {
      walk(text, from: node, start: start, next: start + 1, clitics: [], body)
    }
  }

  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  private func walk(
    _ text: TokenizedText, from node: Int32, start: Int, next: Int, clitics: Clitics, _ body: (Match) -> Void
  ) {
    if !payloads[Int(node)].isEmpty {
      body(Match(tokens: start..<next, payloads: payloads[Int(node)], clitics: clitics))
    }
    guard next < text.tokens.count else { return }
    // Quotation marks, brackets and dashes inside a name do not part it: «تنظيم "الدولة الإسلامية"», «دير الزور».
    var index = next
    while index < text.tokens.count, index < next + 2, text.tokens[index].kind == .mark,
      PhraseIndex.isTransparent(text.tokens[index].scalar)
    { index += 1 }
    guard index < text.tokens.count else { return }
    let token = text.tokens[index]
    guard token.kind == .word || token.kind == .number else { return }
    let bare = text.withoutArticle(index)
    if let word = words.find(bare), let following = edges[Self.key(node, word)] {
      walk(text, from: following, start: start, next: index + 1, clitics: clitics, body)
    }
    // Both spellings may go on: «تل زوبا» is a name, «تل زوباً» the accusative of another.
    if bare.count >= 4, bare.last == LetterCode.alef, let word = words.find(bare.dropLast()),
      let following = edges[Self.key(node, word)]
    {
      walk(text, from: following, start: start, next: index + 1, clitics: clitics, body)
    }
  }

  /// True for marks that may stand inside a name.
  package static func isTransparent(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x5F, 0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x2018, 0x2019, 0x27, 0x2D: true
    default: false
    }
  }
}

extension TokenizedText {
  /// The folded letters of a word without its article.
  package func withoutArticle(_ index: Int) -> ArraySlice<UInt8> {
    tokens[index].startsWithHamza ? folded(index) : PhraseIndex.withoutArticle(folded(index))
  }
}
