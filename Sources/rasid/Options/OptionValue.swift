internal import Articles
internal import ArgumentParser
internal import Geography
internal import Incidents
internal import Tables

/// Reads the values of options; what is wrong with one is said behind the parser's own words.
enum OptionValue {
  /// The days of `2024-04-11`, `2024-04` or `2024`.
  static func days(_ text: String) throws -> ClosedRange<CalendarDate> {
    let isDay = text.utf8.count == 10
    let full = isDay ? text : text.utf8.count == 7 ? text + "-01" : text.utf8.count == 4 ? text + "-01-01" : ""
    guard let first = CalendarDate(iso: full) else {
      throw ValidationError("expected a date such as 2024-04-11, 2024-04 or 2024, found \"\(text)\"")
    }
    if isDay { return first...first }
    let last = text.utf8.count == 7 ? first : first.startOfMonth(adding: 11)
    return first...last.endOfMonth
  }

  /// A day of publication, in any form that articles write one.
  static func published(_ text: String) throws -> CalendarDate {
    guard let date = DatelineReader.date(inField: text) else {
      throw ValidationError("expected a date such as 2024-04-11, found \"\(text)\"")
    }
    return date
  }

  /// Kilometres of `50km` or `800m`.
  static func kilometres(_ text: String) throws -> Double {
    let words = text.lowercased().filter { $0 != " " }
    let units: [(name: String, km: Double)] = [("km", 1), ("m", 0.001)]
    for unit in units where words.hasSuffix(unit.name) {
      // Double also reads «inf» and hexadecimal: neither is a distance.
      let number = words.dropLast(unit.name.count)
      guard number.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }), let value = Double(number) else {
        break
      }
      return value * unit.km
    }
    throw ValidationError("expected a distance such as 50km or 800m, found \"\(text)\"")
  }

  /// Coordinates as people write them, latitude first, five decimals at most.
  static func degrees(_ point: Coordinate) -> String {
    func rounded(_ value: Double) -> Double { (value * 100_000).rounded() / 100_000 }
    return "\(rounded(point.latitude)),\(rounded(point.longitude))"
  }

  /// The names between commas.
  static func list(_ text: String) throws -> [String] {
    text.split(separator: "," as Character).map(String.init)
  }

  /// Types between commas.
  static func types(_ text: String) throws -> [EventType] {
    try list(text).map { name in
      guard let type = EventType(rawValue: name) else {
        throw ValidationError(unknown("type", name, known: EventType.allCases.map(\.rawValue)))
      }
      return type
    }
  }

  /// The words for a name that is none of the known ones.
  static func unknown(_ kind: String, _ name: String, known: [String]) -> String {
    let near = EditDistance.nearest(to: name, among: known)
    return "\(kind) \"\(name)\" is not known; " + (near.map { "did you mean \"\($0)\"? " } ?? "")
      + "known are: \(known.joined(separator: ", "))"
  }
}
