internal import Tables

/// The rows of a table, to be changed and written again.
struct TableRows {
  let name: String
  let columns: [String]
  var rows: [[String]]

  /// Copies a table.
  init(_ table: Table) {
    name = table.name
    columns = table.columns
    let count = table.columns.count
    var rows: [[String]] = []
    table.forEachRow { row in
      var cells: [String] = []
      cells.reserveCapacity(count)
      for column in 0..<max(count, row.count) { cells.append(row.text(column)) }
      rows.append(cells)
    }
    self.rows = rows
  }

  /// The position of a column.
  /// - Throws: ``TableFault`` when there is none of that name.
  func column(_ name: String) throws(TableFault) -> Int {
    guard let index = columns.firstIndex(of: name) else {
      throw TableFault(
        file: self.name, line: 1, message: "column \"\(name)\" is missing; found: \(columns.joined(separator: ", "))")
    }
    return index
  }

  /// A row from cells by column name; the other cells are empty.
  func row(_ cells: [String: String]) -> [String] { columns.map { cells[$0] ?? "" } }

  /// The table as a file: rows sorted by their first cell, those of one key in the order in which they were added.
  func bytes() -> [UInt8] {
    var bytes = Array(columns.joined(separator: "\t").utf8)
    bytes.append(0x0A)
    let order = rows.indices.sorted { a, b in
      let (first, second) = (rows[a].first ?? "", rows[b].first ?? "")
      return first == second ? a < b : first.utf8.lexicographicallyPrecedes(second.utf8)
    }
    for index in order {
      var isFirst = true
      for cell in rows[index] {
        if !isFirst { bytes.append(0x09) }
        isFirst = false
        bytes += cell.utf8
      }
      bytes.append(0x0A)
    }
    return bytes
  }
}
