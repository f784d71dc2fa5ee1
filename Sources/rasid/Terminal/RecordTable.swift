internal import Aggregation
internal import Incidents

/// Records as a table for people.
struct RecordTable {
  /// The columns of every record; the evidence takes what is left of the line.
  static let columns = [
    TextTable.Column(title: "date", most: 21),
    TextTable.Column(title: "type", most: 18, least: 10),
    TextTable.Column(title: "events", most: 7, isRightAligned: true),
    TextTable.Column(title: "place", most: 24, least: 12),
    TextTable.Column(title: "killed", most: 7, isRightAligned: true),
    TextTable.Column(title: "evidence", most: .max),
  ]

  /// The columns of a radius answer before those of the record.
  static let nearColumns = [
    TextTable.Column(title: "km", most: 7, isRightAligned: true),
    TextTable.Column(title: "to", most: 2),
    TextTable.Column(title: "match", most: 8),
  ]

  /// The cells of a record.
  static func cells(_ record: Record) -> [String] {
    [
      record.time.edtf ?? "", record.type.rawValue,
      record.kind == .tally ? text(record.count) ?? "many" : "1", record.place?.name ?? record.placeText ?? "",
      text(record.killed) ?? "", record.evidence.text,
    ]
  }

  /// The cells of a hit.
  static func cells(_ hit: RadiusHit) -> [String] {
    [text(hit.distanceKm), hit.bearing.map(side) ?? "", hit.match.rawValue] + cells(hit.record)
  }

  /// A figure: `8`, `8-10`, `8+`, `≤10`, `?` when only vague words tell it; nil when none is told.
  static func text(_ figure: CountRange?) -> String? {
    guard let figure else { return nil }
    return switch (figure.lower, figure.upper) {
    case (nil, nil): "?"
    case (let lower?, nil): "\(lower)+"
    case (nil, let upper?): "≤\(upper)"
    case (let lower?, let upper?): lower == upper ? "\(lower)" : "\(lower)-\(upper)"
    }
  }

  /// Kilometres with one decimal.
  private static func text(_ km: Double) -> String { String((km * 10).rounded() / 10) }

  /// The nearest of eight sides for degrees clockwise from north.
  static func side(_ bearing: Double) -> String {
    let sides = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"]
    return sides[Int((bearing / 45).rounded()) % sides.count]
  }
}
