import Aggregation
import Incidents
import Testing

@Suite("Which records repeat an event")
struct RepetitionsTests {
  @Test(
    "by id and duplicate_of",
    arguments: [
      ("a b c", "nothing repeated", ""),
      ("a b>a c>b", "over two steps", "12"),
      ("b>a a", "the stated one comes later", "0"),
      ("b>x c>x", "the stated one is not there: the first stands for it", "1"),
      ("c>b b>x d>x", "neither is the end of the chain", "12"),
      ("a>b b>a", "a chain that bites its tail keeps its smallest id", "1"),
      ("x>a a>b b>a", "also from outside", "02"),
      ("a>a", "a record that names itself stays", ""),
      ("a a", "the same id twice", "1"),
    ])
  func repeated(records: String, meaning: String, repeated: String) {
    let all = records.split(separator: " ").map { text in
      let parts = text.split(separator: ">").map(String.init)
      return incident(parts[0], "2023-05-05", duplicateOf: parts.count > 1 ? parts[1] : nil)
    }
    let repetitions = Repetitions(all)
    #expect(all.indices.filter { repetitions[$0] }.map(String.init).joined() == repeated, "\(meaning)")
  }
}
