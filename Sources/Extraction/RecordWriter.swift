internal import ArabicText
internal import Gazetteer
internal import Incidents
internal import Tables

/// Turns merged drafts into records: decides what is real, inherits time, dates the actors, names the record.
struct RecordWriter {
  let article: AnnotatedText
  let report: Report
  let weights: ConfidenceWeights
  /// Where to note what became of the drafts; nil when nobody asks.
  var trace: ReadingTrace?

  func reading(_ drafts: [EventDraft]) -> Reading {
    var records: [Record] = []
    var before: EventDraft?
    var latest: EventDraft?
    var whole: (sentence: Int, record: Record, isMixed: Bool)?
    var ordinals: [String: Int] = [:]
    var last: EventDraft?
    let parts = drafts.filter(\.isPartOfDead).map(\.tokens)
    for told in drafts {
      var draft = told.kind == .tally ? completed(told, from: told.isPart ? latest ?? before : before) : told
      // «تلتها حلب بـ 43 قتيلاً», "followed by Aleppo with 43 dead", after a sum: a part of it.
      if let before, isPart(told, of: before) {
        draft = completed(told, from: before)
        draft.kind = .tally
        draft.triggers = before.triggers
      }
      let isPlaceless = draft.place == nil && !draft.places.contains(where: \.isForeign)
      let inherited = isPlaceless ? inherited(draft, after: last, besides: parts) : nil
      guard let record = record(draft, inherited: inherited) else { continue }
      if let inherited { draft.places = [inherited] }
      if record.kind == .tally {
        if isWhole(told, beside: before) { before = draft }
        latest = draft
      }
      // A place that was itself inherited is not handed on.
      if draft.place != nil, inherited == nil { last = draft }
      var named = record
      // Of 318 attacks «منها اغتيالات وكمائن» "among them assassinations and ambushes", the 57 in one region are as mixed as the whole.
      if record.kind == .tally, record.type == .armedAttack, let whole, whole.record.type == .operations,
        whole.isMixed, told.sentence - whole.sentence <= 6, !told.isPeriodTold
      {
        named.type = .operations
      }
      // «29 حادثاً في إدلب», "29 incidents in Idlib", after 108 explosions; «و21 في كوباني», "and 21 in Kobani", after 71 drone attacks.
      if record.kind == .tally, let whole, told.sentence - whole.sentence <= 6, !told.isPeriodTold,
        isVague(record, told, besides: whole.record.type)
      {
        named.type = whole.record.type
      }
      // The parts of a sum have its sides: those who suffer are told with the whole.
      if record.kind == .tally, told.targets.isEmpty, let whole, told.sentence - whole.sentence <= 6,
        told.kind == .tally,
        !told.isPeriodTold, !whole.record.target.isEmpty,
        told.isPartOfDead && whole.record.target == [.civilians] || whole.record.initiator == record.initiator
      {
        named.target = whole.record.target
      } else if record.kind == .tally, isWhole(told, beside: before) || whole == nil {
        let counted = told.triggers.first?.meaning.type
        whole = (told.sentence, record, counted == .armedAttack && record.type == .operations)
      }
      named.id = id(of: record, &ordinals)
      records.append(named)
    }
    let unresolved = article.places.filter { $0.place == nil && !$0.isForeign }.map { article.text.original($0.tokens) }
    return Reading(records: records, unresolvedPlaces: unresolved)
  }

  // What tells no place of its own is where the text was: a sum in the governorate or region named last, an event where the one
  // told just before was.
  private func inherited(
    _ draft: EventDraft, after last: EventDraft?, besides parts: [Range<Int>]
  ) -> PlaceExpression? {
    if draft.kind == .tally {
      let wide: Set<PlacePrecision> = [.governorate, .region, .country]
      // A long page is not walked again for each of its sums.
      let before = article.places(in: 0..<draft.tokens.lowerBound).suffix(200).filter {
        place in !place.isForeign && place.place != nil && !parts.contains { $0.overlaps(place.tokens) }
      }
      // Named in the sentences just before, or nowhere but in one governorate was the text until here.
      let start = article.sentences[max(0, draft.sentence - 3)].tokens.lowerBound
      if let named = before.last(where: { !$0.isDirectional && $0.place.map { wide.contains($0.precision) } ?? false }),
        named.tokens.lowerBound >= start
      {
        return named
      }
      let units = Set(before.compactMap { $0.place?.admin1?.pcode })
      guard units.count == 1, var told = before.last(where: { $0.place?.admin1 != nil }),
        let unit = told.place.flatMap(article.gazetteer.governorate)
      else { return nil }
      told.place = unit
      return told
    }
    guard let last, (0...2).contains(draft.sentence - last.sentence) else { return nil }
    return last.place
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
    // «403 من القوات الحكومية و29 من التنظيم», "403 of the government forces and 29 of the organisation": who attacks
    // loses people too; alone among the dead he is the target.
    if draft.initiators.isEmpty, draft.count != nil || suffers.isEmpty || !suffers.isSubset(of: known) {
      draft.initiators = before.initiators
    }
    if draft.targets.isEmpty { draft.targets = before.targets }
    // A part is of the period of the whole.
    let reach = draft.isPartOfDead ? 6 : 3
    if draft.dates.isEmpty, before.isPeriodTold, draft.sentence - before.sentence <= reach {
      draft.dates = before.dates
    }
    // «39 عملية», "39 operations", after a sum of assassinations are assassinations.
    if draft.triggers.isEmpty || draft.triggers.allSatisfy({ $0.meaning.type == .operations }),
      let kind = before.triggers.first,
      [.assassination, .abduction, .explosion].contains(kind.meaning.type)
    {
      draft.triggers.insert(kind, at: 0)
    }
    if draft.places.isEmpty, let place = before.place, place.place?.precision == .country || draft.isPartOfDead {
      draft.places = [place]
    }
    return draft
  }

  /// Tells no kind of deed of its own.
  private func isVague(_ record: Record, _ draft: EventDraft, besides whole: EventType) -> Bool {
    if draft.count == nil { return draft.triggers.allSatisfy { $0.isDefinite } && record.type == .operations }
    return draft.isPart || record.type == .operations && whole == .explosion
  }

  /// A sum that parts after it may belong to, rather than a part among others: it tells its own period, or as many events, or stands apart.
  private func isWhole(_ draft: EventDraft, beside before: EventDraft?) -> Bool {
    guard let before, draft.sentence - before.sentence <= 6 else { return true }
    if draft.isPartOfDead { return false }
    if draft.isPeriodTold { return true }
    guard let count = draft.count?.lower, let whole = before.count?.lower else { return before.count == nil }
    return count >= whole
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

  /// - Parameter inherited: where the text was, for a draft that tells no place; only a place that the draft itself
  ///   names, be it its victim's home, makes an event real.
  private func record(_ draft: EventDraft, inherited: PlaceExpression?) -> Record? {
    let expression = draft.place
    // Wholly abroad is not ours; «في سوريا والعراق», "in Syria and Iraq", is ours, at no one place.
    if expression == nil, draft.places.contains(where: \.isForeign) {
      trace?.drop(draft, .abroad)
      return nil
    }
    let own = isShared(expression, draft) ? nil : expression?.place
    let date = EventDateRule(article: article, published: report.published).date(of: draft)
    let kind = kind(of: draft, date: date.span, place: own)
    // A day lent by the words before makes no event real.
    let isOwn = date.expression.map { draft.kind == .tally || draft.dates.contains($0) } ?? false
    let told = date.isStatement || !isOwn ? nil : date.expression
    guard isReal(draft, kind: kind, date: told, place: expression ?? draft.origin) else {
      trace?.drop(draft, shortcoming(of: draft, kind: kind, date: told, place: expression ?? draft.origin))
      return nil
    }
    var kept = ReadingTrace.Kept(
      draft: draft, date: date.expression, isStatement: date.isStatement, place: expression,
      inherited: own == nil ? inherited : nil)
    let eventDay = date.span.end ?? date.span.start ?? report.published
    let killed = draft.total(.killed) ?? (isAssassinated(draft) ? .exactly(1) : nil)
    var initiator = initiators(draft, on: eventDay, at: own)
    var target = targets(draft, initiator: initiator, on: eventDay)
    // «دخل رتل عسكري تركي», "a Turkish military column drove in": whoever is named with a movement moves.
    if draft.type == .movement {
      if initiator.isEmpty { initiator = target.filter { $0 != .civilians && $0 != .unknown } }
      target = []
    }
    let rules = Set(
      draft.rules + draft.triggers.map(\.rule) + draft.items.flatMap(\.rules) + (expression?.rules ?? [])
        + (own == nil && inherited != nil ? ["frame:place-inherited"] : [])
        + (date.expression.map { [$0.rule] } ?? [])
    )
    var record = Record(
      id: "", kind: kind, type: kind == .tally ? tallyType(draft) : draft.type, time: date.span,
      dateText: date.expression.map { article.text.original($0.tokens) }, place: own ?? inherited?.place,
      placeText: (expression ?? draft.places.first).map { article.text.original($0.tokens) }, also: also(expression),
      initiator: initiator, target: target,
      killed: killed, wounded: draft.total(.wounded), captured: draft.total(.captured), count: draft.count,
      attribution: draft.attribution?.name, spans: spans(draft, date: date.expression, place: expression),
      rules: rules.filter { !$0.isEmpty }.sorted(), evidence: evidence(draft),
      source: Record.Source(
        reportID: report.id, title: report.title, url: report.url, publisher: report.publisher,
        published: report.published))
    kept.features = ConfidenceFeatures(of: record, kept, in: article)
    record.confidence = weights.confidence(of: kept.features)
    trace?.keep(kept)
    return record
  }
}
