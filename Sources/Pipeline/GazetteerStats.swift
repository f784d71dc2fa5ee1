internal import Gazetteer
internal import Incidents
package import Tables

/// What the gazetteer holds, in numbers.
package struct GazetteerStats: Sendable {
  /// Entries beside the units, and units.
  package let places: Int
  /// Admin units, the country included.
  package let units: Int
  /// Names and aliases.
  package let names: Int
  /// Entries by kind, the most first.
  package let kinds: [(name: String, count: Int)]
  /// Entries by governorate, the most first; those that span several are not among them.
  package let governorates: [(name: String, count: Int)]

  /// Counts.
  /// - Throws: ``TableFault`` naming the file and line that cannot be read.
  package init(tables: TableSet) throws(TableFault) {
    let store = try PlaceStore(tables: tables)
    var aliases = 0
    try tables.table("aliases.tsv").forEachRow { _ in aliases += 1 }
    let entries = store.places.filter { !$0.kind.isAdmin }
    places = entries.count
    units = store.places.count - entries.count
    names = store.places.reduce(aliases) { $0 + ($1.english.isEmpty ? 0 : 1) + ($1.arabic.isEmpty ? 0 : 1) }
    kinds = Self.ranked(entries.map(\.kind.rawValue))
    governorates = Self.ranked(entries.compactMap { store.unit($0.admin1)?.name })
  }

  private static func ranked(_ names: [String]) -> [(name: String, count: Int)] {
    Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +).map { (name: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}
