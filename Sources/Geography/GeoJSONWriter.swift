/// Writes features as GeoJSON (RFC 7946) into a buffer of bytes that the caller empties as often as they like.
///
/// `type` comes first, exteriors wind counter-clockwise and holes clockwise, positions have at most six decimals.
/// A geometry with a position that is not finite is written as null: JSON has no word for such numbers.
package struct GeoJSONWriter: Sendable {
  /// How features are put together.
  package enum Layout: Sendable, CaseIterable {
    /// A FeatureCollection, one feature per line.
    case collection
    /// A GeoJSON text sequence (RFC 8142): 0x1E before and a line feed after each feature.
    case sequence
    /// One feature per line.
    case lines
  }

  private let layout: Layout
  private var json = JSONWriter()
  private var count = 0
  private var isFinished = false

  /// Creates a writer.
  /// - Parameter members: further members of the collection, written before `features`; not used by the other layouts.
  package init(_ layout: Layout, members: [JSONValue.Member] = []) {
    self.layout = layout
    guard layout == .collection else { return }
    json.write(raw: "{\"type\":\"FeatureCollection\",")
    if !members.isEmpty {
      json.write(members: members)
      json.write(raw: ",")
    }
    json.write(raw: "\"features\":[")
  }

  /// The bytes of all features in one go.
  package static func bytes(
    of features: some Sequence<Feature>, _ layout: Layout = .collection, members: [JSONValue.Member] = []
  ) -> [UInt8] {
    var writer = GeoJSONWriter(layout, members: members)
    for feature in features { writer.write(feature) }
    writer.finish()
    return writer.drain()
  }

  /// The bytes that wait in the buffer.
  package var pendingCount: Int { json.bytes.count }

  /// Takes what was written and empties the buffer.
  package mutating func drain() -> [UInt8] { json.drain() }

  /// Appends a feature; does nothing after ``finish()``.
  package mutating func write(_ feature: Feature) {
    append { $0.write(feature) }
  }

  /// Appends a feature of a point, or of no place, whose properties the caller writes member by member, the commas between them
  /// included; does nothing after ``finish()``.
  package mutating func write(id: String, point: Coordinate?, properties: (inout JSONWriter) -> Void) {
    append { $0.write(id: .string(id), geometry: point.map(Geometry.point), properties: properties) }
  }

  private mutating func append(_ feature: (inout JSONWriter) -> Void) {
    guard !isFinished else { return }
    switch layout {
    case .collection: count == 0 ? json.write(raw: "\n") : json.write(raw: ",\n")
    case .sequence: json.write(raw: "\u{1E}")
    case .lines: break
    }
    count += 1
    feature(&json)
    if layout != .collection { json.write(raw: "\n") }
  }

  /// Closes the collection; further calls do nothing.
  package mutating func finish() {
    guard !isFinished else { return }
    isFinished = true
    guard layout == .collection else { return }
    if count > 0 { json.write(raw: "\n") }
    json.write(raw: "]}\n")
  }
}
