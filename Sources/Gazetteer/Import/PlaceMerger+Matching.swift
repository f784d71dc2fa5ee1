internal import Geodesy

// Which row a found place is.
extension PlaceMerger {
  /// Takes up found places, the most official source first.
  mutating func merge(_ found: [FoundPlace]) {
    var targets = [Int?](repeating: nil, count: found.count)
    var refused: Set<Int> = []
    for owner in SourceCode.Owner.allCases {
      let group = found.indices.filter { found[$0].code.owner == owner }
      var rest: [Int] = []
      for index in group {
        guard let entry = entry(byCodesOf: found[index]) else {
          rest.append(index)
          continue
        }
        targets[index] = entry
        if !take(found[index], into: entry) { refused.insert(index) }
      }
      for pair in pairs(rest, found) where targets[pair.found] == nil {
        let place = found[pair.found]
        guard mayBe(place, entries[pair.entry], distanceKm: pair.distanceKm) else { continue }
        targets[pair.found] = pair.entry
        _ = take(place, into: pair.entry)
      }
      for index in rest where targets[index] == nil {
        // Two files may tell one place, and sources have their own doubles, which no row stood for before.
        if let entry = entry(byCodesOf: found[index]) {
          targets[index] = entry
          if !take(found[index], into: entry) { refused.insert(index) }
        } else if let double = pairs([index], found).first(where: {
          mayBe(found[index], entries[$0.entry], distanceKm: $0.distanceKm)
        }) {
          targets[index] = double.entry
          _ = take(found[index], into: double.entry)
        } else {
          targets[index] = add(found[index])
        }
      }
    }
    // Only now are all places there that a name could be compared with: a second run gives the same list.
    for index in found.indices where !refused.contains(index) {
      guard let target = targets[index] else { continue }
      compareUnits(found[index], target)
      if entries[target].id == found[index].code.id { compareNamesakes(found[index], target) }
    }
  }

  private func entry(byCodesOf place: FoundPlace) -> Int? {
    if let entry = byID[place.code.id] ?? redirects[place.code.id].flatMap({ byID[$0] }) { return entry }
    for (index, code) in place.codes.enumerated() {
      let candidates = (byCode[code] ?? []).filter { index == 0 || !entries[$0].isTaken(by: place.code) }
      if let nearest = candidates.min(by: { distanceKm(place, $0) < distanceKm(place, $1) }),
        // A code that another source says it has may be wrong.
        index == 0 || distanceKm(place, nearest) <= Self.farKm
      {
        return nearest
      }
    }
    return nil
  }

  private struct Pair {
    var distanceKm: Double
    var found: Int
    var entry: Int
  }

  private func pairs(_ indices: [Int], _ found: [FoundPlace]) -> [Pair] {
    var pairs: [Pair] = []
    for index in indices {
      let place = found[index]
      var near: [Int: Double] = [:]
      let strong = [place.arabic, place.english] + place.names.filter { !$0.isWeak }.map(\.text)
      var keys = Dictionary(strong.flatMap(NameKey.keys).map { ($0, false) }) { first, _ in first }
      // Lists of names hold those of namesakes too; that of a quarter names the greater one that it is part of.
      if place.kind != .neighbourhood {
        for key in place.names.filter(\.isWeak).map(\.text).flatMap(NameKey.keys) where keys[key] == nil {
          keys[key] = true
        }
      }
      for (key, isWeak) in keys {
        for entry in byKey[key] ?? [] where entries[entry].kind.category == place.kind.category {
          let distance = distanceKm(place, entry)
          if distance <= reachKm(place, entries[entry], key.script, isWeak: isWeak) { near[entry] = distance }
        }
      }
      pairs += near.map { Pair(distanceKm: $0.value, found: index, entry: $0.key) }
    }
    return pairs.sorted { ($0.distanceKm, $0.found, $0.entry) < ($1.distanceKm, $1.found, $1.entry) }
  }

  /// Beyond this two positions of one code are a conflict, km.
  static let farKm = 5.0

  // How far apart two places of one name are still the same place, km.
  private func reachKm(_ place: FoundPlace, _ entry: PlaceEntry, _ script: NameKey.Script, isWeak: Bool) -> Double {
    let isGreat = entry.kind.category != .settlement || [.city, .town].contains(entry.kind)
    let reach = isGreat ? max(3, min(entry.extentKm + 2, 10)) : 3
    let hasArabic = !place.arabic.isEmpty && entry.keys.contains { $0.script == .arabic }
    if isWeak { return script == .arabic || !hasArabic ? 1 : 0 }
    switch script {
    case .arabic: return reach
    // Two Arabic names that differ outweigh a Latin spelling that does not.
    case .latin: return hasArabic ? 0.5 : reach
    case .skeleton: return hasArabic ? 0 : 1.5
    case .consonants, .words: return 0
    }
  }

  // One list does not name a place twice, unless it is one of those that do.
  private func mayBe(_ place: FoundPlace, _ entry: PlaceEntry, distanceKm: Double) -> Bool {
    guard entry.isTaken(by: place.code) else { return true }
    return distanceKm <= (place.code.owner == .ocha ? 0.3 : 1)
  }

  func distanceKm(_ place: FoundPlace, _ entry: Int) -> Double {
    Geodesic.wgs84.distanceKm(from: place.point, to: entries[entry].point)
  }
}
