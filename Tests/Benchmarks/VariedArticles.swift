import Foundation
import Geography
import Incidents

/// Makes many articles of a few: figures, days of the week and towns change from one to the next, so that no two are the same text.
///
/// The same texts give the same articles on every machine.
struct VariedArticles {
  let texts: [String]

  /// Numbers without order that are the same in every run: Knuth's linear congruence (MMIX).
  private struct Changes {
    private var state: UInt64 = 5

    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }

  private static let weekdays = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
  private static let towns = ["تدمر", "السخنة", "الميادين", "الرقة", "الطبقة", "منبج", "عفرين", "إعزاز", "سلمية"]

  /// Writes articles as JSON lines (`id`, `published`, `text`) until their texts hold so many bytes of UTF-8.
  func write(to path: String, bytes: Int) throws {
    var changes = Changes()
    var json = JSONWriter()
    var (number, written) = (0, 0)
    while written < bytes {
      let text = varied(texts[number % texts.count], &changes)
      let published = CalendarDate(dayNumber: 18_262 + changes.next(below: 1_800))
      json.write(
        .object([
          JSONValue.Member("id", .string("a\(number)")), JSONValue.Member("published", .string(published.description)),
          JSONValue.Member("text", .string(text)),
        ]))
      json.write(raw: "\n")
      (number, written) = (number + 1, written + text.utf8.count)
    }
    try Data(json.bytes).write(to: URL(filePath: path))
  }

  private func varied(_ text: String, _ changes: inout Changes) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: " ", omittingEmptySubsequences: false).map { varied(word: $0, &changes) }.joined(
        separator: " ")
    }.joined(separator: "\n")
  }

  private func varied(word: Substring, _ changes: inout Changes) -> String {
    let word = String(word)
    if word.utf8.count <= 2, Int(word) != nil { return String(1 + changes.next(below: 28)) }
    for names in [Self.weekdays, Self.towns] where names.contains(word) {
      return names[changes.next(below: names.count)]
    }
    return word
  }
}
