internal import ArabicText
internal import Gazetteer
internal import Incidents

/// Which drafts tell one event.
extension EventMerger {
  /// How many drafts back the same event is looked for.
  private static let reach = 40

  /// The earlier draft that a draft tells again; nil when it tells something new.
  func partner(of draft: EventDraft, in drafts: [EventDraft]) -> Int? {
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

  /// How surely two drafts tell one event; nil when they cannot. The weights were found by moving each by half a point, as long as
  /// more of the articles that rules are made with came out right; articles kept aside had no part in it.
  /// - Parameter isLast: no other located or counted event stands between them.
  private func likeness(_ a: EventDraft, _ b: EventDraft, isLast: Bool) -> Double? {
    if b.isOther || b.isSum != a.isSum { return nil }
    guard EventFamilies.related(a.type, [b.type]) || b.triggers.isEmpty else { return nil }
    // «84 قتيلاً خلال نيسان … 31 منهم في درعا», "84 dead during April … 31 of them in Daraa": sums with other figures are other sums.
    if a.isSum, !b.items.contains(where: \.isUpdate),
      Effect.allCases.contains(where: { differ(a.total($0), b.total($0)) })
    {
      return nil
    }
    // «أرسلت الوزارة أرتالاً … وأحصى المرصد مقتل 938 مدنياً», "the ministry sent columns … SOHR counted 938 civilians killed": hundreds of dead are not of a
    // deed told with none.
    if b.triggers.isEmpty, b.total(.killed)?.lower ?? 0 >= 50, a.total(.killed)?.lower ?? 0 < 10, !a.isHeadline {
      return nil
    }
    // «حوادث … منذ بداية العام، علماً أن شقيقيه لقيا مصرعهما … في 22 أيار», "incidents since the beginning of the year, his two brothers having met
    // their death on 22 May": one day's dead are not the year's.
    if a.isPeriodTold, !b.items.isEmpty, b.dates.contains(where: { $0.span.precision == .day }),
      !a.dates.contains(where: { $0.span.precision == .day })
    {
      return nil
    }
    var score = 0.0
    guard agrees(a, b, &score) else { return nil }
    addFigures(a, b, &score)
    if a.isHeadline || a.sentence <= 1 && b.sentence <= a.sentence + 3 { score += a.isHeadline ? 2 : 0.7 }
    let main = b.triggers.filter { $0.meaning.strength == .strong }
    if !main.isEmpty, main.allSatisfy(\.isDefinite) { score += isLast ? 2 : 1.2 }
    if b.triggers.isEmpty, isLast, b.dates.isEmpty { score += b.sentence == a.lastSentence + 1 ? 3 : 1.5 }
    if b.items.contains(where: \.isUpdate), isLast { score += 1 }
    addSides(a, b, &score)
    if isLast, refersBack(b, to: a) { score += 1.5 }
    if a.type == b.type { score += 1 }
    addSequence(a, b, isLast: isLast, definite: !main.isEmpty && main.allSatisfy(\.isDefinite), &score)
    if a.place != nil, b.place == nil { score += 0.5 }
    // «انفجرت عبوة …، ما أسفر عن إصابة ثلاثة», "a device exploded …, wounding three": another deed with its own victims.
    if a.type != b.type, b.items.contains(where: { !$0.value.isVague && $0.value != .exactly(0) }),
      main.contains(where: { !$0.isDefinite && $0.meaning.form == .verb })
    {
      score -= 1.2
    }
    return score
  }

  /// Speaks of what was told before: «المهاجمون» "the attackers", «العبوة» "the device", «في المنطقة ذاتها» "in the same area", «الحصيلة السابقة»
  /// "the earlier toll".
  private func refersBack(_ draft: EventDraft, to earlier: EventDraft) -> Bool {
    // Elsewhere, or on another day, it is another one.
    if let x = earlier.place?.place, let y = draft.place?.place, x.id != y.id, draft.place?.isAnaphor != true {
      return false
    }
    if !draft.dates.isEmpty, !earlier.dates.isEmpty,
      !draft.dates.contains(where: { date in earlier.dates.contains { $0.span == date.span } })
    {
      return false
    }
    if isToll(draft) { return true }
    let until = min(draft.tokens.upperBound, draft.tokens.lowerBound + 30)
    return (draft.tokens.lowerBound..<until).contains { token in
      guard article.owners[token] != .date else { return false }
      return article.mentions.starting(at: token, of: [.date(.same), .actor, .trigger]).contains { mention in
        switch mention.meaning {
        case .date(.same, let shift):
          shift == "0" && token > draft.tokens.lowerBound && article.owners[token - 1] != .date
        case .actor(let meaning): meaning.actor == .unknown && mention.clitics.contains(.article)
        case .trigger(let trigger):
          trigger.strength == .means && trigger.form == .noun && mention.clitics.contains(.article)
            && mention.tokens.count == 1
            && trigger.type == .explosion
        default: false
        }
      }
    }
  }

  /// «في حصيلة أولى», "in a first toll": figures of an event that was told.
  private func isToll(_ draft: EventDraft) -> Bool {
    guard let item = draft.items.first(where: { !$0.value.isVague }) else { return false }
    return (1...14).contains { back in
      item.tokens.lowerBound - back >= draft.tokens.lowerBound
        && FrameWord.toll.matches(PhraseIndex.withoutArticle(article.text.folded(item.tokens.lowerBound - back)))
    }
  }

  /// Another source on a like event at no other place and time: «في المقابل، نقلت سانا …», "SANA, on the other hand, reported …".
  private func isRival(_ a: EventDraft, _ b: EventDraft) -> Bool {
    guard let name = b.attribution?.name, name != a.attribution?.name, b.sentence - a.lastSentence <= 3 else {
      return false
    }
    guard a.type == b.type || b.triggers.isEmpty else { return false }
    if let x = a.place?.place, let y = b.place?.place, x.id != y.id { return false }
    return b.dates.isEmpty || !a.dates.isEmpty && b.dates.contains { date in a.dates.contains { $0.span == date.span } }
  }

  private func differ(_ a: CountRange?, _ b: CountRange?) -> Bool {
    guard let x = a?.lower, let y = b?.lower else { return false }
    return x != y
  }

  /// Weighs place and time.
  /// - Returns: false when the drafts contradict each other.
  private func agrees(_ a: EventDraft, _ b: EventDraft, _ score: inout Double) -> Bool {
    if let x = a.place?.place, let y = b.place?.place {
      guard PlaceRelation.compatible(x, y) else { return false }
      score += x.id == y.id ? 2 : 1.5
    }
    let datesA = a.dates.map(\.span)
    let datesB = b.dates.map(\.span)
    let knownA = datesA.filter { $0.start != nil }
    let knownB = datesB.filter { $0.start != nil }
    if !knownA.isEmpty, !knownB.isEmpty {
      guard knownA.contains(where: { x in knownB.contains { x.overlaps($0) } }) else { return false }
      score += 1.5
    } else if !datesA.isEmpty, !datesB.isEmpty {
      // Without a publication date the words themselves must agree.
      let words = { (draft: EventDraft) in Set(draft.dates.map { article.text.original($0.tokens) }) }
      if words(a).isDisjoint(with: words(b)), !a.isHeadline { score -= 1.5 }
    }
    return true
  }

  /// Weighs the figures: the same speak for one event, others against it unless they are news of it.
  private func addFigures(_ a: EventDraft, _ b: EventDraft, _ score: inout Double) {
    for effect in Effect.allCases {
      guard let x = a.total(effect), let y = b.total(effect) else { continue }
      if x.lower == y.lower, !x.isVague {
        score += (x.lower ?? 0) >= 3 ? 2.5 : 1.5
      } else if x.isVague || y.isVague {
        score += 0.3
      } else if b.items.contains(where: \.isUpdate) {
        score += 1
      } else {
        // Another account of an event that was told: «اتهمت سانا داعش بالهجوم الذي أودى بأربعة», "SANA accused ISIS of the attack that took four".
        let isAccount =
          b.attribution != nil && b.triggers.allSatisfy { $0.isDefinite || $0.meaning.strength != .strong }
          || isRival(a, b) || refersBack(b, to: a)
        if !a.isHeadline, !isAccount { score -= 2 }
      }
    }
  }

  /// Weighs who acted and who suffered.
  private func addSides(_ a: EventDraft, _ b: EventDraft, _ score: inout Double) {
    let sides = [(a.initiators, b.initiators), (a.targets, b.targets)]
    var alike = 0
    defer { if alike == 2, a.type == b.type, b.place == nil { score += 1 } }
    for (x, y) in sides {
      let p = Set(x.flatMap { $0.meanings.map(\.actor) }).subtracting([.unknown])
      let q = Set(y.flatMap { $0.meanings.map(\.actor) }).subtracting([.unknown])
      if p.isEmpty || q.isEmpty { continue }
      score += p.isDisjoint(with: q) ? -1 : 0.7
      if !p.isDisjoint(with: q) { alike += 1 }
    }
  }

  /// Weighs how the later telling goes on from the earlier.
  private func addSequence(
    _ a: EventDraft, _ b: EventDraft, isLast: Bool, definite: Bool, _ score: inout Double
  ) {
    // What follows directly, without a place, time or figure that differs, goes on about the same event.
    let gap = b.sentence - a.lastSentence
    let isAccount = b.triggers.isEmpty && b.places.isEmpty && b.attribution != nil
    if isAccount, gap <= 2 {
      // «أما وكالة سانا فتحدثت عن 13 قتيلاً», "as for SANA, it spoke of 13 dead": another account of the same.
      score += 2.5
    } else if b.isNew, !definite, !refersBack(b, to: a) {
      score -= 2
    } else if isLast, gap <= 2 {
      score += 1
    }
  }
}
