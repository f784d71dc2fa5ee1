import ArabicText
import Testing

struct TokenizerTests {
  /// Texts with their tokens as folded text.
  @Test(arguments: [
    ("", []),
    (" \u{200F}\t ", []),
    ("قُتل 3 جنود", ["قتل", "3", "جنود"]),
    // A conjunction written to a number, an article written to a number.
    ("و3 جنود", ["و", "3", "جنود"]), ("الـ24 ساعة", ["ال", "24", "ساعه"]), ("الـ٢٤", ["ال", "24"]),
    ("1445هـ", ["1445", "ه"]),
    ("3جنود", ["3", "جنود"]), ("F16", ["f", "16"]),
    ("1,200", ["1", ",", "200"]), ("٣٫٥", ["3", "٫", "5"]), ("2024/12/08", ["2024", "/", "12", "/", "08"]),
    ("1\u{200F}2", ["12"]),
    // Spaces of all widths.
    ("دير\u{A0}الزور", ["دير", "الزور"]), ("دير\tالزور", ["دير", "الزور"]), ("دير\u{2003}الزور", ["دير", "الزور"]),
    ("دير\u{3000}الزور", ["دير", "الزور"]), ("دير\u{200B}الزور", ["دير", "الزور"]),
    ("دير\u{85}الزور", ["دير", "الزور"]),
    ("دير\u{202F}الزور", ["دير", "الزور"]), ("دير\u{1680}الزور", ["دير", "الزور"]), ("1\u{200B}2", ["1", "2"]),
    // Joiners part nothing.
    ("می\u{200C}خواهم", ["ميخواهم"]), ("الـ\u{200D}رقة", ["الرقه"]),
    // Marks.
    ("«الدولة»، (داعش).", ["«", "الدوله", "»", "،", "(", "داعش", ")", "."]),
    ("قتل🔥🇸🇾عنصر", ["قتل", "🔥", "\u{1F1F8}", "\u{1F1FE}", "عنصر"]), ("أبو-كمال", ["ابو", "-", "كمال"]),
    // Sentence ends without a space stay two words.
    ("انتهى.وقال المصدر", ["انتهي", ".", "وقال", "المصدر"]), ("قتل.", ["قتل", "."]), ("انتهى.و", ["انتهي", ".", "و"]),
    ("و.قال", ["و", ".", "قال"]), ("U.S. Army", ["u", ".", "s", ".", "army"]), ("قتل...", ["قتل", ".", ".", "."]),
    ("*خبر عاجل*", ["*", "خبر", "عاجل", "*"]), ("قتل * جندي", ["قتل", "*", "جندي"]), ("5*3", ["5", "*", "3"]),
    ("رقم.5", ["رقم", ".", "5"]),
  ])
  func tokens(text: String, pieces: [String]) {
    #expect(TokenizedText(text).pieces == pieces)
  }

  /// Spellings that hide a word from a platform's filter are read as the word, and kept as they stand.
  @Test(arguments: [
    ("د.ا.ع.ش", "داعش"), ("قـ.ـتل", "قتل"), ("ki*lled", "killed"), ("ki*ll*ed", "killed"), ("قـ*ـتل", "قتل"),
    ("ق*تل", "قتل"),
    ("قـ_ـتل", "قتل"), ("قـ·ـتل", "قتل"), ("قـ•ـتل", "قتل"), ("قـ.تل", "قتل"), ("ق.ـتل", "قتل"),
    ("ا.ف.ب", "افب"), ("دـ.ـاـ.ـعـ.ـش", "داعش"),
  ])
  func evadingSpellings(written: String, folded: String) {
    let text = TokenizedText("قال \(written) هنا")
    #expect(text.pieces == ["قال", folded, "هنا"])
    #expect(text.originals == ["قال", written, "هنا"])
  }

  /// «يد.اهم», "raids", is one word with a dot in it; after a longer word a dot ends the sentence.
  @Test func aDotAfterTwoLetters() {
    #expect(TokenizedText("يد.اهم").pieces == ["يداهم"])
    #expect(TokenizedText("يد. اهم").pieces == ["يد", ".", "اهم"])
    #expect(TokenizedText("منه.وقال").pieces == ["منه", ".", "وقال"])
    #expect(TokenizedText("سمح له.وقال").pieces == ["سمح", "له", ".", "وقال"])
    #expect(TokenizedText("هو أو.هي").pieces == ["هو", "او", ".", "هي"])
  }

  @Test func dottedLettersBeforeTheEndOfASentence() {
    #expect(TokenizedText("عناصر د.ا.ع.ش.").pieces == ["عناصر", "داعش", "."])
    #expect(TokenizedText("عناصر د.ا.ع.ش. وقال").pieces == ["عناصر", "داعش", ".", "وقال"])
    #expect(TokenizedText("د.ا.ع.ش\nوقال").pieces == ["داعش", "⏎", "وقال"])
  }

  /// The letters in question may carry marks: the writer's keyboard leaves bidi controls, the reader sees none.
  @Test(arguments: [
    "د.ا.ع.ش\u{200F}", "د.ا.ع\u{64E}.ش", "د\u{200F}.ا.ع.ش", "د.ا.\u{200F}ع.ش", "د.ا.عَ.ش", "دَ.اَّ.ع.ش",
    "\u{FEA9}.\u{FE8D}.\u{FEC9}.\u{FEB5}",
  ])
  func dottedLettersWithMarks(written: String) {
    #expect(TokenizedText(written).pieces == ["داعش"])
    #expect(TokenizedText("قال \(written). وقال").pieces == ["قال", "داعش", ".", "وقال"])
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\u{2028}", "\u{2029}", "\n \t\n"])
  func lineEnds(end: String) {
    let text = TokenizedText("قتل\(end)جندي")
    #expect(text.pieces == ["قتل", "⏎", "جندي"])
    #expect(text.tokens.map(\.spaceBefore) == [false, false, true])
    #expect(text.originals[2] == "جندي")
    #expect(text.scalarRange(2..<3) == 3 + end.unicodeScalars.count..<7 + end.unicodeScalars.count)
  }

  @Test func spaceBefore() {
    let text = TokenizedText("قتل، 3 (و5) «من\u{A0}عناصره»\nقال")
    #expect(text.pieces == ["قتل", "،", "3", "(", "و", "5", ")", "«", "من", "عناصره", "»", "⏎", "قال"])
    #expect(
      text.tokens.map(\.spaceBefore) == [
        false, false, true, true, false, false, false, true, false, true, false, false, true,
      ])
  }

  /// Offsets of «قُتل 3 🔥عناصرَ» counted by hand: 8+1+1+1+4+14 bytes, 4+1+1+1+1+7 scalars.
  @Test func offsetsByHand() {
    let text = TokenizedText("قُتل 3 🔥عناصرَ")
    #expect(text.pieces == ["قتل", "3", "🔥", "عناصر"])
    #expect(text.tokens.map(\.start) == [0, 9, 11, 15])
    #expect(text.tokens.map(\.end) == [8, 10, 15, 27])
    #expect(text.tokens.map(\.scalarStart) == [0, 5, 7, 8])
    #expect(text.tokens.map(\.scalarEnd) == [4, 6, 8, 14])
    #expect(text.tokens.map(\.foldedStart) == [0, 3, 4, 4])
    #expect(text.tokens.map(\.foldedEnd) == [3, 4, 4, 9])
    #expect(text.original(0..<2) == "قُتل 3")
    #expect(text.scalarRange(1..<4) == 5..<14)
    #expect(text.original(2..<2) == "")
    #expect(text.scalarRange(0..<0) == 0..<0)
    #expect(text.original(3..<9) == "")
  }

  @Test(arguments: [
    ("ألف", true), ("إدلب", true), ("آلاف", true), ("الف", false), ("ٱلرقة", false), ("وألف", false), ("3", false),
    ("", false),
  ])
  func startsWithHamza(written: String, expected: Bool) {
    #expect((TokenizedText(written).tokens.first?.startsWithHamza ?? false) == expected)
  }

  /// Which letter is the first alef with a hamza, as folded letters count: marks do not, a lam-alef is two.
  @Test(
    arguments: [
      ("وألف", 1), ("وَأَلف", 1), ("وبألف", 2), ("\u{FEF7}لغام", 1), ("و\u{FEFB}\u{FE83}", 3), ("أأ", 0), ("واغأ", 3),
      ("وسؤال", nil), ("استقبال أ", nil), ("استقبأ", nil), ("\u{FEFB}", nil), ("ب\u{654}", nil),
    ] as [(String, UInt8?)])
  func hamza(written: String, expected: UInt8?) {
    #expect(TokenizedText(written).tokens.first?.hamza == expected)
  }

  @Test(arguments: ["\u{FE83}لغام", "\u{0627}\u{0654}لغام", "\u{FE87}لغاء"])
  func startsWithHamzaInOtherSpellings(written: String) {
    #expect(TokenizedText(written).tokens.first?.startsWithHamza == true)
  }
}
