package import Geography
package import Incidents

/// Writes records as GeoJSON Features: a Point or null as geometry, the contract's properties in the contract's order.
///
/// The Feature's own `id` is the record's id, as OGC API clients want it, and `id` stands among the properties for
/// all others.
package struct GeoJSONRecordWriter: RecordWriter {
  private var writer: GeoJSONWriter

  /// Creates a writer.
  /// - Parameter members: further members of the collection, written before `features`.
  package init(_ layout: GeoJSONWriter.Layout, members: [JSONValue.Member] = []) {
    writer = GeoJSONWriter(layout, members: members)
  }

  package mutating func write(_ record: Record, extra: [JSONValue.Member]) {
    let row = RecordRow(record)
    writer.write(id: record.id, point: row.point) { json in
      for (index, property) in RecordProperty.all.enumerated() {
        if index > 0 { json.write(raw: ",") }
        json.write(name: property.name)
        property.write(row, to: &json)
      }
      if !extra.isEmpty { json.write(raw: ",") }
      json.write(members: extra)
    }
  }

  package mutating func finish() { writer.finish() }

  package var pendingCount: Int { writer.pendingCount }

  package mutating func drain() -> [UInt8] { writer.drain() }
}
