import Extraction
import Geography
import Incidents
import Pipeline
import Tables
import Testing

/// Explanations with the rows behind them, as values and as JSON.
struct ArticleExplainerTests {
  /// "Daesh attacked a checkpoint near al-Sukhnah yesterday, and three soldiers were killed. The factions denied the shelling of
  /// Sarmin."
  static let text =
    "أخبار البادية\nهاجم تنظيم داعش حاجزاً قرب مدينة السخنة أمس وقُتل ثلاثة جنود.\nونفت الفصائل قصف بلدة سرمين."

  private func explain() throws -> ArticleExplanation {
    var explainer = try ArticleExplainer(tables: .embedded)
    return try explainer.explain(
      Report(id: "test", text: Self.text, published: CalendarDate(year: 2023, month: 9, day: 11)))
  }

  @Test("each row stands in the file and line that are named, with the words of its rule")
  func rows() throws {
    let explanation = try explain()
    var count = 0
    for (rule, rows) in explanation.rows {
      let words = rule.id.split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
      if rule.id.hasPrefix("frame:") {
        #expect(rows.isEmpty)
        continue
      }
      #expect(!rows.isEmpty, "\(rule.id)")
      for row in rows {
        let lines = String(decoding: try TableSet.embedded.bytes(row.file), as: UTF8.self)
          .split(separator: "\n", omittingEmptySubsequences: false)
        let cells = lines[row.line - 1].split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        #expect(cells.contains(words), "\(rule.id): \(row.file):\(row.line)")
        #expect(cells.filter { !$0.isEmpty } == row.cells.map(\.text))
        count += 1
      }
    }
    #expect(count > 8)
  }

  @Test("of rows with the same words those with the meaning that was taken are shown")
  func sameWords() throws {
    var rows = RuleRows(tables: .embedded)
    let all = try rows.rows(of: UsedRule(id: "actors:الحكومة السورية"))
    #expect(all.count > 1)
    let meaning = UsedRule(
      id: "actors:الحكومة السورية",
      cells: [UsedRule.Cell(column: "actor", text: "SyrianTransitionalGovernment")])
    let one = try rows.rows(of: meaning)
    #expect(one.count == 1)
    #expect(one.first?.cells.contains { $0.column == "since" && $0.text == "2024-12-08" } == true)
    #expect(try rows.rows(of: UsedRule(id: "actors:no such words")).isEmpty)
    #expect(try rows.rows(of: UsedRule(id: "nosuchtable:words")).isEmpty)
  }

  @Test("the JSON has every field with words that stand at their offsets, and what was discarded")
  func json() throws {
    let json = try explain().json
    let scalars = Array(Self.text.unicodeScalars)
    func check(_ words: JSONValue) throws {
      let span = try #require(words["span"]?.array).compactMap(\.integer)
      var found = String.UnicodeScalarView()
      found.append(contentsOf: scalars[span[0]..<span[1]])
      #expect(words["text"]?.string == String(found))
    }
    let record = try #require(json["records"]?.array?.first)
    #expect(record["number"]?.integer == 1)
    #expect(record["record"]?["type"]?.string == "armed-attack")
    let fields = try #require(record["fields"]?.array)
    #expect(fields.compactMap { $0["field"]?.string } == ["type", "date", "place", "initiator", "target", "killed"])
    for field in fields { for words in field["words"]?.array ?? [] { try check(words) } }
    let place = try #require(fields.first { $0["field"]?.string == "place" })
    #expect(place["value"]?.string?.hasPrefix("sukhnah, ") == true)
    let discarded = try #require(json["discarded"]?.array?.first)
    #expect(discarded["reason"]?.string == "denial")
    #expect(discarded["cause"]?["text"]?.string == "ونفت")
    try check(discarded)
    // What is written reads back as the same.
    #expect(try JSONParser.value(in: JSONWriter.bytes(of: json)) == json)
  }

  @Test("one record alone keeps its number, and none of another id")
  func only() throws {
    let all = try explain()
    let record = try #require(all.explanation.records.first?.record)
    let one = try #require(all.only(record.id))
    #expect(one.numbered.map(\.number) == [1])
    #expect(one.discarded.isEmpty)
    #expect(one.json["discarded"] == nil)
    #expect(all.only("r0") == nil)
  }
}
