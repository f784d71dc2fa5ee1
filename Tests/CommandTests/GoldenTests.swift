import Foundation
import Testing
import TestFolders

/// Command lines with what they must print, in `Golden/<case>/`: `cmd`, perhaps `stdin`, and `stdout`, `stderr`, `status`.
///
/// `RECORD_GOLDEN=1 swift test --filter GoldenTests` writes the last three anew. Such a run fails, so that none passes unseen: read the
/// difference, then run the tests without it.
@Suite("Golden command lines")
struct GoldenTests {
  private static let folder = CommandRun.testsFolder + "/CommandTests/Golden"

  static let cases: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
    FileManager.default.fileExists(atPath: "\(folder)/\($0)/cmd")
  }.sorted()

  private static let isRecording = !(ProcessInfo.processInfo.environment["RECORD_GOLDEN"] ?? "").isEmpty

  @Test("there are cases for every command")
  func coverage() {
    for command in ["extract", "explain", "trend", "near", "gazetteer", "tables", "evaluate"] {
      #expect(Self.cases.contains { $0.hasPrefix(command + "-") }, "no case for \(command)")
    }
  }

  @Test("prints and ends as recorded", arguments: cases)
  func golden(name: String) throws {
    let folder = Self.folder + "/" + name
    let line = try String(contentsOfFile: folder + "/cmd", encoding: .utf8)
    let workspace = try Folder()
    try workspace.linkFixtures()
    let input = folder + "/stdin"
    let run = try CommandRun(
      line, in: workspace.path, input: FileManager.default.fileExists(atPath: input) ? input : "/dev/null")
    let results = [("stdout", run.text), ("stderr", run.errors), ("status", "\(run.status)\n")]
    if Self.isRecording {
      for (file, text) in results { try text.write(toFile: folder + "/" + file, atomically: true, encoding: .utf8) }
      Issue.record("recorded \(name); read the difference, then run again without RECORD_GOLDEN")
      return
    }
    for (file, text) in results {
      let expected = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
      #expect(text == expected, "\(name)/\(file), of: \(line)")
    }
  }
}
