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
  }

  /// A plain number in digits or words, without modifiers, and the token after it.
  func plain(at start: Int) -> (value: Int, end: Int)? {
    guard let figure = bare(at: start), let value = figure.value.lower, figure.value.upper == value else { return nil }
    return (value, figure.tokens.upperBound)
  }

  /// The token after a modifier that bounds or blurs what follows it: «نحو» "about".
  func modifier(at start: Int) -> Int? { quantity(at: start, [.atLeast, .about, .atMost])?.end }

  /// Reads the figure that begins at a token, with its modifiers; nil when none begins there.
  func figure(at start: Int) -> Figure? {
    if let modifier = quantity(at: start, [.atLeast, .about, .atMost]), let inner = bare(at: skip(modifier.end)) {
      var value = inner.value
      if modifier.kind == .atLeast { value = CountRange(lower: inner.value.lower, upper: nil) }
      if modifier.kind == .atMost { value = CountRange(lower: nil, upper: inner.value.upper) }
      return closed(Figure(tokens: start..<inner.tokens.upperBound, value: value, rules: [modifier.rule] + inner.rules))
    }
    if let vague = quantity(at: start, [.vague]) {
      return Figure(tokens: start..<vague.end, value: .vague, rules: [vague.rule])
    }
    if let range = between(at: start) { return range }
    return bare(at: start).flatMap { closed($0) }
  }

  // «على الأقل», "at least", after the number or after its noun.
  private func closed(_ figure: Figure) -> Figure {
    var result = figure
    for next in Range.window(figure.tokens.upperBound, min(figure.tokens.upperBound + 4, text.tokens.count)) {
      if text.tokens[next].kind != .word { break }
      if let after = quantity(at: next, [.atLeastAfter]) {
        result.value.upper = nil
        result.rules.append(after.rule)
        return result
      }
    }
    return result
  }

  // «بين 5 و7», «من 5 إلى 7», "from 5 to 7".
  private func between(at start: Int) -> Figure? {
    guard text.isWord(start, FrameWord.between) || text.isWord(start, FrameWord.from),
      let first = bare(at: skip(start + 1)), let low = first.value.lower
    else { return nil }
    var next = first.tokens.upperBound
    guard next < text.tokens.count else { return nil }
    if text.isWord(next, FrameWord.to) || text.isWord(next, FrameWord.and) { next += 1 }
    guard next < text.tokens.count, let second = bare(at: skip(next)), let high = second.value.upper, low < high else {
      return nil
    }
    return Figure(
      tokens: start..<second.tokens.upperBound, value: CountRange(lower: low, upper: high),
      rules: first.rules + second.rules + ["frame:number-range"])
  }

  /// A number without modifiers.
  private func bare(at start: Int) -> Figure? {
    guard start < text.tokens.count else { return nil }
    if text.tokens[start].kind == .number { return digits(at: start) }
    return words(at: start)
  }

  private func digits(at start: Int) -> Figure? {
    guard var value = Self.integer(text.folded(start)) else { return nil }
    var end = start + 1
    // A thousands mark: «1,200», «1.200», «1٬200»; a decimal «7.5» is no count.
    while end + 1 < text.tokens.count, isGroupMark(end), text.tokens[end + 1].kind == .number,
      !text.tokens[end + 1].spaceBefore
    {
      guard text.folded(end + 1).count == 3, let group = Self.integer(text.folded(end + 1)), value < 1_000_000 else {
        return nil
      }
      value = value * 1000 + group
      end += 2
    }
    if end < text.tokens.count, text.tokens[end].kind == .mark,
      text.tokens[end].scalar == 0x25 || text.tokens[end].scalar == 0x66A
    {
      return nil  // a percentage
    }
    var rules = ["frame:digits"]
    if let scale = numeral(at: end, conjunction: false), [.thousand, .million].contains(scale.kind), value < 1000 {
      value *= scale.value
      end = scale.end
      rules.append(scale.rule)
    }
    // «12-15» is a range; «14-3-2024» is a date and not for this reader.
    if end + 1 < text.tokens.count, text.tokens[end].kind == .mark, [0x2D, 0x2013].contains(text.tokens[end].scalar),
      text.tokens[end + 1].kind == .number, let high = Self.integer(text.folded(end + 1)), high > value,
      high < value * 3,
      !(end + 2 < text.tokens.count && text.tokens[end + 2].kind == .mark && text.tokens[end + 2].scalar == 0x2D)
    {
      return Figure(
        tokens: start..<end + 2, value: CountRange(lower: value, upper: high), rules: rules + ["frame:number-range"])
    }
    return Figure(tokens: start..<end, value: .exactly(value), rules: rules)
  }

  private func isGroupMark(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.kind == .mark && !token.spaceBefore && [0x2C, 0x2E, 0x66C, 0x60C].contains(token.scalar)
  }

  /// A number of at most nine digits; nil for a longer one.
  static func integer(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 9 else { return nil }
    var value = 0
    for digit in digits {
      guard LetterCode.isDigit(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }

  // «ثلاثة وعشرون ألفاً ومئتان», "twenty-three thousand two hundred": units and teens, tens, hundreds add up; a scale
  // multiplies what stands before it.
  private func words(at start: Int) -> Figure? {
    guard let first = numeral(at: start, conjunction: true) else { return nil }
    var total = 0
    var group = 0
    var end = start
    var rules: [String] = []
    var last: NumeralClass?
    var next: NumeralHit? = first
    while let hit = next {
      switch hit.kind {
      case .unit:
        if last == .unit || last == .ten { next = nil; continue }
        group += hit.value
      case .ten:
        if last == .ten || last == .tens { next = nil; continue }
        group += hit.value
      case .tens:
        if last == .tens || last == .ten { next = nil; continue }
        group += hit.value
      case .hundreds:
        group += hit.value
      case .hundred:
        group = last == .unit ? group - group % 10 + (group % 10) * 100 : group + 100
      case .thousand, .million:
        total += max(group, 1) * hit.value
        group = 0
      case .thousands, .millions:
        total += group + hit.value
        group = 0
      }
      guard total < 1_000_000_000, group < 1_000_000_000 else { return nil }
      last = hit.kind
      end = hit.end
      rules.append(hit.rule)
      next = end < text.tokens.count ? following(end, after: last) : nil
    }
    let value = total + group
    // «واحد» alone is more often "one of" or a name's part than a figure.
    return value > 0 ? Figure(tokens: start..<end, value: .exactly(value), rules: rules) : nil
  }

  // After the first word a number goes on with «و» "and", but for a teen's «عشر» "-teen" and the scales.
  private func following(_ index: Int, after last: NumeralClass?) -> NumeralHit? {
    if let hit = numeral(at: index, conjunction: false), [.ten, .hundred, .thousand, .million].contains(hit.kind) {
      return hit
    }
    guard let hit = numeral(at: index, conjunction: true), hit.attachedConjunction else { return nil }
    return [.tens, .hundred, .hundreds, .thousand, .thousands, .unit].contains(hit.kind)
      && !(last == .ten && hit.kind == .unit) && !(last == .unit && hit.kind == .unit) ? hit : nil
  }

  private struct NumeralHit {
    var value: Int
    var kind: NumeralClass
    var end: Int
    var rule: String
    var attachedConjunction: Bool
  }

  private func numeral(at index: Int, conjunction: Bool) -> NumeralHit? {
    var best: NumeralHit?
    for mention in mentions.starting(at: index) {
      guard case .numeral(let value, let kind) = mention.meaning else { continue }
      let attached = mention.clitics.contains(.conjunction)
      if attached && !conjunction { continue }
      if mention.clitics.contains(.pronoun) { continue }
      if best == nil {
        best = NumeralHit(
          value: value, kind: kind, end: mention.tokens.upperBound, rule: mention.rule, attachedConjunction: attached)
      }
    }
    return best
  }

  private func quantity(at index: Int, _ kinds: [QuantityKind]) -> (kind: QuantityKind, end: Int, rule: String)? {
    var best: (kind: QuantityKind, end: Int, rule: String)?
    for mention in mentions.starting(at: index) {
      guard case .quantity(let kind) = mention.meaning, kinds.contains(kind) else { continue }
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
    if index < text.tokens.count, text.tokens[index].kind == .word, text.folded(index).count <= 1 { index += 1 }
    return index
  }
}
