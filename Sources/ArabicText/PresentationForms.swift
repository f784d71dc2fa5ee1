/// The letters behind the Arabic presentation forms (U+FB50 … U+FDFF, U+FE70 … U+FEFC) that old word processors and PDFs leave in text.
///
/// They are taken from the compatibility decompositions of the Unicode character database.
package enum PresentationForms {
  /// True when the scalar is a presentation form; the ornate parentheses among them are marks.
  @inline(__always)
  package static func contains(_ scalar: UInt32) -> Bool {
    (0xFB50...0xFDFF).contains(scalar) && scalar & ~1 != 0xFD3E || (0xFE70...0xFEFC).contains(scalar)
  }

  /// The folded letters of a presentation form, one or several (a lam-alef gives two); empty for a lone mark.
  package static func letters(of scalar: UInt32) -> [UInt8] {
    var letters: [UInt8] = []
    append(scalar, to: &letters)
    return letters
  }

  /// The first folded letter of a presentation form, ``LetterCode/dropped`` for a lone mark.
  static func first(of scalar: UInt32) -> UInt8 {
    if scalar >= 0xFE70 { return scalar > 0xFEFC ? LetterCode.foreign : formsB[Int(scalar - 0xFE70)] }
    return scalar == 0xFDF2 ? LetterCode.alef : formA(scalar)
  }

  /// Appends the folded letters of a presentation form; nothing for a lone mark.
  static func append(_ scalar: UInt32, to letters: inout [UInt8]) {
    let first = first(of: scalar)
    if first == LetterCode.dropped { return }
    letters.append(first)
    if scalar >= 0xFEF5 {
      letters.append(LetterCode.alef)
    } else if scalar == 0xFDF2 {  // «الله»
      letters.append(LetterCode.lam)
      letters.append(LetterCode.lam)
      letters.append(LetterCode.heh)
    }
  }

  /// Which of its letters is an alef with hamza or madda, from 0; nil for a form without one.
  static func hamzaAlef(in scalar: UInt32) -> Int? {
    switch scalar {
    case 0xFE81...0xFE84, 0xFE87, 0xFE88: 0
    case 0xFEF5...0xFEFA: 1  // lam-alef
    default: nil
    }
  }

  // The first letter of U+FE70 … U+FEFC, looked up in one step.
  private static let formsB: [UInt8] = makeFormsB()

  // Each letter has two or four shapes in a row, in alphabetical order; before U+FE80 there are marks only.
  private static func makeFormsB() -> [UInt8] {
    let runs: [(first: UInt32, letter: UInt32)] = [
      (0xFE80, 0x0621), (0xFE81, 0x0622), (0xFE83, 0x0623), (0xFE85, 0x0624), (0xFE87, 0x0625), (0xFE89, 0x0626),
      (0xFE8D, 0x0627), (0xFE8F, 0x0628), (0xFE93, 0x0629), (0xFE95, 0x062A), (0xFE99, 0x062B), (0xFE9D, 0x062C),
      (0xFEA1, 0x062D), (0xFEA5, 0x062E), (0xFEA9, 0x062F), (0xFEAB, 0x0630), (0xFEAD, 0x0631), (0xFEAF, 0x0632),
      (0xFEB1, 0x0633), (0xFEB5, 0x0634), (0xFEB9, 0x0635), (0xFEBD, 0x0636), (0xFEC1, 0x0637), (0xFEC5, 0x0638),
      (0xFEC9, 0x0639), (0xFECD, 0x063A), (0xFED1, 0x0641), (0xFED5, 0x0642), (0xFED9, 0x0643), (0xFEDD, 0x0644),
      (0xFEE1, 0x0645), (0xFEE5, 0x0646), (0xFEE9, 0x0647), (0xFEED, 0x0648), (0xFEEF, 0x0649), (0xFEF1, 0x064A),
      (0xFEF5, 0x0644),
    ]
    return (UInt32(0xFE70)...0xFEFC).map { scalar in
      guard let run = runs.last(where: { $0.first <= scalar }) else { return LetterCode.dropped }
      return LetterCode.fold(run.letter)
    }
  }

  // U+FB50 … U+FBFF hold single letters of Persian, Urdu and Kurdish; the two- and three-letter ligatures of U+FC00 … U+FDFF
  // do not occur in news and count as letters of another script, but for «الله».
  private static func formA(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0xFB50, 0xFB51: LetterCode.alef
    case 0xFB56...0xFB59: LetterCode.beh
    case 0xFB6A...0xFB6D: LetterCode.feh
    case 0xFB7A...0xFB7D: LetterCode.code(arabic: 0x062C)
    case 0xFB8A, 0xFB8B: LetterCode.code(arabic: 0x0632)
    case 0xFB8E...0xFB95, 0xFBD3...0xFBD6: LetterCode.kaf
    case 0xFBA4...0xFBAD: LetterCode.heh
    case 0xFBD7...0xFBDF: LetterCode.waw
    case 0xFBAE, 0xFBAF, 0xFBE4...0xFBE9, 0xFBFC...0xFBFF: LetterCode.yeh
    default: LetterCode.foreign
    }
  }
}
