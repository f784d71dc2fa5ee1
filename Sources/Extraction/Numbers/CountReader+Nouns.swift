internal import ArabicText
internal import Incidents

/// People counted by the number of their noun, and the denial of casualties.
extension CountReader {
  /// A word that tells what befalls people: «مقتل» "the killing of", «قُتل» "was killed", «أودى بحياة» "took the life of".
  func fate(at token: Int) -> Fate? {
    guard mentions.cues(at: token).contains(.casualty), owners[token] == .none else { return nil }
    var best: Fate?
    for mention in mentions.starting(at: token, of: .casualty) {
      guard case .casualty(let word) = mention.meaning else { continue }
      switch word.form {
      case .noun, .took: break
      case .verb:
        guard mention.clitics.isDisjoint(with: [.article, .pronoun, .accusative, .preposition]) else { continue }
      case .counted, .body, .object: continue
      }
      if mention.tokens.upperBound > best?.end ?? 0 {
        best = Fate(
          effect: word.effect, form: word.form, token: token, end: mention.tokens.upperBound, rule: mention.rule)
      }
    }
    return best
  }

  /// People counted by the number of a noun at a token.
  func noun(at token: Int, _ progress: Progress) -> Count? {
    if let one = oneOf(token, progress) { return one }
    if let other = object(at: token) { return other }
    guard var found = longest(at: token) else { return nil }
    // «سائقين اثنين», "two drivers": without the numeral the form is a plural too.
    let end = found.mention.tokens.upperBound
    if found.number == .many, text.tokens[token].isMarkedDual || pastNumeral(end, .two) > end { found.number = .two }
    let clitics = found.mention.clitics
    let tokens = token..<pastNumeral(found.mention.tokens.upperBound, found.number)
    var count = Count(
      tokens: tokens, value: .exactly(1), noun: .people, effect: found.effect, rules: [found.mention.rule])
    let fate = progress.fate.flatMap { isNear($0, token) ? $0 : nil }
    if count.effect == nil { count.effect = fate?.effect }
    if let fate { count.rules.append(fate.rule) }
    switch found.number {
    case .two:
      guard !clitics.contains(.article), !isKind(token) else { return nil }
      count.value = .exactly(2)
      count.rules.append("frame:dual")
    case .one:
      guard isSingle(found, fate, token, progress) else { return nil }
      count.rules.append("frame:single")
    case .many where found.isCasualty && text.isWord(token - 1, among: FrameWord.no):
      // «لا قتلى ولا جرحى», "no dead and no wounded"
      count.tokens = token - 1..<tokens.upperBound
      count.value = .exactly(0)
      count.rules.append("frame:no-casualties")
      return count
    case .many:
      if let exact = numbered(found, &count, progress) { return exact }
      guard !clitics.contains(.article), !isKind(token), isBarePlural(found, fate, token, progress) else { return nil }
      count.value = .vague
      count.rules.append("frame:bare-plural")
    }
    return bounded(count)
  }

  // «وأطفاله الثلاثة», "and his three children": the number stands behind, with the article.
  private func numbered(_ found: Noun, _ count: inout Count, _ progress: Progress) -> Count? {
    let end = found.mention.tokens.upperBound
    guard found.mention.clitics.contains(.pronoun) || found.mention.clitics.contains(.conjunction),
      let next = figures[progress.nextFigure...].first, next.tokens.lowerBound == end,
      mentions.starting(at: end, of: .numeral).contains(where: {
        if case .numeral = $0.meaning { $0.clitics.contains(.article) } else { false }
      })
    else { return nil }
    count.value = next.value
    count.tokens = count.tokens.lowerBound..<end + 1
    count.rules += next.rules + ["frame:number-after-noun"]
    return count
  }

  // «جُرح آخر» "another was wounded": the victim belongs to the row.
  private func object(at token: Int) -> Count? {
    for mention in mentions.starting(at: token, of: .casualty) where mention.tokens.count > 1 && owners[token] == .none
    {
      guard case .casualty(let word) = mention.meaning, word.form == .object else { continue }
      return Count(
        tokens: mention.tokens, value: .exactly(1), noun: .people, effect: word.effect,
        rules: [mention.rule, "frame:victim-as-object"])
    }
    return nil
  }

  private typealias Noun = (mention: Mention, number: GrammaticalNumber, effect: Effect?, isCasualty: Bool)

  private func longest(at token: Int) -> Noun? {
    guard owners[token] == .none else { return nil }
    var best: Noun?
    for mention in mentions.starting(at: token, of: [.people, .casualty]) {
      guard mention.tokens.count > best?.mention.tokens.count ?? 0 || best?.isCasualty == false else { continue }
      switch mention.meaning {
      case .person(let person):
        if best != nil, mention.tokens.count <= best?.mention.tokens.count ?? 0 { continue }
        best = (mention, person.number, nil, false)
      case .casualty(let word):
        guard let number = word.number, mention.tokens.count >= best?.mention.tokens.count ?? 0 else { continue }
        best = (mention, number, word.effect, true)
      default: continue
      }
    }
    return best
  }

  // «شخصان اثنان» "two persons", «شخص واحد» "one person": the numeral says it again.
  private func pastNumeral(_ end: Int, _ number: GrammaticalNumber) -> Int {
    guard number != .many, mentions.cues(at: end).contains(.numeral) else { return end }
    for mention in mentions.starting(at: end, of: .numeral) {
      if case .numeral(let value, .unit) = mention.meaning, value == (number == .one ? 1 : 2), mention.clitics.isEmpty {
        return mention.tokens.upperBound
      }
    }
    return end
  }

  private func isNear(_ fate: Fate, _ token: Int) -> Bool { token - fate.end <= 5 }

  // «مقتل عنصر» "the killing of a member", «قُتل الملازم علي» "Lieutenant Ali was killed", «رجل وزوجته» "a man and his wife", «أسفر عن قتيل»
  // "resulted in one dead".
  private func isSingle(_ found: Noun, _ fate: Fate?, _ token: Int, _ progress: Progress) -> Bool {
    let clitics = found.mention.clitics
    // «كم جريحاً», "how many wounded?"
    if text.isWord(token - 1, FrameWord.howMany) { return false }
    if clitics.contains(.lam) || clitics.contains(.kaf) { return false }
    if found.isCasualty {
      return clitics.isDisjoint(with: [.article, .pronoun]) && !isKind(token) && !isNegated(token)
    }
    // The next member of a list: «ضابط وجندي», «رجل وزوجته وطفله».
    if clitics.contains(.conjunction), let last = progress.counts.last, last.noun == .people,
      words(from: last.tokens.upperBound, to: token) <= 3, !last.value.isVague, last.value != .exactly(0),
      !clitics.contains(.article)
    {
      return fate != nil || last.effect != nil || token == last.tokens.upperBound
    }
    if clitics.contains(.beh) { return false }
    // «3 مدنيين بينهم طفلة», "3 civilians, among them a girl"
    if token < progress.partsEnd, clitics.isDisjoint(with: [.article, .beh]) { return true }
    guard let fate, !fate.isUsed else { return followsDeath(found) }
    if clitics.contains(.article) || clitics.contains(.pronoun) {
      // «خسر المزارع محصوله», "the farmer lost his crop"
      return token == fate.end && !text.isWord(fate.token, among: FrameWord.losing)
        && !isSubject(found.mention.tokens.upperBound)
    }
    return token == fate.end || !isAdjective(token)
  }

  // «أردى القناص جندياً», "the sniper shot a soldier dead": an indefinite accusative follows the one who did it.
  private func isSubject(_ end: Int) -> Bool {
    guard mentions.cues(at: end).contains(.people), text.folded(end).last == LetterCode.alef else { return false }
    return mentions.starting(at: end, of: .people).contains {
      if case .person(let person) = $0.meaning {
        person.number == .one && !$0.clitics.contains(.article)
      } else {
        false
      }
    }
  }

  // How many words lie between; what stands in brackets, as an age does, is not counted: «طفلة (8 أعوام) ورجل», "a girl (8) and a man".
  private func words(from start: Int, to end: Int) -> Int {
    var count = 0
    var isInside = false
    for token in Range.window(start, min(end, start + 12)) {
      if text.isMark(token, .open) { isInside = true }
      if text.isMark(token, .close) { isInside = false }
      if !isInside, text.tokens[token].kind == .word { count += 1 }
    }
    return end > start + 12 ? 12 : count
  }

  // «هجوم مسلح», "an armed attack": the word before is a deed.
  private func isAdjective(_ token: Int) -> Bool {
    mentions.starting(at: token - 1, of: .trigger).contains {
      if case .trigger(let trigger) = $0.meaning {
        trigger.form.isNoun && trigger.strength != .means && $0.tokens.upperBound == token
      } else {
        false
      }
    }
  }

  // «شاب قُتل برصاص», "a young man was killed by bullets": the verb follows.
  private func followsDeath(_ found: Noun) -> Bool {
    guard found.mention.clitics.isDisjoint(with: [.article, .pronoun, .beh]),
      let fate = fate(at: found.mention.tokens.upperBound)
    else { return false }
    return fate.effect != .captured && mentions.cues(at: fate.token).contains(.casualty)
      && mentions.starting(at: fate.token, of: .casualty).contains {
        if case .casualty(let word) = $0.meaning { word.form == .verb && $0.clitics.isEmpty } else { false }
      }
  }

  private func isBarePlural(_ found: Noun, _ fate: Fate?, _ token: Int, _ progress: Progress) -> Bool {
    if isNegated(token) { return false }
    // «حصيلة ضحايا الألغام», "the toll of the victims of mines", announces a figure.
    if (1...3).contains(where: { isUnreported(token - $0) }) { return false }
    if found.isCasualty {
      return found.mention.clitics.isDisjoint(with: [.pronoun]) && !mentions.cues(at: token - 1).contains(.quantity)
    }
    // «اغتال مسلحون مجهولون», "unknown gunmen assassinated": those who did it have a name as a party.
    if mentions.starting(at: token, of: .actor).contains(where: {
      if case .actor = $0.meaning { $0.tokens.count > 1 } else { false }
    }) {
      return false
    }
    // «جثامين أفراد عائلة», "the bodies of members of a family"
    if let last = progress.counts.last, last.value.isVague, last.tokens.upperBound == token { return true }
    guard let fate, !fate.isUsed, !isSubject(found.mention.tokens.upperBound) else { return false }
    // «اختطف مسلحون راعيي أغنام», "gunmen abducted two shepherds": of capture the nominative tells who did it.
    if fate.effect == .captured, text.folded(token).suffix(2).elementsEqual([LetterCode.waw, LetterCode.noon]) {
      return false
    }
    return token - fate.end <= 1 && found.mention.clitics.isDisjoint(with: [.pronoun, .preposition])
  }

  // «بين قتيل وجريح», "between dead and wounded": kinds, not counts.
  private func isKind(_ token: Int) -> Bool {
    (1...3).contains { text.isWord(token - $0, FrameWord.between) }
  }

  // «أحد الرعاة» "one of the shepherds", «إحدى النساء» "one of the women"
  private func oneOf(_ token: Int, _ progress: Progress) -> Count? {
    guard mentions.cues(at: token - 1).contains(.numeral) else { return nil }
    guard
      let before = mentions.starting(at: token, of: .people).first(where: {
        if case .person(let person) = $0.meaning {
          person.number == .many || $0.clitics.contains(.article)
        } else {
          false
        }
      }),
      mentions.starting(at: token - 1, of: .numeral).contains(where: {
        if case .numeral(1, .stem) = $0.meaning { $0.clitics.isDisjoint(with: [.article, .pronoun]) } else { false }
      })
    else { return nil }
    guard progress.fate.map({ isNear($0, token) }) ?? false else { return nil }
    return Count(
      tokens: token - 1..<before.tokens.upperBound, value: .exactly(1), noun: .people, effect: progress.fate?.effect,
      rules: [before.rule, "frame:one-of"])
  }

  // «شخصان على الأقل», "at least two people"
  private func bounded(_ count: Count) -> Count {
    let end = count.tokens.upperBound
    for next in Range.window(end, min(end + 2, text.tokens.count)) where mentions.cues(at: next).contains(.quantity) {
      for mention in mentions.starting(at: next, of: .quantity) where mention.meaning == .quantity(.atLeastAfter) {
        var result = count
        result.value.upper = nil
        result.tokens = count.tokens.lowerBound..<mention.tokens.upperBound
        result.rules.append(mention.rule)
        return result
      }
    }
    return count
  }
}
