internal import ArabicText
internal import Incidents

/// Decides who acted and who was acted upon, from prepositions, verb frames and word order.
struct RoleReader {
  let article: AnnotatedText

  /// An actor with its side in an event; nil when the words give it none.
  struct Use {
    var actor: AnnotatedText.ActorMention
    var side: Side?
    var rule: String
  }

  /// The actors of a clause with their sides, given the triggers that the clause holds.
  func uses(in range: Range<Int>, triggers: [EventDraft.Trigger], items: [CasualtyReader.Item]) -> [Use] {
    var result: [Use] = []
    let actors = Array(article.actors(in: range))
    for (index, actor) in actors.enumerated() {
      if isSpeaker(actor, in: range) || isWhere(actor, in: range) { continue }
      if actor.meanings.allSatisfy({ $0.form == .adjective }) {
        if let side = adjectiveSide(actor, in: range) {
          result.append(Use(actor: actor, side: side, rule: "frame:actor-adjective"))
        }
        continue
      }
      let before = index > 0 ? actors[index - 1] : nil
      let (side, rule) = side(
        of: actor, in: range, triggers: triggers, items: items, before: before, beforeSide: result.last?.side)
      result.append(Use(actor: actor, side: side, rule: rule))
    }
    return result
  }

  private func side(
    of actor: AnnotatedText.ActorMention, in range: Range<Int>, triggers: [EventDraft.Trigger],
    items: [CasualtyReader.Item],
    before: AnnotatedText.ActorMention?, beforeSide: Side?
  ) -> (Side?, String) {
    let start = actor.tokens.lowerBound
    // «قسد والتحالف»: joined to the actor just named, it takes the same side.
    if let before, let beforeSide, start - before.tokens.upperBound <= 2,
      CasualtyReader(article: article).isConjoined(start)
    {
      return (triggers.contains { $0.meaning.type == .clash } ? .target : beforeSide, "frame:actor-joined")
    }
    // «مسلحون يُعتقد أنهم من داعش»: the unknown are named after all.
    if let before, let beforeSide, before.meanings.contains(where: { $0.actor == .unknown }),
      start - before.tokens.upperBound <= 6,
      belongs(before.tokens.upperBound, start)
    {
      return (beforeSide, "frame:unknown-named")
    }
    // «اشتباكات بين قوات النظام ومسلحين»: both sides fight.
    if let fight = triggers.first(where: { $0.meaning.type == .clash && $0.tokens.upperBound <= start }),
      (fight.tokens.upperBound..<start).contains(where: {
        article.text.folded($0).elementsEqual(FoldedWord.between)
          || article.text.folded($0).dropLast(2).elementsEqual(FoldedWord.between)
      })
    {
      return (beforeSide == nil ? .initiator : .target, "frame:clash-between")
    }
    if let cue = cue(before: start, in: range) { return cue }
    // «هجوم داعش», «قصف قوات النظام»: the noun's owner acts.
    if let noun = triggers.last(where: {
      $0.tokens.upperBound <= start && $0.meaning.form != .verb && $0.meaning.strength != .means
    }) {
      let gap = passPeople(noun.tokens.upperBound, start)
      if gap == start {
        if actor.clitics.contains(.lam) || actor.clitics.isDisjoint(with: .preposition) {
          return (noun.meaning.subject == .target ? .target : .initiator, "frame:deed-of")
        }
      }
    }
    // Victims: «مقتل 5 عناصر من قسد».
    if let item = items.last(where: { $0.governor < start && $0.tokens.lowerBound < start }),
      start - item.tokens.upperBound <= 4, noVerb(item.tokens.upperBound, start)
    {
      return (.target, "frame:victims-of")
    }
    if let victim = victimWord(before: start, in: range) { return (.target, victim) }
    let verbs = triggers.filter { $0.meaning.form == .verb }
    if let verb = verbs.last(where: { $0.tokens.upperBound <= start }), start - verb.tokens.upperBound <= 14 {
      let between = article.actors(in: verb.tokens.upperBound..<start).filter {
        !isSpeaker($0, in: range) && $0.meanings.contains { $0.form != .adjective }
      }
      let subject: Side = verb.meaning.subject == .target ? .target : .initiator
      if verb.meaning.subject == .none { return (nil, "") }
      if between.isEmpty, start - passPeople(verb.tokens.upperBound, start) <= 1,
        actor.clitics.isDisjoint(with: .preposition)
      {
        // A subject before the verb leaves the place after it to the object.
        if subjectStands(before: verb.tokens.lowerBound, in: range) { return (opposite(subject), "frame:verb-object") }
        return (subject, "frame:verb-subject")
      }
      // The unidentified do not suffer by word order alone: «أُطلق عليه الرصاص … مجهولون».
      if actor.meanings.contains(where: { $0.actor == .unknown }) {
        return (between.isEmpty ? subject : nil, "frame:verb-subject")
      }
      return (opposite(subject), "frame:verb-object")
    }
    // «داعش نفذ هجوماً»: the subject first.
    if let verb = verbs.first(where: { $0.tokens.lowerBound >= actor.tokens.upperBound }),
      verb.tokens.lowerBound - actor.tokens.upperBound <= 8,
      verb.meaning.subject != .none, actor.clitics.isDisjoint(with: .preposition)
    {
      return (verb.meaning.subject == .target ? .target : .initiator, "frame:subject-first")
    }
    if let doing = supportVerb(after: actor.tokens.upperBound, in: range), actor.clitics.isDisjoint(with: .preposition)
    {
      return (.initiator, doing)
    }
    return (nil, "")
  }

  // Only words of belonging stand between: «من», «يُرجح أنهم من», «تابعون لـ».
  private func belongs(_ from: Int, _ to: Int) -> Bool {
    for token in Range.window(from, to) {
      if article.text.tokens[token].kind == .word, article.text.folded(token).elementsEqual(FoldedWord.from) {
        return true
      }
      if article.mentions.starting(at: token).contains(where: { $0.meaning == .role(.targetOf) }) { return true }
    }
    return article.text.folded(to).first == LetterCode.lam
  }

  private func opposite(_ side: Side) -> Side { side == .initiator ? .target : .initiator }

  private func subjectStands(before verb: Int, in range: Range<Int>) -> Bool {
    guard verb > range.lowerBound else { return false }
    return article.actors(in: .window(range.lowerBound, verb)).contains {
      $0.tokens.upperBound <= verb && verb - $0.tokens.upperBound <= 5 && $0.clitics.isDisjoint(with: .preposition)
        && !isSpeaker($0, in: range) && $0.meanings.contains { $0.form != .adjective }
    }
  }

  /// A word that gives a side, ending at most four tokens before, nothing but people words between.
  private func cue(before start: Int, in range: Range<Int>) -> (Side?, String)? {
    var token = start - 1
    var steps = 0
    while token >= range.lowerBound, steps < 5 {
      if article.isClauseMark(token) { return nil }
      if article.owners[token] == .actor { return nil }
      var best: Mention?
      for mention in article.mentions.starting(at: token) {
        if case .role = mention.meaning, mention.tokens.upperBound <= start,
          mention.tokens.upperBound >= min(start, token + 1),
          mention.tokens.count > best?.tokens.count ?? 0
        {
          best = mention
        }
      }
      if let best, case .role(let cue) = best.meaning {
        switch cue {
        case .initiator: return (.initiator, best.rule)
        case .target: return (.target, best.rule)
        case .targetOf: if hasLam(start) { return (.target, best.rule) }
        }
      }
      steps += 1
      token -= 1
    }
    return nil
  }

  private func hasLam(_ token: Int) -> Bool { article.text.folded(token).first == LetterCode.lam }

  private func victimWord(before start: Int, in range: Range<Int>) -> String? {
    var token = start - 1
    var steps = 0
    var sawPeople = false
    while token >= range.lowerBound, steps < 8 {
      for mention in article.mentions.starting(at: token) {
        if case .person = mention.meaning { sawPeople = true }
        if case .casualty(_, let form) = mention.meaning, form != .verb || sawPeople { return mention.rule }
      }
      if article.owners[token] == .actor { return nil }
      steps += 1
      token -= 1
    }
    return nil
  }

  private func noVerb(_ from: Int, _ to: Int) -> Bool {
    guard from < to else { return true }
    for token in Range.window(from, to) {
      for mention in article.mentions.starting(at: token) {
        if case .role(.initiator) = mention.meaning { return false }
        if case .trigger(let trigger) = mention.meaning, trigger.form == .verb { return false }
      }
    }
    return true
  }

  /// The token after the people words that may stand between a deed and its actor: «هجوم عناصر التنظيم», «مسلحون من داعش».
  private func passPeople(_ from: Int, _ to: Int) -> Int {
    var token = from
    while token < to {
      let isPeople = article.mentions.starting(at: token).contains {
        if case .person = $0.meaning { true } else { false }
      }
      let isSmall =
        article.text.tokens[token].kind == .mark || article.text.folded(token).elementsEqual(FoldedWord.from)
      let isAdjective =
        article.text.tokens[token].kind == .word
        && (article.text.folded(token).last == LetterCode.alef || article.startsFigure(token))
      if !isPeople, !isSmall, !isAdjective { return token }
      token += 1
    }
    return token
  }

  private func supportVerb(after end: Int, in range: Range<Int>) -> String? {
    for token in Range.window(end, min(end + 5, range.upperBound)) {
      for mention in article.mentions.starting(at: token) {
        if case .role(.initiator) = mention.meaning, mention.clitics.isDisjoint(with: .preposition),
          article.text.tokens[token].kind == .word
        {
          return mention.rule
        }
      }
    }
    return nil
  }

  // «قصف تركي», «غارة إسرائيلية», «جندي تركي»: the adjective of a deed acts, that of a person suffers.
  private func adjectiveSide(_ actor: AnnotatedText.ActorMention, in range: Range<Int>) -> Side? {
    let start = actor.tokens.lowerBound
    for back in 1...3 where start - back >= range.lowerBound {
      for mention in article.mentions.starting(at: start - back) {
        switch mention.meaning {
        case .trigger(let trigger) where trigger.form != .verb: return .initiator
        case .person: return .target
        case .role(.target) where back == 1: return .target
        default: continue
        }
      }
    }
    return nil
  }

  /// Who states a sentence and speaks of itself: «قالت قسد إنها نفذت …» acts, «… إنها فقدت 5 من مقاتليها» suffers.
  func speaker(in sentence: Range<Int>) -> (actor: AnnotatedText.ActorMention, suffers: Bool)? {
    for actor in article.actors(in: sentence)
    where actor.meanings.contains(where: { $0.form == .name }) && isSpeaker(actor, in: sentence) {
      for token in Range.window(actor.tokens.upperBound, min(actor.tokens.upperBound + 25, sentence.upperBound)) {
        let word = article.text.folded(token)
        if FoldedWord.ownLosses.contains(where: { word.elementsEqual($0) }) { return (actor, true) }
        guard FoldedWord.itself.contains(where: { word.elementsEqual($0) }) else { continue }
        let rest = Range.window(token, min(token + 6, sentence.upperBound))
        return (
          actor, rest.contains { next in FoldedWord.ownLosses.contains { article.text.folded(next).elementsEqual($0) } }
        )
      }
    }
    return nil
  }

  /// «أعلنت قسد», «بحسب التحالف»: who states is not thereby who acts.
  private func isSpeaker(_ actor: AnnotatedText.ActorMention, in range: Range<Int>) -> Bool {
    let start = actor.tokens.lowerBound
    for back in 1...3 where start - back >= range.lowerBound {
      if article.isClauseMark(start - back) { break }
      for mention in article.mentions.starting(at: start - back) {
        if mention.meaning == .sayingVerb || mention.meaning == .sourceMark { return true }
      }
    }
    let end = actor.tokens.upperBound
    for token in Range.window(end, min(end + 2, range.upperBound))
    where article.mentions.starting(at: token).contains(where: { $0.meaning == .sayingVerb }) {
      return true
    }
    return false
  }

  /// «مناطق سيطرة قوات النظام», «الخاضعة لسيطرة قسد»: where it happens, not who takes part.
  private func isWhere(_ actor: AnnotatedText.ActorMention, in range: Range<Int>) -> Bool {
    let start = actor.tokens.lowerBound
    for back in 1...2 where start - back >= range.lowerBound {
      let word = PhraseIndex.withoutArticle(article.text.folded(start - back))
      // «التحالف بقيادة واشنطن»: who leads is told by the name of the led.
      if back == 1, FoldedWord.led.contains(where: { word.elementsEqual($0) }) { return true }
      if word.elementsEqual(FoldedWord.control) || word.dropFirst().elementsEqual(FoldedWord.control) { return true }
    }
    return false
  }
}
