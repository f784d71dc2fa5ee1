internal import ArabicText
internal import Incidents

/// Finds what the text itself calls the current month and year, for articles without a publication date.
struct DateAnchorFinder {
  let text: TokenizedText
  let mentions: MentionTable
  let numbers: NumberReader

  /// The anchor of relative dates: the publication date, else «العام الجاري 2024» and «نيسان الجاري» of the text.
  func anchor(published: CalendarDate?) -> DateAnchor {
    if published != nil { return DateAnchor(published: published) }
    let reader = DateReader(text: text, mentions: mentions, numbers: numbers, anchor: DateAnchor(published: nil))
    var year: Int?
    var month: Int?
    for token in text.tokens.indices {
      // «هذا العام 2023», «العام الجاري 2024»
      if year == nil, let phrase = reader.yearPhrase(at: token), let found = phrase.year { year = found }
      // «15 نيسان/أبريل الجاري»
      if month == nil, let found = reader.month(at: token), let current = reader.word(.current, at: found.end),
        current.clitics.contains(.article)
      { month = found.month }
    }
    return DateAnchor(published: nil, year: year, month: month)
  }
}
