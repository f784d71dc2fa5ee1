import ArabicText
import RandomSources
import Testing

struct CliticsTests {
  /// One way to part a word.
  struct Reading: Hashable, CustomStringConvertible {
    var stem: String
    var clitics: Clitics

    init(_ stem: String, _ clitics: Clitics = []) {
      self.stem = stem
      self.clitics = clitics
    }

    var description: String { "\(stem) \(clitics.rawValue)" }
  }

  private func readings(_ written: String) throws -> [Reading] {
    let text = TokenizedText(written)
    let token = try #require(text.tokens.first)
    #expect(text.tokens.count == 1)
    var readings: [Reading] = []
    Clitics.forEachReading(of: text.folded(0), hamza: token.hamza) { stem, clitics in
      readings.append(Reading(readable(stem), clitics))
    }
    return readings
  }

  private static let so: Clitics = [.conjunction, .consequence]

  /// Words with all their readings, worked out by hand.
  @Test(arguments: [
    // "and of the organisation": و + ل + ال + تنظيم
    (
      "وللتنظيم",
      [
        Reading("وللتنظيم"), Reading("للتنظيم", .conjunction), Reading("تنظيم", [.conjunction, .lam, .article]),
        Reading("لتنظيم", [.conjunction, .lam]),
      ]
    ),
    // "so nearby": ف + ب + ال + قرب
    (
      "فبالقرب",
      [
        Reading("فبالقرب"), Reading("بالقرب", so), Reading("القرب", so.union(.beh)),
        Reading("قرب", so.union([.beh, .article])),
      ]
    ),
    // "an attack" in the accusative
    ("هجوماً", [Reading("هجوما"), Reading("هجوم", .accusative)]),
    // "its members", "her members", "their members"
    ("عناصره", [Reading("عناصره"), Reading("عناصر", .pronoun)]),
    ("عناصرها", [Reading("عناصرها"), Reading("عناصره", .accusative), Reading("عناصر", .pronoun)]),
    ("عناصرهم", [Reading("عناصرهم"), Reading("عناصر", .pronoun)]),
    // "the attack", "as the attack", "and in the countryside of"
    ("الهجوم", [Reading("الهجوم"), Reading("هجوم", .article)]),
    ("كالهجوم", [Reading("كالهجوم"), Reading("الهجوم", .kaf), Reading("هجوم", [.kaf, .article])]),
    ("وبريف", [Reading("وبريف"), Reading("بريف", .conjunction), Reading("ريف", [.conjunction, .beh])]),
    // "to Latakia": the name begins with lam itself
    ("للاذقية", [Reading("للاذقيه"), Reading("اذقيه", [.lam, .article]), Reading("لاذقيه", .lam)].withPronouns()),
    // "a thousand" and "thousands": the lam after a hamza is no article
    ("ألف", [Reading("الف")]), ("آلاف", [Reading("الاف")]), ("إلى", [Reading("الي")]),
    ("ألغاماً", [Reading("الغاما"), Reading("الغام", .accusative)]),
    // The same letters without hamza are read either way.
    ("الغام", [Reading("الغام"), Reading("غام", .article)]),
    // Too short to be parted.
    ("ال", [Reading("ال")]), ("وب", [Reading("وب")]), ("الف", [Reading("الف")]), ("له", [Reading("له")]),
    ("لها", [Reading("لها"), Reading("ها", .lam)]),
    ("كما", [Reading("كما"), Reading("ما", .kaf)]),
    // Only the outermost conjunction is one: «ووفد», "and a delegation", keeps its second waw.
    ("ووفد", [Reading("ووفد"), Reading("وفد", .conjunction)]),
    // «بلدة», "town": ب is not followed by a second preposition.
    ("بلدة", [Reading("بلده"), Reading("بلد", .pronoun), Reading("لده", .beh)]),
  ])
  func readings(word: String, expected: [Reading]) throws {
    let found = try readings(word)
    #expect(Set(found) == Set(expected))
    #expect(found.count == expected.count, "a reading is given twice")
    #expect(found.first?.clitics == [], "the whole word comes first")
  }

  /// Behind a conjunction or a preposition the lam after a hamza is no article either: «وألغام», "and mines".
  @Test(arguments: [
    ("وألغام", [Reading("والغام"), Reading("الغام", .conjunction)]),
    ("بألغام", [Reading("بالغام"), Reading("الغام", .beh)]),
    ("وبألغام", [Reading("وبالغام"), Reading("بالغام", .conjunction), Reading("الغام", [.conjunction, .beh])]),
    ("الألغام", [Reading("الالغام"), Reading("الغام", .article)]),
    ("للألغام", [Reading("للالغام"), Reading("الغام", [.lam, .article]), Reading("لالغام", .lam)]),
    ("و\u{FE83}لغام", [Reading("والغام"), Reading("الغام", .conjunction)]),
    ("\u{FEF7}لغام", [Reading("لالغام"), Reading("الغام", .lam)]),
    ("وا\u{64E}\u{654}لغام", [Reading("والغام"), Reading("الغام", .conjunction)]),
    // The lam before this hamza is the article's.
    ("والأمن", [Reading("والامن"), Reading("الامن", .conjunction), Reading("امن", [.conjunction, .article])]),
  ])
  func aHamzaBehindWhatIsAttached(word: String, expected: [Reading]) throws {
    #expect(try readings(word) == expected)
  }

  /// «الله» is a name, not ال + له.
  @Test(arguments: [
    ("الله", [Reading("الله")]), ("والله", [Reading("والله"), Reading("الله", .conjunction)]),
    ("بالله", [Reading("بالله"), Reading("الله", .beh)]),
    ("فبالله", [Reading("فبالله"), Reading("بالله", so), Reading("الله", so.union(.beh))]),
    ("عبدالله", [Reading("عبدالله")]), ("\u{FDF2}", [Reading("الله")]),
  ])
  func theNameOfGodIsNotParted(word: String, expected: [Reading]) throws {
    #expect(try readings(word) == expected)
  }

  @Test(arguments: ["أ", "إ", "و", "ب", "ا"]) func aStemHasTwoLetters(word: String) throws {
    #expect(try readings(word).isEmpty)
  }

  @Test func frontsArePartedFromTheOutsideIn() throws {
    // Letters parted, in the order of the readings.
    func parted(_ word: String) throws -> [Int] {
      let all = readable(TokenizedText(word).letters).unicodeScalars.count
      return try readings(word).map { all - $0.stem.unicodeScalars.count }
    }
    for word in ["فبالقرب", "هجوماً", "عناصرها", "والهجوم"] {
      #expect(try parted(word) == parted(word).sorted(), "\(word)")
    }
    // «لل» is parted before «ل», and the endings of a front before the next front.
    #expect(
      try readings("وللتنظيم") == [
        Reading("وللتنظيم"), Reading("للتنظيم", .conjunction), Reading("تنظيم", [.conjunction, .lam, .article]),
        Reading("لتنظيم", [.conjunction, .lam]),
      ])
    #expect(
      try readings("وعناصرها") == [
        Reading("وعناصرها"), Reading("وعناصره", .accusative), Reading("وعناصر", .pronoun),
        Reading("عناصرها", .conjunction), Reading("عناصره", [.conjunction, .accusative]),
        Reading("عناصر", [.conjunction, .pronoun]),
      ])
  }

  /// What stands before a stem with these clitics, in every spelling; nil when there is no such combination.
  private func spellings(before clitics: Clitics) -> [String]? {
    var conjunction = ""
    if clitics.contains(.conjunction) { conjunction = clitics.contains(.consequence) ? "ف" : "و" }
    if !clitics.contains(.conjunction), clitics.contains(.consequence) { return nil }
    var preposition = ""
    for (clitic, letter) in [(Clitics.beh, "ب"), (.lam, "ل"), (.kaf, "ك")] where clitics.contains(clitic) {
      guard preposition.isEmpty else { return nil }
      preposition = letter
    }
    guard clitics.contains(.article) else { return [conjunction + preposition] }
    return clitics.contains(.lam) ? [conjunction + "لل", conjunction + "لال"] : [conjunction + preposition + "ال"]
  }

  private func spellings(after clitics: Clitics) -> [String] {
    if clitics.contains(.pronoun) { return ["ه", "ها", "هم"] }
    return clitics.contains(.accusative) ? ["ا"] : [""]
  }

  /// Whatever the word: each reading put together again is the word, none is given twice, a stem has two letters.
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func readingsPutTogetherAreTheWord(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let alphabet = ["ا", "ل", "ل", "ب", "و", "ف", "ك", "ه", "م", "ت", "س"]
    for _ in 0..<2000 {
      let length = Int.random(in: 2...9, using: &random)
      let word = (0..<length).map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
      let found = try readings(word)
      var faults: [String] = []
      if Set(found).count != found.count { faults.append("twice") }
      if found.count > 24 { faults.append("\(found.count) readings") }
      for reading in found {
        if reading.stem.unicodeScalars.count < 2 { faults.append("short stem") }
        let before = spellings(before: reading.clitics) ?? []
        let whole = before.flatMap { head in spellings(after: reading.clitics).map { head + reading.stem + $0 } }
        if !whole.contains(word) { faults.append("\(reading)") }
      }
      #expect(faults.isEmpty, "seed \(seed): \(word)")
    }
  }
}

extension [CliticsTests.Reading] {
  /// The readings, and for each stem in ه of four letters and more the one without it as a pronoun: ة and ه are one letter.
  fileprivate func withPronouns() -> [CliticsTests.Reading] {
    flatMap { reading -> [CliticsTests.Reading] in
      let letters = reading.stem.unicodeScalars
      guard letters.count >= 4, letters.last == "ه" else { return [reading] }
      return [
        reading,
        CliticsTests.Reading(String(String.UnicodeScalarView(letters.dropLast())), reading.clitics.union(.pronoun)),
      ]
    }
  }
}
