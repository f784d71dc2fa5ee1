internal import ArabicText
internal import Incidents

/// Victims told one by one, by noun or name and without a figure.
extension CasualtyReader {
  /// A verb or noun that tells what befell the people before it.
  struct Fate {
    var effect: Effect
    var token: Int
    var rule: String
  }

  /// One victim or a pair at a token: «قُتل عنصر» "a member was killed", «الشاب "أحمد"» "the young man Ahmad", «إصابة طفلين» "the
  /// wounding of two children".
  func singleVictim(at token: Int, _ progress: Progress) -> Item? {
    if progress.inParts { return nil }
    if let item = kunya(at: token, progress.governor) ?? quotedName(at: token, progress.governor)
      ?? oneOf(at: token, progress.governor)
    {
      return item
    }
    if progress.governor?.used ?? true, let item = personBeforeVerb(at: token, progress.range) { return item }
    guard let governor = progress.governor, let effect = governor.effect,
      article.owners[token] == .none || isNameless(token),
      let (person, mention) = person(at: token, after: governor),
      governor.form != .verb || !acts(person, until: mention.tokens.upperBound, in: progress.range)
    else { return nil }
    if governor.used {
      if isKind(token, progress.range) { return nil }
      // «مقتل عنصر وآخر», «قُتل شاب وطفل», "a young man and a child were killed": a list goes on by «و» directly.
      guard let last = progress.items.last, token - last.tokens.upperBound <= 8,
        article.isConjoined(token) || article.followsPlus(token), last.effect == effect,
        !Range.window(last.tokens.upperBound, token).contains(where: { article.isClauseMark($0) })
      else { return nil }
    } else {
      guard words(from: governor.end, to: token) <= (governor.form == .verb ? 5 : 3), !isKind(token, progress.range),
        !isLoser(token, mention.tokens.upperBound, governor, progress.range)
      else { return nil }
    }
    let value: CountRange
    let isMarkedDual = article.text.tokens[token].isMarkedDual
    switch person.number == .many && isMarkedDual ? .two : person.number {
    case .one: value = .exactly(1)
    case .two: value = .exactly(2)
    case .many:
      // «مقتل عناصر», "the killing of members": some, not told how many.
      guard !mention.clitics.contains(.article), !governor.used else { return nil }
      value = .vague
    }
    return Item(
      effect: effect, value: value, tokens: mention.tokens, victims: person.actor.map { [$0] } ?? [],
      governor: governor.token, isSingle: true, rules: [governor.rule, mention.rule, "frame:single-victim"])
  }

  // «خسر اللواء فيها 11 من مقاتليه», "the brigade lost 11 of its fighters there": who stands before the figure lost them.
  private func isLoser(_ token: Int, _ end: Int, _ governor: Governor, _ range: Range<Int>) -> Bool {
    guard article.text.isWord(governor.token, among: FrameWord.losing), token == governor.end else { return false }
    return Range.window(end, min(end + 6, range.upperBound)).contains { article.startsFigure($0) }
  }

  // «أصيب مسلحان من حزب الله», "two gunmen of Hezbollah were wounded": no party, as «مسلحان مجهولان», "two unknown gunmen", are.
  private func isNameless(_ token: Int) -> Bool {
    article.owners[token] == .actor
      && article.mentions.starting(at: token, of: .actor).allSatisfy {
        if case .actor(let meaning) = $0.meaning { meaning.actor == .unknown && $0.tokens.count == 1 } else { true }
      }
  }

  /// True when the object of the verb follows the people behind it, perhaps after the name of their force: «اغتال مسلحان ضابطاً» "two
  /// gunmen assassinated an officer", «اختطف عناصر من داعش 3 مدنيين» "members of Daesh abducted 3 civilians".
  private func acts(_ people: PersonMeaning, until end: Int, in range: Range<Int>) -> Bool {
    var token = end
    while token < min(end + 9, range.upperBound), isOfForce(token) || describesActors(token) || isBesideDate(token) {
      token += 1
    }
    guard token < range.upperBound, !article.isConjoined(token), article.owners[token] == .none else { return false }
    if case .people = figure(at: token, in: range)?.noun { return true }
    return article.mentions.starting(at: token, of: .people).contains {
      guard case .person(let object) = $0.meaning, $0.clitics.isDisjoint(with: .preposition) else { return false }
      // «شاب مدني», "a young civilian", are one; an object has another number, or the ending of one.
      return object.number != people.number && object.number == .one
        || object.number == .one && article.text.folded(token).last == LetterCode.alef
        || object.number == .two
          && article.text.folded(token).suffix(2).elementsEqual([LetterCode.yeh, LetterCode.noon])
    }
  }

  // «خطف مسلحون، أمس الأحد، ثلاثة تجار», "gunmen abducted, yesterday, Sunday, three merchants"
  private func isBesideDate(_ token: Int) -> Bool {
    article.text.isMark(token, .comma)
      && (article.owners[token - 1] == .date || token + 1 < article.owners.count && article.owners[token + 1] == .date)
  }

  private func isOfForce(_ token: Int) -> Bool {
    article.owners[token] == .actor || article.owners[token] == .date || article.text.isWord(token, FrameWord.from)
      || article.text.tokens[token].kind == .mark && PhraseIndex.isTransparent(article.text.tokens[token].scalar)
  }

  // «قتل مسلحون موالون لقسد رجلاً», "gunmen loyal to the SDF killed a man", «مسلحون ملثمون يستقلون دراجة نارية», "masked gunmen riding a motorcycle"
  private func describesActors(_ token: Int) -> Bool {
    article.text.isWord(token, among: FrameWord.belief) || article.text.isWord(token, among: FrameWord.onTheirWay)
  }

  /// The longest noun for people at a token that may be the victim of a casualty word.
  private func person(at token: Int, after governor: Governor) -> (PersonMeaning, Mention)? {
    // «هجوم مسلح», "an armed attack", names nobody.
    let followsDeed = article.mentions.starting(at: token - 1, of: .trigger).contains {
      // «قُتل في القصف جندي», "killed in the shelling was a soldier": there the deed is told before.
      if case .trigger(let trigger) = $0.meaning {
        trigger.form.isNoun && !$0.clitics.contains(.article)
      } else {
        false
      }
    }
    // «اعتقال شابين», "the arrest of two young men": the deed is the governor itself.
    if followsDeed, governor.end != token { return nil }
    var found: (PersonMeaning, Mention)?
    let isAdjective = isAfterDefiniteThing(token)
    for mention in article.mentions.starting(at: token, of: .people) {
      guard case .person(let person) = mention.meaning, mention.clitics.isDisjoint(with: [.lam, .kaf]) else { continue }
      if isAdjective, mention.clitics.contains(.article), mention.tokens.count == 1 { continue }
      // «أودى بعنصر», "took a member": only a verb of taking has its victims after ب.
      if mention.clitics.contains(.beh), governor.form != .took { continue }
      // Of rows with as many words the one with the least attached comes first: «طفلاها» "her two children" is not «طفلاً» "a child".
      if mention.tokens.count > found?.1.tokens.count ?? 0 { found = (person, mention) }
    }
    return found
  }

  // «أصابت المشفى العسكري», "hit the military hospital": no soldier.
  private func isAfterDefiniteThing(_ token: Int) -> Bool {
    guard token > 0, article.text.tokens[token - 1].kind == .word else { return false }
    guard article.text.folded(token).last == LetterCode.yeh else { return false }
    // «تنظيم داعش الإرهابي», "the terrorist organisation Daesh"
    if article.owners[token - 1] == .actor { return true }
    return article.text.folded(token - 1).starts(with: [LetterCode.alef, LetterCode.lam])
      && article.mentions.starting(at: token - 1, of: [.people, .casualty, .actor]).allSatisfy { _ in false }
  }

  /// How many words lie between; marks and dates do not count: «اغتال مسلحون، صباح اليوم، عنصرَين», "gunmen assassinated, this morning, two
  /// members".
  private func words(from start: Int, to end: Int) -> Int {
    Range.window(start, end).count { article.text.tokens[$0].kind == .word && article.owners[$0] != .date }
  }

  // «قُتل أبو عبد الرحمن المهاجر», "Abu Abd al-Rahman al-Muhajir was killed": a name that begins so is one man's.
  private func kunya(at token: Int, _ governor: Governor?) -> Item? {
    guard let governor, !governor.used, let effect = governor.effect, token == governor.end,
      governor.form == .verb || governor.form == .noun, article.owners[token] == .none,
      article.text.isWord(token, among: FrameWord.kunya)
    else { return nil }
    return Item(
      effect: effect, value: .exactly(1), tokens: token..<token + 2, governor: governor.token, isSingle: true,
      rules: [governor.rule, "frame:quoted-victim"])
  }

  // «أسرت "ممدوح الحاجي"» "captured 'Mamduh al-Hajji'", «مقتل "أبو علي"» "the killing of 'Abu Ali'": a quoted name is one person.
  private func quotedName(at token: Int, _ governor: Governor?) -> Item? {
    guard let governor, !governor.used, let effect = governor.effect, token == governor.end,
      governor.form == .verb || governor.form == .noun, article.text.tokens[token].kind == .mark,
      [0x22, 0xAB, 0x201C, 0x201D].contains(article.text.tokens[token].scalar), token + 1 < article.text.tokens.count,
      article.text.tokens[token + 1].kind == .word, article.owners[token + 1] == .none
    else { return nil }
    return Item(
      effect: effect, value: .exactly(1), tokens: token + 1..<token + 2, governor: governor.token, isSingle: true,
      rules: [governor.rule, "frame:quoted-victim"])
  }

  // «مقتل أحد عناصر الشرطة», "the killing of one of the members of the police": the word before tells one, the noun is a plural.
  private func oneOf(at token: Int, _ governor: Governor?) -> Item? {
    guard let governor, !governor.used, let effect = governor.effect, token - governor.end <= 3,
      let one = article.mentions.starting(at: token, of: .numeral).first(where: {
        if case .numeral(1, .stem) = $0.meaning { $0.clitics.isDisjoint(with: [.article, .pronoun]) } else { false }
      }),
      let noun = article.mentions.starting(at: token + 1, of: .people).first(where: {
        if case .person(let person) = $0.meaning { person.number == .many } else { false }
      })
    else { return nil }
    return Item(
      effect: effect, value: .exactly(1), tokens: token..<noun.tokens.upperBound, governor: governor.token,
      isSingle: true, rules: [governor.rule, one.rule, noun.rule, "frame:one-of"])
  }

  // «شقيقاه لقيا مصرعهما» "his two brothers met their death", «شاب قُتل برصاص …» "a young man was killed by the bullets of …"
  private func personBeforeVerb(at token: Int, _ range: Range<Int>) -> Item? {
    guard article.owners[token] == .none else { return nil }
    let isAdjective = isAfterDefiniteThing(token)
    for mention in article.mentions.starting(at: token, of: .people) {
      guard case .person(let person) = mention.meaning, person.number != .many,
        !isAdjective || !mention.clitics.contains(.article),
        let after = verbAfter(mention.tokens.upperBound, range) ?? verb(of: mention, person, range),
        article.text.tokens[after.token].kind == .word,
        after.effect != .captured
      else { continue }
      return Item(
        effect: after.effect, value: .exactly(person.number == .two ? 2 : 1), tokens: mention.tokens,
        victims: person.actor.map { [$0] } ?? [], governor: after.token, isSingle: true,
        rules: [mention.rule, after.rule, "frame:victims-before-verb"])
    }
    return nil
  }

  /// The word within seven tokens after people that tells their fate: «15 عسكرياً سورياً لقوا حتفهم», "15 Syrian soldiers met their
  /// death"; nil when a clause or a figure comes first.
  func verbAfter(_ start: Int, _ range: Range<Int>) -> Fate? {
    var token = start
    while token < min(start + 7, range.upperBound) {
      let kind = article.text.tokens[token].kind
      if kind == .mark, ![0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x28, 0x29].contains(article.text.tokens[token].scalar) {
        return nil
      }
      for mention in article.mentions.starting(at: token, of: .casualty) {
        guard let effect = effectAfterVictims(mention),
          mention.clitics.isDisjoint(with: [.conjunction, .pronoun, .article, .beh, .lam, .kaf])
        else { continue }
        // A verb before plural victims agrees in the singular; after them in the plural, or it opens a new clause.
        let isNoun = if case .casualty(let word) = mention.meaning { word.form == .counted } else { false }
        if mention.tokens.count > 1 || isNoun || article.text.folded(token).last == LetterCode.alef {
          return Fate(effect: effect, token: token, rule: mention.rule)
        }
      }
      if article.startsFigure(token) { return nil }
      token += 1
    }
    return nil
  }

  // «لاجئة … قُتلت داخل خيمتها», "a refugee … was killed inside her tent": of one victim the verb agrees, and no object follows it.
  private func verb(of mention: Mention, _ person: PersonMeaning, _ range: Range<Int>) -> Fate? {
    guard person.number == .one else { return nil }
    let isFeminine = article.text.folded(mention.tokens.upperBound - 1).last == LetterCode.heh
    var token = mention.tokens.upperBound
    while token < min(mention.tokens.upperBound + 7, range.upperBound - 1), !article.isClauseMark(token) {
      let next = token + 1
      let isAlone =
        article.owners[next] == .date || article.text.folded(next).first == LetterCode.beh
        || article.text.isWord(next, among: FrameWord.circumstance)
      for found in article.mentions.starting(at: token, of: .casualty) where found.tokens.count == 1 && isAlone {
        guard case .casualty(let word) = found.meaning, word.form == .verb, found.clitics.isEmpty,
          (article.text.folded(token).last == LetterCode.teh) == isFeminine
        else { continue }
        return Fate(effect: word.effect, token: token, rule: found.rule)
      }
      if article.startsFigure(token) { return nil }
      token += 1
    }
    return nil
  }

  // «لقوا حتفهم» "met their death", «راح ضحية إطلاق نار» "fell victim to gunfire": words that follow their victims.
  private func effectAfterVictims(_ mention: Mention) -> Effect? {
    switch mention.meaning {
    case .casualty(let word) where word.form == .verb: word.effect
    // «17 إرهابياً … قتلى», "17 terrorists … dead"
    case .casualty(let word) where word.form == .counted && word.number == .many && word.effect != .captured:
      word.effect
    case .casualty(let word) where word.form == .took: mention.tokens.count > 1 ? word.effect : nil
    default: nil
    }
  }
}
