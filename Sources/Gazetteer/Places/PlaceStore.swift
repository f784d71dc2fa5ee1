internal import ArabicText
package import Geography
package import Incidents
package import Tables

/// The gazetteer in memory: places, admin units, and their names in Arabic and Latin script.
///
/// Source of the rows: `Gazetteer/places.tsv`, `aliases.tsv`, `admin.tsv`, `parts.tsv`; see `Gazetteer/README.md`.
package struct PlaceStore: Sendable {
  package private(set) var places: [Place] = []
  private var positions: [String: Int] = [:]
  /// Arabic names and aliases; payloads are positions in ``places``.
  private(set) var arabicNames = PhraseIndex()
  /// Latin names by their letters, articles dropped.
  private var latinNames: [String: [Int]] = [:]
  private var parts: [PartKey: Part] = [:]

  /// Marks the payload of a name that is only the short form of a longer one («الركبان» "Rukban" for «مخيم الركبان»
  /// "Rukban camp").
  static let shortFlag = 1 << 24

  private struct PartKey: Hashable {
    var pcode: String
    var side: CompassSide
  }

  /// The representative point and reach of one side of a governorate.
  package struct Part: Hashable, Sendable {
    package var point: Coordinate
    package var extentKm: Double
  }

  /// Reads the tables.
  /// - Throws: ``TableFault`` naming file and line.
  package init(tables: TableSet) throws(TableFault) {
    try readAdmin(
      tables.table("admin.tsv", requiring: ["pcode", "level", "parent", "latitude", "longitude", "extent_km"]))
    try readPlaces(
      tables.table(
        "places.tsv", requiring: ["id", "kind", "latitude", "longitude", "extent_km", "importance", "arabic"]))
    try readAliases(tables.table("aliases.tsv", requiring: ["place_id", "alias"]))
    try readParts(tables.table("parts.tsv", requiring: ["pcode", "side", "latitude", "longitude", "extent_km"]))
  }

  /// The place of that id; nil when there is none.
  package subscript(id: String) -> Place? { positions[id].map { places[$0] } }

  /// One side of a governorate; nil for other areas.
  package func part(of pcode: String, towards side: CompassSide) -> Part? { parts[PartKey(pcode: pcode, side: side)] }

  /// The name and P-code of an admin unit; nil for an unknown or empty code.
  package func unit(_ pcode: String) -> AdminUnit? {
    guard !pcode.isEmpty, let place = self[pcode] else { return nil }
    return AdminUnit(name: place.english, pcode: pcode)
  }

  /// The places of a name in Arabic or Latin script, the most important first; empty when the name is not known.
  package func places(named name: String) -> [Place] {
    var found: [Int] = []
    let text = TokenizedText(name)
    arabicNames.forEachMatch(in: text, at: 0) { match in
      if match.tokens.upperBound == text.tokens.count, match.clitics.subtracting(.article).isEmpty {
        found += match.payloads.map { Int($0) & ~Self.shortFlag }
      }
    }
    if found.isEmpty { found = latinNames[LatinKey.letters(name)] ?? latinNames[LatinKey.skeleton(name)] ?? [] }
    if let position = positions[name] { found = [position] }
    var seen: Set<Int> = []
    return found.filter { seen.insert($0).inserted }.map { places[$0] }
      .sorted { ($0.importance, $1.id) > ($1.importance, $0.id) }
  }

  private mutating func add(_ place: Place) {
    let position = places.count
    places.append(place)
    positions[place.id] = position
    name(place.arabic, position)
    name(place.english, position)
  }

  private mutating func name(_ name: String, _ position: Int) {
    guard let first = name.unicodeScalars.first else { return }
    if LetterCode.isArabic(LetterCode.fold(first.value)) {
      arabicNames.insert(name, payload: Int32(position))
      // «دير الزور», Deir ez-Zor, is also written «ديرالزور».
      let words = name.split(separator: " " as Character)
      if words.count == 2 { arabicNames.insert(words.joined(), payload: Int32(position)) }
    } else {
      let position = position & ~Self.shortFlag
      latinNames[LatinKey.letters(name), default: []].append(position)
      let skeleton = LatinKey.skeleton(name)
      if skeleton.count >= 4 { latinNames[skeleton, default: []].append(position) }
      if name.allSatisfy({ $0.isASCII }), name.contains(where: \.isNumber) {
        arabicNames.insert(name, payload: Int32(position))  // «T4» stands in Arabic text as it is
      }
    }
  }

  private mutating func readAdmin(_ table: Table) throws(TableFault) {
    let levels = ["0": PlaceKind.country, "1": .governorate, "2": .district, "3": .subdistrict]
    var fault: TableFault?
    table.forEachRow { row in
      guard fault == nil else { return }
      let pcode = row.text("pcode")
      guard let kind = levels[row.text("level")], let point = Self.point(row),
        let extent = Double(row.text("extent_km"))
      else {
        fault = row.fault("level, latitude, longitude or extent_km cannot be read")
        return
      }
      var codes = ["", "", ""]
      for (index, length) in [4, 6, 8].enumerated() where pcode.count >= length {
        codes[index] = String(pcode.prefix(length))
      }
      let importance = [PlaceKind.country: 5, .governorate: 5, .district: 3, .subdistrict: 2][kind] ?? 1
      add(
        Place(
          id: pcode, kind: kind, admin1: codes[0], admin2: codes[1], admin3: codes[2], point: point, extentKm: extent,
          importance: importance, isOrdinaryWord: row.text("caution") == "word", english: row.text("english"),
          arabic: row.text("arabic")))
    }
    if let fault { throw fault }
  }

  private mutating func readPlaces(_ table: Table) throws(TableFault) {
    var fault: TableFault?
    table.forEachRow { row in
      guard fault == nil else { return }
      let id = row.text("id")
      guard let kind = PlaceKind(rawValue: row.text("kind")) else {
        let near = EditDistance.nearest(to: row.text("kind"), among: PlaceKind.allCases.map(\.rawValue))
        fault = row.fault(
          "kind \"\(row.text("kind"))\" is not known" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
        return
      }
      guard positions[id] == nil else {
        fault = row.fault("id \"\(id)\" is used twice")
        return
      }
      guard let point = Self.point(row), let extent = Double(row.text("extent_km")),
        let importance = Int(row.text("importance"))
      else {
        fault = row.fault("latitude, longitude, extent_km or importance cannot be read")
        return
      }
      add(
        Place(
          id: id, kind: kind, admin1: row.text("admin1"), admin2: row.text("admin2"), admin3: row.text("admin3"),
          point: point, extentKm: extent, importance: importance, isOrdinaryWord: row.text("caution") == "word",
          english: row.text("english"),
          arabic: row.text("arabic")))
    }
    if let fault { throw fault }
  }

  private mutating func readAliases(_ table: Table) throws(TableFault) {
    var fault: TableFault?
    table.forEachRow { row in
      guard fault == nil else { return }
      guard let position = positions[row.text("place_id")] else {
        fault = row.fault("there is no place \"\(row.text("place_id"))\"")
        return
      }
      name(row.text("alias"), row.text("kind") == "short" ? position | Self.shortFlag : position)
    }
    if let fault { throw fault }
  }

  private mutating func readParts(_ table: Table) throws(TableFault) {
    var fault: TableFault?
    table.forEachRow { row in
      guard fault == nil else { return }
      guard let side = CompassSide(rawValue: row.text("side")), let point = Self.point(row),
        let extent = Double(row.text("extent_km"))
      else {
        fault = row.fault("side, latitude, longitude or extent_km cannot be read")
        return
      }
      parts[PartKey(pcode: row.text("pcode"), side: side)] = Part(point: point, extentKm: extent)
    }
    if let fault { throw fault }
  }

  private static func point(_ row: borrowing Table.Row) -> Coordinate? {
    guard let latitude = Double(row.text("latitude")), let longitude = Double(row.text("longitude")) else { return nil }
    let point = Coordinate(longitude: longitude, latitude: latitude)
    return point.isValid ? point : nil
  }
}
