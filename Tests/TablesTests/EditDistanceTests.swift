import Tables
import Testing

struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("", "abc", 3), ("abc", "abc", 0), ("kitten", "sitting", 3), ("flaw", "lawn", 2),
    ("airstrik", "airstrike", 1), ("clash", "crash", 1), ("ab", "ba", 1), ("clahs", "clash", 1), ("abcd", "badc", 2),
    ("ca", "abc", 3), ("حمص", "حماة", 2), ("تدمر", "تدمير", 1),
  ])
  func distances(a: String, b: String, expected: Int) {
    #expect(EditDistance.between(a, b) == expected)
    #expect(EditDistance.between(b, a) == expected)
  }

  private static let types = ["airstrike", "clash", "shelling", "explosion", "armed-attack"]

  @Test(arguments: [
    ("airstrik", "airstrike"), ("clahs", "clash"), ("shellings", "shelling"), ("armed_attack", "armed-attack"),
    ("clash", "clash"),
  ])
  func nearest(text: String, expected: String) {
    #expect(EditDistance.nearest(to: text, among: Self.types) == expected)
  }

  @Test(arguments: ["xyzzy", "weather", "bombardment", "مجهول", "clsah-x", ""])
  func nothingIsNear(text: String) {
    #expect(EditDistance.nearest(to: text, among: Self.types) == nil)
  }

  @Test func nothingIsKnown() {
    #expect(EditDistance.nearest(to: "clash", among: []) == nil)
  }

  @Test func theFirstOfEquallyNearWordsIsNamed() {
    #expect(EditDistance.nearest(to: "cat", among: ["dog", "bat", "hat"]) == "bat")
  }

  @Test(arguments: [("SFD", "SDF"), ("ISI", "ISIS"), ("US", "US")])
  func shortWordsWithOneMistake(text: String, known: String) {
    #expect(EditDistance.nearest(to: text, among: ["HTS", known]) == known)
  }

  /// "At most a third of the letters differ."
  @Test(arguments: [("SDF", "SNA"), ("US", "HTS"), ("US", "UK"), ("", "US"), ("", "")])
  func shortWordsAreNotGuessed(text: String, known: String) {
    #expect(EditDistance.nearest(to: text, among: [known]) == nil)
  }
}
