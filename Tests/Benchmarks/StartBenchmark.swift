import Foundation

/// How long the command takes from its start to the first bytes of its answer to one line: what a small job pays.
struct StartBenchmark {
  private let program: URL
  private let input: Data

  /// Nil when the command does not lie beside this program.
  init?() throws {
    program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "rasid")
    guard FileManager.default.isExecutableFile(atPath: program.path) else { return nil }
    // "Three soldiers of the regime forces were killed in an attack of the IS organisation near Palmyra yesterday."
    let text = "قتل ثلاثة جنود من قوات النظام في هجوم لتنظيم الدولة قرب مدينة تدمر بريف حمص الشرقي أمس."
    input = Data("{\"id\":\"a\",\"published\":\"2024-05-20\",\"text\":\"\(text)\"}\n".utf8)
  }

  /// The median of twenty starts, in milliseconds.
  func run() throws -> Double {
    var times: [Double] = []
    for _ in 0..<20 {
      let process = Process()
      process.executableURL = program
      process.arguments = ["extract", "-", "--format", "geojsonl", "--quiet"]
      let (standardInput, output) = (Pipe(), Pipe())
      (process.standardInput, process.standardOutput) = (standardInput, output)
      let start = ContinuousClock.now
      try process.run()
      try standardInput.fileHandleForWriting.write(contentsOf: input)
      try standardInput.fileHandleForWriting.close()
      let first = output.fileHandleForReading.availableData
      times.append((ContinuousClock.now - start) / .milliseconds(1))
      process.waitUntilExit()
      precondition(first.starts(with: Data("{\"type\":\"Feature\"".utf8)))
    }
    return times.sorted()[times.count / 2]
  }
}
