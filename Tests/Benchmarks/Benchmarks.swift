import Foundation

/// Measures what is read, on the texts of a folder, by default the project's own articles:
///
///     swift run -c release benchmarks                     # the readers, then the whole way from articles to records
///     swift run -c release benchmarks readers [FOLDER]
///     swift run -c release benchmarks pipeline [FOLDER]
///     swift run -c release benchmarks write FILE [FOLDER]  # only the articles of the pipeline, as JSON lines
///     swift run -c release benchmarks confidence [FILE]    # fits the weights of confidence.tsv, and writes them there
@main
enum Benchmarks {
  /// How much text the pipeline reads in one round, bytes of UTF-8.
  private static let pipelineBytes = 20_000_000

  static func main() async throws {
    var words = CommandLine.arguments.dropFirst()
    if words.first == "confidence" { return try ConfidenceBenchmark.run(file: words.dropFirst().first) }
    let known = ["readers", "pipeline", "write"]
    let task = words.first.flatMap { known.contains($0) ? $0 : nil }
    if task != nil { words = words.dropFirst() }
    let file = task == "write" ? words.popFirst() : nil
    if task == "write", file == nil {
      print("expected: benchmarks write FILE [FOLDER]")
      exit(2)
    }
    let folder = words.first ?? "Tests/Fixtures/Articles"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let files = names.filter { $0.hasSuffix(".txt") }.sorted()
    let texts = try files.map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
    guard texts.contains(where: { !$0.isEmpty }) else {
      print("\(folder): expected texts to read, found none")
      exit(2)
    }
    if let file { return try VariedArticles(texts: texts).write(to: file, bytes: pipelineBytes) }
    print(Machine.description)
    if task != "pipeline" { try readers(texts) }
    if task != "readers" { try await pipeline(texts) }
  }

  private static func readers(_ texts: [String]) throws {
    let bytes = texts.reduce(0) { $0 + $1.utf8.count }
    let articles = Array(repeating: texts, count: max(1, 2_000_000 / bytes)).flatMap { $0 }
    print(
      "readers: \(articles.count) articles, \(articles.reduce(0) { $0 + $1.utf8.count }) bytes, one core, median of 7 rounds"
    )
    for result in try ExpressionBenchmark(articles: articles).run() {
      print("  \(result.name): \(rounded(result.megabytesPerSecond)) MB/s")
    }
  }

  private static func pipeline(_ texts: [String]) async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "rasid-benchmark-\(UUID().uuidString).jsonl").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try VariedArticles(texts: texts).write(to: path, bytes: pipelineBytes)
    print("pipeline: articles of \(texts.count) patterns as JSON lines to GeoJSON lines in memory, median of 3 rounds")
    for jobs in [1, 2] {
      let result = try await PipelineBenchmark(path: path, jobs: jobs).run()
      print(
        "  \(jobs) \(jobs == 1 ? "worker" : "workers"): \(rounded(result.megabytesPerSecond)) MB/s, "
          + "\(rounded(result.megabytesPerProcessorSecond)) MB for a second of the processor, "
          + "\(Int(result.articlesPerSecond)) articles/s, \(Int(result.recordsPerSecond)) records/s, "
          + "peak \(Int(result.peakMegabytes)) MB (\(result.articles) articles, \(result.bytes) bytes of text)")
    }
    if let start = try StartBenchmark()?.run() {
      print("  start of the command to the first record of one line: \(rounded(start)) ms, median of 20")
    } else {
      print("  start of the command: not measured, there is no rasid beside this program")
    }
  }

  private static func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
