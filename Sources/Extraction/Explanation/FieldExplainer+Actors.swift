internal import ArabicText
internal import Gazetteer
internal import Incidents

/// Who acted and who suffered: the names, what gives them their side, and who takes none.
extension FieldExplainer {
  func initiator(_ record: Record, _ draft: EventDraft) -> FieldExplanation? {
    guard !record.initiator.isEmpty else { return nil }
    var field = FieldExplanation(.initiator, names(record.initiator))
    for use in draft.initiators.prefix(Self.mostWeighed) { add(use, to: &field, record.initiator) }
    if field.steps.isEmpty, record.type == .movement {
      for use in draft.targets.prefix(Self.mostWeighed) { add(use, to: &field, record.initiator) }
      field.notes.append("whoever is named with a movement moves")
    } else if field.steps.isEmpty {
      field.notes.append("barrel bombs and helicopters were those of the government of al-Assad")
    }
    return field
  }

  /// The forces named, else the people hit.
  func target(_ record: Record, _ draft: EventDraft) -> FieldExplanation? {
    guard !record.target.isEmpty else { return nil }
    var field = FieldExplanation(.target, names(record.target))
    for use in draft.targets.prefix(Self.mostWeighed) { add(use, to: &field, record.target) }
    for item in draft.items.prefix(Self.mostWeighed) {
      let victims = item.victims.filter { $0 != .persons }
      if victims.isEmpty { continue }
      field.add(
        FieldExplanation.Step(
          words: quotes.quote(item.tokens), value: names(victims), rules: quotes.rules(of: item)))
    }
    if field.steps.isEmpty {
      for use in draft.peopleHit.prefix(Self.mostWeighed) { add(use, to: &field, record.target) }
    }
    if field.steps.isEmpty { addImplied(record, draft, to: &field) }
    let hasSoldiers = draft.items.contains { $0.victims.contains(.soldiers) }
    if hasSoldiers, !record.target.contains(.soldiers) {
      field.notes.append("soldiers without a named side are the state's")
    }
    return field
  }

  // Who suffered, where no word names them: who holds the place, or whoever was hurt.
  private func addImplied(_ record: Record, _ draft: EventDraft, to field: inout FieldExplanation) {
    if let place = draft.place, let id = place.place?.id,
      let holder = article.holders[id, default: []].first(where: { record.target.contains($0.actor) })
    {
      field.add(
        FieldExplanation.Step(
          words: quotes.quote(place.tokens), value: nil,
          rules: [
            UsedRule(id: "holders:\(id)", cells: quotes.rule(of: "", holder).cells.filter { $0.column != "role" })
          ]))
      field.notes.append("no target is named: who holds the place")
      return
    }
    for item in draft.items.prefix(Self.mostWeighed) where item.value.lower ?? 1 > 0 {
      field.add(
        FieldExplanation.Step(words: quotes.quote(item.tokens), value: nil, rules: quotes.rules(of: item)))
    }
    if !field.steps.isEmpty { field.notes.append("people of whom nothing more is told take no part in fighting") }
    if record.kind == .tally {
      field.notes.append("a part of a sum has the sides of the whole")
    } else if record.target.contains(ActorID(rawValue: "ISIS")) {
      field.notes.append("the article speaks of the organisation, and this side hunts it from the air")
    } else if field.steps.isEmpty {
      field.notes.append("the person spoken of in an attack on persons")
    }
  }

  /// The actors within a draft's words on neither side.
  func bystanders(_ draft: EventDraft) -> [LostChoice] {
    let roles = RoleReader(article: article)
    let sided = Set((draft.initiators + draft.targets).flatMap(\.tokens))
    return article.actors(in: draft.tokens).prefix(Self.mostWeighed).compactMap { actor in
      if actor.tokens.contains(where: sided.contains) { return nil }
      if draft.attribution?.tokens.overlaps(actor.tokens) == true { return nil }
      let reason = roles.isSpeaker(actor, in: draft.tokens) ? "states it" : "the words give it no side"
      return LostChoice(
        words: quotes.quote(actor.tokens), value: actor.meanings.first.map { $0.actor.rawValue }, reasons: [reason])
    }
  }

  private func add(_ use: EventDraft.ActorUse, to field: inout FieldExplanation, _ actors: [ActorID]) {
    // The name may stand within a phrase: «لعناصر تنظيم داعش», "of members of Daesh".
    let name =
      article.actors(in: use.tokens).first { mention in
        mention.meanings.contains { meaning in use.meanings.contains { $0.actor == meaning.actor } }
      }?.rule
    // Of the dated meanings the one that the record took.
    let meaning = use.meanings.first { actors.contains($0.actor) }
    let rows =
      name.map { id in
        meaning.map { [quotes.rule(of: id, $0)] } ?? [UsedRule(id: id)]
      } ?? []
    let side = use.rule.isEmpty || use.rule == name ? [] : [UsedRule(id: use.rule)]
    guard let meaning else {
      let told = use.meanings.map(\.actor.rawValue).joined(separator: " or ")
      return field.lose(
        LostChoice(
          words: quotes.quote(use.tokens), value: told, reasons: ["it stands on the other side, or is named better"]))
    }
    for other in use.meanings where other.actor != meaning.actor {
      let since = other.since.map { " since \($0)" } ?? ""
      let until = other.until.map { " until \($0)" } ?? ""
      field.lost.append(
        LostChoice(words: nil, value: other.actor.rawValue, reasons: ["the words mean it only\(since)\(until)"]))
    }
    let own = actors == [meaning.actor] ? nil : meaning.actor.rawValue
    field.add(FieldExplanation.Step(words: quotes.quote(use.tokens), value: own, rules: rows + side))
  }

  private func names(_ actors: [ActorID]) -> String { actors.map(\.rawValue).joined(separator: ", ") }
}
