internal import ArabicText
internal import Incidents

/// Words of death, wounds and capture, and what they tell without a figure.
extension CasualtyReader {
  /// The longest casualty word at a token; nil when there is none or it belongs to a date or an actor's name.
  func casualtyWord(at token: Int, in range: Range<Int>) -> Governor? {
    guard article.owners[token] != .date, article.owners[token] != .actor else { return nil }
    var best: Governor?
    for mention in article.mentions.starting(at: token, of: .casualty) {
      guard case .casualty(let word) = mention.meaning, mention.tokens.upperBound <= range.upperBound else { continue }
      let form = word.form
      // A verb takes no article, preposition or ending of a noun; with a pronoun it has its object already.
      if form == .verb, !mention.clitics.isDisjoint(with: [.article, .pronoun, .accusative, .preposition]) { continue }
      // «نفق», "died like a beast", or a tunnel.
      if mention.rule.hasSuffix(":نفق"), !isDeath(mention) { continue }
      let end = mention.tokens.upperBound
      if let current = best {
        if end < current.end { continue }
        // «قتل» "killing; killed" is both noun and verb; without a preposition before it, it is the verb.
        if end == current.end, !(current.form == .noun && form == .verb) { continue }
      }
      best = Governor(
        effects: [word.effect], form: form, number: word.number, token: token, end: end, rule: mention.rule,
        isDefinite: !mention.clitics.isDisjoint(with: [.article, .pronoun]))
    }
    return best
  }

  // «نفق 5 عناصر», "5 members dropped dead"; where a sentence, clause or relative begins, also «، نفق فيها 5 عناصر», "in which 5 members
  // dropped dead".
  private func isDeath(_ mention: Mention) -> Bool {
    let (token, end) = (mention.tokens.lowerBound, mention.tokens.upperBound)
    if isPeople(end) || article.text.isWord(end, among: FrameWord.kunya) { return true }
    let opens =
      token == 0 || article.text.tokens[token - 1].kind != .word || mention.clitics.contains(.conjunction)
      || article.owners[token - 1] == .place || article.owners[token - 1] == .date
    guard opens || article.text.isWord(end, among: FrameWord.inIt) else { return false }
    // «، نفق منذ سقوط النظام 201 …», "since the fall of the regime 201 … dropped dead": words between give when and where.
    return Range.window(end, min(end + 20, article.text.tokens.count)).contains { next in
      if case .people = article.figures(in: next..<next + 1).first?.noun { return true }
      return next < end + 5 && isPeople(next)
    }
  }

  private func isPeople(_ token: Int) -> Bool {
    article.startsFigure(token) || article.mentions.starting(at: token, of: .people).contains { _ in true }
  }

  /// What a counted noun or a body tells without a figure: «قتلى وجرحى» "dead and wounded", «قتيل وجريحان» "one dead and two
  /// wounded", «جثتين» "two bodies".
  func countedByItself(_ found: Governor, _ progress: Progress) -> Item? {
    // A definite noun refers back: «القتلى» "the dead", «الجرحى» "the wounded".
    guard !progress.inParts, !found.isDefinite, !hasFigure(before: found.token), !isPredicate(found, progress),
      let effect = found.effect
    else {
      return nil
    }
    switch found.number {
    case .many:
      if article.isNegated(found.token, in: progress.range) { return nil }
      return Item(
        effect: effect, value: .vague, tokens: found.token..<found.end, governor: found.token, isUnmarked: true,
        rules: [found.rule, "frame:vague-casualties"])
    case let number:
      if found.form == .counted, isKind(found.token, progress.range) { return nil }
      return Item(
        effect: effect, value: .exactly(number == .two ? 2 : 1), tokens: found.token..<found.end,
        victims: civilians(after: found.end), governor: found.token, isSingle: true, isUnmarked: true,
        rules: [found.rule, "frame:single-casualty"])
    }
  }

  /// The grammatical number of the casualty noun at a token; nil when none stands there.
  func number(of token: Int) -> GrammaticalNumber? {
    var best: (number: GrammaticalNumber, length: Int)?
    for mention in article.mentions.starting(at: token, of: .casualty) {
      guard case .casualty(let word) = mention.meaning, let number = word.number,
        mention.tokens.count > best?.length ?? 0
      else { continue }
      best = (number, mention.tokens.count)
    }
    return best?.number
  }

  /// Nobody was hurt: «لم يُصب أحد» "nobody was hurt", «دون وقوع إصابات» "without injuries"; «لم ترد معلومات عن إصابات» "no
  /// information on injuries" says nothing.
  /// - Returns: no dead and no wounded, an item each.
  func noCasualties(at token: Int, _ range: Range<Int>) -> [Item]? {
    guard article.text.tokens[token].kind == .word else { return nil }
    // «اقتصرت الأضرار على الماديات», "the damage was material only"
    for mention in article.mentions.starting(at: token, of: .quantity) where mention.meaning == .quantity(.none) {
      return zeros(mention.tokens, [mention.rule])
    }
    guard article.isNegated(token, in: range) else { return nil }
    let isHurt = article.mentions.starting(at: token, of: .casualty).contains {
      switch $0.meaning {
      case .casualty(let word) where word.form == .counted && word.effect != .captured: word.number == .many
      case .casualty(let word) where word.form == .verb:
        (token + 1..<min(token + 4, range.upperBound)).contains { article.text.isWord($0, FrameWord.someone) }
      default: false
      }
    }
    guard isHurt else { return nil }
    for back in max(range.lowerBound, token - 5)..<token where article.discard(at: back) == .unreported { return nil }
    return zeros(token..<token + 1, [])
  }

  private func zeros(_ tokens: Range<Int>, _ rules: [String]) -> [Item] {
    [Effect.killed, .wounded].map {
      Item(
        effect: $0, value: .exactly(0), tokens: tokens, governor: tokens.lowerBound,
        rules: rules + ["frame:no-casualties"])
    }
  }

  // «أوقعت 17 إرهابياً قتلى» "left 17 terrorists dead", «سقط الشاب أحمد قتيلاً» "the young man Ahmad fell dead": the noun tells the fate of the
  // people just counted.
  private func isPredicate(_ found: Governor, _ progress: Progress) -> Bool {
    guard let last = progress.items.last else { return false }
    if last.governor == found.token { return true }
    return last.isSingle && last.effect == found.effect && found.number == .one
      && found.token - last.tokens.upperBound <= 10
      && article.text.folded(found.token).last == LetterCode.alef
      && !(last.tokens.upperBound..<max(found.token, last.tokens.upperBound)).contains { article.isConjoined($0) }
  }

  // «بين قتيل وجريح», "between dead and wounded": kinds, not figures.
  func isKind(_ token: Int, _ range: Range<Int>) -> Bool {
    for back in 1...3 where token - back >= range.lowerBound {
      if article.text.isWord(token - back, FrameWord.between) { return true }
    }
    return false
  }

  private func hasFigure(before token: Int) -> Bool {
    article.figures(in: .window(token - 12, token + 1)).contains {
      $0.tokens.contains(token) || $0.tokens.upperBound == token
    }
  }
}
