internal import Geography

/// The file formats that hold records: each can be written and read back without loss.
package enum RecordFormat: String, CaseIterable, Sendable {
  /// A FeatureCollection (RFC 7946).
  case geoJSON = "geojson"
  /// One Feature per line.
  case geoJSONLines = "geojsonl"
  /// A GeoJSON text sequence (RFC 8142): a record separator 0x1E before each Feature.
  case geoJSONSequence = "geojsons"
  case csv

  /// The format that the ending of a file name tells; nil when it tells none.
  package init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: "."), !fileName[dot...].contains("/") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "geojson", "json": self = .geoJSON
    case "geojsonl", "jsonl", "ndjson": self = .geoJSONLines
    case "geojsons", "geojsonseq": self = .geoJSONSequence
    case "csv": self = .csv
    default: return nil
    }
  }

  /// A new writer of this format.
  /// - Parameter extraNames: names of further properties that ``RecordWriter/write(_:extra:)`` will be given, in order.
  package func makeWriter(extraNames: [String] = []) -> any RecordWriter {
    switch self {
    case .geoJSON: GeoJSONRecordWriter(.collection)
    case .geoJSONLines: GeoJSONRecordWriter(.lines)
    case .geoJSONSequence: GeoJSONRecordWriter(.sequence)
    case .csv: CSVRecordWriter(extraColumns: extraNames)
    }
  }
}
