/// What is wrong with a file of boundaries or a row of areas, where, and what to do about it.
package struct BoundaryFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name of the file.
  package var file: String
  /// 1-based; 0 when the fault is the file's as a whole.
  package var line: Int
  /// The number of the feature from 1; nil for a fault of no single one.
  package var feature: Int?
  /// The P-code or id; nil when there is none.
  package var id: String?
  /// What was expected and what was found.
  package var message: String

  /// Creates a fault.
  package init(file: String, line: Int = 0, feature: Int? = nil, id: String? = nil, message: String) {
    self.file = file
    self.line = line
    self.feature = feature
    self.id = id
    self.message = message
  }

  /// `file:line: feature, id: message`, without what is not known.
  package var description: String {
    let place = line > 0 ? "\(file):\(line)" : file
    let what = [feature.map { "feature \($0)" }, id].compactMap(\.self).joined(separator: ", ")
    return what.isEmpty ? "\(place): \(message)" : "\(place): \(what): \(message)"
  }
}

/// Everything that keeps boundaries or areas from being made, in one report.
package struct BoundaryFaults: Error, Hashable, Sendable, CustomStringConvertible {
  /// In the order of the files and their lines.
  package var faults: [BoundaryFault]

  /// Collects faults.
  package init(_ faults: [BoundaryFault]) {
    self.faults = faults
  }

  /// One fault a line.
  package var description: String { faults.map(\.description).joined(separator: "\n") }
}
