internal import Gazetteer
package import Incidents
package import Tables

/// Reads one report and returns its records; pure: the same report and tables give the same records.
package struct RecordExtractor: Sendable {
  private let annotator: TextAnnotator

  /// Loads lexicon and gazetteer.
  /// - Throws: ``TableFault`` naming the file and line that cannot be read.
  package init(tables: TableSet) throws(TableFault) {
    annotator = TextAnnotator(lexicon: try Lexicon(tables: tables), places: try PlaceReader(tables: tables))
  }

  /// The records of a report in the order of their evidence.
  package func read(_ report: Report) -> Reading {
    let article = annotator.annotate(report.text, published: report.published)
    if ArticleTopic(article: article).isElsewhere { return Reading(records: [], unresolvedPlaces: []) }
    let drafts = EventReader(article: article).drafts()
    let merged = EventMerger(article: article).merge(drafts)
    return RecordWriter(article: article, report: report).reading(merged)
  }
}

/// What a report gave.
package struct Reading: Sendable {
  package var records: [Record]
  /// The words of places that the gazetteer does not know, as they stand in the text.
  package var unresolvedPlaces: [String]
}
