internal import ArabicText
internal import Incidents

/// The grammar of a number: terms joined by «و» "and", each a group below a thousand with its scale.
extension NumberReader {
  /// «ثلاثة وعشرون ألفاً» "twenty-three thousand", «مئتان» "two hundred", «200», «ألفان» "two thousand".
  private struct Term {
    var value: Int
    /// 1, 1,000 or 1,000,000.
    var scale: Int
    var end: Int
    var rules: [String]
    /// Hundreds told before what is smaller: the 700 of «سبعمئة وستة وخمسون» "seven hundred and fifty-six".
    var leadingHundreds = 0
  }

  /// A word of a number.
  private struct Word {
    var value: Int
    var kind: NumeralClass
    var end: Int
    var rule: String
    var isConjoined: Bool
  }

  /// No count of people or events is larger.
  private static let limit = 1_000_000_000_000

  /// A number without modifiers.
  func bare(at start: Int) -> Figure? {
    guard !mentions.cues(at: start).isDisjoint(with: [.digits, .numeral]) else { return nil }
    guard let first = term(at: start) else { return nil }
    var total = first.value
    var last = first
    var rules = first.rules
    // Terms fall («ألف ومئتان» "a thousand and two hundred") or rise («مئتان وألف»); what breaks the order is another number.
    var isFalling: Bool?
    while let next = following(last), let term = term(at: next),
      term.scale != last.scale || completes(term, last)
    {
      let isSame = term.scale == last.scale
      let falls = term.scale < last.scale
      guard isSame || isFalling == nil || isFalling == falls, total + term.value < Self.limit else { break }
      if mentions.cues(at: next).contains(.digits), !falls { break }
      if !isSame { isFalling = falls }
      // «سبعمئة وستة وخمسين ألفاً وثلاثمئة ألف»: the hundreds of the thousands come last, so those told first are units, 356,700.
      if isSame { total -= last.leadingHundreds * (last.scale - 1) }
      total += term.value
      rules += term.rules
      last = term
    }
    var end = last.end
    if let half = half(after: last), total + half.value < Self.limit { (total, end) = (total + half.value, half.end) }
    if let again = repeated(total, at: end) { end = again }
    guard total < Self.limit else { return nil }
    return Figure(tokens: start..<end, value: .exactly(total), rules: rules, scale: last.scale)
  }

  // «أربعة وثلاثين ألفاً وثمانمئة ألف», "thirty-four thousand and eight hundred thousand": the scale is said of the hundreds and of the
  // rest.
  private func completes(_ term: Term, _ last: Term) -> Bool {
    guard term.scale == last.scale, term.scale > 1 else { return false }
    let (a, b) = (term.value / term.scale, last.value / last.scale - last.leadingHundreds)
    return a % 100 == 0 && b < 100 || b % 100 == 0 && a < 100
  }

  // «و» stands apart before digits, attached to a word.
  private func following(_ term: Term) -> Int? {
    if text.isWord(term.end, FrameWord.and) {
      return mentions.cues(at: term.end + 1).contains(.digits) && term.scale > 1 ? term.end + 1 : nil
    }
    return word(at: term.end, conjunction: true)?.isConjoined == true ? term.end : nil
  }

  // «خمسة عشر (15)», "fifteen (15)"
  private func repeated(_ value: Int, at token: Int) -> Int? {
    guard text.isMark(token, .open), mentions.cues(at: token + 1).contains(.digits), text.isMark(token + 2, .close),
      Self.integer(text.folded(token + 1)) == value
    else { return nil }
    return token + 3
  }

  private func term(at start: Int) -> Term? {
    if mentions.cues(at: start).contains(.digits) { return digits(at: start) }
    if let fraction = fraction(at: start) { return fraction }
    if let group = group(at: start) {
      guard let scale = word(at: group.end, conjunction: false), Self.isScale(scale.kind) else { return group }
      return Term(
        value: group.value * scale.value, scale: scale.value, end: scale.end, rules: group.rules + [scale.rule],
        leadingHundreds: group.leadingHundreds)
    }
    guard let word = word(at: start, conjunction: true) else { return nil }
    switch word.kind {
    case .thousand, .million: return Term(value: word.value, scale: word.value, end: word.end, rules: [word.rule])
    case .thousands, .millions, .thousandsConstruct, .millionsConstruct:
      return Term(value: word.value, scale: word.value / 2, end: word.end, rules: [word.rule])
    default: return nil
    }
  }

  private static func isScale(_ kind: NumeralClass) -> Bool { kind == .thousand || kind == .million }

  // «نصف مليون», "half a million"
  private func fraction(at start: Int) -> Term? {
    guard let part = word(at: start, conjunction: false), part.kind == .fraction,
      let scale = word(at: part.end, conjunction: false), Self.isScale(scale.kind)
    else { return nil }
    return Term(
      value: scale.value / part.value, scale: scale.value, end: scale.end, rules: [part.rule, scale.rule])
  }

  // «مليون ونصف مليون», «مليون ونصف», "a million and a half"
  private func half(after term: Term) -> (value: Int, end: Int)? {
    guard term.scale > 1, let part = word(at: term.end, conjunction: true), part.kind == .fraction, part.isConjoined
    else { return nil }
    let scale = word(at: part.end, conjunction: false)
    if let scale, Self.isScale(scale.kind), scale.value == term.scale { return (term.scale / part.value, scale.end) }
    return (term.scale / part.value, part.end)
  }

  /// A number below a thousand in words, in either order: «مئة وثلاثة وعشرون», «ثلاثة وعشرون ومئة».
  private func group(at start: Int) -> Term? {
    guard let first = word(at: start, conjunction: true) else { return nil }
    if let hundreds = hundreds(first) {
      guard let next = word(at: hundreds.end, conjunction: true), next.isConjoined,
        let low = low(next), !isHundredsAfter(low.end)
      else { return hundreds }
      return Term(
        value: hundreds.value + low.value, scale: 1, end: low.end, rules: hundreds.rules + low.rules,
        leadingHundreds: hundreds.value)
    }
    guard let low = low(first) else { return nil }
    guard let next = word(at: low.end, conjunction: true), next.isConjoined, let hundreds = hundreds(next) else {
      return low
    }
    return Term(value: low.value + hundreds.value, scale: 1, end: hundreds.end, rules: low.rules + hundreds.rules)
  }

  // «مئة وخمس مئة» are two numbers.
  private func isHundredsAfter(_ token: Int) -> Bool { word(at: token, conjunction: false)?.kind == .hundred }

  private func hundreds(_ word: Word) -> Term? {
    switch word.kind {
    case .hundred, .hundreds: return Term(value: word.value, scale: 1, end: word.end, rules: [word.rule])
    case .unit:
      guard word.value >= 3, let hundred = self.word(at: word.end, conjunction: false), hundred.kind == .hundred else {
        return nil
      }
      return Term(value: word.value * 100, scale: 1, end: hundred.end, rules: [word.rule, hundred.rule])
    default: return nil
    }
  }

  /// 1…99: «ثلاثة», «ثلاثة عشر», «ثلاثة وعشرون», «عشرون».
  private func low(_ word: Word) -> Term? {
    switch word.kind {
    case .ten, .tens, .teen: return Term(value: word.value, scale: 1, end: word.end, rules: [word.rule])
    case .unit, .stem:
      if let ten = self.word(at: word.end, conjunction: false), ten.kind == .ten {
        return Term(value: word.value + 10, scale: 1, end: ten.end, rules: [word.rule, ten.rule])
      }
      if let tens = self.word(at: word.end, conjunction: true), tens.kind == .tens, tens.isConjoined {
        return Term(value: word.value + tens.value, scale: 1, end: tens.end, rules: [word.rule, tens.rule])
      }
      return word.kind == .unit ? Term(value: word.value, scale: 1, end: word.end, rules: [word.rule]) : nil
    default: return nil
    }
  }

  /// The word of a number at a token.
  private func word(at index: Int, conjunction: Bool) -> Word? {
    guard mentions.cues(at: index).contains(.numeral) else { return nil }
    var best: Word?
    for mention in mentions.starting(at: index, of: .numeral) {
      guard case .numeral(let value, let kind) = mention.meaning else { continue }
      let isConjoined = mention.clitics.contains(.conjunction)
      if isConjoined && !conjunction || mention.clitics.contains(.pronoun) { continue }
      let end = mention.tokens.upperBound
      // «أثناء», "during", has the letters of «اثنا» "two of"; the number begins without a hamza.
      if kind == .stem, value == 2, text.tokens[index].hamza != nil { continue }
      // «وأحد عشر», "and eleven", has the letters of «واحد» "one".
      if kind == .unit, value == 1, text.tokens[index].hamza != nil { continue }
      if kind == .thousandsConstruct || kind == .millionsConstruct, !isCounted(end) { continue }
      let isBetter =
        best.map { end > $0.end || end == $0.end && Self.isConstruct(kind) && !Self.isConstruct($0.kind) } ?? true
      if isBetter {
        best = Word(value: value, kind: kind, end: end, rule: mention.rule, isConjoined: isConjoined)
      }
    }
    return best
  }

  private static func isConstruct(_ kind: NumeralClass) -> Bool {
    kind == .thousandsConstruct || kind == .millionsConstruct
  }

  // «ألفا مقاتل», "two thousand fighters": the noun follows at once.
  private func isCounted(_ token: Int) -> Bool {
    guard token < text.tokens.count, text.tokens[token].kind == .word,
      !mentions.cues(at: token).contains(.numeral), !text.isWord(token, among: FrameWord.prepositions)
    else { return false }
    let first = text.folded(token).first
    return first != LetterCode.waw && first != LetterCode.beh && first != LetterCode.feh
  }

  private func digits(at start: Int) -> Term? {
    guard var value = Self.integer(text.folded(start)) else { return nil }
    var end = start + 1
    while isNarrowSpace(after: end - 1), let group = Self.integer(text.folded(end)), text.folded(end).count == 3,
      value < 1_000_000
    {
      (value, end) = (value * 1000 + group, end + 1)
    }
    // A thousands mark: «1,200», «1.200», «1٬200».
    while isGroupMark(end), mentions.cues(at: end + 1).contains(.digits), !text.tokens[end + 1].spaceBefore {
      let part = text.folded(end + 1)
      if part.count == 3, let group = Self.integer(part), value < 1_000_000, value > 0 {
        value = value * 1000 + group
        end += 2
        continue
      }
      return decimal(value, part, end + 2, start)
    }
    if isPercentage(end) { return nil }
    var rules = ["frame:digits"]
    var scaled = 1
    if let scale = word(at: end, conjunction: false), Self.isScale(scale.kind), value < 1000 {
      value *= scale.value
      (end, scaled) = (scale.end, scale.value)
      rules.append(scale.rule)
      // «300 ألف ألف» is no way to count.
      if let twice = word(at: end, conjunction: false), Self.isScale(twice.kind) { return nil }
    }
    return Term(value: value, scale: scaled, end: end, rules: rules)
  }

  // «1 250» with a space that does not break the line, U+00A0 or U+202F, before three digits.
  private func isNarrowSpace(after token: Int) -> Bool {
    guard token + 1 < text.tokens.count, mentions.cues(at: token + 1).contains(.digits) else { return false }
    let between = text.bytes[Int(text.tokens[token].end)..<Int(text.tokens[token + 1].start)]
    return between.elementsEqual([0xC2, 0xA0]) || between.elementsEqual([0xE2, 0x80, 0xAF])
  }

  // «6.5 مليون», "6.5 million"; a decimal without a scale is no count.
  private func decimal(_ whole: Int, _ part: ArraySlice<UInt8>, _ end: Int, _ start: Int) -> Term? {
    guard part.count <= 3, let digits = Self.integer(part), whole < 1000, let scale = word(at: end, conjunction: false),
      Self.isScale(scale.kind)
    else { return nil }
    let divisor = part.count == 1 ? 10 : part.count == 2 ? 100 : 1000
    return Term(
      value: whole * scale.value + digits * scale.value / divisor, scale: scale.value, end: scale.end,
      rules: ["frame:digits", scale.rule])
  }

  private func isPercentage(_ token: Int) -> Bool { text.isMark(token, .percent) }

  private func isGroupMark(_ index: Int) -> Bool {
    guard index + 1 < text.tokens.count else { return false }
    let token = text.tokens[index]
    return token.kind == .mark && !token.spaceBefore && [0x2C, 0x2E, 0x66B, 0x66C, 0x60C].contains(token.scalar)
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
}
