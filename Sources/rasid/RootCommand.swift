internal import ArgumentParser
internal import Formats
internal import Foundation
internal import Geodesy
internal import Tables
internal import Topology

/// The command as a whole: it has no work of its own beyond telling its version.
@main
struct RootCommand: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "rasid",
    abstract: "Turn Arabic news about armed incidents in Syria into a located, dated, counted ledger.",
    discussion: """
      Data goes to standard output, everything else to standard error; `-` is standard input. Exit status: 0 done, 1 the \
      answer is no, 2 something failed, 64 the command line is wrong.

      EXAMPLES
        rasid extract articles/ --output ledger.geojson
        rasid trend ledger.geojson --by month --region governorate
        rasid near ledger.geojson "تدمر" --within 50km --since 2023-01
      """,
    subcommands: [
      ExtractCommand.self, ExplainCommand.self, TrendCommand.self, NearCommand.self, GazetteerCommand.self,
      DatesCommand.self, NumbersCommand.self, TablesCommand.self, EvaluateCommand.self,
    ])

  @Flag(help: "Print the versions of the program, its tables and its libraries.")
  var version = false

  mutating func run() async throws {
    guard version else { throw CleanExit.helpRequest(self) }
    let tables = try TablesOption.standard()
    let lines = [
      "rasid \(Self.version)", "tables \(try tables.digest())", "GEOS \(GEOSContext.libraryVersion)",
      "PROJ \(Geodesic.libraryVersion)",
    ]
    try Console.write(lines.map { $0 + "\n" }.joined())
  }

  static func main() async {
    // A reader that has gone is told by the write that fails, not by a signal that ends the program.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch FormatsError.closed {
      return
    } catch {
      exit(with: error)
    }
  }

  private static func exit(with error: any Error) -> Never {
    let code = exitCode(for: error)
    // Help was asked for, or the status was explained already.
    if code == .success || error is ExitCode { exit(withError: error) }
    if code == .validationFailure {
      let message = fullMessage(for: error)
      Console.standard.error(message.hasPrefix("Error: ") ? String(message.dropFirst("Error: ".count)) : message)
      exit(withError: code)
    }
    Console.standard.error("\(error)")
    exit(withError: (error as? CommandError)?.status ?? Status.failed)
  }
}

/// The exit statuses beyond 0 and the parser's 64.
enum Status {
  /// The answer is no: nothing is near, a table is faulty.
  static let no = ExitCode(1)
  static let failed = ExitCode(2)
}
