package import Articles
internal import Extraction
internal import Incidents
package import Tables

/// Reads the records of many articles with several workers at once.
///
/// What comes out, and in which order, depends on the input alone, not on the number of workers. Memory is bounded: only a few
/// articles per worker, and not more than ``bytesInFlight`` of text, are between reading and telling at any time.
package struct BatchExtraction: Sendable {
  /// The most workers.
  package static let mostJobs = 1024

  // So many articles may wait for a slow one before them, for each worker.
  private static let articlesPerJob = 8
  private static let bytesInFlight = 64 << 20

  /// Reads one article; pure.
  typealias Reader = @Sendable (Report) -> (records: [Record], unresolvedPlaces: [String])

  private let read: Reader
  private let jobs: Int

  /// Prepares the workers.
  /// - Parameter jobs: their number, taken as 1…``mostJobs``.
  /// - Throws: ``TableFault`` when a table cannot be read.
  package init(tables: TableSet, jobs: Int) throws(TableFault) {
    let extractor = try RecordExtractor(tables: tables)
    self.init(jobs: jobs) { report in
      let reading = extractor.read(report)
      return (reading.records, reading.unresolvedPlaces)
    }
  }

  /// Prepares the workers with any reader, as tests need it.
  init(jobs: Int, read: @escaping Reader) {
    self.read = read
    self.jobs = min(max(jobs, 1), Self.mostJobs)
  }

  /// Reads all items and tells what came of each, in the order of the input.
  ///
  /// Two different texts under one report key are a fault of the second; the same text again is passed over.
  /// - Throws: what `tell` throws; then nothing more is told.
  package func run<Failure: Error>(
    _ items: some Sequence<ArticleItem>, tell: (BatchEvent) throws(Failure) -> Void
  ) async throws(Failure) -> BatchSummary {
    if jobs == 1 { return try run(oneByOne: items, tell) }
    // A task group cannot throw a typed error.
    let result: Result<BatchSummary, Failure> = await withTaskGroup(of: FinishedReading.self) { group in
      var window = BatchWindow()
      var keys = ReportKeys()
      var input = items.makeIterator()
      var isAtEnd = false
      do throws(Failure) {
        while true {
          while !isAtEnd, window.running < jobs, window.count < jobs * Self.articlesPerJob,
            window.bytes < Self.bytesInFlight
          {
            guard let item = input.next() else {
              isAtEnd = true
              break
            }
            if let work = window.enter(item, &keys) {
              let read = read
              group.addTask { FinishedReading(number: work.number, content: read(work.report)) }
            }
            try window.tellFinished(tell)
          }
          guard let finished = await group.next() else { break }
          window.finish(finished)
          try window.tellFinished(tell)
        }
        return .success(window.summary)
      } catch {
        group.cancelAll()
        return .failure(error)
      }
    }
    return try result.get()
  }

  // One worker needs no other to hand its work on: waking one for every article costs more than many an article.
  private func run<Failure: Error>(
    oneByOne items: some Sequence<ArticleItem>, _ tell: (BatchEvent) throws(Failure) -> Void
  ) throws(Failure) -> BatchSummary {
    var window = BatchWindow()
    var keys = ReportKeys()
    for item in items {
      if let work = window.enter(item, &keys) {
        window.finish(FinishedReading(number: work.number, content: read(work.report)))
      }
      try window.tellFinished(tell)
    }
    return window.summary
  }
}

/// The reading of one article with its number in the input.
struct FinishedReading: Sendable {
  let number: Int
  let content: (records: [Record], unresolvedPlaces: [String])
}
