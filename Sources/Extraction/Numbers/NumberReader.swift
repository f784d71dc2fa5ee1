internal import ArabicText
internal import Incidents

/// Reads figures: digits of three scripts, written numbers, bounds, ranges, vague plurals.
///
/// «ما لا يقل عن 12» "at least 12" gives 12…, «بين 5 و7» "between 5 and 7" gives 5…7, «عشرات» "dozens" is vague. A
/// figure is refused, never wrapped, when it has more than
/// nine digits: no count of people or events is that large.
struct NumberReader {
  let text: TokenizedText
  let mentions: MentionTable

  /// A figure with the tokens that tell it.
  struct Figure {
    var tokens: Range<Int>
    var value: CountRange
    /// The ids of rows and frames used.
    var rules: [String]
    /// The scale of its last term when a word told it: «سبعة آلاف» "seven thousand" 1,000.
    var scale = 1
  }

  private static let beginnings: WordCues = [.digits, .numeral, .quantity, .dates(.between, .from, .article)]

  /// Reads the figure that begins at a token, with its modifiers; nil when none begins there.
  func figure(at start: Int) -> Figure? {
    let cues = mentions.cues(at: start)
    guard !cues.isDisjoint(with: Self.beginnings) else { return nil }
    if cues.contains(.quantity) {
      if let bounded = bounded(at: start) { return bounded }
      if let vague = quantity(at: start, [.vague]) {
        return Figure(tokens: start..<vague.end, value: .vague, rules: [vague.rule])
      }
    }
    if let range = between(at: start) { return range }
    guard !cues.isDisjoint(with: [.digits, .numeral]) else { return nil }
    return range(at: start) ?? bare(at: start).map { closed($0) }
  }

  /// A plain number in digits or words, without modifiers, and the token after it.
  func plain(at start: Int) -> (value: Int, end: Int)? {
    guard let figure = bare(at: start), let value = figure.value.lower, figure.value.upper == value else { return nil }
    return (value, figure.tokens.upperBound)
  }

  /// The token after a modifier that bounds or blurs what follows it: «نحو» "about".
  func modifier(at start: Int) -> Int? { quantity(at: start, [.atLeast, .about, .atMost])?.end }

  // «أكثر من 20» "more than 20", «تجاوزت الحصيلة 70» "the toll passed 70", «لا يتجاوز عدد المهاجمين عشرين» "the number of attackers does
  // not pass twenty".
  private func bounded(at start: Int) -> Figure? {
    guard let modifier = quantity(at: start, [.atLeast, .about, .atMost]) else { return nil }
    let direct = skip(modifier.end)
    let inner: Figure?
    if let vague = quantity(at: direct, [.vague]), bare(at: direct) == nil {
      return Figure(tokens: start..<vague.end, value: .vague, rules: [modifier.rule, vague.rule])
    } else {
      inner = range(at: direct) ?? bare(at: direct) ?? pastToll(modifier.end)
    }
    guard let inner else { return nil }
    var value = inner.value
    if modifier.kind == .atLeast { value = CountRange(lower: inner.value.lower, upper: nil) }
    if modifier.kind == .atMost { value = CountRange(lower: nil, upper: inner.value.upper) }
    return closed(
      Figure(tokens: start..<inner.tokens.upperBound, value: value, rules: [modifier.rule] + inner.rules))
  }

  // Between the bound and its figure stands what is counted: «عدد القتلى» "the number of the dead".
  private func pastToll(_ start: Int) -> Figure? {
    guard quantity(at: start, [.toll]) != nil else { return nil }
    for token in Range.window(start + 1, min(start + 4, text.tokens.count)) {
      if text.tokens[token].kind == .lineBreak { return nil }
      if let figure = bare(at: token) { return figure }
    }
    return nil
  }

  // «على الأقل» "at least", «كحد أقصى» "at most", after the number or after its noun.
  private func closed(_ figure: Figure) -> Figure {
    for next in Range.window(figure.tokens.upperBound, min(figure.tokens.upperBound + 4, text.tokens.count)) {
      if text.tokens[next].kind != .word { break }
      guard let after = quantity(at: next, [.atLeastAfter, .atMostAfter]) else { continue }
      var result = figure
      if after.kind == .atLeastAfter { result.value.upper = nil } else { result.value.lower = nil }
      result.rules.append(after.rule)
      return result
    }
    return figure
  }

  // «بين 5 و7», «من 5 إلى 7», "from 5 to 7".
  private func between(at start: Int) -> Figure? {
    guard let opening = date(.between, at: start) ?? date(.from, at: start), let first = bare(at: skip(opening)),
      let low = first.value.lower
    else { return nil }
    let next = pastNoun(first.tokens.upperBound)
    let isBetween = mentions.cues(at: start).contains(.date(.between))
    let joint = date(.to, at: next) ?? (isBetween ? text.isWord(next, FrameWord.and) ? next + 1 : next : nil)
    guard let joint, let second = bare(at: skip(joint)), let high = second.value.upper,
      low < high || !isBetween && isChange(start)
    else {
      return nil
    }
    if !isBetween, isChange(start) {
      // «ارتفعت الحصيلة من 12 إلى 18», "the toll rose from 12 to 18": the last stands.
      return Figure(tokens: start..<second.tokens.upperBound, value: second.value, rules: second.rules)
    }
    return Figure(
      tokens: start..<second.tokens.upperBound, value: CountRange(lower: scaled(low, first, second), upper: high),
      rules: first.rules + second.rules + ["frame:number-range"])
  }

  // «20 إلى 25» "20 to 25", «ثلاثة أو أربعة» "three or four", «12-15».
  private func range(at start: Int) -> Figure? {
    guard let first = bare(at: start), let low = first.value.lower else { return nil }
    let next = first.tokens.upperBound
    let joint = date(.to, at: next) ?? (text.isWord(next, FrameWord.or) ? next + 1 : nil) ?? dash(at: next)
    guard let joint, let second = bare(at: joint), let high = second.value.upper, high > low,
      high <= scaled(low, first, second) * 5
    else {
      return nil
    }
    // «14-3-2024» is a date, «0998-123-456» a telephone number.
    if isMark(next), isMark(second.tokens.upperBound), !text.tokens[second.tokens.upperBound].spaceBefore { return nil }
    return closed(
      Figure(
        tokens: start..<second.tokens.upperBound, value: CountRange(lower: scaled(low, first, second), upper: high),
        rules: first.rules + second.rules + ["frame:number-range"]))
  }

  // A toll or number stands before «من»: it rose or fell.
  private func isChange(_ start: Int) -> Bool {
    (1...4).contains {
      mentions.cues(at: start - $0).contains(.quantity) && quantity(at: start - $0, [.toll]) != nil
    }
  }

  // «خمسة إلى سبعة آلاف», "five to seven thousand": the first end borrows the scale of the second.
  private func scaled(_ low: Int, _ first: Figure, _ second: Figure) -> Int {
    guard first.scale == 1, second.scale > 1, let high = second.value.upper, low * second.scale < high else {
      return low
    }
    return low * second.scale
  }

  // «بين ثمانية قتلى واثني عشر», "between eight dead and twelve"
  private func pastNoun(_ token: Int) -> Int {
    guard !mentions.cues(at: token).isDisjoint(with: [.people, .casualty]),
      mentions.cues(at: token).isDisjoint(with: .numeral)
    else { return token }
    return mentions.starting(at: token, of: [.people, .casualty]).reduce(token) {
      switch $1.meaning {
      case .person, .casualty: max($0, $1.tokens.upperBound)
      default: $0
      }
    }
  }

  private func dash(at token: Int) -> Int? {
    guard isMark(token), mentions.cues(at: token + 1).contains(.digits) else { return nil }
    return token + 1
  }

  private func isMark(_ token: Int) -> Bool { text.isMark(token, [.hyphen, .dash]) }

  private func date(_ kind: DateWord, at token: Int) -> Int? {
    guard mentions.cues(at: token).contains(.date(kind)) else { return nil }
    for mention in mentions.starting(at: token, of: .date(kind)) {
      if case .date(kind, _) = mention.meaning, mention.tokens.count == 1, !mention.clitics.contains(.pronoun) {
        return mention.tokens.upperBound
      }
    }
    return nil
  }

  private func quantity(at index: Int, _ kinds: [QuantityKind]) -> (kind: QuantityKind, end: Int, rule: String)? {
    guard mentions.cues(at: index).contains(.quantity) else { return nil }
    var best: (kind: QuantityKind, end: Int, rule: String)?
    for mention in mentions.starting(at: index, of: .quantity) {
      // «المجموعة», "the group", is not «مجموع» "sum" with an ending.
      guard case .quantity(let kind) = mention.meaning, kinds.contains(kind), !mention.clitics.contains(.pronoun) else {
        continue
      }
      if mention.tokens.upperBound > best?.end ?? -1 { best = (kind, mention.tokens.upperBound, mention.rule) }
    }
    return best
  }

  // Between a modifier or «ال» and its number may stand a quotation mark: «الـ"36"».
  private func skip(_ index: Int) -> Int {
    var index = index
    while index < text.tokens.count, text.tokens[index].kind == .mark,
      PhraseIndex.isTransparent(text.tokens[index].scalar)
    {
      index += 1
    }
    if index < text.tokens.count, text.tokens[index].kind == .word, text.folded(index).count <= 2,
      mentions.cues(at: index + 1).contains(.digits)
    {
      index += 1
    }
    return index
  }
}
