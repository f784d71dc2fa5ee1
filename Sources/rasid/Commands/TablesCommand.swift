internal import ArgumentParser
internal import Pipeline
internal import Tables

/// `rasid tables`: the words, places and regions that the program reads by.
struct TablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: "Write out or check the tables of words, places and regions.",
    discussion: """
      EXAMPLES
        rasid tables export my-tables
        rasid tables check my-tables
        rasid extract articles/ --tables my-tables --output ledger.geojson
      """,
    subcommands: [Export.self, Check.self])

  /// `rasid tables export`.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the built-in tables into a folder, to read and to change.",
      discussion: """
        Tables that are there already and were changed are not replaced, unless --force is given.

        EXAMPLES
          rasid tables export my-tables
        """)

    @Argument(help: "The folder; it is made when it is not there.", completion: .directory)
    var folder: String

    @Flag(help: "Replace tables that were changed.")
    var force = false

    mutating func run() throws {
      let export = TablesExport(folder: folder)
      let conflicts = export.conflicts
      if !force, !conflicts.isEmpty { throw CommandError.filesInTheWay(conflicts, folder: folder) }
      try export.write()
      Console.standard.note("tables written: \(TableSet.names.count), to \(folder)")
    }
  }

  /// `rasid tables check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Find all faults of the tables in one run.",
      discussion: """
        Without a folder the tables in use are checked: the built-in ones, and those that RASID_TABLES puts in their \
        place. The faults go to standard output, one on a line with file and line number; the exit status is 1 when there are any.

        EXAMPLES
          rasid tables check
          rasid tables check my-tables
        """)

    @Argument(help: "A folder of tables; those it lacks are taken from the built-in ones.", completion: .directory)
    var folder: String?

    mutating func run() throws {
      let check = TablesCheck(try folder.map { try TableSet(folder: $0) } ?? TablesOption.standard())
      try Console.write(check.faults.map { Console.printable("\($0)") + "\n" }.joined())
      Console.standard.note("tables checked: \(check.count), faults: \(check.faults.count)")
      if !check.faults.isEmpty { throw Status.no }
    }
  }
}
