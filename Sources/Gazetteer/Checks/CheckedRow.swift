internal import Geography
internal import Incidents
internal import Tables

/// The cells of a row by the names of their columns, for checks that read a row in several ways.
struct CheckedRow {
  let file: String
  let line: Int
  private let cells: [String: String]

  /// All rows of a table.
  static func rows(_ table: Table) -> [CheckedRow] {
    var rows: [CheckedRow] = []
    let columns = table.columns
    table.forEachRow { row in
      var cells: [String: String] = [:]
      for (index, column) in columns.enumerated() { cells[column] = row.text(index) }
      rows.append(CheckedRow(file: table.name, line: row.line, cells: cells))
    }
    return rows
  }

  /// The text of a cell; empty when there is none.
  subscript(column: String) -> String { cells[column] ?? "" }

  /// The cell as a decimal number; nil when it is none.
  func number(_ column: String) -> Double? {
    let text = self[column]
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x2B...0x39).contains($0) && $0 != 0x2C && $0 != 0x2F }) else {
      return nil
    }
    return Double(text)
  }

  /// A fault of this row.
  func fault(_ message: String) -> TableFault { TableFault(file: file, line: line, message: message) }

  /// The position of the row; nil when it has none that can be right, which is then noted.
  func position(_ tree: UnitTree, _ notes: inout CheckNotes) -> Coordinate? {
    guard let latitude = number("latitude"), let longitude = number("longitude") else {
      notes.faults.append(
        fault(
          "latitude \"\(self["latitude"])\", longitude \"\(self["longitude"])\": expected degrees as decimal numbers"))
      return nil
    }
    let position = Coordinate(longitude: longitude, latitude: latitude)
    guard let problem = PositionCheck.fault(position, in: tree) else { return position }
    notes.faults.append(fault(problem))
    return nil
  }

  /// Notes an extent that is none, km.
  func checkExtent(_ notes: inout CheckNotes) {
    guard let extent = number("extent_km"), extent > 0 else {
      notes.faults.append(fault("extent_km \"\(self["extent_km"])\": expected a number of km above 0"))
      return
    }
    if extent > 1_000 { notes.faults.append(fault("extent_km \(self["extent_km"]) is wider than Syria")) }
  }

  /// Notes a day that is none.
  func checkDay(_ column: String, _ notes: inout CheckNotes) -> CalendarDate? {
    guard !self[column].isEmpty else { return nil }
    if let day = CalendarDate(iso: self[column]) { return day }
    notes.faults.append(fault("\(column) \"\(self[column])\": expected a day such as 2024-12-08"))
    return nil
  }
}
