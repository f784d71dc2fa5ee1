internal import Foundation
internal import Tables

// Borders of imported units.
extension GazetteerImport {
  /// The files of `Regions/` made from the files with units, by name: of governorates and districts when both came, of
  /// subdistricts when they came as well; none otherwise, since the levels must tile.
  /// - Throws: ``TableFault`` with the first of the faults that keep borders from being made.
  func boundaries(_ units: UnitMerger, _ merger: PlaceMerger, _ tables: TableSet) throws(TableFault) -> [String:
    [UInt8]]
  {
    guard let tolerance = options.toleranceDegrees else { return [:] }
    var files: [Int: BoundaryFile] = [:]
    for (path, levels) in units.levels.sorted(by: { $0.key < $1.key }) {
      guard levels.count == 1, let level = levels.first, let data = FileManager.default.contents(atPath: path) else {
        continue
      }
      files[level] = BoundaryFile(name: path, bytes: [UInt8](data))
    }
    guard let governorates = files[1], let districts = files[2] else { return [:] }
    var builder = BoundaryBuilder(names: try AdminNames(tables: tables), toleranceDegrees: tolerance)
    builder.source = "OCHA COD-AB, imported"
    builder.anchors = merger.entries.filter { $0.kind.category == .settlement }.map(\.point)
    do throws(BoundaryFaults) {
      let made = try builder.boundaries(governorates: governorates, districts: districts, subdistricts: files[3])
      var result: [String: [UInt8]] = [:]
      for level in AdminLevel.allCases { result["Regions/\(level.plural).geojson"] = made.geoJSON(level) }
      return result
    } catch {
      let first = error.faults.first
      let rest = error.faults.count > 1 ? " (and \(error.faults.count - 1) more faults)" : ""
      throw TableFault(
        file: first?.file ?? governorates.name, line: first?.line ?? 0,
        message:
          "no borders can be made: \(first?.message ?? "unknown reason")\(rest); import without borders, or mend the file"
      )
    }
  }
}
