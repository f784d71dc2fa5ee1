internal import ArabicText
internal import Incidents

/// Finds who was killed, wounded or captured, and how many.
struct CasualtyReader {
  let article: AnnotatedText

  /// One figure of dead, wounded or captured with the words that tell it.
  struct Item {
    var effect: Effect
    var value: CountRange
    var tokens: Range<Int>
    /// Civilians, when the victims' noun says so.
    var victims: [ActorID]
    /// The token of the word that gives the effect.
    var governor: Int
    /// True for «ارتفعت الحصيلة إلى»: replaces what was told before.
    var isUpdate = false
    /// True when it was told of one person by name or noun rather than by a figure.
    var isSingle = false
    /// Told as a body or bodies.
    var isBody = false
    var rules: [String]
  }

  /// A casualty word at work: its victims follow or precede.
  private struct Governor {
    var effects: [Effect]
    var form: CasualtyForm
    var token: Int
    var end: Int
    var rule: String
    var isDefinite = false
    var used = false
  }

  /// The items of a range of tokens, in order.
  func items(in range: Range<Int>) -> [Item] {
    var result: [Item] = []
    var governor: Governor?
    var inParts = false
    var pendingCounted: (effect: Effect, token: Int, rule: String)?
    var token = range.lowerBound
    while token < range.upperBound {
      if let figure = figure(at: token, in: range) {
        if let item = item(figure, governor: governor, inParts: inParts, pending: pendingCounted, range: range) {
          result.append(item)
          governor?.used = true
          if case .casualty = figure.noun { inParts = false }
        }
        token = max(figure.tokens.upperBound, token + 1)
        continue
      }
      if isParts(token) || isBreakdown(token, after: result.last) { inParts = true }
      if let none = noCasualties(at: token, range) {
        result += none
        token += 1
        continue
      }
      if let found = casualtyWord(at: token, in: range) {
        inParts = inParts && found.form == .counted
        if found.form == .object, let effect = found.effects.first {
          if !article.isNegated(found.token, in: range) {
            result.append(
              Item(
                effect: effect, value: .exactly(1), tokens: found.token..<found.end, victims: [], governor: found.token,
                isSingle: true,
                rules: [found.rule, "frame:victim-as-object"]))
          }
          token = found.end
          continue
        }
        if found.form == .counted || found.form == .body {
          if var item = countedWithoutFigure(found, range: range, governor: governor, inParts: inParts) {
            item.isBody = found.form == .body
            result.append(item)
          }
          if !found.effects.isEmpty { pendingCounted = (found.effects[0], found.token, found.rule) }
          // «جثث أربعة منهم»: the figure follows the bodies.
          if found.form == .body,
            CountedNoun.number(of: PhraseIndex.withoutArticle(article.text.folded(found.token))) == .many
          {
            governor = found
          }
          token = found.end
          continue
        }
        var next = found
        // «مقتل وإصابة 7», "killing and wounding of 7": which is which is not told.
        if let before = governor, !before.used, found.token == before.end, before.form == found.form,
          isConjoined(found.token)
        {
          next.effects = before.effects + found.effects
        }
        governor = article.isNegated(next.token, in: range) ? nil : next
        token = next.end
        continue
      }
      if !inParts, let item = single(at: token, governor: governor, range: range, after: result.last) {
        result.append(item)
        governor?.used = true
        token = item.tokens.upperBound
        continue
      }
      token += 1
    }
    return result
  }

  private func figure(at token: Int, in range: Range<Int>) -> AnnotatedText.Figure? {
    guard let index = article.firstFigure(from: token), article.figures[index].tokens.lowerBound == token,
      article.figures[index].tokens.upperBound <= range.upperBound
    else { return nil }
    return article.figures[index]
  }

  private func item(
    _ figure: AnnotatedText.Figure, governor: Governor?, inParts: Bool,
    pending: (effect: Effect, token: Int, rule: String)?,
    range: Range<Int>
  ) -> Item? {
    if isDefinite(figure) { return nil }
    switch figure.noun {
    case .casualty(let effect):
      if inParts || isStock(figure, effect, range) { return nil }
      return Item(
        effect: effect, value: figure.value, tokens: figure.tokens, victims: civilians(after: figure.tokens.upperBound),
        governor: figure.tokens.lowerBound, isUpdate: follows(figure.tokens.lowerBound, FoldedWord.to),
        rules: figure.rules + ["frame:counted-casualties"])
    case .event:
      // «وصلت حالات القتل إلى نحو 90 حالة»
      guard let pending, !inParts, figure.tokens.lowerBound - pending.token < 20,
        follows(figure.tokens.lowerBound, FoldedWord.to)
      else { return nil }
      return Item(
        effect: pending.effect, value: figure.value, tokens: figure.tokens, victims: [], governor: pending.token,
        isUpdate: true,
        rules: figure.rules + [pending.rule, "frame:toll-rose-to"])
    case .people(let side):
      if inParts { return nil }
      if let after = verbAfter(figure.tokens.upperBound, range),
        governor == nil || governor?.used == true || after.token - figure.tokens.upperBound < 3
      {
        return Item(
          effect: after.effect, value: figure.value, tokens: figure.tokens, victims: side.map { [$0] } ?? [],
          governor: after.token, rules: figure.rules + [after.rule, "frame:victims-before-verb"])
      }
      guard let governor, reaches(governor, figure.tokens.lowerBound), let effect = governor.effects.first,
        governor.effects.count == 1
      else {
        return nil
      }
      return Item(
        effect: effect, value: figure.value, tokens: figure.tokens, victims: side.map { [$0] } ?? [],
        governor: governor.token,
        rules: figure.rules + [governor.rule, "frame:victims-after-word"])
    case .none:
      if inParts { return nil }
      // «ارتفع عدد القتلى إلى 6»: the noun stands before, the figure after «إلى».
      if let pending, figure.tokens.lowerBound - pending.token < 30, follows(figure.tokens.lowerBound, FoldedWord.to) {
        return Item(
          effect: pending.effect, value: figure.value, tokens: figure.tokens, victims: [], governor: pending.token,
          isUpdate: true,
          rules: figure.rules + [pending.rule, "frame:toll-rose-to"])
      }
      // «القتلى الـ36»
      if let pending, figure.tokens.lowerBound - pending.token <= 4, follows(figure.tokens.lowerBound, FoldedWord.the) {
        return Item(
          effect: pending.effect, value: figure.value, tokens: figure.tokens, victims: [], governor: pending.token,
          rules: figure.rules + [pending.rule, "frame:counted-casualties"])
      }
      // «وجُرح 7», "and 7 were wounded": the figure stands directly after the word and counts nothing else.
      guard let governor, governor.effects.count == 1, let effect = governor.effects.first,
        figure.tokens.lowerBound - governor.end <= 2, !countsSomethingElse(figure)
      else { return nil }
      return Item(
        effect: effect, value: figure.value, tokens: figure.tokens, victims: [], governor: governor.token,
        rules: figure.rules + [governor.rule, "frame:victims-after-word"])
    }
  }

  // «أكثر من 40 ألف معتقل في سجون …»: who is held is no event.
  private func isStock(_ figure: AnnotatedText.Figure, _ effect: Effect, _ range: Range<Int>) -> Bool {
    guard effect == .captured else { return false }
    if figure.value.lower ?? 0 >= 1000 { return true }
    return !range.contains { token in
      article.mentions.starting(at: token).contains {
        if case .trigger(let t) = $0.meaning { t.strength != .means } else { false }
      }
    }
  }

  // «والثلاثة مدنيون», "the three are civilians": spoken of before.
  private func isDefinite(_ figure: AnnotatedText.Figure) -> Bool {
    let token = figure.tokens.lowerBound
    guard article.text.tokens[token].kind == .word, !figure.value.isVague else { return false }
    return article.mentions.starting(at: token).contains {
      if case .numeral = $0.meaning { $0.clitics.contains(.article) } else { false }
    }
  }

  private func countsSomethingElse(_ figure: AnnotatedText.Figure) -> Bool {
    let next = figure.tokens.upperBound
    guard next < article.text.tokens.count, article.text.tokens[next].kind == .word else { return false }
    // A noun that the lexicon does not know follows: «3 صهاريج».
    let word = article.text.folded(next)
    return word.first != LetterCode.waw && !word.elementsEqual(FoldedWord.inside)
      && !word.elementsEqual(FoldedWord.from)
      && !article.isPeopleOrTime(next) && article.owners[next] == .none && word.first != LetterCode.beh
  }

  /// The effect word's victims stand within a clause or two: at most 25 tokens on, no other deed in between.
  private func reaches(_ governor: Governor, _ token: Int) -> Bool {
    guard token - governor.end <= (governor.used ? 25 : 18) else { return false }
    if !governor.used { return true }
    // A list goes on by «و» or «مقابل»: «403 عناصر من …، و29 عنصراً من …».
    return isConjoined(token) || followsPlus(token)
  }

  private func followsPlus(_ token: Int) -> Bool {
    for back in 1...3 where token - back >= 0 {
      for mention in article.mentions.starting(at: token - back) {
        if mention.meaning == .connective(.plus), mention.tokens.upperBound == token { return true }
      }
    }
    return false
  }

  private func isAndBefore(_ token: Int) -> Bool {
    var before = token - 1
    while before > 0, article.text.tokens[before].kind == .mark,
      PhraseIndex.isTransparent(article.text.tokens[before].scalar)
    { before -= 1 }
    return before >= 0 && article.text.tokens[before].kind == .word
      && article.text.folded(before).elementsEqual([LetterCode.waw])
  }

  func isConjoined(_ token: Int) -> Bool {
    article.text.tokens[token].kind == .word && article.text.folded(token).first == LetterCode.waw || isAndBefore(token)
  }

  private func follows(_ token: Int, _ word: [UInt8]) -> Bool {
    var before = token - 1
    while before >= 0, article.text.tokens[before].kind == .mark { before -= 1 }
    guard before >= 0, article.text.tokens[before].kind == .word else { return false }
    let found = article.text.folded(before)
    return found.elementsEqual(word) || (word.elementsEqual(FoldedWord.the) && found.elementsEqual(FoldedWord.the))
  }

  // «15 عسكرياً سورياً لقوا حتفهم»: the verb follows within the clause.
  private func verbAfter(_ start: Int, _ range: Range<Int>) -> (effect: Effect, token: Int, rule: String)? {
    var token = start
    while token < min(start + 7, range.upperBound) {
      let kind = article.text.tokens[token].kind
      if kind == .mark, ![0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x28, 0x29].contains(article.text.tokens[token].scalar) {
        return nil
      }
      for mention in article.mentions.starting(at: token) {
        if let effect = afterVictims(mention), !mention.clitics.contains(.conjunction),
          !mention.clitics.contains(.pronoun), mention.clitics.isDisjoint(with: .preposition),
          !mention.clitics.contains(.article)
        {
          // A verb before plural victims agrees in the singular; after them in the plural, or it opens a new clause.
          if mention.tokens.count > 1 || article.text.folded(token).last == LetterCode.alef {
            return (effect, token, mention.rule)
          }
        }
      }
      if article.startsFigure(token) { return nil }
      token += 1
    }
    return nil
  }

  // «لقوا حتفهم», «راح ضحية إطلاق نار»: words that follow their victims.
  private func afterVictims(_ mention: Mention) -> Effect? {
    switch mention.meaning {
    case .casualty(let effect, .verb): effect
    case .casualty(let effect, .took): mention.tokens.count > 1 ? effect : nil
    default: nil
    }
  }

  private func isParts(_ token: Int) -> Bool {
    article.mentions.starting(at: token).contains { $0.meaning == .connective(.part) }
  }

  private func casualtyWord(at token: Int, in range: Range<Int>) -> Governor? {
    guard article.owners[token] != .date, article.owners[token] != .actor else { return nil }
    var best: Governor?
    for mention in article.mentions.starting(at: token) {
      guard case .casualty(let effect, let form) = mention.meaning, mention.tokens.upperBound <= range.upperBound else {
        continue
      }
      if mention.clitics.contains(.article), form == .verb { continue }
      if mention.clitics.contains(.pronoun), form == .verb { continue }
      if form == .verb, !mention.clitics.isDisjoint(with: .preposition) { continue }
      if mention.clitics.contains(.accusative), form == .verb { continue }
      let end = mention.tokens.upperBound
      if let current = best {
        if end < current.end { continue }
        // «قتل» is both noun and verb; without a preposition before it, it is the verb.
        if end == current.end, !(current.form == .noun && form == .verb) { continue }
      }
      best = Governor(
        effects: [effect], form: form, token: token, end: end, rule: mention.rule,
        isDefinite: !mention.clitics.isDisjoint(with: [.article, .pronoun]))
    }
    return best
  }

  // «قتلى وجرحى», «سقوط ضحايا», «قتيل وجريحان», «جثتين»
  private func countedWithoutFigure(_ found: Governor, range: Range<Int>, governor: Governor?, inParts: Bool) -> Item? {
    if inParts || hasFigure(before: found.token) { return nil }
    guard let effect = found.effects.first else { return nil }
    let word = article.text.folded(found.token)
    let bare = PhraseIndex.withoutArticle(word)
    let value: CountRange
    switch CountedNoun.number(of: bare) {
    case .one: value = .exactly(1)
    case .two: value = .exactly(2)
    case .many: value = .vague
    }
    // A definite noun refers back: «القتلى», «الجرحى».
    if found.isDefinite { return nil }
    if value.isVague {
      // A vague plural needs a word of happening before it, or stands in a list with another.
      guard found.token > range.lowerBound else { return vague(effect, found) }
      if denied(found.token, range) { return nil }
      return vague(effect, found)
    }
    if found.form == .counted, isBetweenList(found.token, range) { return nil }
    return Item(
      effect: effect, value: value, tokens: found.token..<found.end, victims: civilians(after: found.end),
      governor: found.token,
      isSingle: true, rules: [found.rule, "frame:single-casualty"])
  }

  private func vague(_ effect: Effect, _ found: Governor) -> Item {
    Item(
      effect: effect, value: .vague, tokens: found.token..<found.end, victims: [], governor: found.token,
      rules: [found.rule, "frame:vague-casualties"])
  }

  // «بين قتيل وجريح»: kinds, not figures.
  private func isBetweenList(_ token: Int, _ range: Range<Int>) -> Bool {
    for back in 1...3 where token - back >= range.lowerBound {
      if article.text.folded(token - back).elementsEqual(FoldedWord.between) { return true }
    }
    return false
  }

  private func hasFigure(before token: Int) -> Bool {
    article.figures(in: .window(token - 12, token + 1)).contains {
      $0.tokens.contains(token) || $0.tokens.upperBound == token
    }
  }

  private func denied(_ token: Int, _ range: Range<Int>) -> Bool {
    article.isNegated(token, in: range)
  }

  // «لم يُصب أحد», «دون وقوع إصابات»: nobody was hurt; «لم ترد معلومات عن إصابات» says nothing.
  private func noCasualties(at token: Int, _ range: Range<Int>) -> [Item]? {
    guard article.text.tokens[token].kind == .word, article.isNegated(token, in: range) else { return nil }
    let word = article.text.folded(token)
    let isHurt = article.mentions.starting(at: token).contains {
      switch $0.meaning {
      case .casualty(.wounded, .counted), .casualty(.killed, .counted):
        CountedNoun.number(of: PhraseIndex.withoutArticle(word)) == .many
      case .casualty(_, .verb):
        (token + 1..<min(token + 4, range.upperBound)).contains {
          article.text.folded($0).elementsEqual(FoldedWord.someone)
        }
      default: false
      }
    }
    guard isHurt else { return nil }
    for back in max(range.lowerBound, token - 5)..<token where article.discard(at: back) == .unreported { return nil }
    return [Effect.killed, .wounded].map {
      Item(
        effect: $0, value: .exactly(0), tokens: token..<token + 1, victims: [], governor: token,
        rules: ["frame:no-casualties"])
    }
  }

  // «قضى 109 أشخاص: 62 من … و39 من …»: what follows a colon are parts of the sum.
  private func isBreakdown(_ token: Int, after last: Item?) -> Bool {
    guard let last, article.text.tokens[token].kind == .mark, article.text.tokens[token].scalar == 0x3A else {
      return false
    }
    return token - last.tokens.upperBound < 12
  }

  /// One victim without a figure: «قُتل عنصر», «مقتل شاب», «الشاب "أحمد"», «إصابة طفلين».
  private func single(at token: Int, governor: Governor?, range: Range<Int>, after last: Item?) -> Item? {
    if let item = quotedName(at: token, governor: governor) { return item }
    if governor == nil || governor?.used == true, let item = personBeforeVerb(at: token, range: range) { return item }
    guard let governor, governor.effects.count == 1, let effect = governor.effects.first, article.owners[token] == .none
    else { return nil }
    var found: (PersonMeaning, Mention)?
    for mention in article.mentions.starting(at: token) {
      guard case .person(let person) = mention.meaning, !mention.clitics.contains(.lam), !mention.clitics.contains(.kaf)
      else { continue }
      if mention.clitics.contains(.beh), governor.form != .took { continue }
      // «هجوم مسلح», "an armed attack", names nobody.
      if token > 0,
        article.mentions.starting(at: token - 1).contains(where: {
          if case .trigger(let t) = $0.meaning { t.form == .noun } else { false }
        })
      {
        continue
      }
      if mention.tokens.count >= found?.1.tokens.count ?? 0 { found = (person, mention) }
    }
    guard let (person, mention) = found else { return nil }
    let distance = token - governor.end
    if governor.used {
      // «مقتل عنصر وآخر», «قُتل شاب وطفل»: a list goes on by «و» directly.
      guard let last, token - last.tokens.upperBound <= 8, isConjoined(token) || followsPlus(token),
        last.effect == effect,
        !Range.window(last.tokens.upperBound, token).contains(where: { article.isClauseMark($0) })
      else { return nil }
    } else {
      guard distance <= (governor.form == .verb ? 5 : 3) else { return nil }
    }
    let value: CountRange
    switch person.number {
    case .one: value = .exactly(1)
    case .two: value = .exactly(2)
    case .many:
      // «مقتل عناصر»: some, not told how many.
      guard !mention.clitics.contains(.article), !governor.used else { return nil }
      value = .vague
    }
    return Item(
      effect: effect, value: value, tokens: mention.tokens, victims: person.actor.map { [$0] } ?? [],
      governor: governor.token,
      isSingle: true, rules: [governor.rule, mention.rule, "frame:single-victim"])
  }

  // «أسرت "ممدوح الحاجي"», «مقتل "أبو علي"»: a quoted name is one person.
  private func quotedName(at token: Int, governor: Governor?) -> Item? {
    guard let governor, !governor.used, governor.effects.count == 1, let effect = governor.effects.first,
      token == governor.end,
      governor.form == .verb || governor.form == .noun, article.text.tokens[token].kind == .mark,
      [0x22, 0xAB, 0x201C, 0x201D].contains(article.text.tokens[token].scalar), token + 1 < article.text.tokens.count,
      article.text.tokens[token + 1].kind == .word, article.owners[token + 1] == .none
    else { return nil }
    return Item(
      effect: effect, value: .exactly(1), tokens: token + 1..<token + 2, victims: [], governor: governor.token,
      isSingle: true,
      rules: [governor.rule, "frame:quoted-victim"])
  }

  // «شقيقاه لقيا مصرعهما», «شاب قُتل برصاص …»
  private func personBeforeVerb(at token: Int, range: Range<Int>) -> Item? {
    guard article.owners[token] == .none else { return nil }
    for mention in article.mentions.starting(at: token) {
      guard case .person(let person) = mention.meaning, person.number != .many,
        let after = verbAfter(mention.tokens.upperBound, range),
        article.text.tokens[after.token].kind == .word, after.effect != .captured
      else { continue }
      return Item(
        effect: after.effect, value: .exactly(person.number == .two ? 2 : 1), tokens: mention.tokens,
        victims: person.actor.map { [$0] } ?? [],
        governor: after.token, isSingle: true, rules: [mention.rule, after.rule, "frame:victims-before-verb"])
    }
    return nil
  }

  // «4 قتلى مدنيين», «قتيلان من المدنيين»
  private func civilians(after end: Int) -> [ActorID] {
    for token in Range.window(end, min(end + 3, article.text.tokens.count)) {
      for mention in article.mentions.starting(at: token) {
        if case .person(let person) = mention.meaning, let actor = person.actor { return [actor] }
      }
    }
    return []
  }
}

/// The grammatical number of a counted casualty noun, by its form: «قتيل», «قتيلان», «قتلى».
enum CountedNoun {
  static func number(of word: ArraySlice<UInt8>) -> GrammaticalNumber {
    if plurals.contains(Array(word)) { return .many }
    if DateReader.isDual(word) || word.elementsEqual(bodiesOfTwo) { return .two }
    return .one
  }

  // «جثتي شابين», the dual without its noon before a noun
  private static let bodiesOfTwo = "جثتي".unicodeScalars.map { LetterCode.fold($0.value) }

  private static let plurals: Set<[UInt8]> = Set(
    [
      "قتلى", "قتيلات", "شهداء", "ضحايا", "جرحى", "مصابين", "مصابون", "مصابات", "إصابات", "أسرى", "معتقلين", "موقوفين",
      "مختطفين", "مخطوفين", "جثث", "جثامين", "رفات",
    ]
    .map { word in word.unicodeScalars.map { LetterCode.fold($0.value) }.filter { $0 != LetterCode.dropped } })
}
