internal import ArgumentParser

/// `rasid gazetteer`: the places, and how phrases are resolved to them.
struct GazetteerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer",
    abstract: "Look up places, resolve place phrases, check and count the gazetteer.",
    discussion: """
      EXAMPLES
        rasid gazetteer find "Abu Kamal"
        rasid gazetteer resolve "قرية الطيبة بريف حمص الشرقي" --explain
        rasid gazetteer near tadmur --within 30km
      """,
    subcommands: [
      GazetteerFindCommand.self, GazetteerResolveCommand.self, GazetteerNearCommand.self, GazetteerStatsCommand.self,
    ])
}
