internal import ArabicText

/// Every lexicon row that stands in a text, by the token it starts at.
struct MentionTable {
  private let entries: [Lexicon.Entry]
  private var starts: [Int32]
  private var hits: [Lexicon.Hit] = []
  /// What kinds of rows start at each token, so that a reader passes over most tokens with one look.
  private var cues: [WordCues]

  /// Looks every token up once. Time is linear in the number of tokens.
  init(text: TokenizedText, lexicon: Lexicon) {
    entries = lexicon.entries
    starts = []
    starts.reserveCapacity(text.tokens.count + 1)
    cues = []
    cues.reserveCapacity(text.tokens.count)
    hits.reserveCapacity(text.tokens.count)
    for token in text.tokens.indices {
      starts.append(Int32(hits.count))
      var found: WordCues = text.tokens[token].kind == .number ? .digits : []
      lexicon.forEachHit(in: text, at: token) { hit, cue in
        found.formUnion(cue)
        hits.append(hit)
      }
      cues.append(found)
    }
    starts.append(Int32(hits.count))
  }

  /// The mentions that start at a token; none past the ends.
  func starting(at token: Int) -> Mentions {
    guard token >= 0, token + 1 < starts.count else { return Mentions(entries: [], hits: [], start: token) }
    return Mentions(entries: entries, hits: hits[Int(starts[token])..<Int(starts[token + 1])], start: token)
  }

  /// The kinds of rows that start at a token; none past the ends.
  func cues(at token: Int) -> WordCues {
    guard token >= 0, token < cues.count else { return [] }
    return cues[token]
  }
}

/// The mentions at one token, made as they are walked.
struct Mentions: Sequence, IteratorProtocol {
  private let entries: [Lexicon.Entry]
  private var hits: ArraySlice<Lexicon.Hit>
  private let start: Int

  init(entries: [Lexicon.Entry], hits: ArraySlice<Lexicon.Hit>, start: Int) {
    (self.entries, self.hits, self.start) = (entries, hits, start)
  }

  /// The next mention; nil after the last.
  mutating func next() -> Mention? {
    guard let hit = hits.popFirst() else { return nil }
    let entry = entries[Int(hit.entry)]
    return Mention(
      tokens: start..<start + Int(hit.length), meaning: entry.meaning, clitics: hit.clitics, rule: entry.rule)
  }
}
