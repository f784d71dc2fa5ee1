import Foundation
import Geography
import Incidents
import RandomSources

/// Makes many articles of a few: figures, days of the week and towns change from one to the next, so that no two are the same text.
///
/// The same texts give the same articles on every machine.
struct VariedArticles {
  let texts: [String]

  private static let weekdays = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
  private static let towns = ["تدمر", "السخنة", "الميادين", "الرقة", "الطبقة", "منبج", "عفرين", "إعزاز", "سلمية"]

  /// Writes articles as JSON lines (`id`, `published`, `text`) until their texts hold so many bytes of UTF-8.
  func write(to path: String, bytes: Int) throws {
    var random = SeededRandom(seed: 5)
    var json = JSONWriter()
    var (number, written) = (0, 0)
    while written < bytes {
      let text = varied(texts[number % texts.count], &random)
      let published = CalendarDate(dayNumber: 18_262 + Int.random(in: 0..<1_800, using: &random))
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

  private func varied(_ text: String, _ random: inout SeededRandom) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: " ", omittingEmptySubsequences: false).map { varied(word: $0, &random) }.joined(
        separator: " ")
    }.joined(separator: "\n")
  }

  private func varied(word: Substring, _ random: inout SeededRandom) -> String {
    let word = String(word)
    if word.utf8.count <= 2, Int(word) != nil { return String(Int.random(in: 1...28, using: &random)) }
    for names in [Self.weekdays, Self.towns] where names.contains(word) {
      return names.randomElement(using: &random) ?? word
    }
    return word
  }
}
