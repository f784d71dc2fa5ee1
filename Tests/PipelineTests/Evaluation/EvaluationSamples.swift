import Articles
import Geography
import Incidents
import Pipeline

/// Small annotated and extracted records whose scores can be told by hand.
enum EvaluationSamples {
  static let day = CalendarDate(dayNumber: 19_824)  // 2024-04-11

  /// An annotated article of a text.
  static func article(_ name: String = "a", _ text: String, _ records: [GoldRecord]) -> GoldArticle {
    let report = Report(id: name, text: text)
    return GoldArticle(
      name: name, item: .report(report, from: ArticleSource(file: name + ".txt"), warnings: []), text: text,
      records: records)
  }

  /// An annotated attack on the day, without a place.
  static func gold(_ evidence: String, _ type: EventType = .armedAttack, _ kind: RecordKind = .incident) -> GoldRecord {
    GoldRecord(kind: kind, type: type, start: day, end: day, evidence: evidence)
  }

  /// The same as it is extracted.
  static func record(
    _ evidence: String, _ type: EventType = .armedAttack, _ kind: RecordKind = .incident, report: String = "a"
  ) -> Record {
    Record(
      id: "x", kind: kind, type: type, time: .day(day), evidence: Evidence(text: evidence, range: 0..<1),
      source: Record.Source(reportID: report))
  }

  /// A place at a position in degrees.
  static func place(
    _ longitude: Double, _ latitude: Double, _ precision: PlacePrecision, admin1: String? = nil
  ) -> ResolvedPlace {
    ResolvedPlace(
      id: "p", name: "P", arabicName: "ب", precision: precision,
      point: Coordinate(longitude: longitude, latitude: latitude), footprint: .area(place: "p"), uncertaintyKm: 1,
      admin1: admin1.map { AdminUnit(name: $0, pcode: "SY00") })
  }

  /// The evaluation of one article.
  static func evaluate(_ text: String, _ gold: [GoldRecord], _ records: [Record]) -> Evaluation {
    Evaluation(
      GoldSet([article("a", text, gold)]), records: ["a": records], bootstrap: Bootstrap(resamples: 0))
  }

  /// True when one attribute is right of a pair whose evidence is the same.
  static func isRight(_ attribute: Attribute, _ gold: GoldRecord, _ record: Record) -> Bool? {
    let (right, measured) = evaluate(gold.evidence, [gold], [record]).counts.attribute(attribute)
    return measured == 1 ? right == 1 : nil
  }
}
