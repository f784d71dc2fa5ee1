import Extraction
import Foundation
import Incidents
import Tables
import Testing

/// Where five real press documents stand, when they stand beside the checkout. They are not ours to copy.
private enum PressSeeds {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/eval/dev")
  static let stand = FileManager.default.fileExists(atPath: folder.appending(path: "seed-000.txt").path)
}

/// What five real press documents must give.
@Suite(
  .enabled(if: PressSeeds.stand, "the five press documents (shared/eval/dev) do not stand beside the checkout"))
struct PressSeedTests {
  static let extractor = Result { try RecordExtractor(tables: .embedded) }

  private func records(_ name: String, published: String? = nil) throws -> [Record] {
    let text = try String(contentsOf: PressSeeds.folder.appending(path: name + ".txt"), encoding: .utf8)
    let day = published.flatMap { CalendarDate(iso: $0) }
    return try Self.extractor.get().read(Report(id: name, text: text, published: day)).records
  }

  @Test("34 joint operations of January to March 2023 are a tally with 9 killed and 210 captured")
  func quarterOfOperations() throws {
    let counted = try records("seed-000").filter { $0.count == .exactly(34) }
    #expect(counted.map(\.kind) == [.tally])
    #expect(counted.first?.killed == .exactly(9))
    #expect(counted.first?.captured == .exactly(210))
    #expect(counted.first?.time.edtf == "2023-01-01/2023-03-31")
  }

  @Test("79 operations of September and October 2023 are a tally")
  func twoMonthsOfOperations() throws {
    let counted = try records("seed-002", published: "2023-12-03").filter { $0.count == .exactly(79) }
    #expect(counted.map(\.kind) == [.tally])
    #expect(counted.first?.time.edtf == "2023-09-01/2023-10-31")
  }

  @Test("the bus was hit at the al-Taybah near al-Sukhnah, and Hasrat keeps its own dead and captured")
  func namesakes() throws {
    let read = try records("seed-004")
    let bus = try #require(read.first { $0.killed == .exactly(22) })
    #expect(bus.kind == .incident)
    #expect(bus.place?.id == "taybah-sukhnah")
    #expect(bus.time.edtf == "2024-04-11/2024-04-20")
    let hasrat = try #require(read.first { $0.place?.id == "hasrat" })
    #expect(hasrat.kind == .incident)
    #expect(hasrat.killed == .exactly(6))
    #expect(hasrat.captured == .exactly(2))
  }

  @Test("an article of opinion gives no incident")
  func opinion() throws {
    #expect(try records("seed-003", published: "2021-04-04").filter { $0.kind == .incident }.isEmpty)
  }
}
