package import Geography
package import Incidents

/// Writes records as CSV (RFC 4180, UTF-8, LF): the contract's properties in the contract's order as columns, then
/// `latitude`, `longitude` and `event_time`, then further ones.
///
/// Lists are joined by `;`, spans are JSON text, what is not known is empty. `event_time` is `date_start` as
/// `YYYY-MM-DD 00:00:00`: kepler.gl plays a column only when it has a time of day.
package struct CSVRecordWriter: RecordWriter {
  /// The names of the columns that every CSV file of records has, in order.
  package static let columns = RecordProperty.all.map(\.name) + [latitude, longitude, eventTime]

  static let latitude = "latitude"
  static let longitude = "longitude"
  static let eventTime = "event_time"

  private let extraColumns: [String]
  private var writer = CSVWriter()
  private var isFinished = false

  /// Creates a writer; the header is written at once, so that a file without records still tells its columns.
  package init(extraColumns: [String] = []) {
    self.extraColumns = extraColumns
    writer.write(Self.columns + extraColumns)
  }

  package mutating func write(_ record: Record, extra: [JSONValue.Member]) {
    guard !isFinished else { return }
    let row = RecordRow(record)
    var cells: [String] = []
    cells.reserveCapacity(Self.columns.count + extraColumns.count)
    for property in RecordProperty.all { cells.append(property.cell(in: row)) }
    cells.append(row.point.map { Self.text(degrees: $0.latitude) } ?? "")
    cells.append(row.point.map { Self.text(degrees: $0.longitude) } ?? "")
    cells.append(row.dateStart.map { "\($0) 00:00:00" } ?? "")
    for name in extraColumns {
      cells.append(extra.first { $0.name == name }.map { Self.text($0.value) } ?? "")
    }
    writer.write(cells)
  }

  package mutating func finish() { isFinished = true }

  package var pendingCount: Int { writer.pendingCount }

  package mutating func drain() -> [UInt8] { writer.drain() }

  private static func text(degrees: Double) -> String {
    guard degrees.isFinite else { return "" }
    var json = JSONWriter()
    json.write(degrees: degrees)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .string(let text): text
    default: String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)
    }
  }
}
