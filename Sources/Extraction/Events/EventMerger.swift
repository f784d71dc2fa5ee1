internal import ArabicText
internal import Gazetteer
internal import Incidents

/// Joins what headline, lead, body and update tell of one event, and lends it what the text around it says.
struct EventMerger {
  let article: AnnotatedText
  /// Where to note which drafts were joined; nil when nobody asks.
  var trace: ReadingTrace?

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
        trace?.join(result[index].tokens, draft.tokens, into: result[index].tokens)
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
      guard draft.isHeadline else { return false }
      let told = body.first { other in
        if other.isPartOfDead { return false }
        let same = draft.total(.killed)?.lower != nil && draft.total(.killed)?.lower == other.total(.killed)?.lower
        // «سجلت الشبكة استشهاد 2375 شخصاً في أيلول», "the network recorded the death of 2375 people in September", in a first line as long as a lead: its parts,
        // told below, do not replace the sum.
        let isLead = article.sentences[draft.sentence].isLong
        if isLead, draft.isSum { return same }
        let alike = EventFamilies.related(draft.type, [other.type]) || draft.triggers.isEmpty
        guard let x = draft.place?.place, let y = other.place?.place else { return same || alike }
        // A headline says in few words what the body says: the same deed or the same place is enough.
        return same || alike || PlaceRelation.compatible(x, y)
      }
      if let told { trace?.join(draft.tokens, told.tokens, into: told.tokens, isHeadline: true) }
      return told != nil
    }
    return result.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// «وذكرت أن الحصيلة شملت توقيف 140 شخصاً», "and said that the toll included the arrest of 140 people", after a
  /// sum: its figures belong to the sum told first in that passage.
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
      a.count?.lower == b.count?.lower
        || (a.isHeadline || a.sentence <= 1) && b.sentence - a.sentence <= 4 && close(a.count, b.count)
    else { return false }
    guard EventFamilies.related(a.type, [b.type]) else { return false }
    if let x = a.place?.place, let y = b.place?.place, !PlaceRelation.compatible(x, y) { return false }
    return a.sentence != b.sentence
  }

  // «نحو 320», "some 320", in the lead is «318» in the body.
  private func close(_ a: CountRange?, _ b: CountRange?) -> Bool {
    guard let x = a?.lower, let y = b?.lower, x > 20 else { return false }
    return abs(x - y) * 100 <= max(x, y) * 3
  }

  private func joined(_ a: EventDraft, _ b: EventDraft) -> EventDraft {
    // The first telling gives the evidence, unless a later one says where and has more to it; both give their fields.
    let headline = a.isHeadline && !b.isHeadline
    // «أعلن التنظيم مسؤوليته عن هجوم في الرقة … وكانت خلية قد هاجمت المقر، فقضى ثلاثة», "the organisation claimed an attack in Raqqa … a cell had
    // attacked the building, and three died": the figures tell more than the place.
    let tellsMore = b.place != nil || a.items.isEmpty && b.items.contains { $0.value.lower ?? 0 > 0 }
    let better = tellsMore && fullness(b) > fullness(a)
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
    // The headline of a roundup, «اغتيالات ومداهمات وعبوات» "assassinations, raids and devices", tells the kind of none of them.
    let kinds = Set(other.triggers.filter { $0.meaning.strength != .means }.map(\.meaning.type))
    let isRoundup = other.isHeadline && kinds.count > 1
    if !isRoundup, !main.triggers.contains(where: { $0.meaning.strength == .strong && !$0.isDefinite }) {
      result.triggers += other.triggers
    }
    result.places += other.places
    if result.dates.isEmpty { result.dates = other.dates }
    // «وتبنى التنظيم الهجوم», "the organisation claimed the attack": unknown men are named after all.
    let isUnknown = result.initiators.allSatisfy { use in use.meanings.allSatisfy { $0.actor == .unknown } }
    if isUnknown { result.initiators += other.initiators }
    result.targets += other.targets
    result.count = main.count ?? other.count
    result.attribution = main.attribution ?? other.attribution
    result.rules += other.rules
    result.isHeadline = false
    result.lastSentence = max(a.lastSentence, b.lastSentence)
    result.isOther = a.isOther
    trace?.join(a.tokens, b.tokens, into: result.tokens)
    return result
  }

  // Figures of two named sources that differ: the span of both.
  private func span(_ result: inout EventDraft, _ a: EventDraft, _ b: EventDraft) {
    guard a.attribution?.name != b.attribution?.name, !a.isHeadline, !b.isHeadline,
      !b.items.contains(where: \.isUpdate),
      !a.items.contains(where: \.isUpdate), !a.isSum
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
