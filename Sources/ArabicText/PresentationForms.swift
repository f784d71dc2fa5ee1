/// The letters behind the Arabic presentation forms (U+FB50 … U+FDFF, U+FE70 … U+FEFC) that old word processors and PDFs leave in text.
///
/// They are taken from the compatibility decompositions of the Unicode character database.
package enum PresentationForms {
  /// True when the scalar is a presentation form.
  @inline(__always)
  package static func contains(_ scalar: UInt32) -> Bool {
    (0xFB50...0xFDFF).contains(scalar) || (0xFE70...0xFEFC).contains(scalar)
  }

  /// The folded letters of a presentation form, one or several (a lam-alef gives two); empty for a lone mark.
  package static func letters(of scalar: UInt32) -> [UInt8] {
    if scalar >= 0xFE70 { return formsB(scalar) }
    if scalar == 0xFDF2 {  // «الله»
      return [LetterCode.alef, LetterCode.lam, LetterCode.lam, LetterCode.heh]
    }
    return formsA(scalar)
  }

  // U+FE70 … U+FEFC: each letter has two or four shapes in a row, in alphabetical order.
  private static func formsB(_ scalar: UInt32) -> [UInt8] {
    guard scalar >= 0xFE80 else { return [] }
    if scalar >= 0xFEF5 { return [LetterCode.lam, LetterCode.alef] }
    let runs: [(first: UInt32, letter: UInt32)] = [
      (0xFE80, 0x0621), (0xFE81, 0x0622), (0xFE83, 0x0623), (0xFE85, 0x0624), (0xFE87, 0x0625), (0xFE89, 0x0626),
      (0xFE8D, 0x0627), (0xFE8F, 0x0628), (0xFE93, 0x0629), (0xFE95, 0x062A), (0xFE99, 0x062B), (0xFE9D, 0x062C),
      (0xFEA1, 0x062D), (0xFEA5, 0x062E), (0xFEA9, 0x062F), (0xFEAB, 0x0630), (0xFEAD, 0x0631), (0xFEAF, 0x0632),
      (0xFEB1, 0x0633), (0xFEB5, 0x0634), (0xFEB9, 0x0635), (0xFEBD, 0x0636), (0xFEC1, 0x0637), (0xFEC5, 0x0638),
      (0xFEC9, 0x0639), (0xFECD, 0x063A), (0xFED1, 0x0641), (0xFED5, 0x0642), (0xFED9, 0x0643), (0xFEDD, 0x0644),
      (0xFEE1, 0x0645), (0xFEE5, 0x0646), (0xFEE9, 0x0647), (0xFEED, 0x0648), (0xFEEF, 0x0649), (0xFEF1, 0x064A),
    ]
    guard let run = runs.last(where: { $0.first <= scalar }) else { return [] }
    let code = LetterCode.fold(run.letter)
    return code == LetterCode.dropped ? [] : [code]
  }

  // U+FB50 … U+FBFF hold single letters of Persian, Urdu and Kurdish; the two- and three-letter ligatures of U+FC00 … U+FDFF
  // do not occur in news and count as letters of another script, but for the few below.
  private static func formsA(_ scalar: UInt32) -> [UInt8] {
    switch scalar {
    case 0xFB50, 0xFB51: [LetterCode.alef]
    case 0xFB56...0xFB59: [LetterCode.beh]
    case 0xFB6A...0xFB6D: [LetterCode.feh]
    case 0xFB7A...0xFB7D: [LetterCode.code(arabic: 0x062C)]
    case 0xFB8A, 0xFB8B: [LetterCode.code(arabic: 0x0632)]
    case 0xFB8E...0xFB95: [LetterCode.kaf]
    case 0xFBA4...0xFBAD: [LetterCode.heh]
    case 0xFBD7...0xFBDF: [LetterCode.waw]
    case 0xFBE4...0xFBE7, 0xFBFC...0xFBFF: [LetterCode.yeh]
    default: [LetterCode.foreign]
    }
  }
}
