internal import Extraction
package import Geography
package import Incidents
package import Tables

/// Tells the dates and figures of a text as people ask for them, as JSON objects and as lines.
package struct ExpressionAnswers: Sendable {
  private let reader: ExpressionReader

  /// Loads the words of dates, figures and what is counted.
  /// - Throws: ``TableFault`` naming the file and line that cannot be read.
  package init(tables: TableSet) throws(TableFault) {
    reader = try ExpressionReader(tables: tables)
  }

  /// One expression of a text.
  package struct Answer: Sendable {
    /// The words, their offsets in Unicode scalars, the values, and the rows and frames that read them.
    package let json: JSONValue
    /// The same in a line for people.
    package let line: String
  }

  /// The date expressions of a text in order.
  /// - Parameter published: what relative dates are counted from; nil leaves them without days.
  package func dates(in text: String, published: CalendarDate?) -> [Answer] {
    reader.dates(in: text, published: published).map { found in
      Answer(json: .object(Self.members(found)), line: Self.line(found))
    }
  }

  /// The figures of a text in order.
  package func numbers(in text: String) -> [Answer] {
    reader.figures(in: text).map { found in
      Answer(json: .object(Self.members(found)), line: Self.line(found))
    }
  }

  private static func text(_ value: (some CustomStringConvertible)?) -> JSONValue {
    value.map { .string($0.description) } ?? .null
  }

  private static func number(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }

  private static func span(_ range: Range<Int>) -> JSONValue {
    .array([number(range.lowerBound), number(range.upperBound)])
  }

  private static func list(_ words: [String]) -> JSONValue { .array(words.map(JSONValue.string)) }

  private static func members(_ found: ExpressionReader.DateFound) -> [JSONValue.Member] {
    let date = found.expression
    return [
      .init("text", .string(found.text)), .init("span", span(found.range)), .init("start", text(date.span.start)),
      .init("end", text(date.span.end)), .init("precision", .string(date.precision.rawValue)),
      .init("edtf", text(date.edtf)), .init("anchor", .string(date.basis.rawValue)),
      .init("since", .bool(date.isSince)),
      .init(
        "contradiction",
        date.contradiction.map {
          .object([
            .init("told", .string(weekdays[$0.told])), .init("actual", .string(weekdays[$0.actual])),
          ])
        } ?? .null), .init("refused", text(date.refusal?.reason)), .init("rules", list(found.rows + [date.rule])),
    ]
  }

  private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  private static func line(_ found: ExpressionReader.DateFound) -> String {
    let date = found.expression
    var told: String
    if let refusal = date.refusal {
      told = "refused: \(refusal.reason)"
    } else if date.isUnanchored {
      told =
        (date.edtf.map { "\($0), \(date.precision.rawValue)" } ?? "no day") + ": the date of publication is not known"
    } else {
      told = "\(date.edtf ?? ""), \(date.precision.rawValue)"
      switch date.basis {
      case .calendar: break
      case .publication: told += ", from the date of publication"
      case .text: told += ", from what the text tells before"
      }
    }
    if let contradiction = date.contradiction {
      told += "; told as a \(weekdays[contradiction.told]), but that day is a \(weekdays[contradiction.actual])"
    }
    return "\u{2068}\(found.text)\u{2069}  \(told)  (\(date.rule))"
  }

  private static func members(_ found: ExpressionReader.FigureFound) -> [JSONValue.Member] {
    let count = found.count
    func parts(_ parts: [ExpressionReader.FigureFound.Part]) -> JSONValue {
      .array(
        parts.map {
          .object([
            .init("text", .string($0.text)), .init("min", number($0.value.lower)),
            .init("max", number($0.value.upper)),
          ])
        })
    }
    return [
      .init("text", .string(found.text)), .init("span", span(found.range)), .init("min", number(count.value.lower)),
      .init("max", number(count.value.upper)), .init("vague", .bool(count.value.isVague && count.refusal == nil)),
      .init("counts", .string(count.noun.rawValue)), .init("effect", text(count.effect?.rawValue)),
      .init("summed", parts(found.summed)), .init("parts", parts(found.parts)),
      .init("refused", text(count.refusal?.reason)), .init("rules", list(count.rules)),
    ]
  }

  private static func line(_ found: ExpressionReader.FigureFound) -> String {
    let count = found.count
    var told = value(count.value)
    if let refusal = count.refusal { told = "refused: \(refusal.reason)" }
    let isOne = count.value == .exactly(1)
    switch count.noun {
    case .people: told += isOne ? " person" : " people"
    case .events: told += isOne ? " event" : " events"
    case .other: break
    }
    if let effect = count.effect { told += ", \(effect.rawValue)" }
    if !found.summed.isEmpty {
      told += ", the sum of \(found.summed.map { value($0.value) }.joined(separator: " + "))"
    }
    if !found.parts.isEmpty {
      told +=
        ", among them \(found.parts.map { "\(value($0.value)) \u{2068}\($0.text)\u{2069}" }.joined(separator: ", "))"
    }
    return "\u{2068}\(found.text)\u{2069}  \(told)  (\(count.rules.joined(separator: ", ")))"
  }

  private static func value(_ range: CountRange) -> String {
    switch (range.lower, range.upper) {
    case (let low?, let high?): low == high ? "\(low)" : "\(low) to \(high)"
    case (let low?, nil): "at least \(low)"
    case (nil, let high?): "at most \(high)"
    case (nil, nil): "some"
    }
  }
}
