internal import Geography
internal import Tables
internal import Topology

/// The polygons of units and areas by id, each file read when something of it is asked for.
struct UnitGrounds {
  /// The files of regions, and which ids they hold.
  private enum File: CaseIterable {
    case governorates, districts, subdistricts, areas

    var name: String {
      switch self {
      case .governorates: "Regions/governorates.geojson"
      case .districts: "Regions/districts.geojson"
      case .subdistricts: "Regions/subdistricts.geojson"
      case .areas: "Regions/areas.geojson"
      }
    }

    /// OCHA's codes tell the level by their length: SY05, SY0503, SY050302.
    static func of(_ id: String) -> File {
      guard id.hasPrefix("SY"), id.utf8.dropFirst(2).allSatisfy({ (0x30...0x39).contains($0) }) else { return .areas }
      switch id.utf8.count {
      case 4: return .governorates
      case 6: return .districts
      case 8: return .subdistricts
      default: return .areas
      }
    }
  }

  private let tables: TableSet
  private var known: [File: [String: Geometry]] = [:]

  init(tables: TableSet) {
    self.tables = tables
  }

  /// The polygon of a unit or area; nil when there is none of that id.
  /// - Throws: ``TableFault`` naming the file, when it cannot be read or the polygon is not valid.
  mutating func ground(of id: String) throws(TableFault) -> Geometry? {
    let file = File.of(id)
    return try regions(file)[id]
  }

  /// The polygons of all governorates, by code.
  mutating func governorates() throws(TableFault) -> [Geometry] {
    try regions(.governorates).sorted { $0.key < $1.key }.map(\.value)
  }

  /// Reads all files now, so that a fault shows at once.
  /// - Throws: ``TableFault`` naming the file.
  mutating func readAll() throws(TableFault) {
    for file in File.allCases { _ = try regions(file) }
  }

  /// A fault of a polygon, as one of its file.
  func fault(of id: String, _ error: TopologyError) -> TableFault {
    TableFault(file: File.of(id).name, line: 0, message: "region \(id): \(error)")
  }

  private mutating func regions(_ file: File) throws(TableFault) -> [String: Geometry] {
    if let regions = known[file] { return regions }
    var regions: [String: Geometry] = [:]
    for region in try read(file) { regions[region.id] = region.geometry }
    known[file] = regions
    return regions
  }

  private func read(_ file: File) throws(TableFault) -> [Region] {
    guard file == .subdistricts, !TableSet.names.contains(file.name) else {
      return try RegionSet.regions(file.name, tables)
    }
    // The binary carries no subdistricts; a folder has them after an import of full boundaries, or it has not.
    guard tables.folder != nil, (try? tables.bytes(file.name)) != nil else { return [] }
    return try RegionSet.regions(file.name, tables)
  }
}
