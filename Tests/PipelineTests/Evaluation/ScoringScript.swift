import Foundation
import Geography
import TestFolders
import Testing

/// The scoring script that the annotation guidelines go with, where it stands beside the checkout.
struct ScoringScript {
  private static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  private static let evaluations = URL(filePath: checkout).deletingLastPathComponent().path + "/shared/eval"

  /// The annotated articles of the press beside the script.
  static let pressArticles = evaluations + "/dev"
  static let hasPressArticles = FileManager.default.fileExists(atPath: pressArticles)
  /// A folder of `Tests/Fixtures`.
  static func fixtures(_ name: String) -> String { checkout + "/Tests/Fixtures/" + name }

  static let missing = "SKIPPED: needs python3 and ../shared/eval/score.py beside the checkout"
  static let isThere =
    FileManager.default.fileExists(atPath: evaluations + "/score.py") && (try? python(["-c", ""]))?.status == 0

  /// What the script prints: its figures, and its misses when asked for.
  static func run(_ arguments: [String]) throws -> (figures: JSONValue, misses: [String]) {
    let run = try python([evaluations + "/score.py"] + arguments + ["--json"])
    try #require(run.status == 0, "\(run.output)")
    var lines = run.output.split(separator: "\n").map(String.init)
    let last = try #require(lines.last)
    lines.removeLast()
    return (try JSONParser.value(in: last), lines)
  }

  /// The script's key of each name of a governorate.
  static func governorateKeys(_ names: [String]) throws -> [String] {
    let program =
      "import sys; sys.path.insert(0, sys.argv[1]); import score\nfor n in sys.argv[2:]: print(score.admin_key(n))"
    let run = try python(["-B", "-c", program, evaluations] + names)
    try #require(run.status == 0, "\(run.output)")
    return run.output.split(separator: "\n").map(String.init)
  }

  private static func python(_ arguments: [String]) throws -> (output: String, status: Int32) {
    let results = try Folder()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONIOENCODING": "utf-8"]) { $1 }
    // A file rather than a pipe: nobody has to read it while the script runs.
    let output = try results.create("out")
    process.standardOutput = output
    process.standardError = output
    try process.run()
    process.waitUntilExit()
    return (String(decoding: results.bytes("out") ?? [], as: UTF8.self), process.terminationStatus)
  }
}
