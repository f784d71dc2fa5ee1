internal import Geography
internal import Incidents

// Files come back from QGIS, GDAL and spreadsheets: numbers as text, text as numbers, lists as JSON text, dates with
// slashes.
extension RecordProperty {
  /// Puts a value that was read into its column; a cell of CSV is a string.
  func set(_ value: JSONValue, in row: inout RecordRow) throws(PropertyFault) {
    switch content {
    case .text(let column): row[keyPath: column.path] = try text(value)
    case .integer(let column): row[keyPath: column.path] = try integer(value)
    case .number(let column): row[keyPath: column.path] = try number(value)
    case .date(let column): row[keyPath: column.path] = try date(value)
    case .list(let column): row[keyPath: column.path] = try list(value)
    case .spans(let column): row[keyPath: column.path] = try spans(value)
    }
  }

  private func fault(_ expected: String, _ value: JSONValue) -> PropertyFault {
    let found = value.string ?? String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)
    return PropertyFault(property: name, expected: expected, found: PropertyFault.quote(found))
  }

  private func text(_ value: JSONValue) throws(PropertyFault) -> String? {
    switch value {
    case .null: return nil
    case .string(let text): return text.isEmpty ? nil : text
    case .integer(let number): return String(number)
    case .number(let number): return value.integer.map { String($0) } ?? number.description
    case .bool(let flag): return flag ? "true" : "false"
    case .array, .object: throw fault("text", value)
    }
  }

  private func integer(_ value: JSONValue) throws(PropertyFault) -> Int? {
    if case .null = value { return nil }
    if let number = value.integer { return number }
    guard let text = value.string?.trimmed else { throw fault("a whole number", value) }
    if text.isEmpty { return nil }
    if let number = Int(text) { return number }
    guard let number = Double(text), let whole = Int(exactly: number) else { throw fault("a whole number", value) }
    return whole
  }

  private func number(_ value: JSONValue) throws(PropertyFault) -> Double? {
    if case .null = value { return nil }
    if let number = value.double { return number }
    guard let text = value.string?.trimmed else { throw fault("a number", value) }
    if text.isEmpty { return nil }
    guard let number = Double(text), number.isFinite else { throw fault("a number with a decimal point", value) }
    return number
  }

  private func date(_ value: JSONValue) throws(PropertyFault) -> CalendarDate? {
    if case .null = value { return nil }
    if let text = value.string?.trimmed {
      if text.isEmpty { return nil }
      if let date = CalendarDate(iso: text) ?? Self.slashed(text) { return date }
    }
    throw fault("a date as YYYY-MM-DD", value)
  }

  // GDAL writes 2023/09/10 into CSV. Day or month first is not read: it would have to be guessed which.
  private static func slashed(_ text: String) -> CalendarDate? {
    let day = text.prefix { $0 != " " && $0 != "T" }
    let parts = day.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" }
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count <= 2, parts[2].utf8.count <= 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  // `["ISIS","SDF"]`, `ISIS;SDF`, and what older GDAL makes of a list: `(2:ISIS,SDF)`.
  private func list(_ value: JSONValue) throws(PropertyFault) -> [String] {
    switch value {
    case .null: return []
    case .array(let elements):
      var texts: [String] = []
      for element in elements {
        if let text = try text(element) { texts.append(text) }
      }
      return texts
    case .string(let raw):
      let text = raw.trimmed
      if text.hasPrefix("["), let parsed = try? JSONParser.value(in: text), parsed.array != nil {
        return try list(parsed)
      }
      if text.hasPrefix("("), text.hasSuffix(")"), let colon = text.firstIndex(of: ":"),
        Int(text[text.index(after: text.startIndex)..<colon]) != nil
      {
        return Self.split(text[text.index(after: colon)...].dropLast(), at: ",")
      }
      return Self.split(text[...], at: ";")
    default: throw fault("a list", value)
    }
  }

  private static func split(_ text: Substring, at separator: Character) -> [String] {
    text.split(separator: separator).map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  private func spans(_ value: JSONValue) throws(PropertyFault) -> [FieldSpan] {
    let expected = "an object such as {\"date\":[12,20]}"
    switch value {
    case .null: return []
    case .object(let members):
      var spans: [FieldSpan] = []
      for member in members {
        guard let offsets = member.value.array?.map(\.integer), !offsets.isEmpty, offsets.count.isMultiple(of: 2) else {
          throw fault(expected, value)
        }
        for index in stride(from: 0, to: offsets.count, by: 2) {
          guard let start = offsets[index], let end = offsets[index + 1], start >= 0, end >= start else {
            throw fault(expected, value)
          }
          spans.append(FieldSpan(member.name, start..<end))
        }
      }
      return spans
    case .string(let raw):
      if raw.trimmed.isEmpty { return [] }
      guard let parsed = try? JSONParser.value(in: raw), case .object = parsed else { throw fault(expected, value) }
      return try spans(parsed)
    default: throw fault(expected, value)
    }
  }
}

extension String {
  /// The text without spaces, tabs and line ends around it.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}
