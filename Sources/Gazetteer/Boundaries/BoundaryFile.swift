/// A file of boundaries as it was read: its name for messages, and its bytes.
package struct BoundaryFile: Sendable {
  /// The name for messages, `adm2.geojson`.
  package var name: String
  /// GeoJSON, UTF-8, WGS 84.
  package var bytes: [UInt8]

  /// Creates a file from what was read.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
