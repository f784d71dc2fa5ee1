internal import ArgumentParser
internal import Incidents
internal import Pipeline
internal import Tables

/// Which records a question is about.
struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Only what may have happened on or after this day, month or year.", valueName: "date"),
    transform: { try OptionValue.days($0).lowerBound })
  var since: CalendarDate?

  @Option(
    help: ArgumentHelp("Only what may have happened on or before this day, month or year.", valueName: "date"),
    transform: { try OptionValue.days($0).upperBound })
  var until: CalendarDate?

  @Option(
    help: ArgumentHelp("Only these types, several times or with commas.", valueName: "type"),
    transform: OptionValue.types)
  var type: [[EventType]] = []

  @Option(
    help: ArgumentHelp("Only records with one of these actors on either side, several times or with commas."),
    transform: OptionValue.list)
  var actor: [[String]] = []

  mutating func validate() throws {
    if let since, let until, until < since {
      throw ValidationError("--until \(until) lies before --since \(since)")
    }
  }

  /// The filter for some records.
  /// - Throws: ``CommandError/unknownActor(_:known:)`` for an actor that neither the tables nor the records know.
  func filter(_ records: [Record], _ tables: TableSet) throws -> RecordFilter {
    let actors = Set(actor.joined().map(ActorID.init(rawValue:)))
    if !actors.isEmpty {
      let known = try KnownActors.ids(tables)
      let met = Set(known).union(records.lazy.flatMap { $0.initiator + $0.target })
      if let stranger = actors.subtracting(met).min() {
        throw CommandError.unknownActor(stranger.rawValue, known: known.map(\.rawValue))
      }
    }
    return RecordFilter(since: since, until: until, types: Set(type.joined()), actors: actors)
  }
}
