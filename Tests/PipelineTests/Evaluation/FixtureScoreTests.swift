import Pipeline
import Tables
import Testing

/// The reader held against annotated articles, by the figures of `rasid evaluate`. Floors only rise.
@Suite("How well annotated articles are read")
struct FixtureScoreTests {
  @Test("the fixture articles are read at least as well as when these floors were set")
  func fixtures() async throws {
    let evaluation = try await Self.evaluate(ScoringScript.fixtures("Articles"))
    #expect(evaluation.counts[.all].gold > 200)
    Self.expect(
      evaluation,
      atLeast: [
        .detectF1: 0.80, .detectPrecision: 0.78, .incidentF1: 0.83, .tallyF1: 0.68, .strictF1: 0.52, .type: 0.84,
        .date: 0.89, .place10: 0.93, .admin1: 0.96, .initiator: 0.70, .target: 0.58, .killedStated: 0.83,
        .woundedStated: 0.81, .capturedStated: 0.77, .count: 0.88,
      ])
  }

  /// 24 articles by somebody who had not seen the rules, committed before they were read: nobody looks at their misses.
  @Test("articles that no rule was made with are read no worse than at their first run")
  func heldOut() async throws {
    let evaluation = try await Self.evaluate(ScoringScript.fixtures("HeldOut"))
    #expect(evaluation.counts[.all].gold == 111)
    Self.expect(
      evaluation,
      atLeast: [
        .detectF1: 0.79, .detectPrecision: 0.81, .incidentF1: 0.82, .tallyF1: 0.68, .strictF1: 0.48, .type: 0.86,
        .date: 0.82, .place10: 0.84, .admin1: 0.95, .initiator: 0.64, .target: 0.60, .killedStated: 0.87,
        .woundedStated: 0.91, .capturedStated: 0.77, .count: 0.97,
      ])
  }

  @Test(
    "the articles of the press are read at least as well as when these floors were set",
    .enabled(
      if: ScoringScript.hasPressArticles, "SKIPPED: needs the articles of ../shared/eval/dev beside the checkout"))
  func press() async throws {
    let evaluation = try await Self.evaluate(ScoringScript.pressArticles)
    #expect(evaluation.counts[.all].gold == 132)
    Self.expect(
      evaluation,
      atLeast: [
        .detectF1: 0.79, .detectPrecision: 0.77, .incidentF1: 0.75, .tallyF1: 0.87, .strictF1: 0.43, .type: 0.77,
        .date: 0.86, .place10: 0.83, .admin1: 0.94, .initiator: 0.67, .target: 0.55, .killedStated: 0.84,
        .woundedStated: 0.79, .capturedStated: 0.59, .count: 0.93,
      ])
  }

  private static func evaluate(_ path: String) async throws -> Evaluation {
    let gold = try GoldSet(path)
    #expect(gold.faults == [])
    return try await Evaluation(reading: gold, tables: .embedded, jobs: 2, bootstrap: Bootstrap(resamples: 0))
  }

  private static func expect(_ evaluation: Evaluation, atLeast floors: [EvaluationFigure: Double]) {
    for (figure, floor) in floors {
      let value = evaluation.value(figure)
      #expect(value ?? 0 >= floor, "\(figure.rawValue) \(value.map { "\($0)" } ?? "not measured"), floor \(floor)")
    }
  }
}
