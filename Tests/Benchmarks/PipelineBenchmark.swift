import Articles
import Formats
import Pipeline
import Tables

/// How fast a file of articles becomes records: reading, parsing, extraction and the writing of GeoJSON lines, all but the disk's part
/// in writing.
struct PipelineBenchmark {
  let path: String
  let jobs: Int

  struct Result {
    var articles: Int
    /// Of the texts alone, UTF-8.
    var bytes: Int
    var megabytesPerSecond: Double
    /// Megabytes of text for each second of the processor, all workers together: what other programs of the machine slow down less.
    var megabytesPerProcessorSecond: Double
    var articlesPerSecond: Double
    var recordsPerSecond: Double
    /// The most memory the process held at any time of the rounds, tables included.
    var peakMegabytes: Double
  }

  /// Takes bytes and lets them go.
  private struct Drain: ByteSink {
    mutating func write(_ bytes: [UInt8]) throws(FormatsError) {}
  }

  /// The median of three rounds.
  func run() async throws -> Result {
    let batch = try BatchExtraction(tables: .embedded, jobs: jobs)
    Machine.forgetPeak()
    var times: [Double] = []
    var processorTimes: [Double] = []
    var (articles, records, bytes) = (0, 0, 0)
    for _ in 0..<3 {
      (articles, records, bytes) = (0, 0, 0)
      var output = RecordOutput(.geoJSONLines, to: Drain())
      let start = ContinuousClock.now
      let processorStart = Machine.processorSeconds
      _ = try await batch.run(ArticleStream(paths: [path], reader: ArticleReader())) { event throws(FormatsError) in
        guard case .read(let reading) = event else { return }
        try output.write(reading.records)
        (articles, records, bytes) = (articles + 1, records + reading.records.count, bytes + reading.textBytes)
      }
      try output.finish()
      times.append((ContinuousClock.now - start) / .seconds(1))
      processorTimes.append(Machine.processorSeconds - processorStart)
    }
    let seconds = times.sorted()[1]
    return Result(
      articles: articles, bytes: bytes, megabytesPerSecond: Double(bytes) / 1e6 / seconds,
      megabytesPerProcessorSecond: Double(bytes) / 1e6 / processorTimes.sorted()[1],
      articlesPerSecond: Double(articles) / seconds, recordsPerSecond: Double(records) / seconds,
      peakMegabytes: Machine.peakMegabytes)
  }
}
