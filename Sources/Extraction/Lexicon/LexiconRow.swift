internal import Incidents
internal import Tables

/// Reads the meaning of one row of each lexicon table; a value that a closed column does not know is a fault with the nearest known one.
enum LexiconRow {
  static func actor(_ row: borrowing Table.Row) throws(TableFault) -> Meaning {
    let name = row.text("actor")
    guard !name.isEmpty else { throw row.fault("column \"actor\" is empty") }
    return .actor(
      ActorMeaning(
        actor: ActorID(rawValue: name), form: try closed(row, "role"), since: try day(row, "since"),
        until: try day(row, "until")))
  }

  static func holder(_ row: borrowing Table.Row) throws(TableFault) -> ActorMeaning {
    ActorMeaning(
      actor: ActorID(rawValue: row.text("actor")), form: .name, since: try day(row, "since"),
      until: try day(row, "until"))
  }

  static func trigger(_ row: borrowing Table.Row) throws(TableFault) -> Meaning {
    .trigger(
      TriggerMeaning(
        type: try closed(row, "type"), form: try closed(row, "form"), subject: try closed(row, "subject"),
        strength: try closed(row, "strength")))
  }

  static func casualty(_ row: borrowing Table.Row) throws(TableFault) -> Meaning {
    let form: CasualtyForm = try closed(row, "form")
    let counts = form == .counted || form == .body
    let number: GrammaticalNumber? = counts ? try closed(row, "number") : nil
    guard counts || row.text("number").isEmpty else {
      throw row.fault("number stands only beside the forms counted and body")
    }
    return .casualty(CasualtyMeaning(effect: try closed(row, "effect"), form: form, number: number))
  }

  static func person(_ row: borrowing Table.Row) throws(TableFault) -> Meaning {
    let actor = row.text("actor")
    return .person(
      PersonMeaning(actor: actor.isEmpty ? nil : ActorID(rawValue: actor), number: try closed(row, "number")))
  }

  static func connective(_ row: borrowing Table.Row) throws(TableFault) -> Meaning {
    .connective(try closed(row, "kind"))
  }

  static func discard(_ row: borrowing Table.Row) throws(TableFault) -> Meaning { .discard(try closed(row, "kind")) }

  static func attribution(_ row: borrowing Table.Row) throws(TableFault) -> Meaning {
    switch row.text("role") {
    case "name": return .source(row.text("name"))
    case "verb": return .sayingVerb
    case "by": return .sourceMark
    default: throw unknown(row, "role", row.text("role"), ["name", "verb", "by"])
    }
  }

  static func role(_ row: borrowing Table.Row) throws(TableFault) -> Meaning { .role(try closed(row, "role")) }

  static func month(_ row: borrowing Table.Row) throws(TableFault) -> Meaning {
    .month(
      MonthMeaning(
        month: try number(row, "month", 1...12), calendar: try closed(row, "calendar"),
        alone: try closed(row, "alone")))
  }

  static func weekday(_ row: borrowing Table.Row) throws(TableFault) -> Meaning {
    .weekday(try number(row, "weekday", 0...6))
  }

  static func numeral(_ row: borrowing Table.Row) throws(TableFault) -> Meaning {
    .numeral(try number(row, "value", 0...1_000_000_000), try closed(row, "class"))
  }

  static func quantity(_ row: borrowing Table.Row) throws(TableFault) -> Meaning { .quantity(try closed(row, "kind")) }

  static func unit(_ row: borrowing Table.Row) throws(TableFault) -> Meaning { .unit(try closed(row, "kind")) }

  static func date(_ row: borrowing Table.Row) throws(TableFault) -> Meaning {
    let word: DateWord = try closed(row, "kind")
    let value = row.text("value")
    switch word.values {
    case .nothing where !value.isEmpty:
      throw row.fault("value \"\(value)\" stands beside the kind \"\(word.rawValue)\", which has none")
    case .number where Int(value) == nil:
      throw row.fault("value \"\(value)\" is no whole number, as the kind \"\(word.rawValue)\" needs")
    case .day: _ = try day(row, "value")
    case .oneOf(let known) where !known.contains(value): throw unknown(row, "value", value, known)
    default: break
    }
    return .date(word, value)
  }

  private static func closed<Value: RawRepresentable & CaseIterable>(
    _ row: borrowing Table.Row, _ column: String
  ) throws(TableFault) -> Value where Value.RawValue == String {
    let text = row.text(column)
    guard let value = Value(rawValue: text) else {
      throw unknown(row, column, text, Value.allCases.map(\.rawValue))
    }
    return value
  }

  private static func unknown(
    _ row: borrowing Table.Row, _ column: String, _ text: String, _ known: [String]
  ) -> TableFault {
    let nearest = EditDistance.nearest(to: text, among: known)
    let hint = nearest.map { "; did you mean \"\($0)\"?" } ?? "; known: \(known.joined(separator: ", "))"
    return row.fault("\(column) \"\(text)\" is not known\(hint)")
  }

  private static func number(_ row: borrowing Table.Row, _ column: String, _ range: ClosedRange<Int>) throws(TableFault)
    -> Int
  {
    guard let value = Int(row.text(column)), range.contains(value) else {
      throw row.fault("\(column) \"\(row.text(column))\" is no number of \(range.lowerBound)…\(range.upperBound)")
    }
    return value
  }

  private static func day(_ row: borrowing Table.Row, _ column: String) throws(TableFault) -> CalendarDate? {
    let text = row.text(column)
    if text.isEmpty { return nil }
    guard let day = CalendarDate(iso: text) else { throw row.fault("\(column) \"\(text)\" is no date YYYY-MM-DD") }
    return day
  }
}
