package import Articles
package import Incidents

/// What was read from one article of a batch.
package struct BatchReading: Hashable, Sendable {
  package var records: [Record]
  /// Names that no gazetteer entry answers, once for each time they were met.
  package var unresolvedPlaces: [String]
  package var source: ArticleSource
  /// What the reader of the article got over.
  package var warnings: [ArticleWarning]
  /// False when nothing tells the day of publication.
  package var isDated: Bool
  /// The length of the article's text, UTF-8.
  package var textBytes: Int

  package init(
    records: [Record], unresolvedPlaces: [String], source: ArticleSource, warnings: [ArticleWarning] = [],
    isDated: Bool = true, textBytes: Int = 0
  ) {
    self.records = records
    self.unresolvedPlaces = unresolvedPlaces
    self.source = source
    self.warnings = warnings
    self.isDated = isDated
    self.textBytes = textBytes
  }
}
