package import Gazetteer
package import Geography
internal import Incidents
package import Tables

/// Resolves place phrases as people ask for them, and tells the answer as a GeoJSON feature.
package struct PhraseAnswers: Sendable {
  private let reader: PlaceReader

  /// Loads the gazetteer and the words of places.
  /// - Parameter explains: also tells why, and the candidates that lost.
  /// - Throws: ``TableFault`` naming the file and line that cannot be read.
  package init(tables: TableSet, explains: Bool) throws(TableFault) {
    reader = try PlaceReader(tables: tables, explains: explains)
  }

  /// What a phrase means.
  package struct Answer: Sendable {
    /// The words that were asked for.
    package let phrase: String
    /// What they were read as.
    package let expression: PlaceExpression
    /// Why, in words.
    package let reasons: [String]
    /// The places of that name, the chosen one first: place, points, reasons.
    package let candidates: [Candidate]

    /// A place that the name may mean.
    package struct Candidate: Sendable {
      /// The entry.
      package let place: Place
      /// The sum of what speaks for it.
      package let points: Double
      /// Why, in words.
      package let reasons: [String]
    }
  }

  /// Resolves one phrase.
  /// - Parameter context: the text around the phrase, or one that is to be read before it.
  package func answer(_ phrase: String, context: String?) -> Answer {
    let expression = reader.resolve(phrase, context: context)
    let store = reader.store
    return Answer(
      phrase: phrase, expression: expression, reasons: expression.reasons.map { $0.text(in: store) },
      candidates: expression.candidates.map { candidate in
        Answer.Candidate(
          place: store.place(at: candidate.place), points: candidate.points,
          reasons: candidate.reasons.map { $0.text(in: store) })
      })
  }
}

extension PhraseAnswers.Answer {
  /// The answer as a feature in the form of records: Point geometry (WGS 84), or the one given; null when there is no place.
  package func feature(geometry: Geometry? = nil) -> Feature {
    let place = expression.place
    func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    func points(_ points: Double) -> JSONValue { .number((points * 100).rounded() / 100) }
    var properties: [JSONValue.Member] = [
      .init("phrase", .string(phrase)), .init("place_id", text(place?.id)), .init("place_name", text(place?.name)),
      .init("place_name_ar", text(place?.arabicName)),
      .init("place_precision", .string((place?.precision ?? .none).rawValue)),
      .init("footprint", text(place?.footprint.description)),
      .init("uncertainty_km", place.map { .number($0.uncertaintyKm) } ?? .null),
    ]
    for (level, unit) in [place?.admin1, place?.admin2, place?.admin3].enumerated() {
      properties.append(.init("admin\(level + 1)", text(unit?.name)))
      properties.append(.init("admin\(level + 1)_pcode", text(unit?.pcode)))
    }
    properties.append(.init("score", place == nil ? .null : points(expression.score)))
    properties.append(.init("also", .array(expression.also.map { .string($0.id) })))
    properties.append(.init("reasons", .array(reasons.map(JSONValue.string))))
    if !candidates.isEmpty {
      properties.append(
        .init(
          "candidates",
          .array(
            candidates.map { candidate in
              .object([
                .init("place_id", .string(candidate.place.id)), .init("points", points(candidate.points)),
                .init("reasons", .array(candidate.reasons.map(JSONValue.string))),
              ])
            })))
    }
    return Feature(geometry: place.map { geometry ?? .point($0.point) }, properties: properties)
  }
}
