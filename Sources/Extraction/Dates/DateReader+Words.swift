internal import ArabicText
internal import Incidents

/// The words that frames are built from. Each returns what stands at a token and the token after it.
extension DateReader {
  /// A month by its name.
  struct Month {
    var month: Int
    var calendar: MonthCalendar
    var alone: Bool
    var end: Int
    /// True when its «و» "and" is attached.
    var isConjoined: Bool
  }

  /// A month's name, also doubled: «نيسان/أبريل» "April", «كانون الثاني (يناير)» "January", by their Levantine and
  /// their Latin names.
  func month(at start: Int) -> Month? {
    guard mentions.cues(at: start).contains(.month), var first = monthName(at: start) else { return nil }
    var next = first.end
    var marks = 0
    while marks < 2, isMark(next, [.slash, .open, .hyphen, .quote, .backslash, .bar]) {
      (next, marks) = (next + 1, marks + 1)
    }
    if let second = monthName(at: next), second.month == first.month, second.calendar == first.calendar,
      !second.isConjoined
    {
      first.end = isMark(second.end, .close) ? second.end + 1 : second.end
      first.alone = true
    }
    return first
  }

  /// «شهر» "the month of" before a month's name or number.
  func monthWord(at start: Int) -> Int? {
    guard let unit = unit(at: start), unit.unit.kind == .month, unit.unit.number == .one,
      unit.clitics.isDisjoint(with: [.article, .accusative])
    else { return nil }
    return unit.end
  }

  /// A month after «شهر» "the month of": its name, or its number as it is spoken, «شهر 9» "month 9", «شهر تسعة».
  func monthNamedOrNumbered(at token: Int) -> Month? {
    if let named = month(at: token) { return named }
    guard !mentions.cues(at: token).isDisjoint(with: [.digits, .numeral]), let number = numbers.plain(at: token),
      (1...12).contains(number.value), number.end == token + 1,
      number.value > 1 || mentions.cues(at: token).contains(.digits),
      mentions.cues(at: number.end).isDisjoint(with: [.people, .casualty, .unit, .trigger])
    else { return nil }
    return Month(month: number.value, calendar: .gregorian, alone: true, end: number.end, isConjoined: false)
  }

  private func monthName(at start: Int) -> Month? {
    guard mentions.cues(at: start).contains(.month) else { return nil }
    var best: Month?
    for mention in mentions.starting(at: start, of: .month) {
      guard case .month(let meaning) = mention.meaning,
        mention.clitics.isDisjoint(with: [.pronoun, .accusative, .kaf])
      else { continue }
      // «الأب», "the father", is no «آب» "August": the Levantine and Latin names take no article.
      if mention.clitics.contains(.article), meaning.calendar == .gregorian { continue }
      // «في باب توما», "in Bab Touma": «باب» "gate" is no «بآب» "in August", which is written with its madda.
      if mention.clitics.contains(.beh), mention.tokens.count == 1, text.tokens[start].hamza == nil,
        text.folded(start).count <= 4, text.folded(start).suffix(2).first == LetterCode.alef
      {
        continue
      }
      if mention.tokens.upperBound > best?.end ?? 0 {
        best = Month(
          month: meaning.month, calendar: meaning.calendar, alone: meaning.alone == .yes,
          end: mention.tokens.upperBound, isConjoined: mention.clitics.contains(.conjunction))
      }
    }
    return best
  }

  /// A weekday's name with «يوم» "day" before it or not: 0 Sunday … 6 Saturday.
  func weekday(at start: Int) -> (weekday: Int, end: Int)? {
    let token = passDayWord(start)
    guard mentions.cues(at: token).contains(.weekday) else { return nil }
    for mention in mentions.starting(at: token, of: .weekday) {
      if case .weekday(let day) = mention.meaning, mention.clitics.contains(.article) {
        return (day, mention.tokens.upperBound)
      }
    }
    return nil
  }

  /// Passes over «يوم» "the day", as in «يوم الأحد» "the day Sunday".
  func passDayWord(_ start: Int) -> Int {
    guard let unit = unit(at: start), unit.unit.kind == .day, unit.unit.number == .one,
      unit.clitics.isDisjoint(with: [.article, .accusative])
    else { return start }
    return unit.end
  }

  /// The longest word of a kind at a token, with its value.
  func word(_ kind: DateWord, at start: Int) -> (value: String, end: Int, clitics: Clitics)? {
    guard mentions.cues(at: start).contains(.date(kind)) else { return nil }
    var best: (value: String, end: Int, clitics: Clitics)?
    for mention in mentions.starting(at: start, of: .date(kind)) {
      guard case .date(let found, let value) = mention.meaning, found == kind else { continue }
      if mention.clitics.contains(.pronoun) { continue }
      if mention.tokens.upperBound > best?.end ?? 0 { best = (value, mention.tokens.upperBound, mention.clitics) }
    }
    return best
  }

  /// A unit of time at a token.
  func unit(at start: Int) -> (unit: TimeUnit, end: Int, clitics: Clitics)? {
    guard let found = word(.unit, at: start), let unit = TimeUnit(found.value) else { return nil }
    return (unit, found.end, found.clitics)
  }

  /// A written day of a month, 1…31, in digits («الـ12» "the 12th" too) or as an ordinal («الخامس عشر» "the fifteenth").
  func dayOfMonth(at start: Int) -> (day: Int, end: Int)? {
    let token = word(.article, at: start)?.end ?? start
    if let value = number(at: token), (0...99).contains(value), text.folded(token).count <= 2 {
      return (value, word(.ordinalEnding, at: token + 1)?.end ?? token + 1)
    }
    if let ordinal = word(.ordinal, at: start), let day = Int(ordinal.value), day > 0,
      // «أول أيار», "the first of May"
      ordinal.clitics.contains(.article) || day == 1 && mentions.cues(at: ordinal.end).contains(.month)
    {
      return (day, ordinal.end)
    }
    // «خمسة عشر شباط», "fifteen February", as it is spoken.
    if mentions.cues(at: start).contains(.numeral), let words = numbers.plain(at: start),
      (1...31).contains(words.value),
      mentions.cues(at: words.end).contains(.month)
    {
      return (words.value, words.end)
    }
    return nil
  }

  func number(at token: Int) -> Int? {
    guard mentions.cues(at: token).contains(.digits) else { return nil }
    return NumberReader.integer(text.folded(token))
  }

  /// A year written in four digits, 1900…2100, or in words («ألفين وأربعة عشر» "two thousand and fourteen"), with «م» "AD" after it
  /// or not.
  func plainYear(at token: Int) -> (year: Int, end: Int)? {
    let value: Int
    var end: Int
    if let digits = number(at: token) {
      (value, end) = (digits, token + 1)
    } else if mentions.cues(at: token).contains(.numeral), let words = numbers.plain(at: token) {
      (value, end) = words
    } else {
      return nil
    }
    guard (1900...2100).contains(value) else { return nil }
    if let era = word(.era, at: end), era.value == MonthCalendar.gregorian.rawValue { end = era.end }
    return (value, end)
  }

  /// A year of the Hijri calendar in digits, 1300…1600, with «هـ» "AH" after it or not.
  func hijriYear(at token: Int) -> (year: Int, end: Int, isMarked: Bool)? {
    guard let value = number(at: token), HijriCalendar.years.contains(value) else { return nil }
    if let era = word(.era, at: token + 1), era.value == MonthCalendar.hijri.rawValue { return (value, era.end, true) }
    return (value, token + 1, false)
  }

  /// How far back or ahead the words after a unit put it: «الماضي» "last" −1, «قبل الماضي» "before last" −2, «الجاري» "current" 0, «المقبل»
  /// "next" 1.
  func shift(at token: Int) -> (units: Int, end: Int)? {
    for kind in [DateWord.past, .current, .next] {
      guard let found = word(kind, at: token), found.clitics.contains(.article) || found.end > token + 1,
        let units = Int(found.value)
      else { continue }
      return (units, found.end)
    }
    return nil
  }

  /// A year told by the word: «عام 2017» "the year 2017", «العام الجاري» "the current year", «هذا العام 2023» "this year 2023";
  /// also with «من» "of" before it.
  /// - Returns: the year, nil when it hangs on an anchor that is not known.
  func yearPhrase(at start: Int) -> (year: Int?, end: Int, basis: DateBasis)? {
    var token = word(.from, at: start)?.end ?? start
    var shift: Int?
    if let current = word(.current, at: token), !current.clitics.contains(.article) {
      (shift, token) = (0, current.end)
    }
    guard let unit = unit(at: token), unit.unit.kind == .year, unit.unit.number == .one,
      !unit.clitics.contains(.pronoun)
    else { return nil }
    let isDefinite = unit.clitics.contains(.article)
    token = unit.end
    // «من العام نفسه», "of the same year"
    if isDefinite, let same = word(.same, at: token), let units = Int(same.value), let year = said?.start?.year {
      return (year + units, same.end, .text)
    }
    if isDefinite, let told = self.shift(at: token) { (shift, token) = (told.units, told.end) }
    let explicit = passMarks(token)
    if let found = plainYear(at: explicit) {
      return (found.year, closed(start..<found.end).upperBound, .calendar)
    }
    guard let shift else { return nil }
    return (anchor.year.map { $0 + shift }, token, anchor.basis)
  }

  /// Passes over marks that may stand between the parts of a date: comma, bracket, quotation mark.
  func passMarks(_ start: Int, _ kinds: MarkKinds = [.comma, .open, .quote]) -> Int {
    var token = start
    while isMark(token, kinds) { token += 1 }
    return token
  }

  func isMark(_ token: Int, _ kinds: MarkKinds) -> Bool { text.isMark(token, kinds) }

  /// Takes in a closing bracket when the expression opened one.
  func closed(_ tokens: Range<Int>) -> Range<Int> {
    guard isMark(tokens.upperBound, .close) else { return tokens }
    let opens = tokens.count { isMark($0, .open) }
    let closes = tokens.count { isMark($0, .close) }
    return opens > closes ? tokens.lowerBound..<tokens.upperBound + 1 : tokens
  }

  /// True for «و» "and" before a token: standing apart, or attached to the word.
  func conjoined(at token: Int) -> Int? {
    if text.isWord(token, FrameWord.and) { return token + 1 }
    guard token < text.tokens.count, text.tokens[token].kind == .word, text.folded(token).first == LetterCode.waw else {
      return nil
    }
    return token
  }
}
