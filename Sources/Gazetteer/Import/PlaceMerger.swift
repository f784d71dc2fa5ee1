internal import Geodesy
internal import Geography
internal import Tables

/// Puts found places into the rows of `places.tsv` and `aliases.tsv`: those that are there already get their new names, the
/// others become rows.
///
/// A place is the same when both name one code; else when the name is the same (Arabic folded, Latin by its letters) and it lies
/// no further off than villages of one name ever do, the nearest pairs first.
struct PlaceMerger {
  /// What became of the found places.
  struct Outcome {
    var merged = 0
    var added = 0
    var aliases = 0
    /// Arabic or English names that rows lacked.
    var filled = 0
    var conflicts: [ImportConflict] = []
  }

  var places: TableRows
  var aliases: TableRows
  var outcome = Outcome()
  let tree: UnitTree
  let ordinary: OrdinaryWords
  /// The paths of the sources, for messages.
  let files: [String]

  var entries: [PlaceEntry] = []
  var byID: [String: Int] = [:]
  var byCode: [SourceCode: [Int]] = [:]
  var byKey: [NameKey: [Int]] = [:]
  let redirects: [String: String]
  let columns: Columns

  /// Positions of the columns that are read or changed.
  struct Columns {
    var arabic: Int
    var english: Int
    var source: Int
    var units: [Int]
  }

  /// - Parameter redirects: ids that were given up, and the ids that stand for them now.
  /// - Throws: ``TableFault`` when a column is missing or a row cannot be read.
  init(
    places: TableRows, aliases: TableRows, redirects: [String: String], tree: UnitTree, ordinary: OrdinaryWords,
    files: [String]
  ) throws(TableFault) {
    self.places = places
    self.aliases = aliases
    self.redirects = redirects
    self.tree = tree
    self.ordinary = ordinary
    self.files = files
    columns = Columns(
      arabic: try places.column("arabic"), english: try places.column("english"), source: try places.column("source"),
      units: [try places.column("admin1"), try places.column("admin2"), try places.column("admin3")])
    try readEntries()
  }

  private mutating func readEntries() throws(TableFault) {
    let (id, kind) = (try places.column("id"), try places.column("kind"))
    let (latitude, longitude) = (try places.column("latitude"), try places.column("longitude"))
    let (extent, importance) = (try places.column("extent_km"), try places.column("importance"))
    for (index, row) in places.rows.enumerated() {
      guard let placeKind = PlaceKind(rawValue: row[kind]), let y = Double(row[latitude]),
        let x = Double(row[longitude])
      else {
        throw TableFault(
          file: places.name, line: index + 2,
          message: "kind, latitude or longitude cannot be read; run `rasid tables check`")
      }
      insert(
        PlaceEntry(
          row: index, id: row[id], kind: placeKind, point: Coordinate(longitude: x, latitude: y),
          extentKm: Double(row[extent]) ?? 1, importance: Int(row[importance]) ?? 1,
          codes: SourceCode.codes(in: row[columns.source]),
          keys: Self.keys(row[columns.arabic], row[columns.english])))
    }
    let (place, alias) = (try aliases.column("place_id"), try aliases.column("alias"))
    for row in aliases.rows {
      guard let entry = byID[row[place]] else { continue }
      for key in NameKey.keys(row[alias]) { add(key, to: entry) }
      if let spelling = NameKey.spelling(row[alias]) { entries[entry].keys.insert(spelling) }
    }
  }

  /// The keys of the two names of a row.
  static func keys(_ arabic: String, _ english: String) -> Set<NameKey> {
    Set(NameKey.keys(arabic) + NameKey.keys(english) + [arabic, english].compactMap(NameKey.spelling))
  }

  mutating func insert(_ entry: PlaceEntry) {
    let index = entries.count
    entries.append(entry)
    byID[entry.id] = index
    for code in entry.codes { byCode[code, default: []].append(index) }
    for key in entry.keys where ![.consonants, .words].contains(key.script) { byKey[key, default: []].append(index) }
  }

  mutating func add(_ key: NameKey, to entry: Int) {
    if entries[entry].keys.insert(key).inserted { byKey[key, default: []].append(entry) }
  }
}
