internal import ArabicText
internal import Gazetteer
internal import Incidents

/// Finds the parts of a sum of dead: «938 قتيلاً …، 512 منهم في محافظة اللاذقية و271 في طرطوس», "938 dead …, 512 of them in Latakia
/// governorate and 271 in Tartus"; «منهم 63 بانفجار ألغام و56 في هجمات مسلحة», "of them 63 by the explosion of mines and 56 in armed attacks".
///
/// Parts by class of victim («بينهم 14 طفلاً», "among them 14 children") are none.
struct PartReader {
  let article: AnnotatedText
  let triggers: TriggerReader
  let roles: RoleReader

  /// The parts of a sum that a sentence tells, a draft each, in order; none of anything but a sum of at least ten.
  func parts(in sentence: Range<Int>, sentence index: Int, of whole: EventDraft) -> [EventDraft] {
    guard let total = whole.items.first(where: { $0.effect != .wounded && $0.value.lower ?? 0 >= 10 }),
      let all = total.value.lower
    else { return [] }
    let figures = article.figures(in: sentence).filter {
      $0.tokens.lowerBound >= total.tokens.upperBound || index > whole.sentence
    }
    var result: [EventDraft] = []
    for (position, figure) in figures.enumerated() {
      guard let value = figure.value.lower, value < all,
        let start = opening(figure, after: result.last, in: sentence, isLater: index > whole.sentence)
      else { continue }
      // «28 مدنياً، بينهم 3 أطفال وسيدتان، على يد التنظيم», "28 civilians, among them 3 children and two women, by the organisation": the children end no part.
      let next =
        figures.dropFirst(position + 1).first { !isAmong($0, after: figure) }?.tokens.lowerBound ?? sentence.upperBound
      let range = start..<clauseEnd(from: start, before: next)
      var part = EventDraft(tokens: figure.tokens.lowerBound..<range.upperBound, sentence: index)
      part.kind = .tally
      part.items = [
        CasualtyReader.Item(
          effect: total.effect, value: figure.value, tokens: figure.tokens,
          governor: killing(before: figure.tokens.lowerBound, in: sentence) ?? total.governor,
          rules: figure.rules + ["frame:part-of-dead"])
      ]
      part.places = article.places(in: range).filter { $0.place != nil }
      part.triggers = triggers.triggers(in: range).filter { $0.meaning.form != .verb }
      // Who did it may stand before the figure.
      var clause = figure.tokens.lowerBound
      while clause > max(sentence.lowerBound, result.last?.tokens.upperBound ?? 0), !article.isClauseMark(clause - 1) {
        clause -= 1
      }
      part.tokens = clause..<part.tokens.upperBound
      for use in roles.uses(in: part.tokens, triggers: part.triggers, items: part.items) where use.side == .initiator {
        part.initiators.append(
          EventDraft.ActorUse(meanings: use.actor.meanings, tokens: use.actor.tokens, rule: use.rule))
      }
      // «نُسب 17 من القتلى إلى قوات النظام، وثلاثة إلى قسد», "17 of the dead were ascribed to regime forces, and three to the SDF"
      if part.initiators.isEmpty, let actor = article.actors(in: range).first, actor.tokens.lowerBound <= start + 2,
        article.text.isWord(actor.tokens.lowerBound - 1, FrameWord.to)
          || article.text.isWord(actor.tokens.lowerBound - 2, FrameWord.to)
      {
        part.initiators = [
          EventDraft.ActorUse(meanings: actor.meanings, tokens: actor.tokens, rule: "frame:ascribed-to")
        ]
      }
      part.rules = ["frame:part-of-dead"]
      if part.places.isEmpty, part.triggers.isEmpty, part.initiators.isEmpty { continue }
      result.append(part)
    }
    return result
  }

  /// Where the words of a part begin behind its figure; nil when the figure is none.
  private func opening(
    _ figure: AnnotatedText.Figure, after last: EventDraft?, in sentence: Range<Int>, isLater: Bool
  ) -> Int? {
    let end = figure.tokens.upperBound
    guard end < sentence.upperBound, article.text.tokens[end].kind == .word else { return nil }
    switch figure.noun {
    case .none: break
    // «31 ضحية في محافظة درعا», "31 victims in Daraa governorate"
    case .casualty(.killed):
      let isThere = article.places(in: end..<end + 3).contains { $0.place?.precision == .governorate }
      // «17 من القتلى إلى قوات النظام», "17 of the dead to regime forces"
      let isAscribed = isLater && article.text.isWord(end, FrameWord.to)
      return isThere || isAscribed ? end : nil
    // «قتلت قوات سوريا الديمقراطية سبعة مدنيين», "the SDF killed seven civilians", «مقتل 61 مدنياً بانفجار ألغام», "the killing of 61 civilians by mines", in
    // the report that the sum is of.
    // «و26 آخرين برصاص مجهولين», "and 26 others by the bullets of unknown men"
    case .people:
      let isMore = last != nil && article.isConjoined(figure.tokens.lowerBound)
      let isKilled =
        killing(before: figure.tokens.lowerBound, in: sentence) != nil || isKilled(after: end, in: sentence)
      return isLater && (isMore || isKilled) ? end : nil
    default: return nil
    }
    // «وقُتل 19 آخرون بانفجار ألغام», "and 19 others were killed by the explosion of mines"
    if isLater, article.text.isWord(end, among: FrameWord.others) { return end + 1 }
    let isPeople = article.mentions.starting(at: end, of: .people).contains { !$0.clitics.contains(.beh) }
    if isPeople { return nil }
    // «512 منهم في …», "512 of them in …"
    let word = article.text.folded(end)
    if word.count == 4, FrameWord.from.matches(word.dropLast(2)) {
      return article.mentions.starting(at: end + 1, of: .people).contains { _ in true } ? nil : end + 1
    }
    // «قتلت قوات النظام 18 من هؤلاء», "regime forces killed 18 of these"
    if FrameWord.from.matches(word), article.text.isWord(end + 1, FrameWord.these) { return end + 2 }
    // «88 من الضحايا سقطوا في …», "88 of the victims fell in …"
    if FrameWord.from.matches(word),
      article.mentions.starting(at: end + 1, of: .casualty).contains(where: { $0.clitics.contains(.article) })
    {
      return end + 2
    }
    let before = figure.tokens.lowerBound - 1
    // «منهم 63 بانفجار ألغام», "of them 63 by the explosion of mines"
    let follows = (1...2).contains { back in
      article.mentions.starting(at: before + 1 - back, of: .connective).contains {
        $0.meaning == .connective(.part) && $0.tokens.upperBound >= before
      }
    }
    if follows { return end }
    // «و271 في طرطوس», "and 271 in Tartus"
    if let last, figure.tokens.lowerBound - last.tokens.upperBound <= 2, article.isConjoined(figure.tokens.lowerBound) {
      return end
    }
    return nil
  }

  /// The word of killing in the same clause, at most eight tokens before; nil when there is none.
  private func killing(before token: Int, in sentence: Range<Int>) -> Int? {
    for back in Range.window(max(sentence.lowerBound, token - 8), token).reversed() {
      if article.isClauseMark(back) { return nil }
      let kills = article.mentions.starting(at: back, of: .casualty).contains {
        if case .casualty(let word) = $0.meaning { word.effect == .killed && word.form != .counted } else { false }
      }
      if kills { return back }
    }
    return nil
  }

  // «28 مدنياً، بينهم 3 أطفال، قتلوا على يد التنظيم», "28 civilians, among them 3 children, were killed by the organisation": behind its subject the verb is
  // a plural.
  private func isKilled(after token: Int, in sentence: Range<Int>) -> Bool {
    Range.window(token, min(token + 16, sentence.upperBound)).contains { next in
      article.mentions.starting(at: next, of: .casualty).contains {
        guard case .casualty(let word) = $0.meaning, word.effect == .killed, word.form == .verb else { return false }
        return article.text.folded(next).suffix(2).elementsEqual([LetterCode.waw, LetterCode.alef])
      }
    }
  }

  private func isAmong(_ next: AnnotatedText.Figure, after figure: AnnotatedText.Figure) -> Bool {
    var opened: Int?
    for token in Range.window(figure.tokens.upperBound, next.tokens.lowerBound) {
      let isPart = article.mentions.starting(at: token, of: .connective).contains { $0.meaning == .connective(.part) }
      if isPart { opened = token }
      if opened != nil, article.isClauseMark(token) { opened = nil }
    }
    return opened.map { next.tokens.lowerBound - $0 <= 12 } ?? false
  }

  private func clauseEnd(from start: Int, before end: Int) -> Int {
    var token = start
    while token < end, !article.isClauseMark(token) || article.owners[token] != .none { token += 1 }
    return token
  }
}
