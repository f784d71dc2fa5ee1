internal import ArabicText
internal import Incidents

/// The word that governs an actor's phrase and so gives it its side.
extension RoleReader {
  /// The side that the word before a phrase gives it; nil when that word says nothing.
  func governed(_ phrase: ActorPhrase, _ scene: Scene) -> Finding? {
    var end = skipAsides(before: phrase.tokens.lowerBound, in: scene.range)
    // «أطلقه عليه مسلحون», "fired at him by gunmen"
    if end > scene.range.lowerBound + 1, isPronounOfPlace(end - 1) { end -= 1 }
    guard end > scene.range.lowerBound else { return nil }
    // «كمين نصبه فلول النظام لدورية من الأمن», "an ambush that remnants of the regime set for a patrol of the security"; «كمين لداعش» by itself is
    // the ambush of ISIS.
    if phrase.clitics.contains(.lam), scene.triggers.contains(where: { $0.meaning.type == .armedAttack }),
      Range.window(scene.range.lowerBound, end).contains(where: { article.text.isWord($0, among: FrameWord.laying) })
    {
      return (.target, "frame:deed-on")
    }
    if phrase.clitics.contains(.lam), let found = belongingDeed(endingAt: end, scene) { return found }
    if let found = deed(endingAt: end, phrase, scene) { return found }
    if let found = cue(endingAt: end, phrase, scene) { return found }
    if let found = fate(endingAt: end, phrase, scene) { return found }
    return subjectBetween(end, phrase, scene)
  }

  /// Where the governing word ends: dates, and the commas around them, do not part a verb from its subject: «شنّت، فجر اليوم، طائرات
  /// روسية غارات», "at dawn today Russian aircraft carried out raids".
  private func skipAsides(before start: Int, in range: Range<Int>) -> Int {
    var token = start
    var sawDate = false
    while token > range.lowerBound {
      let before = token - 1
      if article.owners[before] == .date {
        sawDate = true
      } else if article.text.tokens[before].kind == .mark {
        let isQuote = PhraseIndex.isTransparent(article.text.tokens[before].scalar)
        let opensDate = before > range.lowerBound && article.owners[before - 1] == .date
        guard isQuote || sawDate || opensDate else { break }
      } else {
        break
      }
      token = before
    }
    return token
  }

  // «عليه» "at him", «عليهم» "at them", «فيها» "in it"
  private func isPronounOfPlace(_ token: Int) -> Bool {
    let word = article.text.folded(token)
    return [1, 2].contains { cut in
      FrameWord.prepositionStems.contains { $0.matches(word.dropLast(cut)) }
    }
  }

  /// The longest row of the wanted kind that ends at a token.
  private func mention(endingAt end: Int, in range: Range<Int>, where wanted: (Mention) -> Bool) -> Mention? {
    var best: Mention?
    for start in stride(from: end - 1, through: max(range.lowerBound, end - 4), by: -1) {
      for mention in article.mentions.starting(at: start)
      where mention.tokens.upperBound == end && wanted(mention) {
        best = mention
        break
      }
    }
    return best
  }

  // «على يد عناصر التنظيم» "at the hands of …", «ضد مواقع قسد» "against positions of …"
  private func cue(endingAt end: Int, _ phrase: ActorPhrase, _ scene: Scene) -> Finding? {
    let found = mention(endingAt: end, in: scene.range) {
      $0.meaning == .role(.initiator) || $0.meaning == .role(.target)
    }
    if let found {
      guard found.meaning == .role(.target) else {
        // «نفذ مسلحون …» acts; «نفذت ضد …» is another row. A verb of doing after its subject leaves its object.
        return (.initiator, found.rule)
      }
      return (.target, found.rule)
    }
    let before = end - 1
    // «هجوم عنيف من التنظيم», "a violent attack by the organisation"
    if article.text.isWord(before, FrameWord.from),
      let deed = scene.triggers.last(where: { $0.tokens.upperBound <= before }), deed.meaning.form != .verb,
      deed.meaning.subject != .target, before - deed.tokens.upperBound <= 3,
      // «إلقاء القبض على خمسة من عناصر التنظيم», "the arrest of five of the members of the organisation"
      article.figures(in: .window(deed.tokens.upperBound, before)).isEmpty,
      phrase.head != .holding
    {
      return (.initiator, "frame:deed-from")
    }
    return nil
  }

  // «غارات لطيران التحالف», "raids of the Coalition's air force"
  private func belongingDeed(endingAt end: Int, _ scene: Scene) -> Finding? {
    guard let deed = scene.triggers.last(where: { $0.tokens.upperBound <= end }), deed.meaning.form != .verb,
      end - deed.tokens.upperBound <= 2
    else { return nil }
    return (deed.meaning.subject == .target ? .target : .initiator, "frame:deed-of")
  }

  // «هجوم التنظيم» "the organisation's attack", «استهداف مواقع قسد» "the targeting of SDF positions", «هاجم عناصر التنظيم» "members of
  // the organisation attacked"
  private func deed(endingAt end: Int, _ phrase: ActorPhrase, _ scene: Scene) -> Finding? {
    guard let trigger = scene.triggers.last(where: { $0.tokens.upperBound == end }) else { return nil }
    let isObject = phrase.head == .holding
    // «انفجرت عبوة بدورية لقسد», "a device exploded by a patrol of the SDF"
    if trigger.meaning.type == .explosion, phrase.clitics.contains(.beh) { return (.target, "frame:verb-object") }
    if trigger.meaning.form != .verb {
      guard phrase.clitics.isDisjoint(with: .preposition) else { return nil }
      // «خطف مسلحون مجهولون ثلاثة رعاة», "unknown gunmen abducted three shepherds": written like «خطف ثلاثة رعاة», "the abduction of three shepherds".
      if hasVictims(trigger.tokens.lowerBound, behind: phrase, scene) { return (.initiator, "frame:killer-subject") }
      // «استهداف طائرة مسيّرة تركية سيارة لقسد», "the striking by a Turkish drone of a car of the SDF": behind the arm stands what it struck.
      if trigger.meaning.subject == .target, phrase.head == .weapon, startsObject(phrase.tokens.upperBound) {
        return (.initiator, "frame:arm-of")
      }
      if trigger.meaning.subject == .target || isObject { return (.target, "frame:deed-on") }
      if trigger.meaning.strength == .means { return nil }
      // «استهدف انفجار دورية لقسد», "an explosion struck a patrol of the SDF"
      if let verb = scene.triggers.last(where: { $0.tokens.upperBound <= trigger.tokens.lowerBound }),
        verb.meaning.form == .verb, verb.tokens.upperBound == trigger.tokens.lowerBound, phrase.head != .name
      {
        return (.target, "frame:verb-object")
      }
      return (.initiator, "frame:deed-of")
    }
    switch trigger.meaning.subject {
    case .none: return nil
    case .target: return (.target, "frame:verb-subject")
    case .initiator:
      if !phrase.clitics.isDisjoint(with: [.beh, .lam]) { return (.target, "frame:verb-object") }
      if isObject || subjectStands(before: trigger.tokens.lowerBound, in: scene.range)
        || deedStands(before: trigger, scene)
      {
        return (.target, "frame:verb-object")
      }
      return (.initiator, "frame:verb-subject")
    }
  }

  // «هجوم استهدف قوات النظام», "an attack struck regime forces": the deed itself is the verb's subject.
  private func deedStands(before verb: EventDraft.Trigger, _ scene: Scene) -> Bool {
    scene.triggers.contains {
      $0.meaning.form != .verb && $0.tokens.upperBound <= verb.tokens.lowerBound
        && verb.tokens.lowerBound - $0.tokens.upperBound <= 6
    }
  }

  // «مروحيات النظام ألقت …» "the regime's helicopters dropped …": an arm strikes unless a word says otherwise.
  func weapon(_ phrase: ActorPhrase) -> Finding? {
    guard phrase.head == .weapon, phrase.clitics.isDisjoint(with: .kaf) else { return nil }
    return (.initiator, "frame:arm-of")
  }

  // «اتهمت «لجان التنسيق» قوات الأمن بتصفيتهم», "the Coordination Committees accused security forces of killing them": the accused acts.
  func accused(_ phrase: ActorPhrase, _ scene: Scene) -> Finding? {
    let start = phrase.tokens.lowerBound
    guard phrase.clitics.isDisjoint(with: .preposition) else { return nil }
    var token = start - 1
    while token >= max(scene.range.lowerBound, start - 10) {
      if article.isClauseMark(token) { return nil }
      if let word = article.mentions.starting(at: token, of: .role).first(where: { $0.meaning == .role(.accusation) }) {
        // The accuser, directly behind the verb, is not the accused.
        let isAccuser =
          article.owners[start] == .actor && word.tokens.upperBound == start && accusedFollows(phrase, scene)
        return isAccuser ? (nil, "") : (.initiator, word.rule)
      }
      token -= 1
    }
    return nil
  }

  private func accusedFollows(_ phrase: ActorPhrase, _ scene: Scene) -> Bool {
    article.actors(in: .window(phrase.tokens.upperBound, min(phrase.tokens.upperBound + 8, scene.range.upperBound)))
      .contains { $0.clitics.isDisjoint(with: .preposition) }
  }

  // «أحبطت قسد هجوماً للتنظيم», "the SDF foiled an attack of the organisation": who foils is whom the deed was meant for.
  func foiler(_ phrase: ActorPhrase, _ scene: Scene) -> Finding? {
    let end = skipAsides(before: phrase.tokens.lowerBound, in: scene.range)
    guard
      let word = mention(endingAt: end, in: scene.range, where: { $0.meaning == .role(.foil) })
        ?? foil(after: phrase.tokens.upperBound, phrase, scene)
    else { return nil }
    return (.target, word.rule)
  }

  // «الدفاع الجوي تصدى لـ …», "air defence beat off …"
  private func foil(after end: Int, _ phrase: ActorPhrase, _ scene: Scene) -> Mention? {
    guard phrase.clitics.isDisjoint(with: .preposition) else { return nil }
    for token in Range.window(end, min(end + 3, scene.range.upperBound)) {
      if let word = article.mentions.starting(at: token, of: .role).first(where: { $0.meaning == .role(.foil) }) {
        return word
      }
    }
    return nil
  }

  // «أطلقت إدارة الأمن العام حملة تمشيط» "the General Security launched a sweep", «التنظيم استهل العام بعمليتين» "the organisation opened the
  // year with two operations": the subject of whatever verb does the deed that the clause tells by a noun.
  func topic(_ phrase: ActorPhrase, _ scene: Scene) -> Finding? {
    guard phrase.head != .holding, phrase.clitics.isDisjoint(with: .preposition), scene.beforeSide == nil,
      let deed = scene.triggers.first(where: { $0.meaning.strength == .strong || $0.meaning.strength == .weak }),
      deed.meaning.form != .verb, deed.tokens.lowerBound >= phrase.tokens.upperBound, !deed.isDefinite,
      deed.meaning.subject != .none
    else { return nil }
    let end = skipAsides(before: phrase.tokens.lowerBound, in: scene.range)
    let first = scene.range.lowerBound
    guard end - first <= 1 || end > first && end - 1 > first && FrameWord.that.matches(article.text.folded(end - 2))
    else { return nil }
    return (.initiator, "frame:subject-of-clause")
  }

  // «مقتل عناصر من قسد» "the killing of members of the SDF", «قُتل 5 من عناصر التنظيم» "5 of the organisation's members were killed";
  // «قتلت قوات النظام 18 مدنياً», "regime forces killed 18 civilians": there the victims come after.
  private func fate(endingAt end: Int, _ phrase: ActorPhrase, _ scene: Scene) -> Finding? {
    guard
      let word = mention(
        endingAt: end, in: scene.range,
        where: {
          if case .casualty = $0.meaning { true } else { false }
        }),
      case .casualty(let casualty) = word.meaning
    else { return nil }
    // «المختار الذي قتله مسلحون», "the mukhtar, whom gunmen killed": the verb has its victim already.
    if casualty.form == .object, phrase.clitics.isDisjoint(with: .preposition) {
      return (.initiator, "frame:killer-subject")
    }
    if hasVictims(word.tokens.lowerBound, behind: phrase, scene) { return (.initiator, "frame:killer-subject") }
    return (.target, "frame:victims-of")
  }

  // «استهدف مسلحون دورية لقسد», "gunmen struck a patrol of the SDF": people stand between the verb and its object.
  private func subjectBetween(_ end: Int, _ phrase: ActorPhrase, _ scene: Scene) -> Finding? {
    guard phrase.clitics.isDisjoint(with: .preposition),
      let verb = scene.triggers.last(where: { $0.meaning.form == .verb && $0.tokens.upperBound <= end }),
      verb.meaning.subject == .initiator, end - verb.tokens.upperBound <= 6, end > verb.tokens.upperBound
    else { return nil }
    let isActor = article.owners[end - 1] == .actor
    let isPeople = article.mentions.starting(at: end - 1, of: .people).contains {
      if case .person = $0.meaning { true } else { false }
    }
    return isActor || isPeople ? (.target, "frame:verb-object") : nil
  }

  /// Whether a verb, or a noun written like one («قتل», «خطف»), has all its victims behind the phrase that follows it, so that the phrase names who
  /// did it.
  private func hasVictims(_ token: Int, behind phrase: ActorPhrase, _ scene: Scene) -> Bool {
    guard phrase.head != .holding, isActiveCasualty(token) else { return false }
    let own = scene.items.filter { $0.governor == token }
    return !own.isEmpty
      && own.allSatisfy {
        $0.tokens.lowerBound >= phrase.tokens.upperBound && !$0.value.isVague
          && !article.isConjoined($0.tokens.lowerBound)
      }
  }

  // A thing or people that a deed may hit, without a preposition.
  private func startsObject(_ token: Int) -> Bool {
    article.mentions.starting(at: token, of: [.role, .people]).contains { mention in
      guard mention.clitics.isDisjoint(with: .preposition), !mention.clitics.contains(.conjunction) else {
        return false
      }
      switch mention.meaning {
      case .role(.holding), .role(.army), .role(.civil), .person: return true
      default: return false
      }
    }
  }
}
