internal import ArabicText
internal import Incidents

/// Dates counted from the one told last in the text.
extension DateReader {
  static let anaphoricFrames: [Frame] = [
    Frame(
      id: "date-same",
      name: "the same or the next day, night, month, year: «اليوم نفسه», «الليلة ذاتها», «اليوم التالي»",
      begins: .dates(.unit, .nightOffset, .current), read: { $0.same(at: $1) }),
    Frame(
      id: "date-from-it", name: "so long before or after what was told: «قبلها بيومين», «بعد ذلك بأسبوع»",
      begins: .date(.fromIt), read: { $0.fromIt(at: $1) }),
    Frame(
      id: "date-after-deed", name: "so long after a deed that is told thereby: «بعد أربعة أيام من انفجار لغم»",
      begins: .date(.after), read: { $0.afterDeed(at: $1) }),
  ]

  /// «قبلها بيومين» "two days before it", «تلاها بيوم واحد» "followed it by one day"; «قبل ذلك بأيام» "some days before that" is vague.
  private func fromIt(at start: Int) -> DateExpression? {
    guard let direction = word(.fromIt, at: start), let sign = Int(direction.value),
      let long = duration(at: direction.end, attached: true)
    else { return nil }
    let tokens = start..<long.end
    guard let day = sign < 0 ? said?.start : said?.end ?? said?.start else { return unanchored(tokens) }
    guard let days = long.days else {
      let (near, far) =
        sign < 0 ? (day.adding(days: -7), day.adding(days: -1)) : (day.adding(days: 1), day.adding(days: 7))
      return DateExpression(
        tokens: tokens, span: DateSpan(start: near, end: far, precision: .approx), basis: .text)
    }
    return DateExpression(tokens: tokens, span: .day(day.adding(days: sign * days)), basis: .text)
  }

  /// «ويأتي الهجوم بعد أربعة أيام من انفجار لغم», "the attack comes four days after the explosion of a mine": so long before what was told.
  private func afterDeed(at start: Int) -> DateExpression? {
    guard let after = word(.after, at: start), let long = duration(at: after.end, attached: false), let days = long.days
    else { return nil }
    let tokens = start..<long.end
    let only = word(.few, at: long.end)?.end ?? long.end
    // «وبعد يومين منه», "and two days after it"
    if isItsPronoun(only) {
      guard let day = said?.end ?? said?.start else { return unanchored(tokens) }
      return DateExpression(tokens: start..<only + 1, span: .day(day.adding(days: days)), basis: .text)
    }
    guard text.isWord(only, FrameWord.from) || text.isWord(only, FrameWord.on), isDeed(only + 1) else {
      return nil
    }
    guard let day = said?.start ?? anchor.published else { return unanchored(tokens) }
    return DateExpression(tokens: tokens, span: .day(day.adding(days: -days)), basis: .text)
  }

  // «منه», «منها», "of it".
  private func isItsPronoun(_ token: Int) -> Bool {
    guard token < text.tokens.count else { return false }
    let word = text.folded(token)
    return (3...4).contains(word.count) && FrameWord.from.matches(word.dropLast(word.count - 2))
  }

  // A deed told for the first time: «انفجار» "an explosion" without the article, «العثور على جثة» "the finding of a body".
  private func isDeed(_ token: Int) -> Bool {
    mentions.starting(at: token, of: .trigger.union(.casualty)).contains { mention in
      switch mention.meaning {
      case .trigger(let trigger):
        trigger.form != .verb && (!mention.clitics.contains(.article) || mention.tokens.count > 1)
      case .casualty(let word): word.form == .noun
      default: false
      }
    }
  }

  // Days or weeks, with ب attached or not: «بيومين» "by two days", «بثلاثة أيام»; no number of days for «بأيام» "by some days".
  private func duration(at start: Int, attached: Bool) -> (days: Int?, end: Int)? {
    var token = start
    var count: Int?
    if !mentions.cues(at: token).isDisjoint(with: [.digits, .numeral]), let number = numbers.plain(at: token) {
      (count, token) = (number.value, number.end)
    }
    guard let unit = unit(at: token), count != nil || unit.clitics.contains(.beh) == attached else { return nil }
    let length: Int
    switch unit.unit.kind {
    case .day: length = 1
    case .week: length = 7
    case .hour, .month, .year: return nil
    }
    var end = unit.end
    if count == nil {
      switch unit.unit.number {
      case .one: count = 1
      case .two: count = 2
      case .many: return (nil, end)
      }
    }
    if count == 1, let one = numbers.plain(at: end), one.value == 1 { end = one.end }
    return (count.map { $0 * length }, end)
  }

  private func same(at start: Int) -> DateExpression? {
    var token = start
    if let current = word(.current, at: token), !current.clitics.contains(.article) { token = current.end }
    if let night = word(.nightOffset, at: token), night.clitics.contains(.article), night.end == token + 1 {
      return same(.day, at: night.end, start)
    }
    guard let unit = unit(at: token), unit.unit.number == .one, unit.clitics.contains(.article) else { return nil }
    return same(unit.unit.kind, at: unit.end, start)
  }

  // «نفسه» "itself" 0, «التالي» "following" 1, «السابق له» "before it" −1, from the last day told.
  private func same(_ unit: TimeUnit.Kind, at token: Int, _ start: Int) -> DateExpression? {
    guard let found = word(.same, at: token), let shift = Int(found.value) else { return nil }
    let tokens = start..<found.end
    guard let said, let first = said.start, let last = said.end ?? said.start else { return nil }
    var result = DateExpression(tokens: tokens, span: said, basis: .text)
    switch unit {
    case .hour: return nil
    case .day:
      result.span = shift == 0 ? said : .day(last.adding(days: shift))
    case .week:
      result.span = DateSpan(
        start: first.adding(days: 7 * shift - (shift == 0 ? 3 : 0)),
        end: last.adding(days: 7 * shift + (shift == 0 ? 3 : 0)),
        precision: .approx)
    case .month:
      let month = (shift > 0 ? last : first).startOfMonth(adding: shift)
      result.span = DateSpan(start: month, end: month.endOfMonth, precision: .month)
    case .year: return months(1, 12, of: (shift > 0 ? last : first).year + shift, tokens, .year, basis: .text)
    }
    return result
  }
}
