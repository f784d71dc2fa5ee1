internal import Extraction
internal import Foundation
internal import Gazetteer
package import Tables

/// Looks through all tables of a run and names every fault it finds, not only the first.
package struct TablesCheck: Sendable {
  /// The faults by file and line.
  package let faults: [TableFault]
  /// How many tables were looked at.
  package let count: Int

  /// Checks the tables of a set: its form line by line, then whether the parts of the program that use them can read them.
  package init(_ tables: TableSet) {
    var faults = tables.folder.map(Self.strangers) ?? []
    for name in TableSet.names where name.hasSuffix(".tsv") { faults += Self.faults(of: name, tables) }
    let faulty = Set(faults.map(\.file))
    // Each reader ends at its first fault; one in a table that is known to be faulty says the same again.
    for fault in Self.readers.compactMap({ $0(tables) }) where !faulty.contains(fault.file) && !faults.contains(fault) {
      faults.append(fault)
    }
    self.faults = faults.sorted { ($0.file, $0.line, $0.message) < ($1.file, $1.line, $1.message) }
    count = TableSet.names.count
  }

  private static let readers: [@Sendable (TableSet) -> TableFault?] = [
    { tables in fault { () throws(TableFault) in _ = try PlaceStore(tables: tables) } },
    { tables in fault { () throws(TableFault) in _ = try RecordExtractor(tables: tables) } },
    { tables in
      fault { () throws(TableFault) in _ = try RoadNetwork(tables: tables, store: try PlaceStore(tables: tables)) }
    },
    { tables in fault { () throws(TableFault) in _ = try RegionSet.governorates(tables: tables) } },
    { tables in fault { () throws(TableFault) in _ = try RegionSet.districts(tables: tables) } },
    { tables in fault { () throws(TableFault) in _ = try RegionSet.areas(tables: tables) } },
  ]

  private static func fault(_ body: () throws(TableFault) -> Void) -> TableFault? {
    do throws(TableFault) {
      try body()
      return nil
    } catch {
      return error
    }
  }

  /// Tables in a folder that nothing reads, because their names are none of the known ones.
  private static func strangers(in folder: String) -> [TableFault] {
    let known = Set(TableSet.names).union(["Regions/subdistricts.geojson"])
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return paths.filter {
      !$0.hasPrefix("Examples/") && ($0.hasSuffix(".tsv") || $0.hasSuffix(".geojson")) && !known.contains($0)
    }.map { path in
      let near = EditDistance.nearest(to: path, among: TableSet.names)
      return TableFault(
        file: path, line: 0,
        message: "there is no table of that name"
          + (near.map { "; did you mean \"\($0)\"?" } ?? ", so nothing reads it"))
    }
  }

  private static func faults(of name: String, _ tables: TableSet) -> [TableFault] {
    do throws(TableFault) {
      let table = try tables.table(name)
      let builtIn = try TableSet.embedded.table(name)
      let faults = headerFaults(table, builtIn.columns)
      // Rows under another header would all be faulty for the same reason.
      return faults.isEmpty ? rowFaults(table) : faults
    } catch {
      return [error]
    }
  }

  private static func headerFaults(_ table: Table, _ columns: [String]) -> [TableFault] {
    let missing = columns.filter { !table.columns.contains($0) }
    let unknown = table.columns.filter { !columns.contains($0) }
    return missing.map { TableFault(file: table.name, line: 1, message: "column \"\($0)\" is missing") }
      + unknown.map { column in
        let near = EditDistance.nearest(to: column, among: missing)
        return TableFault(
          file: table.name, line: 1,
          message: "column \"\(column)\" is not known" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
      }
  }

  private static func rowFaults(_ table: Table) -> [TableFault] {
    var faults: [TableFault] = []
    var previous = ""
    table.forEachRow { row in
      if row.count != table.columns.count {
        faults.append(row.fault("expected \(table.columns.count) cells, found \(row.count); are all tabs there?"))
      }
      for column in 0..<min(row.count, table.columns.count) {
        if let problem = problem(row.text(column)) {
          faults.append(row.fault("\(table.columns[column]): \(problem)"))
        }
      }
      let key = row.text(0)
      if key.utf8.lexicographicallyPrecedes(previous.utf8) {
        faults.append(row.fault("\"\(key)\" stands behind \"\(previous)\"; sort the rows by their first column"))
      }
      previous = key
    }
    return faults
  }

  /// What is wrong with the text of a cell; nil when nothing is.
  private static func problem(_ text: String) -> String? {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
      return text.utf8.first == 0x20 || text.utf8.last == 0x20 ? "a space stands at its edge; remove it" : nil
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFFFD: return "a replacement character stands in it; a letter was lost"
      case 0...0x1F, 0x7F: return "a control character stands in it; remove it"
      case 0x0640: return "a tatweel stands in it; write the plain word"
      case 0x064B...0x0652: return "vowel marks stand in it; write the plain word"
      case 0x06CC, 0x06A9: return "a Farsi letter stands in it; write the Arabic yeh (U+064A) and kaf (U+0643)"
      case 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: return "an invisible mark stands in it; remove it"
      case 0xFB50...0xFDFF, 0xFE70...0xFEFC: return "a presentation form stands in it; write the plain letter"
      default: break
      }
    }
    if text.hasPrefix(" ") || text.hasSuffix(" ") { return "a space stands at its edge; remove it" }
    let composed = text.precomposedStringWithCanonicalMapping
    return composed.unicodeScalars.elementsEqual(text.unicodeScalars) ? nil : "it is not in Unicode form NFC"
  }
}
