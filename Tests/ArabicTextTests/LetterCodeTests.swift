import ArabicText
import Foundation
import Testing

struct LetterCodeTests {
  /// Pairs of spellings of one word: as written, and its folded letters.
  @Test(arguments: [
    ("أحمد", "احمد"), ("إدلب", "ادلب"), ("آلية", "اليه"), ("ٱلرقة", "الرقه"),  // hamza and wasla on alef
    ("مؤسسة", "موسسه"), ("قائد", "قايد"), ("هيئة", "هييه"),  // hamza on waw and yeh
    ("شهداء", "شهدا"), ("جزء", "جز"),  // lone hamza
    ("البادية", "الباديه"), ("مقتله", "مقتله"),  // teh marbuta is heh
    ("مستشفى", "مستشفي"), ("على", "علي"),  // alef maqsura is yeh
    ("سوری", "سوري"), ("کوباني", "كوباني"), ("ﺳوريے", "سوريي"),  // Farsi yeh and kaf, yeh barree
    ("مرگدة", "مركده"), ("پ", "ب"), ("چ", "ج"), ("ژ", "ز"), ("ڤ", "ف"), ("ڕ", "ر"), ("ڵ", "ل"),  // Persian, Kurdish
    ("ۆ", "و"), ("ێ", "ي"), ("ە", "ه"), ("ھ", "ه"),
  ])
  func lettersThatReadersDoNotTellApart(written: String, folded: String) {
    #expect(TokenizedText(written).pieces == [folded])
  }

  /// Marks that readers do not see or do not read.
  @Test(arguments: [
    "قُتِلَ", "قَتَّلٌ", "قتلً", "قتلٍ", "قْتل", "قتـل", "قـــتـــل", "قٰتل",
    "\u{200E}قتل", "\u{200F}قتل", "ق\u{200F}تل", "\u{202B}قتل\u{202C}", "\u{2067}قتل\u{2069}", "\u{061C}قتل",
    "قت\u{200C}ل", "قت\u{200D}ل", "قت\u{2060}ل", "\u{FEFF}قتل", "قتل\u{FE0F}", "ق\u{0653}تل",
    "ق\u{06D6}تل",
    "ق\u{08F0}تل", "ق\u{0610}تل", "ق\u{AD}تل",
  ])
  func marksAreDropped(written: String) {
    #expect(TokenizedText(written).pieces == ["قتل"])
  }

  @Test(arguments: [("0123456789", 0x30), ("٠١٢٣٤٥٦٧٨٩", 0x660), ("۰۱۲۳۴۵۶۷۸۹", 0x6F0)])
  func digitsOfThreeScripts(written: String, first: UInt32) {
    // The literal is what it says: ten digits in order of value.
    #expect(written.unicodeScalars.map(\.value) == (0..<10).map { first + $0 })
    let text = TokenizedText(written)
    #expect(text.pieces == ["0123456789"])
    #expect(text.tokens.map(\.kind) == [.number])
  }

  @Test func fullwidthDigitsAndLetters() {
    let text = TokenizedText("２０１９Ｔａｄｍｕｒ Ｔ４")
    #expect(text.pieces == ["2019", "tadmur", "t", "4"])
    #expect(text.tokens.map(\.kind) == [.number, .word, .word, .number])
  }

  @Test(arguments: [
    ("Tadmur", "tadmur"), ("Hawîja", "hawija"), ("Şırnak", "sirnak"), ("İdlib", "idlib"), ("Mârkadé", "markade"),
    ("Ḥamāh", "hamah"), ("aṣ-Ṣuwar", "as suwar"), ("Ḍumayr", "dumayr"), ("aṭ-Ṭabqa", "at tabqa"), ("Ẓāhir", "zahir"),
    ("Ḫābūr", "habur"), ("Çöl", "col"), ("Kobanê", "kobane"), ("e\u{301}te\u{301}", "ete"), ("łódź", "lodz"),
  ])
  func latinLetters(written: String, folded: String) {
    let words = TokenizedText(written).pieces.filter { $0 != "-" }
    #expect(words.joined(separator: " ") == folded)
  }

  /// Every accented letter of Latin-1 and Latin Extended-A has the base letter that its canonical decomposition names.
  @Test func latinLettersAgreeWithTheirDecompositions() {
    for value in UInt32(0xC0)..<0x180 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let base = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.map(\.value)
      guard let first = base.first, base.count > 1, first < 0x80 else { continue }
      let lower = first < 0x61 ? first + 0x20 : first
      #expect(UInt32(LetterCode.fold(value)) == lower, "U+\(String(value, radix: 16))")
    }
  }

  /// Beyond those two blocks a letter may be foreign, but it never has a wrong base.
  @Test func noLatinLetterHasAWrongBase() {
    for value in Array(UInt32(0x180)..<0x250) + Array(0x1E00..<0x1F00) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let code = LetterCode.fold(value)
      guard code != LetterCode.foreign else { continue }
      let first = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first?.value ?? 0
      #expect(UInt32(code) == (first < 0x61 ? first + 0x20 : first), "U+\(String(value, radix: 16))")
    }
  }

  @Test(arguments: [
    "،", "؛", "؟", "٪", "﴾", "﴿", "۔", "«", "»", "“", "”", "’", "—", "–", "…", "!", "(", "/", "٫", "×", "🔥", "→", "，",
    "（", "｝",
  ])
  func marksEndAWord(mark: String) throws {
    let scalar = try #require(mark.unicodeScalars.first)
    #expect(LetterCode.fold(scalar.value) == LetterCode.breakCode)
    #expect(TokenizedText("قتل\(mark)جندي").pieces == ["قتل", mark, "جندي"])
  }

  /// Only what a reader does not see or does not read is dropped: marks, controls, tatweel, a lone hamza; no punctuation.
  @Test func whatIsDropped() {
    var strange: [String] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), LetterCode.fold(value) == LetterCode.dropped else { continue }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format, .modifierLetter, .unassigned: continue
      default: strange.append(String(value, radix: 16))
      }
    }
    // The lone hamza, and two signs of the Quran that stand between words.
    #expect(strange == ["621", "6de", "6e9"])
  }

  /// In the Arabic block no letter and no digit ends a word.
  @Test func whatEndsAnArabicWord() {
    for value in UInt32(0x0600)...0x06FF where LetterCode.fold(value) == LetterCode.breakCode {
      guard let scalar = Unicode.Scalar(value) else { continue }
      switch scalar.properties.generalCategory {
      case .otherLetter, .modifierLetter, .decimalNumber, .nonspacingMark:
        Issue.record("U+\(String(value, radix: 16)) ends a word")
      default: continue
      }
    }
  }

  /// A letter of another script stays in its word, so that the word matches nothing.
  @Test(arguments: ["Δ", "д", "א", "中", "æ", "ß", "ܐ"])
  func lettersOfOtherScripts(letter: String) {
    #expect(TokenizedText("قتل\(letter)").pieces == ["قتل\u{FFFD}"])
    #expect(TokenizedText(letter).tokens.map(\.kind) == [.word])
  }

  /// No scalar at all gives a code outside the alphabet that words are compared by.
  @Test func everyScalarHasAKnownCode() {
    var strange: [UInt32] = []
    for value in UInt32(0)...0x10FFFF where Unicode.Scalar(value) != nil {
      switch LetterCode.fold(value) {
      case 0x00, 0x01, 0xFE, 0x30...0x39, 0x61...0x7A, 0x80...0xA9: break
      default: strange.append(value)
      }
    }
    #expect(strange.isEmpty)
  }

  /// Folded letters are their own fold: hamza forms, teh marbuta, alef maqsura and tatweel never come out.
  @Test func foldingIsIdempotent() {
    for value in UInt32(0x0600)...0x06FF {
      let code = LetterCode.fold(value)
      guard LetterCode.isArabic(code) else { continue }
      #expect(LetterCode.fold(UInt32(code) - 0x80 + 0x0621) == code, "U+\(String(value, radix: 16))")
    }
  }
}
