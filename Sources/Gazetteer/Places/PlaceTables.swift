internal import ArabicText
internal import Geography
internal import Incidents
internal import Tables

/// What is read from the tables, row by row and by bytes, before it is handed to a store.
struct PlaceTables {
  var records: [PlaceRecord] = []
  var adminBytes: [UInt8] = []
  var placeBytes: [UInt8] = []
  /// The numbers of this index are the positions.
  var ids = WordIndex()
  var redirects: [String: String] = [:]
  var arabicNames = PhraseIndex()
  /// Aliases by their ranges in the bytes of their table.
  var latinAliases: [(range: Range<Int>, position: Int)] = []
  var arabicAliases: [(range: Range<Int>, position: Int)] = []
  let aliasBytes: [UInt8]
  var parts: [PlaceStore.PartKey: PlaceStore.Part] = [:]
  /// The widest steppe of each governorate.
  var steppes: [AdminCode: Int] = [:]

  /// - Throws: ``TableFault`` naming file and line.
  init(tables: TableSet) throws(TableFault) {
    let aliases = try tables.table("aliases.tsv", requiring: ["place_id", "kind", "alias"])
    let admin = try tables.table(
      "admin.tsv", requiring: ["pcode", "level", "parent", "latitude", "longitude", "extent_km", "english", "arabic"])
    let places = try tables.table(
      "places.tsv",
      requiring: [
        "id", "kind", "admin1", "admin2", "admin3", "latitude", "longitude", "extent_km", "importance", "caution",
        "english",
        "arabic",
      ])
    (adminBytes, placeBytes) = (admin.bytes, places.bytes)
    aliasBytes = aliases.bytes
    latinAliases.reserveCapacity(aliases.bytes.count / 90)
    arabicAliases.reserveCapacity(aliases.bytes.count / 90)
    arabicNames.reserveCapacity(places.bytes.count / 75 + aliases.bytes.count / 75)
    records.reserveCapacity(places.bytes.count / 100 + 400)
    try readAdmin(admin)
    try readPlaces(places)
    try readRedirects(tables.table("redirects.tsv", requiring: ["old_id", "place_id"]))
    try readAliases(aliases)
    try readParts(
      tables.table("parts.tsv", requiring: ["pcode", "side", "latitude", "longitude", "extent_km"]))
  }

  mutating func readAdmin(_ table: Table) throws(TableFault) {
    let columns = NameColumns(table, id: "pcode")
    let level = table.column("level") ?? 0
    let kinds = [PlaceKind.country, .governorate, .district, .subdistrict]
    let importance: [Int8] = [5, 5, 3, 2]
    var fault: TableFault?
    table.forEachRow { row in
      guard fault == nil else { return }
      guard let rank = row.bytes(level).first.map({ Int($0) - 0x30 }), kinds.indices.contains(rank),
        let code = AdminCode(row.table.bytes, row.range(columns.id)), code.level == rank
      else {
        fault = row.fault("the P-code does not fit its level: expected SY and two digits a level")
        return
      }
      guard let place = columns.position(row) else {
        fault = row.fault("latitude, longitude or extent_km cannot be read")
        return
      }
      let record = PlaceRecord(
        kind: kinds[rank], importance: importance[rank], isOrdinaryWord: false, isUnit: true,
        admin1: code.unit(ofLevel: 1), admin2: code.unit(ofLevel: 2), admin3: code.unit(ofLevel: 3),
        longitude: place.longitude, latitude: place.latitude, extentKm: place.extentKm, id: columns.id(row),
        english: columns.english(row), arabic: columns.arabic(row))
      fault = add(record, row, columns)
    }
    if let fault { throw fault }
  }

  mutating func readPlaces(_ table: Table) throws(TableFault) {
    let columns = NameColumns(table, id: "id")
    let kind = table.column("kind") ?? 0
    let admins = [table.column("admin1") ?? 0, table.column("admin2") ?? 0, table.column("admin3") ?? 0]
    let importance = table.column("importance") ?? 0
    let caution = table.column("caution") ?? 0
    var kindNames = WordIndex()
    for name in PlaceKind.allCases { _ = kindNames.insert(name.rawValue.utf8) }
    let kinds = PlaceKind.allCases
    var fault: TableFault?
    table.forEachRow { row in
      guard fault == nil else { return }
      guard let kindNumber = kindNames.find(row.table.bytes, row.range(kind)), Int(kindNumber) < kinds.count else {
        let near = EditDistance.nearest(to: row.text(kind), among: PlaceKind.allCases.map(\.rawValue))
        fault = row.fault("kind \"\(row.text(kind))\" is not known" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
        return
      }
      guard let admin1 = AdminCode(row.table.bytes, row.range(admins[0])),
        let admin2 = AdminCode(row.table.bytes, row.range(admins[1])),
        let admin3 = AdminCode(row.table.bytes, row.range(admins[2]))
      else {
        fault = row.fault("admin1, admin2 or admin3 is no P-code such as SY0901")
        return
      }
      guard let place = columns.position(row), let weight = row.bytes(importance).first,
        row.bytes(importance).count == 1,
        (0x31...0x35).contains(weight)
      else {
        fault = row.fault("latitude, longitude, extent_km or importance cannot be read")
        return
      }
      let record = PlaceRecord(
        kind: kinds[Int(kindNumber)], importance: Int8(weight - 0x30), isOrdinaryWord: !row.isEmpty(caution),
        isUnit: false, admin1: admin1, admin2: admin2, admin3: admin3, longitude: place.longitude,
        latitude: place.latitude, extentKm: place.extentKm, id: columns.id(row), english: columns.english(row),
        arabic: columns.arabic(row))
      fault = add(record, row, columns)
    }
    if let fault { throw fault }
  }

  private mutating func add(_ record: PlaceRecord, _ row: borrowing Table.Row, _ columns: NameColumns) -> TableFault? {
    let position = records.count
    guard Int(ids.insert(row.table.bytes, row.range(columns.idColumn))) == position else {
      return row.fault("id \"\(row.text(columns.idColumn))\" is used twice")
    }
    records.append(record)
    // Of the steppes that span districts the widest is the governorate's.
    if record.kind == .badia, record.admin2.isNone, !record.admin1.isNone,
      record.extentKm > steppes[record.admin1].map({ records[$0].extentKm }) ?? 0
    {
      steppes[record.admin1] = position
    }
    arabicNames.insert(row.table.bytes, row.range(columns.arabicColumn), payload: Int32(position), joined: true)
    // «T4» stands in Arabic text as it is.
    switch record.kind {
    case .base, .airport, .road, .facility, .oilField, .crossing:
      let english = row.bytes(columns.englishColumn)
      if english.contains(where: { $0 &- 0x30 < 10 }), english.allSatisfy({ $0 < 0x80 }) {
        arabicNames.insert(row.text(columns.englishColumn), payload: Int32(position))
      }
    default: break
    }
    return nil
  }

  mutating func readAliases(_ table: Table) throws(TableFault) {
    let place = table.column("place_id") ?? 0
    let kind = table.column("kind") ?? 0
    let alias = table.column("alias") ?? 0
    let flags = [(Array("short".utf8), PlaceStore.shortFlag), (Array("word".utf8), PlaceStore.wordFlag)]
    var fault: TableFault?
    // Names of other places that aliases stand for are sorted: the last id found serves the rows that follow.
    var last: (range: Range<Int>, position: Int32) = (0..<0, -1)
    table.forEachRow { row in
      guard fault == nil else { return }
      let id = row.bytes(place)
      var position = last.position
      if position < 0 || !table.bytes[last.range].elementsEqual(id) {
        guard let found = ids.find(table.bytes, row.range(place)) else {
          fault = row.fault("there is no place \"\(row.text(place))\"")
          return
        }
        position = found
        last = (row.range(place), found)
      }
      let name = row.bytes(alias)
      guard let first = name.first else { return }
      if first < 0x80 || (0xC3...0xC9).contains(first) || first == 0xE1 || first == 0xE2 || first == 0xCA {
        latinAliases.append((row.range(alias), Int(position)))
        // «T4» stands in Arabic text as it is.
        if name.contains(where: { $0 &- 0x30 < 10 }) { arabicNames.insert(row.text(alias), payload: position) }
      } else {
        var flag: Int32 = 0
        let kinds = row.range(kind)
        if kinds.count <= 5 { for known in flags where table.bytes[kinds].elementsEqual(known.0) { flag = known.1 } }
        arabicAliases.append((row.range(alias), Int(position)))
        arabicNames.insert(table.bytes, row.range(alias), payload: position | flag, joined: true)
      }
    }
    if let fault { throw fault }
  }

  mutating func readRedirects(_ table: Table) throws(TableFault) {
    let old = table.column("old_id") ?? 0
    let place = table.column("place_id") ?? 0
    var fault: TableFault?
    table.forEachRow { row in
      guard fault == nil else { return }
      guard ids.find(row.table.bytes, row.range(place)) != nil else {
        fault = row.fault("there is no place \"\(row.text(place))\"")
        return
      }
      redirects[row.text(old)] = row.text(place)
    }
    if let fault { throw fault }
  }

  mutating func readParts(_ table: Table) throws(TableFault) {
    let columns = NameColumns(table, id: "pcode")
    let side = table.column("side") ?? 0
    var fault: TableFault?
    table.forEachRow { row in
      guard fault == nil else { return }
      guard let side = CompassSide(rawValue: row.text(side)), let place = columns.position(row),
        let unit = AdminCode(row.table.bytes, row.range(columns.id))
      else {
        fault = row.fault("pcode, side, latitude, longitude or extent_km cannot be read")
        return
      }
      parts[PlaceStore.PartKey(unit: unit, side: side)] = PlaceStore.Part(
        point: Coordinate(longitude: place.longitude, latitude: place.latitude), extentKm: place.extentKm)
    }
    if let fault { throw fault }
  }
}

/// What a store holds, shared by its copies.
final class PlaceContents: Sendable {
  let records: [PlaceRecord]
  let adminBytes: [UInt8]
  let placeBytes: [UInt8]
  let ids: WordIndex
  let redirects: [String: String]
  let arabicNames: PhraseIndex
  let latinNames: LatinNames
  let nearNames: NearNames
  let parts: [PlaceStore.PartKey: PlaceStore.Part]
  let steppes: [AdminCode: Int]
  let grid = PlaceGrid()
  /// The positions of the units, and their names and codes as records tell them.
  let units: [AdminCode: Int]
  let adminUnits: [AdminCode: AdminUnit]

  init(_ tables: PlaceTables) {
    records = tables.records
    (adminBytes, placeBytes) = (tables.adminBytes, tables.placeBytes)
    (ids, redirects) = (tables.ids, tables.redirects)
    var units: [AdminCode: Int] = [:]
    var adminUnits: [AdminCode: AdminUnit] = [:]
    for position in records.indices {
      let record = records[position]
      guard record.isUnit else { break }
      let code = [AdminCode.country, record.admin1, record.admin2, record.admin3].last { !$0.isNone } ?? .country
      units[code] = position
      adminUnits[code] = AdminUnit(name: PlaceStore.text(record.english, adminBytes), pcode: code.text)
    }
    (self.units, self.adminUnits) = (units, adminUnits)
    arabicNames = tables.arabicNames
    latinNames = LatinNames(aliases: tables.aliasBytes, rows: tables.latinAliases)
    nearNames = NearNames(aliases: tables.aliasBytes, rows: tables.arabicAliases)
    (parts, steppes) = (tables.parts, tables.steppes)
  }
}

/// Where the columns stand that the tables of places share.
private struct NameColumns {
  let idColumn: Int
  let latitude: Int
  let longitude: Int
  let extent: Int
  let englishColumn: Int
  let arabicColumn: Int

  var id: Int { idColumn }

  init(_ table: Table, id: String) {
    idColumn = table.column(id) ?? 0
    latitude = table.column("latitude") ?? 0
    longitude = table.column("longitude") ?? 0
    extent = table.column("extent_km") ?? 0
    englishColumn = table.column("english") ?? -1
    arabicColumn = table.column("arabic") ?? -1
  }

  func id(_ row: borrowing Table.Row) -> Range<Int32> { Self.short(row.range(idColumn)) }
  func english(_ row: borrowing Table.Row) -> Range<Int32> { Self.short(row.range(englishColumn)) }
  func arabic(_ row: borrowing Table.Row) -> Range<Int32> { Self.short(row.range(arabicColumn)) }

  private static func short(_ range: Range<Int>) -> Range<Int32> {
    Int32(truncatingIfNeeded: range.lowerBound)..<Int32(truncatingIfNeeded: range.upperBound)
  }

  /// Degrees of WGS 84 and km; nil when a number cannot be read or is out of range.
  func position(_ row: borrowing Table.Row) -> (latitude: Double, longitude: Double, extentKm: Double)? {
    guard let latitude = row.double(latitude), let longitude = row.double(longitude), let extent = row.double(extent),
      abs(latitude) <= 90, abs(longitude) <= 180, extent >= 0
    else { return nil }
    return (latitude, longitude, extent)
  }
}
