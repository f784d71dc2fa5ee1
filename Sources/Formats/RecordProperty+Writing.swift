internal import Geography
internal import Incidents

extension RecordProperty {
  /// Appends the value as JSON; null for what is not known and for an empty list: GDAL takes a column that begins with `[]`
  /// for plain text.
  func write(_ row: RecordRow, to json: inout JSONWriter) {
    switch content {
    case .text(let column):
      guard let text = column.read(row), !text.isEmpty else { return json.write(raw: "null") }
      json.write(text)
    case .integer(let column):
      guard let number = column.read(row) else { return json.write(raw: "null") }
      json.write(number)
    case .number(let column):
      guard let number = column.read(row) else { return json.write(raw: "null") }
      json.write(number)
    case .date(let column):
      guard let date = column.read(row) else { return json.write(raw: "null") }
      json.write(date.description)
    case .list(let column):
      let texts = column.read(row)
      if texts.isEmpty { return json.write(raw: "null") }
      for (index, text) in texts.enumerated() {
        json.write(raw: index == 0 ? "[" : ",")
        json.write(text)
      }
      json.write(raw: "]")
    case .spans(let column):
      let spans = column.read(row)
      if spans.isEmpty { return json.write(raw: "null") }
      Self.write(spans, to: &json)
    }
  }

  /// The value as a cell of CSV; empty for what is not known.
  func cell(in row: RecordRow) -> String {
    switch content {
    case .text(let column): return column.read(row) ?? ""
    case .integer(let column): return column.read(row).map { String($0) } ?? ""
    case .number(let column): return column.read(row).map { $0.isFinite ? $0.description : "" } ?? ""
    case .date(let column): return column.read(row).map(\.description) ?? ""
    case .list(let column): return column.read(row).joined(separator: ";")
    case .spans(let column):
      let spans = column.read(row)
      if spans.isEmpty { return "" }
      var json = JSONWriter()
      Self.write(spans, to: &json)
      return String(decoding: json.bytes, as: UTF8.self)
    }
  }

  // Field → [start, end]. A field that was read from several places has their offsets one pair behind the other,
  // because members of the same name get lost in most programs.
  private static func write(_ spans: [FieldSpan], to json: inout JSONWriter) {
    json.write(raw: "{")
    for (index, span) in spans.enumerated()
    where !spans[..<index].contains(where: { $0.field == span.field }) {
      if index > 0 { json.write(raw: ",") }
      json.write(name: span.field)
      var mark: StaticString = "["
      for pair in spans[index...] where pair.field == span.field {
        json.write(raw: mark)
        json.write(pair.range.lowerBound)
        json.write(raw: ",")
        json.write(pair.range.upperBound)
        mark = ","
      }
      json.write(raw: "]")
    }
    json.write(raw: "}")
  }
}
