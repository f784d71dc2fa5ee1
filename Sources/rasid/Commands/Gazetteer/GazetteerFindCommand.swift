internal import ArgumentParser
internal import Gazetteer
internal import Pipeline
internal import Tables

/// `rasid gazetteer find`: the places of a name.
struct GazetteerFindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "List the places of a name, the most important first.",
    discussion: """
      The name is Arabic or Latin, in any usual spelling, or an id. When there is no such place the exit status is 1.

      EXAMPLES
        rasid gazetteer find الطيبة
        rasid gazetteer find "Deir Ezzor" --format geojson
        rasid gazetteer find SY0902
      """)

  @Argument(help: "A name in Arabic or Latin letters, or an id.")
  var name: String

  @Option(help: "Write this format.")
  var format: OutputFormat = .table

  @OptionGroup var tablesOption: TablesOption

  mutating func run() throws {
    let finder = try PlaceFinder(tables: tablesOption.tables())
    let places = finder.places(named: name)
    try PlaceOutput(finder: finder, format: format).write(places.map { (place: $0, extra: []) })
    guard places.isEmpty else { return }
    let near = finder.nearest(to: name)
    Console.standard.note(
      "\"\(name)\": no place of that name" + (near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"))
    throw Status.no
  }
}
