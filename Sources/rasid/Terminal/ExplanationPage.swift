internal import Extraction
internal import Foundation
internal import Incidents
internal import Pipeline

/// An explained article for people: its text with the evidence marked, the chain of each record, what was discarded.
struct ExplanationPage {
  let article: ArticleExplanation
  let width: Int
  let hasColour: Bool

  // The columns before a value.
  private static let valueColumn = 15
  private static let mostRows = 4

  /// The page, in lines that end in LF.
  var text: String {
    var result = header() + "\n"
    result += MarkedArticle(article).lines(width: width, hasColour: hasColour)
    for (number, explained) in article.numbered { result += "\n" + record(number, explained) }
    if !article.discarded.isEmpty { result += "\n" + discarded() }
    if article.shown == nil, !article.explanation.unresolvedPlaces.isEmpty {
      var line = StyledText()
      line.add("not in the gazetteer: ")
      for (index, place) in article.explanation.unresolvedPlaces.enumerated() {
        if index > 0 { line.add(", ") }
        line.quote(place)
      }
      result += "\n" + line.lines(width: width, hanging: 2, hasColour: hasColour)
    }
    return result
  }

  private func header() -> String {
    var line = StyledText()
    line.quote(article.report.id, .bold)
    let published = article.report.published.map { day in
      "published \(day)" + (article.report.publishedSource.map { " (\($0.rawValue))" } ?? "")
    }
    line.add("  \(published ?? "publication not known")")
    let records = article.explanation.records.count
    let without = article.explanation.discarded.count { $0.reason.record == nil }
    line.add("  \(records == 1 ? "1 record" : "\(records) records"), \(without) discarded", .dim)
    return line.lines(width: width, hanging: 2, hasColour: hasColour)
  }

  private func record(_ number: Int, _ explained: RecordExplanation) -> String {
    let record = explained.record
    var title = StyledText()
    title.add("[\(number)]", .record(number).reversed)
    title.add(" \(record.kind.rawValue) \(record.type.rawValue)", StyledText.Style(codes: "1"))
    title.add("  \(record.id)", .dim)
    var result = title.lines(width: width, hanging: 4, hasColour: hasColour)
    for field in explained.fields { result += lines(of: field, .record(number)) }
    for (index, actor) in explained.bystanders.enumerated() {
      if index == 0 { result += entry("no side", nil) }
      result += lost(actor, word: nil)
    }
    return result + confidence(of: explained)
  }

  // What weighs most comes first.
  private func confidence(of explained: RecordExplanation) -> String {
    guard let value = explained.record.confidence else { return "" }
    var result = entry("confidence", String(format: "%.2f", value))
    let reasons = explained.confidence.enumerated().sorted { a, b in
      (abs(b.element.points), a.offset) < (abs(a.element.points), b.offset)
    }
    for (_, reason) in reasons {
      var line = StyledText()
      let amount = reason.value == 1 ? "" : " (\(Int(reason.value)))"
      line.add(String(format: "%+.2f  ", reason.points))
      line.add(reason.feature.prose + amount)
      line.add("  \(reason.feature.rawValue)", .dim)
      result += line.lines(
        width: width, indent: Self.valueColumn, hanging: Self.valueColumn + 7, hasColour: hasColour)
    }
    return result
  }

  private func lines(of field: FieldExplanation, _ style: StyledText.Style) -> String {
    var result = entry(field.field.rawValue, field.value ?? "none")
    for step in field.steps {
      var line = StyledText()
      line.quote(step.words.text, style.strong)
      if let value = step.value { line.add(" gives \(value)") }
      result += line.lines(width: width, indent: Self.valueColumn, hanging: Self.valueColumn + 2, hasColour: hasColour)
      for rule in step.rules { result += lines(of: rule) }
    }
    if !field.notes.isEmpty {
      var line = StyledText()
      line.add("why: ")
      for (index, note) in field.notes.enumerated() { line.add((index > 0 ? "; " : "") + Console.printable(note)) }
      result += line.lines(width: width, indent: Self.valueColumn, hanging: Self.valueColumn + 2, hasColour: hasColour)
    }
    for choice in field.lost { result += lost(choice, word: "not") }
    return result
  }

  private func entry(_ name: String, _ value: String?) -> String {
    var line = StyledText()
    line.add(name, .bold)
    if let value {
      line.add(String(repeating: " ", count: max(1, Self.valueColumn - 2 - name.count)))
      line.add(Console.printable(value))
    }
    return line.lines(width: width, indent: 2, hanging: Self.valueColumn, hasColour: hasColour)
  }

  private func lost(_ choice: LostChoice, word: String?) -> String {
    var line = StyledText()
    if let word { line.add("\(word) ") }
    if let words = choice.words { line.quote(words.text) }
    if let value = choice.value { line.add((choice.words == nil ? "" : " ") + Console.printable(value)) }
    if let points = choice.points { line.add(" (\((points * 10).rounded() / 10) points)") }
    line.add(": \(choice.reasons.joined(separator: "; "))", .dim)
    return line.lines(width: width, indent: Self.valueColumn, hanging: Self.valueColumn + 2, hasColour: hasColour)
  }

  private func lines(of rule: UsedRule, indent: Int = valueColumn + 2) -> String {
    let rows = article.rows[rule] ?? []
    if rows.isEmpty {
      var line = StyledText()
      line.add(Console.printable(rule.id), .dim)
      // The prose has an example in Arabic among Latin words.
      if let name = FrameName.of(rule.id) {
        line.add("  ")
        for (index, part) in name.split(separator: "«" as Character, omittingEmptySubsequences: false).enumerated() {
          guard index > 0, let end = part.firstIndex(of: "»") else {
            line.add(String(part))
            continue
          }
          line.quote("«\(part[..<end])»")
          line.add(String(part[part.index(after: end)...]))
        }
      }
      return line.lines(width: width, indent: indent, hanging: indent + 2, hasColour: hasColour)
    }
    var result = ""
    for row in rows.prefix(Self.mostRows) {
      var line = StyledText()
      line.add("\(row.file):\(row.line)", .dim)
      line.add("  ")
      for (index, cell) in row.cells.enumerated() {
        if index > 0 { line.add(" | ") }
        line.quote(cell.text)
      }
      result += line.lines(width: width, indent: indent, hanging: indent + 2, hasColour: hasColour)
    }
    if rows.count > Self.mostRows {
      result += String(repeating: " ", count: indent) + "and \(rows.count - Self.mostRows) rows more with these words\n"
    }
    return result
  }

  private func discarded() -> String {
    var title = StyledText()
    title.add("discarded", .bold)
    var result = title.lines(width: width, hasColour: hasColour)
    for words in article.discarded {
      var line = StyledText()
      line.quote(words.words.text, words.reason.record.map { .record($0).strong } ?? .discarded.strong)
      if let type = words.type { line.add(" \(type.rawValue)") }
      line.add(": \(words.reason.text)")
      if let cause = words.cause {
        line.add(": ")
        line.quote(cause.text)
      }
      result += line.lines(width: width, indent: 2, hanging: 4, hasColour: hasColour)
      // What another record tells is explained there.
      if words.reason.record == nil { for rule in words.rules { result += lines(of: rule, indent: 6) } }
    }
    return result
  }
}
