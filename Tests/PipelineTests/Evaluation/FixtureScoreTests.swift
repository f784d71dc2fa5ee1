import Pipeline
import Tables
import Testing

/// The reader held against annotated articles, by the figures of `rasid evaluate`. Floors only rise, but for
/// the articles that were added: those of November 2026 are harder than the ones before.
@Suite("How well annotated articles are read")
struct FixtureScoreTests {
  @Test("the fixture articles are read at least as well as when these floors were set")
  func fixtures() async throws {
    let evaluation = try await Self.evaluate(ScoringScript.fixtures("Articles"))
    #expect(evaluation.counts[.all].gold > 800)
    Self.expect(
      evaluation,
      atLeast: [
        .detectF1: 0.80, .detectPrecision: 0.82, .incidentF1: 0.82, .tallyF1: 0.74, .strictF1: 0.46, .type: 0.90,
        .date: 0.76, .place10: 0.87, .admin1: 0.93, .initiator: 0.82, .target: 0.72, .killedStated: 0.84,
        .woundedStated: 0.79, .capturedStated: 0.68, .count: 0.96,
      ])
  }

  /// By people who had not seen the rules, committed before they were read: nobody looks at their misses.
  @Test("articles that no rule was made with are read at least as well as when these floors were set")
  func heldOut() async throws {
    let evaluation = try await Self.evaluate(ScoringScript.fixtures("HeldOut"))
    #expect(evaluation.counts[.all].gold > 320)
    Self.expect(
      evaluation,
      atLeast: [
        .detectF1: 0.77, .detectPrecision: 0.81, .incidentF1: 0.80, .tallyF1: 0.70, .strictF1: 0.40, .type: 0.87,
        .date: 0.78, .place10: 0.87, .admin1: 0.94, .initiator: 0.65, .target: 0.62, .killedStated: 0.77,
        .woundedStated: 0.82, .capturedStated: 0.76, .count: 0.90,
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
        .detectF1: 0.86, .detectPrecision: 0.86, .incidentF1: 0.84, .tallyF1: 0.89, .strictF1: 0.56, .type: 0.90,
        .date: 0.90, .place10: 0.83, .admin1: 0.95, .initiator: 0.82, .target: 0.69, .killedStated: 0.85,
        .woundedStated: 0.80, .capturedStated: 0.66, .count: 0.97,
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
