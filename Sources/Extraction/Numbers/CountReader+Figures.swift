internal import ArabicText
internal import Incidents

/// Figures as counts: what they count, and what befell those counted.
extension CountReader {
  /// A figure as a count; nil for one that tells an age.
  func count(_ figure: AnnotatedText.Figure, _ progress: Progress) -> Count? {
    let (start, end) = (figure.tokens.lowerBound, figure.tokens.upperBound)
    if isAge(figure) { return nil }
    var count = Count(tokens: figure.tokens, value: figure.value, noun: .other, effect: nil, rules: figure.rules)
    switch figure.noun {
    case .people: count.noun = .people
    case .casualty(let effect): (count.noun, count.effect) = (.people, effect)
    // «أربعين صاروخاً», "forty rockets", are things.
    case .event(let trigger): count.noun = trigger.strength == .means ? .other : .events
    case .none: break
    }
    if text.isWord(start - 1, among: FrameWord.no), figure.value.isVague, isLoss(start) {
      // «لا خسائر بشرية», "no human losses"
      count.tokens = start - 1..<end
      count.value = .exactly(0)
      count.noun = .people
      count.rules.append("frame:no-casualties")
      return count
    }
    if count.effect == nil, let fate = progress.fate, start - fate.end <= 8,
      count.noun == .people || mayBePeople(figure)
    {
      count.effect = fate.effect
      // «وإصابة 4», "and the wounding of 4": people, though no noun says so.
      if case .none = figure.noun, start == fate.end { count.noun = .people }
    }
    // «5 بين قتيل وجريح», "5 between dead and wounded"
    if text.isWord(end, FrameWord.between), mentions.cues(at: end + 1).contains(.casualty) {
      (count.noun, count.effect) = (.people, nil)
    }
    // «من أصل 40», "out of 40": the whole that others are taken of.
    if count.effect == .captured && isReleased(start) || text.isWord(start - 1, FrameWord.outOf) { count.effect = nil }
    return withSecondNoun(count)
  }

  // «خسائر», "losses"
  private func isLoss(_ token: Int) -> Bool {
    mentions.starting(at: token, of: .quantity).contains { $0.meaning == .quantity(.loss) }
  }

  // A figure without a noun that is known counts people only when nothing else follows that it could count: «ودمرت 4 آليات», "and
  // destroyed 4 vehicles".
  private func mayBePeople(_ figure: AnnotatedText.Figure) -> Bool {
    guard case .none = figure.noun else { return false }
    let end = figure.tokens.upperBound
    guard end < text.tokens.count, text.tokens[end].kind == .word, owners[end] == .none else { return true }
    if text.isWord(end, among: FrameWord.prepositions) || isPart(end) { return true }
    if !mentions.cues(at: end).isDisjoint(with: [.people, .casualty, .connective, .quantity]) { return true }
    guard let first = text.folded(end).first else { return true }
    return first == LetterCode.waw || first == LetterCode.beh
  }

  // «في الأربعين من العمر» "in his forties", «عمره عشرون» "he is twenty"
  private func isAge(_ figure: AnnotatedText.Figure) -> Bool {
    if text.isWord(figure.tokens.lowerBound - 1, among: FrameWord.age) { return true }
    return (0...2).contains { text.isWord(figure.tokens.upperBound - 1 + $0, among: FrameWord.age) }
  }

  // «الإفراج عن 20 معتقلاً», "the release of 20 detainees"
  private func isReleased(_ token: Int) -> Bool {
    (1...3).contains { text.isWord(token - $0, among: FrameWord.releases) }
  }

  // «عشرات القتلى والجرحى», "dozens of dead and wounded"
  private func withSecondNoun(_ count: Count) -> Count {
    let end = count.tokens.upperBound
    guard count.effect != nil, mentions.cues(at: end).contains(.casualty),
      mentions.cues(at: end - 1).contains(.casualty)
    else { return count }
    for mention in mentions.starting(at: end, of: .casualty) {
      guard case .casualty(let word) = mention.meaning, word.number == .many, word.effect != count.effect,
        mention.clitics.isSuperset(of: [.conjunction, .article])
      else { continue }
      var result = count
      result.tokens = count.tokens.lowerBound..<mention.tokens.upperBound
      result.effect = nil
      result.rules.append(mention.rule)
      return result
    }
    return count
  }

  /// «حصيلة القتلى», "the toll of the dead": a definite noun tells the fate of the figure that follows.
  func announced(at token: Int) -> Fate? {
    for mention in mentions.starting(at: token, of: .casualty) {
      guard case .casualty(let word) = mention.meaning, word.number == .many, mention.clitics.contains(.article) else {
        continue
      }
      return Fate(
        effect: word.effect, form: word.form, token: token, end: mention.tokens.upperBound, rule: mention.rule,
        isUsed: true)
    }
    return nil
  }
}
