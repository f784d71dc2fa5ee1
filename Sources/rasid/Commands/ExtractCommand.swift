internal import ArgumentParser
internal import Articles
internal import Formats
internal import Foundation
internal import Incidents
internal import Pipeline

/// `rasid extract`: articles in, records out.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Read the incidents and tallies of Arabic articles.",
    discussion: """
      Reads .txt, .html, .jsonl, .ndjson and .csv files, folders of them, and standard input (`-`). JSON lines and CSV \
      have the members or columns id, title, text, published, url, publisher. A text that is not Arabic is skipped and counted.

      On a terminal the records are shown as a table; everywhere else they are GeoJSON, unless --output or --format says \
      otherwise.

      An article that cannot be read is named on standard error and the others go on; the exit status is 2 then. When \
      nothing could be read at all, the output file is left as it was.

      EXAMPLES
        rasid extract articles/ --output ledger.geojson
        rasid extract page.html post.txt --published 2024-04-11
        cat feed.jsonl | rasid extract - --jobs 4 --output ledger.csv
      """)

  @Argument(help: "Files, folders, or `-` for standard input.", completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp("The day all articles were published; without it each article is asked.", valueName: "date"),
    transform: OptionValue.published)
  var published: CalendarDate?

  @OptionGroup var target: OutputOptions

  @Option(help: ArgumentHelp("How many articles to read at once (default: one for each core).", valueName: "number"))
  var jobs: Int?

  @OptionGroup var tablesOption: TablesOption

  @Flag(name: .shortAndLong, help: "Tell only errors.")
  var quiet = false

  mutating func validate() throws {
    if let jobs, !(1...BatchExtraction.mostJobs).contains(jobs) {
      throw ValidationError("expected --jobs to be 1 to \(BatchExtraction.mostJobs), found \(jobs)")
    }
  }

  mutating func run() async throws {
    let batch = try BatchExtraction(
      tables: tablesOption.tables(), jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    let articles = ArticleStream(paths: paths, reader: ArticleReader(published: published))
    let file = try target.file.map { path throws(FormatsError) in try AtomicFile(path) }
    let format = target.recordFormat(standard: Console.isTerminal(1) ? .table : .geojson)
    var output = format.map { RecordOutput($0, to: file ?? StandardOutput()) }
    var table = TextTable(RecordTable.columns, width: Console.width(1), hasColour: Console.hasColour(1))
    let console = Console(isQuiet: quiet)
    var progress = ProgressLine(paths: paths, isQuiet: quiet)

    let summary = try await batch.run(articles) { event throws(FormatsError) in
      if case .read(let reading) = event {
        try output?.write(reading.records)
        if output == nil {
          progress.clear()
          try Console.write(reading.records.map { table.add(RecordTable.cells($0)) }.joined())
        }
      }
      if event.hasMessage { progress.clear() }
      console.tell(event)
      progress.advance(event)
    }
    progress.clear()
    // Nothing read: an empty ledger in place of the old one would look like an answer.
    if summary.articles > 0 || summary.faults == 0 {
      if output == nil { try Console.write(table.finish()) }
      try output?.finish()
      try file?.commit()
    }
    for line in summary.lines { console.note(line) }
    if summary.faults > 0 { throw Status.failed }
  }
}

extension BatchEvent {
  /// True when there is something to tell of it.
  fileprivate var hasMessage: Bool {
    if case .read(let reading) = self { !reading.warnings.isEmpty } else { true }
  }
}

extension Console {
  /// Tells what people want to know of an item.
  fileprivate func tell(_ event: BatchEvent) {
    switch event {
    case .read(let reading):
      for text in reading.warnings { warning("\(reading.source): \(text)") }
    case .skipped(let reason, let source): skipped("\(source): \(reason)")
    case .repeated(let key, let source, let first): skipped("\(source): the same article as \(first), key \"\(key)\"")
    case .fault(let fault): error("\(fault)")
    }
  }
}
