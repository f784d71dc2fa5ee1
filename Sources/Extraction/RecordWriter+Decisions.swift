internal import ArabicText
internal import Gazetteer
internal import Incidents

/// Decides whether a draft is a record, and of which kind.
extension RecordWriter {
  /// Sums of «عملية» "operation" without more are operations, whatever adjective they carry; a named kind keeps its
  /// type.
  func tallyType(_ draft: EventDraft) -> EventType {
    let means = draft.triggers.filter { $0.meaning.strength == .means }.map(\.meaning.type)
    guard draft.count != nil, let counted = draft.triggers.first else {
      // «مقتل 112 مدنياً في شباط», "the killing of 112 civilians in February": dead without a deed, by whatever means.
      // «عدد الجثث التي وُجدت», "the number of bodies that were found"
      if draft.triggers.allSatisfy({ $0.meaning.type == .bodyFound }), draft.items.contains(where: \.isBody) {
        return .bodyFound
      }
      let told = draft.triggers.contains { $0.meaning.strength != .means && !$0.isDefinite }
      // «عدد ضحايا الغارات», "the number of victims of the raids"
      let named = draft.triggers.first { $0.meaning.strength == .strong && Self.harmful.contains($0.meaning.type) }
      return told ? draft.type : named?.meaning.type ?? means.first { Self.munitions.contains($0) } ?? .operations
    }
    if isMixed(draft) { return .operations }
    if draft.triggers.count > 1, counted.meaning.type == .operations,
      // «تسع عمليات ومحاولات اغتيال», "nine operations and attempts of assassination"
      let named = draft.triggers.dropFirst().first(where: {
        $0.meaning.strength == .strong || $0.meaning.strength == .weak && $0.meaning.type != .operations
      }),
      named.tokens.lowerBound - counted.tokens.upperBound <= 2, named.meaning.form != .verb
    {
      return named.meaning.type
    }
    // «71 هجوماً بالمسيّرات» "71 attacks by drones", «385 حادثاً ناجماً عن ذخائر» "385 incidents caused by ordnance"
    if [.armedAttack, .operations].contains(counted.meaning.type),
      let means = draft.triggers.dropFirst().first(where: {
        // «3 عمليات ضد … بعبوات ناسفة», "3 operations against … by explosive devices"
        let gap = $0.tokens.lowerBound - counted.tokens.upperBound
        return $0.meaning.strength == .means && Self.munitions.contains($0.meaning.type)
          && (gap <= 3 || gap <= 16 && $0.clitics.contains(.beh))
      })
    {
      return means.meaning.type
    }
    let stem = counted.tokens.first {
      PhraseIndex.withoutArticle(article.text.folded($0)).starts(with: FrameWord.operation.letters)
    }
    if let stem, counted.meaning.type == .securityOperation || counted.meaning.type == .operations {
      // «11 عملية مداهمة», "11 raids": the noun behind it tells the kind, an adjective («أمنية» "of security") does not.
      let named = article.mentions.starting(at: stem + 1, of: .trigger).contains {
        if case .trigger(let trigger) = $0.meaning {
          trigger.type == .securityOperation && trigger.strength == .strong
        } else {
          false
        }
      }
      return named ? .securityOperation : .operations
    }
    return counted.meaning.type
  }

  private static let munitions: Set<EventType> = [.airstrike, .explosion, .shelling]
  private static let harmful: Set<EventType> = munitions.union([.armedAttack, .assassination, .execution])

  /// «318 هجوماً، منها اغتيالات وكمائن», "318 attacks, among them assassinations and ambushes": of several kinds.
  private func isMixed(_ draft: EventDraft) -> Bool {
    guard let counted = draft.countTokens else { return false }
    var kinds: Set<EventType> = []
    var isList = false
    for token in Range.window(counted.upperBound, min(counted.upperBound + 20, article.text.tokens.count)) {
      if article.text.tokens[token].kind == .lineBreak || article.text.isMark(token, .dot) { break }
      for mention in article.mentions.starting(at: token, of: [.connective, .trigger]) {
        // «بينها 38 امرأة», "among them 38 women", are victims, no kinds of attack.
        if mention.meaning == .connective(.part) { isList = !article.startsFigure(mention.tokens.upperBound) }
        if mention.meaning == .connective(.plus) { isList = false }
        if isList, case .trigger(let trigger) = mention.meaning, trigger.form != .verb, trigger.strength != .means {
          kinds.insert(trigger.type)
        }
      }
    }
    return kinds.count >= 2
  }

  /// A counted event on one place in one day is an incident with a count; a sum of dead over a period is a tally.
  func kind(of draft: EventDraft, date: DateSpan, place: ResolvedPlace?) -> RecordKind {
    if draft.kind == .incident, isPlural(draft), draft.isPeriodTold,
      Effect.allCases.contains(where: { draft.total($0)?.lower ?? 0 >= 5 })
    {
      return .tally
    }
    if draft.kind == .tally {
      // Without any date too: a strike told as news is of one day.
      let oneDay = date.start == date.end || isNight(date)
      let onePlace =
        place.map {
          [.locality, .camp, .area].contains($0.precision) || $0.precision == .region && $0.uncertaintyKm <= 25
        }
        ?? false
      let strikes = [.airstrike, .shelling, .explosion].contains(draft.triggers.first?.meaning.type)
      return strikes && oneDay && onePlace && draft.places.count <= 1 ? .incident : .tally
    }
    if draft.count == nil, isCounted(draft, place: place) { return .tally }
    // «سقوط 127 قتيلاً أمس في أنحاء البلاد», "the fall of 127 dead yesterday all over the country"
    let isEverywhere = place?.precision == .country && !draft.triggers.contains { $0.meaning.strength == .strong }
    if isEverywhere, draft.total(.killed)?.lower ?? 0 >= 10, draft.count == nil { return .tally }
    if isSpread(draft, over: place) { return .tally }
    guard let start = date.start, draft.count == nil else { return .incident }
    if date.precision == .approx { return .incident }
    // Without an end the span is as long as can be.
    let days = date.end.map { $0.dayNumber - start.dayNumber } ?? .max
    let totals = Effect.allCases.compactMap { draft.total($0) }
    let strong = draft.triggers.filter { $0.meaning.strength == .strong }
    // Of what is told «منذ مطلع العام» "since the beginning of the year", thirty are a sum whatever tells it.
    if days >= 20, totals.contains(where: { $0.lower ?? 0 >= 30 }), draft.type != .territoryChange { return .tally }
    // Of three weeks and more, ten victims are a sum unless a verb tells the deed.
    let isManyInWeeks = days >= 20 && totals.contains { $0.lower ?? 0 >= 10 }
    if isManyInWeeks, !strong.contains(where: { $0.meaning.form == .verb }) { return .tally }
    // Of nearly a week, any victims are a sum when no single deed is told.
    let noDeed = !strong.contains { $0.meaning.form != .plural && !$0.isDefinite }
    return days >= 5 && !totals.isEmpty && noDeed ? .tally : .incident
  }

  /// «أحصى المرصد منذ انطلاق الهجوم مقتل 79 مدنياً», "SOHR counted since the beginning of the offensive the killing of 79 civilians": what is counted
  /// over a time or a wide land is a sum; a hundred dead are one without a day and a town.
  private func isCounted(_ draft: EventDraft, place: ResolvedPlace?) -> Bool {
    guard let killed = draft.total(.killed)?.lower ?? draft.total(.captured)?.lower, killed >= 10 else { return false }
    let item = draft.items.first { ($0.value.lower ?? 0) >= 10 }
    let figure = item?.tokens.lowerBound ?? 0
    let before = Range.window(max(draft.tokens.lowerBound, figure - 25), figure)
    let isWide = place.map { [.governorate, .region, .country].contains($0.precision) } ?? true
    let counts = before.contains { article.text.isWord($0, among: FrameWord.counting) }
    let since = draft.dates.contains(where: \.isSince) || before.contains { article.text.isWord($0, FrameWord.since) }
    let isDay = draft.dates.contains { $0.span.precision == .day && !$0.isUntil } && !since
    if killed >= 100, isWide, !isDay { return true }
    return counts && (since || isWide && !isDay)
  }

  /// «لقي 20 مدنياً مصرعهم الاثنين جراء غارات على محافظة إدلب», "20 civilians died on Monday in raids on Idlib governorate": the dead of several strikes
  /// all over a governorate are a sum.
  private func isSpread(_ draft: EventDraft, over place: ResolvedPlace?) -> Bool {
    guard draft.count == nil, draft.total(.killed)?.lower ?? 0 >= 10, let place,
      [.governorate, .region, .country].contains(place.precision)
    else { return false }
    guard let deed = draft.triggers.first(where: { $0.meaning.strength != .means }) else { return false }
    let isFeminine = article.text.folded(deed.tokens.lowerBound).suffix(2).elementsEqual([
      LetterCode.alef, LetterCode.teh,
    ])
    return deed.meaning.form == .plural || deed.meaning.form == .noun && isFeminine
  }

  // «خلال الساعات الأربع والعشرين الأخيرة», "during the last twenty-four hours"
  private func isNight(_ date: DateSpan) -> Bool {
    guard let start = date.start, let end = date.end else { return false }
    return end.dayNumber - start.dayNumber == 1
  }

  func isLong(_ date: DateExpression) -> Bool {
    if date.isSince {
      guard let start = date.span.start, let published = report.published else { return true }
      return published.dayNumber - start.dayNumber > 31
    }
    guard let start = date.span.start, let end = date.span.end else { return false }
    return end.dayNumber - start.dayNumber > 31
  }

  // The country, named in one breath with another: «في العراق وسوريا», "in Iraq and Syria".
  func isShared(_ expression: PlaceExpression?, _ draft: EventDraft) -> Bool {
    guard let expression, expression.place?.precision == .country else { return false }
    return draft.places.contains { other in
      other.isForeign
        && (abs(other.tokens.lowerBound - expression.tokens.upperBound) <= 2
          || abs(expression.tokens.lowerBound - other.tokens.upperBound) <= 2)
    }
  }

  // «عمليات خطف متبادلة طالت 20 شخصاً», "mutual kidnappings that hit 20 people"
  private func isPlural(_ draft: EventDraft) -> Bool {
    let told = draft.triggers.filter { $0.meaning.strength != .means }
    return !told.isEmpty && told.allSatisfy { $0.meaning.form == .plural && !$0.isDefinite }
  }

  // «هز انفجار حي المزة», "an explosion shook al-Mezzeh": deeds that a settlement alone makes news of.
  private static let tellingDeeds: Set<EventType> = [
    .assassination, .explosion, .abduction, .execution, .bodyFound, .airAssault, .airstrike, .shelling,
    .territoryChange, .movement,
  ]

  func isReal(_ draft: EventDraft, kind: RecordKind, date: DateExpression?, place: PlaceExpression?) -> Bool {
    let hasFigure = draft.items.contains { !$0.value.isVague }
    let precision = place?.place?.precision
    // «عمليات لافتة منذ 2019», "striking operations since 2019": deeds of a long time without a figure are no one
    // event.
    if kind == .incident, !hasFigure, let date, isLong(date), draft.type != .territoryChange { return false }
    let hasPlace = precision != nil && precision != .country
    let strong = draft.triggers.filter { $0.meaning.strength == .strong }
    let hasActor = !draft.initiators.isEmpty || !draft.targets.isEmpty
    if kind == .tally { return draft.count != nil || hasFigure }
    let verb = strong.contains { $0.meaning.form == .verb }
    let deed = strong.contains { !$0.isDefinite }
    if isSeries(draft, date: date) || isHabitual(draft, date: date) { return false }
    if draft.type == .prisonBreak, !tellsOfPrison(draft) { return false }
    if date == nil, draft.items.isEmpty, isRelative(draft) { return false }
    if hasFigure { return hasPlace || date != nil || !strong.isEmpty }
    if draft.items.contains(where: { $0.value.isVague }), hasPlace, !strong.isEmpty { return true }
    let isLocal = precision == .locality || precision == .camp || precision == .area
    let told = draft.triggers.contains { $0.meaning.strength != .means && !$0.clitics.contains(.pronoun) }
    if told, date?.span.precision == .day, hasPlace, !draft.initiators.isEmpty {
      return true
    }
    if verb { return hasPlace && (hasActor || date != nil || isLocal) || date != nil && hasActor }
    if deed {
      return hasPlace
        && (date != nil || hasActor && precision != .region || isLocal && Self.tellingDeeds.contains(draft.type))
    }
    return false
  }

  /// Why a draft that is not real makes no record; the same arguments as for ``isReal(_:kind:date:place:)``.
  func shortcoming(
    of draft: EventDraft, kind: RecordKind, date: DateExpression?, place: PlaceExpression?
  ) -> DiscardReason {
    let hasFigure = draft.items.contains { !$0.value.isVague }
    if kind == .incident, !hasFigure, let date, isLong(date), draft.type != .territoryChange { return .longTime }
    if isSeries(draft, date: date) { return .series }
    if isHabitual(draft, date: date) { return .habit }
    var missing: [DiscardReason.Missing] = []
    if !draft.triggers.contains(where: { $0.meaning.strength == .strong && !$0.isDefinite }) { missing.append(.deed) }
    if place?.place == nil || place?.place?.precision == .country { missing.append(.place) }
    if date == nil { missing.append(.date) }
    if draft.initiators.isEmpty, draft.targets.isEmpty { missing.append(.actor) }
    if !hasFigure { missing.append(.figure) }
    return .tooLittle(missing)
  }

  /// «سلسلة حوادث أودت بحياة أربعة», "a series of incidents that took the lives of four": the sum of events that the
  /// article tells one by one. «وبشكل متكرر أحبطت الشرطة محاولات تهريب», "the police repeatedly foiled smuggling": without
  /// a day or a figure no event either.
  private func isSeries(_ draft: EventDraft, date: DateExpression?) -> Bool {
    let isRepeated = draft.triggers.contains { trigger in
      Range.window(max(0, trigger.tokens.lowerBound - 2), trigger.tokens.lowerBound).contains {
        article.discard(at: $0) == .general
      }
    }
    let isWeak = draft.triggers.allSatisfy { $0.meaning.strength == .weak }
    if isRepeated, isWeak || date == nil && draft.items.isEmpty { return true }
    return isWeak
      && draft.tokens.contains { token in
        FrameWord.series.matches(PhraseIndex.withoutArticle(article.text.folded(token)))
          && draft.items.allSatisfy { $0.governor > token && $0.governor - token <= 8 } && !draft.items.isEmpty
      }
  }

  /// «وتسرق خلايا التنظيم المواشي» "cells of the organisation steal livestock", «ويهاجمون مقاتلي قسد» "and they attack fighters of the SDF": what
  /// is told in the present without a day or a figure is what they do, not what they did. Fighting and shelling that go on are news.
  private func isHabitual(_ draft: EventDraft, date: DateExpression?) -> Bool {
    let goingOn: Set<EventType> = [.clash, .shelling, .airstrike, .movement, .securityOperation]
    guard draft.kind == .incident, !draft.isHeadline, date == nil, draft.items.isEmpty, !goingOn.contains(draft.type)
    else {
      return false
    }
    let told = draft.triggers.filter { $0.meaning.strength != .means && !$0.isDefinite }
    return !told.isEmpty && told.allSatisfy { $0.meaning.form == .verb && isPresent($0) }
  }

  // «يهاجم» "attacks", «تسيطر» "controls"; «تعرض» "came under" begins with the same letter and is past.
  private func isPresent(_ trigger: EventDraft.Trigger) -> Bool {
    let word = article.text.folded(trigger.tokens.lowerBound)
    let stem = trigger.clitics.contains(.conjunction) ? word.dropFirst() : word
    if stem.first == LetterCode.yeh { return true }
    guard stem.first == LetterCode.teh, stem.last != LetterCode.teh else { return false }
    return FrameWord.presentStems.contains { $0.matches(stem.dropFirst()) }
  }

  /// «قادة التنظيم الذين استهدفتهم الولايات المتحدة», "the organisation's leaders whom the United States struck": says who they are.
  private func isRelative(_ draft: EventDraft) -> Bool {
    let told = draft.triggers.filter { $0.meaning.strength == .strong && !$0.isDefinite }
    return !told.isEmpty
      && told.allSatisfy {
        $0.meaning.form == .verb && article.text.isWord($0.tokens.lowerBound - 1, among: FrameWord.relatives)
      }
  }

  /// «سجن», «مخيم», «نزلاء», «محتجزون»: from where else would anybody break out.
  private func tellsOfPrison(_ draft: EventDraft) -> Bool {
    let kinds: Set<PlaceKind> = [.prison, .camp]
    if draft.places.contains(where: { $0.kind.map(kinds.contains) ?? false }) { return true }
    return draft.tokens.contains { token in
      FrameWord.custody.contains { $0.matches(PhraseIndex.withoutArticle(article.text.folded(token))) }
        || article.mentions.starting(at: token, of: .casualty).contains {
          if case .casualty(let word) = $0.meaning { word.effect == .captured && word.form == .counted } else { false }
        }
    }
  }

  // «اغتال مسلحون مسؤولاً», "gunmen assassinated an official": the word says that one person died, unless it was an
  // attempt.
  func isAssassinated(_ draft: EventDraft) -> Bool {
    guard draft.kind == .incident, draft.type == .assassination, draft.total(.wounded) == nil else { return false }
    let told = draft.triggers.filter { $0.meaning.type == .assassination && $0.meaning.strength == .strong }
    return !told.isEmpty && told.allSatisfy { $0.tokens.count == 1 }
  }
}
