internal import Geodesy
internal import Geography
internal import Tables

/// The admin units of Syria with their borders, as far as they are at hand: which unit has a place, by code, name or
/// position.
struct UnitTree {
  /// One row of `admin.tsv`.
  struct Unit {
    var level: Int
    var parent: String
    var point: Coordinate
    var line: Int
    var english: String
  }

  private(set) var units: [String: Unit] = [:]
  private var codesByName: [NameKey: [String]] = [:]
  /// Borders by level 1 … 3; a level without borders is empty.
  private(set) var outlines: [[UnitOutline]] = [[], [], [], []]
  /// Around all governorates.
  private var box: BoundingBox?
  private var outlineByCode: [String: UnitOutline] = [:]

  /// A tree without units.
  init() {}

  /// Reads the units and the borders of a set of tables.
  /// - Throws: ``TableFault`` when a table cannot be read.
  init(tables: TableSet) throws(TableFault) {
    let table = try tables.table(
      "admin.tsv", requiring: ["pcode", "level", "parent", "latitude", "longitude", "english", "arabic"])
    table.forEachRow { row in
      add(
        row.text("pcode"), level: Int(row.text("level")) ?? -1, parent: row.text("parent"),
        names: [row.text("english"), row.text("arabic")],
        point: Coordinate(
          longitude: Double(row.text("longitude")) ?? .nan, latitude: Double(row.text("latitude")) ?? .nan),
        line: row.line)
    }
    var regions = try RegionSet.governorates(tables: tables) + RegionSet.districts(tables: tables)
    let detailed = "Regions/subdistricts.geojson"
    if TableSet.names.contains(detailed) || tables.folder != nil, let bytes = try? tables.bytes(detailed) {
      let features = (try? GeoJSONReader.features(in: bytes)) ?? []
      regions += features.compactMap { feature in
        guard let id = feature["pcode"]?.string, let geometry = feature.geometry else { return nil }
        return Region(id: id, name: id, arabicName: "", geometry: geometry)
      }
    }
    for region in regions { setOutline(region.id, region.geometry) }
  }

  /// Adds a unit or another name of one.
  mutating func add(_ pcode: String, level: Int, parent: String, names: [String], point: Coordinate, line: Int) {
    if units[pcode] == nil {
      units[pcode] = Unit(level: level, parent: parent, point: point, line: line, english: names.first ?? "")
    }
    for key in names.flatMap(NameKey.keys) where codesByName[key]?.contains(pcode) != true {
      codesByName[key, default: []].append(pcode)
    }
  }

  /// Gives a unit its border; the one that it had goes.
  mutating func setOutline(_ pcode: String, _ geometry: Geometry) {
    let level = (pcode.utf8.count - 2) / 2
    guard (1...3).contains(level), let outline = UnitOutline(pcode: pcode, geometry: geometry) else { return }
    if outlineByCode.updateValue(outline, forKey: pcode) != nil { outlines[level].removeAll { $0.pcode == pcode } }
    outlines[level].append(outline)
    guard level == 1 else { return }
    var box = box ?? outline.box
    box.extend(to: Coordinate(longitude: outline.box.west, latitude: outline.box.south))
    box.extend(to: Coordinate(longitude: outline.box.east, latitude: outline.box.north))
    self.box = box
  }

  /// The border of a unit; nil when it is not at hand.
  func outline(_ pcode: String) -> UnitOutline? { outlineByCode[pcode] }

  /// The English name of a unit, or its code.
  func name(of pcode: String) -> String {
    guard let unit = units[pcode], !unit.english.isEmpty else { return pcode }
    return "\(unit.english) (\(pcode))"
  }

  /// The codes of all units of a level, sorted.
  func codes(ofLevel level: Int) -> [String] { units.filter { $0.value.level == level }.keys.sorted() }

  /// True for a name that a unit bears.
  func hasUnit(named name: String) -> Bool { NameKey.keys(name).contains { codesByName[$0] != nil } }

  /// The codes of a unit and of those above it: governorate, district, subdistrict; empty where it is above the level.
  static func codes(of pcode: String) -> [String] {
    [4, 6, 8].map { pcode.utf8.count >= $0 ? String(pcode.prefix($0)) : "" }
  }

  /// The smallest unit that has these names above one another; empty when none does, or several do.
  /// - Parameter names: the names of the governorate, of the district, of the subdistrict, each as often as it is told.
  func unit(named names: [[String]]) -> String {
    var candidates: Set<String> = []
    var smallest = ""
    for (index, spellings) in names.enumerated() {
      let found = Set(spellings.flatMap(NameKey.keys).flatMap { codesByName[$0] ?? [] })
        .filter { units[$0]?.level == index + 1 }
      guard !found.isEmpty else { continue }
      let nested = candidates.isEmpty ? found : found.filter { code in candidates.contains { code.hasPrefix($0) } }
      guard !nested.isEmpty else { return smallest }
      candidates = nested
      if nested.count == 1, let only = nested.first { smallest = only }
    }
    return smallest
  }

  /// The smallest unit with a border at hand that has the position, or lies within `toleranceKm` of it.
  func smallestUnit(at position: Coordinate, toleranceKm: Double = PlaceRowCheck.toleranceKm) -> String? {
    for level in [3, 2, 1] {
      if let outline = outlines[level].first(where: { $0.contains(position) }) { return outline.pcode }
    }
    let near = outlines.last { !$0.isEmpty }?.map { ($0.pcode, $0.distanceKm(position)) }.min { $0.1 < $1.1 }
    return near.flatMap { $0.1 <= toleranceKm ? $0.0 : nil }
  }

  /// How far outside of Syria a position lies, km; 0 inside. Nil when no borders are at hand. Far away, where only the order of
  /// magnitude counts, it is the distance from the box around the borders.
  func distanceToSyriaKm(_ position: Coordinate) -> Double? {
    guard let box else { return nil }
    let nearest = Coordinate(
      longitude: min(max(position.longitude, box.west), box.east),
      latitude: min(max(position.latitude, box.south), box.north))
    // A degree is more than 60 km in Syria, wherever it points.
    if abs(nearest.longitude - position.longitude) > 2 || abs(nearest.latitude - position.latitude) > 2 {
      return Geodesic.wgs84.distanceKm(from: nearest, to: position)
    }
    if outlines[1].contains(where: { $0.contains(position) }) { return 0 }
    return outlines[1].map { $0.distanceKm(position) }.min()
  }
}
