package import Extraction
package import Incidents
package import Tables

/// Explains articles one by one, and knows the rows behind each rule.
package struct ArticleExplainer {
  private let extractor: RecordExtractor
  private var rows: RuleRows

  /// Loads lexicon and gazetteer.
  /// - Throws: ``TableFault`` naming the file and line that cannot be read.
  package init(tables: TableSet) throws(TableFault) {
    extractor = try RecordExtractor(tables: tables, explains: true)
    rows = RuleRows(tables: tables)
  }

  /// Why an article gave its records and no others.
  /// - Throws: ``TableFault`` when a table cannot be read a second time.
  package mutating func explain(_ report: Report) throws(TableFault) -> ArticleExplanation {
    let explanation = extractor.explain(report)
    var used = explanation.discarded.flatMap(\.rules)
    used += explanation.records.flatMap(\.fields).flatMap(\.steps).flatMap(\.rules)
    var found: [UsedRule: [RuleRows.Row]] = [:]
    for rule in used where found[rule] == nil { found[rule] = try rows.rows(of: rule) }
    return ArticleExplanation(report: report, explanation: explanation, rows: found)
  }
}

/// An article with the reasons of its records, and the table rows behind them.
package struct ArticleExplanation: Sendable {
  /// The article.
  package var report: Report
  /// The reasons.
  package var explanation: Explanation
  /// The rows of each rule that the reasons name.
  package var rows: [UsedRule: [RuleRows.Row]]

  /// Keeps one record alone, with its number in the article; nil when it has no record of that id.
  package func only(_ id: String) -> ArticleExplanation? {
    guard explanation.records.contains(where: { $0.record.id == id }) else { return nil }
    var result = self
    result.shown = id
    return result
  }

  /// The id of the one record to show; nil for all, and what was discarded.
  package private(set) var shown: String?

  /// The records to show with their numbers in the article, counted from 1.
  package var numbered: [(number: Int, record: RecordExplanation)] {
    explanation.records.enumerated().map { ($0.offset + 1, $0.element) }
      .filter { shown == nil || $0.record.record.id == shown }
  }

  /// What made no record; empty when one record is shown alone.
  package var discarded: [DiscardedWords] { shown == nil ? explanation.discarded : [] }
}
