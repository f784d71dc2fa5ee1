import ArabicText
import Foundation
import Testing

struct PresentationFormsTests {
  /// The folded letters of a form's compatibility decomposition, as Foundation gives it, without what is dropped.
  private func expected(_ scalar: Unicode.Scalar) -> [UInt8] {
    String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars
      .map { LetterCode.fold($0.value) }
      .filter { $0 != LetterCode.dropped && $0 != LetterCode.breakCode }
  }

  /// All forms of Arabic Presentation Forms-B: the shapes of the 28 letters, of the hamza forms and of lam-alef.
  @Test func formsB() {
    var count = 0
    for value in UInt32(0xFE70)...0xFEFC {
      guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory != .unassigned else { continue }
      count += 1
      // The tail fragment is a piece of a letter and has no decomposition.
      if value == 0xFE73 { continue }
      #expect(
        readable(PresentationForms.letters(of: value)) == readable(expected(scalar)), "U+\(String(value, radix: 16))")
    }
    #expect(count == 140)
  }

  /// A form of Forms-A may be foreign; when it is read as a letter, it is the letter of its decomposition.
  @Test func formsANeverHaveAWrongLetter() {
    var read = 0
    for value in UInt32(0xFB50)...0xFDFF {
      let letters = PresentationForms.letters(of: value)
      guard letters != [LetterCode.foreign], let scalar = Unicode.Scalar(value) else { continue }
      // Letters that fold to nothing themselves have no fold to compare with.
      let want = expected(scalar)
      if want.contains(LetterCode.foreign) { continue }
      read += 1
      #expect(readable(letters) == readable(want), "U+\(String(value, radix: 16))")
    }
    #expect(read > 30)
  }

  /// A shape folds as its letter does: what is read in its plain spelling is read in its shapes too.
  @Test func formsAFoldAsTheirLetters() {
    var missing: [String] = []
    for value in UInt32(0xFB50)...0xFBFF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory == .otherLetter else { continue }
      let letters = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars.map(\.value)
      guard letters.count == 1, let letter = letters.first, LetterCode.isArabic(LetterCode.fold(letter)) else {
        continue
      }
      if PresentationForms.letters(of: value) != [LetterCode.fold(letter)] { missing.append(String(value, radix: 16)) }
    }
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test(arguments: [
    ("\u{FE97}\u{FEE8}\u{FEC8}\u{FEF4}\u{FEE2}", "تنظيم"),  // shapes of one word, all joined
    ("\u{FEFB}", "لا"), ("\u{FEFC}", "لا"), ("\u{FEF5}", "لا"), ("\u{FEF7}", "لا"), ("\u{FEF9}", "لا"),
    ("\u{FE8D}\u{FEF9}\u{FEB3}\u{FEFC}\u{FEE1}", "الاسلام"), ("عن\u{FE8E}صر", "عناصر"), ("\u{FDF2}", "الله"),
    ("شهد\u{FE8D}\u{FE80}", "شهدا"), ("قت\u{FE7C}ل", "قتل"),
  ])
  func wordsInShapes(written: String, folded: String) {
    let text = TokenizedText(written)
    #expect(text.pieces == [folded])
    #expect(text.originals == [written])
  }

  @Test func aShapeOfAMarkIsNoWord() {
    // A lone fathatan (U+FE70) or hamza (U+FE80) has no letters, as the lone plain hamza has none.
    #expect(TokenizedText("قتل \u{0621} جندي").pieces == ["قتل", "جندي"])
    #expect(TokenizedText("قتل \u{FE80} جندي").pieces == ["قتل", "جندي"])
    #expect(TokenizedText("\u{FE70}").tokens.isEmpty)
  }
}
