internal import Geodesy
internal import Geography
internal import Tables
internal import Topology

/// Puts the admin units of COD-AB files into `admin.tsv`, `aliases.tsv` and the tree that places are laid into.
struct UnitMerger {
  private(set) var admin: TableRows
  private(set) var aliases: TableRows
  private(set) var tree: UnitTree
  private(set) var conflicts: [ImportConflict] = []
  private(set) var merged = 0
  private(set) var added = 0
  private(set) var aliasCount = 0
  private var keys: [String: Set<NameKey>] = [:]
  private var rows: [String: Int] = [:]
  private var waiting: [Found] = []
  /// The admin levels in each file.
  private(set) var levels: [String: Set<Int>] = [:]

  /// An admin unit as a source tells it.
  private struct Found {
    var pcode: String
    var parent: String
    var names: [String]
    var geometry: Geometry
    var file: String
    var line: Int
  }

  /// - Throws: ``TableFault`` when a column is missing.
  init(admin: TableRows, aliases: TableRows, tree: UnitTree) throws(TableFault) {
    self.admin = admin
    self.aliases = aliases
    self.tree = tree
    let (pcode, english, arabic) = (try admin.column("pcode"), try admin.column("english"), try admin.column("arabic"))
    for (index, row) in admin.rows.enumerated() {
      rows[row[pcode]] = index
      keys[row[pcode]] = Set(NameKey.keys(row[english]) + NameKey.keys(row[arabic]))
    }
    let (place, alias) = (try aliases.column("place_id"), try aliases.column("alias"))
    for row in aliases.rows where keys[row[place]] != nil { keys[row[place]]?.formUnion(NameKey.keys(row[alias])) }
  }

  /// Takes a feature.
  /// - Returns: what is wrong with it; nil when nothing is.
  mutating func add(_ feature: Feature, file: String, line: Int) -> String? {
    guard let geometry = feature.geometry else { return "the unit has no polygon" }
    switch geometry {
    case .polygon, .multiPolygon: break
    default: return "expected a polygon, found another geometry"
    }
    let found: Found
    switch Self.read(feature, geometry, file, line) {
    case .success(let read): found = read
    case .failure(let fault): return fault.message
    }
    do throws(TopologyError) {
      if let fault = try GEOSContext().validityFault(of: geometry) { return "\(found.pcode): \(fault)" }
    } catch {
      return "\(found.pcode): \(error)"
    }
    if waiting.contains(where: { $0.pcode == found.pcode && $0.file == found.file }) {
      return "the P-code \(found.pcode) stands twice"
    }
    waiting.append(found)
    levels[file, default: []].insert((found.pcode.utf8.count - 2) / 2)
    return nil
  }

  // COD-AB: ADM2_PCODE, ADM2_EN, ADM2_AR (shapefiles), admin2Pcode, admin2Name_en (services), adm2_pcode, adm2_name, adm2_name1
  // (since 2025); else pcode, name_en, name_ar.
  private static func read(
    _ feature: Feature, _ geometry: Geometry, _ file: String, _ line: Int
  ) -> Result<Found, TableRowFault> {
    var codes: [String] = []
    for member in feature.properties {
      guard let text = member.value.string, PlaceColumns.letters(member.name).hasSuffix("pcode") else { continue }
      if text == "SY" || SourceCode.isUnit(text) { codes.append(text) }
    }
    guard let pcode = codes.max(by: { $0.utf8.count < $1.utf8.count }) else {
      let names = feature.properties.map(\.name).joined(separator: ", ")
      return .failure(
        TableRowFault(message: "expected a P-code like SY0203 (ADM2_PCODE, pcode …); found the members \(names)"))
    }
    let level = (pcode.utf8.count - 2) / 2
    var names: [String] = []
    for member in feature.properties {
      let title = PlaceColumns.letters(member.name)
      guard let text = member.value.string.flatMap(NameText.plain), !title.hasSuffix("pcode") else { continue }
      let isOwn =
        PlaceColumns.level(title).map { $0 == level } ?? ["name", "nameen", "namear", "refname"].contains(title)
      if isOwn, text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) { names.append(text) }
    }
    guard !names.isEmpty else { return .failure(TableRowFault(message: "\(pcode): expected a name, found none")) }
    let stated = codes.filter { $0.utf8.count == pcode.utf8.count - 2 }.first
    return .success(
      Found(
        pcode: pcode, parent: stated ?? (level == 1 ? "SY" : String(pcode.dropLast(2))), names: names,
        geometry: geometry,
        file: file, line: line))
  }

  /// Merges what was taken, governorates first.
  /// - Returns: units whose parent nobody knows; they are left out.
  mutating func merge() -> [TableFault] {
    var faults: [TableFault] = []
    for unit in waiting.sorted(by: { ($0.pcode.utf8.count, $0.pcode) < ($1.pcode.utf8.count, $1.pcode) }) {
      if unit.pcode != "SY", tree.units[unit.parent] == nil {
        faults.append(
          TableFault(
            file: unit.file, line: unit.line,
            message:
              "\(unit.pcode): there is no unit \"\(unit.parent)\" that it could be part of; import that level too"))
        continue
      }
      if let row = rows[unit.pcode] { merge(unit, row) } else { insert(unit) }
      tree.setOutline(unit.pcode, unit.geometry)
    }
    waiting = []
    return faults
  }

  private mutating func merge(_ unit: Found, _ row: Int) {
    merged += 1
    guard let present = tree.units[unit.pcode] else { return }
    if unit.pcode != "SY", present.parent != unit.parent {
      note(unit, row, nil, "the source's parent is \(unit.parent), the table's \(present.parent), which stays")
    }
    if let outline = UnitOutline(pcode: unit.pcode, geometry: unit.geometry) {
      let distance = outline.distanceKm(present.point)
      if distance > 2 {
        note(
          unit, row, distance,
          "the table's point lies outside of the source's border; check whether the code is the same")
      }
    }
    for name in unit.names {
      let found = NameKey.keys(name)
      guard !found.isEmpty, !found.contains(where: { keys[unit.pcode]?.contains($0) == true }) else { continue }
      keys[unit.pcode, default: []].formUnion(found)
      aliases.rows.append(
        aliases.row(["place_id": unit.pcode, "kind": "official", "alias": name, "source": "OCHA COD-AB"]))
      aliasCount += 1
    }
    tree.add(unit.pcode, level: present.level, parent: present.parent, names: unit.names, point: present.point, line: 0)
  }

  private mutating func insert(_ unit: Found) {
    let inner = try? GEOSContext().representativePoint(of: unit.geometry)
    guard let point = inner ?? nil, let outline = UnitOutline(pcode: unit.pcode, geometry: unit.geometry) else {
      return
    }
    let level = (unit.pcode.utf8.count - 2) / 2
    let english = unit.names.first { !NameText.isArabic($0) } ?? ""
    let arabic = unit.names.first { NameText.isArabic($0) } ?? ""
    rows[unit.pcode] = admin.rows.count
    admin.rows.append(
      admin.row([
        "pcode": unit.pcode, "level": "\(level)", "parent": unit.parent,
        "latitude": PlaceMerger.decimal((point.latitude * 10_000).rounded() / 10_000),
        "longitude": PlaceMerger.decimal((point.longitude * 10_000).rounded() / 10_000),
        "extent_km": "\(Int(outline.reachKm(from: point).rounded(.up)))", "english": english, "arabic": arabic,
        "source": "OCHA COD-AB",
      ]))
    keys[unit.pcode] = Set((NameKey.keys(english) + NameKey.keys(arabic)))
    tree.add(unit.pcode, level: level, parent: unit.parent, names: unit.names, point: point, line: 0)
    added += 1
  }

  private mutating func note(_ unit: Found, _ row: Int, _ distance: Double?, _ detail: String) {
    let name = admin.columns.firstIndex(of: "english").map { admin.rows[row][$0] } ?? ""
    conflicts.append(
      ImportConflict(
        kind: .otherBorder, placeID: unit.pcode, name: name, code: unit.pcode, foundName: unit.names.first ?? "",
        distanceKm: distance, file: unit.file, line: unit.line, detail: detail))
  }
}
