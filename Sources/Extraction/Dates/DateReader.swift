internal import ArabicText
internal import Incidents

/// Finds the date expressions of a text, left to right, the longest at each place.
///
/// Every frame is a value with an id, a prose name and an example; ``frames`` is the grammar.
struct DateReader {
  let text: TokenizedText
  let mentions: MentionTable
  let numbers: NumberReader
  var anchor: DateAnchor

  /// One way to tell a date.
  struct Frame: Sendable {
    let id: String
    /// What it reads, in prose, with an example.
    let name: String
    /// Reads the expression that begins at the token; nil when it does not fit.
    let read: @Sendable (DateReader, Int) -> DateExpression?
  }

  /// The grammar, in no order of importance: the longest reading wins.
  static let frames: [Frame] = explicitFrames + relativeFrames + spanFrames

  /// All expressions of the text in order; they do not overlap.
  func expressions() -> [DateExpression] {
    var result: [DateExpression] = []
    var token = 0
    while token < text.tokens.count {
      if canBegin(token), let found = longest(at: token) {
        result.append(found)
        token = found.tokens.upperBound
      } else {
        token += 1
      }
    }
    return result
  }

  private func longest(at token: Int) -> DateExpression? {
    var best: DateExpression?
    for frame in Self.frames {
      guard var found = frame.read(self, token) else { continue }
      found.rule = "frame:\(frame.id)"
      if found.tokens.count > best?.tokens.count ?? 0 { best = found }
    }
    return best
  }

  // A date begins at a number or at a word of the date tables; every other token costs one look.
  private func canBegin(_ token: Int) -> Bool {
    switch text.tokens[token].kind {
    case .number: return true
    case .word:
      for mention in mentions.starting(at: token) {
        switch mention.meaning {
        case .date, .month, .weekday: return true
        default: continue
        }
      }
      return isWord(token, FrameWord.between) || isWord(token, FrameWord.from)
    default: return false
    }
  }
}

/// The words that frames are built from. Each returns what stands at a token and the token after it.
extension DateReader {
  /// A month's name, also doubled: «نيسان/أبريل» "April", «كانون الثاني (يناير)» "January", by their Levantine and
  /// their Latin names.
  func month(at start: Int, calendar: MonthCalendar = .gregorian) -> (month: Int, end: Int)? {
    guard let first = monthName(at: start, calendar) else { return nil }
    var next = first.end
    var marks = 0
    while next < text.tokens.count, text.tokens[next].kind == .mark,
      [0x2F, 0x28, 0x2D, 0x22].contains(text.tokens[next].scalar),
      marks < 2
    { (next, marks) = (next + 1, marks + 1) }
    if marks > 0, let second = monthName(at: next, calendar), second.month == first.month {
      var end = second.end
      if end < text.tokens.count, text.tokens[end].kind == .mark, text.tokens[end].scalar == 0x29 { end += 1 }
      return (first.month, end)
    }
    return first
  }

  private func monthName(at start: Int, _ wanted: MonthCalendar) -> (month: Int, end: Int)? {
    var best: (month: Int, end: Int)?
    for mention in mentions.starting(at: start) {
      guard case .month(let month, let calendar) = mention.meaning, calendar == wanted else { continue }
      if mention.clitics.contains(.pronoun) || mention.clitics.contains(.accusative) { continue }
      if mention.tokens.upperBound > best?.end ?? 0 { best = (month, mention.tokens.upperBound) }
    }
    return best
  }

  /// A weekday's name with «يوم» "day" before it or not: 0 Sunday … 6 Saturday.
  func weekday(at start: Int) -> (weekday: Int, end: Int)? {
    let token = isWord(start, FrameWord.day) ? start + 1 : start
    for mention in mentions.starting(at: token) {
      if case .weekday(let day) = mention.meaning, mention.clitics.contains(.article) {
        return (day, mention.tokens.upperBound)
      }
    }
    return nil
  }

  /// The longest word of a kind at a token, with its value.
  func word(_ kind: DateWord, at start: Int) -> (value: String, end: Int, clitics: Clitics)? {
    var best: (value: String, end: Int, clitics: Clitics)?
    for mention in mentions.starting(at: start) {
      guard case .date(let found, let value) = mention.meaning, found == kind else { continue }
      if mention.clitics.contains(.pronoun) { continue }
      if mention.tokens.upperBound > best?.end ?? 0 { best = (value, mention.tokens.upperBound, mention.clitics) }
    }
    return best
  }

  /// A year written in four digits, 1900…2100, with «عام» or «سنة» "year" before it or «م» "AD" after it.
  func year(at start: Int) -> (year: Int, end: Int)? {
    var token = start
    if let unit = word(.unit, at: token), unit.value == "year" { token = unit.end }
    guard let value = number(at: token), (1900...2100).contains(value) else { return nil }
    var end = token + 1
    if end < text.tokens.count, text.folded(end).elementsEqual([LetterCode.meem]) { end += 1 }
    return (value, end)
  }

  /// A written day of a month, 1…31, in digits or as an ordinal («الخامس عشر» "the fifteenth").
  func dayOfMonth(at start: Int) -> (day: Int, end: Int)? {
    if let value = number(at: start), (1...31).contains(value) { return (value, start + 1) }
    if let ordinal = word(.ordinal, at: start), ordinal.clitics.contains(.article), let day = Int(ordinal.value) {
      return (day, ordinal.end)
    }
    return nil
  }

  func number(at token: Int) -> Int? {
    guard token < text.tokens.count, text.tokens[token].kind == .number else { return nil }
    return NumberReader.integer(text.folded(token))
  }

  func isWord(_ token: Int, _ word: FoldedWord) -> Bool { text.isWord(token, word) }

  func isMark(_ token: Int, _ scalars: Set<UInt32>) -> Bool {
    token >= 0 && token < text.tokens.count && text.tokens[token].kind == .mark
      && scalars.contains(text.tokens[token].scalar)
  }

  /// Passes over marks that may stand between the parts of a date: comma, bracket, quotation mark.
  func passMarks(_ start: Int, _ scalars: Set<UInt32> = [0x2C, 0x60C, 0x28, 0x22, 0xAB]) -> Int {
    var token = start
    while isMark(token, scalars) { token += 1 }
    return token
  }

  /// Takes in a closing bracket when the expression opened one.
  func closed(_ tokens: Range<Int>) -> Range<Int> {
    let opens = tokens.filter { isMark($0, [0x28]) }.count
    let closes = tokens.filter { isMark($0, [0x29]) }.count
    return opens > closes && isMark(tokens.upperBound, [0x29]) ? tokens.lowerBound..<tokens.upperBound + 1 : tokens
  }

  /// The year that belongs to a month told without one, by the words after it: «الجاري» "current", «الماضي» "last",
  /// or the anchor.
  func impliedYear(month: Int, after end: Int) -> (year: Int?, end: Int) {
    if let current = word(.current, at: end), current.clitics.contains(.article) {
      return (anchor.year(ofMonth: month), current.end)
    }
    if let past = word(.past, at: end), past.clitics.contains(.article) {
      // «أيار الفائت», "last May", said in June is this year's; said in May it is last year's.
      let year = anchor.year(ofMonth: month)
      if let year, let current = anchor.month, current == month { return (year - 1, past.end) }
      return (year, past.end)
    }
    if isWord(end, FrameWord.from), let phrase = yearPhrase(at: end + 1) { return (phrase.year, phrase.end) }
    if let phrase = yearPhrase(at: end) { return (phrase.year, phrase.end) }
    return (anchor.year(ofMonth: month), end)
  }

  /// «العام الجاري» "the current year", «هذا العام 2023» "this year 2023", «العام الماضي» "last year": a year,
  /// perhaps relative.
  func yearPhrase(at start: Int) -> (year: Int?, end: Int)? {
    var token = start
    var offset: Int?
    if let current = word(.current, at: token), !current.clitics.contains(.article) {
      (offset, token) = (0, current.end)
    }
    guard let unit = word(.unit, at: token), unit.value == "year", unit.clitics.contains(.article) || offset != nil
    else { return nil }
    token = unit.end
    if let current = word(.current, at: token) { (offset, token) = (0, current.end) }
    if let past = word(.past, at: token) { (offset, token) = (-1, past.end) }
    if let next = word(.next, at: token) { (offset, token) = (1, next.end) }
    let explicit = passMarks(token)
    if let value = number(at: explicit), (1900...2100).contains(value) {
      return (value, closed(start..<explicit + 1).upperBound)
    }
    guard let offset else { return nil }
    return (anchor.year.map { $0 + offset }, token)
  }
}
