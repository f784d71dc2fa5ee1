package import Incidents
package import Tables

/// The actors that a set of tables knows.
package enum KnownActors {
  /// All ids, sorted.
  /// - Throws: ``TableFault`` when the table of actors cannot be read.
  package static func ids(_ tables: TableSet) throws(TableFault) -> [ActorID] {
    // Civilians are no armed actor, so the table does not list them.
    var ids: Set<String> = [ActorID.civilians.rawValue]
    try tables.table("Lexicon/actors.tsv", requiring: ["actor"]).forEachRow { row in ids.insert(row.text("actor")) }
    ids.remove("")
    return ids.sorted().map(ActorID.init(rawValue:))
  }
}
