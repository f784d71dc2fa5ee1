internal import ArabicText
internal import Incidents

/// Reads one place phrase at a token: spatial words, then a name, then what belongs to it.
struct PlacePhraseReader {
  let text: TokenizedText
  let store: PlaceStore
  let hits: SpatialHits
  /// Tokens that belong to something else (an organisation's name, a source): no name begins there.
  let excluded: TokenSet
  private let names: PhraseHits
  private let distances: DistanceReader

  init(text: TokenizedText, stems: WordStems, store: PlaceStore, hits: SpatialHits, excluded: TokenSet) {
    self.text = text
    self.store = store
    self.hits = hits
    self.excluded = excluded
    names = store.names(in: text, stems)
    distances = DistanceReader(text: text, hits: hits)
  }

  /// A name found in the text.
  struct Name {
    var tokens: Range<Int>
    /// Positions in the store.
    var candidates: [Int]
    var clitics: Clitics
    var isShort: Bool
    var isWord = false
    var isNear = false
  }

  /// The phrase that begins at a token; nil when none does.
  /// - Parameter cut: a phrase that began before and was cut at this token; its words of kind still hold.
  func phrase(at start: Int, cutFrom cut: PlacePhrase? = nil) -> PlacePhrase? {
    guard start < text.tokens.count, text.tokens[start].kind != .lineBreak, !excluded.contains(start) else {
      return nil
    }
    var phrase = PlacePhrase(tokens: start..<start, name: start..<start)
    var token = start
    var heads = 0
    var lastHead = start
    if let cut { (phrase.kindWord, phrase.isIntroduced) = (cut.kindWord, cut.isIntroduced) }
    // Places that the longer name with its kind word means («حي الخالدية» as a name of its own).
    var named: [Int] = []
    if let distance = distances.distance(at: token) {
      (phrase.distanceKm, token, phrase.isIntroduced) = (distance.km, distance.end, true)
      if text.isWord(token, among: PlaceFrameWord.towardsSide), hits.hit(at: token + 1, .direction) != nil {
        token += 1
      }
    }
    while heads < 5, let hit = hits.hit(at: token, .heads), !excluded.contains(token) {
      // «جسر الشغور», Jisr al-Shughur ("bridge of …"), is a town, not a bridge: the longer name stands.
      if let name = name(at: token, first: heads == 0), name.tokens.count > hit.tokens.count,
        hit.kind != .road || !isTwoEnded(name.tokens)
      {
        // «ريف منبج الشمالي», "the northern countryside of Manbij", is not the whole of it.
        if hit.kind == .countryside, sideAfter(name.tokens.upperBound) != nil,
          self.name(at: hit.tokens.upperBound, first: false) != nil,
          name.candidates.allSatisfy({ !store.records[$0].kind.isAdmin })
        {
          take(hit, into: &phrase)
          if heads == 0 { phrase.lead = hit.clitics }
          (token, heads) = (hit.tokens.upperBound, heads + 1)
          break
        }
        let word = hits.value(hit)
        guard hit.kind == .locality || hit.kind == .road,
          let rest = self.name(at: passQuotes(hit.tokens.upperBound), first: false),
          rest.tokens.upperBound >= name.tokens.upperBound
        else { break }
        // «مدينة تل أبيض», "the city of Tal Abyad", is not «مدينة التل», "the city of al-Tall".
        if rest.tokens.upperBound == name.tokens.upperBound {
          guard hit.kind == .locality,
            name.candidates.contains(where: { PlaceResolver.isCalled(store.records[$0].kind, word) })
          else { break }
          named = name.candidates
        }
      }
      if heads > 0, hit.clitics.contains(.conjunction) { break }
      // «مدينة الحارة», "the city of al-Harah": with the article it governs no name, it is one.
      if hit.kind == .locality, hit.tokens.count == 1, hit.clitics.contains(.article),
        name(at: token, first: heads == 0) != nil
      {
        break
      }
      if heads == 0 { phrase.lead = hit.clitics }
      take(hit, into: &phrase)
      lastHead = token
      token = hit.tokens.upperBound
      heads += 1
      // The rest is a name as a whole, though a word of it may be spatial: «مخيم الحول», where «حول» is "around".
      if !named.isEmpty { break }
      if phrase.frame == .countryside || phrase.frame == .badia || phrase.frame == .road || phrase.frame == .around
        || phrase.frame == .entrance, let side = sideAfter(token)
      {
        (phrase.side, token) = (side.side, side.end)
      }
      token = passQuotes(token)
      if let distance = distances.distance(at: token) { (phrase.distanceKm, token) = (distance.km, distance.end) }
      if text.isWord(token, PlaceFrameWord.from), phrase.side != nil || phrase.frame == .near { token += 1 }
    }
    if heads > 0 { phrase.isIntroduced = true }
    token = passQuotes(token)
    guard
      let name = name(at: token, first: heads == 0) ?? respelled(at: token, phrase)
        ?? joined(from: lastHead, to: token, heads)
    else {
      return unnamed(phrase, token, heads, lastHead)
    }
    if heads == 0, endsUnknownName(name) { return nil }
    if heads == 0 {
      phrase.lead = name.clitics
      phrase.isIntroduced =
        phrase.isIntroduced || name.clitics.contains(.beh) || name.clitics.contains(.lam)
        || precededByPreposition(start) || headsLine(name.tokens)
    }
    (phrase.candidates, phrase.name, phrase.isShort, phrase.isNear) = (
      name.candidates, name.tokens, name.isShort, name.isNear
    )
    phrase.isOrdinaryWord = name.isWord
    phrase.hasArticle = name.clitics.contains(.article)
    if phrase.frame != .subdistrict, phrase.frame != .district, !name.isNear,
      let better = respelled(at: token, phrase, longerThan: name)
    {
      (phrase.candidates, phrase.name, phrase.isNear) = (better.candidates, better.tokens, better.isNear)
    }
    for place in named where !phrase.candidates.contains(place) { phrase.candidates.append(place) }
    token = closeQuotes(phrase.name.upperBound)
    // «السويداء 24», "Suwayda 24", is a network that is named for the place.
    if heads == 0, !phrase.isIntroduced, text.isWord(token, PlaceFrameWord.twentyFour),
      token + 1 >= text.tokens.count || text.tokens[token + 1].kind != .word
        || hits.hit(at: token - 2, .organisation) != nil
        || hits.hit(at: start - 1, .organisation) != nil
    {
      return nil
    }
    readTail(&phrase, &token)
    phrase.tokens = start..<token
    // «بلدة الزهراء المجاورة», "the neighbouring town of al-Zahra".
    if let near = hits.hit(at: token, .near), near.clitics.contains(.article), near.tokens.count == 1,
      self.name(at: near.tokens.upperBound, first: true) == nil
    {
      phrase.isListed = true
    }
    // «بين عسكري ومدني», "between a soldier and a civilian", is no place: both ends must be known.
    if phrase.frame == .between, phrase.otherEnd.isEmpty { return nil }
    return phrase
  }

  // «حي غازي عياش بمدينة دير الزور», "the quarter Ghazi Ayyash in the city of Deir ez-Zor": a name that nobody knows ends in one that is known.
  private func endsUnknownName(_ name: Name) -> Bool {
    let before = name.tokens.lowerBound - 1
    guard before > 0, name.clitics.isEmpty, text.tokens[before].kind == .word,
      let kind = hits.hit(at: before - 1, .heads), kind.kind == .locality, kind.tokens.upperBound == before,
      hits.hit(at: before, .heads) == nil, self.name(at: before, first: true) == nil
    else { return false }
    let word = text.folded(before)
    return word.count >= 3 && !word.starts(with: [LetterCode.alef, LetterCode.lam])
      && !precededByPreposition(before + 1)
  }

  private func take(_ hit: SpatialHits.Hit, into phrase: inout PlacePhrase) {
    phrase.rules.append(hits.rule(hit))
    switch hit.kind {
    case .direction:
      phrase.side = CompassSide(rawValue: hits.value(hit))
      if phrase.frame == .plain { phrase.frame = .direction }
    case .near: phrase.frame = .near
    case .around: phrase.frame = .around
    case .entrance: phrase.frame = .entrance
    case .road: phrase.frame = .road
    case .between: if phrase.frame != .road { phrase.frame = .between }
    case .countryside: phrase.frame = .countryside
    case .badia: phrase.frame = .badia
    case .governorate:
      if phrase.frame == .plain { phrase.frame = .governorate } else { phrase.kindWord = "governorate" }
    case .district: if phrase.frame == .plain { phrase.frame = .district }
    case .subdistrict: if phrase.frame == .plain { phrase.frame = .subdistrict }
    case .locality: phrase.kindWord = hits.value(hit)
    case .unit, .foreign, .connector, .organisation, .numeral: break
    }
    // «بلدات الريف الشمالي», "the towns of the northern countryside": the kind was that of what lies there.
    switch hit.kind {
    case .countryside, .badia, .governorate, .district, .subdistrict:
      if phrase.kindWord != "governorate" { phrase.kindWord = nil }
    default: break
    }
  }

  // «طريق السفيرة – خناصر» "the road al-Safirah – Khanasir", «طريق حلب اللاذقية» "the Aleppo–Latakia road": two ends, whatever row the
  // words may be.
  private func isTwoEnded(_ words: Range<Int>) -> Bool {
    if isDash(words.upperBound) { return name(at: words.upperBound + 1, first: true) != nil }
    if let dash = words.first(where: isDash) { return name(at: dash + 1, first: true) != nil }
    return name(at: words.upperBound, first: false) != nil && hits.hit(at: words.upperBound, .heads) == nil
  }

  // «طريق الباب – الراعي», "the road al-Bab – al-Rai": not the quarter Tariq al-Bab.
  private func isDash(_ token: Int) -> Bool {
    token < text.tokens.count && text.tokens[token].kind == .mark
      && [0x2D, 0x2013, 0x2014].contains(text.tokens[token].scalar)
  }

  // After the name: the side of a countryside («ريف حمص الشرقي» "the eastern countryside of Homs"), a distance («شرق
  // السخنة بـ 20 كم» "20 km east of al-Sukhnah"), a road's other end.
  private func readTail(_ phrase: inout PlacePhrase, _ token: inout Int) {
    switch phrase.frame {
    case .countryside, .badia, .around, .entrance:
      if let side = sideAfter(token) { (phrase.side, token) = (side.side, side.end) }
    default: break
    }
    // «بادية حمص الشرقية», "the eastern desert of Homs": the steppe has a name of its own, its side has not.
    if phrase.frame == .plain, let side = sideAfter(token),
      let steppe = phrase.candidates.first(where: { store.isSteppe($0) }),
      let governorate = store.position(of: store.records[steppe].admin1)
    {
      (phrase.side, phrase.frame, phrase.candidates, token) = (side.side, .badia, [governorate], side.end)
    }
    // «ريف دمشق الغربي», "western Rural Damascus": the governorate's own name begins with the countryside.
    if phrase.frame == .plain || phrase.frame == .governorate, let side = sideAfter(token),
      phrase.candidates.contains(where: { store.records[$0].kind == .governorate })
    {
      (phrase.side, phrase.frame, token) = (side.side, .countryside, side.end)
    }
    if phrase.frame == .road || phrase.frame == .between {
      var next = token
      while next < text.tokens.count, text.tokens[next].kind == .mark,
        [0x2D, 0x2013, 0x2014, 0x2F].contains(text.tokens[next].scalar)
          || PhraseIndex.isTransparent(text.tokens[next].scalar)
      { next += 1 }
      if text.isWord(next, among: PlaceFrameWord.joints) { next += 1 }
      while let hit = hits.hit(at: next, .locality),
        (name(at: next, first: true)?.tokens.count ?? 0) <= hit.tokens.count
      {
        next = hit.tokens.upperBound
      }
      next = passQuotes(next)
      if next < token + 5, let other = name(at: next, first: true), !other.clitics.contains(.kaf) {
        phrase.otherEnd = other.candidates
        token = closeQuotes(other.tokens.upperBound)
      }
    }
    if phrase.side != nil || phrase.frame == .near, phrase.distanceKm == nil,
      let distance = distances.distance(at: token)
    {
      (phrase.distanceKm, token) = (distance.km, distance.end)
    }
    // «على بعد 7 كم من تدمر باتجاه الشرق», "7 km from Palmyra towards the east".
    if phrase.distanceKm != nil, phrase.side == nil {
      var next = token
      while next < token + 2, text.isWord(next, among: PlaceFrameWord.towardsSide) { next += 1 }
      if let hit = hits.hit(at: next, .direction), next > token || hit.clitics.contains(.article) {
        phrase.side = CompassSide(rawValue: hits.value(hit))
        phrase.frame = .direction
        token = hit.tokens.upperBound
      }
    }
  }

  // A kind word with a name that is not known: «قرية "نغلة صغيرة"».
  private func unnamed(_ phrase: PlacePhrase, _ token: Int, _ heads: Int, _ lastHead: Int) -> PlacePhrase? {
    guard heads > 0, token <= text.tokens.count else { return nil }
    if let anaphor = anaphor(phrase, lastHead, token) { return anaphor }
    // «في البادية», "in the desert", without more is the Syrian one.
    if phrase.frame == .badia, phrase.candidates.isEmpty, let badia = store.position(of: PlaceFootprints.badia),
      let hit = hits.hit(at: lastHead, .badia), hit.clitics.contains(.article)
    {
      var phrase = phrase
      phrase.candidates = [badia]
      phrase.frame = .plain
      phrase.tokens = phrase.tokens.lowerBound..<token
      phrase.name = hit.tokens
      phrase.kindWord = "badia"
      return phrase
    }
    guard token < text.tokens.count else { return nil }
    var phrase = phrase
    let quoted = isQuote(token - 1)
    guard text.tokens[token].kind == .word, phrase.kindWord != nil else { return nil }
    var end = token + 1
    if quoted {
      while end < text.tokens.count, end < token + 4, text.tokens[end].kind == .word { end += 1 }
      end = closeQuotes(end)
    }
    phrase.name = token..<end
    phrase.tokens = phrase.tokens.lowerBound..<end
    return phrase
  }

  // «المدينة» "the city", «شمال غربي المدينة» "north-west of the city", «المنطقة نفسها» "the same area": a kind word with the article
  // and no name after it.
  private func anaphor(_ phrase: PlacePhrase, _ start: Int, _ token: Int) -> PlacePhrase? {
    guard let hit = hits.hit(at: start, .anaphors), hit.tokens.count == 1,
      hit.clitics.contains(.article)
    else { return nil }
    var phrase = phrase
    var end = max(token, hit.tokens.upperBound)
    let same = text.isWord(end, among: PlaceFrameWord.same)
    if same { end += 1 }
    switch hit.kind {
    case .governorate: phrase.anaphor = "governorate"
    case .subdistrict: phrase.anaphor = "subdistrict"
    case .district: if same { phrase.anaphor = "any" } else { return nil }
    default:
      let kinds = ["city", "town", "village", "camp", "neighbourhood", "prison", "base", "oil-field", "crossing"]
      guard kinds.contains(hits.value(hit)), same || hits.value(hit) != "crossing" else { return nil }
      phrase.anaphor = hits.value(hit)
    }
    if phrase.frame == .countryside || phrase.frame == .badia, let side = sideAfter(end) {
      (phrase.side, end) = (side.side, side.end)
    }
    if phrase.distanceKm == nil, phrase.side != nil, let distance = distances.distance(at: end) {
      (phrase.distanceKm, end) = (distance.km, distance.end)
    }
    phrase.tokens = phrase.tokens.lowerBound..<end
    return phrase
  }

  /// The longest name at a token with its candidates.
  func name(at token: Int, first: Bool) -> Name? {
    guard token < text.tokens.count, !excluded.contains(token) else { return nil }
    var best: (tokens: Range<Int>, clitics: Clitics, position: Int)?
    for position in names.positions(at: token) where names[position].isFirst {
      let (tokens, clitics) = (token..<token + Int(names[position].length), names[position].clitics)
      guard clitics.isDisjoint(with: [.pronoun, .accusative, .kaf]) else { continue }
      if !first, !clitics.isDisjoint(with: [.conjunction, .beh]) { continue }
      if tokens.contains(where: excluded.contains) { continue }
      // «فاطمة», "Fatimah", is not ف + أطمة.
      if clitics.contains(.consequence), !clitics.contains(.article), tokens.count == 1 { continue }
      // «قرية», "village", is no name, whatever «القرية» is.
      if tokens.count == 1, !clitics.contains(.article), hits.hit(at: token, .locality) != nil { continue }
      if tokens.count > 1, isSideOfNext(tokens.upperBound - 1) { continue }
      let better = tokens.count > best?.tokens.count ?? 0
      // Of two readings with as many words the one with less attached stands: «بصرى», Busra, is a town, not ب + صرى.
      let same = tokens.count == best?.tokens.count && attached(clitics) < attached(best?.clitics ?? [])
      if better || same { best = (tokens, clitics, position) }
    }
    guard let best else { return nil }
    // «لبنان», "Lebanon", is not ل + بنان.
    if let foreign = hits.hit(at: token, .foreign), foreign.tokens.count >= best.tokens.count,
      attached(foreign.clitics) < attached(best.clitics)
    {
      return nil
    }
    return named(best.tokens, best.clitics, from: best.position)
  }

  // The places of a name, from the first of its hits on; each once, also one that a row and an alias with another flag both name so.
  private func named(_ tokens: Range<Int>, _ clitics: Clitics, from first: Int) -> Name {
    var name = Name(tokens: tokens, candidates: [], clitics: clitics, isShort: true)
    for position in first..<names.positions(at: tokens.lowerBound).upperBound {
      if position > first, names[position].isFirst { break }
      let payload = names[position].payload
      if payload & PlaceStore.shortFlag == 0 { name.isShort = false }
      if payload & PlaceStore.wordFlag != 0 { name.isWord = true }
      let place = PlaceStore.position(payload)
      if !name.candidates.contains(place) { name.candidates.append(place) }
    }
    return name
  }

  // «جوبر غربي حمص», "Jobar west of Homs", is not «جوبر الغربي», "western Jobar".
  private func isSideOfNext(_ token: Int) -> Bool {
    guard let side = hits.hit(at: token, .direction), !side.clitics.contains(.article) else { return false }
    if hits.hit(at: token + 1, .locality) != nil { return true }
    return names.positions(at: token + 1).contains { names[$0].clitics.subtracting(.article).isEmpty }
  }

  private func attached(_ clitics: Clitics) -> Int {
    clitics.subtracting([.article, .consequence]).rawValue.nonzeroBitCount
  }

  private func sideAfter(_ token: Int) -> (side: CompassSide, end: Int)? {
    guard let hit = hits.hit(at: token, .direction), hit.clitics.contains(.article),
      !hit.clitics.contains(.conjunction), let side = CompassSide(rawValue: hits.value(hit))
    else { return nil }
    return (side, hit.tokens.upperBound)
  }

  // «غرانيج | ألقى مجهولون …», «محافظة الحسكة: تعرضت …»: a name at the head of a line, before a bar or a colon.
  private func headsLine(_ name: Range<Int>) -> Bool {
    guard name.upperBound < text.tokens.count,
      name.lowerBound == 0 || text.tokens[name.lowerBound - 1].kind == .lineBreak
    else { return false }
    let mark = text.tokens[name.upperBound]
    return mark.kind == .mark && [0x7C, 0x3A].contains(mark.scalar)
  }

  private func precededByPreposition(_ token: Int) -> Bool {
    let before = token > 0 && isQuote(token - 1) ? token - 2 : token - 1
    // «#الدانا», a hashtag of a post.
    if before >= 0, text.tokens[before].scalar == 0x23 { return true }
    return text.isWord(before, among: PlaceFrameWord.prepositions)
  }

  private func isQuote(_ token: Int) -> Bool {
    token >= 0 && token < text.tokens.count && text.tokens[token].kind == .mark
      && [0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x28].contains(text.tokens[token].scalar)
  }

  func passQuotes(_ token: Int) -> Int {
    var token = token
    let start = token
    while token < start + 3, isQuote(token) { token += 1 }
    return token
  }

  private func closeQuotes(_ token: Int) -> Int {
    guard token < text.tokens.count, text.tokens[token].kind == .mark else { return token }
    return [0x22, 0xBB, 0x201C, 0x201D].contains(text.tokens[token].scalar) && !text.tokens[token].spaceBefore
      ? token + 1 : token
  }
}

// Spellings that the index does not hold.
extension PlacePhraseReader {
  /// A name whose words stand apart in the text («كفر نبل» for «كفرنبل»), or that is one letter off («خان شيخوون»); only behind words
  /// that show a place, and only for names that the news knows.
  /// - Parameter exact: the name that the words as they stand give; only a longer and weightier one is better.
  private func respelled(at token: Int, _ phrase: PlacePhrase, longerThan exact: Name? = nil) -> Name? {
    guard phrase.isIntroduced || precededByPreposition(token), token < text.tokens.count,
      text.tokens[token].kind == .word, exact != nil || !isSpatial(token)
    else { return nil }
    // A subdistrict may be spelled otherwise than its seat: «كفر نبل», the seat «كفرنبل».
    let first = exact.map { isUnit($0) ? $0.tokens.count : max(2, $0.tokens.count) } ?? 1
    for count in first...max(3, first) {
      let tokens = token..<token + count
      guard tokens.upperBound <= text.tokens.count, !tokens.contains(where: excluded.contains),
        tokens.allSatisfy({ text.tokens[$0].kind == .word }), count == 1 || !isSpatial(tokens.upperBound - 1)
      else { return nil }
      let mayBeNear = phrase.kindWord != nil && exact.map { weight($0) <= 2 } ?? true
      guard count > 1 || mayBeNear else { continue }
      let letters = NearNames.letters(text, tokens: tokens)
      if count > 1 {
        let joined = store.positions(ofLetters: letters)
        if let exact, exact.tokens.count == count, !isUnit(exact),
          joined.allSatisfy({ store.records[$0].importance <= weight(exact) })
        {
          continue
        }
        if !joined.isEmpty { return Name(tokens: tokens, candidates: joined, clitics: [], isShort: false) }
      }
      guard mayBeNear else { continue }
      let near = store.nearNames.positions(near: letters, in: store).filter {
        store.records[$0].importance >= 3 && PlaceResolver.mayBeCalled(store.records[$0].kind, phrase.kindWord)
      }
      if !near.isEmpty { return Name(tokens: tokens, candidates: near, clitics: [], isShort: false, isNear: true) }
    }
    return nil
  }

  // «تل كلخ» for «تلكلخ»: the word of kind is the name's own.
  private func joined(from head: Int, to token: Int, _ heads: Int) -> Name? {
    guard heads > 0, token == head + 1, token < text.tokens.count, text.tokens[token].kind == .word,
      hits.hit(at: head, .locality) != nil
    else { return nil }
    let found = store.positions(ofLetters: NearNames.letters(text, tokens: head..<token + 1))
    return found.isEmpty ? nil : Name(tokens: head..<token + 1, candidates: found, clitics: [], isShort: false)
  }

  private func isUnit(_ name: Name) -> Bool {
    name.candidates.allSatisfy { store.records[$0].kind == .subdistrict || store.records[$0].kind == .district }
  }

  private func weight(_ name: Name) -> Int8 { name.candidates.map { store.records[$0].importance }.max() ?? 0 }

  private func isSpatial(_ token: Int) -> Bool {
    hits.hit(at: token, .heads) != nil || hits.hit(at: token, .connector) != nil
  }
}
