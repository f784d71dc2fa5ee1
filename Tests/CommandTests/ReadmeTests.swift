import Foundation
import TestFolders
import Testing

@Suite("The command lines that the README shows")
struct ReadmeTests {
  /// The lines of all blocks marked `sh`, continued lines joined.
  private static let lines: [String] = {
    let path = CommandRun.packageFolder + "/README.md"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    var lines: [String] = []
    var isInBlock = false
    for line in text.replacing("\\\n", with: " ").split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInBlock = !isInBlock && line.dropFirst(3).trimmingCharacters(in: .whitespaces) == "sh"
      } else if isInBlock {
        lines.append(String(line))
      }
    }
    return lines
  }()

  /// The words behind each `rasid` in command position.
  static let commands: [[String]] = lines.flatMap { line in
    line.split(whereSeparator: { "|&;".contains($0) }).compactMap { part in
      let words = part.split(separator: " ").map(String.init)
      guard let first = words.first, first == "rasid" || first.hasSuffix("/rasid") else { return nil }
      return Array(words.dropFirst())
    }
  }

  @Test("each names a command that exists and options that it has", arguments: commands)
  func parses(words: [String]) throws {
    let command = Array(
      words.prefix { !$0.hasPrefix("-") }.prefix(["tables", "gazetteer"].contains(words.first) ? 2 : 1))
    let run = try CommandRun("rasid \(command.joined(separator: " ")) --help", in: "/")
    #expect(run.status == 0, "\(words)")
    #expect(run.text.contains("USAGE: rasid \(command.joined(separator: " "))"), "\(words)")
    for option in words where option.hasPrefix("--") {
      let name = option.split(separator: "=")[0]
      #expect(run.text.contains(name), "\(name) of \(words)")
    }
  }

  @Test("the answer it shows for February 2023 is what the program gives")
  func answer() throws {
    let text = try String(contentsOfFile: CommandRun.packageFolder + "/README.md", encoding: .utf8)
    let start = try #require(text.range(of: "```\n *km  to", options: .regularExpression))
    let end = try #require(text.range(of: "```", range: start.upperBound..<text.endIndex))
    let shown = text[text.index(start.lowerBound, offsetBy: 4)..<end.lowerBound]
    let workspace = try Folder()
    try workspace.linkFixtures()
    let line =
      "rasid extract fixtures/Articles --output o.geojson && "
      + "rasid near o.geojson تدمر --within 50km --since 2023-02 --until 2023-02 --format table"
    let run = try CommandRun(line, in: workspace.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text == shown)
  }

  // Figures move a little with every rule, and the ends of their intervals further: the README is measured again when they have moved
  // more than this. Counts have no decimals and may move by ten.
  private static let drift = (value: 0.03, end: 0.08, count: 10.0)

  @Test("the figures it shows for the held-out articles are near what the program gives")
  func figures() throws {
    let text = try String(contentsOfFile: CommandRun.packageFolder + "/README.md", encoding: .utf8)
    let start = try #require(text.range(of: "```\nfigure "))
    let end = try #require(text.range(of: "```", range: start.upperBound..<text.endIndex))
    let workspace = try Folder()
    try workspace.linkFixtures()
    let run = try CommandRun("rasid evaluate fixtures/HeldOut", in: workspace.path)
    #expect(run.status == 0, "\(run.errors)")
    let shown = Self.rows(String(text[start.upperBound..<end.lowerBound])).dropFirst()
    let given = Self.rows(run.text).dropFirst()
    #expect(shown.count > 12)
    // The table of the types follows in what the program gives, and is not shown.
    for (shown, given) in zip(shown, given) {
      #expect(shown.count == given.count)
      for (index, (old, new)) in zip(shown, given).enumerated() {
        guard let oldNumber = Double(old), let newNumber = Double(new) else {
          #expect(old == new, "\(shown)")
          continue
        }
        let limit = !old.contains(".") ? Self.drift.count : index == 1 ? Self.drift.value : Self.drift.end
        #expect(
          abs(oldNumber - newNumber) <= limit, "\(shown[0]): shown \(old), now \(new); measure README.md again")
      }
    }
  }

  private static func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n" as Character).map { $0.split(separator: " " as Character).map(String.init) }
  }
}
