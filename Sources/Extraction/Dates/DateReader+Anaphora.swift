internal import ArabicText
internal import Incidents

/// Dates counted from the one told last in the text.
extension DateReader {
  static let anaphoricFrames: [Frame] = [
    Frame(
      id: "date-same",
      name: "the same or the next day, night, month, year: «اليوم نفسه», «الليلة ذاتها», «اليوم التالي»",
      begins: .dates(.unit, .nightOffset, .current), read: { $0.same(at: $1) })
  ]

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
