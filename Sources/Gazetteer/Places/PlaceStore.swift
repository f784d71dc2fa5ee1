internal import ArabicText
package import Geography
package import Incidents
package import Tables

/// The gazetteer in memory: places, admin units, and their names in Arabic and Latin script.
///
/// Source of the rows: `Gazetteer/places.tsv`, `aliases.tsv`, `admin.tsv`, `parts.tsv`, `redirects.tsv`; see `Gazetteer/README.md`.
/// Only what weighs in the choice between places is read at once (some 2 ms for 5,000 places); names stay in the bytes of the
/// tables until they are asked for, and Latin names are indexed when the first one is looked up.
package struct PlaceStore: Sendable {
  // One reference: a store is handed on with every phrase.
  private let contents: PlaceContents

  /// One record a place, units first; a position in it is what the indexes know a place by.
  package var records: [PlaceRecord] { contents.records }
  var adminBytes: [UInt8] { contents.adminBytes }
  var placeBytes: [UInt8] { contents.placeBytes }
  var latinNames: LatinNames { contents.latinNames }
  var nearNames: NearNames { contents.nearNames }

  /// Marks the payload of a name that is only the short form of a longer one («الركبان» "Rukban" for «مخيم الركبان»
  /// "Rukban camp").
  static let shortFlag: Int32 = 1 << 24
  /// Marks the payload of a name that is an everyday word too («الثورة» "the revolution" for al-Tabqah), though the place's main name
  /// is none.
  static let wordFlag: Int32 = 1 << 25

  /// The position in a payload of the names.
  static func position(_ payload: Int32) -> Int { Int(payload & (shortFlag - 1)) }

  struct PartKey: Hashable {
    var unit: AdminCode
    var side: CompassSide
  }

  /// The representative point and reach of one side of a governorate.
  package struct Part: Hashable, Sendable {
    /// The representative point, WGS 84.
    package var point: Coordinate
    /// Kilometres to the farthest border.
    package var extentKm: Double
  }

  /// Reads the tables.
  /// - Throws: ``TableFault`` naming file and line.
  package init(tables: TableSet) throws(TableFault) {
    contents = PlaceContents(try PlaceTables(tables: tables))
  }

  /// The units that a position lies in as far as its neighbours tell: those that the three nearest settlements share; none in a waste
  /// where no settlement is near.
  func units(around point: Coordinate) -> (admin1: AdminCode, admin2: AdminCode, admin3: AdminCode, nearestKm: Double?)
  {
    let near = contents.grid.nearest(to: point, in: self)
    guard let first = near.first, first.km < 40 else { return (.none, .none, .none, nil) }
    let own = records[first.place]
    func shared(_ code: KeyPath<PlaceRecord, AdminCode>) -> AdminCode {
      near.allSatisfy { records[$0.place][keyPath: code] == own[keyPath: code] } ? own[keyPath: code] : .none
    }
    return (shared(\.admin1), shared(\.admin2), shared(\.admin3), first.km)
  }

  /// Every Arabic name that stands in a text; payloads are positions with flags.
  func names(in text: TokenizedText, _ stems: WordStems) -> PhraseHits {
    PhraseHits(of: contents.arabicNames, in: text, stems)
  }

  /// Calls `body` with every Arabic name that begins at a token; payloads are positions with flags.
  func forEachName(in text: TokenizedText, at token: Int, _ body: (PhraseIndex.Match) -> Void) {
    contents.arabicNames.forEachMatch(in: text, at: token, body)
  }

  /// All places and units, each made from its row when it is asked for.
  package var places: PlaceList { PlaceList(store: self) }

  /// The place of that id, also by one that it had before; nil when there is none.
  package subscript(id: String) -> Place? { position(of: id).map { place(at: $0) } }

  /// The position of the place of that id; nil when there is none.
  package func position(of id: String) -> Int? {
    if let number = contents.ids.find(ArraySlice(id.utf8)) { return Int(number) }
    return contents.redirects[id].flatMap { contents.ids.find(ArraySlice($0.utf8)) }.map(Int.init)
  }

  /// The position of a unit; nil when there is none.
  func position(of code: AdminCode) -> Int? { contents.units[code] }

  /// The place at a position of ``records``.
  package func place(at position: Int) -> Place {
    let record = records[position]
    let bytes = record.isUnit ? adminBytes : placeBytes
    func code(_ code: AdminCode) -> String {
      code.isNone ? "" : contents.adminUnits[code]?.pcode ?? code.text
    }
    return Place(
      id: Self.text(record.id, bytes), kind: record.kind, admin1: code(record.admin1), admin2: code(record.admin2),
      admin3: code(record.admin3), point: record.point, extentKm: record.extentKm, importance: Int(record.importance),
      isOrdinaryWord: record.isOrdinaryWord, english: Self.text(record.english, bytes),
      arabic: Self.text(record.arabic, bytes))
  }

  /// The id of the place at a position.
  package func id(at position: Int) -> String {
    Self.text(records[position].id, records[position].isUnit ? adminBytes : placeBytes)
  }

  /// True when the Arabic name begins with the article.
  func hasArticle(_ position: Int) -> Bool {
    let record = records[position]
    let bytes = record.isUnit ? adminBytes : placeBytes
    let start = Int(record.arabic.lowerBound)
    return record.arabic.count > 4 && bytes[start..<start + 4].elementsEqual([0xD8, 0xA7, 0xD9, 0x84])
  }

  /// True for «شمال شرق سوريا» "north-east Syria" and the other sides of the country, which the press uses as names.
  func isCountrySide(_ position: Int) -> Bool { id(at: position).hasPrefix("syria-") }

  /// True for the steppe of a governorate.
  func isSteppe(_ position: Int) -> Bool { contents.steppes[records[position].admin1] == position }

  static func text(_ range: Range<Int32>, _ bytes: [UInt8]) -> String {
    String(decoding: bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }

  /// The steppe of a governorate («بادية حمص» "the desert of Homs"); nil for one without.
  func steppe(of governorate: Place) -> Place? { contents.steppes[AdminCode(governorate.id)].map { place(at: $0) } }

  /// One side of a unit; nil where `parts.tsv` has none.
  package func part(of pcode: String, towards side: CompassSide) -> Part? { part(of: AdminCode(pcode), towards: side) }

  func part(of unit: AdminCode, towards side: CompassSide) -> Part? { contents.parts[PartKey(unit: unit, side: side)] }

  /// The name and P-code of an admin unit; nil for an unknown or empty code.
  package func unit(_ pcode: String) -> AdminUnit? { unit(AdminCode(pcode)) }

  func unit(_ code: AdminCode) -> AdminUnit? { contents.adminUnits[code] }

  /// The places of a name in Arabic or Latin script, the most important first; empty when the name is not known.
  ///
  /// An id is a name too. Spellings that readers do not tell apart are one (hamza, ة/ه, ى/ي, «ال», joined and split words; Latin
  /// articles, vowels and hyphens).
  package func places(named name: String) -> [Place] { positions(named: name).map { place(at: $0) } }

  /// The positions of the places of a name, the most important first.
  package func positions(named name: String) -> [Int] {
    if let position = position(of: name) { return [position] }
    var found: [Int] = []
    let text = TokenizedText(name)
    forEachName(in: text, at: 0) { match in
      if match.tokens.upperBound == text.tokens.count, match.clitics.subtracting(.article).isEmpty {
        found += match.payloads.map(Self.position)
      }
    }
    if found.isEmpty { found = latinNames.positions(of: name, in: self) }
    return ranked(found)
  }

  /// The positions of the places whose Arabic name is one word of these letters, or several written as one.
  func positions(ofLetters letters: [UInt8]) -> [Int] {
    contents.arabicNames.payloads(ofWord: letters[...]).filter { $0 & Self.shortFlag == 0 }.map(Self.position)
  }

  /// The subdistrict that a place is the seat of, as far as its weight tells: no other place in it is weightier; nil for other places.
  /// - Complexity: O(*n*) for *n* places; asked only for «ناحية X» where no subdistrict has the name.
  func subdistrict(seatedAt position: Int) -> Int? {
    let record = records[position]
    guard let unit = self.position(of: record.admin3), unit != position else { return nil }
    let isHeavier = records.contains { other in
      other.admin3 == record.admin3 && !other.isUnit && other.importance > record.importance
    }
    return isHeavier ? nil : unit
  }

  /// The same positions once each, the most important first, then by id.
  func ranked(_ positions: [Int]) -> [Int] {
    var seen: Set<Int> = []
    let unique = positions.filter { seen.insert($0).inserted }
    guard unique.count > 1 else { return unique }
    return unique.map { ($0, records[$0].importance, id(at: $0)) }
      .sorted { ($0.1, $1.2) > ($1.1, $0.2) }.map(\.0)
  }
}

/// The places of a store as a collection.
package struct PlaceList: RandomAccessCollection, Sendable {
  let store: PlaceStore

  /// The first position.
  package var startIndex: Int { 0 }
  /// One behind the last position.
  package var endIndex: Int { store.records.count }
  /// The place at a position of ``PlaceStore/records``, made from its row.
  package subscript(position: Int) -> Place { store.place(at: position) }
}
