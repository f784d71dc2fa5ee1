package import Geography

/// Boundaries of admin units that tile on every level, ready to be written.
package struct Boundaries: Sendable {
  /// One admin unit with its names as the gazetteer spells them.
  package struct Unit: Hashable, Sendable {
    /// OCHA P-code.
    package var pcode: String
    /// The P-code of the unit above; empty for governorates.
    package var parent: String
    /// The name in Latin letters.
    package var english: String
    /// The name in Arabic; empty when neither table nor file has one.
    package var arabic: String
    /// Polygon or multipolygon, WGS 84.
    package var geometry: Geometry

    /// Creates a unit.
    package init(pcode: String, parent: String, english: String, arabic: String, geometry: Geometry) {
      self.pcode = pcode
      self.parent = parent
      self.english = english
      self.arabic = arabic
      self.geometry = geometry
    }
  }

  /// The units of each level, by P-code.
  package var units: [AdminLevel: [Unit]]
  /// Who made the borders and under which licence, for the head of each file.
  package var source: String
  /// What was mended on the way, and what lies beyond perfection but within the tolerance.
  package var notes: [BoundaryFault]

  /// Takes boundaries made elsewhere, such as those that the binary carries.
  package init(units: [AdminLevel: [Unit]], source: String, notes: [BoundaryFault] = []) {
    self.units = units
    self.source = source
    self.notes = notes
  }

  /// The file of one level: GeoJSON (RFC 7946), one feature a line, sorted by P-code; nil when the level was not asked for.
  package func geoJSON(_ level: AdminLevel) -> [UInt8]? {
    guard let units = units[level] else { return nil }
    var writer = RegionWriter(name: level.plural, source: source)
    for unit in units.sorted(by: { $0.pcode < $1.pcode }) {
      var properties = [
        JSONValue.Member("pcode", .string(unit.pcode)), JSONValue.Member("name", .string(unit.english)),
        JSONValue.Member("name_ar", .string(unit.arabic)),
      ]
      if level != .governorate { properties.append(JSONValue.Member("parent", .string(unit.parent))) }
      writer.write(properties, unit.geometry)
    }
    return writer.finished()
  }

  /// The geometry of every unit of every level by its P-code.
  package var geometries: [String: Geometry] {
    var result: [String: Geometry] = [:]
    for unit in units.values.joined() { result[unit.pcode] = unit.geometry }
    return result
  }
}
