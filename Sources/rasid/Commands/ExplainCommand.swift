internal import ArgumentParser
internal import Articles
internal import Geography
internal import Incidents
internal import Pipeline

/// `rasid explain`: why an article gives its records and no others.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show the way from the words of an article to its records, and what was discarded.",
    discussion: """
      Takes what `rasid extract` takes, and explains every article of it, or the one that --article names. On a terminal the article is \
      shown with the words of each record in a colour of their own; without colours they stand in [1: …] with the record's number, and \
      discarded words in {…}. Then follow, for each field of each record, its words, the table rows (file:line) and frames that read \
      them, what lost and why; then the words of deeds that made no record, with the reason. The exit status is 1 when no article \
      or record has the id that was asked for.

      EXAMPLES
        rasid explain article.txt --published 2024-04-11
        rasid explain feed.jsonl --article 48213
        rasid explain page.html --record r0016d159fef649fb0205
        rasid explain - --json < article.txt
      """)

  @Argument(help: "A file, or `-` for standard input.", completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp("The day the article was published; without it the article is asked.", valueName: "date"),
    transform: OptionValue.published)
  var published: CalendarDate?

  @Option(help: ArgumentHelp("Only the article with this id.", valueName: "id"))
  var article: String?

  @Option(help: ArgumentHelp("Only the record with this id.", valueName: "id"))
  var record: String?

  @Flag(help: "Tell all of it as one JSON document.")
  var json = false

  @Option(help: ArgumentHelp("The columns of a line (default: those of the terminal).", valueName: "columns"))
  var width: Int?

  @Flag(name: .customLong("no-color"), help: "No colours, as the environment's NO_COLOR asks for.")
  var noColour = false

  @OptionGroup var tablesOption: TablesOption

  mutating func validate() throws {
    if let width, !(40...1000).contains(width) {
      throw ValidationError("expected --width to be 40 to 1000, found \(width)")
    }
  }

  private static let opening = "{\"articles\":["

  mutating func run() throws {
    var explainer = try ArticleExplainer(tables: tablesOption.tables())
    let hasColour = !noColour && Console.hasColour(1)
    var found = 0
    var isFaulty = false
    for item in ArticleStream(paths: [file], reader: ArticleReader(published: published)) {
      switch item {
      case .fault(let fault):
        Console.standard.error("\(fault)")
        isFaulty = true
      case .skipped(let reason, let source): Console.standard.skipped("\(source): \(reason)")
      case .report(let report, let source, let warnings):
        if let article, report.id != article { continue }
        for text in warnings { Console.standard.warning("\(source): \(text)") }
        let all = try explainer.explain(report)
        guard let explanation = record.map({ all.only($0) }) ?? all else { continue }
        if json {
          let text = String(decoding: JSONWriter.bytes(of: explanation.json), as: UTF8.self)
          try Console.write((found > 0 ? "," : Self.opening) + text)
        } else {
          let page = ExplanationPage(article: explanation, width: width ?? Console.width(1), hasColour: hasColour)
          try Console.write((found > 0 ? "\n" : "") + page.text)
        }
        found += 1
      }
    }
    // A fault alone leaves no document; its reader would take it for an answer.
    if json, found > 0 || !isFaulty { try Console.write((found > 0 ? "" : Self.opening) + "]}\n") }
    if isFaulty { throw Status.failed }
    if found == 0,
      let wanted = record.map({ "a record with the id \"\($0)\"" })
        ?? article.map({ "an article with the id \"\($0)\"" })
    {
      Console.standard.error(
        "\(ArticleSource(file: file)): expected \(wanted), found none; `rasid extract` tells the ids")
      throw Status.no
    }
  }
}
