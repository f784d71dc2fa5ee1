internal import ArgumentParser
internal import Pipeline
internal import Tables

/// `rasid gazetteer stats`: how many places of which kind.
struct GazetteerStatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count places by kind and governorate; time loading and resolving.",
    discussion: """
      With --timing also how long this machine needs to load the gazetteer, and how many phrases it resolves in a second on one core: \
      every name of the gazetteer, with and without words around it, without drawing footprints.

      EXAMPLES
        rasid gazetteer stats
        rasid gazetteer stats --timing --tables my-tables
      """)

  @Flag(help: "Also measure the time of loading and of resolving.")
  var timing = false

  @OptionGroup var tablesOption: TablesOption

  mutating func run() throws {
    let tables = try tablesOption.tables()
    let stats = try GazetteerStats(tables: tables)
    var lines = ["places: \(stats.places), units: \(stats.units), names: \(stats.names)"]
    lines += stats.kinds.map { "kind \($0.name): \($0.count)" }
    lines += stats.governorates.map { "governorate \($0.name): \($0.count)" }
    if timing {
      let timing = try GazetteerTiming(tables: tables)
      lines.append("loading: \(timing.loadingMilliseconds) ms (median of \(timing.loadings))")
      lines.append("resolving: \(timing.phrasesPerSecond) phrases a second (\(timing.phrases) phrases)")
    }
    try Console.write(lines.map { $0 + "\n" }.joined())
  }
}
