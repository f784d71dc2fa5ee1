internal import ArabicText
internal import Gazetteer
internal import Incidents

/// Joins what headline, lead, body and update tell of one event, and lends it what the text around it says.
struct EventMerger {
  let article: AnnotatedText

  /// Drafts that stand for one record each, in the order of their evidence.
  func merge(_ drafts: [EventDraft]) -> [EventDraft] {
    var result: [EventDraft] = []
    for draft in drafts {
      if draft.kind == .tally {
        if let index = result.firstIndex(where: { sameTally($0, draft) }) {
          result[index] = joined(result[index], draft)
        } else {
          result.append(draft)
        }
        continue
      }
      if let index = sum(over: draft, in: result) {
        result[index].items += draft.items.filter { item in result[index].total(item.effect) == nil }
        if result[index].dates.isEmpty { result[index].dates = draft.dates }
        continue
      }
      if let index = partner(of: draft, in: result) {
        result[index] = joined(result[index], draft)
      } else {
        result.append(draft)
      }
    }
    // A headline by itself is no record when the body tells the like.
    let body = result.filter { !$0.isHeadline }
    result.removeAll { draft in
      draft.isHeadline
        && body.contains { other in
          let same = draft.total(.killed)?.lower != nil && draft.total(.killed)?.lower == other.total(.killed)?.lower
          let alike = EventFamilies.related(draft.type, [other.type]) || draft.triggers.isEmpty
          guard let x = draft.place?.place, let y = other.place?.place else { return same || alike }
          return same || alike && PlaceRelation.compatible(x, y)
        }
    }
    return result.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// «وذكرت أن الحصيلة شملت توقيف 140 شخصاً» after a sum: its figures belong to the sum told first in that passage.
  private func sum(over draft: EventDraft, in drafts: [EventDraft]) -> Int? {
    guard let last = drafts.last, last.kind == .tally, draft.sentence - last.sentence <= 1, !draft.isOther,
      draft.place == nil,
      draft.items.contains(where: { !$0.value.isVague }),
      !draft.isSum || drafts.allSatisfy({ $0.kind != .tally || !$0.isPeriodTold }),
      draft.triggers.allSatisfy({
        $0.isDefinite || $0.meaning.type == .securityOperation || $0.meaning.strength == .means
      })
    else { return nil }
    if draft.dates.contains(where: {
      $0.span.precision == .day && !$0.isSince && last.dates.contains($0) == false
        && $0.tokens.lowerBound < draft.items[0].tokens.lowerBound
    }) {
      return nil
    }
    var index = drafts.count - 1
    while index > 0, drafts[index - 1].kind == .tally, drafts[index].sentence - drafts[index - 1].sentence <= 1 {
      index -= 1
    }
    return index
  }

  private func sameTally(_ a: EventDraft, _ b: EventDraft) -> Bool {
    guard a.kind == .tally, a.count != nil,
      a.count?.lower == b.count?.lower || b.sentence - a.sentence <= 4 && close(a.count, b.count)
    else { return false }
    guard EventFamilies.related(a.type, [b.type]) else { return false }
    if let x = a.place?.place, let y = b.place?.place, !PlaceRelation.compatible(x, y) { return false }
    return a.sentence != b.sentence
  }

  // «نحو 320» in the lead is «318» in the body.
  private func close(_ a: CountRange?, _ b: CountRange?) -> Bool {
    guard let x = a?.lower, let y = b?.lower, x > 20 else { return false }
    return abs(x - y) * 100 <= max(x, y) * 3
  }

  /// How many drafts back the same event is looked for.
  private static let reach = 40

  private func partner(of draft: EventDraft, in drafts: [EventDraft]) -> Int? {
    var best: (index: Int, score: Double)?
    // A long article tells an event again within some paragraphs, or under its headline.
    var isLast = true
    for (index, other) in drafts.enumerated().reversed() where other.kind == .incident {
      guard index < 3 || drafts.count - index <= Self.reach else { continue }
      let last = isLast
      if other.place != nil || !other.items.isEmpty { isLast = false }
      guard let score = likeness(other, draft, isLast: last) else { continue }
      if score >= 3, score >= best?.score ?? 0 { best = (index, score) }
    }
    return best?.index
  }

  /// How surely two drafts tell one event; nil when they cannot.
  /// - Parameter isLast: no other located or counted event stands between them.
  private func likeness(_ a: EventDraft, _ b: EventDraft, isLast: Bool) -> Double? {
    if b.isOther || b.isSum != a.isSum { return nil }
    guard EventFamilies.related(a.type, [b.type]) || a.triggers.isEmpty || b.triggers.isEmpty else { return nil }
    var score = 0.0
    if let x = a.place?.place, let y = b.place?.place {
      guard PlaceRelation.compatible(x, y) else { return nil }
      score += x.id == y.id ? 1.5 : 1
    }
    let datesA = a.dates.map(\.span)
    let datesB = b.dates.map(\.span)
    let knownA = datesA.filter { $0.start != nil }
    let knownB = datesB.filter { $0.start != nil }
    if !knownA.isEmpty, !knownB.isEmpty {
      guard knownA.contains(where: { x in knownB.contains { x.overlaps($0) } }) else { return nil }
      score += 1
    } else if !datesA.isEmpty, !datesB.isEmpty {
      // Without a publication date the words themselves must agree.
      let words = { (draft: EventDraft) in Set(draft.dates.map { article.text.original($0.tokens) }) }
      if words(a).isDisjoint(with: words(b)), !a.isHeadline { score -= 1.5 }
    }
    for effect in Effect.allCases {
      guard let x = a.total(effect), let y = b.total(effect) else { continue }
      if x.lower == y.lower, !x.isVague {
        score += (x.lower ?? 0) >= 3 ? 2.5 : 1.5
      } else if x.isVague || y.isVague {
        score += 0.3
      } else if b.items.contains(where: \.isUpdate) {
        score += 1
      } else {
        score -= a.isHeadline || b.attribution != nil && b.triggers.isEmpty ? 0.5 : 2
      }
    }
    if a.isHeadline || a.sentence <= 1 && b.sentence <= a.sentence + 3 { score += a.isHeadline ? 2 : 0.7 }
    let main = b.triggers.filter { $0.meaning.strength == .strong }
    if !main.isEmpty, main.allSatisfy(\.isDefinite) { score += isLast ? 2.5 : 1.2 }
    if b.triggers.isEmpty, isLast, b.dates.isEmpty { score += b.sentence == a.lastSentence + 1 ? 3 : 1.5 }
    if b.items.contains(where: \.isUpdate), isLast { score += 1 }
    let sides = [(a.initiators, b.initiators), (a.targets, b.targets)]
    for (x, y) in sides {
      let p = Set(x.flatMap { $0.meanings.map(\.actor) }).subtracting([.unknown])
      let q = Set(y.flatMap { $0.meanings.map(\.actor) }).subtracting([.unknown])
      if p.isEmpty || q.isEmpty { continue }
      score += p.isDisjoint(with: q) ? -1 : 0.7
    }
    if a.type == b.type { score += 0.5 }
    // What follows directly, without a place, time or figure that differs, goes on about the same event.
    let definite = !main.isEmpty && main.allSatisfy(\.isDefinite)
    let gap = b.sentence - a.lastSentence
    let isAccount = b.triggers.isEmpty && b.places.isEmpty && b.attribution != nil
    if isAccount, gap <= 2 {
      // «أما وكالة سانا فتحدثت عن 13 قتيلاً»: another account of the same.
      score += 2.5
    } else if b.isNew, !definite {
      score -= 1.5
    } else if isLast, gap <= 2 {
      score += gap <= 1 ? 1.5 : 1
    }
    if a.place != nil, b.place == nil { score += 0.5 }
    return score
  }

  private func joined(_ a: EventDraft, _ b: EventDraft) -> EventDraft {
    // The first telling gives the evidence, unless a later one says where and has more to it; both give their fields.
    let headline = a.isHeadline && !b.isHeadline
    let better = b.place != nil && fullness(b) > fullness(a)
    let laterWins = headline || better || b.kind == .tally || a.place == nil && b.place != nil
    let main = laterWins ? b : a
    let other = laterWins ? a : b
    var result = main
    for effect in Effect.allCases {
      let mine = main.total(effect)
      let theirs = other.total(effect)
      let updated = b.items.contains { $0.effect == effect && $0.isUpdate } && !laterWins
      if mine == nil || (mine?.isVague ?? false) || updated, theirs != nil {
        result.items.removeAll { $0.effect == effect }
        result.items += other.items.filter { $0.effect == effect }
      }
    }
    span(&result, a, b)
    if !main.triggers.contains(where: { $0.meaning.strength == .strong && !$0.isDefinite }) {
      result.triggers += other.triggers
    }
    result.places += other.places
    if result.dates.isEmpty { result.dates = other.dates }
    if result.initiators.isEmpty { result.initiators = other.initiators }
    if result.targets.isEmpty { result.targets = other.targets } else { result.targets += other.targets }
    result.count = main.count ?? other.count
    if let x = other.count, let y = main.count, x != y, main.kind == .tally { result.count = y }
    result.attribution = main.attribution ?? other.attribution
    result.rules += other.rules
    result.isHeadline = false
    result.lastSentence = max(a.lastSentence, b.lastSentence)
    result.isOther = a.isOther
    return result
  }

  // Figures of two named sources that differ: the span of both.
  private func span(_ result: inout EventDraft, _ a: EventDraft, _ b: EventDraft) {
    guard a.attribution?.name != b.attribution?.name, !a.isHeadline, !b.isHeadline, !b.items.contains(where: \.isUpdate)
    else { return }
    for effect in Effect.allCases {
      guard let p = a.total(effect), let q = b.total(effect), let low = p.lower, let high = p.upper,
        let other = q.lower, q.upper != nil,
        low != other, var item = result.items.first(where: { $0.effect == effect })
      else { continue }
      item.value = CountRange(lower: min(low, other), upper: max(high, other))
      result.items.removeAll { $0.effect == effect }
      result.items.append(item)
    }
  }

  private func fullness(_ draft: EventDraft) -> Int {
    var points = draft.items.filter { !$0.value.isVague }.count * 2
    if draft.place != nil { points += draft.place?.place?.precision == .locality ? 3 : 2 }
    if !draft.dates.isEmpty { points += 1 }
    if !draft.initiators.isEmpty { points += 1 }
    if !draft.targets.isEmpty { points += 1 }
    if draft.isHeadline { points -= 3 }
    if draft.items.contains(where: \.isUpdate) { points += 3 }
    return points
  }
}
