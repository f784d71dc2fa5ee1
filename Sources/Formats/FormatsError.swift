package import Geography

/// Why records could not be read or written: what was expected, what was found, in which file and line.
package enum FormatsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file is not the JSON, GeoJSON or CSV it looks like.
  case text(file: String, GeographyError)
  /// A property of one record is not what the contract says; the line is where the record begins, from 1.
  case value(file: String, line: Int, record: String?, property: String, expected: String, found: String)
  /// The header of a CSV file cannot be used.
  case header(file: String, line: Int, expected: String, found: String)
  /// There is nothing in a file that should have something.
  case empty(file: String)
  /// The system refused an operation on a file.
  case file(path: String, operation: String, reason: String)
  /// Nobody reads any more what is written, as with `| head`: not a fault of this side.
  case closed

  package var description: String {
    switch self {
    case .text(let file, let error): "\(file): \(error)"
    case .value(let file, let line, let record, let property, let expected, let found):
      "\(file):\(line): \(record.map { "record \($0): " } ?? "")\(property): expected \(expected), found \(found)"
    case .header(let file, let line, let expected, let found):
      "\(file):\(line): expected \(expected), found \(found)"
    case .empty(let file):
      "\(file): expected records as GeoJSON or CSV, found an empty file; make one with `rasid extract`"
    case .file(let path, let operation, let reason): "\(path): cannot \(operation): \(reason)"
    case .closed: "expected a reader of the output, found that it has gone"
    }
  }
}

/// Why one property of a record is not what the contract says; the reader adds file and line.
struct PropertyFault: Error, Hashable {
  var property: String
  var expected: String
  var found: String

  /// A value in quotes, cut short, for a message.
  static func quote(_ text: some StringProtocol) -> String {
    text.isEmpty ? "nothing" : "‘\(text.prefix(60))\(text.count > 60 ? "…" : "")’"
  }
}
