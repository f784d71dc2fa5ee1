internal import ArabicText
internal import Incidents

/// Finds the words that tell events, leaving out what is denied, planned, threatened, imagined or practised.
struct TriggerReader {
  let article: AnnotatedText

  /// The triggers of a clause in order; a longer phrase hides the words in it.
  func triggers(in range: Range<Int>) -> [EventDraft.Trigger] {
    var result: [EventDraft.Trigger] = []
    var theme: Theme?
    forEachTrigger(in: range) { trigger in
      if discard(of: trigger, in: range, &theme) == nil { result.append(trigger) }
    }
    return result
  }

  // «انفجار تبين أن سببه قصف مسيّرة», "an explosion that turned out to be caused by the strike of a drone": what caused it is the deed.
  func weakenEffects(_ triggers: inout [EventDraft.Trigger]) {
    for index in triggers.indices.dropLast() {
      let cause = triggers[index + 1]
      guard triggers[index].meaning.type == .explosion, triggers[index].meaning.strength != .means,
        [.airstrike, .shelling].contains(cause.meaning.type)
          || cause.meaning.type == .armedAttack
            && triggers[(index + 1)...].contains(where: {
              $0.meaning.type == .airstrike && $0.meaning.strength == .means
            }),
        Range.window(triggers[index].tokens.upperBound, cause.tokens.lowerBound).contains(where: {
          article.text.isWord($0, among: FrameWord.cause) && cause.tokens.lowerBound - $0 <= 3
        })
      else { continue }
      triggers[index].meaning.strength = .means
      if cause.meaning.strength == .means { triggers[index + 1].meaning.strength = .strong }
    }
  }

  /// The words of a clause that would be triggers, were it not for another word; with that word's token.
  func discarded(in range: Range<Int>) -> [(trigger: EventDraft.Trigger, reason: DiscardReason, token: Int)] {
    var result: [(trigger: EventDraft.Trigger, reason: DiscardReason, token: Int)] = []
    var theme: Theme?
    forEachTrigger(in: range) { trigger in
      if let (reason, token) = discard(of: trigger, in: range, &theme) { result.append((trigger, reason, token)) }
    }
    return result
  }

  private func forEachTrigger(in range: Range<Int>, _ body: (EventDraft.Trigger) -> Void) {
    var token = range.lowerBound
    while token < range.upperBound {
      guard article.owners[token] != .date, article.owners[token] != .place, article.owners[token] != .source,
        let trigger = trigger(at: token, in: range),
        article.owners[token] != .actor || trigger.meaning.strength == .means
      else {
        token += 1
        continue
      }
      body(trigger)
      token = trigger.tokens.upperBound
    }
  }

  private func trigger(at token: Int, in range: Range<Int>) -> EventDraft.Trigger? {
    var best: EventDraft.Trigger?
    for mention in article.mentions.starting(at: token, of: .trigger) {
      guard case .trigger(let meaning) = mention.meaning, mention.tokens.upperBound <= range.upperBound else {
        continue
      }
      if meaning.form == .verb {
        // A verb has no article, and a preposition before it makes it a noun.
        if mention.clitics.contains(.article) || !mention.clitics.isDisjoint(with: .preposition) { continue }
        if mention.clitics.contains(.accusative) { continue }
        // «سيطرتهم» is "their control", not «سيطرت» with an object.
        if mention.clitics.contains(.pronoun), endsWithTeh(mention) { continue }
      }
      let isLonger = mention.tokens.count > best?.tokens.count ?? 0
      let isPlainer = mention.tokens.count == best?.tokens.count && prefers(mention, over: best)
      guard isLonger || isPlainer else { continue }
      best = EventDraft.Trigger(
        meaning: meaning, tokens: mention.tokens, clitics: mention.clitics, rule: mention.rule,
        isDefinite: mention.clitics.contains(.article) || mention.clitics.contains(.pronoun))
    }
    return best
  }

  private func endsWithTeh(_ mention: Mention) -> Bool {
    let word = article.text.folded(mention.tokens.upperBound - 1)
    return word.dropLast().last == LetterCode.teh || word.dropLast(2).last == LetterCode.teh
  }

  // «قصف» "shelling; shelled" and «استهداف» "targeting" are verb and noun: after a preposition or a word of doing the
  // noun, else by what follows.
  private func prefers(_ mention: Mention, over best: EventDraft.Trigger?) -> Bool {
    guard let best, case .trigger(let meaning) = mention.meaning else { return false }
    if mention.clitics.rawValue.nonzeroBitCount != best.clitics.rawValue.nonzeroBitCount {
      return mention.clitics.rawValue.nonzeroBitCount < best.clitics.rawValue.nonzeroBitCount
    }
    if meaning.strength != best.meaning.strength { return meaning.strength == .strong }
    return false
  }

  /// The word that makes a clause one about something else, «تدريبات» "training", «فيلم» "a film"; looked for once, however many triggers stand in
  /// the clause.
  private struct Theme {
    var word: (kind: DiscardKind, token: Int)?
  }

  private func theme(of range: Range<Int>) -> Theme {
    for token in range {
      if let kind = article.discard(at: token), kind == .drill || kind == .fiction { return Theme(word: (kind, token)) }
    }
    return Theme(word: nil)
  }

  /// Why a trigger tells no event here, and the token that says so; nil when it tells one.
  private func discard(
    of trigger: EventDraft.Trigger, in range: Range<Int>, _ theme: inout Theme?
  ) -> (reason: DiscardReason, token: Int)? {
    let start = trigger.tokens.lowerBound
    // «حملة تلقيح», "a vaccination drive": a longer row that begins with the word.
    if let longer = article.longestDiscard(at: start), longer.length > trigger.tokens.count,
      longer.kind != .negation, longer.kind != .denial
    {
      return (.word(longer.kind), start)
    }
    var back = start - 1
    var steps = 0
    while back >= range.lowerBound, steps < 6 {
      if let kind = article.discard(at: back) {
        switch kind {
        case .negation: if steps < 3 { return (.word(kind), back) }
        case .future, .threat, .hypothesis, .drill, .fiction, .accident: return (.word(kind), back)
        case .expression: if steps < 2 { return (.word(kind), back) }
        case .general: if steps < 2, trigger.meaning.form != .verb { return (.word(kind), back) }
        case .link, .unreported, .denial, .notOnly: break
        }
      }
      back -= 1
      steps += 1
    }
    // «تدريبات على صد هجوم» "training to repel an attack", «مناورات» "manoeuvres", «فيلم عن …» "a film about …": the
    // whole clause is about something else.
    let known = theme ?? self.theme(of: range)
    theme = known
    if let (kind, token) = known.word { return (.word(kind), token) }
    // «استعادت فرنسا 15 امرأة» "France took back 15 women", «حرّرت فتاة» "freed a girl": land changes hands, people do not.
    if trigger.meaning.type == .territoryChange, let people = people(after: trigger.tokens.upperBound, in: range) {
      return (.word(.expression), people)
    }
    // «انتشال جثة من تحت الأنقاض», "the recovery of a body from under the rubble", is of the strike that was told.
    if trigger.meaning.type == .bodyFound,
      let rubble = Range.window(start, min(start + 7, range.upperBound)).first(where: {
        article.text.isWord($0, among: FrameWord.rubble)
      })
    {
      return (.word(.expression), rubble)
    }
    if let token = article.denial(before: start) { return (.word(.denial), token) }
    if let token = article.warning(before: start) { return (.word(.threat), token) }
    return isImperfectAfterQad(trigger) ? (.word(.hypothesis), trigger.tokens.lowerBound - 1) : nil
  }

  private func people(after end: Int, in range: Range<Int>) -> Int? {
    let near = Range.window(end, min(end + 4, range.upperBound))
    // «سيطر مقاتلو التنظيم على …», "the fighters of the organisation took control of …": they are who takes it.
    if near.contains(where: { article.text.isWord($0, FrameWord.on) }) { return nil }
    for token in near {
      if article.owners[token] == .place || article.isClauseMark(token) { return nil }
      // «سيطرت مرتزقة فاغنر», "the mercenaries of Wagner took control": a force, not people.
      if article.owners[token] == .actor { continue }
      if article.mentions.starting(at: token, of: .people).contains(where: { $0.clitics.isDisjoint(with: .preposition) }
      ) {
        return token
      }
      if case .people = article.figures(in: token..<token + 1).first?.noun { return token }
    }
    return nil
  }

  // «كان … قد تمكن», "had managed", «قد تمكنوا», "have managed", «قد تعرضت», "has come under": perfects that begin with teh as well.
  private func isPerfect(_ token: Int) -> Bool {
    let word = article.text.folded(token)
    if word.last == LetterCode.teh || word.suffix(2).elementsEqual([LetterCode.waw, LetterCode.alef]) { return true }
    return (2...8).contains { back in
      token - back >= 0 && FrameWord.been.contains { $0.matches(article.text.folded(token - back)) }
    }
  }

  // «قد يهاجم», "may attack"; «قد هاجم», "has attacked".
  private func isImperfectAfterQad(_ trigger: EventDraft.Trigger) -> Bool {
    let token = trigger.tokens.lowerBound
    // «من أن أي هجوم جديد سيجبر …», "that any new attack will force …"
    if token > 0, trigger.meaning.form != .verb, article.text.isWord(token - 1, FrameWord.any) { return true }
    guard token > 0, trigger.meaning.form == .verb, let first = article.text.folded(token).first,
      article.text.isWord(token - 1, FrameWord.may)
        || FrameWord.may.matches(article.text.folded(token - 1).dropFirst())
          && article.text.folded(token - 1).first == LetterCode.waw
    else { return false }
    if first == LetterCode.yeh { return true }
    return first == LetterCode.teh && !isPerfect(token)
  }
}
