internal import ArabicText
internal import Incidents

/// Finds what the text itself calls the current month and year, for articles without a publication date.
struct DateAnchorFinder {
  let text: TokenizedText
  let mentions: MentionTable
  let numbers: NumberReader
  let hijriCalendar: HijriCalendar

  /// The anchor of relative dates: the publication date, else «العام الجاري 2024» "the current year 2024" and «نيسان
  /// الجاري» "this April" of the text.
  func anchor(published: CalendarDate?) -> DateAnchor {
    if published != nil { return DateAnchor(published: published) }
    let reader = DateReader(
      text: text, mentions: mentions, numbers: numbers, hijriCalendar: hijriCalendar,
      anchor: DateAnchor(published: nil))
    var year: Int?
    var month: Int?
    var latest: Int?
    for token in text.tokens.indices {
      let cues = mentions.cues(at: token)
      guard !cues.isDisjoint(with: [.digits, .month, .dates(.unit, .current)]) else { continue }
      // «هذا العام 2023» "this year 2023", «العام الجاري 2024» "the current year 2024"
      if year == nil, !cues.isDisjoint(with: .dates(.unit, .current)), let phrase = reader.yearPhrase(at: token),
        let found = phrase.year, isCurrent(token, phrase.end, reader)
      {
        year = found
      }
      if let found = reader.number(at: token), (2000...2100).contains(found), isYear(token) {
        latest = max(latest ?? 0, found)
      }
      // «15 نيسان/أبريل الجاري», "this 15 April"
      if month == nil, let found = reader.month(at: token), let current = reader.word(.current, at: found.end),
        current.clitics.contains(.article)
      {
        month = found.month
      }
    }
    return DateAnchor(published: nil, year: year ?? latest, month: month)
  }

  private func isCurrent(_ start: Int, _ end: Int, _ reader: DateReader) -> Bool {
    (start..<end).contains { reader.word(.current, at: $0) != nil }
  }

  // «كانون الثاني 2024» "January 2024", «عام 2024» "the year 2024": a year stands after a month or the word for year.
  private func isYear(_ token: Int) -> Bool {
    mentions.starting(at: token - 1, of: [.month, .date(.unit)]).contains {
      switch $0.meaning {
      case .month: true
      case .date(.unit, let unit): unit == "year"
      default: false
      }
    }
  }
}
