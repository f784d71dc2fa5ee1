internal import ArabicText
internal import Gazetteer
internal import Incidents

/// Fills the fields of a record from its draft.
extension RecordWriter {
  /// Who suffered: the forces named, else the people hit.
  func targets(_ draft: EventDraft, initiator: [ActorID], on day: CalendarDate?) -> [ActorID] {
    var target = actors(draft.targets, on: day, at: draft.place?.place)
    for victim in draft.items.flatMap(\.victims) where !target.contains(victim) && victim != .persons {
      target.append(victim)
    }
    if target.isEmpty { target = actors(draft.peopleHit, on: day).filter { $0 != .persons } }
    if target.isEmpty { target = implied(draft, initiator: initiator, on: day) }
    if let index = target.firstIndex(of: .soldiers) {
      target.remove(at: index)
      // «جندي», "a soldier", without a side is the state's; with one it is that side's.
      if target.filter({ $0 != .civilians }).isEmpty { target.insert(army(on: day), at: 0) }
    }
    let fighting = draft.type == .clash
    if !fighting { target.removeAll { initiator.contains($0) && $0 != .unknown } }
    return target
  }

  /// Who suffered, told by nothing but the place or the people hurt.
  private func implied(_ draft: EventDraft, initiator: [ActorID], on day: CalendarDate?) -> [ActorID] {
    let struck: Set<EventType> = [.armedAttack, .explosion, .shelling, .airstrike, .prisonBreak]
    // «استُهدف حقل كونيكو», "the Conoco field was struck": who holds it is the target.
    if struck.contains(draft.type), let place = draft.place?.place {
      let holders = article.holders[place.id, default: []].filter { day == nil || $0.isValid(on: day) }
      let holder = actors(
        holders.map { EventDraft.ActorUse(meanings: [$0], tokens: 0..<0, rule: "") }, on: day)
      if !holder.isEmpty, Set(holder).isDisjoint(with: initiator) { return holder }
    }
    if isHunt(draft, initiator: initiator) { return [ActorID(rawValue: "ISIS")] }
    if let person = attacked(draft) { return [person] }
    // «قُتل 6 أشخاص بانفجار لغم», "6 people were killed by the explosion of a mine": people of whom nothing more is told take no part.
    let hurt = draft.items.filter { $0.value.lower ?? 1 > 0 && !$0.isBody }
    // «23 حادثة راح ضحيتها 27 شخصاً», "23 incidents took 27 people": of counted deeds, people may be of all sorts.
    if draft.count != nil, tallyType(draft) != .explosion { return [] }
    let unmarked: Set<EventType> = [.explosion, .shelling, .airstrike]
    let isTold = hurt.contains { $0.victims.contains(.persons) }
    return isTold || unmarked.contains(draft.type) && !hurt.isEmpty && hurt.allSatisfy(\.isUnmarked) ? [.civilians] : []
  }

  /// «أكثر من 20 غارة على كهوف في جبل العمور», "more than 20 raids on caves in Jabal al-Amur": who hunts the organisation from the air or by landing, in
  /// an article that speaks of it, strikes it unless something else is told.
  private func isHunt(_ draft: EventDraft, initiator: [ActorID]) -> Bool {
    let hunters = Set(["Coalition", "US", "Russia"].map { ActorID(rawValue: $0) })
    guard !hunters.isDisjoint(with: initiator), [.airstrike, .airAssault, .operations].contains(draft.type) else {
      return false
    }
    // The north-west was bombed for other reasons.
    let others: Set<String> = ["SY07", "SY02", "SY06", "SY03", "SY01"]
    if let unit = draft.place?.place?.admin1?.pcode, others.contains(unit) { return false }
    return article.actors.contains { $0.meanings.contains { $0.actor.rawValue == "ISIS" } }
  }

  /// «نجا رئيس المجلس من محاولة اغتيال», "the head of the council survived an assassination attempt": the person spoken of in an attack on persons.
  private func attacked(_ draft: EventDraft) -> ActorID? {
    guard draft.kind == .incident, [.assassination, .abduction, .execution].contains(draft.type) else { return nil }
    for token in draft.tokens {
      for mention in article.mentions.starting(at: token, of: .people) {
        if case .person(let person) = mention.meaning, let actor = person.actor, actor != .persons,
          person.number == .one
        {
          return actor
        }
      }
    }
    return nil
  }

  /// Where each field was read, in the order of the text.
  func spans(_ draft: EventDraft, date: DateExpression?, place: PlaceExpression?) -> [FieldSpan] {
    var spans: [FieldSpan] = []
    func span(_ field: String, _ tokens: Range<Int>?) {
      if let tokens { spans.append(FieldSpan(field, article.text.scalarRange(tokens))) }
    }
    span("type", draft.triggers.first { $0.meaning.strength == .strong }?.tokens ?? draft.triggers.first?.tokens)
    span("date", date?.tokens)
    span("place", place?.tokens)
    span("initiator", draft.initiators.first?.tokens)
    span("target", draft.targets.first?.tokens)
    for (effect, name) in [(Effect.killed, "killed"), (.wounded, "wounded"), (.captured, "captured")] {
      span(name, draft.items.first { $0.effect == effect }?.tokens)
    }
    span("count", draft.countTokens)
    span("attribution", draft.attribution?.tokens)
    return spans.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The ids of further places told in the same breath, each once.
  func also(_ expression: PlaceExpression?) -> [String] {
    var also: [String] = []
    for place in expression?.also ?? [] where place.id != expression?.place?.id && !also.contains(place.id) {
      also.append(place.id)
    }
    return also
  }

  /// Who acted; barrel bombs, and what was dropped from unnamed helicopters, were those of the government of al-Assad until it fell:
  /// «ألقى الطيران المروحي برميلين متفجرين على حي الصالحين», "helicopters dropped two barrel bombs on al-Salihin quarter".
  func initiators(_ draft: EventDraft, on day: CalendarDate?, at place: ResolvedPlace?) -> [ActorID] {
    let told = actors(draft.initiators, on: day, at: place)
    guard told.isEmpty, draft.type == .airstrike,
      let day, !Self.isAfterFall(day),
      draft.tokens.contains(where: { token in
        FrameWord.barrels.contains { $0.matches(PhraseIndex.withoutArticle(article.text.folded(token))) }
      })
    else { return told }
    return [ActorID(rawValue: "SyrianGovernment")]
  }

  func actors(_ uses: [EventDraft.ActorUse], on day: CalendarDate?, at place: ResolvedPlace? = nil) -> [ActorID] {
    var result: [ActorID] = []
    for use in uses {
      let valid = use.meanings.filter { $0.isValid(on: day) }
      guard let actor = (Self.local(valid, at: place) ?? valid.first ?? use.meanings.first)?.actor else { continue }
      if !result.contains(actor) { result.append(actor) }
    }
    // «مسلحون مجهولون تابعون للتنظيم», "unknown gunmen belonging to the organisation": who is named after all is not
    // unknown.
    if result.count > 1 { result.removeAll { $0 == .unknown } }
    return result
  }

  /// «قوى الأمن الداخلي», "the internal security forces", are of the government or of the Autonomous Administration: of the latter only east of
  /// the Euphrates and in the north-east.
  private static func local(_ meanings: [ActorMeaning], at place: ResolvedPlace?) -> ActorMeaning? {
    guard let unit = place?.admin1?.pcode, let own = meanings.first(where: { $0.actor.rawValue == "Asayish" }),
      let state = meanings.first(where: { $0.actor.rawValue == "SyrianTransitionalGovernment" })
    else { return nil }
    return ["SY08", "SY09", "SY11", "SY02"].contains(unit) ? own : state
  }

  // The government of al-Assad fell on 8 December 2024.
  private static func isAfterFall(_ day: CalendarDate) -> Bool {
    CalendarDate(year: 2024, month: 12, day: 8).map { day >= $0 } ?? false
  }

  private func army(on day: CalendarDate?) -> ActorID {
    guard let day, Self.isAfterFall(day) else {
      return ActorID(rawValue: "SyrianGovernment")
    }
    return ActorID(rawValue: "SyrianTransitionalGovernment")
  }

  func evidence(_ draft: EventDraft) -> Evidence {
    var lower = draft.tokens.lowerBound
    var upper = draft.tokens.upperBound
    while lower < upper - 1, article.text.tokens[lower].kind == .mark || article.text.tokens[lower].kind == .lineBreak {
      lower += 1
    }
    while upper > lower + 1, article.text.tokens[upper - 1].kind == .mark,
      article.isClauseMark(upper - 1) || article.text.tokens[upper - 1].scalar == 0x2E
    { upper -= 1 }
    return Evidence(text: article.text.original(lower..<upper), range: article.text.scalarRange(lower..<upper))
  }
}
