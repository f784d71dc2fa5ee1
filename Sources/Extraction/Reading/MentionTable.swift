internal import ArabicText

/// Every lexicon row that stands in a text, by the token it starts at.
struct MentionTable {
  private var starts: [Int32]
  private var mentions: [Mention] = []
  /// What kinds of rows start at each token, so that a reader passes over most tokens with one look.
  private var cues: [WordCues]

  /// Looks every token up once. Time is linear in the number of tokens.
  init(text: TokenizedText, lexicon: Lexicon) {
    starts = []
    starts.reserveCapacity(text.tokens.count + 1)
    cues = []
    cues.reserveCapacity(text.tokens.count)
    mentions.reserveCapacity(text.tokens.count)
    for token in text.tokens.indices {
      starts.append(Int32(mentions.count))
      var found: WordCues = text.tokens[token].kind == .number ? .digits : []
      lexicon.forEachMention(in: text, at: token) { mention, cue in
        found.formUnion(cue)
        mentions.append(mention)
      }
      cues.append(found)
    }
    starts.append(Int32(mentions.count))
  }

  /// The mentions that start at a token; empty past the ends.
  func starting(at token: Int) -> ArraySlice<Mention> {
    guard token >= 0, token + 1 < starts.count else { return [] }
    return mentions[Int(starts[token])..<Int(starts[token + 1])]
  }

  /// The kinds of rows that start at a token; none past the ends.
  func cues(at token: Int) -> WordCues {
    guard token >= 0, token < cues.count else { return [] }
    return cues[token]
  }
}
