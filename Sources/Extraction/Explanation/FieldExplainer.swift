internal import ArabicText
internal import Gazetteer
internal import Incidents

/// Tells the chain from words to the values of a record's fields.
struct FieldExplainer {
  let article: AnnotatedText
  let report: Report
  let quotes: WordQuoter

  /// So many words of a field are weighed against each other; a text without full stops may have thousands.
  static let mostWeighed = 50

  init(article: AnnotatedText, report: Report) {
    self.article = article
    self.report = report
    quotes = WordQuoter(article: article)
  }

  /// The chain of one record.
  /// - Parameters:
  ///   - tellings: the tokens of further drafts that tell the same event.
  ///   - confidence: what speaks for and against it.
  func explanation(
    of record: Record, _ kept: ReadingTrace.Kept, tellings: [Range<Int>], confidence: [ConfidenceReason]
  ) -> RecordExplanation {
    let fields = RecordField.allCases.compactMap { field -> FieldExplanation? in
      switch field {
      case .type: type(record, kept.draft)
      case .date: date(record, kept)
      case .place: place(record, kept)
      case .initiator: initiator(record, kept.draft)
      case .target: target(record, kept.draft)
      case .killed: casualties(.killed, field, record.killed, kept.draft)
      case .wounded: casualties(.wounded, field, record.wounded, kept.draft)
      case .captured: casualties(.captured, field, record.captured, kept.draft)
      case .count: count(record, kept.draft)
      case .attribution: attribution(record, kept.draft)
      }
    }
    return RecordExplanation(
      record: record, fields: fields, tellings: tellings.map(quotes.quote), bystanders: bystanders(kept.draft),
      confidence: confidence)
  }

  /// The words of the deed decide, the means refine it; without either the casualties do.
  private func type(_ record: Record, _ draft: EventDraft) -> FieldExplanation {
    var field = FieldExplanation(.type, record.type.rawValue)
    for trigger in draft.triggers.prefix(Self.mostWeighed) {
      var without = draft
      without.triggers.removeAll { $0.tokens == trigger.tokens }
      let decides = trigger.meaning.type == record.type || without.type != draft.type
      let own = trigger.meaning.type.rawValue
      if decides {
        field.add(
          FieldExplanation.Step(
            words: quotes.quote(trigger.tokens), value: own == record.type.rawValue ? nil : own,
            rules: [quotes.rule(of: trigger)]))
      } else {
        field.lose(
          LostChoice(
            words: quotes.quote(trigger.tokens), value: own,
            reasons: [
              trigger.meaning.strength == .strong
                ? "the other words tell more" : "a \(trigger.meaning.strength.rawValue) word beside others"
            ]))
      }
    }
    if field.steps.isEmpty {
      field.notes.append(
        draft.triggers.isEmpty
          ? "no word names the deed: what befell the people decides" : "the words decide together, none alone")
    }
    return field
  }

  private func date(_ record: Record, _ kept: ReadingTrace.Kept) -> FieldExplanation? {
    guard let told = record.time.edtf else { return nil }
    var field = FieldExplanation(.date, "\(told), \(record.time.precision.rawValue)")
    if let date = kept.date {
      let rows = article.mentions.dateRows(in: date.tokens).map(quotes.rule)
      let own = date.span == record.time ? nil : "\(date.edtf ?? "no day"), \(date.precision.rawValue)"
      field.steps = [
        FieldExplanation.Step(words: quotes.quote(date.tokens), value: own, rules: rows + [UsedRule(id: date.rule)])
      ]
      switch date.basis {
      case .calendar: break
      case .publication:
        if let published = report.published { field.notes.append("counted from the publication on \(published)") }
      case .text: field.notes.append("counted from what the text tells before")
      }
      if kept.isStatement { field.notes.append("the day on which somebody said it, so only about then") }
      let isOwn = kept.draft.dates.contains { $0.tokens == date.tokens }
      if !isOwn { field.notes.append("the period that the text around it speaks of") }
    } else if let published = report.published {
      field.notes.append("no day is told: news of the day of publication, \(published)")
    }
    for other in kept.draft.dates.prefix(Self.mostWeighed) where other.tokens != kept.date?.tokens {
      let reason = other.refusal?.reason ?? "another date tells it as exactly or better"
      field.lose(
        LostChoice(
          words: quotes.quote(other.tokens), value: other.edtf.map { "\($0), \(other.precision.rawValue)" },
          reasons: [reason]))
    }
    return field
  }

  private func count(_ record: Record, _ draft: EventDraft) -> FieldExplanation? {
    guard let count = record.count else { return nil }
    var field = FieldExplanation(.count, count.inWords)
    if let tokens = draft.countTokens {
      let figure = article.figures(in: tokens).first { $0.tokens == tokens }
      field.steps = [
        FieldExplanation.Step(
          words: quotes.quote(tokens), value: nil,
          rules: (figure?.rules ?? []).filter { !$0.isEmpty }.map { UsedRule(id: $0) })
      ]
    }
    return field
  }

  private func attribution(_ record: Record, _ draft: EventDraft) -> FieldExplanation? {
    guard let name = record.attribution else { return nil }
    var field = FieldExplanation(.attribution, name)
    if let tokens = draft.attribution?.tokens {
      let row = article.mentions.starting(at: tokens.lowerBound).first {
        if case .source = $0.meaning { $0.tokens == tokens } else { false }
      }
      field.steps = [
        FieldExplanation.Step(
          words: quotes.quote(tokens), value: nil,
          rules: row.map { [UsedRule(id: $0.rule, cells: [UsedRule.Cell(column: "name", text: name)])] } ?? [])
      ]
    }
    return field
  }

  /// The figures of one effect; those that change nothing when they are taken away were not counted.
  private func casualties(
    _ effect: Effect, _ name: RecordField, _ value: CountRange?, _ draft: EventDraft
  ) -> FieldExplanation? {
    guard let value else { return nil }
    var field = FieldExplanation(name, value.inWords)
    let all = draft.items.indices.filter { draft.items[$0].effect == effect }
    let items = all.prefix(Self.mostWeighed)
    let total = draft.total(effect)
    var counted = items.filter { index in
      var without = draft
      without.items.remove(at: index)
      return without.total(effect) != total
    }
    // Figures told twice with the same value stand for each other.
    if counted.isEmpty, let index = items.last(where: { draft.items[$0].value == total }) ?? items.last {
      counted = [index]
    }
    for index in items {
      let item = draft.items[index]
      if counted.contains(index) {
        field.add(
          FieldExplanation.Step(
            words: quotes.quote(item.tokens), value: item.value == value ? nil : item.value.inWords,
            rules: quotes.rules(of: item)))
      } else {
        field.lose(
          LostChoice(
            words: quotes.quote(item.tokens), value: item.value.inWords,
            reasons: [
              item.value == total
                ? "told twice" : item.value.isVague ? "a figure says it more exactly" : "another figure counts"
            ]))
      }
    }
    if field.steps.count > 1 { field.notes.append("the sum of the figures") }
    if all.count > items.count { field.notes.append("and \(all.count - items.count) figures more") }
    if items.isEmpty {
      field.notes.append("the deed itself says that one person died")
      for trigger in draft.triggers where trigger.meaning.type == .assassination {
        field.add(
          FieldExplanation.Step(words: quotes.quote(trigger.tokens), value: nil, rules: [quotes.rule(of: trigger)]))
      }
    }
    return field
  }
}

extension FieldExplanation {
  init(_ field: RecordField, _ value: String?) {
    self.init(field: field, value: value, steps: [], notes: [], lost: [])
  }

  /// Adds a step; words joined from two tellings may come twice.
  mutating func add(_ step: Step) {
    if !steps.contains(step) { steps.append(step) }
  }

  /// Adds what lost, once.
  mutating func lose(_ choice: LostChoice) {
    if !lost.contains(choice), !steps.contains(where: { $0.words == choice.words }) { lost.append(choice) }
  }
}

extension CountRange {
  /// The figure as people say it.
  var inWords: String {
    switch (lower, upper) {
    case (nil, nil): "some, no number told"
    case (let lower?, nil): "at least \(lower)"
    case (nil, let upper?): "at most \(upper)"
    case (let lower?, let upper?): lower == upper ? "\(lower)" : "\(lower) to \(upper)"
    }
  }
}
