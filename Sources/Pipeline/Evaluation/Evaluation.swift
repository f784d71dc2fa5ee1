package import Incidents
internal import Articles
package import Tables

/// Extracted records held against annotated articles: figures with their intervals, and every miss.
package struct Evaluation: Sendable {
  /// How many articles were scored.
  package let articles: Int
  package let counts: EvaluationCounts
  package let bootstrap: Bootstrap
  /// The 95 % interval of each figure, 0…1; none for a figure that no resample measures.
  package let intervals: [EvaluationFigure: ClosedRange<Double>]
  /// By article: found records with wrong attributes, best pair first, then missed ones, then spurious ones.
  package let misses: [Miss]
  /// How many records are of articles that are not scored.
  package let strangers: Int

  /// Scores records.
  /// - Parameter records: by the name of their article.
  package init(_ gold: GoldSet, records: [String: [Record]], bootstrap: Bootstrap = Bootstrap()) {
    var sum = EvaluationCounts()
    var each: [EvaluationCounts] = []
    var misses: [Miss] = []
    for article in gold.articles {
      let score = ArticleScore(article, predicted: records[article.name] ?? [])
      sum += score.counts
      each.append(score.counts)
      misses += score.misses
    }
    articles = gold.articles.count
    counts = sum
    self.bootstrap = bootstrap
    intervals = bootstrap.intervals(each)
    self.misses = misses
    strangers = records.values.reduce(0) { $0 + $1.count } - sum[.all].predicted
  }

  /// Scores the records of a file.
  package init(_ gold: GoldSet, records: [Record], bootstrap: Bootstrap = Bootstrap()) {
    let names = Set(gold.articles.map(\.name))
    self.init(
      gold, records: Dictionary(grouping: records) { Self.name($0.source.reportID, names) }, bootstrap: bootstrap)
  }

  /// Reads the annotated articles as `rasid extract` does and scores the records.
  /// - Parameter jobs: how many articles are read at once.
  /// - Throws: ``TableFault`` when a table cannot be read.
  package init(
    reading gold: GoldSet, tables: TableSet, jobs: Int, bootstrap: Bootstrap = Bootstrap()
  ) async throws(TableFault) {
    self.init(gold, records: try await gold.extracted(tables: tables, jobs: jobs), bootstrap: bootstrap)
  }

  /// The value of a figure, 0…1 with four decimals; nil when nothing was measured.
  package func value(_ figure: EvaluationFigure) -> Double? { figure.value(counts) }

  /// The counts of each type that was annotated or extracted, in the order of the contract.
  package var types: [(type: EventType, counts: EvaluationCounts.Detection)] {
    EventType.allCases.map { ($0, counts[.type($0)]) }.filter { $0.1.gold > 0 || $0.1.predicted > 0 }
  }

  /// The article that a report id names: itself, else its base name without ending, as where somebody put a path.
  static func name(_ reportID: String, _ names: Set<String>) -> String {
    names.contains(reportID) ? reportID : ArticleSource(file: reportID).baseName
  }
}

/// What scoring one article gives.
struct ArticleScore {
  private(set) var counts = EvaluationCounts()
  private(set) var misses: [Miss] = []

  init(_ article: GoldArticle, predicted: [Record]) {
    for record in article.records {
      for group in Self.groups(record.kind, record.type) { counts[group].gold += 1 }
    }
    for record in predicted {
      for group in Self.groups(record.kind, record.type) { counts[group].predicted += 1 }
    }
    let matcher = RecordMatcher(article, predicted: predicted)
    let pairs = matcher.pairs()
    for pair in pairs { score(matcher, pair, article) }
    let foundGold = Set(pairs.map(\.gold))
    for (index, record) in article.records.enumerated() where !foundGold.contains(index) {
      misses.append(
        Miss(
          article: article.name, kind: .missed, wrong: [], recordKind: record.kind, type: record.type,
          evidence: record.evidence))
    }
    let foundPredicted = Set(pairs.map(\.predicted))
    for (index, record) in predicted.enumerated() where !foundPredicted.contains(index) {
      misses.append(
        Miss(
          article: article.name, kind: .spurious, wrong: [], recordKind: record.kind, type: record.type,
          evidence: record.evidence.text))
    }
  }

  private mutating func score(_ matcher: RecordMatcher, _ pair: RecordMatcher.Pair, _ article: GoldArticle) {
    let record = article.records[pair.gold]
    counts[.all].found += 1
    counts[.kind(record.kind)].found += 1
    var wrong: [Attribute] = []
    for (attribute, isRight) in matcher.checks(pair) {
      counts.measure(attribute, isRight: isRight)
      if let stated = attribute.stated, matcher.isStated(attribute, pair) { counts.measure(stated, isRight: isRight) }
      if !isRight { wrong.append(attribute) }
    }
    if !wrong.contains(.type) { counts[.type(record.type)].found += 1 }
    if Attribute.strict.isDisjoint(with: wrong) { counts.strict += 1 }
    guard !wrong.isEmpty else { return }
    misses.append(
      Miss(
        article: article.name, kind: .partly, wrong: wrong, recordKind: record.kind, type: record.type,
        evidence: record.evidence))
  }

  private static func groups(_ kind: RecordKind, _ type: EventType) -> [EvaluationCounts.Group] {
    [.all, .kind(kind), .type(type)]
  }
}
