internal import ArgumentParser
internal import Gazetteer
internal import Pipeline
internal import Tables

/// `rasid gazetteer check`: all that is wrong with the tables of places.
struct GazetteerCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find all faults of places, units, roads and borders in one run.",
    discussion: """
      Swapped coordinates, points outside of Syria, units that do not hold their points, ids twice, invalid polygons, and what \
      `rasid tables check` finds in these tables. Faults go to standard output, one on a line with file and line number; the exit status \
      is 1 when there are any. Warnings are what is probably wrong; they go to standard error.

      EXAMPLES
        rasid gazetteer check
        rasid gazetteer check --tables my-tables
      """)

  @Flag(name: .shortAndLong, help: "Tell no warnings and no summary.")
  var quiet = false

  @OptionGroup var tablesOption: TablesOption

  mutating func run() throws {
    let tables = try tablesOption.tables()
    let console = Console(isQuiet: quiet)
    let own = tables.ownNames
    if tables.folder != nil {
      console.note("tables of the folder: \(own.isEmpty ? "none" : own.joined(separator: ", "))")
    }
    let check = GazetteerCheck(tables)
    let form = TablesCheck(tables).faults.filter { !$0.file.hasPrefix("Lexicon/") && !check.faults.contains($0) }
    let faults = (check.faults + form).sorted { ($0.file, $0.line, $0.message) < ($1.file, $1.line, $1.message) }
    try Console.write(faults.map { Console.printable("\($0)") + "\n" }.joined())
    for warning in check.warnings { console.warning("\(warning)") }
    console.note("looked at: \(check.count), faults: \(faults.count), warnings: \(check.warnings.count)")
    if !faults.isEmpty { throw Status.no }
  }
}
