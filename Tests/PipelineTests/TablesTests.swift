import Foundation
import Pipeline
import Tables
import Testing
import TestFolders

@Suite("Tables: check and export")
struct TablesTests {
  @Test("the built-in tables have no fault")
  func builtIn() {
    #expect(TablesCheck(.embedded).faults.map(\.description) == [])
  }

  @Test("all faults of all tables are told in one run, with file and line")
  func faults() throws {
    let folder = try Folder()
    let actors = "actor\trole\tsince\tuntil\tarabic\tsource\tnote\n"
    try folder.write(
      "\(actors)SDF\tname\t\t\tقسد\town\t\nISIS\tname\t\t\tداعـش\town\t\nISIS\tname\t\t\tداعش\n\nSDF\tname\t\t\tکرد\town\t\nSDF\t \t\t\tقوّات\town\t\n"
        .utf8,
      to: "Lexicon/actors.tsv")
    try folder.write("month\tcalendar\talone\tarabik\tsource\tnote\n".utf8, to: "Lexicon/months.tsv")
    try folder.write([0xFF, 0xFE], to: "Lexicon/numerals.tsv")
    try folder.write([], to: "Lexicon/roles.tsv")
    try folder.write("a\n".utf8, to: "Lexicon/actor.tsv")
    try folder.write("text".utf8, to: "README.md")
    let written = ["actor", "actors", "months", "numerals", "roles"].map { "Lexicon/\($0).tsv" }
    let faults = TablesCheck(try TableSet(folder: folder.path)).faults.filter { written.contains($0.file) }
    #expect(
      faults.map(\.description) == [
        "Lexicon/actor.tsv: there is no table of that name; did you mean \"Lexicon/actors.tsv\"?",
        "Lexicon/actors.tsv:3: \"ISIS\" stands behind \"SDF\"; sort the rows by their first column",
        "Lexicon/actors.tsv:3: arabic: a tatweel stands in it; write the plain word",
        "Lexicon/actors.tsv:4: expected 7 cells, found 5; are all tabs there?",
        "Lexicon/actors.tsv:6: arabic: a Farsi letter stands in it; write the Arabic yeh (U+064A) and kaf (U+0643)",
        "Lexicon/actors.tsv:7: arabic: vowel marks stand in it; write the plain word",
        "Lexicon/actors.tsv:7: role: a space stands at its edge; remove it",
        "Lexicon/months.tsv:1: column \"arabic\" is missing",
        "Lexicon/months.tsv:1: column \"arabik\" is not known; did you mean \"arabic\"?",
        "Lexicon/numerals.tsv:1: expected a header line of column names, found none",
        "Lexicon/roles.tsv:1: expected a header line of column names, found none",
      ])
  }

  @Test("what a reader of the tables refuses is told too")
  func reader() throws {
    let folder = try Folder()
    let bytes = try #require(TableSet.embeddedBytes("places.tsv"))
    let text = String(decoding: bytes, as: UTF8.self)
    let changed = text.replacing("\tvillage\t", with: "\tvilage\t", maxReplacements: 1)
    try #require(changed != text)
    try folder.write(changed.utf8, to: "places.tsv")
    let faults = TablesCheck(try TableSet(folder: folder.path)).faults.filter { $0.file == "places.tsv" }
    #expect(faults.count == 1)
    #expect(faults.first?.message.contains("did you mean \"village\"?") == true)
  }

  @Test("exported tables are those of the binary, and what was changed is in the way")
  func export() throws {
    let folder = try Folder()
    let export = TablesExport(folder: folder.path + "/deep/tables")
    #expect(export.conflicts.isEmpty)
    try export.write()
    for name in TableSet.names { #expect(folder.bytes("deep/tables/" + name) == TableSet.embeddedBytes(name)) }
    #expect(export.conflicts.isEmpty)
    try folder.write("x".utf8, to: "deep/tables/admin.tsv")
    #expect(export.conflicts == ["admin.tsv"])
    try export.write()
    #expect(export.conflicts.isEmpty)
  }

  @Test("an analyst teaches a month, a number and a unit by rows alone")
  func taught() throws {
    let built = TableSet.embedded
    let folder = try Folder()
    func teach(_ table: String, _ row: String) throws {
      let text = String(decoding: try built.bytes(table), as: UTF8.self)
      try folder.write((text + row + "\n").utf8, to: table)
    }
    try teach("Lexicon/months.tsv", "12\tgregorian\tyes\tكانون الأخير\town\tDecember")
    try teach("Lexicon/numerals.tsv", "12\tunit\tدزينة\town\tdozen")
    try teach("Lexicon/units.tsv", "label\tمغارة\town\tcave")
    let taught = try ExpressionAnswers(tables: TableSet(folder: folder.path))
    let known = try ExpressionAnswers(tables: built)
    let month = "5 كانون الأخير 2021"
    #expect(known.dates(in: month, published: nil).allSatisfy { !$0.line.contains("2021-12-05") })
    #expect(taught.dates(in: month, published: nil).map { $0.line.contains("2021-12-05") } == [true])
    #expect(taught.numbers(in: "قتل دزينة جنود").map { $0.line.contains("12 people, killed") } == [true])
    #expect(known.numbers(in: "عثروا على مغارة 12").count == 1)
    #expect(taught.numbers(in: "عثروا على مغارة 12").isEmpty)
  }

  @Test(
    "a wrong value beside a kind of date word is told with the nearest known one",
    arguments: [
      ("unit\tmonht\tيوم\town\t", "value \"monht\" is not known; did you mean \"month\"?"),
      ("past\tlast\tالماضي\town\t", "value \"last\" is no whole number, as the kind \"past\" needs"),
      ("since\t3\tمنذ\town\t", "value \"3\" stands beside the kind \"since\", which has none"),
    ])
  func wrongDateValue(row: String, message: String) throws {
    let folder = try Folder()
    try folder.write("kind\tvalue\tarabic\tsource\tnote\n\(row)\n".utf8, to: "Lexicon/dates.tsv")
    let faults = TablesCheck(try TableSet(folder: folder.path)).faults.filter { $0.file == "Lexicon/dates.tsv" }
    #expect(faults.map(\.description) == ["Lexicon/dates.tsv:2: \(message)"])
  }
}
