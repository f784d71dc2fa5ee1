internal import ArabicText
internal import Incidents

/// Quotes words of an article and names the rows that stand there.
struct WordQuoter {
  let article: AnnotatedText

  /// The words of some tokens.
  func quote(_ tokens: Range<Int>) -> QuotedWords {
    QuotedWords(text: article.text.original(tokens), range: article.text.scalarRange(tokens))
  }

  /// The row of a trigger; a verb and a noun often have the same letters.
  func rule(of trigger: EventDraft.Trigger) -> UsedRule {
    UsedRule(
      id: trigger.rule,
      cells: [
        UsedRule.Cell(column: "type", text: trigger.meaning.type.rawValue),
        UsedRule.Cell(column: "form", text: trigger.meaning.form.rawValue),
        UsedRule.Cell(column: "subject", text: trigger.meaning.subject.rawValue),
        UsedRule.Cell(column: "strength", text: trigger.meaning.strength.rawValue),
      ])
  }

  /// The row of an actor's name for one of its dated meanings.
  func rule(of id: String, _ meaning: ActorMeaning) -> UsedRule {
    UsedRule(
      id: id,
      cells: [
        UsedRule.Cell(column: "actor", text: meaning.actor.rawValue),
        UsedRule.Cell(column: "role", text: meaning.form.rawValue),
        UsedRule.Cell(column: "since", text: meaning.since?.description ?? ""),
        UsedRule.Cell(column: "until", text: meaning.until?.description ?? ""),
      ])
  }

  /// The row of a word of dates: some stand in the table with several kinds.
  func rule(of mention: Mention) -> UsedRule {
    guard case .date(let kind, let value) = mention.meaning else { return UsedRule(id: mention.rule) }
    return UsedRule(
      id: mention.rule,
      cells: [UsedRule.Cell(column: "kind", text: kind.rawValue), UsedRule.Cell(column: "value", text: value)])
  }

  /// The rules of casualties; of the rows of a word, those of its effect, and of its form as it stands here.
  func rules(of item: CasualtyReader.Item) -> [UsedRule] {
    let end = article.text.tokens.count
    let governor = CasualtyReader(article: article).casualtyWord(at: item.governor, in: .window(item.governor, end))
    return item.rules.filter { !$0.isEmpty }.map { id in
      guard id.hasPrefix("casualties:") else { return UsedRule(id: id) }
      var cells = [UsedRule.Cell(column: "effect", text: item.effect.rawValue)]
      if let governor, governor.rule == id {
        cells.append(UsedRule.Cell(column: "form", text: governor.form.rawValue))
      }
      return UsedRule(id: id, cells: cells)
    }
  }

  /// The tokens of the row that speaks against an event at a token; nil when none does.
  func discardTokens(at token: Int) -> Range<Int>? { discardMention(at: token)?.tokens }

  /// The row that speaks against an event at a token, as a rule.
  func discardRules(at token: Int) -> [UsedRule] {
    guard let mention = discardMention(at: token), case .discard(let kind) = mention.meaning else { return [] }
    return [UsedRule(id: mention.rule, cells: [UsedRule.Cell(column: "kind", text: kind.rawValue)])]
  }

  private func discardMention(at token: Int) -> Mention? {
    // The kind that ``AnnotatedText/discard(at:)`` chooses, in the most words.
    let kind = article.discard(at: token)
    var best: Mention?
    for mention in article.mentions.starting(at: token) {
      guard case .discard(let found) = mention.meaning, found == kind,
        mention.clitics.isDisjoint(with: [.pronoun, .accusative]), mention.tokens.count > best?.tokens.count ?? 0
      else { continue }
      best = mention
    }
    return best
  }
}
