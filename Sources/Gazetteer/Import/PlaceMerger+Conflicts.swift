// What differs.
extension PlaceMerger {
  mutating func compareUnits(_ place: FoundPlace, _ index: Int) {
    guard tree.units[place.unit] != nil else { return }
    let told = UnitTree.codes(of: place.unit)
    let present = columns.units.map { places.rows[entries[index].row][$0] }
    guard
      let level = told.indices.first(where: { !told[$0].isEmpty && !present[$0].isEmpty && told[$0] != present[$0] })
    else { return }
    note(
      .otherUnit, place, index, distanceKm(place, index),
      "the source puts it into \(told[level]), the table into \(present[level]), which stays")
  }

  /// Within this a place of the same name may be the same, km.
  private static let namesakeKm = 15.0

  mutating func compareNamesakes(_ place: FoundPlace, _ index: Int) {
    var nearest: (entry: Int, distance: Double)?
    for key in NameKey.keys(place.arabic.isEmpty ? place.english : place.arabic) where key.script != .skeleton {
      for other in byKey[key] ?? []
      where other != index && entries[other].kind.category == place.kind.category
        && !entries[other].codes.contains(where: { $0.owner == place.code.owner })
      {
        let distance = distanceKm(place, other)
        if distance <= Self.namesakeKm, distance < nearest?.distance ?? .infinity { nearest = (other, distance) }
      }
    }
    if let nearest {
      note(
        .sameNameNear, place, nearest.entry, nearest.distance,
        "kept as \(entries[index].id) beside it; if they are one, remove the row and add an alias")
    }
  }

  mutating func note(
    _ kind: ImportConflict.Kind, _ place: FoundPlace, _ index: Int, _ distance: Double, _ detail: String
  ) {
    let row = places.rows[entries[index].row]
    outcome.conflicts.append(
      ImportConflict(
        kind: kind, placeID: entries[index].id,
        name: row[columns.arabic].isEmpty ? row[columns.english] : row[columns.arabic], code: place.code.text,
        foundName: place.arabic.isEmpty ? place.english : place.arabic, distanceKm: distance, file: files[place.source],
        line: place.line, detail: detail))
  }
}
