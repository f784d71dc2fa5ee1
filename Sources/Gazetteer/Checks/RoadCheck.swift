internal import Geodesy
internal import Geography
internal import Incidents
internal import Tables

/// Checks the rows of `roads.tsv`.
enum RoadCheck {
  /// Neighbouring vertices are nearer than this, km; a longer leg misses a vertex.
  private static let longestLegKm = 150.0

  static func check(_ table: Table, _ tree: UnitTree, _ known: KnownPlaces, _ notes: inout CheckNotes) {
    var roads: [String: [CheckedRow]] = [:]
    for row in CheckedRow.rows(table) { roads[row["road_id"], default: []].append(row) }
    for (id, rows) in roads.sorted(by: { $0.value[0].line < $1.value[0].line }) {
      if known.line(of: id) == nil {
        notes.faults.append(rows[0].fault("there is no place \"\(id)\" that the road could be"))
      } else if let kind = known.kind(of: id), kind != .road {
        notes.faults.append(rows[0].fault("\"\(id)\" is of kind \(kind.rawValue), expected road"))
      }
      if rows.count < 2 { notes.faults.append(rows[0].fault("\(id): a road needs two vertices at least")) }
      check(rows, tree, known, &notes)
    }
  }

  private static func check(
    _ rows: [CheckedRow], _ tree: UnitTree, _ known: KnownPlaces, _ notes: inout CheckNotes
  ) {
    var before: (ordinal: Int, position: Coordinate?)?
    for row in rows {
      guard let ordinal = Int(row["ordinal"]), ordinal > 0 else {
        notes.faults.append(row.fault("ordinal \"\(row["ordinal"])\": expected a whole number from 1"))
        continue
      }
      if let before, ordinal <= before.ordinal {
        notes.faults.append(row.fault("ordinal \(ordinal) stands behind \(before.ordinal); order the vertices"))
      }
      let position = vertex(row, tree, known, &notes)
      if let last = before?.position, let position {
        let distance = Geodesic.wgs84.distanceKm(from: last, to: position)
        if distance > longestLegKm {
          notes.warnings.append(
            row.fault("\(Int(distance.rounded())) km from the vertex before; is one missing, or are they out of order?")
          )
        }
      }
      before = (ordinal, position)
    }
  }

  private static func vertex(
    _ row: CheckedRow, _ tree: UnitTree, _ known: KnownPlaces, _ notes: inout CheckNotes
  ) -> Coordinate? {
    let place = row["place_id"]
    let hasPosition = !row["latitude"].isEmpty || !row["longitude"].isEmpty
    guard !place.isEmpty else {
      if hasPosition { return row.position(tree, &notes) }
      notes.faults.append(row.fault("expected a place or a position, found neither"))
      return nil
    }
    if hasPosition {
      notes.faults.append(row.fault("a vertex is a place or has a position of its own; found both"))
    }
    if known.line(of: place) == nil, tree.units[place] == nil {
      notes.faults.append(row.fault("there is no place \"\(place)\""))
    }
    return known.position(of: place)
  }
}

/// Checks the rows of `redirects.tsv`.
enum RedirectCheck {
  static func check(_ table: Table, _ tree: UnitTree, _ known: KnownPlaces, _ notes: inout CheckNotes) {
    let rows = CheckedRow.rows(table)
    var lines: [String: Int] = [:]
    for row in rows {
      let old = row["old_id"]
      if let first = lines[old] {
        notes.faults.append(row.fault("\"\(old)\" is redirected twice, in line \(first) already"))
      }
      lines[old] = lines[old] ?? row.line
    }
    for row in rows {
      let (old, new) = (row["old_id"], row["place_id"])
      if let line = known.line(of: old) {
        notes.faults.append(row.fault("\"\(old)\" is still a place (places.tsv:\(line)); an id is one or the other"))
      }
      if lines[new] != nil {
        notes.faults.append(row.fault("\"\(new)\" is redirected itself; name the place where it ends"))
      } else if known.line(of: new) == nil, tree.units[new] == nil {
        notes.faults.append(row.fault("there is no place \"\(new)\""))
      }
      if row["since"].isEmpty { notes.faults.append(row.fault("since: expected the day of the change, found none")) }
      _ = row.checkDay("since", &notes)
    }
  }
}
