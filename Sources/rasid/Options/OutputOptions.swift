internal import ArgumentParser
internal import Formats

/// Where records go, and in which form.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to this file; its ending tells the format: .geojson, .geojsonl, .geojsons or .csv.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: "Write this format whatever the ending.")
  var format: OutputFormat?

  mutating func validate() throws {
    guard let output = file else { return }
    if format == .table {
      throw ValidationError("--format table is for people to read on a terminal; leave --output away, or choose csv")
    }
    if format == nil, RecordFormat(fileName: output) == nil {
      throw ValidationError(
        "expected --output to end in .geojson, .geojsonl, .geojsons or .csv, found \"\(output)\"; or name a --format")
    }
  }

  /// The file to write; nil for standard output, which `-` names too.
  var file: String? { output == "-" ? nil : output }

  /// The format for records; nil for the table for people.
  /// - Parameter standard: what to write to standard output when the user does not say.
  func recordFormat(standard: OutputFormat) -> RecordFormat? {
    if let format { return format.records }
    if let file { return RecordFormat(fileName: file) }
    return standard.records
  }
}

/// The forms that `--format` names.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case geojson, geojsonl, csv, table

  /// The same as a format of records; nil for the table for people.
  var records: RecordFormat? {
    switch self {
    case .geojson: .geoJSON
    case .geojsonl: .geoJSONLines
    case .csv: .csv
    case .table: nil
    }
  }
}
