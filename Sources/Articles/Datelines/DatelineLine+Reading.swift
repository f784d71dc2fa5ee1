internal import Incidents

extension DatelineLine {
  /// A date that a line tells, and how.
  struct Reading: Equatable {
    var date: CalendarDate
    /// True when the line calls it the day of a change.
    var isUpdate: Bool
  }

  /// The date when the line as a whole is a dateline: a date with its companions and at most a few other words, which
  /// stand apart from it («عنب بلدي - 10/9/2023»); nil when it is a sentence («قتل 3 في 10 أيلول 2023»).
  var wholeLine: Reading? {
    guard !isLong, !parts.contains(.number), let dates = datedParts(), isSetOff(dates) else { return nil }
    let distinct = Set(dates.map(\.reading.date))
    if distinct.count > 1 {
      // Two days are a span, unless each is labelled: «نشر في …، آخر تحديث …».
      guard dates.allSatisfy(\.isLabelled) else { return nil }
    }
    return (dates.first { !$0.reading.isUpdate } ?? dates.first)?.reading
  }

  /// The date when the line holds nothing else than a date with companions: the value of a field.
  var bareDate: CalendarDate? {
    hasWords ? nil : wholeLine?.date
  }

  /// True when there are words that do not belong to a date.
  var hasWords: Bool { parts.contains(.word) }

  /// The date when a line begins with a dateline and goes on after a strong separator:
  /// «دمشق - 10 أيلول 2023 - قال …», «(10/9/2023) …»; nil for «10 أيلول 2023، قال …».
  var beginning: Reading? {
    guard let index = parts.firstIndex(where: \.isDate), index < 10, case .date(let date) = parts[index] else {
      return nil
    }
    let before = parts[..<index]
    let words = before.count { $0 == .word }
    guard !before.contains(.number), !before.contains(.binding) || before.contains(.published), words <= 3 else {
      return nil
    }
    if words > 0 {
      guard let lastWord = before.lastIndex(of: .word), before[lastWord...].contains(where: \.setsOff) else {
        return nil
      }
    }
    var next = index + 1
    while next < parts.count, parts[next] == .time || parts[next] == .companion || parts[next] == .comma { next += 1 }
    guard next < parts.count, parts[next] == .separator else { return nil }
    let rest = parts[next...].drop { $0 == .separator }
    guard let first = rest.first, !first.isDate, first != .number else { return nil }
    return Reading(date: date, isUpdate: before.contains(.updated))
  }

  private struct Dated {
    var index: Int
    var reading: Reading
    var isLabelled: Bool
  }

  /// The dates with the labels that stand between them and the date before; nil when there is none.
  private func datedParts() -> [Dated]? {
    var dates: [Dated] = []
    var from = 0
    for (index, part) in parts.enumerated() {
      guard case .date(let date) = part else { continue }
      let labels = parts[from..<index]
      let isUpdate = labels.contains(.updated) && !labels.contains(.published) || labels.last == .updated
      let reading = Reading(date: date, isUpdate: isUpdate)
      dates.append(Dated(index: index, reading: reading, isLabelled: isUpdate || labels.contains(.published)))
      from = index + 1
    }
    return dates.isEmpty ? nil : dates
  }

  /// True when the words that are no companions are few and set off from the dates, and nothing binds a date to them.
  private func isSetOff(_ dates: [Dated]) -> Bool {
    let words = parts.count { $0 == .word }
    let hasSeparator = parts.contains(.separator)
    guard words <= (hasSeparator ? 4 : 2) else { return false }
    for (index, part) in parts.enumerated() where part == .binding {
      if index > 0, parts[..<index].last(where: { $0 != .binding }) == .word { return false }
    }
    guard words > 0 else { return true }
    for dated in dates {
      let before = parts[..<dated.index]
      if let last = before.lastIndex(of: .word), !before[last...].contains(where: \.setsOff) { return false }
      let after = parts[(dated.index + 1)...]
      if let first = after.firstIndex(of: .word), !after[..<first].contains(where: \.setsOff) { return false }
    }
    return true
  }
}

extension DatelineLine.Part {
  /// True for a date.
  var isDate: Bool { if case .date = self { true } else { false } }

  /// True for what parts words from a date.
  fileprivate var setsOff: Bool { self == .separator || self == .comma || self == .time }
}
