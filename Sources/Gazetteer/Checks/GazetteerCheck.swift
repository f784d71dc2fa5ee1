package import Tables

/// Looks through the tables of places and the borders for what cannot be right on the ground, and names all of it in one run.
///
/// The form of the tables (cells, order of rows, plain spelling) is the business of `TablesCheck`; here it is about positions,
/// codes, names and polygons.
package struct GazetteerCheck: Sendable {
  /// What is wrong, by file and line.
  package let faults: [TableFault]
  /// What is probably wrong, by file and line: two places of one name within a kilometre, parted roads …
  package let warnings: [TableFault]
  /// How many places, units and regions were looked at.
  package let count: Int

  /// Checks `admin.tsv`, `places.tsv`, `aliases.tsv`, `parts.tsv`, `roads.tsv`, `redirects.tsv` and `Regions/*.geojson`.
  package init(_ tables: TableSet) {
    var notes = CheckNotes()
    var tree = UnitTree()
    let admin = CheckedTable("admin.tsv", tables, &notes)
    let places = CheckedTable("places.tsv", tables, &notes)
    if let admin { UnitCheck.check(admin.table, &tree, &notes) }
    let regions = RegionCheck.check(tables, &tree, &notes)
    if let admin { UnitCheck.comparePoints(admin.table, tree, &notes) }
    var known = KnownPlaces()
    if let places { PlaceRowCheck.check(places.table, tree, &known, &notes) }
    if let aliases = CheckedTable("aliases.tsv", tables, &notes) {
      AliasCheck.check(aliases.table, tree, known, &notes)
    }
    if let parts = CheckedTable("parts.tsv", tables, &notes) { PartCheck.check(parts.table, tree, &notes) }
    if let roads = CheckedTable("roads.tsv", tables, &notes) { RoadCheck.check(roads.table, tree, known, &notes) }
    if let redirects = CheckedTable("redirects.tsv", tables, &notes) {
      RedirectCheck.check(redirects.table, tree, known, &notes)
    }
    known.compareNames(&notes)
    let order: (TableFault, TableFault) -> Bool = { ($0.file, $0.line, $0.message) < ($1.file, $1.line, $1.message) }
    faults = notes.faults.sorted(by: order)
    warnings = notes.warnings.sorted(by: order)
    count = known.count + tree.units.count + regions
  }
}

/// What a check has found so far.
struct CheckNotes {
  var faults: [TableFault] = []
  var warnings: [TableFault] = []
}
