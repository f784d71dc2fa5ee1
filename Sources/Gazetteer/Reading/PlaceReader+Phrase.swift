internal import ArabicText
internal import Incidents

// One phrase by itself, as people ask for it.
extension PlaceReader {
  /// Resolves one place phrase, in Arabic or a plain name in Latin letters.
  ///
  /// A context that holds the phrase is read as it stands, so that what stands around the words counts; another one is read before
  /// the phrase. Without words around it a phrase is taken to tell a place, however small. Latin phrases are read by themselves.
  /// - Returns: the expression; with ``PlaceExpression/place`` nil and a reason when no place can be told.
  package func resolve(_ phrase: String, context: String? = nil) -> PlaceExpression {
    // Arabic letters are two bytes from 0xD8 … 0xDB, presentation forms three from 0xEF.
    if !phrase.utf8.contains(where: { (0xD8...0xDB).contains($0) || $0 == 0xEF }) {
      return store.position(of: phrase).map { known($0, phrase) } ?? latin(phrase)
    }
    let inner = TokenizedText(phrase)
    if let context {
      let text = TokenizedText(context)
      if let tokens = text.firstRange(of: inner) { return best(in: text, Question(tokens: tokens, isBare: false)) }
      let own = TokenizedText(context + "\n" + phrase)
      let start = (own.tokens.lastIndex { $0.kind == .lineBreak } ?? -1) + 1
      return best(in: own, Question(tokens: start..<own.tokens.count, isBare: true))
    }
    return best(in: inner, Question(tokens: inner.tokens.indices, isBare: true))
  }

  private func best(in text: TokenizedText, _ question: Question) -> PlaceExpression {
    let found = expressions(in: text, WordStems(of: text), excluding: TokenSet(), asked: question)
      .filter { $0.tokens.overlaps(question.tokens) && !$0.isForeign }
    return found.max { Self.rank($0, question.tokens) < Self.rank($1, question.tokens) }
      ?? Self.unresolved(question.tokens)
  }

  // A place before none, an exact one before a wide one («هجين غرب الفرات» "Hajin, west of the Euphrates"), then the one that covers
  // more of the words, then the first.
  private static func rank(_ expression: PlaceExpression, _ tokens: Range<Int>) -> Int {
    (expression.place != nil ? 10_000 : 0) + exactness(expression.place?.precision) * 300 + expression.tokens.clamped(
      to: tokens
    ).count * 100
      - (expression.tokens.lowerBound - tokens.lowerBound)
  }

  private static func exactness(_ precision: PlacePrecision?) -> Int {
    switch precision {
    case .locality, .camp: 2
    case .area, .subdistrict: 1
    default: 0
    }
  }

  private static func unresolved(_ tokens: Range<Int>) -> PlaceExpression {
    PlaceExpression(tokens: tokens, place: nil, reasons: [.noPlace])
  }

  // An id is its own answer.
  private func known(_ position: Int, _ phrase: String) -> PlaceExpression {
    let tokens = TokenizedText(phrase).tokens.indices
    let place = PlaceFootprints(store: store, roads: roads).resolved(
      store.place(at: position), phrase: PlacePhrase(tokens: tokens, name: tokens), other: nil, containers: [])
    return PlaceExpression(tokens: tokens, place: place, score: 1)
  }

  // A name as it stands before one that is cut into words: «Homs desert» is a row of its own.
  private func latin(_ phrase: String) -> PlaceExpression {
    let text = TokenizedText(phrase)
    var chain = PlacePhrase(tokens: text.tokens.indices, candidates: store.positions(named: phrase), name: 0..<0)
    let cut = LatinPhrase(phrase)
    let isCut = cut.distanceKm != nil || cut.side != nil && cut.frame != .direction
    if chain.candidates.isEmpty || isCut, cut.name != phrase {
      let candidates = store.positions(named: cut.name)
      if !candidates.isEmpty {
        chain.candidates = candidates
        (chain.kindWord, chain.side, chain.distanceKm, chain.frame) = (
          cut.kindWord, cut.side, cut.distanceKm, cut.frame
        )
      }
    }
    guard !chain.candidates.isEmpty else { return Self.unresolved(text.tokens.indices) }
    (chain.isIntroduced, chain.isAsked) = (true, true)
    let found = PlaceResolver(
      text: text, store: store, hits: SpatialHits(text, WordStems(of: text), spatial), explains: explains, roads: roads,
      asked: text.tokens.indices, joinsLists: false
    ).resolve([[chain]], foreign: [])
    return found.first ?? Self.unresolved(text.tokens.indices)
  }
}

extension TokenizedText {
  /// Where the words of another text stand in this one, marks and all; nil when they do not.
  fileprivate func firstRange(of other: TokenizedText) -> Range<Int>? {
    let count = other.tokens.count
    guard count > 0, count <= tokens.count else { return nil }
    return (0...tokens.count - count).first { start in
      (0..<count).allSatisfy { offset in
        let (own, sought) = (tokens[start + offset], other.tokens[offset])
        guard own.kind == sought.kind, own.scalar == sought.scalar else { return false }
        let (letters, wanted) = (folded(start + offset), other.folded(offset))
        if letters.elementsEqual(wanted) { return true }
        // «والزهراء», "and al-Zahra", holds «الزهراء».
        return offset == 0 && letters.count - wanted.count <= 2 && letters.suffix(wanted.count).elementsEqual(wanted)
          && letters.prefix(letters.count - wanted.count).allSatisfy(LetterCode.isAttachable)
      }
    }.map { $0..<$0 + count }
  }
}
