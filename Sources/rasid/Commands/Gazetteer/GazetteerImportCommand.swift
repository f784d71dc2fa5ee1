internal import ArgumentParser
internal import Foundation
internal import Gazetteer
internal import Tables

/// `rasid gazetteer import`: published places and units into a folder of tables.
struct GazetteerImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take places and admin units of GeoNames and OCHA into a folder of tables.",
    discussion: """
      Understood are GeoNames country dumps (SY.txt) with alternateNamesV2.txt, OCHA populated places (CSV, TSV, GeoJSON) and OCHA \
      admin boundaries (GeoJSON), in any order; the form is recognised. The folder is made from the built-in tables when it is not \
      there. What the tables have stays; a place that they have gets its new names as aliases. The import takes place whole \
      or not at all, and the same files twice change nothing. Conflicts are listed beside the folder, in NAME.import-conflicts.tsv.

      EXAMPLES
        rasid gazetteer import SY.txt alternateNamesV2.txt --tables my-tables
        rasid gazetteer import syr_pplp.csv adm1.geojson adm2.geojson adm3.geojson --tables my-tables
        rasid gazetteer find "Tell Rifaat" --tables my-tables
      """)

  @Argument(help: "The files.", completion: .file())
  var files: [String]

  @Flag(help: "Change nothing when any row is faulty.")
  var strict = false

  @Option(
    help: ArgumentHelp("How far imported borders are generalised; 0 keeps every vertex.", valueName: "degrees"))
  var tolerance: Double = 0.005

  @Flag(help: "Leave the borders of the tables as they are.")
  var keepBorders = false

  @Flag(name: .shortAndLong, help: "Tell nothing but errors.")
  var quiet = false

  @OptionGroup var tablesOption: TablesOption

  private var folder: String? {
    tablesOption.folder ?? ProcessInfo.processInfo.environment["RASID_TABLES"].flatMap { $0.isEmpty ? nil : $0 }
  }

  mutating func validate() throws {
    guard !files.isEmpty else { throw ValidationError("expected files to import, found none") }
    guard folder != nil else { throw ValidationError("expected the folder to import into; name it with --tables") }
    guard tolerance >= 0, tolerance <= 0.1 else {
      throw ValidationError("expected --tolerance of 0 … 0.1 degrees, found \(tolerance)")
    }
  }

  mutating func run() throws {
    guard let folder else { return }
    let console = Console(isQuiet: quiet)
    let isLive = !quiet && Console.isTerminal(2)
    let options = GazetteerImport.Options(isStrict: strict, toleranceDegrees: keepBorders ? nil : tolerance)
    let report = try GazetteerImport(files, into: folder, options: options).run { file, rows in
      if isLive { Console.standardError("\r\u{1B}[K\(Console.printable(file)): \(rows) rows") }
    }
    if isLive { Console.standardError("\r\u{1B}[K") }
    for fault in report.faults.prefix(20) { console.skipped("\(fault)") }
    if report.faultCount > 20 { console.skipped("\(report.faultCount - 20) more rows") }
    for line in report.summary { console.note(line) }
    if let file = report.conflictFile { console.note("conflicts written to \(file)") }
    console.note(
      report.written.isEmpty ? "nothing was new" : "written to \(folder): \(report.written.joined(separator: ", "))")
    // Rows that were left out are a failure, though the rest was taken.
    if report.faultCount > 0 { throw Status.failed }
  }
}
