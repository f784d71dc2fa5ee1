internal import ArgumentParser
internal import Gazetteer
internal import Geography
internal import Pipeline
internal import Tables

/// `rasid gazetteer near`: the places around a point.
struct GazetteerNearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "near",
    abstract: "List the places around a point, the nearest first.",
    discussion: """
      The centre is latitude,longitude in degrees, an id, or a name. Distances are geodesic, on WGS 84. When nothing is near the exit \
      status is 1.

      EXAMPLES
        rasid gazetteer near 34.55,38.27 --within 15km
        rasid gazetteer near "السخنة" --within 40km --kind base --kind oil-field
      """)

  @Argument(help: "The centre: latitude,longitude, an id, or a name.")
  var centre: String

  @Option(
    help: ArgumentHelp("How far, such as 15km or 800m.", valueName: "distance"), transform: OptionValue.kilometres)
  var within: Double = 10

  @Option(help: ArgumentHelp("Only places of this kind; several times for more.", valueName: "kind"))
  var kind: [String] = []

  @Option(help: ArgumentHelp("No more places than this.", valueName: "number"))
  var limit: Int = 50

  @Option(help: "Write this format.")
  var format: OutputFormat = .table

  @OptionGroup var tablesOption: TablesOption

  mutating func validate() throws {
    for name in kind where PlaceKind(rawValue: name) == nil {
      throw ValidationError(OptionValue.unknown("kind", name, known: PlaceKind.allCases.map(\.rawValue)))
    }
    guard limit > 0 else { throw ValidationError("expected --limit of 1 or more, found \(limit)") }
  }

  mutating func run() throws {
    let tables = try tablesOption.tables()
    let finder = try PlaceFinder(tables: tables)
    let point = try CentreOption.coordinate(centre, tables, Console.standard)
    let kinds = Set(kind.compactMap(PlaceKind.init(rawValue:)))
    let hits = finder.places(around: point, withinKm: within, kinds: kinds, limit: limit)
    try PlaceOutput(finder: finder, format: format).write(
      hits.map { hit in
        (
          place: hit.place,
          extra: [
            JSONValue.Member("distance_km", .number((hit.distanceKm * 100).rounded() / 100)),
            JSONValue.Member("bearing", .number((hit.bearing * 10).rounded() / 10)),
          ]
        )
      })
    if hits.isEmpty {
      let far = finder.places(around: point, withinKm: 400, limit: 1).isEmpty
      Console.standard.note(
        "nothing within \(within) km" + (far ? "; the centre is far from Syria: latitude and longitude swapped?" : ""))
      throw Status.no
    }
  }
}
