internal import Gazetteer
internal import Incidents

/// The place of a record: the words, why it is this place, and what lost.
extension FieldExplainer {
  /// Always there: that no place is told matters as much.
  func place(_ record: Record, _ kept: ReadingTrace.Kept) -> FieldExplanation {
    var field = FieldExplanation(.place, record.place.map { "\($0.id), \($0.name), \($0.precision.rawValue)" })
    if let chosen = record.place == nil ? nil : kept.inherited ?? kept.place {
      field.steps = [
        FieldExplanation.Step(
          words: quotes.quote(chosen.tokens), value: nil, rules: chosen.rules.map { UsedRule(id: $0) })
      ]
      if kept.inherited != nil { field.notes.append("no place is told with it: where the text was before") }
      field.notes += reasons(chosen)
      for candidate in chosen.candidates.dropFirst() {
        let place = article.gazetteer.store.place(at: candidate.place)
        field.lose(
          LostChoice(
            words: nil, value: "\(place.id), \(place.english)", points: candidate.points,
            reasons: candidate.reasons.map { $0.text(in: article.gazetteer.store) }))
      }
    }
    for other in kept.draft.places.prefix(Self.mostWeighed)
    where !field.steps.contains(where: { $0.words == quotes.quote(other.tokens) }) {
      let isAlso = other.place.map { record.also.contains($0.id) } ?? false
      if isAlso { continue }
      field.lose(
        LostChoice(
          words: quotes.quote(other.tokens), value: other.place.map { "\($0.id), \($0.name)" },
          reasons: shortcomings(of: other, isChosen: record.place != nil)))
    }
    if !record.also.isEmpty { field.notes.append("also \(record.also.joined(separator: ", "))") }
    return field
  }

  private func reasons(_ expression: PlaceExpression) -> [String] {
    expression.reasons.map { $0.text(in: article.gazetteer.store) }
  }

  private func shortcomings(of expression: PlaceExpression, isChosen: Bool) -> [String] {
    if expression.isForeign { return ["outside Syria"] }
    guard expression.place != nil else {
      let told = reasons(expression)
      return told.isEmpty ? [PlaceReason.unknownName.text(in: article.gazetteer.store)] : told
    }
    if expression.isDirectional { return ["where something goes to or somebody comes from"] }
    return [isChosen ? "another place is told as exactly or better" : "named in one breath with a place abroad"]
  }
}
