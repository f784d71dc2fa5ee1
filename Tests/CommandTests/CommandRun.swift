import Foundation
import TestFolders

/// One run of a command line with the built program on the search path.
struct CommandRun {
  let output: [UInt8]
  let errors: String
  let status: Int32

  var text: String { String(decoding: output, as: UTF8.self) }

  /// The folder of the built program: that of the test bundle.
  static let programFolder: String = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    let candidates = [own, CommandLine.arguments[0], Bundle.main.bundlePath + "/x"]
      .map { URL(filePath: $0).deletingLastPathComponent().path }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0 + "/rasid") } ?? candidates[0]
  }()

  static var program: String { programFolder + "/rasid" }

  static let testsFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path

  static let packageFolder = URL(filePath: testsFolder).deletingLastPathComponent().path

  /// The environment of every run, without what changes how the program behaves.
  static func environment(_ more: [String: String]) -> [String: String] {
    var environment = ProcessInfo.processInfo.environment
    for name in ["RASID_TABLES", "NO_COLOR", "COLUMNS", "RECORD_GOLDEN"] { environment[name] = nil }
    environment["SWIFT_BACKTRACE"] = "enable=no"
    environment["PATH"] = programFolder + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    return environment.merging(more) { $1 }
  }

  /// Runs a line of shell in a folder.
  init(
    _ line: String, in folder: String, input: String = "/dev/null", environment: [String: String] = [:]
  ) throws {
    // Files rather than pipes: nobody has to read them while the command runs.
    let results = try Folder()
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = Self.environment(environment)
    process.standardInput = FileHandle(forReadingAtPath: input)
    process.standardOutput = try results.create("out")
    process.standardError = try results.create("err")
    try process.run()
    process.waitUntilExit()
    output = results.bytes("out") ?? []
    errors = String(decoding: results.bytes("err") ?? [], as: UTF8.self)
    status = process.terminationStatus
  }
}

extension Folder {
  /// The fixtures under a short name, so that messages name no path of the machine.
  func linkFixtures() throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/fixtures", withDestinationPath: CommandRun.testsFolder + "/Fixtures")
  }
}
