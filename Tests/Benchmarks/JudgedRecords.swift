import Articles
import Calibration
import Extraction
import Foundation
import Geography
import Incidents
import Pipeline
import Tables

/// The records extracted from annotated articles, with what speaks for them and whether they are right.
struct JudgedRecords {
  /// One of them.
  struct Judged {
    var article: String
    /// In the order of all features.
    var row: LogisticFit.Row
    var isFound: Bool
    /// As the tables in use tell it.
    var confidence: Double
  }

  private(set) var records: [Judged] = []

  /// The names of the articles, sorted.
  private(set) var articles: [String] = []

  /// Reads the annotated articles of folders, each as of the day of publication that its annotation tells.
  init(_ folders: [(path: String, except: Set<String>)]) throws {
    let extractor = try RecordExtractor(tables: .embedded)
    for folder in folders {
      for article in try GoldSet(folder.path, names: GoldNames(except: folder.except)).articles {
        articles.append(article.name)
        guard var report = article.item.report else { continue }
        report.published = try Self.published("\(folder.path)/\(article.name).json") ?? report.published
        let explained = extractor.explain(report).records
        for (record, verdict) in zip(explained, article.verdicts(on: explained.map(\.record))) {
          let values = Dictionary(record.confidence.map { ($0.feature, $0.value) }) { first, _ in first }
          records.append(
            Judged(
              article: article.name,
              row: LogisticFit.Row(
                features: ConfidenceFeature.allCases.map { values[$0] ?? 0 }, isRight: verdict.isRight),
              isFound: verdict.isFound, confidence: record.record.confidence ?? 0))
        }
      }
    }
    articles.sort()
  }

  /// The day that an annotation tells of its article; nil when it tells none.
  private static func published(_ path: String) throws -> CalendarDate? {
    let json = try JSONParser.value(in: [UInt8](try Data(contentsOf: URL(filePath: path))))
    return json["published"]?.string.flatMap { CalendarDate(iso: $0) }
  }
}
