internal import ArabicText
internal import Gazetteer
internal import Incidents
internal import Tables

/// Turns merged drafts into records: decides what is real, inherits time, dates the actors, names the record.
struct RecordWriter {
  let article: AnnotatedText
  let report: Report

  func reading(_ drafts: [EventDraft]) -> Reading {
    var records: [Record] = []
    var before: EventDraft?
    var ordinals: [String: Int] = [:]
    for told in drafts {
      var draft = told.kind == .tally ? completed(told, from: before) : told
      // «تلتها حلب بـ 43 قتيلاً» after a sum: a part of it.
      if let before, isPart(told, of: before) {
        draft = completed(told, from: before)
        draft.kind = .tally
        draft.triggers = before.triggers
      }
      guard let record = record(draft) else { continue }
      if record.kind == .tally { before = draft }
      var named = record
      named.id = id(of: record, &ordinals)
      records.append(named)
    }
    let unresolved = article.places.filter { $0.place == nil && !$0.isForeign }.map { article.text.original($0.tokens) }
    return Reading(records: records, unresolvedPlaces: unresolved)
  }

  private func id(of record: Record, _ ordinals: inout [String: Int]) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add(report.key)
    fingerprint.add(record.kind.rawValue)
    fingerprint.add(TokenizedText(record.evidence.text).letters)
    let stem = fingerprint.hexadecimal
    let ordinal = ordinals[stem, default: 0]
    ordinals[stem] = ordinal + 1
    fingerprint.add(String(ordinal))
    return "r" + String(fingerprint.hexadecimal.prefix(20))
  }

  /// Lends a sub-tally what its tally tells: actors, and the country or region when it names no place of its own.
  private func completed(_ draft: EventDraft, from before: EventDraft?) -> EventDraft {
    guard let before, draft.sentence - before.sentence <= 6 else { return draft }
    var draft = draft
    let known = Set(before.initiators.flatMap { $0.meanings.map(\.actor) })
    let suffers = Set(draft.targets.flatMap { $0.meanings.map(\.actor) })
    // «403 من القوات الحكومية و29 من التنظيم»: who attacks loses people too; alone among the dead he is the target.
    if draft.initiators.isEmpty, suffers.isEmpty || !suffers.isSubset(of: known) {
      draft.initiators = before.initiators
    }
    if draft.targets.isEmpty { draft.targets = before.targets }
    // «39 عملية» after a sum of assassinations are assassinations.
    if draft.triggers.isEmpty || draft.triggers.allSatisfy({ $0.meaning.type == .operations }),
      let kind = before.triggers.first,
      [.assassination, .abduction, .explosion].contains(kind.meaning.type)
    {
      draft.triggers.insert(kind, at: 0)
    }
    if draft.places.isEmpty, let place = before.place, place.place?.precision == .country { draft.places = [place] }
    return draft
  }

  private func isPart(_ draft: EventDraft, of before: EventDraft) -> Bool {
    guard draft.kind == .incident, draft.dates.isEmpty, draft.sentence - before.sentence <= 1,
      draft.items.contains(where: { !$0.value.isVague })
    else {
      return false
    }
    let precision = draft.place?.place?.precision
    return (precision == .governorate || precision == .region) && draft.triggers.isEmpty
  }

  private func record(_ draft: EventDraft) -> Record? {
    let expression = draft.place
    // Wholly abroad is not ours; «في سوريا والعراق» is ours, at no one place.
    if expression == nil, draft.places.contains(where: \.isForeign) { return nil }
    let place = isShared(expression, draft) ? nil : expression?.place
    let date = EventDateRule(article: article, published: report.published).date(of: draft)
    let kind = kind(of: draft, date: date.span, place: place)
    guard isReal(draft, kind: kind, date: date.isStatement ? nil : date.expression, place: expression) else {
      return nil
    }
    let eventDay = date.span.end ?? date.span.start ?? report.published
    let killed = draft.total(.killed) ?? (isAssassinated(draft) ? .exactly(1) : nil)
    let initiator = actors(draft.initiators, on: eventDay)
    var target = actors(draft.targets, on: eventDay)
    for victim in draft.items.flatMap(\.victims) where !target.contains(victim) { target.append(victim) }
    if target.isEmpty { target = actors(draft.peopleHit, on: eventDay) }
    if let index = target.firstIndex(of: .soldiers) {
      target.remove(at: index)
      // «جندي» without a side is the state's; with one it is that side's.
      if target.filter({ $0 != .civilians }).isEmpty { target.insert(army(on: eventDay), at: 0) }
    }
    let fighting = draft.type == .clash
    if !fighting { target.removeAll { initiator.contains($0) && $0 != .unknown } }
    let evidence = evidence(draft)
    var spans: [FieldSpan] = []
    func span(_ field: String, _ tokens: Range<Int>?) {
      if let tokens { spans.append(FieldSpan(field, article.text.scalarRange(tokens))) }
    }
    span("type", draft.triggers.first { $0.meaning.strength == .strong }?.tokens ?? draft.triggers.first?.tokens)
    span("date", date.expression?.tokens)
    span("place", expression?.tokens)
    span("initiator", draft.initiators.first?.tokens)
    span("target", draft.targets.first?.tokens)
    for (effect, name) in [(Effect.killed, "killed"), (.wounded, "wounded"), (.captured, "captured")] {
      span(name, draft.items.first { $0.effect == effect }?.tokens)
    }
    span("count", draft.countTokens)
    span("attribution", draft.attribution?.tokens)
    let rules = Set(
      draft.rules + draft.triggers.map(\.rule) + draft.items.flatMap(\.rules) + (expression?.rules ?? [])
        + (date.expression.map { [$0.rule] } ?? [])
    )
    var also: [String] = []
    for place in expression?.also ?? [] where place.id != expression?.place?.id && !also.contains(place.id) {
      also.append(place.id)
    }
    return Record(
      id: "", kind: kind, type: kind == .tally ? tallyType(draft) : draft.type, time: date.span,
      dateText: date.expression.map { article.text.original($0.tokens) }, place: place,
      placeText: (expression ?? draft.places.first).map { article.text.original($0.tokens) }, also: also,
      initiator: initiator, target: target,
      killed: killed, wounded: draft.total(.wounded), captured: draft.total(.captured), count: draft.count,
      attribution: draft.attribution?.name, spans: spans.sorted { $0.range.lowerBound < $1.range.lowerBound },
      rules: rules.filter { !$0.isEmpty }.sorted(), evidence: evidence,
      source: Record.Source(
        reportID: report.id, title: report.title, url: report.url, publisher: report.publisher,
        published: report.published))
  }

  /// Sums of «عملية» without more are operations, whatever adjective they carry; a named kind keeps its type.
  private func tallyType(_ draft: EventDraft) -> EventType {
    guard draft.count != nil, let counted = draft.triggers.first else { return draft.type }
    if draft.triggers.count > 1, counted.meaning.type == .operations,
      let named = draft.triggers.dropFirst().first(where: { $0.meaning.strength == .strong }),
      named.tokens.lowerBound - counted.tokens.upperBound <= 2, named.meaning.form != .verb
    {
      return named.meaning.type
    }
    let stem = counted.tokens.map { PhraseIndex.withoutArticle(article.text.folded($0)) }.first {
      $0.starts(with: FoldedWord.operation)
    }
    if stem != nil, counted.meaning.type == .securityOperation || counted.meaning.type == .operations {
      return .operations
    }
    return counted.meaning.type
  }

  /// A counted event on one place in one day is an incident with a count; a sum of dead over a period is a tally.
  private func kind(of draft: EventDraft, date: DateSpan, place: ResolvedPlace?) -> RecordKind {
    if draft.kind == .incident, isPlural(draft), Effect.allCases.contains(where: { draft.total($0)?.lower ?? 0 >= 5 }) {
      return .tally
    }
    if draft.kind == .tally {
      let oneDay = date.start == date.end && date.start != nil
      let onePlace = place.map { [.locality, .camp, .area].contains($0.precision) } ?? false
      let strikes = [.airstrike, .shelling, .explosion].contains(draft.triggers.first?.meaning.type)
      return strikes && oneDay && onePlace && draft.places.count <= 1 ? .incident : .tally
    }
    guard let start = date.start, draft.count == nil else { return .incident }
    let long = date.end.map { $0.dayNumber - start.dayNumber >= 5 } ?? true
    let sumsUp = draft.total(.killed) != nil || draft.total(.wounded) != nil || draft.total(.captured) != nil
    let isLong = date.end.map { $0.dayNumber - start.dayNumber >= 20 } ?? true
    let many = Effect.allCases.contains { draft.total($0)?.lower ?? 0 >= 10 }
    if isLong, many, date.precision != .approx,
      !draft.triggers.contains(where: { $0.meaning.strength == .strong && $0.meaning.form == .verb })
    {
      return .tally
    }
    let noDeed = !draft.triggers.contains {
      $0.meaning.strength == .strong && $0.meaning.form != .plural && !$0.isDefinite
    }
    return long && sumsUp && noDeed && date.precision != .approx ? .tally : .incident
  }

  private func isLong(_ date: DateExpression) -> Bool {
    if date.isSince {
      return date.span.start.map { start in (report.published?.dayNumber ?? .max) - start.dayNumber > 31 } ?? true
    }
    guard let start = date.span.start, let end = date.span.end else { return false }
    return end.dayNumber - start.dayNumber > 31
  }

  // The country, named in one breath with another: «في العراق وسوريا».
  private func isShared(_ expression: PlaceExpression?, _ draft: EventDraft) -> Bool {
    guard let expression, expression.place?.precision == .country else { return false }
    return draft.places.contains { other in
      other.isForeign
        && (abs(other.tokens.lowerBound - expression.tokens.upperBound) <= 2
          || abs(expression.tokens.lowerBound - other.tokens.upperBound) <= 2)
    }
  }

  // «عمليات خطف متبادلة طالت 20 شخصاً»
  private func isPlural(_ draft: EventDraft) -> Bool {
    let told = draft.triggers.filter { $0.meaning.strength != .means }
    return !told.isEmpty && told.allSatisfy { $0.meaning.form == .plural && !$0.isDefinite }
  }

  private func isReal(_ draft: EventDraft, kind: RecordKind, date: DateExpression?, place: PlaceExpression?) -> Bool {
    let hasFigure = draft.items.contains { !$0.value.isVague }
    let precision = place?.place?.precision
    // «عمليات لافتة منذ 2019»: deeds of a long time without a figure are no one event.
    if kind == .incident, !hasFigure, let date, isLong(date), draft.type != .territoryChange { return false }
    let hasPlace = precision != nil && precision != .country
    let strong = draft.triggers.filter { $0.meaning.strength == .strong }
    let hasActor = !draft.initiators.isEmpty || !draft.targets.isEmpty
    if kind == .tally { return draft.count != nil || hasFigure }
    let verb = strong.contains { $0.meaning.form == .verb }
    let deed = strong.contains { !$0.isDefinite }
    if isSeries(draft) { return false }
    if hasFigure { return hasPlace || date != nil || !strong.isEmpty }
    if draft.items.contains(where: { $0.value.isVague }), hasPlace, !strong.isEmpty { return true }
    let isLocal = precision == .locality || precision == .camp || precision == .area
    let told = draft.triggers.contains { $0.meaning.strength != .means && !$0.clitics.contains(.pronoun) }
    if told, date?.span.precision == .day, hasPlace, !draft.initiators.isEmpty {
      return true
    }
    if verb { return hasPlace && (hasActor || date != nil || isLocal) || date != nil && hasActor }
    if deed { return hasPlace && (date != nil || hasActor) }
    return false
  }

  private func actors(_ uses: [EventDraft.ActorUse], on day: CalendarDate?) -> [ActorID] {
    var result: [ActorID] = []
    for use in uses {
      let valid = use.meanings.filter { meaning in
        guard let day else { return meaning.until != nil || meaning.since == nil }
        return (meaning.since.map { $0 <= day } ?? true) && (meaning.until.map { $0 >= day } ?? true)
      }
      guard let actor = (valid.first ?? use.meanings.first)?.actor else { continue }
      if !result.contains(actor) { result.append(actor) }
    }
    // «مسلحون مجهولون تابعون للتنظيم»: who is named after all is not unknown.
    if result.count > 1 { result.removeAll { $0 == .unknown } }
    return result
  }

  /// «سلسلة حوادث أودت بحياة أربعة»: the sum of events that the article tells one by one.
  private func isSeries(_ draft: EventDraft) -> Bool {
    !draft.triggers.isEmpty && draft.triggers.allSatisfy { $0.meaning.strength == .weak }
      && draft.triggers.contains { trigger in
        Range.window(max(0, trigger.tokens.lowerBound - 2), trigger.tokens.lowerBound).contains {
          article.discard(at: $0) == .general
        }
      }
  }

  // «اغتال مسلحون مسؤولاً»: the word says that one person died, unless it was an attempt.
  private func isAssassinated(_ draft: EventDraft) -> Bool {
    guard draft.kind == .incident, draft.type == .assassination, draft.total(.wounded) == nil else { return false }
    let told = draft.triggers.filter { $0.meaning.type == .assassination && $0.meaning.strength == .strong }
    return !told.isEmpty && told.allSatisfy { $0.tokens.count == 1 }
  }

  // The government fell on 8 December 2024.
  private func army(on day: CalendarDate?) -> ActorID {
    guard let day, let change = CalendarDate(year: 2024, month: 12, day: 8), day >= change else {
      return ActorID(rawValue: "SyrianGovernment")
    }
    return ActorID(rawValue: "SyrianTransitionalGovernment")
  }

  private func evidence(_ draft: EventDraft) -> Evidence {
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
