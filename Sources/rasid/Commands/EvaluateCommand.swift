internal import ArgumentParser
internal import Foundation
internal import Geography
internal import Pipeline
internal import Tables

/// `rasid evaluate`: how well annotated articles are read.
struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Score the reading against annotated articles.",
    discussion: """
      Each annotated article is a text NAME.txt with its records in NAME.json beside it, anywhere below the folder. The texts are read as \
      by `rasid extract`, or the records of a file are taken, by their `report_id`. A record is found when its kind agrees, its type is \
      equal or alike, and either its evidence overlaps or place, time and the dead agree; all figures are shares in 0…1, those below \
      strict_f1 are of the found records. Intervals draw the articles anew with replacement. In the table of types, found is what was found \
      with that very type.

      An annotation that cannot be used is named on standard error and the others go on; the exit status is 2 then. It is 1 when a figure \
      is below a --fail-under.

      EXAMPLES
        rasid evaluate Tests/Fixtures/Articles
        rasid evaluate annotated/ --except kept-aside.txt --misses
        rasid evaluate annotated/ --predicted ledger.geojson --json
        rasid evaluate annotated/ --fail-under detect_f1=0.8 --fail-under date=0.9
      """)

  /// How the figures are told.
  enum AnswerFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(help: "A folder of annotated articles, or the .json of one.", completion: .directory)
  var gold: String

  @Option(
    help: ArgumentHelp(
      "Score the records of this file, GeoJSON or CSV, in place of reading the texts; `-` for standard input.",
      valueName: "file"),
    completion: .file())
  var predicted: String?

  @Option(
    help: ArgumentHelp("Only the articles whose names this file lists.", valueName: "list"), completion: .file())
  var only: String?

  @Option(
    help: ArgumentHelp("None of the articles whose names this file lists.", valueName: "list"), completion: .file())
  var except: String?

  @Flag(help: "List found records with wrong attributes, missed records, and spurious ones.")
  var misses = false

  @Option(
    help: ArgumentHelp("How many sets of articles the intervals are drawn from; 0 for none.", valueName: "number"))
  var resamples = Bootstrap().resamples

  @Option(help: ArgumentHelp("Which sets are drawn; the same seed draws the same.", valueName: "number"))
  var seed = Bootstrap().seed

  @Option(
    help: ArgumentHelp(
      "End with status 1 when this figure is lower, such as detect_f1=0.9; several times.", valueName: "figure=value"),
    transform: ScoreFloor.init)
  var failUnder: [ScoreFloor] = []

  @Option(help: "How to tell the figures; json is one object.")
  var format: AnswerFormat?

  @Flag(help: "The same as --format json.")
  var json = false

  @OptionGroup var tablesOption: TablesOption

  @Flag(name: .shortAndLong, help: "Tell only errors.")
  var quiet = false

  mutating func validate() throws {
    guard (0...Bootstrap.mostResamples).contains(resamples) else {
      throw ValidationError("expected --resamples to be 0 to \(Bootstrap.mostResamples), found \(resamples)")
    }
    if json, format == .text { throw ValidationError("--json and --format text say opposite things; leave one away") }
  }

  mutating func run() async throws {
    let console = Console(isQuiet: quiet)
    let names = GoldNames(
      only: try only.map { path throws(PipelineError) in try GoldNames.list(path) },
      except: try except.map { path throws(PipelineError) in try GoldNames.list(path) } ?? [])
    let gold = try GoldSet(gold, names: names)
    for fault in gold.faults { console.error("\(fault)") }
    for text in gold.warnings { console.warning(text) }
    for name in gold.missing(from: names) { console.warning("\(name): no such annotated article") }
    var faults = gold.faults.count
    if gold.articles.isEmpty { throw Status.failed }
    let evaluation = try await evaluate(gold, console, &faults)
    try write(evaluation)
    if evaluation.strangers > 0 { console.note("records of articles that are not scored: \(evaluation.strangers)") }
    if faults > 0 { console.note("items failed: \(faults)") }
    let below = failUnder.compactMap { $0.complaint(evaluation) }
    for text in below { console.error(text) }
    if faults > 0 { throw Status.failed }
    if !below.isEmpty { throw Status.no }
  }

  private func evaluate(_ gold: GoldSet, _ console: Console, _ faults: inout Int) async throws -> Evaluation {
    let bootstrap = Bootstrap(resamples: resamples, seed: seed)
    guard let predicted else {
      return try await Evaluation(
        reading: gold, tables: tablesOption.tables(), jobs: ProcessInfo.processInfo.activeProcessorCount,
        bootstrap: bootstrap)
    }
    let file = try RecordFile(predicted)
    for fault in file.faults { console.error("\(fault)") }
    // Nothing read: figures of nothing would look like an answer.
    if file.records.isEmpty, !file.faults.isEmpty { throw Status.failed }
    faults += file.faults.count
    return Evaluation(gold, records: file.records, bootstrap: bootstrap)
  }

  private func write(_ evaluation: Evaluation) throws {
    guard !json, format != .json else {
      let bytes = JSONWriter.bytes(of: evaluation.json(withMisses: misses))
      return try Console.write(String(decoding: bytes, as: UTF8.self) + "\n")
    }
    try Console.write(EvaluationTables(evaluation).text)
    guard misses, !evaluation.misses.isEmpty else { return }
    let lines = evaluation.misses.map { $0.cells.map(Console.printable).joined(separator: "\t") + "\n" }
    try Console.write("\n" + lines.joined())
  }
}
