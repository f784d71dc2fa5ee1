import Foundation

/// Measures the readers on the texts of a folder, by default the project's own articles, repeated to some megabytes:
/// `swift run -c release benchmarks [FOLDER]`.
@main
enum Benchmarks {
  static func main() throws {
    let folder = CommandLine.arguments.dropFirst().first ?? "Tests/Fixtures/Articles"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.sorted()
    let texts = try files.map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
    let bytes = texts.reduce(0) { $0 + $1.utf8.count }
    guard bytes > 0 else {
      print("\(folder): expected texts to read, found none")
      exit(2)
    }
    let articles = Array(repeating: texts, count: max(1, 2_000_000 / bytes)).flatMap { $0 }
    print(
      "\(articles.count) articles, \(articles.reduce(0) { $0 + $1.utf8.count }) bytes, one core, median of 7 rounds")
    for result in try ExpressionBenchmark(articles: articles).run() {
      print("\(result.name): \((result.megabytesPerSecond * 10).rounded() / 10) MB/s")
    }
  }
}
