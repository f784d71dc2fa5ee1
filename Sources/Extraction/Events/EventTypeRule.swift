internal import ArabicText
internal import Incidents

/// Chooses a draft's type from its triggers: the first strong one, refined by the means.
enum EventTypeRule {
  static func type(of draft: EventDraft) -> EventType {
    let strong = draft.triggers.filter { $0.meaning.strength == .strong }
    let weak = draft.triggers.filter { $0.meaning.strength == .weak }
    let means = draft.triggers.filter { $0.meaning.strength == .means }.map(\.meaning.type)
    let has = { (type: EventType) in strong.contains { $0.meaning.type == type } }
    let bodies = draft.items.contains(where: \.isBody)
    if has(.bodyFound) || means.contains(.bodyFound) && bodies { return .bodyFound }
    if has(.airAssault) { return .airAssault }
    if has(.prisonBreak) { return .prisonBreak }
    guard let first = strong.first(where: { !$0.isDefinite }) ?? strong.first ?? weak.first else {
      if let means = means.first(where: { $0 != .bodyFound && $0 != .armedAttack }) { return means }
      return fromCasualties(draft)
    }
    var type = first.meaning.type
    // «حادثة … وهم يلعبون بقذيفة», "an incident … as they played with a shell": the means tell more than a word for whatever happens.
    if type == .operations, first.meaning.strength == .weak, let means = means.first(where: { $0 != .bodyFound }) {
      return means
    }
    if type == .securityOperation, isDefusing(draft) { return .explosion }
    // «لقي أربعة حتفهم بلغم … أثناء تمشيط محيط الحقل», "four met their death by a mine … while combing the surroundings of the field": what killed them, not
    // what they did.
    if [.securityOperation, .movement].contains(type), first.meaning.form != .verb,
      draft.total(.killed)?.lower ?? 0 > 0,
      let means = draft.triggers.first(where: { $0.meaning.strength == .means && $0.clitics.contains(.beh) }),
      [.explosion, .shelling].contains(means.meaning.type), means.tokens.lowerBound < first.tokens.lowerBound
    {
      return means.meaning.type
    }
    if type == .securityOperation || type == .operations, isStrike(draft) { return .armedAttack }
    switch type {
    case .armedAttack, .clash:
      if has(.abduction), draft.total(.killed) == nil { return .abduction }
      // «اقتحمت … مخيم روج وأوقفت تسع نساء», "stormed Roj camp and arrested nine women"
      if type == .armedAttack, draft.total(.captured) != nil, draft.total(.killed) == nil, isAuthority(draft),
        draft.items.contains(where: { $0.effect == .captured && ($0.value.lower ?? 0) > 0 })
      {
        return .securityOperation
      }
      if type == .clash, has(.armedAttack) { type = .armedAttack }
      if type == .armedAttack {
        if has(.airstrike) || means.contains(.airstrike) || isIsraeli(draft) { return .airstrike }
        if has(.explosion) || means.contains(.explosion) { return .explosion }
        if !means.contains(.armedAttack), has(.shelling) || means.contains(.shelling) { return .shelling }
        if has(.assassination) { return .assassination }
        return isKillingOfOne(draft) ? .assassination : .armedAttack
      }
    // «ألقت مسيّرة قنابل على بيت», "a drone dropped bombs on a house"
    case .explosion
    where first.meaning.form == .verb && first.meaning.subject == .initiator && means.contains(.airstrike):
      return .airstrike
    case .shelling:
      if has(.airstrike) || means.contains(.airstrike) { return .airstrike }
    case .assassination:
      if means.contains(.explosion) || has(.explosion) { return .explosion }
    case .operations:
      if let better = strong.first(where: { $0.meaning.type != .operations }) { return better.meaning.type }
    // «استولوا على القطيع …، وقتلوا ثلاثة رعاة», "seized the flock … and killed three shepherds"
    case .seizure where draft.items.contains { $0.effect == .killed && ($0.value.lower ?? 0) > 0 }: return .armedAttack
    case .securityOperation, .seizure:
      // «داهمت دورية للمخابرات … واقتادت شبانا», "an intelligence patrol raided … and led young men away": who raids openly arrests.
      if has(.abduction), !isAuthority(draft) { return .abduction }
      // «دهم مسلحون من التنظيم بيت …، فقُتل 7», "gunmen of the organisation raided the house of …, and 7 were killed": no police work.
      let isKilling = draft.total(.killed)?.lower ?? 0 > 0 && draft.total(.captured) == nil
      if type == .securityOperation, isKilling, !draft.initiators.isEmpty, !isAuthority(draft) {
        return isKillingOfOne(draft) ? .assassination : .armedAttack
      }
    case .abduction:
      if has(.securityOperation), isAuthority(draft) { return .securityOperation }
    // «دفعت قسد بتعزيزات …، وفرضت حظر تجول», "the SDF sent reinforcements … and imposed a curfew": what the sentence tells first.
    // «توغلت دورية … وداهمت منازل واعتقلت ثلاثة», "a patrol drove into …, raided houses and arrested three": the arrest is the point.
    case .movement where has(.securityOperation) && draft.total(.captured) != nil: return .securityOperation
    case .movement where first.meaning.form == .verb: return .movement
    case .movement:
      if let better = strong.first(where: { $0.meaning.type != .movement && $0.meaning.type != .operations }) {
        return better.meaning.type
      }
    default: break
    }
    return type
  }

  /// «استهدفت إسرائيل دبابات», "Israel struck tanks": it strikes from the air unless something else is told.
  private static func isIsraeli(_ draft: EventDraft) -> Bool {
    draft.initiators.count == 1 && draft.initiators[0].meanings.contains { $0.actor.rawValue == "Israel" }
      && draft.triggers.contains { $0.rule.contains("استهدف") || $0.rule.contains("ضرب") }
      && draft.total(.captured) == nil
  }

  /// «أثناء محاولتهما تفكيك عبوة», "while they tried to defuse a device", with dead: it went off.
  private static func isDefusing(_ draft: EventDraft) -> Bool {
    let strong = draft.triggers.filter { $0.meaning.strength == .strong }
    return draft.items.contains { $0.effect != .captured && ($0.value.lower ?? 0) > 0 }
      && strong.allSatisfy { $0.meaning.type == .securityOperation && $0.meaning.form == .noun }
      && draft.triggers.contains { $0.meaning.type == .explosion }
  }

  /// «عملية ضد قاعدة للاحتلال أسفرت عن مقتل جنديين», "an operation against a base of the occupier killed two soldiers": on an army it is an
  /// attack, not police work.
  private static func isStrike(_ draft: EventDraft) -> Bool {
    let armies: Set<ActorID> = Set(
      [
        "Turkey", "SNA", "SyrianGovernment", "Russia", "US", "SDF", "IranBackedMilitias",
        "SyrianTransitionalGovernment",
      ]
      .map { ActorID(rawValue: $0) })
    guard draft.kind == .incident, draft.total(.captured) == nil, draft.total(.killed)?.lower ?? 0 > 0,
      draft.triggers.allSatisfy({ $0.meaning.form != .verb || $0.meaning.strength != .strong })
    else { return false }
    return draft.targets.contains { use in use.meanings.contains { armies.contains($0.actor) } }
  }

  /// Acts in the open, in land that it holds.
  private static func isAuthority(_ draft: EventDraft) -> Bool {
    let hidden: Set<ActorID> = [.unknown, ActorID(rawValue: "ISIS"), ActorID(rawValue: "TribalFighters")]
    return draft.initiators.contains { use in use.meanings.contains { !hidden.contains($0.actor) } }
  }

  private static func fromCasualties(_ draft: EventDraft) -> EventType {
    if draft.total(.killed) == nil, draft.total(.wounded) == nil, draft.total(.captured) != nil {
      return .securityOperation
    }
    return isKillingOfOne(draft) ? .assassination : .armedAttack
  }

  /// One or two persons shot: «قُتل الشاب … برصاص مجهولين» "the young man … was killed by the bullets of unknown men", «أطلق مسلحان النار على موظف …»
  /// "two gunmen opened fire on an official …". An attack on a post or a convoy, or by an army, is none.
  private static func isKillingOfOne(_ draft: EventDraft) -> Bool {
    let hurt = draft.items.filter { $0.effect != .captured && !$0.value.isVague && $0.value != .exactly(0) }
    guard !hurt.isEmpty, hurt.allSatisfy({ ($0.value.upper ?? 9) <= 2 }), hurt.contains(where: \.isSingle) else {
      return false
    }
    let strong = draft.triggers.filter { $0.meaning.strength == .strong }
    if draft.initiators.contains(where: { $0.meanings.contains { $0.actor == .unknown } }),
      strong.allSatisfy({ isShooting($0) || $0.rule.contains("استهدف") })
    {
      return true
    }
    let armed: Set<ActorID> = [ActorID(rawValue: "ISIS"), ActorID(rawValue: "Unknown")]
    return !strong.isEmpty && strong.allSatisfy(isShooting)
      && draft.initiators.allSatisfy { use in use.meanings.contains { armed.contains($0.actor) } }
  }

  // «أطلق النار», «إطلاق رصاص»: told by the words for firing.
  private static func isShooting(_ trigger: EventDraft.Trigger) -> Bool {
    trigger.meaning.type == .assassination
      || trigger.meaning.type == .armedAttack
        && ["النار", "نار", "الرصاص", "رصاص", "نيران", "النيران"].contains { trigger.rule.hasSuffix($0) }
  }
}
