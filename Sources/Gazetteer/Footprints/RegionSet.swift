package import Geography
package import Tables

/// A region to count in.
package struct Region: Hashable, Sendable {
  /// The OCHA P-code, or the id of an area.
  package var id: String
  package var name: String
  package var arabicName: String
  /// Polygon or MultiPolygon, WGS 84.
  package var geometry: Geometry
}

/// The sets of regions that the binary carries.
package enum RegionSet {
  /// The 14 governorates (OCHA COD-AB, generalised to 0.005°).
  /// - Throws: ``TableFault`` when the file cannot be read.
  package static func governorates(tables: TableSet) throws(TableFault) -> [Region] {
    try regions("Regions/governorates.geojson", tables)
  }

  /// The 62 districts (OCHA COD-AB, generalised to 0.005°).
  /// - Throws: ``TableFault`` when the file cannot be read.
  package static func districts(tables: TableSet) throws(TableFault) -> [Region] {
    try regions("Regions/districts.geojson", tables)
  }

  /// Areas that are no admin units, as the press means them: the Badia, the Jazira, the banks of the Euphrates … (our own lines over
  /// OCHA COD-AB).
  /// - Throws: ``TableFault`` when the file cannot be read.
  package static func areas(tables: TableSet) throws(TableFault) -> [Region] {
    try regions("Regions/areas.geojson", tables)
  }

  static func regions(_ name: String, _ tables: TableSet) throws(TableFault) -> [Region] {
    let features: [Feature]
    do {
      features = try GeoJSONReader.features(in: tables.bytes(name))
    } catch let error as TableFault {
      throw error
    } catch {
      throw TableFault(file: name, line: 0, message: "\(error)")
    }
    var result: [Region] = []
    for feature in features {
      guard let id = (feature["pcode"] ?? feature["id"])?.string, let geometry = feature.geometry else {
        throw TableFault(file: name, line: 0, message: "a feature lacks \"pcode\" or \"id\", or its geometry")
      }
      result.append(
        Region(
          id: id, name: feature["name"]?.string ?? id, arabicName: feature["name_ar"]?.string ?? "", geometry: geometry)
      )
    }
    return result.sorted { $0.id < $1.id }
  }
}
