internal import ArabicText
internal import Gazetteer
internal import Incidents

/// Finds claims that sum several events: «69 هجوماً الشهر الماضي», "69 attacks last month", with their parts «57 منها
/// في بادية دير الزور، و76 في حمص», "57 of them in the steppe of Deir ez-Zor, and 76 in Homs".
struct TallyReader {
  let article: AnnotatedText

  /// The sums of a sentence, a draft each, in order.
  /// - Parameters:
  ///   - earlier: the sum told last before the sentence, if any stands near.
  ///   - whole: the counted sum told last, however many lines of figures stand between.
  func drafts(
    in sentence: Range<Int>, sentence index: Int, after earlier: EventDraft? = nil, whole: EventDraft? = nil
  ) -> [EventDraft] {
    var result: [EventDraft] = []
    let figures = Array(article.figures(in: sentence))
    for (position, figure) in figures.enumerated() {
      guard
        let trigger = countedEvent(
          figure, sentence: sentence, after: result.last ?? earlier, whole: result.first ?? whole)
      else { continue }
      var draft = EventDraft(tokens: figure.tokens, sentence: index)
      draft.kind = .tally
      draft.count = figure.value
      draft.countTokens = figure.tokens
      draft.triggers =
        trigger
        + TriggerReader(article: article).triggers(
          in: .window(figure.tokens.upperBound, min(figure.tokens.upperBound + 3, sentence.upperBound)))
      draft.rules = figure.rules + ["frame:counted-events"]
      if case .none = figure.noun { draft.isPart = result.last != nil || earlier != nil }
      // «57 هجوماً منها جرت في …», "57 attacks of them took place in …"
      if isOfThem(figure.tokens.upperBound) { draft.isPart = true }
      let next = figures[(position + 1)...].first {
        countedEvent($0, sentence: sentence, after: draft, whole: nil) != nil
      }
      let start = boundary(before: figure.tokens.lowerBound, in: sentence, after: result.last?.tokens.upperBound)
      let end =
        next.map { boundary(before: $0.tokens.lowerBound, in: sentence, after: figure.tokens.upperBound) }
        ?? sentence.upperBound
      draft.tokens = start..<max(end, figure.tokens.upperBound)
      fill(&draft, sentence: sentence, isFirst: result.isEmpty)
      // «منها 61 حالة», "61 cases among them", are persons as the cases of the whole are.
      if draft.items.isEmpty, let whole = result.last?.items.first ?? earlier?.items.first,
        whole.rules.contains("frame:cases-are-persons"), case .none = figure.noun
      {
        draft.items = [
          CasualtyReader.Item(
            effect: whole.effect, value: figure.value, tokens: figure.tokens, victims: whole.victims,
            governor: figure.tokens.lowerBound, rules: ["frame:cases-are-persons"])
        ]
      }
      result.append(draft)
    }
    if result.isEmpty { result = placeSums(in: sentence, sentence: index, figures: figures) }
    // «34 عملية …، بينما نُفذت عمليتان …، وأسفرت هذه الجهود عن مقتل 9», "34 operations …, while two were carried out
    // …, and these efforts led to the killing of 9": the outcome of all stands at the end.
    if result.count > 1, let last = result.last, !last.items.isEmpty, result[0].items.isEmpty, endsWithOutcome(last) {
      result[0].items = last.items
      result[result.count - 1].items = []
    }
    // One event with several strikes is an incident; that is decided when place and time are known.
    return result
  }

  /// «درعا بواقع 188 قتيلاً، تلتها حلب بـ 147», "Daraa with 188 dead, followed by Aleppo with 147": at least two
  /// governorates, each with its dead.
  private func placeSums(in sentence: Range<Int>, sentence index: Int, figures: [AnnotatedText.Figure]) -> [EventDraft]
  {
    let places = article.places(in: sentence).filter { $0.place?.precision == .governorate }
    var result: [EventDraft] = []
    for (position, place) in places.enumerated() {
      let end = position + 1 < places.count ? places[position + 1].tokens.lowerBound : sentence.upperBound
      guard
        let figure = figures.first(where: {
          $0.tokens.lowerBound >= place.tokens.upperBound && $0.tokens.lowerBound < end
            && $0.tokens.lowerBound - place.tokens.upperBound <= 7 && !article.isConjoined($0.tokens.lowerBound)
        })
      else {
        continue
      }
      switch figure.noun {
      case .casualty(.killed), .people, .none: break
      default: continue
      }
      var draft = EventDraft(tokens: place.tokens.lowerBound..<figure.tokens.upperBound, sentence: index)
      draft.kind = .tally
      draft.places = [place]
      draft.items = [
        CasualtyReader.Item(
          effect: .killed, value: figure.value, tokens: figure.tokens, governor: figure.tokens.lowerBound,
          rules: figure.rules + ["frame:place-sum"])
      ]
      draft.rules = ["frame:place-sum"]
      result.append(draft)
    }
    return result.count >= 2 ? result : []
  }

  // A clause of outcome with «هذه»: "these efforts led to".
  private func endsWithOutcome(_ draft: EventDraft) -> Bool {
    guard let first = draft.items.first else { return false }
    for token in Range.window(draft.countTokens?.upperBound ?? draft.tokens.lowerBound, first.tokens.lowerBound) {
      if article.mentions.starting(at: token, of: .date(.current)).contains(where: {
        $0.meaning == .date(.current, "0") && !$0.clitics.contains(.article)
      }) {
        return true
      }
    }
    return false
  }

  /// True when the sums leave nothing else of the sentence to read.
  func fillsSentence(_ drafts: [EventDraft], _ sentence: Range<Int>) -> Bool {
    guard let first = drafts.first, let last = drafts.last else { return false }
    return first.tokens.lowerBound - sentence.lowerBound < 25 && sentence.upperBound - last.tokens.upperBound < 3
  }

  // «34 عملية» "34 operations", «عمليتان» "two operations"; in a list after one also «و76 في حمص» "and 76 in Homs".
  private func countedEvent(
    _ figure: AnnotatedText.Figure, sentence: Range<Int>, after previous: EventDraft?, whole: EventDraft?
  ) -> [EventDraft.Trigger]? {
    switch figure.noun {
    case .event(let meaning):
      // «تسع قذائف», "nine shells", are munitions of one shelling.
      guard meaning.strength != .means else { return nil }
      guard (figure.value.lower ?? 2) >= 2 || figure.value.isVague else { return nil }
      if isOrdinal(figure) { return nil }
      if figure.value.isVague, meaning.form != .plural || !isCountedVaguely(figure) { return nil }
      let counted = EventDraft.Trigger(
        meaning: meaning, tokens: figure.tokens, clitics: [], rule: figure.rules.last ?? "", isDefinite: false)
      return [named(counted, figure, sentence: sentence, whole: whole)]
    case .none:
      if isOrdinal(figure) { return nil }
      if let trigger = nounBefore(figure, sentence: sentence) { return [trigger] }
      guard let previous, previous.countTokens != nil else { return nil }
      let isNear = figure.tokens.lowerBound - (previous.countTokens?.upperBound ?? 0) < 40
      guard figure.value.lower ?? 0 >= 2 else { return nil }
      // «46 منها بمشاركة التحالف», "46 of them with the Coalition's part"
      let isPart = isOfThem(figure.tokens.upperBound) || isAmongThem(figure)
      let isHere = sentence.contains(previous.countTokens?.lowerBound ?? -1)
      let end = figure.tokens.upperBound
      guard
        isPart || isNear && isHere && isFollowedByPlace(end, in: sentence) && !isFate(before: figure, sentence)
          || isNear && isItem(figure, sentence) && isFollowedByPlace(end, in: sentence)
          || isNear && (isHere || follows(figure)) && isAfterPlace(figure)
          || isNear && isHere && isAtHandsOf(end)
      else {
        return nil
      }
      return previous.triggers
    default: return nil
    }
  }

  /// «عدد الاستهدافات الجوية 92 استهدافاً», "the number of aerial targetings: 92 targetings", and «66 استهدافاً طالت الحسكة», "66 targetings hit
  /// al-Hasakah", of them: the noun that is counted means no more than the one before told.
  private func named(
    _ counted: EventDraft.Trigger, _ figure: AnnotatedText.Figure, sentence: Range<Int>, whole: EventDraft?
  ) -> EventDraft.Trigger {
    let strikes: Set<EventType> = [.airstrike, .shelling, .explosion]
    guard [.armedAttack, .operations].contains(counted.meaning.type) else { return counted }
    var result = counted
    if let before = nounBefore(figure, sentence: sentence), strikes.contains(before.meaning.type) {
      result.meaning.type = before.meaning.type
    } else if let type = whole?.triggers.first?.meaning.type, strikes.contains(type), let tokens = whole?.countTokens,
      stem(of: tokens).elementsEqual(stem(of: figure.tokens))
    {
      result.meaning.type = type
    }
    return result
  }

  // Five letters tell «استهداف» from «عملية» whatever the ending.
  private func stem(of counted: Range<Int>) -> [UInt8] {
    Array(article.text.folded(counted.upperBound - 1).prefix(5))
  }

  // «منها» "of them", «من هذه الحوادث» "of these incidents", directly behind a figure.
  private func isOfThem(_ token: Int) -> Bool {
    guard token < article.text.tokens.count else { return false }
    let word = article.text.folded(token)
    // Events are spoken of in the feminine singular; «منهم» "of them" is of people.
    if FrameWord.from.matches(word.dropLast(2)), word.count == 4, word.last == LetterCode.alef {
      return !article.mentions.starting(at: token + 1, of: .people).contains { _ in true }
    }
    return FrameWord.from.matches(word)
      && article.mentions.starting(at: token + 1, of: .date(.current)).contains { $0.meaning == .date(.current, "0") }
  }

  // «اليوم الـ 110 من العملية», "the 110th day of the operation"
  private func isOrdinal(_ figure: AnnotatedText.Figure) -> Bool {
    let before = figure.tokens.lowerBound - 1
    return article.text.isWord(before, FrameWord.the) && article.text.isWord(before - 1, among: FrameWord.dayWords)
  }

  // «منها 61 حالة على يد قوات النظام», "among them 61 cases at the hands of regime forces"; «منها 9 أطفال», "among them 9 children", counts people.
  private func isAmongThem(_ figure: AnnotatedText.Figure) -> Bool {
    let (before, end) = (figure.tokens.lowerBound - 1, figure.tokens.upperBound)
    guard before > 0, end < article.text.tokens.count else { return false }
    let word = article.text.folded(before)
    guard word.count == 4, word.starts(with: FrameWord.from.letters), word.last == LetterCode.alef else { return false }
    return FrameWord.cases.contains { $0.matches(article.text.folded(end)) } || isAtHandsOf(end)
  }

  // «- 6 في بادية الرقة», "6 in the Raqqa steppe", as an item of a list.
  private func isItem(_ figure: AnnotatedText.Figure, _ sentence: Range<Int>) -> Bool {
    figure.tokens.lowerBound - sentence.lowerBound <= 2
  }

  // «بلغ عدد محاولات الاغتيال … 14» "the number of assassination attempts came to 14", «عدد العمليات وصل إلى 52» "the
  // number of operations reached 52": the noun stands before its number.
  private func nounBefore(_ figure: AnnotatedText.Figure, sentence: Range<Int>) -> EventDraft.Trigger? {
    var token = figure.tokens.lowerBound - 1
    var steps = 0
    while token >= sentence.lowerBound, steps < 25, !article.startsFigure(token) {
      if article.text.isWord(token, FrameWord.number) {
        for next in Range.window(token + 1, min(token + 5, figure.tokens.lowerBound)) {
          for mention in article.mentions.starting(at: next, of: .trigger) {
            if case .trigger(let meaning) = mention.meaning, meaning.form != .verb, meaning.strength != .means {
              let better = TriggerReader(article: article).triggers(
                in: .window(next, min(next + 3, figure.tokens.lowerBound))
              ).last { $0.meaning.form != .verb }
              return better
                ?? EventDraft.Trigger(
                  meaning: meaning, tokens: mention.tokens, clitics: mention.clitics, rule: mention.rule,
                  isDefinite: false)
            }
          }
        }
        return nil
      }
      (token, steps) = (token - 1, steps + 1)
    }
    return nil
  }

  // «عدة قوافل خلال الشهر الجاري والفائت», "several convoys during this month and the last": a vague count is a sum
  // only with its period.
  private func isCountedVaguely(_ figure: AnnotatedText.Figure) -> Bool {
    article.dates(in: .window(figure.tokens.lowerBound - 15, figure.tokens.lowerBound + 15)).contains {
      [.month, .period, .year].contains($0.span.precision) || $0.isUnanchored && $0.tokens.count >= 3
    }
  }

  private func isFollowedByPlace(_ token: Int, in sentence: Range<Int>) -> Bool {
    article.places(in: .window(token, min(token + 4, sentence.upperBound))).contains { $0.place != nil }
  }

  // «تلتها دير الزور بـ22», "followed by Deir ez-Zor with 22"
  private func isAfterPlace(_ figure: AnnotatedText.Figure) -> Bool {
    let start = figure.tokens.lowerBound
    guard let before = article.places(in: .window(max(0, start - 4), start)).last, let place = before.place,
      [.governorate, .region].contains(place.precision), start - before.tokens.upperBound <= 2
    else { return false }
    return (before.tokens.upperBound...start).contains { token in
      let word = article.text.folded(token)
      return word.elementsEqual([LetterCode.beh]) || token == start && word.first == LetterCode.beh
    }
  }

  // «تلتها …», "followed by …", at the head of the clause: it goes on with the list before.
  private func follows(_ figure: AnnotatedText.Figure) -> Bool {
    Range.window(max(0, figure.tokens.lowerBound - 7), figure.tokens.lowerBound).contains {
      article.text.isWord($0, among: FrameWord.followedBy)
    }
  }

  // «و48 على يد هيئة تحرير الشام», "and 48 at the hands of Hayat Tahrir al-Sham"
  private func isAtHandsOf(_ token: Int) -> Bool {
    article.mentions.starting(at: token, of: .role).contains { $0.meaning == .role(.initiator) && $0.tokens.count > 1 }
  }

  // «وأصيب 108», "and 108 were wounded", counts people.
  private func isFate(before figure: AnnotatedText.Figure, _ sentence: Range<Int>) -> Bool {
    Range.window(max(sentence.lowerBound, figure.tokens.lowerBound - 2), figure.tokens.lowerBound).contains {
      article.mentions.starting(at: $0, of: .casualty).contains { _ in true }
    }
  }

  /// The start of the clause that holds a figure.
  private func boundary(before token: Int, in sentence: Range<Int>, after floor: Int?) -> Int {
    // «و11 في حماة و2 في بادية حلب», "and 11 in Hama and 2 in the desert of Aleppo": the place before «و» is the other figure's.
    let joint = article.text.isWord(token - 1, FrameWord.and) ? token - 1 : token
    if joint < token, let floor,
      article.places.contains(where: { $0.tokens.upperBound == joint && $0.tokens.lowerBound >= floor })
        || article.actors(in: .window(floor, joint)).contains(where: { $0.tokens.upperBound == joint })
    {
      return joint
    }
    var start = token
    let lowest = max(sentence.lowerBound, floor ?? sentence.lowerBound)
    while start > lowest {
      if article.isClauseMark(start - 1) { break }
      start -= 1
    }
    return start
  }

  // «156 حالة احتجاز تعسفي», "156 cases of arbitrary detention": of civilians.
  private func isArbitrary(_ tokens: Range<Int>) -> Bool {
    Range.window(tokens.lowerBound, min(tokens.upperBound + 1, article.text.tokens.count)).contains {
      article.text.isWord($0, among: FrameWord.arbitrary)
    }
  }

  private func victimsOfCases(_ draft: EventDraft) -> Effect? {
    guard let tokens = draft.countTokens,
      tokens.contains(where: { token in
        FrameWord.cases.contains { $0.matches(PhraseIndex.withoutArticle(article.text.folded(token))) }
      }), let kind = draft.triggers.first?.meaning.type
    else { return nil }
    switch kind {
    case .securityOperation, .abduction: return .captured
    case .operations: return tokens.contains { article.text.isWord($0, FrameWord.killing) } ? .killed : nil
    default: return nil
    }
  }

  private func fill(_ draft: inout EventDraft, sentence: Range<Int>, isFirst: Bool) {
    let scope = isFirst ? Range.window(sentence.lowerBound, draft.tokens.upperBound) : draft.tokens
    let after = draft.countTokens?.upperBound ?? draft.tokens.lowerBound
    // «سقط 47 قتيلاً في تسع حوادث», "47 died in nine incidents": the dead may stand before the number of events.
    let casualties = CasualtyReader(article: article)
    draft.items = casualties.items(in: .window(after, draft.tokens.upperBound))
    if draft.items.isEmpty, isFirst { draft.items = casualties.items(in: .window(sentence.lowerBound, after)) }
    if draft.items.isEmpty, let effect = victimsOfCases(draft), let count = draft.count, let tokens = draft.countTokens
    {
      // «156 حالة احتجاز», "156 cases of detention": a case is a person.
      draft.items = [
        CasualtyReader.Item(
          effect: effect, value: count, tokens: tokens, victims: isArbitrary(tokens) ? [.civilians] : [],
          governor: tokens.lowerBound, rules: ["frame:cases-are-persons"])
      ]
    }
    draft.dates = Array(article.dates(in: scope))
    draft.places = Array(article.places(in: draft.tokens))
    if draft.places.isEmpty, isFirst { draft.places = Array(article.places(in: scope)) }
    let counted = draft.triggers.map(\.tokens)
    let found =
      (draft.triggers
      + TriggerReader(article: article).triggers(in: scope).filter { t in !counted.contains { $0.overlaps(t.tokens) } })
      .sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    for use in RoleReader(article: article).uses(in: scope, triggers: found, items: draft.items) {
      guard let side = use.side else { continue }
      let actor = EventDraft.ActorUse(meanings: use.actor.meanings, tokens: use.actor.tokens, rule: use.rule)
      if side == .initiator { draft.initiators.append(actor) } else { draft.targets.append(actor) }
    }
    if draft.initiators.isEmpty, let speaker = RoleReader(article: article).speaker(in: sentence), !speaker.suffers {
      draft.initiators = [
        EventDraft.ActorUse(
          meanings: speaker.actor.meanings, tokens: speaker.actor.tokens, rule: "frame:speaker-itself")
      ]
    }
    draft.attribution = AttributionReader(article: article).attribution(in: sentence, near: draft.tokens)
  }
}
