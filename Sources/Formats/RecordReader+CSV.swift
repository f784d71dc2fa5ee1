internal import Geography
internal import Incidents

extension RecordReader {
  /// The next line as a record.
  func next(_ reader: inout CSVReader, _ columns: CSVColumns) throws(FormatsError) -> Record? {
    let line: CSVReader.Record?
    do throws(GeographyError) {
      line = try reader.next()
    } catch {
      throw .text(file: file, error)
    }
    guard let line else { return nil }
    var row = RecordRow()
    do throws(PropertyFault) {
      // Spreadsheets leave out empty cells at the end, and add some: a line may be shorter than its header, but not
      // say more.
      guard line.cells.dropFirst(columns.properties.count).allSatisfy(\.isEmpty) else {
        throw PropertyFault(
          property: "columns", expected: "\(columns.properties.count) cells as in the header",
          found: "\(line.cells.count)")
      }
      for (property, cell) in zip(columns.properties, line.cells) {
        try property?.set(.string(cell), in: &row)
      }
      return try row.record()
    } catch {
      throw located(error, line: line.line, record: row.id)
    }
  }
}

/// What the columns of a CSV file mean.
struct CSVColumns: Sendable {
  /// One per column; nil for a column that the contract does not know.
  let properties: [RecordProperty?]

  /// Reads the header.
  init(_ header: CSVReader.Record, file: String) throws(FormatsError) {
    let names = header.cells.map(\.trimmed)
    var found: [RecordProperty?] = names.map { RecordProperty.named($0) }
    // GDAL and QGIS write the geometry as X and Y; they are asked only when nothing better is there.
    for (wanted, other) in [(CSVRecordWriter.latitude, "y"), (CSVRecordWriter.longitude, "x")] {
      let column = names.firstIndex(of: wanted) ?? names.firstIndex { $0.lowercased() == other }
      if let column { found[column] = Self.position(wanted) }
    }
    properties = found
    let known = found.compactMap { $0?.name }
    for name in ["id", "kind", "type"] where !known.contains(name) {
      throw .header(
        file: file, line: header.line, expected: "a column ‘\(name)’ in a header with commas",
        found: Self.found(names))
    }
    for (index, name) in known.enumerated() where known[..<index].contains(name) {
      throw .header(file: file, line: header.line, expected: "one column ‘\(name)’", found: "two")
    }
  }

  /// The column of a coordinate, degrees, WGS 84; nil for any other name.
  static func position(_ name: String) -> RecordProperty? {
    switch name {
    case CSVRecordWriter.latitude: RecordProperty.latitude
    case CSVRecordWriter.longitude: RecordProperty.longitude
    default: nil
    }
  }

  private static func found(_ names: [String]) -> String {
    let only = names.count == 1 ? names[0] : ""
    if only.contains(";") { return "semicolons; save it as CSV with commas" }
    if only.contains("\t") { return "tabs; save it as CSV with commas" }
    return PropertyFault.quote(names.joined(separator: ","))
  }
}
