internal import Incidents

/// One line of an article, parsed as what it would be if it were a dateline.
struct DatelineLine {
  enum Part: Equatable {
    case date(CalendarDate)
    case time
    case companion
    case published
    case updated
    /// A word that binds a date into a sentence: «في», «يوم».
    case binding
    /// A mark that sets parts off strongly: `-`, `|`, `:`, a bracket.
    case separator
    case comma
    case word
    case number
  }

  private(set) var parts: [Part] = []
  /// True when the line is longer than a dateline can be; then only its beginning is parsed.
  let isLong: Bool

  /// The most tokens that are looked at.
  private static let tokenLimit = 40

  /// Parses a line; cost is bound by ``tokenLimit``.
  init(_ line: some StringProtocol) {
    let tokens = DatelineToken.tokens(of: line, limit: DatelineLine.tokenLimit)
    isLong = tokens.count >= DatelineLine.tokenLimit
    // No year, no date: most lines end here.
    guard tokens.contains(where: { $0.number(digits: 4...4) != nil }) else { return }
    let pattern = DatePattern(tokens: tokens)
    var index = 0
    while index < tokens.count {
      if let match = pattern.match(at: index) {
        parts.append(match.date.map(Part.date) ?? .companion)
        index = match.end
      } else if let end = DatelineLine.endOfTime(in: tokens, at: index) {
        parts.append(.time)
        index = end
      } else {
        if let part = DatelineLine.part(of: tokens[index]) { parts.append(part) }
        index += 1
      }
    }
  }

  private static func part(of token: DatelineToken) -> Part? {
    switch token.kind {
    case .number: return .number
    case .word(let word):
      if DatelineWords.published.contains(word) { return .published }
      if DatelineWords.updated.contains(word) { return .updated }
      if DatelineWords.binding.contains(word) { return .binding }
      if DatelineWords.companions.contains(word) || DatelineWords.halves.contains(word) { return .companion }
      return .word
    case .mark(let mark):
      switch mark {
      case "|", "-", "–", "—", ":", "•", "·", "●", "▪", "(", ")", "[", "]", "»", "«", ">", "/", "؛", ";":
        return .separator
      case ",", "،", ".": return .comma
      default: return nil
      }
    }
  }

  /// «07:25», «10:20:05 ص», «10.20 مساء», «الساعة 10», «+03:00», «GMT+3», «235 مشاهدة».
  private static func endOfTime(in tokens: [DatelineToken], at start: Int) -> Int? {
    func number(_ index: Int) -> Bool { index < tokens.count && tokens[index].number(digits: 1...6) != nil }
    func mark(_ index: Int) -> Unicode.Scalar? { index < tokens.count ? tokens[index].mark : nil }
    func word(_ index: Int) -> String? { index < tokens.count ? tokens[index].word : nil }
    func isHalf(_ index: Int) -> Bool { word(index).map { DatelineWords.halves.contains($0) } ?? false }

    if mark(start) == "+" || mark(start) == "-", number(start + 1), tokens[start + 1].isGlued, start > 0,
      tokens[start].isGlued || mark(start) == "+"
    {
      return mark(start + 2) == ":" && number(start + 3) ? start + 4 : start + 2
    }
    guard tokens[start].number(digits: 1...6) != nil else { return nil }
    let after = start + 1
    if mark(after) == ":" || mark(after) == ".", tokens[start].number(digits: 1...2) != nil,
      after + 1 < tokens.count, tokens[after + 1].number(digits: 2...2) != nil
    {
      var end = after + 2
      let isClock = mark(after) == ":"
      if isClock, mark(end) == ":", number(end + 1) { end += 2 }
      if isClock, mark(end) == ".", number(end + 1), tokens[end + 1].isGlued { end += 2 }
      if isHalf(end) { return end + 1 }
      return isClock ? end : nil
    }
    if isHalf(after) { return after + 1 }
    if let unit = word(after), DatelineWords.counted.contains(unit) { return after + 1 }
    return start > 0 && word(start - 1) == "الساعه" ? after : nil
  }
}
