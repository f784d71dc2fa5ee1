import Articles
import Foundation
import Incidents
import Synchronization
import Tables
import Testing

@testable import Pipeline

@Suite("Batch extraction")
struct BatchExtractionTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures").path

  /// What a run tells, and its summary.
  private static func run(
    _ items: some Sequence<ArticleItem>, jobs: Int
  ) async throws -> (events: [BatchEvent], summary: BatchSummary) {
    let batch = try BatchExtraction(tables: .embedded, jobs: jobs)
    var events: [BatchEvent] = []
    let summary = await batch.run(items) { events.append($0) }
    return (events, summary)
  }

  private static func report(_ id: String, _ text: String, file: String? = nil) -> ArticleItem {
    .report(
      Report(id: id, text: text, published: CalendarDate(year: 2024, month: 4, day: 11)),
      from: ArticleSource(file: file ?? "\(id).txt"), warnings: [])
  }

  private static let sentence =
    "قتل ثلاثة جنود من قوات النظام في هجوم لتنظيم الدولة قرب مدينة تدمر بريف حمص الشرقي أمس."

  @Test("tells the same in the same order whatever the number of workers", arguments: [2, 3, 8, 64])
  func order(jobs: Int) async throws {
    let paths = [Self.fixtures + "/Articles", Self.fixtures + "/Formats"]
    let serial = try await Self.run(ArticleStream(paths: paths, reader: ArticleReader()), jobs: 1)
    let parallel = try await Self.run(ArticleStream(paths: paths, reader: ArticleReader()), jobs: jobs)
    #expect(serial.events.count > 60)
    #expect(serial.summary.records > 20)
    #expect(parallel.events == serial.events)
    #expect(parallel.summary == serial.summary)
  }

  @Test(
    "waits with reading while a slow article holds up those behind it",
    .enabled(if: ProcessInfo.processInfo.activeProcessorCount > 1, "SKIPPED: a single core has one worker only"))
  func window() async {
    // The first article is not finished before as many others are as may wait behind it; then it gives the reader time to take more.
    let others = 15
    let finished = Mutex(0)
    let batch = BatchExtraction(jobs: 2) { report in
      if report.id == "slow" {
        for _ in 0..<12_000 where finished.withLock({ $0 < others }) { usleep(10_000) }
        usleep(300_000)
      } else {
        finished.withLock { $0 += 1 }
      }
      return ([], [])
    }
    var handedOut = 0
    var mostAhead = 0
    var told = 0
    let items = (["slow"] + (0..<100).map { "a\($0)" }).lazy.map { id in
      handedOut += 1
      return Self.report(id, id)
    }
    let summary = await batch.run(items) { _ in
      mostAhead = max(mostAhead, handedOut - told)
      told += 1
    }
    #expect(summary.articles == 101)
    #expect(mostAhead == others + 1)
  }

  @Test("another text under the same key is a fault that names both files; the others go on")
  func contradiction() async throws {
    let items = [
      Self.report("x", Self.sentence, file: "one/x.txt"), Self.report("x", Self.sentence + " ثم", file: "two/x.txt"),
      Self.report("y", Self.sentence),
    ]
    let (events, summary) = try await Self.run(items, jobs: 2)
    #expect(summary.articles == 2)
    #expect(summary.faults == 1)
    guard case .fault(let fault) = events[1] else {
      Issue.record("expected a fault, found \(events[1])")
      return
    }
    #expect(
      fault == .sameKey("x", first: ArticleSource(file: "one/x.txt"), second: ArticleSource(file: "two/x.txt")))
    #expect(fault.description.contains("one/x.txt") && fault.description.hasPrefix("two/x.txt: "))
  }

  @Test("the same text under the same key is passed over and counted")
  func repetition() async throws {
    let items = [
      Self.report("x", Self.sentence, file: "one/x.txt"), Self.report("x", Self.sentence, file: "two/x.txt"),
    ]
    let (events, summary) = try await Self.run(items, jobs: 1)
    #expect(summary.articles == 1)
    #expect(summary.faults == 0)
    #expect(summary.skipped == ["the same article again": 1])
    #expect(
      events[1]
        == .repeated(key: "x", from: ArticleSource(file: "two/x.txt"), first: ArticleSource(file: "one/x.txt")))
  }

  @Test("the URL goes before the id: two reports of one name and two addresses are two reports")
  func keyIsURL() async throws {
    let items = ["a", "b"].map { name in
      ArticleItem.report(
        Report(id: "x", text: Self.sentence + name, url: "https://example.org/\(name)"),
        from: ArticleSource(file: "\(name).txt"), warnings: [])
    }
    let (_, summary) = try await Self.run(items, jobs: 1)
    #expect(summary.articles == 2)
    #expect(summary.undated == 2)
    #expect(summary.faults == 0)
  }

  private struct Stop: Error {}

  @Test("ends with the error of the one who listens", arguments: [1, 4])
  func failure(jobs: Int) async throws {
    let items = (0..<50).map { Self.report("a\($0)", "\(Self.sentence) \($0)") }
    let batch = try BatchExtraction(tables: .embedded, jobs: jobs)
    var told = 0
    await #expect(throws: Stop.self) {
      _ = try await batch.run(items) { _ throws(Stop) in
        told += 1
        if told == 3 { throw Stop() }
      }
    }
    #expect(told == 3)
  }

  @Test("the summary names counts and leaves out what there is nothing of")
  func summary() {
    var summary = BatchSummary()
    #expect(summary.lines == ["articles read: 0", "records: 0 (0 incidents, 0 tallies)"])
    let source = ArticleSource(file: "a.txt")
    summary.add(
      .read(BatchReading(records: [], unresolvedPlaces: ["ب", "أ", "ب"], source: source, isDated: false)))
    summary.add(.skipped(.empty, from: source))
    summary.add(.skipped(.notArabic(arabicLetters: 0, letters: 9), from: source))
    summary.add(.fault(.article(.fileNotFound(source))))
    #expect(
      summary.lines == [
        "articles read: 1 (1 without a date of publication)", "records: 0 (0 incidents, 0 tallies)",
        "places not resolved: 3 (\u{2068}ب\u{2069} 2, \u{2068}أ\u{2069} 1)",
        "items skipped: 2 (1 empty, 1 not Arabic)", "items failed: 1",
      ])
  }
}
