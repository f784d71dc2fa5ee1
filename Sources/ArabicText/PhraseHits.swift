/// Every phrase of an index that stands in a text, by the token it begins at: found in one walk, so that the frames may ask for the
/// same token many times.
package struct PhraseHits: Sendable {
  /// A payload of a phrase that stands at a token.
  package struct Hit: Sendable {
    package var payload: Int32
    /// How many tokens the phrase takes, the marks inside it included.
    package var length: Int16
    /// What is attached to its first word.
    package var clitics: Clitics
    /// True for the first payload of a phrase: those behind it, up to the next that is first, are of other rows with the same words.
    package var isFirst: Bool
  }

  private var hits: [Hit] = []
  // Where the hits of each token begin, and one behind the last.
  private var starts: [Int32] = []

  /// Looks every token up once.
  /// - Parameters:
  ///   - stems: those of the text.
  ///   - keeps: whether a payload whose phrase ends before a token stands there.
  /// - Complexity: linear in the number of tokens.
  package init(
    of index: PhraseIndex, in text: TokenizedText, _ stems: WordStems,
    keeping keeps: (Int32, Int) -> Bool = { _, _ in true }
  ) {
    starts.reserveCapacity(text.tokens.count + 1)
    hits.reserveCapacity(text.tokens.count)
    var found: [PhraseIndex.Found] = []
    for token in text.tokens.indices {
      starts.append(Int32(hits.count))
      index.find(in: text, stems, at: token, &found)
      for match in found { index.append(match, to: &hits) { keeps($0, token + Int(match.length)) } }
      found.removeAll(keepingCapacity: true)
    }
    starts.append(Int32(hits.count))
  }

  /// The positions of the hits that begin at a token; none past the ends of the text.
  package func positions(at token: Int) -> Range<Int> {
    guard token >= 0, token + 1 < starts.count else { return 0..<0 }
    return Int(starts[token])..<Int(starts[token + 1])
  }

  /// The hit at a position.
  package subscript(position: Int) -> Hit { hits[position] }
}
