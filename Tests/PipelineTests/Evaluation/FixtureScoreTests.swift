import Pipeline
import Tables
import Testing

/// The reader held against annotated articles, by the figures of `rasid evaluate`. Floors only rise.
@Suite("How well annotated articles are read")
struct FixtureScoreTests {
  @Test("the fixture articles are read at least as well as when these floors were set")
  func fixtures() async throws {
    let evaluation = try await Self.evaluate(ScoringScript.fixtures("Articles"))
    #expect(evaluation.counts[.all].gold > 500)
    Self.expect(
      evaluation,
      atLeast: [
        .detectF1: 0.74, .detectPrecision: 0.77, .incidentF1: 0.78, .tallyF1: 0.66, .strictF1: 0.39, .type: 0.87,
        .date: 0.73, .place10: 0.87, .admin1: 0.91, .initiator: 0.74, .target: 0.60, .killedStated: 0.80,
        .woundedStated: 0.72, .capturedStated: 0.63, .count: 0.95,
      ])
  }

  /// By people who had not seen the rules, committed before they were read: nobody looks at their misses.
  @Test("articles that no rule was made with are read at least as well as when these floors were set")
  func heldOut() async throws {
    let evaluation = try await Self.evaluate(ScoringScript.fixtures("HeldOut"))
    #expect(evaluation.counts[.all].gold > 250)
    Self.expect(
      evaluation,
      atLeast: [
        .detectF1: 0.72, .detectPrecision: 0.78, .incidentF1: 0.78, .tallyF1: 0.58, .strictF1: 0.35, .type: 0.84,
        .date: 0.73, .place10: 0.86, .admin1: 0.96, .initiator: 0.59, .target: 0.63, .killedStated: 0.78,
        .woundedStated: 0.77, .capturedStated: 0.64, .count: 0.96,
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
        .detectF1: 0.79, .detectPrecision: 0.77, .incidentF1: 0.76, .tallyF1: 0.86, .strictF1: 0.45, .type: 0.81,
        .date: 0.86, .place10: 0.84, .admin1: 0.95, .initiator: 0.79, .target: 0.66, .killedStated: 0.85,
        .woundedStated: 0.79, .capturedStated: 0.60, .count: 0.93,
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
