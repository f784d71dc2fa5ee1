import ArabicText
import RandomSources
import Testing

struct PhraseIndexTests {
  /// A match as it reads.
  struct Found: Hashable {
    var words: String
    var payloads: [Int32]
    var clitics: Clitics

    init(_ words: String, _ payloads: [Int32], _ clitics: Clitics = []) {
      self.words = words
      self.payloads = payloads
      self.clitics = clitics
    }
  }

  private func index(_ phrases: [String]) -> PhraseIndex {
    var index = PhraseIndex()
    for (payload, phrase) in phrases.enumerated() { index.insert(phrase, payload: Int32(payload)) }
    return index
  }

  private func matches(of phrases: [String], in string: String, at token: Int = 0) -> [Found] {
    let text = TokenizedText(string)
    var found: [Found] = []
    index(phrases).forEachMatch(in: text, at: token) { match in
      found.append(Found(text.original(match.tokens), Array(match.payloads), match.clitics))
    }
    return found
  }

  /// All matches that begin at a token are reported, so that the caller can take the longest.
  @Test func allLengthsAreReported() {
    let phrases = ["تنظيم", "تنظيم الدولة", "تنظيم الدولة الإسلامية", "الدولة"]
    #expect(
      matches(of: phrases, in: "تنظيم الدولة الإسلامية في سوريا") == [
        Found("تنظيم", [0]), Found("تنظيم الدولة", [1]), Found("تنظيم الدولة الإسلامية", [2]),
      ])
    #expect(matches(of: phrases, in: "تنظيم الدولة الإسلامية في سوريا", at: 1) == [Found("الدولة", [3], .article)])
    #expect(matches(of: phrases, in: "تنظيم الدولة الإسلامية في سوريا", at: 3).isEmpty)
  }

  /// What is attached to the first word is reported.
  @Test(
    arguments: [
      ("ودير الزور", Clitics.conjunction), ("بدير الزور", .beh), ("لدير الزور", .lam), ("كدير الزور", .kaf),
      ("دَيْر الزّور", []),
      ("وبدير الزور", [.conjunction, .beh]), ("فدير الزور", [.conjunction, .consequence]), ("الدير الزور", .article),
      ("للدير زور", [.lam, .article]), ("ديراً الزور", .accusative),
    ] as [(String, Clitics)])
  func cliticsOfTheFirstWord(string: String, clitics: Clitics) {
    #expect(matches(of: ["دير الزور"], in: string) == [Found(string, [0], clitics)])
  }

  @Test(
    arguments: [
      // The article on either side, in any word.
      ("البادية السورية", "البادية السورية", Clitics.article), ("البادية السورية", "بادية سورية", []),
      ("البادية السورية", "بالبادية سورية", [.beh, .article]), ("بادية سوريا", "البادية السوريا", .article),
      // Accusative endings.
      ("هجوم مسلح", "هجوماً مسلحاً", .accusative), ("هجوم مسلح", "الهجوم المسلح", .article),
      ("هجوم مسلح", "هجوم مسلحاً", []),
      // Numbers of any script, single letters.
      ("الفرقة 17", "الفرقة ١٧", .article), ("T4", "T4", []), ("T 4", "t۴", []), ("4 حزيران", "٤ حزيران", []),
      ("اللواء 93", "لواء 93", []),
      // A thousand is no ال + ف; mines are no ال + غام.
      ("ألغام أرضية", "ألغامٌ أرضيّة", []),
    ] as [(String, String, Clitics)])
  func differencesThatDoNotMatter(phrase: String, string: String, clitics: Clitics) {
    let found = matches(of: [phrase], in: string)
    #expect(found.count == 1)
    #expect(found.first?.payloads == [0])
    #expect(found.first?.clitics == clitics)
    #expect(found.first?.words.unicodeScalars.last == string.unicodeScalars.last)
  }

  @Test(arguments: [
    ("غام", "ألغام"), ("غام", "وألغام"), ("غام", "بألغام"), ("هجوم مسلح", "هجوم مسلحة"), ("هجوم مسلح", "هجوم ومسلح"),
    ("دير الزور", "دير"),
    ("دير الزور", "دير حافر"),
    ("دير الزور", "دير، الزور"), ("دير الزور", "دير\nالزور"), ("دير الزور", "دير. الزور"),
    ("دير الزور", "دير «\"-الزور"),
    ("الفرقة 17", "الفرقة 18"), ("حمص", "الحمصي"), ("دير الزور", "الزور"),
  ])
  func differencesThatMatter(phrase: String, string: String) {
    #expect(matches(of: [phrase], in: string).isEmpty)
  }

  /// Quotation marks and dashes inside a name do not part it.
  @Test(arguments: [
    "تنظيم \"الدولة الإسلامية", "تنظيم «الدولة الإسلامية", "تنظيم “الدولة” الإسلامية", "تنظيم - الدولة الإسلامية",
    "تنظيم-الدولة-الإسلامية",
    "تنظيم «\"الدولة\"» الإسلامية", "تنظيم 'الدولة' ’الإسلامية",
  ])
  func quotationMarksInsideAName(string: String) {
    #expect(matches(of: ["تنظيم الدولة الإسلامية"], in: string) == [Found(string, [0])])
  }

  @Test func closingMarksAreNotPartOfTheMatch() {
    let found = matches(of: ["تنظيم الدولة"], in: "وتنظيم \"الدولة\" في")
    #expect(found == [Found("وتنظيم \"الدولة", [0], .conjunction)])
  }

  @Test func rowsWithTheSameWordsAreAllReported() {
    let phrases = ["تدمر", "تَدمُر", "التدمر", "تدمير"]
    #expect(matches(of: phrases, in: "تدمر") == [Found("تدمر", [0, 1, 2])])
  }

  @Test func aSingleLetterIsFoundOnce() {
    #expect(matches(of: ["ب"], in: "ب") == [Found("ب", [0])])
    #expect(matches(of: ["أ"], in: "أ") == [Found("أ", [0])])
  }

  @Test func phrasesWithoutWordsAreRefused() {
    var index = PhraseIndex()
    for phrase in ["", " ", "،", "«»", "\n", "\u{200F}"] {
      let isTaken = index.insert(phrase, payload: 1)
      #expect(!isTaken, "\(phrase.debugDescription)")
    }
    let isTaken = index.insert("3", payload: 1)
    #expect(isTaken)
  }

  @Test func marksAndLineBreaksBeginNothing() {
    #expect(matches(of: ["دير"], in: "«دير", at: 0).isEmpty)
    #expect(matches(of: ["دير"], in: "\nدير", at: 0).isEmpty)
    #expect(matches(of: ["دير"], in: "«دير", at: 1) == [Found("دير", [0])])
  }

  /// When both spellings of a word go on, both ways are walked.
  @Test func aWordInAlefThatIsAWordOfItsOwn() {
    // «زوبا» is a word of the first phrase, so «زوباً» of the second must still be tried.
    #expect(
      matches(of: ["تل زوبا", "تل زوب الكبير"], in: "تل زوباً الكبير") == [
        Found("تل زوباً", [0]), Found("تل زوباً الكبير", [1]),
      ])
  }

  /// «حزب الله» is a name, «حزب له» is "a party of his".
  @Test func anArticleIsNotPartedFromAWordThatIsOne() {
    #expect(matches(of: ["حزب الله"], in: "حزب له").isEmpty)
    #expect(matches(of: ["له"], in: "الله").isEmpty)
    #expect(matches(of: ["حزب الله"], in: "وحزب الله") == [Found("وحزب الله", [0], .conjunction)])
  }

  /// Phrases of random words are found wherever they stand, with exactly their payload.
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func everyPhraseIsFound(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    // None of these letters is a clitic or an ending, so that a phrase has one reading.
    let alphabet = ["س", "ح", "د", "ر", "ط", "ق", "ن", "ج"]
    func word() -> String {
      (0..<Int.random(in: 2...5, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
    }
    var phrases: Set<String> = []
    while phrases.count < 400 {
      phrases.insert((0..<Int.random(in: 1...4, using: &random)).map { _ in word() }.joined(separator: " "))
    }
    let sorted = phrases.sorted()
    let index = index(sorted)
    for (payload, phrase) in sorted.enumerated() {
      let text = TokenizedText("«\(phrase)»، صص")
      var longest: PhraseIndex.Match?
      index.forEachMatch(in: text, at: 1) { match in
        if match.tokens.count > longest?.tokens.count ?? 0 { longest = match }
      }
      #expect(longest.map { Array($0.payloads) } == [Int32(payload)], "seed \(seed): \(phrase)")
      #expect(longest.map { text.original($0.tokens) } == phrase, "seed \(seed)")
    }
  }
}
