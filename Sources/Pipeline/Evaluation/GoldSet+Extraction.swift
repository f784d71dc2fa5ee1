internal import Articles
package import Incidents
package import Tables

extension GoldSet {
  /// What is extracted from the texts, by the name of the article; the same as `rasid extract` gives for them.
  /// - Parameter jobs: how many articles are read at once.
  /// - Throws: ``TableFault`` when a table cannot be read.
  package func extracted(tables: TableSet, jobs: Int) async throws(TableFault) -> [String: [Record]] {
    let batch = try BatchExtraction(tables: tables, jobs: jobs)
    let names = Dictionary(articles.map { ($0.item.source, $0.name) }) { first, _ in first }
    var records: [String: [Record]] = [:]
    _ = await batch.run(articles.map(\.item)) { event throws(Never) in
      if case .read(let reading) = event, let name = names[reading.source] { records[name] = reading.records }
    }
    return records
  }
}
