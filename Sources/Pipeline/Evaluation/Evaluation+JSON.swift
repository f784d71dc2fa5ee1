package import Geography
internal import Incidents

extension Evaluation {
  /// The evaluation as one object: counts and figures by their names, then `intervals`, `types` and, when asked for, `misses`.
  package func json(withMisses: Bool) -> JSONValue {
    let all = counts[.all]
    var members: [JSONValue.Member] = [
      .init("articles", .integer(articles)), .init("gold", .integer(all.gold)),
      .init("predicted", .integer(all.predicted)), .init("found", .integer(all.found)),
    ]
    members += EvaluationFigure.allCases.map { .init($0.rawValue, Self.number(value($0))) }
    members.append(.init("resamples", .integer(bootstrap.resamples)))
    // As text: a seed may be larger than what JSON readers take as a number.
    members.append(.init("seed", .string(String(bootstrap.seed))))
    let intervals = EvaluationFigure.allCases.map { figure -> JSONValue.Member in
      .init(figure.rawValue, interval(figure))
    }
    members.append(.init("intervals", .object(intervals)))
    let types = types.map { entry -> JSONValue in
      .object([
        .init("type", .string(entry.type.rawValue)), .init("gold", .integer(entry.counts.gold)),
        .init("predicted", .integer(entry.counts.predicted)), .init("found", .integer(entry.counts.found)),
        .init("precision", Self.number(entry.counts.precision)), .init("recall", Self.number(entry.counts.recall)),
        .init("f1", .number(entry.counts.f1)),
      ])
    }
    members.append(.init("types", .array(types)))
    if withMisses { members.append(.init("misses", .array(misses.map(\.json)))) }
    return .object(members)
  }

  private func interval(_ figure: EvaluationFigure) -> JSONValue {
    intervals[figure].map { .array([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null
  }

  private static func number(_ value: Double?) -> JSONValue { value.map(JSONValue.number) ?? .null }
}

extension Miss {
  fileprivate var json: JSONValue {
    .object([
      .init("article", .string(article)), .init("miss", .string(kind.rawValue)),
      .init("wrong", .array(wrong.map { .string($0.rawValue) })), .init("kind", .string(recordKind.rawValue)),
      .init("type", .string(type.rawValue)), .init("evidence", .string(evidence)),
    ])
  }
}
