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
    switch type {
    case .armedAttack, .clash:
      if has(.abduction), draft.total(.killed) == nil { return .abduction }
      if type == .clash, has(.armedAttack) { type = .armedAttack }
      if type == .armedAttack {
        if has(.airstrike) || means.contains(.airstrike) { return .airstrike }
        if has(.explosion) || means.contains(.explosion) { return .explosion }
        if !means.contains(.armedAttack), has(.shelling) || means.contains(.shelling) { return .shelling }
        if has(.assassination) { return .assassination }
        return isKillingOfOne(draft) ? .assassination : .armedAttack
      }
    case .shelling:
      if has(.airstrike) || means.contains(.airstrike) { return .airstrike }
    case .assassination:
      if means.contains(.explosion) || has(.explosion) { return .explosion }
    case .operations:
      if let better = strong.first(where: { $0.meaning.type != .operations }) { return better.meaning.type }
    case .securityOperation, .seizure:
      // «داهمت دورية للمخابرات … واقتادت شبانا», "an intelligence patrol raided … and led young men away": who raids openly arrests.
      if has(.abduction), !isAuthority(draft) { return .abduction }
    case .abduction:
      if has(.securityOperation), isAuthority(draft) { return .securityOperation }
    case .movement:
      if let better = strong.first(where: { $0.meaning.type != .movement && $0.meaning.type != .operations }) {
        return better.meaning.type
      }
    default: break
    }
    return type
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

  /// One or few persons shot by unidentified gunmen: «قُتل الشاب … برصاص مجهولين», "the young man … was killed by the
  /// bullets of unknown men".
  private static func isKillingOfOne(_ draft: EventDraft) -> Bool {
    let hurt = draft.items.filter { $0.effect != .captured && !$0.value.isVague }
    guard !hurt.isEmpty, hurt.allSatisfy({ ($0.value.upper ?? 9) <= 2 }), hurt.contains(where: \.isSingle) else {
      return false
    }
    return draft.initiators.contains { $0.meanings.contains { $0.actor == .unknown } }
  }
}
