package import Incidents

/// Finds the day of publication that an article itself tells: in a line near its top or at its very end that is mostly
/// a date, or in the beginning of a line. A date within a running sentence is an event's, not the article's.
///
/// A later reader of full dates can take the place of ``DatePattern``; the rest judges lines, not dates.
package enum DatelineReader {
  /// How many lines from the top, and from the end, are looked at; empty lines are not counted.
  private static let topLines = 8
  private static let endLines = 2
  /// How far a chronology is looked for.
  private static let chronologyLines = 400

  /// The day the text's dateline tells; nil when there is none. Only years 2000 … 2035 count.
  package static func publicationDate(in text: String) -> CalendarDate? {
    // By bytes: splitting by characters takes seconds on a large text.
    let lines = text.utf8.split(separator: 0x0A).map(Substring.init).filter { !$0.allSatisfy(\.isWhitespace) }
    let top = lines.prefix(topLines).map(DatelineLine.init)
    // A list of events is looked for only where a line could be one of it.
    let mayBeChronology = top.contains { $0.beginning != nil || ($0.hasWords && $0.wholeLine != nil) }
    let isChronology = mayBeChronology && isChronology(lines)
    var update: CalendarDate?
    for line in top {
      let reading = isChronology ? (line.hasWords ? nil : line.wholeLine) : line.wholeLine ?? line.beginning
      guard let reading else { continue }
      if !reading.isUpdate { return reading.date }
      update = update ?? reading.date
    }
    for line in lines.dropFirst(topLines).suffix(endLines).map(DatelineLine.init) {
      guard let reading = line.wholeLine else { continue }
      if !reading.isUpdate { return reading.date }
      update = update ?? reading.date
    }
    return update
  }

  /// The day that a field's value tells: ISO 8601, eight digits, or any written form; nil when it holds anything else.
  package static func date(inField value: some StringProtocol) -> CalendarDate? {
    let first = value.drop { $0.isWhitespace }
    let digits = first.prefix { $0.isASCII && $0.isNumber }
    if digits.count == 8, first.dropFirst(8).allSatisfy({ $0.isWhitespace }) { return date(inDigits: digits) }
    if let date = CalendarDate(iso: first), DatePattern.years.contains(date.year) { return date }
    return DatelineLine(value).bareDate
  }

  /// The day that a file's name tells: yyyymmdd between other characters than digits, the first that is a day.
  package static func date(inFileName name: some StringProtocol) -> CalendarDate? {
    for run in name.split(whereSeparator: { !($0.isASCII && $0.isNumber) }) where run.count == 8 {
      if let date = date(inDigits: run) { return date }
    }
    return nil
  }

  private static func date(inDigits digits: some StringProtocol) -> CalendarDate? {
    guard let value = Int(digits), DatePattern.years.contains(value / 10_000) else { return nil }
    return CalendarDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
  }

  /// True when several lines begin with different days: a list of events, none of them the day of publication.
  private static func isChronology(_ lines: [some StringProtocol]) -> Bool {
    var first: CalendarDate?
    for line in lines.prefix(chronologyLines) {
      guard let date = DatelineLine(line).beginning?.date else { continue }
      if let first, first != date { return true }
      first = date
    }
    return false
  }
}
