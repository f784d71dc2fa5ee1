internal import Geography
internal import Tables
internal import Topology

/// Checks the borders in `Regions/`: each feature has a code and a sound polygon.
enum RegionCheck {
  private static let levels = ["governorates": 1, "districts": 2, "subdistricts": 3]

  /// Checks all files, and gives the tree the borders that can be used.
  /// - Returns: how many regions there are.
  static func check(_ tables: TableSet, _ tree: inout UnitTree, _ notes: inout CheckNotes) -> Int {
    let names = Set(TableSet.names.filter { $0.hasPrefix("Regions/") && $0.hasSuffix(".geojson") })
      .union(["Regions/subdistricts.geojson"])
    var count = 0
    for name in names.sorted() {
      let bytes: [UInt8]
      do throws(TableFault) {
        bytes = try tables.bytes(name)
      } catch {
        if TableSet.names.contains(name) { notes.faults.append(error) }
        continue
      }
      count += check(name, bytes, &tree, &notes)
    }
    return count
  }

  private static func check(
    _ name: String, _ bytes: [UInt8], _ tree: inout UnitTree, _ notes: inout CheckNotes
  ) -> Int {
    let stem = name.split(separator: "/").last.map { String($0.dropLast(".geojson".count)) } ?? name
    var reader = GeoJSONReader(bytes)
    var seen: [String: Int] = [:]
    while true {
      let feature: Feature
      do throws(GeographyError) {
        guard let next = try reader.next() else { break }
        feature = next
      } catch {
        let reason = "\(error)".drop { $0 != ":" }.dropFirst(2)
        notes.faults.append(TableFault(file: name, line: error.line, message: String(reason)))
        continue
      }
      let line = reader.line
      func fault(_ message: String) -> TableFault { TableFault(file: name, line: line, message: message) }
      guard let id = (feature["pcode"] ?? feature["id"])?.string, !id.isEmpty else {
        // Files of lines have ids of their own form.
        if feature.geometry.map(isArea) != false {
          notes.faults.append(fault("the feature has no \"pcode\" or \"id\""))
        }
        continue
      }
      if let first = seen.updateValue(line, forKey: id) {
        notes.faults.append(fault("\(id) stands twice, in line \(first) already"))
      }
      if let level = levels[stem] { checkUnit(id, level, feature, tree, fault, &notes) }
      guard let geometry = feature.geometry else {
        notes.faults.append(fault("\(id) has no polygon"))
        continue
      }
      guard isArea(geometry) else {
        if levels[stem] != nil { notes.faults.append(fault("\(id): expected a polygon, found another geometry")) }
        continue
      }
      notes.faults += problems(geometry).map { fault("\(id): \($0)") }
      if levels[stem] != nil { tree.setOutline(id, geometry) }
    }
    return seen.count
  }

  private static func checkUnit(
    _ id: String, _ level: Int, _ feature: Feature, _ tree: UnitTree, _ fault: (String) -> TableFault,
    _ notes: inout CheckNotes
  ) {
    guard let unit = tree.units[id] else {
      notes.faults.append(fault("\(id) is no unit of admin.tsv"))
      return
    }
    if unit.level != level { notes.faults.append(fault("\(id) is a unit of level \(unit.level), not \(level)")) }
    if let parent = feature["parent"]?.string, parent != unit.parent {
      notes.faults.append(fault("the parent of \(id) is \(parent) here, \(unit.parent) in admin.tsv"))
    }
  }

  private static func isArea(_ geometry: Geometry) -> Bool {
    switch geometry {
    case .polygon, .multiPolygon: true
    default: false
    }
  }

  // Crossing rings in the words of GEOS, and rings that run the wrong way round (RFC 7946, 3.1.6).
  private static func problems(_ geometry: Geometry) -> [String] {
    var problems: [String] = []
    do throws(TopologyError) {
      if let fault = try GEOSContext().validityFault(of: geometry) { problems.append(fault) }
    } catch {
      problems.append("\(error)")
    }
    let polygons: [Polygon]
    switch geometry {
    case .polygon(let polygon): polygons = [polygon]
    case .multiPolygon(let all): polygons = all
    default: polygons = []
    }
    if polygons.contains(where: { $0.exterior.doubledSignedArea < 0 }) {
      problems.append("an outer ring runs clockwise; RFC 7946 wants it counter-clockwise")
    }
    if polygons.contains(where: { $0.holes.contains { $0.doubledSignedArea > 0 } }) {
      problems.append("a hole runs counter-clockwise; RFC 7946 wants it clockwise")
    }
    return problems
  }
}
