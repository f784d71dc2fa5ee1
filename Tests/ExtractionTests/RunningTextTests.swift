import Extraction
import Incidents
import Tables
import Testing

/// Whole paragraphs in which somebody who had seen neither rules nor tables marked every date and every count of people or events: what is
/// found beyond them is as wrong as what is missed.
struct RunningTextTests {
  /// What was marked and what was found of one kind.
  struct Tally {
    var gold = 0
    var found = 0
    var right = 0

    var precision: Double { Double(right) / Double(max(1, found)) }
    var recall: Double { Double(right) / Double(max(1, gold)) }
    var f1: Double { 2 * precision * recall / max(1e-9, precision + recall) }
  }

  /// At the first run: dates precision 0.94, recall 0.95; counts 0.94, 0.93.
  @Test("the dates and counts of running text are found with their values, and nothing else")
  func runningText() throws {
    let reader = try ExpressionReader(tables: .embedded)
    let answers = Dictionary(grouping: try ExampleTables.rows("running-answers.tsv")) { $0["id"] ?? "" }
    var dates = Tally()
    var counts = Tally()
    for row in try ExampleTables.rows("running-texts.tsv") {
      let text = row["text"] ?? ""
      let told = answers[row["id"] ?? ""] ?? []
      let found = reader.expressions(in: text, published: CalendarDate(iso: row["published"] ?? ""))
      var openDates = found.dates.filter { $0.expression.refusal == nil }
      var openCounts = found.figures
      dates.found += openDates.count
      for (answer, range) in ranges(of: told.filter { $0["kind"] == "date" }, in: text) {
        dates.gold += 1
        let hit = openDates.firstIndex {
          $0.range.overlaps(range) && ($0.span.start?.description ?? "") == answer["start"]
            && ($0.span.end?.description ?? "") == answer["end"]
        }
        if let hit { openDates.remove(at: hit) }
        if hit != nil { dates.right += 1 }
      }
      for (answer, range) in ranges(of: told.filter { $0["kind"] == "count" }, in: text) {
        counts.gold += 1
        let value = CountRange(lower: Int(answer["min"] ?? ""), upper: Int(answer["max"] ?? ""))
        let hit = openCounts.firstIndex { $0.range.overlaps(range) && $0.value == value }
        if let hit { openCounts.remove(at: hit) }
        if hit != nil { counts.right += 1 }
      }
      // Figures of things are told as such and are not counts of people or events.
      counts.found += found.figures.count - openCounts.count { $0.count.noun == .other }
    }
    print("running text: dates \(dates), F1 \(dates.f1); counts \(counts), F1 \(counts.f1)")
    #expect(dates.gold == 174 && counts.gold == 223)
    #expect(dates.precision >= 0.97 && dates.recall >= 0.95)
    #expect(counts.precision >= 0.98 && counts.recall >= 0.95)
  }

  /// Where the marked words stand, in Unicode scalars, each after the beginning of the one before.
  private func ranges(
    of answers: [[String: String]], in text: String
  ) -> [(answer: [String: String], range: Range<Int>)] {
    let scalars = Array(text.unicodeScalars)
    var from = 0
    return answers.compactMap { answer in
      let words = Array((answer["words"] ?? "").unicodeScalars)
      guard !words.isEmpty,
        let start = (from..<max(from, scalars.count - words.count + 1)).first(where: {
          scalars[$0..<$0 + words.count].elementsEqual(words)
        })
      else {
        Issue.record("\(answer["id"] ?? ""): \"\(answer["words"] ?? "")\" does not stand in its text")
        return nil
      }
      from = start + 1
      return (answer, start..<start + words.count)
    }
  }
}
