internal import Foundation
internal import Geography
package import Tables

/// Takes the places and admin units of published files into a folder of tables, whole or not at all.
///
/// Understood: GeoNames dumps with their alternate names, OCHA's COD populated places (CSV, TSV, GeoJSON) and COD-AB units
/// (GeoJSON), and the tab-separated form with `source, source_id, name_en, name_ar, alt_names, lat, lon`. What the tables
/// have stays as it is; a place that they have already gets its new names as aliases. The same input twice gives the same bytes.
package struct GazetteerImport: Sendable {
  /// What is imported, and how.
  package struct Options: Sendable {
    /// The first faulty row ends the import, and nothing changes.
    package var isStrict = false
    /// How far borders of imported units are generalised, degrees; 0 keeps full detail, nil leaves the tables' borders as they are.
    package var toleranceDegrees: Double?

    /// - Parameter toleranceDegrees: how far imported borders are generalised; 0 for full detail, nil to leave the borders.
    package init(isStrict: Bool = false, toleranceDegrees: Double? = 0.005) {
      self.isStrict = isStrict
      self.toleranceDegrees = toleranceDegrees
    }
  }

  /// More places than these are no gazetteer of Syria; the limit keeps memory bounded whatever the file holds.
  static let mostPlaces = 250_000
  private static let mostFaults = 1_000
  private static let tableNames = ["admin.tsv", "aliases.tsv", "places.tsv"]

  private let folder: String
  private let paths: [String]
  let options: Options
  private var report = ImportReport()
  private var found: [FoundPlace] = []
  private var foundCodes: [SourceCode: Int] = [:]
  private var names: [Int: [FoundName]] = [:]
  private var tell: Progress = { _, _ in }

  /// Called now and then: the path of the source that is being read, and how many of its rows were.
  package typealias Progress = @Sendable (_ file: String, _ rows: Int) -> Void

  /// - Parameters:
  ///   - paths: the files, in any order; their forms are recognised.
  ///   - folder: of tables; it is made when it is not there, from the built-in tables.
  package init(_ paths: [String], into folder: String, options: Options = Options()) {
    self.paths = paths
    self.folder = folder
    self.options = options
  }

  /// Imports the files.
  /// - Parameter progress: for files that take longer than a second.
  /// - Returns: what was done; faulty rows are in it.
  /// - Throws: ``TableFault`` when a file cannot be read or recognised, the folder cannot be written, or a row is faulty and
  ///   the import strict; then the folder is as it was.
  package func run(progress: @escaping Progress = { _, _ in }) throws(TableFault) -> ImportReport {
    var work = self
    work.tell = progress
    return try work.work()
  }

  private mutating func work() throws(TableFault) -> ImportReport {
    FolderReplacement.recover(folder)
    var forms: [(path: String, form: SourceForm)] = []
    for path in paths { forms.append((path, try SourceForm(file: path))) }
    forms.sort { $0.form.order < $1.form.order }
    let staging = try FolderReplacement(folder)
    defer { staging.discard() }
    let tables = try TableSet(folder: staging.staging)
    report.sources = forms.map { ImportReport.Source(file: $0.path, form: $0.form) }

    var units = try UnitMerger(
      admin: TableRows(tables.table("admin.tsv")), aliases: TableRows(tables.table("aliases.tsv")),
      tree: UnitTree(tables: tables))
    for (index, source) in forms.enumerated() where source.form == .unitsGeoJSON {
      try readUnits(source.path, index, &units)
    }
    for fault in units.merge() { try note(fault, report.sources.firstIndex { $0.file == fault.file } ?? 0) }
    (report.unitsMerged, report.unitsAdded, report.aliases) = (units.merged, units.added, units.aliasCount)
    report.conflicts = units.conflicts

    for (index, source) in forms.enumerated() {
      switch source.form {
      case .places(let separator): try readTable(source.path, index, separator, units.tree)
      case .placesGeoJSON: try readFeatures(source.path, index, units.tree)
      case .geoNames: try readGeoNames(source.path, index, units.tree)
      case .unitsGeoJSON, .alternateNames: break
      }
    }
    try refuseStrangers()
    let places = TableRows(try tables.table("places.tsv"))
    var merger = try PlaceMerger(
      places: places, aliases: units.aliases, redirects: Self.redirects(tables), tree: units.tree,
      ordinary: OrdinaryWords(tables: tables, places: places), files: forms.map(\.path))
    let wanted = merger.geoNamesNumbers.union(found.flatMap(\.codes).compactMap(\.geoNamesNumber))
    for (index, source) in forms.enumerated() where source.form == .alternateNames {
      try readNames(source.path, index, wanted)
    }
    preferNames()
    merger.merge(found)
    merger.add(names)
    try write(merger, units, staging, tables)
    return report
  }

  // A file of which nothing can be used is not the one that was meant.
  private func refuseStrangers() throws(TableFault) {
    for source in report.sources where source.taken == 0 && source.faulty > 0 && source.faulty == source.rows {
      let first = report.faults.first { $0.file == source.file }
      throw TableFault(
        file: source.file, line: first?.line ?? 0,
        message: "none of its \(source.rows) rows can be used; the first: \(first?.message ?? "it cannot be read")")
    }
  }

  private mutating func write(
    _ merger: PlaceMerger, _ units: UnitMerger, _ staging: FolderReplacement, _ tables: TableSet
  ) throws(TableFault) {
    let outcome = merger.outcome
    (report.merged, report.added, report.filled) = (outcome.merged, outcome.added, outcome.filled)
    report.aliases += outcome.aliases
    report.conflicts += outcome.conflicts
    report.placeCount = merger.places.rows.count
    var files = try boundaries(units, merger, tables)
    files["admin.tsv"] = units.admin.bytes()
    files["aliases.tsv"] = merger.aliases.bytes()
    files["places.tsv"] = merger.places.bytes()
    for name in files.keys.sorted() {
      guard let bytes = files[name] else { continue }
      let path = staging.staging + "/" + name
      if let present = FileManager.default.contents(atPath: path), [UInt8](present) == bytes { continue }
      try staging.write(bytes, to: name)
      report.written.append(name)
    }
    // Tables that no reader takes would be worse than none.
    _ = try PlaceStore(tables: tables)
    if !report.written.isEmpty { try staging.commit() }
    guard !report.conflicts.isEmpty else { return }
    let path = staging.folder + ".import-conflicts.tsv"
    do {
      try Data(report.conflictTable.utf8).write(to: URL(filePath: path), options: .atomic)
      report.conflictFile = path
    } catch {
      // The tables are in place; the conflicts are in the report all the same.
      report.conflictFile = nil
    }
  }

  private static func redirects(_ tables: TableSet) throws(TableFault) -> [String: String] {
    let name = "redirects.tsv"
    var redirects: [String: String] = [:]
    // A set of tables may be older than this table.
    guard TableSet.names.contains(name) || (try? tables.bytes(name)) != nil else { return [:] }
    try tables.table(name, requiring: ["old_id", "place_id"]).forEachRow { row in
      redirects[row.text("old_id")] = row.text("place_id")
    }
    return redirects
  }

  // The name that its source prefers is the main one of a new place.
  private mutating func preferNames() {
    for index in found.indices {
      guard let number = found[index].code.geoNamesNumber, let further = names[number] else { continue }
      let preferred = further.first { $0.isPreferred && NameText.isArabic($0.text) }
      let arabic = preferred ?? further.first { $0.kind == .spelling && NameText.isArabic($0.text) }
      guard let arabic else { continue }
      let previous = found[index].arabic
      found[index].arabic = arabic.text
      if !previous.isEmpty {
        found[index].names.insert(FoundName(kind: .spelling, text: previous, isWeak: true), at: 0)
      }
    }
  }

  mutating func count(_ source: Int, _ change: (inout ImportReport.Source) -> Void) { change(&report.sources[source]) }

  /// Counts a row or feature.
  mutating func countRow(_ source: Int) {
    report.sources[source].rows += 1
    if report.sources[source].rows & 0xFFFF == 0 { tell(report.sources[source].file, report.sources[source].rows) }
  }

  /// Notes a faulty row.
  /// - Throws: the fault, when the import is strict.
  mutating func note(_ fault: TableFault, _ source: Int) throws(TableFault) {
    if options.isStrict { throw fault }
    report.sources[source].faulty += 1
    report.faultCount += 1
    if report.faults.count < Self.mostFaults { report.faults.append(fault) }
  }

  mutating func add(_ name: FoundName, to number: Int) {
    if names[number]?.contains(where: { $0.text == name.text }) != true { names[number, default: []].append(name) }
  }

  /// Takes a place up, unless it cannot be right.
  mutating func add(_ place: FoundPlace, _ tree: UnitTree, file: String) throws(TableFault) {
    func fault(_ message: String) -> TableFault { TableFault(file: file, line: place.line, message: message) }
    if let problem = PositionCheck.fault(place.point, in: tree) { return try note(fault(problem), place.source) }
    if let index = foundCodes[place.code], found[index].source == place.source {
      return try note(fault("\(place.code.text) stands twice, in line \(found[index].line) already"), place.source)
    }
    guard found.count < Self.mostPlaces else {
      throw fault("expected at most \(Self.mostPlaces) places for Syria, found more; is it the file that you mean?")
    }
    // When another source tells the same place its names count too.
    foundCodes[place.code] = found.count
    found.append(place)
    count(place.source) { $0.taken += 1 }
  }
}

extension SourceCode {
  /// The number of a GeoNames code; nil for other sources.
  var geoNamesNumber: Int? { owner == .geoNames ? Int(number) : nil }
}

extension PlaceMerger {
  /// The GeoNames numbers that the rows name.
  var geoNamesNumbers: Set<Int> { Set(entries.flatMap(\.codes).compactMap(\.geoNamesNumber)) }
}
