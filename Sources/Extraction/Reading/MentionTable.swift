internal import ArabicText

/// Every lexicon row that stands in a text, by the token it starts at.
struct MentionTable {
  // One reference: a table is handed to every reader.
  private let contents: Contents

  /// What is known of a text.
  fileprivate final class Contents: Sendable {
    let lexicon: Lexicon
    let hits: PhraseHits
    /// What kinds of rows start at each token, so that a reader passes over most tokens with one look.
    let cues: [WordCues]

    init(lexicon: Lexicon, hits: PhraseHits, cues: [WordCues]) {
      (self.lexicon, self.hits, self.cues) = (lexicon, hits, cues)
    }
  }

  /// Looks every token up once. Time is linear in the number of tokens.
  init(text: TokenizedText, stems: WordStems, lexicon: Lexicon) {
    let hits = lexicon.hits(in: text, stems)
    var cues: [WordCues] = []
    cues.reserveCapacity(text.tokens.count)
    for token in text.tokens.indices {
      var found: WordCues = text.tokens[token].kind == .number ? .digits : []
      for position in hits.positions(at: token) { found.formUnion(lexicon.cue(of: hits[position].payload)) }
      cues.append(found)
    }
    contents = Contents(lexicon: lexicon, hits: hits, cues: cues)
  }

  /// The mentions of some kinds that start at a token; none past the ends.
  ///
  /// Most tokens have none of the kinds that a reader looks for: it says which, and is done with one look.
  func starting(at token: Int, of kinds: WordCues = .all) -> Mentions {
    guard !cues(at: token).isDisjoint(with: kinds) else { return Mentions() }
    return Mentions(contents: contents, kinds: kinds, positions: contents.hits.positions(at: token), start: token)
  }

  /// The kinds of rows that start at a token; none past the ends.
  func cues(at token: Int) -> WordCues {
    let cues = contents.cues
    guard token >= 0, token < cues.count else { return [] }
    return cues[token]
  }
}

/// The mentions at one token, made as they are walked.
struct Mentions: Sequence, IteratorProtocol {
  // Nil when there are none.
  private let contents: MentionTable.Contents?
  private let kinds: WordCues
  private var positions: Range<Int>
  private let start: Int

  fileprivate init() { (contents, kinds, positions, start) = (nil, [], 0..<0, 0) }

  fileprivate init(contents: MentionTable.Contents, kinds: WordCues, positions: Range<Int>, start: Int) {
    (self.contents, self.kinds, self.positions, self.start) = (contents, kinds, positions, start)
  }

  /// The next mention; nil after the last.
  mutating func next() -> Mention? {
    guard let contents else { return nil }
    while let position = positions.popFirst() {
      let hit = contents.hits[position]
      if contents.lexicon.cue(of: hit.payload).isDisjoint(with: kinds) { continue }
      return Mention(
        tokens: start..<start + Int(hit.length), clitics: hit.clitics,
        entry: contents.lexicon.entries[Int(hit.payload)])
    }
    return nil
  }
}
