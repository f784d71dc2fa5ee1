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

  /// A record as a Feature, WGS 84, longitude first.
  package static func feature(_ record: Record, extra: [JSONValue.Member] = []) -> Feature {
    let row = RecordRow(record)
    var properties: [JSONValue.Member] = []
    properties.reserveCapacity(RecordProperty.all.count + extra.count)
    for property in RecordProperty.all {
      properties.append(JSONValue.Member(property.name, property.json(in: row)))
    }
    properties += extra
    return Feature(id: .string(record.id), geometry: row.point.map(Geometry.point), properties: properties)
  }

  package mutating func write(_ record: Record, extra: [JSONValue.Member]) {
    writer.write(Self.feature(record, extra: extra))
  }

  package mutating func finish() { writer.finish() }

  package var pendingCount: Int { writer.pendingCount }

  package mutating func drain() -> [UInt8] { writer.drain() }
}
