import ArabicText
import Extraction
import Incidents
import RandomSources
import Tables
import Testing

/// Nothing traps: random bytes, shuffled words and cut-off articles give records or none.
struct FuzzTests {
  @Test("random bytes", arguments: 1...20)
  func bytes(seed: UInt64) throws {
    let extractor = try RecordExtractor(tables: .embedded)
    var random = SeededRandom(seed: seed)
    for _ in 0..<50 {
      let length = Int.random(in: 0...400, using: &random)
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      let text = String(decoding: bytes, as: UTF8.self)
      let records = extractor.read(Report(id: "fuzz", text: text)).records
      #expect(records.allSatisfy { $0.evidence.range.upperBound <= text.unicodeScalars.count }, "seed \(seed)")
    }
  }

  @Test("shuffled words of real news", arguments: 1...20)
  func shuffled(seed: UInt64) throws {
    let extractor = try RecordExtractor(tables: .embedded)
    var random = SeededRandom(seed: seed)
    let words = try FixtureArticles.all().flatMap { $0.text.split(whereSeparator: { $0 == " " || $0 == "\n" }) }
    for _ in 0..<40 {
      let text = (0..<Int.random(in: 1...120, using: &random)).map { _ in
        words.randomElement(using: &random).map(String.init) ?? ""
      }
      .joined(separator: Bool.random(using: &random) ? " " : "\n")
      let records = extractor.read(Report(id: "fuzz", text: text, published: CalendarDate(dayNumber: 19_000))).records
      #expect(records.allSatisfy { !$0.evidence.text.isEmpty }, "seed \(seed)")
    }
  }

  @Test("articles cut off anywhere", arguments: 1...10)
  func cut(seed: UInt64) throws {
    let extractor = try RecordExtractor(tables: .embedded)
    var random = SeededRandom(seed: seed)
    for (_, name, text) in try FixtureArticles.all() {
      let scalars = Array(text.unicodeScalars)
      let end = Int.random(in: 0...scalars.count, using: &random)
      let start = Int.random(in: 0...end, using: &random)
      let part = String(String.UnicodeScalarView(scalars[start..<end]))
      let records = extractor.read(Report(id: name, text: part)).records
      #expect(records.allSatisfy { $0.evidence.range.upperBound <= part.unicodeScalars.count }, "seed \(seed), \(name)")
    }
  }
}
