internal import Incidents

/// The written forms of a full date, day, month and year, within the tokens of a line.
struct DatePattern {
  /// A date and the index of the token after it; `date` nil is a Hijri date, which is recognised only to step over it.
  struct Match {
    var date: CalendarDate?
    var end: Int
  }

  /// The years in which an article can have been published.
  static let years = 2000...2035

  let tokens: [DatelineToken]

  /// The date that begins at that token.
  func match(at index: Int) -> Match? {
    guard var match = numeric(at: index) ?? dayFirst(at: index) ?? yearFirst(at: index) ?? monthFirst(at: index)
    else { return hijri(at: index) }
    // «2023م»: the sign of the Christian era.
    if word(match.end) == "م" { match.end += 1 }
    return match
  }

  /// «10/9/2023», «2023.09.10», «2023-9-10»; day before month; month before day only where nothing else is possible.
  private func numeric(at index: Int) -> Match? {
    guard let a = number(index, 1...4), let first = separator(index + 1), let b = number(index + 2, 1...2),
      separator(index + 3) == first, let c = number(index + 4, 1...4), !isGluedOn(index, end: index + 5, first)
    else { return nil }
    let end = index + 5
    if number(index, 4...4) != nil {
      guard number(index + 4, 1...2) != nil else { return nil }
      if isHijri(a) { return Match(date: nil, end: end) }
      return date(a, b, c).map { Match(date: $0, end: end) }
    }
    guard number(index, 1...2) != nil, number(index + 4, 4...4) != nil else { return nil }
    if isHijri(c) { return Match(date: nil, end: end) }
    return (date(c, b, a) ?? date(c, a, b)).map { Match(date: $0, end: end) }
  }

  /// «06 نوفمبر 2024», «10 أيلول/سبتمبر 2023», «04/أبريل/2021», «3rd, December 2023».
  private func dayFirst(at index: Int) -> Match? {
    guard let day = number(index, 1...2) else { return nil }
    var next = afterOrdinal(index + 1)
    next = afterSeparator(next)
    if word(next) == "من" || word(next) == "of" { next += 1 }
    guard let month = month(at: next), let year = year(at: month.end) else { return nil }
    return date(year.year, month.month, day).map { Match(date: $0, end: year.end) }
  }

  /// «2023 أيلول 10».
  private func yearFirst(at index: Int) -> Match? {
    guard let year = number(index, 4...4), let month = month(at: afterSeparator(index + 1)) else { return nil }
    let next = afterSeparator(month.end)
    guard let day = number(next, 1...2) else { return nil }
    return date(year, month.month, day).map { Match(date: $0, end: next + 1) }
  }

  /// «أيلول 10, 2023», «September 10th, 2023».
  private func monthFirst(at index: Int) -> Match? {
    guard let month = month(at: index) else { return nil }
    let next = afterSeparator(month.end)
    guard let day = number(next, 1...2), let year = year(at: afterOrdinal(next + 1)) else { return nil }
    return date(year.year, month.month, day).map { Match(date: $0, end: year.end) }
  }

  /// «25 صفر 1445 هـ», «صفر 25, 1445».
  private func hijri(at index: Int) -> Match? {
    var next = index
    if number(next, 1...2) != nil { next = afterSeparator(next + 1) }
    guard let first = word(next), let words = MonthNames.hijriWords(first, word(next + 1)) else { return nil }
    next = afterSeparator(next + words)
    if number(next, 1...2) != nil { next = afterSeparator(next + 1) }
    guard let year = number(next, 4...4), isHijri(year) else { return nil }
    return Match(date: nil, end: next + 1)
  }

  /// A month's name, also told twice in two families, «أيلول/سبتمبر», «أيلول (سبتمبر)»; nil when the two differ.
  private func month(at index: Int) -> (month: Int, end: Int)? {
    guard let first = word(index), let name = MonthNames.month(first, word(index + 1)) else { return nil }
    let end = index + name.words
    let again = afterSeparator(end, also: "(")
    guard let second = word(again), let other = MonthNames.month(second, word(again + 1)) else {
      return (name.month, end)
    }
    guard other.month == name.month else { return nil }
    let close = again + other.words
    return (name.month, mark(close) == ")" ? close + 1 : close)
  }

  private func year(at index: Int) -> (year: Int, end: Int)? {
    var next = afterSeparator(index)
    if let word = word(next), ["عام", "سنه", "لعام", "من"].contains(word) { next += 1 }
    return number(next, 4...4).map { ($0, next + 1) }
  }

  private func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    DatePattern.years.contains(year) ? CalendarDate(year: year, month: month, day: day) : nil
  }

  private func isHijri(_ year: Int) -> Bool { (1300...1500).contains(year) }

  /// True when a further number hangs on the date, as in a version or an address: «1.10.9.2023».
  private func isGluedOn(_ start: Int, end: Int, _ separator: Unicode.Scalar) -> Bool {
    let before = start > 1 && mark(start - 1) == separator && tokens[start].isGlued && number(start - 2, 1...9) != nil
    let after = mark(end) == separator && tokens[end].isGlued && number(end + 1, 1...9) != nil
    return before || (after && tokens[end + 1].isGlued)
  }

  private func afterOrdinal(_ index: Int) -> Int {
    guard let suffix = word(index), tokens[index].isGlued, ["st", "nd", "rd", "th"].contains(suffix) else {
      return index
    }
    return index + 1
  }

  private func afterSeparator(_ index: Int, also: Unicode.Scalar = "/") -> Int {
    guard let mark = mark(index), mark == also || "/-.,،\\؍".unicodeScalars.contains(mark) else { return index }
    return index + 1
  }

  private func separator(_ index: Int) -> Unicode.Scalar? {
    mark(index).flatMap { "/-.\\؍–".unicodeScalars.contains($0) ? $0 : nil }
  }

  private func number(_ index: Int, _ digits: ClosedRange<Int>) -> Int? {
    tokens.indices.contains(index) ? tokens[index].number(digits: digits) : nil
  }

  private func word(_ index: Int) -> String? { tokens.indices.contains(index) ? tokens[index].word : nil }
  private func mark(_ index: Int) -> Unicode.Scalar? { tokens.indices.contains(index) ? tokens[index].mark : nil }
}
