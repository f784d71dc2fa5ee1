import Foundation
import Tables

/// The executed examples of `Gazetteer/Examples`.
enum ExampleTables {
  static func rows(_ name: String) throws -> [[String: String]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Gazetteer/Examples/\(name)")
    let table = try Table(name: name, bytes: Array(try Data(contentsOf: file)))
    var rows: [[String: String]] = []
    table.forEachRow { row in
      rows.append(
        Dictionary(uniqueKeysWithValues: table.columns.indices.map { (table.columns[$0], row.text($0)) }))
    }
    return rows
  }
}
