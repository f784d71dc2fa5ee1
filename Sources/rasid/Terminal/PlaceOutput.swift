internal import Formats
internal import Gazetteer
internal import Geography
internal import Incidents
internal import Pipeline

/// Places as a table for people, GeoJSON or CSV, to standard output.
struct PlaceOutput {
  let finder: PlaceFinder
  let format: OutputFormat

  private static let columns = [
    TextTable.Column(title: "id", most: 32, least: 12),
    TextTable.Column(title: "kind", most: 13),
    TextTable.Column(title: "name", most: 30, least: 12),
    TextTable.Column(title: "arabic", most: 26, least: 10),
    TextTable.Column(title: "latitude", most: 9, isRightAligned: true),
    TextTable.Column(title: "longitude", most: 9, isRightAligned: true),
    TextTable.Column(title: "± km", most: 6, isRightAligned: true),
    TextTable.Column(title: "in", most: .max),
  ]

  /// Writes places, each with further properties.
  /// - Throws: ``FormatsError``.
  func write(_ rows: [(place: Place, extra: [JSONValue.Member])]) throws(FormatsError) {
    switch format {
    case .geojson, .geojsonl:
      let features = rows.map { feature($0.place, $0.extra) }
      var output = StandardOutput()
      try output.write(GeoJSONWriter.bytes(of: features, format == .geojson ? .collection : .lines))
    case .csv:
      var writer = CSVWriter()
      let names = (rows.first.map { feature($0.place, $0.extra).properties } ?? []).map(\.name)
      if !names.isEmpty { writer.write(names + ["latitude", "longitude"]) }
      for row in rows {
        let cells = feature(row.place, row.extra).properties.map { Self.text($0.value) }
        writer.write(cells + [String(row.place.point.latitude), String(row.place.point.longitude)])
      }
      var output = StandardOutput()
      try output.write(writer.drain())
    case .table:
      let extra = rows.first?.extra.isEmpty == false
      let columns =
        (extra
          ? [
            TextTable.Column(title: "km", most: 7, isRightAligned: true),
            TextTable.Column(title: "to", most: 2),
          ] : []) + Self.columns
      var table = TextTable(columns, width: Console.width(1), hasColour: Console.hasColour(1))
      let text = rows.map { table.add(leading($0.extra) + cells($0.place)) }.joined()
      try Console.write(text + table.finish())
    }
  }

  private func leading(_ extra: [JSONValue.Member]) -> [String] {
    guard extra.count >= 2, let km = extra[0].value.double, let bearing = extra[1].value.double else { return [] }
    return [String((km * 10).rounded() / 10), RecordTable.side(bearing)]
  }

  private func cells(_ place: Place) -> [String] {
    [
      place.id, place.kind.rawValue, place.english, place.arabic, String(place.point.latitude),
      String(place.point.longitude), String(place.extentKm), finder.units(of: place).joined(separator: ", "),
    ]
  }

  private func feature(_ place: Place, _ extra: [JSONValue.Member]) -> Feature {
    func optional(_ text: String) -> JSONValue { text.isEmpty ? .null : .string(text) }
    func unit(_ code: String) -> JSONValue { finder.store.unit(code).map { .string($0.name) } ?? .null }
    let properties: [JSONValue.Member] = [
      .init("place_id", .string(place.id)), .init("kind", .string(place.kind.rawValue)),
      .init("place_name", .string(place.english)), .init("place_name_ar", .string(place.arabic)),
      .init("place_precision", .string(place.kind.precision.rawValue)),
      .init("uncertainty_km", .number(place.extentKm)),
      .init("importance", .integer(place.importance)), .init("admin1", unit(place.admin1)),
      .init("admin1_pcode", optional(place.admin1)), .init("admin2", unit(place.admin2)),
      .init("admin2_pcode", optional(place.admin2)), .init("admin3", unit(place.admin3)),
      .init("admin3_pcode", optional(place.admin3)),
    ]
    return Feature(geometry: .point(place.point), properties: properties + extra)
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): text
    case .integer(let number): String(number)
    case .number(let number): String(number)
    default: ""
    }
  }
}
