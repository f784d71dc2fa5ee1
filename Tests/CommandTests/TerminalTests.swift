import Foundation
import Testing

@testable import rasid
import TestFolders

@Suite("On a terminal")
struct TerminalTests {
  private let workspace: Folder

  init() throws {
    workspace = try Folder()
    try workspace.linkFixtures()
  }

  /// What a command writes to a terminal of 80 columns; `script` gives it one.
  private func onTerminal(_ line: String, environment: [String: String] = [:]) throws -> String {
    let line = "script -qec \"stty cols 80; \(line)\" /dev/null"
    let variables = ["TERM": "xterm"].merging(environment) { $1 }
    return try CommandRun(line, in: workspace.path, environment: variables).text
  }

  private static let hasScript = (try? CommandRun("command -v script", in: "/"))?.status == 0

  @Test(
    "extract shows a table, with a bold header",
    .enabled(if: hasScript, "SKIPPED: script is not installed (util-linux)"))
  func table() throws {
    let text = try onTerminal("rasid extract fixtures/Articles --quiet")
    #expect(text.hasPrefix("\u{1B}[1mdate "), "\(text.prefix(200))")
    #expect(!text.contains("FeatureCollection"))
    #expect(text.contains("\u{2068}"))
    for line in text.split(separator: "\r\n") {
      let plain = line.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "")
      #expect(DisplayWidth.of(String(plain)) <= 80, "\(plain)")
    }
  }

  @Test("NO_COLOR is heeded", .enabled(if: hasScript, "SKIPPED: script is not installed (util-linux)"))
  func noColour() throws {
    let text = try onTerminal("rasid extract missing.txt", environment: ["NO_COLOR": "1"])
    #expect(text.hasPrefix("error: missing.txt: "))
    let coloured = try onTerminal("rasid extract missing.txt")
    #expect(coloured.hasPrefix("\u{1B}[31merror:\u{1B}[0m missing.txt: "))
  }

  @Test(
    "--format is heeded on a terminal too", .enabled(if: hasScript, "SKIPPED: script is not installed (util-linux)"))
  func format() throws {
    #expect(try onTerminal("rasid extract fixtures/Articles --quiet --format csv").hasPrefix("id,kind,"))
  }

  /// "Three soldiers were killed yesterday by an attack of Daesh near al-Sukhnah. The factions denied the shelling of Sarmin."
  private static let article =
    "قُتل ثلاثة جنود أمس بهجوم لتنظيم داعش على حاجز عسكري يقع قرب مدينة السخنة في البادية السورية كما قال مصدر محلي.\nونفت الفصائل قصف بلدة سرمين.\n"

  @Test(
    "explain marks the article in colours, in lines no wider than the terminal",
    .enabled(if: hasScript, "SKIPPED: script is not installed (util-linux)"))
  func explainColours() throws {
    try workspace.write(Self.article.utf8, to: "a.txt")
    let text = try onTerminal("rasid explain a.txt --published 2023-09-11")
    // The record's colour, its words in bold, and the discarded word in red.
    #expect(text.contains("\u{1B}[7;36m1\u{1B}[0m"))
    #expect(text.contains("\u{1B}[1;4;36m"))
    #expect(text.contains("\u{1B}[1;4;31mقصف\u{1B}[0m"))
    #expect(!text.contains("[1: ") && !text.contains("{"))
    for line in text.split(separator: "\r\n") {
      let plain = String(line).replacing(/\u{1B}\[[0-9;]*m/, with: "")
      #expect(DisplayWidth.of(plain) <= 80, "\(plain)")
      #expect(plain.unicodeScalars.count { $0 == "\u{2068}" } == plain.unicodeScalars.count { $0 == "\u{2069}" })
      // A line ends without a colour left on.
      if let last = line.matches(of: /\u{1B}\[([0-9;]*)m/).last { #expect(last.1 == "0", "\(line)") }
    }
  }

  @Test(
    "explain without colours marks by brackets",
    .enabled(if: hasScript, "SKIPPED: script is not installed (util-linux)"))
  func explainMarks() throws {
    try workspace.write(Self.article.utf8, to: "a.txt")
    for text in [
      try onTerminal("rasid explain a.txt", environment: ["NO_COLOR": "1"]),
      try onTerminal("rasid explain a.txt --no-color"),
    ] {
      #expect(!text.contains("\u{1B}"))
      #expect(text.contains("[1: قُتل"))
      #expect(text.contains("{قصف}"))
    }
  }
}

@Suite("Text that is wrapped")
struct StyledTextTests {
  @Test("no line is too wide, and the letters keep their order", arguments: [12, 20, 33, 80])
  func wrapping(width: Int) {
    let words = "قُتل ثلاثة جنود في هجوم near al-Sukhnah أمس وكلمةطويلةجداًلاتسعهاسطورقصيرةبأيحال ثم انتهى"
    var text = StyledText()
    text.quote(words, .bold)
    let lines = text.lines(width: width, hasColour: false).split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
    let letters = lines.joined().unicodeScalars.filter { $0.properties.isAlphabetic }
    #expect(letters.elementsEqual(words.unicodeScalars.filter { $0.properties.isAlphabetic }))
  }

  @Test("isolates and colours end with their line and are taken up on the next")
  func lineEnds() {
    var text = StyledText()
    text.quote("قتل ثلاثة جنود", .record(1))
    let lines = text.lines(width: 10, hasColour: true).split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "\u{200E}\u{1B}[36m\u{2068}قتل ثلاثة\u{1B}[0m\u{2069}", "\u{200E}\u{2068}\u{1B}[36mجنود\u{2069}\u{1B}[0m",
      ])
  }

  @Test("a line goes the way of its paragraph, whatever its first letter")
  func directions() {
    var text = StyledText()
    text.add("SDF قسد")
    #expect(text.lines(width: 40, direction: .rightToLeft, hasColour: false) == "\u{200F}SDF قسد\n")
    #expect(text.lines(width: 40, direction: .leftToRight, hasColour: false) == "SDF قسد\n")
    #expect(text.lines(width: 40, direction: nil, hasColour: false) == "SDF قسد\n")
    #expect(text.direction == .leftToRight)
    #expect(StyledText().direction == nil)
  }

  @Test("what could steer the terminal is left out of quotations")
  func steering() {
    var text = StyledText()
    text.quote("a\u{1B}[2Jb\u{202E}c")
    #expect(text.lines(width: 40, hasColour: false) == "a [2Jbc\n")
  }
}

@Suite("Widths and tables")
struct TextTableTests {
  @Test(
    "marks, isolates and zero-width characters take no column, wide ones two",
    arguments: [
      ("", 0), ("abc", 3), ("قتل", 3), ("قُتِل", 3), ("\u{2068}قتل\u{2069}", 3), ("日本", 4), ("e\u{301}", 1), ("🚀", 2),
    ])
  func width(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test("text is cut by its width, on one line, without directional marks of its own")
  func cut() {
    #expect(DisplayWidth.cut("قُتِل ثلاثة", to: 4) == "قُتِل…")
    #expect(DisplayWidth.cut("قتل", to: 3) == "قتل")
    #expect(DisplayWidth.cut("a\n\t b\u{1B}[31m", to: 20) == "a b [31m")
    #expect(DisplayWidth.cut("a\u{202E}b\u{2069}", to: 20) == "ab")
    #expect(DisplayWidth.cut("日本語", to: 4) == "日…")
    #expect(DisplayWidth.cut("abc", to: 0) == "")
  }

  @Test("columns are as wide as their rows need, the last takes the rest")
  func table() {
    let columns = [
      TextTable.Column(title: "id", most: 6), TextTable.Column(title: "n", most: 4, isRightAligned: true),
      TextTable.Column(title: "text", most: .max),
    ]
    var table = TextTable(columns, width: 40, hasColour: false)
    #expect(table.add(["a", "12", "تدمر"]) == "")
    #expect(table.add(["abcdefgh", "3", String(repeating: "x", count: 50)]) == "")
    let text = table.finish()
    let expected = [
      "id       n  text", "a       12  \u{2068}تدمر\u{2069}", "abcde…   3  " + String(repeating: "x", count: 27) + "…",
      "",
    ]
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) == expected)
    #expect(table.finish() == "")
  }

  @Test("a long table begins before it is complete, and no row is lost")
  func stream() {
    var table = TextTable([TextTable.Column(title: "n", most: .max)], width: 40, hasColour: false)
    let texts = (0..<500).map { table.add(["\($0)"]) } + [table.finish()]
    #expect(texts.firstIndex { !$0.isEmpty } == 199)
    #expect(texts.joined() == "n\n" + (0..<500).map { "\($0)\n" }.joined())
  }

  @Test("control characters in messages do not reach the terminal")
  func printable() {
    #expect(Console.printable("a\u{1B}[2Jb\u{7}\nc") == "a\u{FFFD}[2Jb\u{FFFD}\nc")
  }
}

@Suite("Values of options")
struct OptionValueTests {
  @Test(
    "a day, a month or a year",
    arguments: [
      ("2024-04-11", "2024-04-11", "2024-04-11"), ("2024-02", "2024-02-01", "2024-02-29"),
      ("2023", "2023-01-01", "2023-12-31"),
    ])
  func days(text: String, first: String, last: String) throws {
    let days = try OptionValue.days(text)
    #expect("\(days.lowerBound)" == first)
    #expect("\(days.upperBound)" == last)
  }

  @Test(
    "what is no date is refused",
    arguments: ["", "2024-13", "2024-02-30", "24-02-03", "yesterday", "2024-4-1", "20240411"])
  func noDays(text: String) {
    #expect(throws: (any Error).self) { try OptionValue.days(text) }
  }

  @Test("kilometres and metres", arguments: [("50km", 50), ("50 KM", 50), ("800m", 0.8), ("0.5km", 0.5), ("0km", 0)])
  func distance(text: String, km: Double) throws {
    #expect(try OptionValue.kilometres(text) == km)
  }

  @Test(
    "what is no distance is refused",
    arguments: ["", "50", "km", "-5km", "infkm", "0x10km", "1e3km", "5 miles", "nanm", "1.2.3km"])
  func noDistance(text: String) {
    #expect(throws: (any Error).self) { try OptionValue.kilometres(text) }
  }
}
