internal import Aggregation
internal import ArgumentParser
internal import Formats
internal import Pipeline
internal import Tables

/// `rasid near`: the records around a centre.
struct NearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "near",
    abstract: "Find the records within a distance of a place.",
    discussion: """
      The centre is the name of a place in Arabic or English, its id, or latitude,longitude in degrees. Distances are \
      measured on the WGS 84 ellipsoid. A hit is certain when its whole circle of uncertainty and all its days lie within \
      what was asked, else possible; those known only to a governorate, a region or the country come last.

      The answer is a table for people unless --output or --format says otherwise. When nothing is near, the exit status is 1.

      EXAMPLES
        rasid near ledger.geojson "تدمر" --within 50km
        rasid near ledger.geojson "Deir ez-Zor" --within 30km --actor ISIS
        rasid near ledger.geojson bukamal --within 20km --output near.geojson
        rasid near ledger.csv 35.09,38.91 --within 800m --format csv
      """)

  @Argument(help: "A file of records, GeoJSON or CSV; `-` for standard input.", completion: .file())
  var file: String

  @Argument(help: "A place's name or id, or latitude,longitude.")
  var centre: String

  @Option(
    help: ArgumentHelp("How far around the centre, such as 50km or 800m.", valueName: "distance"),
    transform: OptionValue.kilometres)
  var within: Double

  @OptionGroup var filterOptions: FilterOptions

  @OptionGroup var target: OutputOptions

  @OptionGroup var tablesOption: TablesOption

  @Flag(name: .shortAndLong, help: "Tell only errors.")
  var quiet = false

  mutating func run() throws {
    let tables = try tablesOption.tables()
    let console = Console(isQuiet: quiet)
    let centre = try CentreOption.coordinate(centre, tables, console)
    let input = try RecordFile(file)
    for fault in input.faults { console.error("\(fault)") }
    if input.records.isEmpty, !input.faults.isEmpty { throw Status.failed }
    let query = try RadiusQuery(
      centre: centre, radiusKm: within, filter: try filterOptions.filter(input.records, tables))
    let answer = query.answer(from: input.records)
    try write(answer)
    for line in answer.summary { console.note(line) }
    if !input.faults.isEmpty { throw Status.failed }
    if answer.hits.isEmpty { throw Status.no }
  }

  private func write(_ answer: RadiusAnswer) throws(FormatsError) {
    guard let format = target.recordFormat(standard: .table) else {
      var table = TextTable(
        RecordTable.nearColumns + RecordTable.columns, width: Console.width(1), hasColour: Console.hasColour(1))
      let text = answer.hits.map { table.add(RecordTable.cells($0)) }.joined()
      return try Console.write(text + table.finish())
    }
    let rows = answer.hits.lazy.map { (record: $0.record, extra: $0.extra) }
    if let path = target.file {
      var file = try AtomicFile(path)
      try format.write(rows, extraNames: RadiusHit.extraNames, to: &file)
      try file.commit()
    } else {
      var output = StandardOutput()
      try format.write(rows, extraNames: RadiusHit.extraNames, to: &output)
    }
  }
}

extension RadiusAnswer {
  /// The summary for people: how many hits of each kind, and what could not be asked.
  fileprivate var summary: [String] {
    let (certain, possible, wider) = totals
    let left = [
      (placeless, "without a place"), (dateless, "without a date"), (repeated, "told again"),
    ].filter { $0.0 > 0 }
    return [
      "records found: \(hits.count) (\(certain) certain, \(possible) possible, \(wider) known only to a wider area)"
    ]
      + (left.isEmpty ? [] : ["records left out: \(left.map { "\($0.0) \($0.1)" }.joined(separator: ", "))"])
  }
}
