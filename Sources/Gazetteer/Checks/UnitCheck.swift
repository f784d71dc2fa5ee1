internal import Geography
internal import Tables

/// Checks the rows of `admin.tsv`.
enum UnitCheck {
  /// Checks codes and parents, and fills the tree with the units that can be.
  static func check(_ table: Table, _ tree: inout UnitTree, _ notes: inout CheckNotes) {
    let rows = CheckedRow.rows(table)
    for row in rows {
      let (pcode, level) = (row["pcode"], Int(row["level"]) ?? -1)
      if let first = tree.units[pcode] {
        notes.faults.append(row.fault("pcode \(pcode) is used twice, in line \(first.line) already"))
        continue
      }
      guard pcode == "SY" || SourceCode.isUnit(pcode), (pcode.utf8.count - 2) / 2 == level else {
        notes.faults.append(
          row.fault("pcode \"\(pcode)\" does not fit level \"\(row["level"])\": expected SY and two digits a level"))
        continue
      }
      if row["arabic"].isEmpty { notes.faults.append(row.fault("the unit has no Arabic name")) }
      row.checkExtent(&notes)
      tree.add(
        pcode, level: level, parent: row["parent"], names: [row["english"], row["arabic"]],
        point: Coordinate(
          longitude: row.number("longitude") ?? .nan, latitude: row.number("latitude") ?? .nan), line: row.line)
    }
    for row in rows where row["pcode"] != "SY" {
      guard let unit = tree.units[row["pcode"]], unit.line == row.line else { continue }
      guard let parent = tree.units[unit.parent] else {
        notes.faults.append(row.fault("parent \"\(unit.parent)\" is no unit"))
        continue
      }
      if parent.level != unit.level - 1 {
        notes.faults.append(
          row.fault("parent \(unit.parent) is of level \(parent.level), expected level \(unit.level - 1)"))
      } else if unit.parent != (unit.level == 1 ? "SY" : String(row["pcode"].dropLast(2))) {
        notes.faults.append(row.fault("the code \(row["pcode"]) does not begin with that of its parent \(unit.parent)"))
      }
    }
  }

  /// Checks the points of the units against the borders, when those are known.
  static func comparePoints(_ table: Table, _ tree: UnitTree, _ notes: inout CheckNotes) {
    for row in CheckedRow.rows(table) {
      guard let position = row.position(tree, &notes) else { continue }
      let outline = [8, 6, 4].lazy.filter { row["pcode"].utf8.count >= $0 }
        .compactMap { tree.outline(String(row["pcode"].prefix($0))) }.first
      guard let outline, tree.units[row["pcode"]] != nil else { continue }
      let distance = outline.distanceKm(position)
      if distance > PlaceRowCheck.toleranceKm {
        notes.faults.append(
          row.fault("the point is \((distance * 10).rounded() / 10) km away from the border of \(outline.pcode)"))
      }
    }
  }
}

/// Checks the rows of `parts.tsv`.
enum PartCheck {
  static func check(_ table: Table, _ tree: UnitTree, _ notes: inout CheckNotes) {
    var seen: [String: Int] = [:]
    for row in CheckedRow.rows(table) {
      let (pcode, side) = (row["pcode"], row["side"])
      if tree.units[pcode] == nil { notes.faults.append(row.fault("pcode \"\(pcode)\" is no unit of admin.tsv")) }
      if let first = seen.updateValue(row.line, forKey: "\(pcode) \(side)") {
        notes.faults.append(row.fault("\(side) of \(pcode) is told twice, in line \(first) already"))
      }
      row.checkExtent(&notes)
      guard let position = row.position(tree, &notes), let outline = tree.outline(pcode) else { continue }
      let distance = outline.distanceKm(position)
      if distance > PlaceRowCheck.toleranceKm {
        notes.faults.append(row.fault("the point is \((distance * 10).rounded() / 10) km outside of \(pcode)"))
      }
    }
  }
}

/// Checks the rows of `aliases.tsv`.
enum AliasCheck {
  private static let kinds = [
    "press", "official", "kurdish", "turkish", "historical", "transliteration", "spelling", "short", "word",
  ]

  static func check(_ table: Table, _ tree: UnitTree, _ known: KnownPlaces, _ notes: inout CheckNotes) {
    var seen: [String: Int] = [:]
    for row in CheckedRow.rows(table) {
      let id = row["place_id"]
      if known.line(of: id) == nil, tree.units[id] == nil {
        notes.faults.append(row.fault("there is no place \"\(id)\""))
      }
      if !kinds.contains(row["kind"]) {
        let near = EditDistance.nearest(to: row["kind"], among: kinds)
        notes.faults.append(
          row.fault("kind \"\(row["kind"])\" is not known" + (near.map { "; did you mean \"\($0)\"?" } ?? "")))
      }
      if NameKey.keys(row["alias"]).isEmpty {
        notes.faults.append(row.fault("alias \"\(row["alias"])\" has no letters that text could be compared with"))
      }
      if let first = seen.updateValue(row.line, forKey: "\(id)\t\(row["alias"])") {
        notes.warnings.append(row.fault("the alias «\(row["alias"])» of \(id) stands in line \(first) already"))
      }
    }
  }
}
