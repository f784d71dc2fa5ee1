internal import Geography

// What is taken over.
extension PlaceMerger {
  // False when it is the same by code alone, and too far away to be believed: then nothing of it is taken over.
  mutating func take(_ place: FoundPlace, into index: Int) -> Bool {
    let entry = entries[index]
    outcome.merged += 1
    let distance = distanceKm(place, index)
    if distance > Self.farKm, entry.codes.contains(place.code) {
      let agrees = [place.arabic, place.english].flatMap(NameKey.keys).contains { entry.keys.contains($0) }
      note(
        .sameCodeFar, place, index, distance,
        agrees ? "the table's position stays" : "the table's position stays, the names are not taken over")
      if !agrees { return false }
    }
    if !entry.codes.contains(place.code) {
      let cell = places.rows[entry.row][columns.source]
      places.rows[entry.row][columns.source] = cell.isEmpty ? place.code.text : "\(cell); \(place.code.text)"
      entries[index].codes.append(place.code)
      byCode[place.code, default: []].append(index)
    }
    if !place.arabic.isEmpty { name(index, FoundName(kind: .official, text: place.arabic), place.code) }
    if !place.english.isEmpty { name(index, FoundName(kind: .official, text: place.english), place.code) }
    for further in place.names { name(index, further, place.code) }
    return true
  }

  mutating func add(_ found: FoundPlace) -> Int {
    var place = found
    // As the table will have it, so that the next import finds the same distances.
    place.point = Coordinate(
      longitude: (found.point.longitude * 100_000).rounded() / 100_000,
      latitude: (found.point.latitude * 100_000).rounded() / 100_000)
    let units = unitCodes(place)
    let isWord = ordinary.contains(place.arabic)
    let index = entries.count
    places.rows.append(
      places.row([
        "id": place.code.id, "kind": place.kind.rawValue, "admin1": units[0], "admin2": units[1], "admin3": units[2],
        "latitude": Self.decimal(place.point.latitude), "longitude": Self.decimal(place.point.longitude),
        "extent_km": Self.decimal(place.extentKm), "importance": "\(place.importance)",
        "caution": isWord ? "word" : "", "english": place.english, "arabic": place.arabic, "source": place.code.text,
      ]))
    insert(
      PlaceEntry(
        row: places.rows.count - 1, id: place.code.id, kind: place.kind, point: place.point, extentKm: place.extentKm,
        importance: place.importance, codes: [place.code],
        keys: Self.keys(place.arabic, place.english)))
    outcome.added += 1
    for further in place.names { name(index, further, place.code) }
    return index
  }

  /// Gives the places of GeoNames numbers further names, those that no dump told anew as well.
  mutating func add(_ names: [Int: [FoundName]]) {
    for number in names.keys.sorted() {
      let code = SourceCode(.geoNames, "\(number)")
      // A number that several rows name tells none of them apart.
      guard let candidates = byCode[code], candidates.count == 1 else { continue }
      for further in names[number] ?? [] { name(candidates[0], further, code) }
    }
  }

  private mutating func name(_ index: Int, _ name: FoundName, _ code: SourceCode) {
    let keys = NameKey.keys(name.text)
    let row = entries[index].row
    let spelling = NameKey.spelling(name.text)
    guard let key = keys.first else { return }
    let isArabic = key.script == .arabic
    let isKnown = spelling.map(entries[index].keys.contains) == true
    if isArabic ? isKnown : keys.contains(where: { entries[index].keys.contains($0) }) { return }
    if name.isWeak, isDoubtful(name.text, keys, index) || isKnown { return }
    let cell = isArabic ? columns.arabic : columns.english
    if places.rows[row][cell].isEmpty, name.kind != .historical {
      places.rows[row][cell] = name.text
      outcome.filled += 1
    } else {
      let kind = ordinary.contains(name.text) ? .word : name.kind
      aliases.rows.append(
        aliases.row([
          "place_id": entries[index].id, "kind": kind.rawValue, "alias": name.text, "source": code.text,
          "note": name.note,
        ]))
      outcome.aliases += 1
    }
    for key in keys { add(key, to: index) }
    if let spelling { entries[index].keys.insert(spelling) }
  }

  // A second name that is a unit's or a known place's tells more often where the place is than what it is called.
  private func isDoubtful(_ text: String, _ keys: [NameKey], _ index: Int) -> Bool {
    if ordinary.contains(text) || tree.hasUnit(named: text) { return true }
    return keys.contains { key in (byKey[key] ?? []).contains { $0 != index && entries[$0].importance >= 3 } }
  }

  // A row is in the unit whose border holds it; what the source says decides below the borders at hand, and near them.
  private func unitCodes(_ place: FoundPlace) -> [String] {
    let holding = tree.smallestUnit(at: place.point) ?? ""
    guard tree.units[place.unit] != nil else { return UnitTree.codes(of: holding) }
    if holding.isEmpty || place.unit.hasPrefix(holding) { return UnitTree.codes(of: place.unit) }
    let outlined = [8, 6, 4].lazy.map { String(place.unit.prefix($0)) }.first { tree.outline($0) != nil }
    if let outlined, let distance = tree.outline(outlined)?.distanceKm(place.point), distance <= 2 {
      return UnitTree.codes(of: place.unit)
    }
    return UnitTree.codes(of: holding)
  }

  /// A number with at most five decimals: a metre, in degrees.
  static func decimal(_ value: Double) -> String {
    let rounded = (value * 100_000).rounded() / 100_000
    return rounded == rounded.rounded() && abs(rounded) < 1_000_000 ? "\(Int(rounded))" : "\(rounded)"
  }
}
