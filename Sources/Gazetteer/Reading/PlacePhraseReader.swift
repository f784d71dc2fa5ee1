internal import ArabicText
internal import Incidents

/// Reads one place phrase at a token: spatial words, then a name, then what belongs to it.
struct PlacePhraseReader {
  let text: TokenizedText
  let store: PlaceStore
  let spatial: SpatialLexicon
  /// Tokens that belong to something else (an organisation's name, a source): no name begins there.
  let excluded: Set<Int>

  private static let heads: Set<SpatialLexicon.Kind> = [
    .direction, .near, .around, .road, .between, .countryside, .badia, .governorate, .district, .subdistrict, .locality,
  ]

  /// The phrase that begins at a token; nil when none does.
  func phrase(at start: Int) -> PlacePhrase? {
    guard start < text.tokens.count, !excluded.contains(start) else { return nil }
    var phrase = PlacePhrase(tokens: start..<start, name: start..<start)
    var token = start
    var heads = 0
    if let distance = distance(at: token) {
      (phrase.distanceKm, token, phrase.isIntroduced) = (distance.km, distance.end, true)
    }
    while heads < 5, let hit = spatial.hit(in: text, at: token, Self.heads), !excluded.contains(token) {
      // «جسر الشغور», Jisr al-Shughur ("bridge of …"), is a town, not a bridge: the longer name stands.
      if let name = name(at: token, first: heads == 0), name.tokens.count > hit.tokens.count,
        hit.kind != .road || !isDash(name.tokens.upperBound)
      {
        break
      }
      if heads == 0 { phrase.isConjoined = hit.clitics.contains(.conjunction) }
      if heads > 0, hit.clitics.contains(.conjunction) { break }
      take(hit, into: &phrase)
      token = hit.tokens.upperBound
      heads += 1
      if let side = sideAfter(token), phrase.frame == .countryside || phrase.frame == .badia || phrase.frame == .road {
        (phrase.side, token) = (side.side, side.end)
      }
      token = passQuotes(token)
      if let distance = distance(at: token) { (phrase.distanceKm, token) = (distance.km, distance.end) }
      if text.isWord(token, PlaceFrameWord.from), phrase.side != nil || phrase.frame == .near { token += 1 }
    }
    if heads > 0 { phrase.isIntroduced = true }
    token = passQuotes(token)
    guard let name = name(at: token, first: heads == 0) else { return unnamed(phrase, token, heads) }
    if heads == 0, name.clitics.contains(.beh) || name.clitics.contains(.lam) || precededByPreposition(start) {
      phrase.isIntroduced = true
    }
    if heads == 0 { phrase.isConjoined = name.clitics.contains(.conjunction) }
    phrase.candidates = name.candidates
    phrase.name = name.tokens
    phrase.isShort = name.isShort
    token = closeQuotes(name.tokens.upperBound)
    readTail(&phrase, &token)
    phrase.tokens = start..<token
    // «بين عسكري ومدني», "between a soldier and a civilian", is no place: both ends must be known.
    if phrase.frame == .between, phrase.otherEnd.isEmpty { return nil }
    return phrase
  }

  private func take(_ hit: SpatialLexicon.Hit, into phrase: inout PlacePhrase) {
    phrase.rules.append(hit.rule)
    switch hit.kind {
    case .direction:
      phrase.side = CompassSide(rawValue: hit.value)
      if phrase.frame == .plain { phrase.frame = .direction }
    case .near: phrase.frame = .near
    case .around: phrase.frame = .around
    case .road: phrase.frame = .road
    case .between: if phrase.frame != .road { phrase.frame = .between }
    case .countryside: phrase.frame = .countryside
    case .badia: phrase.frame = .badia
    case .governorate:
      if phrase.frame == .plain { phrase.frame = .governorate } else { phrase.kindWord = "governorate" }
    case .district: if phrase.frame == .plain { phrase.frame = .district }
    case .subdistrict: if phrase.frame == .plain { phrase.frame = .subdistrict }
    case .locality: phrase.kindWord = hit.value
    case .unit, .foreign, .connector: break
    }
  }

  // «طريق الباب – الراعي», "the road al-Bab – al-Rai": not the quarter Tariq al-Bab.
  private func isDash(_ token: Int) -> Bool {
    token < text.tokens.count && text.tokens[token].kind == .mark
      && [0x2D, 0x2013, 0x2014].contains(text.tokens[token].scalar)
  }

  // After the name: the side of a countryside («ريف حمص الشرقي» "the eastern countryside of Homs"), a distance («شرق
  // السخنة بـ 20 كم» "20 km east of al-Sukhnah"), a road's other end.
  private func readTail(_ phrase: inout PlacePhrase, _ token: inout Int) {
    if phrase.frame == .countryside || phrase.frame == .badia, let side = sideAfter(token) {
      (phrase.side, token) = (side.side, side.end)
    }
    if phrase.frame == .road || phrase.frame == .between {
      var next = token
      while next < text.tokens.count, text.tokens[next].kind == .mark,
        [0x2D, 0x2013, 0x2014, 0x2F].contains(text.tokens[next].scalar)
          || PhraseIndex.isTransparent(text.tokens[next].scalar)
      { next += 1 }
      if text.isWord(next, among: PlaceFrameWord.joints) { next += 1 }
      while let hit = spatial.hit(in: text, at: next, [.locality]) { next = hit.tokens.upperBound }
      next = passQuotes(next)
      if next < token + 5, let other = name(at: next, first: true), !other.clitics.contains(.kaf) {
        phrase.otherEnd = other.candidates
        token = closeQuotes(other.tokens.upperBound)
      }
    }
    if phrase.side != nil || phrase.frame == .near, phrase.distanceKm == nil, let distance = distance(at: token) {
      (phrase.distanceKm, token) = (distance.km, distance.end)
    }
  }

  // A kind word with a name that is not known: «قرية "نغلة صغيرة"».
  private func unnamed(_ phrase: PlacePhrase, _ token: Int, _ heads: Int) -> PlacePhrase? {
    guard heads > 0, token <= text.tokens.count else { return nil }
    if heads == 1, let anaphor = anaphor(phrase, token) { return anaphor }
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

  // «المدينة» "the city", «المحافظة» "the governorate", «المنطقة نفسها» "the same area": a kind word with the article
  // and no name after it.
  private func anaphor(_ phrase: PlacePhrase, _ token: Int) -> PlacePhrase? {
    guard
      let hit = spatial.hit(
        in: text, at: phrase.tokens.lowerBound, [.governorate, .district, .subdistrict, .locality]),
      hit.tokens.count == 1, hit.clitics.contains(.article)
    else { return nil }
    var phrase = phrase
    var end = hit.tokens.upperBound
    let same = text.isWord(end, among: PlaceFrameWord.same)
    if same { end += 1 }
    switch hit.kind {
    case .governorate: phrase.anaphor = "governorate"
    case .subdistrict: phrase.anaphor = "subdistrict"
    case .district: if same { phrase.anaphor = "any" } else { return nil }
    default:
      guard ["city", "town", "village", "camp", "neighbourhood"].contains(hit.value) else { return nil }
      phrase.anaphor = hit.value
    }
    phrase.tokens = phrase.tokens.lowerBound..<end
    return phrase
  }

  /// The longest name at a token with its candidates.
  func name(at token: Int, first: Bool) -> (tokens: Range<Int>, candidates: [Int], clitics: Clitics, isShort: Bool)? {
    guard token < text.tokens.count, !excluded.contains(token) else { return nil }
    var best: (tokens: Range<Int>, candidates: [Int], clitics: Clitics, isShort: Bool)?
    store.arabicNames.forEachMatch(in: text, at: token) { match in
      if match.clitics.contains(.pronoun) || match.clitics.contains(.accusative) || match.clitics.contains(.kaf) {
        return
      }
      if !first, match.clitics.contains(.conjunction) || match.clitics.contains(.beh) { return }
      if match.tokens.contains(where: { excluded.contains($0) }) { return }
      let better = match.tokens.count > best?.tokens.count ?? 0
      // Of two readings with as many words the one with less attached stands: «بصرى», Busra, is a town, not ب + صرى.
      let same = match.tokens.count == best?.tokens.count && attached(match.clitics) < attached(best?.clitics ?? [])
      if better || same {
        best = (
          match.tokens, match.payloads.map { Int($0 & ~PlaceStore.shortFlag) }, match.clitics,
          match.payloads.allSatisfy { $0 & PlaceStore.shortFlag != 0 }
        )
      }
    }
    return best
  }

  private func attached(_ clitics: Clitics) -> Int {
    clitics.subtracting([.article, .consequence]).rawValue.nonzeroBitCount
  }

  // «20 كم» "20 km", «على بعد 30 كم» "at a distance of 30 km", «بنحو 15 كم» "by some 15 km".
  private func distance(at start: Int) -> (km: Double, end: Int)? {
    var token = start
    var passed = 0
    while passed < 4, text.isWord(token, among: PlaceFrameWord.atDistance) { (token, passed) = (token + 1, passed + 1) }
    guard token < text.tokens.count, text.tokens[token].kind == .number,
      text.tokens[token].foldedEnd - text.tokens[token].foldedStart <= 4,
      let value = Double(String(decoding: text.folded(token), as: UTF8.self)),
      let unit = spatial.hit(in: text, at: token + 1, [.unit]), let factor = Double(unit.value)
    else { return nil }
    var end = unit.tokens.upperBound
    if text.isWord(end, among: PlaceFrameWord.afterDistance) { end += 1 }
    return (value * factor, end)
  }

  private func sideAfter(_ token: Int) -> (side: CompassSide, end: Int)? {
    guard let hit = spatial.hit(in: text, at: token, [.direction]), hit.clitics.contains(.article),
      !hit.clitics.contains(.conjunction), let side = CompassSide(rawValue: hit.value)
    else { return nil }
    return (side, hit.tokens.upperBound)
  }

  private func precededByPreposition(_ token: Int) -> Bool {
    let before = token > 0 && isQuote(token - 1) ? token - 2 : token - 1
    return text.isWord(before, among: PlaceFrameWord.prepositions)
  }

  private func isQuote(_ token: Int) -> Bool {
    token >= 0 && token < text.tokens.count && text.tokens[token].kind == .mark
      && [0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x28].contains(text.tokens[token].scalar)
  }

  func passQuotes(_ token: Int) -> Int {
    var token = token
    while isQuote(token) { token += 1 }
    return token
  }

  private func closeQuotes(_ token: Int) -> Int {
    guard token < text.tokens.count, text.tokens[token].kind == .mark else { return token }
    return [0x22, 0xBB, 0x201C, 0x201D].contains(text.tokens[token].scalar) && !text.tokens[token].spaceBefore
      ? token + 1 : token
  }
}
