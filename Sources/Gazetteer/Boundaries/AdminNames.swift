package import Tables

/// The names of the admin units as the gazetteer spells them (`admin.tsv`).
package struct AdminNames: Sendable {
  /// English and Arabic by P-code.
  package let names: [String: (english: String, arabic: String)]

  /// Reads the table of admin units.
  /// - Throws: ``Tables/TableFault`` when the table or one of its columns is missing.
  package init(tables: TableSet) throws(TableFault) {
    let table = try tables.table("admin.tsv", requiring: ["pcode", "english", "arabic"])
    var names: [String: (english: String, arabic: String)] = [:]
    table.forEachRow { row in names[row.text("pcode")] = (row.text("english"), row.text("arabic")) }
    self.names = names
  }

  /// Takes names as they are, by P-code.
  package init(_ names: [String: (english: String, arabic: String)]) {
    self.names = names
  }
}
