internal import Geography
package import Incidents

/// Reads records from a file of this program, also after it went through QGIS, GDAL or a spreadsheet.
///
/// GeoJSON in all its layouts and CSV are told apart by their first byte. Columns may stand in any order, those that
/// need not be there may be missing, unknown ones are ignored. A geometry goes before the columns `latitude` and
/// `longitude`: somebody may have moved the point.
///
/// After an error ``next()`` may be called again: the faulty record is lost, the others follow.
package struct RecordReader: Sendable {
  let file: String
  private var source: Source

  private enum Source {
    case geoJSON(GeoJSONReader)
    case csv(CSVReader, CSVColumns)
    case nothing
  }

  /// Creates a reader of a whole file.
  /// - Parameter file: the name for messages; its ending is not believed.
  /// - Throws: ``FormatsError`` for an empty file or a header that cannot be used. A file of one feature
  ///   per line may be empty.
  package init(_ bytes: [UInt8], file: String) throws(FormatsError) {
    self.file = file
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    switch first {
    case nil:
      let format = RecordFormat(fileName: file)
      guard format == .geoJSONLines || format == .geoJSONSequence else { throw .empty(file: file) }
      source = .nothing
    case UInt8(ascii: "{"), UInt8(ascii: "["), 0x1E: source = .geoJSON(GeoJSONReader(bytes))
    default:
      var reader = CSVReader(bytes)
      guard let header = try Self.header(&reader, file) else { throw .empty(file: file) }
      source = .csv(reader, try CSVColumns(header, file: file))
    }
  }

  /// The next record; nil at the end of the file.
  /// - Throws: ``FormatsError`` with file and line. Every call moves on, so a loop over errors ends.
  package mutating func next() throws(FormatsError) -> Record? {
    switch source {
    case .nothing: return nil
    case .geoJSON(var reader):
      // Moved out and back, so that the reader's text is never copied.
      source = .nothing
      defer { source = .geoJSON(reader) }
      return try next(&reader)
    case .csv(var reader, let columns):
      source = .nothing
      defer { source = .csv(reader, columns) }
      return try next(&reader, columns)
    }
  }

  /// Reads a whole file: the records, and the faults of those that could not be read.
  package static func read(
    _ bytes: [UInt8], file: String
  ) -> (records: [Record], faults: [FormatsError]) {
    var records: [Record] = []
    var faults: [FormatsError] = []
    do throws(FormatsError) {
      var reader = try RecordReader(bytes, file: file)
      while true {
        do throws(FormatsError) {
          guard let record = try reader.next() else { return (records, faults) }
          records.append(record)
        } catch {
          faults.append(error)
        }
      }
    } catch {
      faults.append(error)
    }
    return (records, faults)
  }

  private static func header(
    _ reader: inout CSVReader, _ file: String
  ) throws(FormatsError) -> CSVReader.Record? {
    do throws(GeographyError) {
      return try reader.next()
    } catch {
      throw .text(file: file, error)
    }
  }

  /// Adds file and line to a fault.
  func located(_ fault: PropertyFault, line: Int, record: String?) -> FormatsError {
    .value(
      file: file, line: line, record: record, property: fault.property, expected: fault.expected, found: fault.found)
  }
}
