package import Geography

/// Areas as the press means them, ready to be written.
package struct PressAreas: Sendable {
  /// One area with the names of its place.
  package struct Area: Hashable, Sendable {
    /// The id of its place in `places.tsv`.
    package var id: String
    /// The name in Latin letters.
    package var english: String
    /// The name in Arabic.
    package var arabic: String
    /// How it was drawn, and how surely.
    package var note: String
    /// Polygon or multipolygon, WGS 84.
    package var geometry: Geometry
  }

  /// By id.
  package var areas: [Area]
  /// Whose boundaries they rest on, for the head of the file.
  package var source: String

  static let ownLines =
    ", the Euphrates at 0.0007 degrees, cut along lines of our own; approximate, no official boundaries"

  /// The file: GeoJSON (RFC 7946), one feature a line, sorted by id.
  package var geoJSON: [UInt8] {
    var writer = RegionWriter(name: "areas", source: source)
    for area in areas.sorted(by: { $0.id < $1.id }) {
      writer.write(
        [
          JSONValue.Member("id", .string(area.id)), JSONValue.Member("name", .string(area.english)),
          JSONValue.Member("name_ar", .string(area.arabic)), JSONValue.Member("note", .string(area.note)),
        ], area.geometry)
    }
    return writer.finished()
  }
}
