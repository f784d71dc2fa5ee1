internal import Gazetteer
package import Incidents
package import Tables

/// Reads one report and returns its records; pure: the same report and tables give the same records.
package struct RecordExtractor: Sendable {
  private let annotator: TextAnnotator
  private let weights: ConfidenceWeights

  /// Loads lexicon and gazetteer.
  /// - Parameter explains: keeps, for ``explain(_:)``, why a place was chosen; the records are the same.
  /// - Throws: ``TableFault`` naming the file and line that cannot be read.
  package init(tables: TableSet, explains: Bool = false) throws(TableFault) {
    annotator = TextAnnotator(
      lexicon: try Lexicon(tables: tables), places: try PlaceReader(tables: tables, explains: explains))
    weights = try ConfidenceWeights(tables: tables)
  }

  /// The records of a report in the order of their evidence.
  package func read(_ report: Report) -> Reading {
    reading(of: annotator.annotate(report.text, published: report.published), report, trace: nil)
  }

  /// The records of a report with the chain from its words to their values, and what made none.
  ///
  /// Places tell why they were chosen only when the extractor was made to explain.
  package func explain(_ report: Report) -> Explanation {
    let article = annotator.annotate(report.text, published: report.published)
    let trace = ReadingTrace()
    let reading = reading(of: article, report, trace: trace)
    let tellings = trace.tellings()
    let fields = FieldExplainer(article: article, report: report)
    return Explanation(
      records: zip(reading.records, trace.kept).enumerated().map { index, pair in
        fields.explanation(
          of: pair.0, pair.1, tellings: tellings[index] ?? [],
          confidence: ConfidenceReason.all(pair.1.features, weights))
      },
      discarded: DiscardExplainer(article: article, trace: trace).discarded(),
      unresolvedPlaces: reading.unresolvedPlaces)
  }

  // One way for both: what is explained is what is read.
  private func reading(of article: AnnotatedText, _ report: Report, trace: ReadingTrace?) -> Reading {
    if ArticleTopic(article: article).isElsewhere {
      trace?.isElsewhere = true
      return Reading(records: [], unresolvedPlaces: [])
    }
    let drafts = EventReader(article: article).drafts()
    trace?.drafts = drafts
    let merged = EventMerger(article: article, trace: trace).merge(drafts)
    return RecordWriter(article: article, report: report, weights: weights, trace: trace).reading(merged)
  }
}

/// What a report gave.
package struct Reading: Sendable {
  package var records: [Record]
  /// The words of places that the gazetteer does not know, as they stand in the text.
  package var unresolvedPlaces: [String]
}
