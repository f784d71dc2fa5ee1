package import Incidents
package import Tables

/// The actors that a set of tables knows.
package enum KnownActors {
  /// All ids, sorted.
  /// - Throws: ``TableFault`` when a table of actors cannot be read.
  package static func ids(_ tables: TableSet) throws(TableFault) -> [ActorID] {
    var ids: Set<String> = []
    // Civilians are no armed actor: they stand among the people.
    for name in ["Lexicon/actors.tsv", "Lexicon/people.tsv"] {
      try tables.table(name, requiring: ["actor"]).forEachRow { row in ids.insert(row.text("actor")) }
    }
    ids.remove("")
    return ids.sorted().map(ActorID.init(rawValue:))
  }
}
