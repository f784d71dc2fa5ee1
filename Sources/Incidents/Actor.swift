/// The id of an armed actor, as `Gazetteer/Lexicon/actors.tsv` lists them ("ISIS", "SDF", "SyrianGovernment" …). The list is data.
package struct ActorID: RawRepresentable, Hashable, Comparable, Sendable {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  package static func < (a: ActorID, b: ActorID) -> Bool { a.rawValue < b.rawValue }

  /// Unidentified gunmen and the like.
  package static let unknown = ActorID(rawValue: "Unknown")
  /// Soldiers of the state, whichever army that is on the day of the event; never written into a record.
  package static let soldiers = ActorID(rawValue: "Soldiers")
  /// People of whom nothing more is told, «ثلاثة أشخاص» "three people"; never written into a record.
  package static let persons = ActorID(rawValue: "Persons")
  /// People who take no part in fighting.
  package static let civilians = ActorID(rawValue: "Civilians")
}
