package import Extraction
package import Tables

/// Finds the table rows behind the rules that an explanation names.
///
/// A table is read when the first of its rows is asked for.
package struct RuleRows {
  private let tables: TableSet
  // Rows by the words or the id that a rule names, for each table that was asked for.
  private var known: [String: [String: [Row]]] = [:]

  /// Prepares to look rows up in these tables; nothing is read yet.
  package init(tables: TableSet) {
    self.tables = tables
  }

  /// One row of a table.
  package struct Row: Hashable, Sendable {
    /// Path relative to the folder of tables, `Lexicon/triggers.tsv`.
    package var file: String
    /// 1-based line in the file.
    package var line: Int
    /// Its cells in the order of the columns; empty ones are left out.
    package var cells: [UsedRule.Cell]
  }

  /// The rows of a rule: those that hold what the rule knows of its cells, else all with these words; none for a frame.
  /// - Throws: ``TableFault`` when the table cannot be read.
  package mutating func rows(of rule: UsedRule) throws(TableFault) -> [Row] {
    guard let colon = rule.id.firstIndex(of: ":") else { return [] }
    let kind = String(rule.id[..<colon])
    let words = String(rule.id[rule.id.index(after: colon)...])
    let found: [Row]
    switch kind {
    case "frame": return []
    case "place":
      found = try rows("places.tsv", key: "id", words) + rows("admin.tsv", key: "pcode", words)
    case "holders": found = try rows("Lexicon/holders.tsv", key: "place_id", words)
    default: found = try rows("Lexicon/\(kind).tsv", key: "arabic", words)
    }
    let exact = found.filter { row in
      rule.cells.allSatisfy { wanted in
        wanted.text == row.cells.first { $0.column == wanted.column }?.text ?? ""
      }
    }
    return exact.isEmpty ? found : exact
  }

  private mutating func rows(_ file: String, key: String, _ words: String) throws(TableFault) -> [Row] {
    if known[file] == nil { known[file] = try Self.read(file, key: key, tables) }
    return known[file]?[words] ?? []
  }

  private static func read(_ file: String, key: String, _ tables: TableSet) throws(TableFault) -> [String: [Row]] {
    // A rule of a table that is not there has no rows to show.
    guard TableSet.names.contains(file) else { return [:] }
    let table = try tables.table(file, requiring: [key])
    let column = table.column(key) ?? 0
    var rows: [String: [Row]] = [:]
    table.forEachRow { row in
      let cells = table.columns.indices.compactMap { index in
        row.isEmpty(index) ? nil : UsedRule.Cell(column: table.columns[index], text: row.text(index))
      }
      rows[row.text(column), default: []].append(Row(file: file, line: row.line, cells: cells))
    }
    return rows
  }
}
