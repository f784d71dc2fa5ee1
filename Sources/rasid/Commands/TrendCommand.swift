internal import Aggregation
internal import ArgumentParser
internal import Formats
internal import Gazetteer
internal import Pipeline
internal import Tables

/// `rasid trend`: records counted by region and month.
struct TrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Count records by region and month, as CSV.",
    discussion: """
      Every region has a line for every month between the first and the last, also where nothing happened. `events` \
      are those that surely belong there; those that may belong there, because their place is wider or their date vaguer, \
      are `events_possible`. Tallies, which sum several events, are counted apart.

      EXAMPLES
        rasid trend ledger.geojson --by month --region governorate
        rasid trend ledger.csv --region district --since 2023 --until 2023-06
        rasid trend ledger.csv --type airstrike,shelling --output air.csv
        rasid trend ledger.geojson --actor ISIS --actor SDF
      """)

  /// What to count by in time.
  enum Period: String, CaseIterable, ExpressibleByArgument {
    case month
  }

  /// What to count by in space.
  enum RegionKind: String, CaseIterable, ExpressibleByArgument {
    case governorate, district
  }

  @Argument(help: "A file of records, GeoJSON or CSV; `-` for standard input.", completion: .file())
  var file: String

  @Option(help: ArgumentHelp("The periods to count by.", valueName: "period"))
  var by = Period.month

  @Option(help: "The regions to count by.")
  var region = RegionKind.governorate

  @OptionGroup var filterOptions: FilterOptions

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write the CSV to this file.", valueName: "file"), completion: .file())
  var output: String?

  @OptionGroup var tablesOption: TablesOption

  @Flag(name: .shortAndLong, help: "Tell only errors.")
  var quiet = false

  mutating func validate() throws {
    if let output, let format = RecordFormat(fileName: output), format != .csv {
      throw ValidationError("a trend is CSV: expected --output to end in .csv, found \"\(output)\"")
    }
  }

  mutating func run() throws {
    let tables = try tablesOption.tables()
    let console = Console(isQuiet: quiet)
    let input = try RecordFile(file)
    for fault in input.faults { console.error("\(fault)") }
    if input.records.isEmpty, !input.faults.isEmpty { throw Status.failed }
    let trend = try Trend(
      input.records, regions: regions(tables), filter: try filterOptions.filter(input.records, tables),
      footprints: try GazetteerFootprints(tables: tables))
    let bytes = TrendCSVWriter.bytes(of: trend)
    if let output, output != "-" {
      let file = try AtomicFile(output)
      try file.write(bytes)
      try file.commit()
    } else {
      var standardOutput = StandardOutput()
      try standardOutput.write(bytes)
    }
    for line in trend.summary { console.note(line) }
    if !input.faults.isEmpty { throw Status.failed }
  }

  private func regions(_ tables: TableSet) throws(TableFault) -> [TrendRegion] {
    let regions =
      switch region {
      case .governorate: try RegionSet.governorates(tables: tables)
      case .district: try RegionSet.districts(tables: tables)
      }
    return regions.map { TrendRegion(id: $0.id, name: $0.name, arabicName: $0.arabicName, geometry: $0.geometry) }
  }
}

extension Trend {
  /// The summary for people: what was counted, and why the rest was not.
  fileprivate var summary: [String] {
    let reasons = [
      (counts.placeless, "without a place"), (counts.dateless, "without a date"),
      (counts.outsideRegions, "outside of all regions"), (counts.outsidePeriod, "outside of the period"),
      (counts.repeated, "told again"), (counts.filtered, "not asked for"),
    ].filter { $0.0 > 0 }
    let counted = counts.incidents + counts.tallies
    let left = reasons.reduce(0) { $0 + $1.0 }
    return [
      "records counted: \(counted) (\(counts.incidents) \(counts.incidents == 1 ? "incident" : "incidents"), "
        + "\(counts.tallies) \(counts.tallies == 1 ? "tally" : "tallies")), "
        + "\(regions.count) regions × \(periods.count) \(periods.count == 1 ? "month" : "months")"
    ] + (left > 0 ? ["records left out: \(left) (\(reasons.map { "\($0.0) \($0.1)" }.joined(separator: ", ")))"] : [])
  }
}
