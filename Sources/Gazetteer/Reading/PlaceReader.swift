package import ArabicText

/// Finds the places of a text and resolves them, each in the context of those around it.
package struct PlaceReader: Sendable {
  package let store: PlaceStore
  package let spatial: SpatialLexicon

  /// True to keep the reasons of each choice and the candidates that lost.
  package let explains: Bool

  package init(store: PlaceStore, spatial: SpatialLexicon, explains: Bool = false) {
    self.store = store
    self.spatial = spatial
    self.explains = explains
  }

  /// All place expressions of a text in order; they do not overlap.
  /// - Parameter excluded: tokens of names that contain a place without telling one («شبكة دير الزور 24» "the Deir
  /// ez-Zor 24 network").
  package func expressions(in text: TokenizedText, excluding excluded: Set<Int>) -> [PlaceExpression] {
    expressions(in: text, excluding: excluded, introducedFrom: .max)
  }

  /// - Parameter introduced: from this token on a bare name is taken to tell a place.
  func expressions(
    in text: TokenizedText, excluding excluded: Set<Int>, introducedFrom introduced: Int
  ) -> [PlaceExpression] {
    let phrases = PlacePhraseReader(text: text, store: store, spatial: spatial, excluded: excluded)
    var chains: [[PlacePhrase]] = []
    var foreign: [PlaceExpression] = []
    var token = 0
    while token < text.tokens.count {
      if excluded.contains(token) { token += 1; continue }
      if let hit = spatial.hit(in: text, at: token, [.foreign]),
        (phrases.name(at: token, first: true)?.tokens.count ?? 0) <= hit.tokens.count
      {
        foreign.append(PlaceExpression(tokens: hit.tokens, isForeign: true, rules: [hit.rule]))
        token = hit.tokens.upperBound
        continue
      }
      guard var first = phrases.phrase(at: token) else { token += 1; continue }
      if token == introduced { (first.isIntroduced, first.isAsked) = (true, true) }
      var chain = [first]
      var end = first.tokens.upperBound
      while chain.count < 5, let next = container(after: end, of: chain, phrases) {
        chain.append(next)
        end = next.tokens.upperBound
      }
      chains.append(chain)
      token = max(end, token + 1)
    }
    return PlaceResolver(text: text, store: store, explains: explains).resolve(chains, foreign: foreign)
  }

  /// The phrase that says where the one before lies: «… بريف حمص الشرقي» "… in the eastern countryside of Homs", «…
  /// غربي درعا» "… west of Daraa".
  private func container(after end: Int, of chain: [PlacePhrase], _ phrases: PlacePhraseReader) -> PlacePhrase? {
    let text = phrases.text
    guard end < text.tokens.count else { return nil }
    var token = end
    var comma = false
    if text.tokens[token].kind == .mark, [0x2C, 0x60C, 0x28].contains(text.tokens[token].scalar) {
      comma = true
      token += 1
    }
    token = phrases.passQuotes(token)
    guard token < text.tokens.count, text.tokens[token].kind == .word else { return nil }
    var connected = false
    while let hit = spatial.hit(in: text, at: token, [.connector]), !hit.clitics.contains(.conjunction), token < end + 4
    {
      token = hit.tokens.upperBound
      connected = true
    }
    guard let next = phrases.phrase(at: token) else { return nil }
    let firstWord = text.folded(token).first
    let attached = firstWord == LetterCode.beh || firstWord == LetterCode.lam
    if next.isConjoined || next.anaphor != nil { return nil }
    switch next.frame {
    case .direction, .countryside, .badia, .governorate, .district, .subdistrict:
      return connected || attached || next.frame == .direction || comma == false ? next : nil
    case .plain:
      guard !next.candidates.isEmpty else { return nil }
      // «حماة وسط سوريا» "Hama, central Syria", «…، شمال غربي سوريا» "…, north-west Syria": a side of the country
      // follows without a preposition.
      if next.candidates.contains(where: { store.isCountrySide($0) }) { return next }
      guard !comma, connected || attached else { return nil }
      // A plain name contains the one before when it is wider: a city holds a quarter, a governorate a village.
      let wider = next.candidates.contains { store.records[$0].kind.isAdmin || store.records[$0].importance >= 3 }
      return wider && chain[0].frame != .governorate ? next : nil
    default:
      return nil
    }
  }
}
