package import ArabicText
package import Tables

/// Finds the places of a text and resolves them, each in the context of those around it.
package struct PlaceReader: Sendable {
  /// The gazetteer.
  package let store: PlaceStore
  /// The words of place phrases.
  package let spatial: SpatialLexicon
  /// The roads, read when the first phrase asks for one.
  let roads: RoadTable
  /// True to keep the reasons of each choice and the candidates that lost.
  package let explains: Bool

  /// Loads the gazetteer and the words of places.
  /// - Throws: ``TableFault`` naming the file and line that cannot be read.
  package init(tables: TableSet, explains: Bool = false) throws(TableFault) {
    store = try PlaceStore(tables: tables)
    spatial = try SpatialLexicon(tables: tables)
    roads = RoadTable(tables: tables)
    // The built-in roads are held by tests; those of a folder are read at once, so that a fault is told.
    if tables.folder != nil { _ = try RoadNetwork(tables: tables, store: store) }
    self.explains = explains
  }

  /// All place expressions of a text in order; they do not overlap.
  /// - Parameters:
  ///   - stems: those of the text.
  ///   - excluded: tokens of names that contain a place without telling one («شبكة دير الزور 24» "the Deir
  /// ez-Zor 24 network").
  package func expressions(
    in text: TokenizedText, _ stems: WordStems, excluding excluded: TokenSet
  ) -> [PlaceExpression] {
    expressions(in: text, stems, excluding: excluded, asked: nil)
  }

  /// A phrase within a text that somebody asks for.
  struct Question {
    var tokens: Range<Int>
    /// The words stand by themselves and are taken to tell a place.
    var isBare: Bool
  }

  /// - Parameter asked: nothing is read across the beginning of this phrase, and its places are not joined to those before.
  func expressions(
    in text: TokenizedText, _ stems: WordStems, excluding excluded: TokenSet, asked: Question?
  ) -> [PlaceExpression] {
    let hits = SpatialHits(text, stems, spatial)
    let phrases = PlacePhraseReader(text: text, stems: stems, store: store, hits: hits, excluded: excluded)
    var chains: [[PlacePhrase]] = []
    var foreign: [PlaceExpression] = []
    var token = 0
    var cut: PlacePhrase?
    while token < text.tokens.count {
      if excluded.contains(token) { token += 1; continue }
      if let hit = hits.hit(at: token, .foreign),
        (phrases.name(at: token, first: true)?.tokens.count ?? 0) <= hit.tokens.count
      {
        foreign.append(PlaceExpression(tokens: hit.tokens, isForeign: true, rules: [hits.rule(hit)]))
        token = hit.tokens.upperBound
        continue
      }
      if let end = organisation(at: token, phrases, isAsked: asked != nil) { token = end; continue }
      if let asked, asked.isBare, token == asked.tokens.lowerBound { cut = .asked }
      guard var first = phrases.phrase(at: token, cutFrom: cut) else { token += 1; continue }
      cut = nil
      // «أطراف بلدة نوى», "the outskirts of Nawa", when somebody asks for «بلدة نوى».
      if let asked, token < asked.tokens.lowerBound, first.tokens.upperBound > asked.tokens.lowerBound {
        (cut, token) = (first, asked.tokens.lowerBound)
        continue
      }
      if let asked, asked.isBare, token == asked.tokens.lowerBound {
        (first.isIntroduced, first.isAsked) = (true, true)
      }
      var end = first.tokens.upperBound
      if end == text.tokens.count {
        chains.append([first])
        break
      }
      var chain = [first]
      while chain.count < 5, let next = container(after: end, of: chain, phrases) {
        if let asked, token < asked.tokens.lowerBound, next.tokens.upperBound > asked.tokens.lowerBound { break }

        chain.append(next)
        end = next.tokens.upperBound
      }
      if let tail = foreignTail(after: end, phrases) {
        // «مدينة صيدا جنوبي لبنان», "the city of Sidon in southern Lebanon".
        foreign.append(PlaceExpression(tokens: token..<tail, isForeign: true, rules: ["frame:place-abroad"]))
        end = tail
      } else {
        chains.append(chain)
      }
      token = max(end, token + 1)
    }
    return PlaceResolver(
      text: text, store: store, hits: hits, explains: explains, roads: roads, asked: asked?.tokens,
      joinsLists: asked?.isBare ?? true
    )
    .resolve(chains, foreign: foreign)
  }

  /// Where an organisation's name ends that holds a place: «مجلس دير الزور العسكري» "the Deir ez-Zor Military Council", «لواء ثوار الرقة»
  /// "the Raqqa Revolutionaries' Brigade"; nil when none stands at the token.
  private func organisation(at token: Int, _ phrases: PlacePhraseReader, isAsked: Bool) -> Int? {
    guard let head = phrases.hits.hit(at: token, .organisation), !head.clitics.contains(.article) else { return nil }
    let end = head.tokens.upperBound
    // «عملية درع الفرات», "operation Euphrates Shield", is a name as a whole.
    if phrases.hits.value(head) == "name" { return end }
    // In running text the readers of actors and sources know the organisations; their towns still tell where the text is.
    guard isAsked || phrases.hits.value(head) == "adjective" else { return nil }
    let name = phrases.passQuotes(end)
    for start in phrases.hits.value(head) == "long" ? [name, name + 1] : [name]
    where start < phrases.text.tokens.count && phrases.text.tokens[start].kind == .word {
      // A word with a preposition begins something else: «لواء في الرقة» "a brigade in Raqqa"; one with the article ends the name:
      // «لواء القدس بادية الرصافة».
      if phrases.hits.hit(at: start, .connector) != nil { return nil }
      if start > name, phrases.text.withoutArticle(name).count < phrases.text.folded(name).count { return nil }
      if let phrase = phrases.phrase(at: start), phrase.lead.isDisjoint(with: [.beh, .lam, .conjunction]),
        !phrase.candidates.isEmpty, phrase.frame == .plain, phrase.kindWord == nil,
        phrases.hits.value(head) != "adjective" || isOfOrganisation(phrase.tokens.upperBound, phrases)
      {
        return phrase.tokens.upperBound
      }
    }
    return nil
  }

  // «تجمع حوران الحقوقي», "the Hauran rights gathering": an adjective of organisations behind the place.
  private func isOfOrganisation(_ token: Int, _ phrases: PlacePhraseReader) -> Bool {
    phrases.text.isWord(token, among: PlaceFrameWord.organisational)
  }

  private func foreignTail(after end: Int, _ phrases: PlacePhraseReader) -> Int? {
    var token = end
    while let hit = phrases.hits.hit(at: token, [.of(.direction), .of(.connector)]),
      !hit.clitics.contains(.conjunction),
      token < end + 3
    {
      token = hit.tokens.upperBound
    }
    guard let hit = phrases.hits.hit(at: token, .foreign), !hit.clitics.contains(.conjunction),
      token > end || hit.clitics.contains(.beh) || !hit.clitics.contains(.article)
    else { return nil }
    return hit.tokens.upperBound
  }

  /// The phrase that says where the one before lies: «… بريف حمص الشرقي» "… in the eastern countryside of Homs", «…
  /// غربي درعا» "… west of Daraa", «… القريبة من السخنة» "… near al-Sukhnah".
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
    while let hit = phrases.hits.hit(at: token, .connector), !hit.clitics.contains(.conjunction), token < end + 4 {
      token = hit.tokens.upperBound
      connected = true
    }
    guard let next = phrases.phrase(at: token) else { return nil }
    let attached = next.lead.contains(.beh) || next.lead.contains(.lam)
    if next.lead.contains(.conjunction) || next.anaphor != nil { return nil }
    switch next.frame {
    case .direction, .countryside, .badia, .governorate, .district, .subdistrict:
      return connected || attached || next.frame == .direction || comma == false ? next : nil
    case .near, .around, .entrance:
      return comma || next.candidates.isEmpty ? nil : next
    case .plain:
      guard !next.candidates.isEmpty else { return nil }
      // «حماة وسط سوريا» "Hama, central Syria", «…، شمال غربي سوريا» "…, north-west Syria": a side of the country
      // follows without a preposition.
      if next.candidates.contains(where: { store.isCountrySide($0) }) { return next }
      guard !comma, connected || attached else { return nil }
      // A plain name contains the one before when it is wider: a city holds a quarter, a governorate a village.
      let wider = next.candidates.contains { store.records[$0].kind.isAdmin || store.records[$0].importance >= 3 }
      return wider && chain[0].frame != .governorate ? next : nil
    case .between:
      // «على الطريق الدولي M4 بين أريحا وجسر الشغور», "on the M4 between Ariha and Jisr al-Shughur".
      return chain[0].frame == .road || chain[0].candidates.contains { store.records[$0].kind == .road } ? next : nil
    case .road:
      return nil
    }
  }
}
