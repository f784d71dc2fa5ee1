package import Tables

/// What an import did.
package struct ImportReport: Sendable {
  /// What one source gave.
  package struct Source: Sendable {
    /// The path as the user named it.
    package var file: String
    /// What sort of file it is.
    package var form: SourceForm
    /// Rows or features, faulty ones included.
    package var rows = 0
    /// Places, units or names that were taken up.
    package var taken = 0
    /// Rows that are none of the import's business: other countries, wells and ruins, other languages.
    package var leftOut = 0
    /// Rows that could not be used.
    package var faulty = 0
  }

  /// What was read, file by file.
  package var sources: [Source] = []
  /// Found places that are rows of the tables already.
  package var merged = 0
  /// New rows of `places.tsv`.
  package var added = 0
  /// New rows of `aliases.tsv`.
  package var aliases = 0
  /// Arabic or English names that rows lacked.
  package var filled = 0
  /// Admin units that the tables know, and new ones.
  package var unitsMerged = 0
  /// Units that the tables did not have.
  package var unitsAdded = 0
  /// In the order of the sources.
  package var conflicts: [ImportConflict] = []
  /// The first thousand faulty rows; ``faultCount`` counts all.
  package var faults: [TableFault] = []
  /// All rows that could not be used.
  package var faultCount = 0
  /// How many places the tables have now.
  package var placeCount = 0
  /// The files that were written, relative to the folder; empty when the tables had everything already.
  package var written: [String] = []
  /// Where the list of conflicts was written; nil when there are none.
  package var conflictFile: String?

  /// The list of conflicts as a tab-separated file with a header.
  package var conflictTable: String {
    ([ImportConflict.header] + conflicts.map(\.row)).map { $0 + "\n" }.joined()
  }

  /// The lines of a summary for people.
  package var summary: [String] {
    var lines = sources.map { source in
      "\(source.file): \(source.form.name), rows \(source.rows), taken \(source.taken), left out \(source.leftOut), "
        + "faulty \(source.faulty)"
    }
    lines.append("places: new \(added), merged with known ones \(merged); now \(placeCount)")
    lines.append("names: new aliases \(aliases), filled in \(filled)")
    if unitsMerged + unitsAdded > 0 {
      let hasBorders = written.contains { $0.hasPrefix("Regions/") }
      let borders =
        hasBorders ? "" : "; borders as before: to take new ones the governorates and the districts must come together"
      lines.append("admin units: new \(unitsAdded), merged \(unitsMerged)" + borders)
    }
    let kinds = ImportConflict.Kind.allCases.map { kind in (kind, conflicts.count { $0.kind == kind }) }
    let told = kinds.filter { $0.1 > 0 }.map { "\($0.0.rawValue) \($0.1)" }.joined(separator: ", ")
    lines.append("conflicts: \(conflicts.count)" + (told.isEmpty ? "" : " (\(told))"))
    return lines
  }
}
