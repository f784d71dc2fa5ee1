internal import Geography
internal import Incidents

extension RecordProperty {
  /// The value as JSON; null for what is not known and for an empty list: GDAL takes a column that begins with `[]`
  /// for plain text.
  func json(in row: RecordRow) -> JSONValue {
    switch content {
    case .text(let path): row[keyPath: path].flatMap { $0.isEmpty ? nil : .string($0) } ?? .null
    case .integer(let path): row[keyPath: path].map(JSONValue.integer) ?? .null
    case .number(let path): row[keyPath: path].map(JSONValue.number) ?? .null
    case .date(let path): row[keyPath: path].map { .string($0.description) } ?? .null
    case .list(let path): row[keyPath: path].isEmpty ? .null : .array(row[keyPath: path].map(JSONValue.string))
    case .spans(let path): row[keyPath: path].isEmpty ? .null : Self.json(row[keyPath: path])
    }
  }

  /// The value as a cell of CSV; empty for what is not known.
  func cell(in row: RecordRow) -> String {
    switch content {
    case .text(let path): row[keyPath: path] ?? ""
    case .integer(let path): row[keyPath: path].map { String($0) } ?? ""
    case .number(let path): row[keyPath: path].map { $0.isFinite ? $0.description : "" } ?? ""
    case .date(let path): row[keyPath: path].map(\.description) ?? ""
    case .list(let path): row[keyPath: path].joined(separator: ";")
    case .spans(let path):
      row[keyPath: path].isEmpty
        ? "" : String(decoding: JSONWriter.bytes(of: Self.json(row[keyPath: path])), as: UTF8.self)
    }
  }

  // Field → [start, end]. A field that was read from several places has their offsets one pair behind the other,
  // because members of the same name get lost in most programs.
  private static func json(_ spans: [FieldSpan]) -> JSONValue {
    var members: [JSONValue.Member] = []
    for span in spans {
      let pair: [JSONValue] = [.integer(span.range.lowerBound), .integer(span.range.upperBound)]
      if let index = members.firstIndex(where: { $0.name == span.field }) {
        members[index].value = .array((members[index].value.array ?? []) + pair)
      } else {
        members.append(JSONValue.Member(span.field, .array(pair)))
      }
    }
    return .object(members)
  }
}
