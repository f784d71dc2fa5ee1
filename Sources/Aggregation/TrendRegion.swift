package import Geography

/// An area to count by.
package struct TrendRegion: Hashable, Sendable {
  /// The P-code of an admin unit, or any id of the user's own area.
  package var id: String
  package var name: String
  package var arabicName: String
  /// A polygon or multipolygon, WGS 84.
  package var geometry: Geometry

  package init(id: String, name: String, arabicName: String, geometry: Geometry) {
    self.id = id
    self.name = name
    self.arabicName = arabicName
    self.geometry = geometry
  }
}

/// The OCHA P-code of an admin unit: two letters and two digits per level, so that a unit's code begins with its
/// parent's.
struct AdminCode: Hashable {
  let text: String

  /// Nil when the text is no P-code.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 4, bytes.count.isMultiple(of: 2), bytes[..<2].allSatisfy({ (0x41...0x5A).contains($0) }),
      bytes[2...].allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    self.text = text
  }

  /// True when this unit is the other one or a part of it.
  func isPart(of other: AdminCode) -> Bool { text.hasPrefix(other.text) }
}
