import Articles
import Incidents
import RandomSources
import Testing

/// Random and damaged input never traps, and each item is a sound report, a skip or a fault with its file.
@Suite struct FuzzTests {
  private static let rounds = 5_000
  private static let names = ["f.txt", "f.html", "f.jsonl", "f.csv", "-"]

  @Test(arguments: names)
  func randomBytes(name: String) {
    for seed in 0..<UInt64(Self.rounds) {
      var generator = SeededRandom(seed: seed)
      let alphabet = Self.alphabets[Int.random(in: 0..<Self.alphabets.count, using: &generator)]
      let count = Int.random(in: 0...300, using: &generator)
      let bytes = (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }
      check(bytes, name, seed, &generator)
    }
  }

  @Test(arguments: [
    ("utf8.txt", "f.txt"), ("utf16le.txt", "f.txt"), ("windows1256.txt", "f.txt"), ("page.html", "f.html"),
    ("broken.html", "f.html"), ("linked-data.html", "f.html"), ("items.jsonl", "f.jsonl"), ("items.csv", "f.csv"),
    ("open-quote.csv", "f.csv"), ("items.jsonl", "-"),
  ])
  func damagedFiles(fixture: String, name: String) throws {
    let original = try Fixture.bytes(fixture)
    for seed in 0..<UInt64(Self.rounds) {
      var generator = SeededRandom(seed: seed)
      var bytes = original
      for _ in 0...Int.random(in: 0...4, using: &generator) { Self.damage(&bytes, &generator) }
      check(bytes, name, seed, &generator)
    }
  }

  @Test func randomLinesAsDatelines() {
    let pieces = [
      "10", "9", "2023", "أيلول", "سبتمبر", "/", "-", ".", " ", " ", "،", "نشر", "في", ":", "07", "ص", "قتل", "١٠",
      "٢٠٢٣", "كانون",
      "الثاني", "صفر", "1445", "(", ")", "|", "\n", "GMT", "+", "th", "م", "99999999999", "T", "Z", "دمشق",
    ]
    var dated = 0
    for seed in 0..<UInt64(20_000) {
      var generator = SeededRandom(seed: seed)
      let count = Int.random(in: 0...14, using: &generator)
      let line = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
      for date in [DatelineReader.publicationDate(in: line), DatelineReader.date(inField: line)] {
        guard let date else { continue }
        dated += 1
        #expect((2000...2035).contains(date.year), "seed \(seed)")
      }
    }
    #expect(dated > 0)
  }

  /// All bytes; bytes that are markup; bytes of Arabic UTF-8 and JSON and CSV.
  private static let alphabets: [[UInt8]] = [
    Array(0...255), Array("<>/abp= \"'!-[]&;#x10\n".utf8) + [0xD8, 0xA7],
    Array("{}[]\",:\\u0627text id\r\nق".utf8) + [0xD8, 0xD9, 0xA8, 0xFF, 0xFE], Array("\"\",,\n\r\r\ntextا".utf8),
    Array(0xC0...0xFF),
  ]

  private static func damage(_ bytes: inout [UInt8], _ generator: inout SeededRandom) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    let length = Int.random(in: 1...40, using: &generator)
    let end = min(bytes.count, place + length)
    switch Int.random(in: 0...5, using: &generator) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 1: bytes.removeSubrange(place..<end)
    case 2: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &generator))
    case 3: bytes.removeSubrange(place...)
    case 4: bytes.insert(Array("\"<>{},\n\r\\&\0".utf8)[Int.random(in: 0...10, using: &generator)], at: place)
    default: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &generator))
    }
  }

  /// Reads the bytes in two chunks, with a limit that is sometimes met, and checks what comes.
  private func check(_ bytes: [UInt8], _ name: String, _ seed: UInt64, _ generator: inout SeededRandom) {
    let limit = Int.random(in: 0...3, using: &generator) == 0 ? 64 : 1 << 20
    let reader = ArticleReader(limit: limit)
    var parser = ArticleParser(reader: reader, file: name)
    let cut = Int.random(in: 0...bytes.count, using: &generator)
    let items = parser.consume(bytes[..<cut]) + parser.consume(bytes[cut...]) + parser.finish()
    #expect(!items.isEmpty, "seed \(seed)")
    for item in items {
      if item.source.file != name { Issue.record("seed \(seed): \(item.source)") }
      switch item {
      case .report(let report, _, _):
        let isSound =
          ArabicShare(of: report.text).isArabic && !report.text.unicodeScalars.contains("\r") && !report.id.isEmpty
          && !report.text.unicodeScalars.contains("\0")
          && report.published.map { (2000...2035).contains($0.year) } ?? true
        if !isSound { Issue.record("seed \(seed): \(report)") }
      case .skipped(let reason, _):
        if reason.description.isEmpty { Issue.record("seed \(seed)") }
      case .fault(let error):
        if !error.description.contains("expected") { Issue.record("seed \(seed): \(error)") }
      }
    }
  }
}
