internal import ArabicText

/// Every lexicon row that stands in a text, by the token it starts at.
struct MentionTable {
  private var starts: [Int32]
  private var mentions: [Mention] = []

  /// Looks every token up once. Time is linear in the number of tokens.
  init(text: TokenizedText, lexicon: Lexicon) {
    starts = []
    starts.reserveCapacity(text.tokens.count + 1)
    for token in text.tokens.indices {
      starts.append(Int32(mentions.count))
      lexicon.forEachMention(in: text, at: token) { mentions.append($0) }
    }
    starts.append(Int32(mentions.count))
  }

  /// The mentions that start at a token; empty past the end.
  func starting(at token: Int) -> ArraySlice<Mention> {
    guard token >= 0, token + 1 < starts.count else { return [] }
    return mentions[Int(starts[token])..<Int(starts[token + 1])]
  }
}
