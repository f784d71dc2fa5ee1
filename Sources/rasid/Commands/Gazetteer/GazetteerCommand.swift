internal import ArgumentParser

/// `rasid gazetteer`: the places, and how phrases are resolved to them.
struct GazetteerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer",
    abstract: "Look up places, resolve place phrases, import and check the gazetteer.",
    discussion: """
      EXAMPLES
        rasid gazetteer find "Abu Kamal"
        rasid gazetteer resolve "قرية الطيبة بريف حمص الشرقي" --explain
        rasid gazetteer near tadmur --within 30km
      """,
    subcommands: [
      GazetteerFindCommand.self, GazetteerResolveCommand.self, GazetteerNearCommand.self, GazetteerImportCommand.self,
      GazetteerCheckCommand.self, GazetteerStatsCommand.self, GazetteerBoundariesCommand.self,
    ])
}
