internal import Extraction
internal import Formats
package import Geography
internal import Incidents

extension ArticleExplanation {
  /// The whole explanation as one JSON object; offsets are Unicode scalars of `text`.
  package var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("id", .string(report.id)), .init("title", optional(report.title)), .init("url", optional(report.url)),
      .init("publisher", optional(report.publisher)), .init("published", optional(report.published?.description)),
      .init("published_source", optional(report.publishedSource?.rawValue)), .init("text", .string(report.text)),
      .init("records", .array(numbered.map(json))),
    ]
    if shown == nil {
      members.append(.init("discarded", .array(discarded.map(json))))
      members.append(.init("unresolved_places", .array(explanation.unresolvedPlaces.map(JSONValue.string))))
    }
    return .object(members)
  }

  private func json(_ number: Int, _ explained: RecordExplanation) -> JSONValue {
    let record = explained.record
    let position = record.place.map {
      JSONValue.array([.number($0.point.longitude), .number($0.point.latitude)])
    }
    return .object([
      .init("number", .integer(number)), .init("id", .string(record.id)),
      .init("coordinates", position ?? .null),
      .init("record", properties(of: record)),
      .init("fields", .array(explained.fields.map(json))),
      .init("tellings", .array(explained.tellings.map { .object(words($0)) })),
      .init("bystanders", .array(explained.bystanders.map(json))),
      .init("confidence", record.confidence.map(JSONValue.number) ?? .null),
      .init("confidence_features", .array(explained.confidence.map(json))),
    ])
  }

  // The contract's properties, as `extract` writes them.
  private func properties(of record: Record) -> JSONValue {
    var writer = GeoJSONRecordWriter(.lines)
    writer.write(record, extra: [])
    return (try? JSONParser.value(in: writer.drain()))?["properties"] ?? .null
  }

  private func json(_ field: FieldExplanation) -> JSONValue {
    .object([
      .init("field", .string(field.field.rawValue)), .init("value", optional(field.value)),
      .init(
        "words",
        .array(
          field.steps.map { step in
            .object(
              words(step.words) + [
                .init("value", optional(step.value)), .init("rules", .array(step.rules.map(json))),
              ])
          })), .init("notes", .array(field.notes.map(JSONValue.string))),
      .init("lost", .array(field.lost.map(json))),
    ])
  }

  // The log-odds of the confidence are the sum of value times weight.
  private func json(_ reason: ConfidenceReason) -> JSONValue {
    .object([
      .init("feature", .string(reason.feature.rawValue)), .init("why", .string(reason.feature.prose)),
      .init("value", .number(reason.value)), .init("weight", .number(reason.weight)),
    ])
  }

  private func json(_ choice: LostChoice) -> JSONValue {
    .object(
      (choice.words.map(words) ?? [.init("text", .null), .init("span", .null)]) + [
        .init("value", optional(choice.value)),
        .init("points", choice.points.map { .number(($0 * 100).rounded() / 100) } ?? .null),
        .init("reasons", .array(choice.reasons.map(JSONValue.string))),
      ])
  }

  private func json(_ discarded: DiscardedWords) -> JSONValue {
    var members = words(discarded.words)
    members += [
      .init("type", optional(discarded.type?.rawValue)), .init("reason", .string(discarded.reason.id)),
      .init("why", .string(discarded.reason.text)),
      .init("record", discarded.reason.record.map(JSONValue.integer) ?? .null),
      .init("cause", discarded.cause.map { .object(words($0)) } ?? .null),
      .init("rules", .array(discarded.rules.map(json))),
    ]
    return .object(members)
  }

  private func json(_ rule: UsedRule) -> JSONValue {
    var members: [JSONValue.Member] = [.init("id", .string(rule.id))]
    if let found = rows[rule], !found.isEmpty {
      members.append(
        .init(
          "rows",
          .array(
            found.map { row in
              .object([
                .init("file", .string(row.file)), .init("line", .integer(row.line)),
                .init("cells", .object(row.cells.map { .init($0.column, .string($0.text)) })),
              ])
            })))
    }
    if let name = FrameName.of(rule.id) { members.append(.init("frame", .string(name))) }
    return .object(members)
  }

  private func words(_ words: QuotedWords) -> [JSONValue.Member] {
    [
      .init("text", .string(words.text)),
      .init("span", .array([.integer(words.range.lowerBound), .integer(words.range.upperBound)])),
    ]
  }

  private func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
}
