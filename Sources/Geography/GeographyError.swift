/// Why text could not be read as JSON, GeoJSON or CSV: what was expected, what was found and where.
///
/// Lines and columns count from 1; a column counts Unicode scalars, so that it agrees with an editor for Arabic text
/// too.
package enum GeographyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text is not JSON (RFC 8259).
  case json(expected: String, found: String, line: Int, column: Int)
  /// The text is JSON, but not GeoJSON (RFC 7946).
  case geoJSON(expected: String, found: String, line: Int, column: Int)
  /// The positions of a geometry do not make one.
  case geometry(GeometryFault, line: Int, column: Int)
  /// The text is not CSV (RFC 4180); records count from 1, the header included.
  case csv(expected: String, found: String, record: Int, line: Int)

  /// The line of the fault, from 1.
  package var line: Int {
    switch self {
    case .json(_, _, let line, _), .geoJSON(_, _, let line, _), .geometry(_, let line, _), .csv(_, _, _, let line): line
    }
  }

  package var description: String {
    switch self {
    case .json(let expected, let found, let line, let column):
      "line \(line), column \(column): not JSON: expected \(expected), found \(found)"
    case .geoJSON(let expected, let found, let line, let column):
      "line \(line), column \(column): not GeoJSON: expected \(expected), found \(found)"
    case .geometry(let fault, let line, let column):
      "line \(line), column \(column): \(fault)"
    case .csv(let expected, let found, let record, let line):
      "record \(record), line \(line): not CSV: expected \(expected), found \(found)"
    }
  }
}
