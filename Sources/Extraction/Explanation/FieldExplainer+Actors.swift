internal import ArabicText
internal import Incidents

/// Who acted and who suffered: the names, what gives them their side, and who takes none.
extension FieldExplainer {
  func initiator(_ record: Record, _ draft: EventDraft) -> FieldExplanation? {
    guard !record.initiator.isEmpty else { return nil }
    var field = FieldExplanation(.initiator, names(record.initiator))
    for use in draft.initiators { add(use, to: &field, record.initiator) }
    return field
  }

  /// The forces named, else the people hit.
  func target(_ record: Record, _ draft: EventDraft) -> FieldExplanation? {
    guard !record.target.isEmpty else { return nil }
    var field = FieldExplanation(.target, names(record.target))
    for use in draft.targets { add(use, to: &field, record.target) }
    for item in draft.items where !item.victims.isEmpty {
      field.add(
        FieldExplanation.Step(
          words: quotes.quote(item.tokens), value: names(item.victims), rules: quotes.rules(of: item)))
    }
    if field.steps.isEmpty { for use in draft.peopleHit { add(use, to: &field, record.target) } }
    let hasSoldiers = draft.items.contains { $0.victims.contains(.soldiers) }
    if hasSoldiers, !record.target.contains(.soldiers) {
      field.notes.append("soldiers without a named side are the state's")
    }
    return field
  }

  /// The actors within a draft's words on neither side.
  func bystanders(_ draft: EventDraft) -> [LostChoice] {
    let roles = RoleReader(article: article)
    let sided = draft.initiators + draft.targets
    return article.actors(in: draft.tokens).compactMap { actor in
      if sided.contains(where: { $0.tokens.overlaps(actor.tokens) }) { return nil }
      if draft.attribution?.tokens.overlaps(actor.tokens) == true { return nil }
      let reason = roles.isSpeaker(actor, in: draft.tokens) ? "states it" : "the words give it no side"
      return LostChoice(
        words: quotes.quote(actor.tokens), value: actor.meanings.first.map { $0.actor.rawValue }, reasons: [reason])
    }
  }

  private func add(_ use: EventDraft.ActorUse, to field: inout FieldExplanation, _ actors: [ActorID]) {
    let name = article.actors.first { $0.tokens == use.tokens }?.rule
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
