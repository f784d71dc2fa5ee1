internal import ArabicText
internal import Incidents

/// Finds what the text itself calls the current month and year, for articles without a publication date.
struct DateAnchorFinder {
  let text: TokenizedText
  let mentions: MentionTable
  let numbers: NumberReader

  /// The anchor of relative dates: the publication date, else «العام الجاري 2024» "the current year 2024" and «نيسان
  /// الجاري» "this April" of the text.
  func anchor(published: CalendarDate?) -> DateAnchor {
    if published != nil { return DateAnchor(published: published) }
    let reader = DateReader(text: text, mentions: mentions, numbers: numbers, anchor: DateAnchor(published: nil))
    var year: Int?
    var month: Int?
    var latest: Int?
    for token in text.tokens.indices {
      // «هذا العام 2023» "this year 2023", «العام الجاري 2024» "the current year 2024"
      if year == nil, let phrase = reader.yearPhrase(at: token), let found = phrase.year { year = found }
      // «15 نيسان/أبريل الجاري», "this 15 April"
      if let found = reader.number(at: token), (2000...2100).contains(found), isYear(token) {
        latest = max(latest ?? 0, found)
      }
      if month == nil, let found = reader.month(at: token), let current = reader.word(.current, at: found.end),
        current.clitics.contains(.article)
      {
        month = found.month
      }
    }
    return DateAnchor(published: nil, year: year ?? latest, month: month)
  }

  // «كانون الثاني 2024» "January 2024", «عام 2024» "the year 2024": a year stands after a month or the word for year.
  private func isYear(_ token: Int) -> Bool {
    guard token > 0 else { return false }
    return mentions.starting(at: token - 1).contains {
      switch $0.meaning {
      case .month, .date(.unit, "year"): true
      default: false
      }
    }
  }
}
