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

  /// A clause in which an actor is judged, with the actor named before it.
  struct Scene {
    let range: Range<Int>
    let triggers: [EventDraft.Trigger]
    let items: [CasualtyReader.Item]
    var before: AnnotatedText.ActorMention?
    /// The side of the actor judged last; nil when none was or it has none.
    var beforeSide: Side?
  }

  /// A side with the row or frame that gives it; no side when the words are against every one.
  typealias Finding = (side: Side?, rule: String)

  /// The actors of a clause with their sides, given the triggers and casualties that the clause holds.
  func uses(in range: Range<Int>, triggers: [EventDraft.Trigger], items: [CasualtyReader.Item]) -> [Use] {
    var result: [Use] = []
    var scene = Scene(range: range, triggers: triggers, items: items)
    for actor in article.actors(in: range) {
      defer { scene.before = actor }
      if isSpeaker(actor, in: range) || isWhere(actor, in: range) || isPatron(actor, after: scene.before) { continue }
      // «قصف تركي» "Turkish shelling"; «مسيّرة تركية» "a Turkish drone" is read like any name behind its noun.
      if actor.meanings.allSatisfy({ $0.form == .adjective }), phrase(of: actor, in: range).head == .name {
        if let side = adjectiveSide(actor, in: range) {
          result.append(Use(actor: actor, side: side, rule: "frame:actor-adjective"))
        }
        continue
      }
      scene.beforeSide = result.last?.side
      let (side, rule) = side(of: actor, scene)
      result.append(Use(actor: actor, side: side, rule: rule))
    }
    return result
  }

  /// What stands nearest and tells most goes first.
  private func side(of actor: AnnotatedText.ActorMention, _ scene: Scene) -> Finding {
    let phrase = phrase(of: actor, in: scene.range)
    return neighbour(actor, phrase, scene) ?? fighter(actor, scene) ?? accused(phrase, scene)
      ?? foiler(phrase, scene) ?? governed(phrase, scene) ?? weapon(phrase)
      ?? (phrase.tokens.lowerBound < actor.tokens.lowerBound && phrase.head == .people
        ? beforeVerb(phrase, scene) : nil)
      ?? cue(before: actor.tokens.lowerBound, in: scene.range, scene.triggers)
      ?? killer(actor, scene) ?? victim(actor, scene) ?? beforeVerb(phrase, scene) ?? afterVerb(actor, phrase, scene)
      ?? topic(phrase, scene) ?? (nil, "")
  }

  /// Who states a sentence and speaks of itself: «قالت قسد إنها نفذت …», "the SDF said that it carried out …", acts;
  /// «… إنها فقدت 5 من مقاتليها», "… that it lost 5 of its fighters", suffers.
  func speaker(in sentence: Range<Int>) -> (actor: AnnotatedText.ActorMention, suffers: Bool)? {
    for actor in article.actors(in: sentence)
    where actor.meanings.contains(where: { $0.form == .name }) && isSpeaker(actor, in: sentence) {
      for token in Range.window(actor.tokens.upperBound, min(actor.tokens.upperBound + 25, sentence.upperBound)) {
        if article.text.isWord(token, among: FrameWord.ownLosses) { return (actor, true) }
        if token - actor.tokens.upperBound <= 6, isOwnDeed(token) { return (actor, false) }
        guard article.text.isWord(token, among: FrameWord.itself) else { continue }
        let rest = Range.window(token, min(token + 6, sentence.upperBound))
        return (actor, rest.contains { article.text.isWord($0, among: FrameWord.ownLosses) })
      }
    }
    return nil
  }

  /// «أعلنت وزارة الداخلية توقيف أربعة», "the Interior Ministry announced the arrest of four": of what only forces do, and tell with pride,
  /// the speaker tells its own.
  private func isOwnDeed(_ token: Int) -> Bool {
    let own: Set<EventType> = [.securityOperation, .seizure, .territoryChange, .airAssault]
    let strikes: Set<EventType> = [.airstrike, .shelling, .armedAttack]
    return article.mentions.starting(at: token, of: [.trigger, .casualty]).contains {
      guard !$0.clitics.contains(.article), $0.clitics.isDisjoint(with: [.lam, .kaf]) else { return false }
      switch $0.meaning {
      // «أعلن الجيش الإسرائيلي استهداف مرابض مدفعية», "the Israeli army announced the targeting of artillery positions"
      case .trigger(let trigger):
        return trigger.form.isNoun
          && (own.contains(trigger.type) || strikes.contains(trigger.type) && trigger.subject == .target)
      // «أعلنت وزارة الدفاع تحييد 7 عناصر», "the Defence Ministry announced the neutralising of 7 members"
      case .casualty: return $0.rule.hasSuffix("تحييد")
      default: return false
      }
    }
  }

  /// «لواء القدس الموالي لموسكو», "Liwa al-Quds, which is loyal to Moscow": whom a side is loyal to takes no part; but «مسلحون موالون لقسد», "gunmen
  /// loyal to the SDF", are counted with it.
  private func isPatron(_ actor: AnnotatedText.ActorMention, after before: AnnotatedText.ActorMention?) -> Bool {
    // «بتهمة التعامل مع التحالف», "accused of dealing with the Coalition": it has no part in what befalls them.
    let start = actor.tokens.lowerBound
    if article.text.isWord(start - 1, FrameWord.with), article.text.isWord(start - 2, among: FrameWord.dealing) {
      return true
    }
    guard let before, actor.tokens.lowerBound - before.tokens.upperBound <= 3,
      before.meanings.contains(where: { $0.form == .name && $0.actor != .unknown })
    else { return false }
    let word = actor.tokens.lowerBound - 1
    // «المقرب من إيران», "close to Iran"
    return article.text.isWord(article.text.isWord(word, FrameWord.from) ? word - 1 : word, among: FrameWord.loyal)
  }

  /// «أعلنت قسد» "the SDF announced", «بحسب التحالف» "according to the Coalition": who states is not thereby who
  /// acts.
  func isSpeaker(_ actor: AnnotatedText.ActorMention, in range: Range<Int>) -> Bool {
    let start = actor.tokens.lowerBound
    for back in 1...3 where start - back >= range.lowerBound {
      // «أضاف المرصد أن التنظيم …», "SOHR added that the organisation …": what follows «أن» is no speaker.
      if article.isClauseMark(start - back) || FrameWord.that.matches(article.text.folded(start - back)) { break }
      // «مسلحين يُعتقد أنهم من داعش», "gunmen believed to be of ISIS": nobody speaks.
      if article.text.isWord(start - back, among: FrameWord.belief) { break }
      for mention in article.mentions.starting(at: start - back, of: .saying) {
        if mention.meaning == .sayingVerb || mention.meaning == .sourceMark { return true }
      }
    }
    let end = actor.tokens.upperBound
    for token in Range.window(end, min(end + 2, range.upperBound))
    where article.mentions.starting(at: token, of: .saying).contains(where: { $0.meaning == .sayingVerb }) {
      return true
    }
    return false
  }

  /// «مناطق سيطرة قوات النظام» "areas held by regime forces", «الخاضعة لسيطرة قسد» "under SDF control": where it
  /// happens, not who takes part.
  private func isWhere(_ actor: AnnotatedText.ActorMention, in range: Range<Int>) -> Bool {
    let start = actor.tokens.lowerBound
    for back in 1...2 where start - back >= range.lowerBound {
      let word = PhraseIndex.withoutArticle(article.text.folded(start - back))
      // «التحالف بقيادة واشنطن», "the coalition led by Washington": who leads is told by the name of the led.
      if back == 1, FrameWord.led.contains(where: { $0.matches(word) }) { return true }
      // «المناطق الخاضعة لقوات …» "areas subject to the forces of …", «في مناطق قسد» "in the areas of the SDF"
      if FrameWord.subject.contains(where: { $0.matches(word) }) { return true }
      if back == 1, FrameWord.areas.contains(where: { $0.matches(word) }), start - 2 >= range.lowerBound,
        article.text.isWord(start - 2, among: FrameWord.within)
      {
        return true
      }
      if FrameWord.control.matches(word) || FrameWord.control.matches(word.dropFirst()) { return true }
    }
    return false
  }
}
