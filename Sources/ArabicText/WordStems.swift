/// The ways to part every word of a text from what may be attached to it, each with the key that every ``PhraseIndex`` knows its stem
/// by: made once for a text, however many indexes look its words up.
package struct WordStems: Sendable {
  /// One way to part a word.
  struct Stem {
    var key: UInt64
    var clitics: Clitics
  }

  private let first: Int
  private var stems: [Stem] = []
  // Where the stems of each token begin, and one behind the last.
  private var starts: [Int32] = []

  /// Parts every word.
  /// - Complexity: linear in the length of the text.
  package init(of text: TokenizedText) { self.init(of: text, text.tokens.indices) }

  /// Parts some words; only these may be asked for.
  init(of text: TokenizedText, _ tokens: Range<Int>) {
    first = tokens.lowerBound
    starts.reserveCapacity(tokens.count + 1)
    stems.reserveCapacity(tokens.count * 6)
    var readings = CliticReadings()
    for token in text.tokens[tokens] {
      starts.append(Int32(stems.count))
      guard token.kind == .word || token.kind == .number else { continue }
      let (first, last) = (Int(token.foldedStart), Int(token.foldedEnd))
      Clitics.read(text.letters.span, from: first, to: last, hamza: token.hamza, into: &readings)
      for index in 0..<readings.count {
        let reading = readings[index]
        let key = PhraseIndex.key(ofFirst: text.letters.span, reading.start, reading.end)
        stems.append(Stem(key: key, clitics: reading.clitics))
      }
      // A single letter or digit is too short for clitics but may be a word of a phrase («T 4»).
      if last - first == 1 {
        stems.append(Stem(key: PhraseIndex.key(ofFirst: text.letters.span, first, last), clitics: []))
      }
    }
    starts.append(Int32(stems.count))
  }

  /// The positions of the stems of a token, the whole word first; none for a mark.
  func positions(at token: Int) -> Range<Int> {
    Int(starts[token - first])..<Int(starts[token - first + 1])
  }

  /// The stem at a position.
  subscript(position: Int) -> Stem { stems[position] }
}
