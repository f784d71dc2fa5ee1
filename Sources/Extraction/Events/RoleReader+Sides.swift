internal import ArabicText
internal import Incidents

/// The frames that give an actor its side.
extension RoleReader {
  /// The side of the actor just named, when this one belongs to it.
  func neighbour(_ actor: AnnotatedText.ActorMention, _ phrase: ActorPhrase, _ scene: Scene) -> Finding? {
    guard let before = scene.before else { return nil }
    let start = actor.tokens.lowerBound
    // «مسلحون يُعتقد أنهم من داعش قتلوا …», "gunmen believed to be of ISIS killed …": one phrase, judged by what follows it.
    if scene.beforeSide == nil, before.meanings.contains(where: { $0.actor == .unknown }),
      start - before.tokens.upperBound <= 6, belongs(before.tokens.upperBound, start)
    {
      var whole = self.phrase(of: before, in: scene.range)
      whole.tokens = whole.tokens.lowerBound..<actor.tokens.upperBound
      if let found = governed(whole, scene) ?? beforeVerb(whole, scene) { return found }
    }
    guard let beforeSide = scene.beforeSide else { return nil }
    // «قسد والتحالف» "the SDF and the Coalition", «قوات النظام وعناصر من حزب الله» "regime forces and members of Hezbollah": joined to the
    // actor just named, it takes the same side.
    if phrase.tokens.lowerBound - before.tokens.upperBound <= 2, phrase.clitics.isDisjoint(with: .preposition),
      article.isConjoined(phrase.tokens.lowerBound)
    {
      return (scene.triggers.contains { $0.meaning.type == .clash } ? .target : beforeSide, "frame:actor-joined")
    }
    // «مسلحون يُعتقد أنهم من داعش», "gunmen believed to be of ISIS": the unknown are named after all.
    if before.meanings.contains(where: { $0.actor == .unknown }), start - before.tokens.upperBound <= 6,
      belongs(before.tokens.upperBound, start)
    {
      return (beforeSide, "frame:unknown-named")
    }
    return nil
  }

  // «اشتباكات بين قوات النظام ومسلحين», "clashes between regime forces and gunmen": both sides fight.
  func fighter(_ actor: AnnotatedText.ActorMention, _ scene: Scene) -> Finding? {
    let start = actor.tokens.lowerBound
    guard
      let fight = scene.triggers.first(where: { $0.meaning.type == .clash && $0.tokens.upperBound <= start }),
      (fight.tokens.upperBound..<start).contains(where: {
        // «بينهم», "between them"
        article.text.isWord($0, FrameWord.between) || FrameWord.between.matches(article.text.folded($0).dropLast(2))
      })
    else { return nil }
    return (scene.beforeSide == nil ? .initiator : .target, "frame:clash-between")
  }

  // «قتلت قوات النظام 18 من هؤلاء», "regime forces killed 18 of these": between the verb and those killed stands who killed.
  func killer(_ actor: AnnotatedText.ActorMention, _ scene: Scene) -> Finding? {
    let (start, end) = (actor.tokens.lowerBound, actor.tokens.upperBound)
    guard actor.clitics.isDisjoint(with: .preposition),
      let item = scene.items.first(where: {
        $0.governor < start && start - $0.governor <= 2 && $0.tokens.lowerBound >= end
      }),
      item.tokens.lowerBound - end <= 4, isActiveCasualty(item.governor), !article.isConjoined(item.tokens.lowerBound),
      !(end..<item.tokens.lowerBound).contains(where: { article.isClauseMark($0) })
    else { return nil }
    return (.initiator, "frame:killer-subject")
  }

  // «مقتل 5 عناصر من قسد», "the killing of 5 members of the SDF"
  func victim(_ actor: AnnotatedText.ActorMention, _ scene: Scene) -> Finding? {
    let start = actor.tokens.lowerBound
    if let item = scene.items.last(where: { $0.governor < start && $0.tokens.lowerBound < start }),
      start - item.tokens.upperBound <= 4, noVerb(item.tokens.upperBound, start)
    {
      return (.target, "frame:victims-of")
    }
    return victimWord(before: start, in: scene.range).map { (.target, $0) }
  }

  // «هاجم التنظيم قوات النظام», "the organisation attacked regime forces": the subject stands next to the verb, the object after it.
  func afterVerb(_ actor: AnnotatedText.ActorMention, _ phrase: ActorPhrase, _ scene: Scene) -> Finding? {
    let start = actor.tokens.lowerBound
    guard let verb = scene.triggers.last(where: { $0.meaning.form == .verb && $0.tokens.upperBound <= start }),
      start - verb.tokens.upperBound <= 14
    else { return nil }
    if verb.meaning.subject == .none { return (nil, "") }
    let subject: Side = verb.meaning.subject == .target ? .target : .initiator
    let isFirst = !article.actors(in: verb.tokens.upperBound..<start).contains {
      !isSpeaker($0, in: scene.range) && $0.meanings.contains { $0.form != .adjective }
    }
    // The unidentified do not suffer by word order alone: «أُطلق عليه الرصاص … مجهولون», "was shot at … unknown men".
    if actor.meanings.contains(where: { $0.actor == .unknown }) {
      return (isFirst ? subject : nil, "frame:verb-subject")
    }
    return (opposite(subject), "frame:verb-object")
  }

  // «داعش نفذ هجوماً», "ISIS carried out an attack": the subject first.
  func beforeVerb(_ phrase: ActorPhrase, _ scene: Scene) -> Finding? {
    guard phrase.clitics.isDisjoint(with: .preposition), opensClause(phrase, scene.range) else { return nil }
    let end = phrase.tokens.upperBound
    // «4 عناصر من قوات النظام قتلوا بكمين لداعش», "4 members of regime forces were killed in an ambush of ISIS"
    if scene.items.contains(where: { $0.tokens.overlaps(phrase.tokens) && $0.governor >= end }) {
      return (.target, "frame:victims-of")
    }
    let verb = scene.triggers.first { $0.meaning.form == .verb && $0.tokens.lowerBound >= end }
    if let verb, verb.tokens.lowerBound - end <= 10, verb.meaning.subject != .none {
      return (verb.meaning.subject == .target ? .target : .initiator, "frame:subject-first")
    }
    if let support = supportVerb(after: end, in: scene.range) { return (.initiator, support) }
    // «عناصر التنظيم قتلوا 5 مدنيين», "members of the organisation killed 5 civilians"
    if let item = scene.items.first(where: { $0.governor >= end && $0.tokens.lowerBound > $0.governor }),
      item.governor - end <= 8, isActiveCasualty(item.governor)
    {
      return (.initiator, "frame:killer-subject")
    }
    return nil
  }

  // A subject before its verb stands at the head of its clause, after «أن» "that" or a connective.
  private func opensClause(_ phrase: ActorPhrase, _ range: Range<Int>) -> Bool {
    var token = phrase.tokens.lowerBound - 1
    while token >= range.lowerBound {
      let isAside = article.owners[token] == .date || article.owners[token] == .place
      let isMark = article.text.tokens[token].kind == .mark
      if article.isClauseMark(token) || FrameWord.that.matches(article.text.folded(token)) { return true }
      if article.text.isWord(token, among: FrameWord.byThat) { return true }
      let isConnective = article.mentions.starting(at: token, of: .connective).contains {
        if case .connective = $0.meaning { true } else { false }
      }
      if isConnective { return true }
      guard isAside || isMark || article.text.isWord(token, among: FrameWord.prepositions) else { return false }
      token -= 1
    }
    return true
  }

  func isActiveCasualty(_ token: Int) -> Bool {
    article.mentions.starting(at: token, of: .casualty).contains {
      if case .casualty(let word) = $0.meaning { word.form == .verb || word.form == .took } else { false }
    }
  }

  // Only words of belonging stand between: «من» "of", «يُرجح أنهم من» "likely of", «تابعون لـ» "belonging to".
  private func belongs(_ from: Int, _ to: Int) -> Bool {
    // «هاجم مجهولون عناصر من تنظيم داعش», "unknown men attacked members of ISIS": the members are others.
    guard from < to,
      article.text.isWord(from, FrameWord.from) || article.text.isWord(from, among: FrameWord.belief)
        || article.text.tokens[from].kind == .mark
        || article.mentions.starting(at: from, of: .role).contains(where: {
          $0.meaning == .role(.targetOf) || $0.meaning == .role(.member)
        })
    else { return false }
    for token in Range.window(from, to) {
      if article.text.isWord(token, FrameWord.from) { return true }
      if article.mentions.starting(at: token, of: .role).contains(where: {
        $0.meaning == .role(.targetOf) || $0.meaning == .role(.member)
      }) {
        return true
      }
    }
    return article.text.folded(to).first == LetterCode.lam
  }

  private func opposite(_ side: Side) -> Side { side == .initiator ? .target : .initiator }

  func subjectStands(before verb: Int, in range: Range<Int>) -> Bool {
    guard verb > range.lowerBound else { return false }
    return article.actors(in: .window(range.lowerBound, verb)).contains {
      $0.tokens.upperBound <= verb && verb - $0.tokens.upperBound <= 5 && $0.clitics.isDisjoint(with: .preposition)
        && !isSpeaker($0, in: range) && $0.meanings.contains { $0.form != .adjective }
    }
  }

  /// A word that gives a side, ending at most four tokens before, nothing but people words between.
  func cue(before start: Int, in range: Range<Int>, _ triggers: [EventDraft.Trigger]) -> Finding? {
    var token = start - 1
    var steps = 0
    while token >= range.lowerBound, steps < 5 {
      if article.isClauseMark(token) || FrameWord.that.matches(article.text.folded(token)) { return nil }
      if article.owners[token] == .actor { return nil }
      var best: Mention?
      for mention in article.mentions.starting(at: token, of: .role) {
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
        case .target, .holding, .army, .civil, .member: return (.target, best.rule)
        case .crew, .weapon, .foil, .accusation: break
        case .targetOf:
          guard hasLam(start) else { break }
          // «نفذته خلايا تابعة للتنظيم», "carried out by cells of the organisation": belonging passes the side of its noun on.
          if isSubject(token - 1, triggers) || isSubject(token - 2, triggers) { return (.initiator, best.rule) }
          return self.cue(before: token, in: range, triggers) ?? (.target, best.rule)
        }
      }
      steps += 1
      token -= 1
    }
    return nil
  }

  // «داهمت دورية للقوات الأمريكية منزلاً», "a patrol of US forces raided a house": what stands directly behind an active verb acts.
  private func isSubject(_ token: Int, _ triggers: [EventDraft.Trigger]) -> Bool {
    triggers.contains { verb in
      // «هجوم استهدف حافلة», "an attack hit a bus": there the deed is the subject.
      verb.meaning.form == .verb && verb.meaning.subject == .initiator && verb.tokens.upperBound == token
        && !triggers.contains {
          $0.meaning.form != .verb && $0.tokens.upperBound <= verb.tokens.lowerBound
            && verb.tokens.lowerBound - $0.tokens.upperBound <= 2
        }
    }
  }

  private func hasLam(_ token: Int) -> Bool { article.text.folded(token).first == LetterCode.lam }

  private func victimWord(before start: Int, in range: Range<Int>) -> String? {
    var token = start - 1
    var steps = 0
    var sawPeople = false
    while token >= range.lowerBound, steps < 8 {
      for mention in article.mentions.starting(at: token, of: [.people, .casualty]) {
        if case .person = mention.meaning { sawPeople = true }
        if case .casualty(let word) = mention.meaning, word.form != .verb || sawPeople { return mention.rule }
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
      for mention in article.mentions.starting(at: token, of: [.role, .trigger]) {
        if case .role(.initiator) = mention.meaning { return false }
        if case .trigger(let trigger) = mention.meaning, trigger.form == .verb { return false }
      }
    }
    return true
  }

  private func supportVerb(after end: Int, in range: Range<Int>) -> String? {
    for token in Range.window(end, min(end + 5, range.upperBound)) {
      for mention in article.mentions.starting(at: token, of: .role) {
        if case .role(.initiator) = mention.meaning, mention.clitics.isDisjoint(with: .preposition),
          article.text.tokens[token].kind == .word
        {
          return mention.rule
        }
      }
    }
    return nil
  }

  // «قصف تركي» "Turkish shelling", «غارة إسرائيلية» "an Israeli raid", «جندي تركي» "a Turkish soldier": the adjective
  // of a deed acts, that of a person suffers.
  func adjectiveSide(_ actor: AnnotatedText.ActorMention, in range: Range<Int>) -> Side? {
    let start = actor.tokens.lowerBound
    for back in 1...3 where start - back >= range.lowerBound {
      for mention in article.mentions.starting(at: start - back, of: [.trigger, .people, .role]) {
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
}
