import Testing

/// The writer of numbers against phrases typed by hand from the rules of grammar, before it was first run.
struct WrittenNumberTests {
  struct Phrase: CustomTestStringConvertible, Sendable {
    let number: Int
    let gender: WrittenNumber.Gender
    let grammaticalCase: WrittenNumber.Case
    let order: WrittenNumber.Order
    let spelling: WrittenNumber.Spelling
    let words: String

    init(
      _ number: Int, _ gender: WrittenNumber.Gender, _ grammaticalCase: WrittenNumber.Case, _ words: String,
      order: WrittenNumber.Order = .descending, spelling: WrittenNumber.Spelling = .hamza
    ) {
      self.number = number
      self.gender = gender
      self.grammaticalCase = grammaticalCase
      self.order = order
      self.spelling = spelling
      self.words = words
    }

    var testDescription: String { "\(number): \(words)" }
  }

  @Test(
    "a number's words are those of the grammar books",
    arguments: [
      Phrase(1, .masculine, .accusative, "واحدا"),
      Phrase(1, .feminine, .nominative, "واحدة"),
      Phrase(2, .masculine, .nominative, "اثنان"),
      Phrase(2, .feminine, .genitive, "اثنتين"),
      Phrase(3, .masculine, .nominative, "ثلاثة"),
      Phrase(3, .feminine, .accusative, "ثلاثا"),
      Phrase(8, .feminine, .genitive, "ثمان"),
      Phrase(8, .feminine, .accusative, "ثمانيا"),
      Phrase(10, .masculine, .genitive, "عشرة"),
      Phrase(10, .feminine, .nominative, "عشر"),
      Phrase(11, .masculine, .nominative, "أحد عشر"),
      Phrase(11, .feminine, .accusative, "إحدى عشرة"),
      Phrase(12, .masculine, .genitive, "اثني عشر"),
      Phrase(12, .feminine, .nominative, "اثنتا عشرة"),
      Phrase(13, .masculine, .accusative, "ثلاثة عشر"),
      Phrase(15, .feminine, .genitive, "خمس عشرة"),
      Phrase(18, .feminine, .nominative, "ثماني عشرة"),
      Phrase(20, .masculine, .accusative, "عشرين"),
      Phrase(21, .feminine, .nominative, "إحدى وعشرون"),
      Phrase(22, .masculine, .nominative, "اثنان وعشرون"),
      Phrase(31, .masculine, .accusative, "واحدا وثلاثين"),
      Phrase(88, .feminine, .nominative, "ثمان وثمانون"),
      Phrase(97, .feminine, .accusative, "سبعا وتسعين"),
    ])
  func underHundred(phrase: Phrase) {
    check(phrase)
  }

  @Test(
    "hundreds, thousands and millions, and their spellings",
    arguments: [
      Phrase(100, .masculine, .nominative, "مائة", spelling: .old),
      Phrase(200, .masculine, .nominative, "مئتان"),
      Phrase(200, .feminine, .genitive, "مئتين"),
      Phrase(300, .masculine, .nominative, "ثلاث مئة", spelling: .spaced),
      Phrase(800, .masculine, .nominative, "ثمانمئة"),
      Phrase(800, .masculine, .nominative, "ثماني مئة", spelling: .spaced),
      Phrase(111, .feminine, .nominative, "مئة وإحدى عشرة"),
      Phrase(515, .masculine, .accusative, "خمسمائة وخمسة عشر", spelling: .old),
      Phrase(612, .masculine, .accusative, "ستمئة واثني عشر"),
      Phrase(1000, .masculine, .accusative, "ألفا"),
      Phrase(1223, .masculine, .nominative, "ألف ومئتان وثلاثة وعشرون"),
      Phrase(2011, .masculine, .genitive, "ألفين وأحد عشر"),
      Phrase(7452, .feminine, .accusative, "سبعة آلاف وأربعمئة واثنتين وخمسين"),
      Phrase(10_000, .feminine, .nominative, "عشرة آلاف"),
      Phrase(12_500, .masculine, .nominative, "اثنا عشر ألفا وخمسمئة"),
      Phrase(45_000, .masculine, .accusative, "خمسة وأربعين ألفا"),
      Phrase(100_000, .masculine, .nominative, "مئة ألف"),
      Phrase(101_000, .masculine, .accusative, "مئة ألف وألفا"),
      Phrase(200_000, .masculine, .nominative, "مئتا ألف"),
      Phrase(200_000, .masculine, .genitive, "مئتي ألف"),
      Phrase(125_000, .feminine, .genitive, "مئة وخمسة وعشرين ألفا"),
      Phrase(306_040, .masculine, .nominative, "ثلاثمئة وستة آلاف وأربعون"),
      Phrase(1_000_000, .masculine, .accusative, "مليونا"),
      Phrase(2_300_000, .masculine, .nominative, "مليونان وثلاثمئة ألف"),
      Phrase(5_600_001, .feminine, .genitive, "خمسة ملايين وستمئة ألف وواحدة"),
    ])
  func largeRanks(phrase: Phrase) {
    check(phrase)
  }

  @Test(
    "upwards, from the small rank to the large",
    arguments: [
      Phrase(112, .feminine, .nominative, "اثنتا عشرة ومئة", order: .ascending),
      Phrase(1223, .masculine, .nominative, "ثلاثة وعشرون ومئتان وألف", order: .ascending),
      Phrase(2011, .masculine, .genitive, "أحد عشر وألفين", order: .ascending),
      Phrase(1987, .feminine, .genitive, "سبع وثمانين وتسعمئة وألف", order: .ascending),
      Phrase(124_000, .masculine, .nominative, "أربعة وعشرون ألفا ومئة ألف", order: .ascending),
      Phrase(3_001_200, .masculine, .accusative, "مئتين وألفا وثلاثة ملايين", order: .ascending),
    ])
  func upwards(phrase: Phrase) {
    check(phrase)
  }

  @Test("no two numbers share their words, but for those that are called ambiguous")
  func distinct() {
    // Every number under 2 000, and the neighbourhoods of the round numbers above.
    var numbers = Set(1...1999)
    for thousands in Array(2...125) + [199, 200, 201, 203, 300, 999] {
      for rest in [0, 1, 2, 3, 10, 11, 20, 23, 25, 99, 100, 103, 125, 200, 203, 300, 999] {
        for millions in 0...3 { numbers.insert(millions * 1_000_000 + thousands * 1000 + rest) }
      }
    }
    for gender in WrittenNumber.Gender.allCases {
      for grammaticalCase in WrittenNumber.Case.allCases {
        var written: [String: Int] = [:]
        for number in numbers {
          let words = WrittenNumber.words(number, gender: gender, case: grammaticalCase, order: .descending)
          #expect(written.updateValue(number, forKey: words) == nil, "\(words)")
        }
        for number in numbers where !WrittenNumber.isAmbiguous(number, order: .ascending) {
          let words = WrittenNumber.words(number, gender: gender, case: grammaticalCase, order: .ascending)
          let other = written.updateValue(number, forKey: words)
          #expect(other == nil || other == number, "\(words)")
        }
      }
    }
  }

  @Test("a number whose words upwards are another's downwards is called ambiguous")
  func ambiguous() {
    func words(_ n: Int, _ order: WrittenNumber.Order) -> String {
      WrittenNumber.words(n, gender: .masculine, case: .nominative, order: order)
    }
    for (upwards, downwards) in [(20_003, 23_000), (3200, 203_000), (25_100, 125_000)] {
      #expect(words(upwards, .ascending) == words(downwards, .descending))
      #expect(WrittenNumber.isAmbiguous(upwards, order: .ascending))
      #expect(!WrittenNumber.isAmbiguous(downwards, order: .descending))
    }
    #expect(!WrittenNumber.isAmbiguous(1223, order: .ascending))
  }

  @Test("a number outside the range has no words", arguments: [-1, 0, 10_000_000])
  func outside(number: Int) {
    #expect(WrittenNumber.words(number, gender: .masculine, case: .nominative, order: .descending).isEmpty)
  }

  private func check(_ phrase: Phrase) {
    let words = WrittenNumber.words(
      phrase.number, gender: phrase.gender, case: phrase.grammaticalCase, order: phrase.order,
      spelling: phrase.spelling)
    #expect(words == phrase.words)
  }
}
