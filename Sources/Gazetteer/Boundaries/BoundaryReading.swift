internal import Geography
internal import Topology

/// Reads files of boundaries, and keeps what is wrong with them.
struct BoundaryReading {
  /// What keeps boundaries from being made.
  private(set) var faults: [BoundaryFault] = []
  /// What was mended.
  private(set) var notes: [BoundaryFault] = []

  /// Reads the units of a level, by P-code.
  ///
  /// Everything faulty is named and left out: features without code, codes met before, geometries that are no valid
  /// areas. Rings that wind the wrong way are noted only: they are turned when written.
  /// - Parameter parents: the codes of the level above; nil when they are not known.
  mutating func units(_ file: BoundaryFile, level: AdminLevel, parents: Set<String>?) -> [BoundaryUnit] {
    var reader = GeoJSONReader(file.bytes)
    var units: [String: BoundaryUnit] = [:]
    var turned: [String] = []
    let context = try? GEOSContext()
    if context == nil { faults.append(BoundaryFault(file: file.name, message: "expected a GEOS context, found none")) }
    while true {
      let feature: Feature
      do throws(GeographyError) {
        guard let next = try reader.next() else { break }
        feature = next
      } catch {
        faults.append(
          BoundaryFault(
            file: file.name, line: error.line, feature: reader.featureCount > 0 ? reader.featureCount : nil,
            message: "\(error)"))
        continue
      }
      let (number, line) = (reader.featureCount, reader.line)
      func fault(_ id: String?, _ message: String) -> BoundaryFault {
        BoundaryFault(file: file.name, line: line, feature: number, id: id, message: message)
      }
      guard let geometry = feature.geometry else {
        faults.append(fault(feature["pcode"]?.string, "expected a polygon, found no geometry"))
        continue
      }
      guard let unit = BoundaryUnit(feature, level: level, number: number, line: line) else {
        let names = feature.properties.map(\.name).joined(separator: ", ")
        faults.append(
          fault(nil, "expected a P-code in \"pcode\" or \"ADM\(level.rawValue)_PCODE\", found the properties \(names)"))
        continue
      }
      if let fault = shapeFault(geometry, context) {
        faults.append(BoundaryFault(file: file.name, line: line, feature: number, id: unit.pcode, message: fault))
      }
      if !geometry.polygonParts.allSatisfy(\.isWoundRight) { turned.append(unit.pcode) }
      if let before = units[unit.pcode] {
        faults.append(fault(unit.pcode, "this P-code stands at feature \(before.feature) already; each needs its own"))
        continue
      }
      if let parents, !parents.contains(unit.parent) {
        faults.append(fault(unit.pcode, "its parent \"\(unit.parent)\" is not among the units above"))
      }
      units[unit.pcode] = unit
    }
    if !turned.isEmpty {
      // Some publishers wind all of them so: one line is enough.
      let codes = turned.prefix(5).joined(separator: ", ") + (turned.count > 5 ? " …" : "")
      notes.append(
        BoundaryFault(
          file: file.name,
          message:
            "rings of \(turned.count) features wind the wrong way (\(codes)): turned, exteriors counter-clockwise"))
    }
    if units.isEmpty, faults.isEmpty {
      faults.append(BoundaryFault(file: file.name, message: "expected \(level.plural), found no feature"))
    }
    return units.values.sorted { $0.pcode < $1.pcode }
  }

  mutating func note(_ fault: BoundaryFault) { notes.append(fault) }

  mutating func refuse(_ fault: BoundaryFault) { faults.append(fault) }

  private func shapeFault(_ geometry: Geometry, _ context: borrowing GEOSContext?) -> String? {
    guard !geometry.polygonParts.isEmpty else { return "expected a polygon or multipolygon, found another geometry" }
    switch context {
    case .some(let context):
      do throws(TopologyError) {
        return try context.validityFault(of: geometry).map { "expected a valid polygon, found: \($0)" }
      } catch {
        return "\(error)"
      }
    case .none: return nil
    }
  }
}

extension Polygon {
  /// True when the exterior winds counter-clockwise and all holes clockwise (RFC 7946, 3.1.6).
  fileprivate var isWoundRight: Bool {
    exterior.doubledSignedArea > 0 && holes.allSatisfy { $0.doubledSignedArea < 0 }
  }
}
