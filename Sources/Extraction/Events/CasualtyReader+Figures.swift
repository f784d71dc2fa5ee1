internal import ArabicText
internal import Incidents

/// Figures and what makes each a figure of casualties.
extension CasualtyReader {
  /// The figure that begins at a token and ends within a range.
  func figure(at token: Int, in range: Range<Int>) -> AnnotatedText.Figure? {
    guard let index = article.firstFigure(from: token), article.figures[index].tokens.lowerBound == token,
      article.figures[index].tokens.upperBound <= range.upperBound
    else { return nil }
    return article.figures[index]
  }

  /// The casualties that a figure tells, by the noun it counts and the words before and after it; nil when it tells none.
  func item(_ figure: AnnotatedText.Figure, _ progress: Progress) -> Item? {
    if progress.inParts && !isOtherFate(figure, progress) || isDefinite(figure) { return nil }
    if !figure.value.isVague, isOfTwoFates(figure) { return nil }
    switch figure.noun {
    case .casualty(let effect):
      // «22 قتيلاً», "22 dead"
      if isStock(figure, effect, progress.range) { return nil }
      return Item(
        effect: effect, value: figure.value, tokens: figure.tokens, victims: civilians(after: figure.tokens.upperBound),
        governor: figure.tokens.lowerBound, isUpdate: follows(figure.tokens.lowerBound, FrameWord.to),
        isUnmarked: true,
        rules: figure.rules + ["frame:counted-casualties"])
    case .event:
      // «وصلت حالات القتل إلى نحو 90 حالة», "the cases of killing came to some 90"
      return tollRisen(to: figure, progress, within: 20)
    case .people(let side): return people(figure, side, progress)
    case .none:
      // «ارتفع عدد القتلى إلى 6», "the number of the dead rose to 6"
      return tollRisen(to: figure, progress, within: 30) ?? sumBeforeNoun(figure, progress.range)
        ?? countedAfterNoun(figure, progress) ?? bareFigure(figure, progress)
    }
  }

  // «61 قتيلاً بينهم 19 طفلاً ونحو 150 جريحاً», "61 dead, among them 19 children, and some 150 wounded": what befell others is no part.
  private func isOtherFate(_ figure: AnnotatedText.Figure, _ progress: Progress) -> Bool {
    guard case .casualty(let effect) = figure.noun, let last = progress.items.last else { return false }
    // «11 قتيلاً، بينهم نساء، وعن أكثر من 25 مصاباً», "11 dead, among them women, and in more than 25 wounded"
    return effect != last.effect
  }

  // «53 عنصراً بين قتيل ومصاب», "53 members, dead and wounded", «215 شخصاً، منهم 80 في دير الزور بين قتيل وجريح»: how many of which is not told.
  private func isOfTwoFates(_ figure: AnnotatedText.Figure) -> Bool {
    let end = figure.tokens.upperBound
    for token in Range.window(end, min(end + 18, article.text.tokens.count - 1)) {
      if article.text.isMark(token, .dot) || article.text.tokens[token].kind == .lineBreak { return false }
      guard article.text.isWord(token, FrameWord.between) else { continue }
      let fates = Range.window(token + 1, min(token + 4, article.text.tokens.count)).flatMap { next in
        article.mentions.starting(at: next, of: .casualty).compactMap { mention -> Effect? in
          if case .casualty(let word) = mention.meaning, word.form == .counted { word.effect } else { nil }
        }
      }
      return Set(fates).count >= 2
    }
    return false
  }

  // The noun stands before, the figure after «إلى» "to".
  private func tollRisen(to figure: AnnotatedText.Figure, _ progress: Progress, within reach: Int) -> Item? {
    guard let announced = progress.announced, figure.tokens.lowerBound - announced.token < reach else { return nil }
    // «عدد القتلى بلغ سبعة عشر», "the number of the dead came to seventeen", is no news of an earlier one.
    let start = figure.tokens.lowerBound
    let rises = follows(start, FrameWord.to)
    // «بلغ عدد المصابين أربعة وعشرين», "the number of the wounded came to twenty-four"
    let isCounted = start == announced.token + 1 && article.text.isWord(announced.token - 1, FrameWord.number)
    guard rises || isCounted || article.text.isWord(start - 1, among: FrameWord.cameTo) else { return nil }
    return Item(
      effect: announced.effect, value: figure.value, tokens: figure.tokens, governor: announced.token, isUpdate: rises,
      rules: figure.rules + [announced.rule, "frame:toll-rose-to"])
  }

  // «يرتفع إلى 187 عدد من سقطوا في هجمات التنظيم», "the number of those who fell in attacks of the organisation rises to 187"; «يرتفع إلى تسع عدد
  // الجثث», "the number of bodies rises to nine": the figure stands before the word for number.
  private func sumBeforeNoun(_ figure: AnnotatedText.Figure, _ range: Range<Int>) -> Item? {
    let number = figure.tokens.upperBound
    guard follows(figure.tokens.lowerBound, FrameWord.to), number < range.upperBound,
      article.text.isWord(number, among: FrameWord.sums)
    else { return nil }
    for token in Range.window(number + 1, min(number + 4, range.upperBound)) {
      guard let found = casualtyWord(at: token, in: range), let effect = found.effect else { continue }
      return Item(
        effect: effect, value: figure.value, tokens: figure.tokens, governor: found.token, isUpdate: true,
        isBody: found.form == .body, rules: figure.rules + [found.rule, "frame:toll-rose-to"])
    }
    return nil
  }

  // «القتلى الـ36», "the 36 dead"
  private func countedAfterNoun(_ figure: AnnotatedText.Figure, _ progress: Progress) -> Item? {
    guard let announced = progress.announced, figure.tokens.lowerBound - announced.token <= 4,
      follows(figure.tokens.lowerBound, FrameWord.the)
    else { return nil }
    return Item(
      effect: announced.effect, value: figure.value, tokens: figure.tokens, governor: announced.token,
      rules: figure.rules + [announced.rule, "frame:counted-casualties"])
  }

  // «وجُرح 7», "and 7 were wounded": the figure stands directly after the word and counts nothing else.
  private func bareFigure(_ figure: AnnotatedText.Figure, _ progress: Progress) -> Item? {
    guard let governor = progress.governor, let effect = governor.effect,
      figure.tokens.lowerBound - governor.end <= 2, !countsSomethingElse(figure)
    else { return nil }
    return Item(
      effect: effect, value: figure.value, tokens: figure.tokens, governor: governor.token, isUnmarked: true,
      rules: figure.rules + [governor.rule, "frame:victims-after-word"])
  }

  // «15 عسكرياً لقوا حتفهم» "15 soldiers met their death", «مقتل 15 عسكرياً» "the killing of 15 soldiers"
  private func people(_ figure: AnnotatedText.Figure, _ side: ActorID?, _ progress: Progress) -> Item? {
    let victims = side.map { [$0] } ?? []
    let governor = progress.governor
    if let after = verbAfter(figure.tokens.upperBound, progress.range),
      governor == nil || governor?.used == true || after.token - figure.tokens.upperBound < 3
    {
      return Item(
        effect: after.effect, value: figure.value, tokens: figure.tokens, victims: victims, governor: after.token,
        rules: figure.rules + [after.rule, "frame:victims-before-verb"])
    }
    // «حصيلة القتلى المدنيين … 102 مدنيين», "the toll of civilian dead … 102 civilians"
    if governor == nil, let announced = progress.announced, announced.effect != .captured,
      figure.tokens.lowerBound - announced.token <= 20
    {
      return Item(
        effect: announced.effect, value: figure.value, tokens: figure.tokens, victims: victims,
        governor: announced.token,
        rules: figure.rules + [announced.rule, "frame:toll-of"])
    }
    if governor == nil || governor?.used == true, let more = moreOfTheSame(figure, victims, progress) { return more }
    guard let governor, reaches(governor, figure.tokens.lowerBound), let effect = governor.effect else { return nil }
    return Item(
      effect: effect, value: figure.value, tokens: figure.tokens, victims: victims, governor: governor.token,
      rules: figure.rules + [governor.rule, "frame:victims-after-word"])
  }

  // «11 قتيلاً من العسكريين و5 من عناصر التنظيم», "11 dead of the military and 5 of the members of the organisation"
  private func moreOfTheSame(_ figure: AnnotatedText.Figure, _ victims: [ActorID], _ progress: Progress) -> Item? {
    guard let last = progress.items.last, !last.value.isVague, last.value != .exactly(0),
      last.rules.contains("frame:counted-casualties"), figure.tokens.lowerBound - last.tokens.upperBound <= 6,
      article.isConjoined(figure.tokens.lowerBound),
      !Range.window(last.tokens.upperBound, figure.tokens.lowerBound).contains(where: { article.isClauseMark($0) })
    else { return nil }
    return Item(
      effect: last.effect, value: figure.value, tokens: figure.tokens, victims: victims, governor: last.governor,
      rules: figure.rules + ["frame:list-of-casualties"])
  }

  // «أكثر من 40 ألف معتقل في سجون …», "more than 40,000 detainees in the prisons of …": who is held is no event.
  private func isStock(_ figure: AnnotatedText.Figure, _ effect: Effect, _ range: Range<Int>) -> Bool {
    guard effect == .captured else { return false }
    if figure.value.lower ?? 0 >= 1000 { return true }
    return !range.contains { token in
      article.mentions.starting(at: token, of: .trigger).contains {
        if case .trigger(let trigger) = $0.meaning { trigger.strength != .means } else { false }
      }
    }
  }

  // «والثلاثة مدنيون», "the three are civilians": spoken of before.
  private func isDefinite(_ figure: AnnotatedText.Figure) -> Bool {
    let token = figure.tokens.lowerBound
    guard article.text.tokens[token].kind == .word, !figure.value.isVague else { return false }
    return article.mentions.starting(at: token, of: .numeral).contains {
      if case .numeral = $0.meaning { $0.clitics.contains(.article) } else { false }
    }
  }

  // A noun that the lexicon does not know follows: «3 صهاريج», "3 tankers".
  private func countsSomethingElse(_ figure: AnnotatedText.Figure) -> Bool {
    let next = figure.tokens.upperBound
    guard next < article.text.tokens.count, article.text.tokens[next].kind == .word else { return false }
    let word = article.text.folded(next)
    // «وجُرح اثنان كانا معه», "and two who were with him were wounded", «وأصيب 5 إثر ذلك», "and 5 were wounded following that"
    // and «فلقي منهم 7 مصرعهم», "so 7 of them met their end"
    if [FrameWord.been, FrameWord.afterCount, FrameWord.theirEnd].contains(where: {
      article.text.isWord(next, among: $0)
    }) {
      return false
    }
    return word.first != LetterCode.waw && !FrameWord.inside.matches(word) && !FrameWord.from.matches(word)
      && !article.mayEndFigure(next) && article.owners[next] == .none && word.first != LetterCode.beh
  }

  /// The victims of a casualty word stand at most 18 tokens on; a list of them goes on up to 25.
  private func reaches(_ governor: Governor, _ token: Int) -> Bool {
    if !governor.used { return token - governor.end <= 18 }
    // A list goes on by «و» or «مقابل»: «403 عناصر من …، و29 عنصراً من …», "403 members of …, and 29 members of …".
    return token - governor.end <= 25 && (article.isConjoined(token) || article.followsPlus(token))
  }

  private func follows(_ token: Int, _ word: FoldedWord) -> Bool {
    var before = token - 1
    while before >= 0, article.text.tokens[before].kind == .mark { before -= 1 }
    return article.text.isWord(before, word)
  }

  /// Civilians named within three tokens after their count: «4 قتلى مدنيين» "4 civilian dead", «قتيلان من المدنيين» "two dead of
  /// the civilians".
  func civilians(after end: Int) -> [ActorID] {
    for token in Range.window(end, min(end + 3, article.text.tokens.count)) {
      for mention in article.mentions.starting(at: token, of: .people) {
        if case .person(let person) = mention.meaning, let actor = person.actor { return [actor] }
      }
    }
    return []
  }
}
