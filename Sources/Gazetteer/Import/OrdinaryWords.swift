internal import ArabicText
internal import Tables

/// Words that text uses for something else: an imported place of such a name needs a spatial word before it.
struct OrdinaryWords {
  private var keys: Set<NameKey> = []

  /// Takes the single words of the lexicon, and the names of places that `places.tsv` marks already.
  /// - Throws: ``TableFault`` when a table cannot be read.
  init(tables: TableSet, places: TableRows) throws(TableFault) {
    for name in TableSet.names where name.hasPrefix("Lexicon/") && name.hasSuffix(".tsv") {
      let table = try tables.table(name)
      guard let column = table.column("arabic") else { continue }
      table.forEachRow { row in add(row.text(column)) }
    }
    if let caution = places.columns.firstIndex(of: "caution"), let arabic = places.columns.firstIndex(of: "arabic") {
      for row in places.rows where row[caution] == "word" { add(row[arabic]) }
    }
  }

  /// True for a known word, and for single words of at most three letters («حدث» "it happened").
  func contains(_ name: String) -> Bool {
    guard !name.contains(" "), NameText.isArabic(name) else { return false }
    return NameKey.keys(name).contains { $0.count <= 3 || keys.contains($0) }
  }

  private mutating func add(_ word: String) {
    if !word.contains(" ") { keys.formUnion(NameKey.keys(word)) }
  }
}
