internal import Geodesy
internal import Geography
internal import Incidents
internal import Tables

/// Checks the rows of `places.tsv`.
enum PlaceRowCheck {
  /// Further than this from the border of its unit a place is in another one, km.
  static let toleranceKm = 2.0
  /// A note with these words says that the row keeps units other than those of the border, because the press does: al-Tanf is
  /// of Homs to every reader, and in Rif Dimashq on the map.
  static let pressUnits = "units by the press"

  static func check(_ table: Table, _ tree: UnitTree, _ known: inout KnownPlaces, _ notes: inout CheckNotes) {
    let kinds = PlaceKind.allCases.filter { !$0.isAdmin }.map(\.rawValue)
    for row in CheckedRow.rows(table) {
      let id = row["id"]
      if !isSlug(id) {
        notes.faults.append(row.fault("id \"\(id)\": expected a slug of small letters, digits and single dashes"))
      }
      if let first = known.line(of: id) {
        notes.faults.append(row.fault("id \"\(id)\" is used twice, in line \(first) already"))
      } else if tree.units[id] != nil {
        notes.faults.append(row.fault("id \"\(id)\" is an admin unit's"))
      }
      let kind = PlaceKind(rawValue: row["kind"])
      if kind == nil || kind?.isAdmin == true {
        let near = EditDistance.nearest(to: row["kind"], among: kinds)
        notes.faults.append(
          row.fault("kind \"\(row["kind"])\" is not known" + (near.map { "; did you mean \"\($0)\"?" } ?? "")))
      }
      if !["1", "2", "3", "4", "5"].contains(row["importance"]) {
        notes.faults.append(row.fault("importance \"\(row["importance"])\": expected 1 … 5"))
      }
      row.checkExtent(&notes)
      let (since, until) = (row.checkDay("since", &notes), row.checkDay("until", &notes))
      if let since, let until, since > until {
        notes.faults.append(row.fault("since \(row["since"]) is after until \(row["until"])"))
      }
      if row["arabic"].isEmpty, row["english"].isEmpty { notes.faults.append(row.fault("the place has no name")) }
      let unit = checkUnits(row, tree, &notes)
      let position = row.position(tree, &notes)
      if let position, let unit, !row["note"].contains(pressUnits) {
        comparePosition(row, position, unit, tree, &notes)
      }
      known.add(row, kind: kind, position: position)
    }
  }

  /// True for small letters, digits and single dashes between them.
  static func isSlug(_ id: String) -> Bool {
    let bytes = Array(id.utf8)
    guard let first = bytes.first, let last = bytes.last, first != 0x2D, last != 0x2D else { return false }
    var wasDash = false
    for byte in bytes {
      let isDash = byte == 0x2D
      if isDash ? wasDash : !((0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)) { return false }
      wasDash = isDash
    }
    return true
  }

  // The smallest unit that the row names; nil when it names none or one that cannot be.
  private static func checkUnits(_ row: CheckedRow, _ tree: UnitTree, _ notes: inout CheckNotes) -> String? {
    var smallest: String?
    var isSound = true
    for level in 1...3 {
      let code = row["admin\(level)"]
      guard !code.isEmpty else { continue }
      guard let unit = tree.units[code] else {
        let near = EditDistance.nearest(to: code, among: tree.codes(ofLevel: level))
        notes.faults.append(
          row.fault(
            "admin\(level) \"\(code)\" is no unit of admin.tsv" + (near.map { "; did you mean \"\($0)\"?" } ?? "")))
        isSound = false
        continue
      }
      if unit.level != level {
        notes.faults.append(row.fault("admin\(level) \"\(code)\" is a unit of level \(unit.level)"))
        isSound = false
      }
      let above = level > 1 ? row["admin\(level - 1)"] : ""
      if level > 1, unit.parent != above, isSound {
        let found = above.isEmpty ? "an empty cell" : above
        notes.faults.append(
          row.fault("admin\(level) \(code) lies in \(unit.parent), but admin\(level - 1) is \(found)"))
        isSound = false
      }
      smallest = code
    }
    return isSound ? smallest : nil
  }

  private static func comparePosition(
    _ row: CheckedRow, _ position: Coordinate, _ unit: String, _ tree: UnitTree, _ notes: inout CheckNotes
  ) {
    // The smallest unit that has a border at hand speaks for those above it.
    let outlines = [8, 6, 4].lazy.filter { unit.utf8.count >= $0 }.compactMap { tree.outline(String(unit.prefix($0))) }
    guard let outline = outlines.first else { return }
    let distance = outline.distanceKm(position)
    guard distance > toleranceKm else { return }
    let level = (outline.pcode.utf8.count - 2) / 2
    let holding = tree.smallestUnit(at: position, toleranceKm: 0).map { "it lies in \(tree.name(of: $0))" }
    notes.faults.append(
      row.fault(
        "admin\(level) is \(outline.pcode), but the point is \((distance * 10).rounded() / 10) km away from it; "
          + (holding ?? "it lies outside of Syria")))
  }
}

/// The places that rows of other tables may name.
struct KnownPlaces {
  private struct Named {
    var row: CheckedRow
    var kind: PlaceKind
    var position: Coordinate
  }

  private var lines: [String: Int] = [:]
  private var kinds: [String: PlaceKind] = [:]
  private var positions: [String: Coordinate] = [:]
  private var byName: [NameKey: [Named]] = [:]

  /// How many there are.
  var count: Int { lines.count }

  mutating func add(_ row: CheckedRow, kind: PlaceKind?, position: Coordinate?) {
    let id = row["id"]
    if lines[id] == nil { lines[id] = row.line }
    kinds[id] = kind
    positions[id] = position
    guard let kind, let position else { return }
    for key in NameKey.keys(row["arabic"]) where key.script == .arabic {
      byName[key, default: []].append(Named(row: row, kind: kind, position: position))
    }
  }

  /// The line of a place, from 1; nil when there is no such place.
  func line(of id: String) -> Int? { lines[id] }

  func kind(of id: String) -> PlaceKind? { kinds[id] }

  /// WGS 84; nil when the place or its position is not known.
  func position(of id: String) -> Coordinate? { positions[id] }

  /// Notes places of one Arabic name and sort within a kilometre of one another.
  func compareNames(_ notes: inout CheckNotes) {
    for named in byName.values where named.count > 1 {
      for (index, second) in named.enumerated() {
        for first in named[..<index] where first.kind.category == second.kind.category {
          let distance = Geodesic.wgs84.distanceKm(from: first.position, to: second.position)
          guard distance <= 1 else { continue }
          notes.warnings.append(
            second.row.fault(
              "\"\(second.row["id"])\" and \"\(first.row["id"])\" (line \(first.row.line)) are both called "
                + "«\(second.row["arabic"])» and \(Int((distance * 1000).rounded())) m apart; are they one place?"))
        }
      }
    }
  }
}
