/// One folded letter in one byte, so that words compare, hash and walk as plain bytes.
///
/// Arabic letters keep their order: U+0621 … U+064A become 0x80 … 0xA9. ASCII letters (lower case) and digits are themselves.
/// Everything that a reader of Arabic news does not tell apart is folded once, here, and nowhere else.
package enum LetterCode {
  /// A scalar that is no letter or digit: it ends a word.
  package static let breakCode: UInt8 = 0x00
  /// A mark that is dropped: tashkeel, tatweel, zero-width joiners and bidi controls.
  package static let dropped: UInt8 = 0x01
  /// A letter of another script; kept so that its word matches nothing.
  package static let foreign: UInt8 = 0xFE

  /// The code of an Arabic letter U+0621 … U+064A, not folded.
  package static func code(arabic scalar: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: scalar - 0x0621 + 0x80) }

  package static let alef = code(arabic: 0x0627)
  package static let beh = code(arabic: 0x0628)
  package static let teh = code(arabic: 0x062A)
  package static let feh = code(arabic: 0x0641)
  package static let kaf = code(arabic: 0x0643)
  package static let lam = code(arabic: 0x0644)
  package static let meem = code(arabic: 0x0645)
  package static let noon = code(arabic: 0x0646)
  package static let heh = code(arabic: 0x0647)
  package static let waw = code(arabic: 0x0648)
  package static let yeh = code(arabic: 0x064A)

  /// True for ASCII digits; Arabic-Indic and Persian digits are folded to them.
  @inline(__always)
  package static func isDigit(_ code: UInt8) -> Bool { code &- 0x30 < 10 }

  /// True for a folded Arabic letter.
  @inline(__always)
  package static func isArabic(_ code: UInt8) -> Bool { code >= 0x80 && code <= 0xA9 }

  /// True for the letters that are written together with the word behind them: و ف ب ل ك.
  package static func isAttachable(_ code: UInt8) -> Bool {
    code == waw || code == feh || code == beh || code == lam || code == kaf
  }

  /// The code of the Arabic block U+0600 … U+06FF by `scalar − 0x600`, and of Latin U+0000 … U+024F, looked up in one step each.
  static let arabicBlock: [UInt8] = makeArabicBlock()
  static let latinBlock: [UInt8] = makeLatinBlock()

  /// The folded code of any scalar; a presentation form is foreign here, because it may be several letters (see
  /// ``PresentationForms``).
  package static func fold(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x0600...0x06FF: arabicBlock[Int(scalar - 0x0600)]
    case 0..<0x0250: latinBlock[Int(scalar)]
    case 0x200C...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xFE00...0xFE0F: dropped
    case 0x0300...0x036F, 0x08D3...0x08FF: dropped
    case 0x1E00...0x1EFF: foldLatinExtendedAdditional(scalar)
    case 0xFF00...0xFF65: foldFullwidth(scalar)
    case 0x2018, 0x2019, 0x02BC, 0x02BF, 0x02BE: breakCode
    case 0x1680, 0x2000...0x2BFF, 0x3000...0x303F, 0xFD3E, 0xFD3F, 0xFE10...0xFE6F, 0x1F000...0x1FAFF, 0xE000...0xF8FF:
      breakCode
    default: foreign
    }
  }

  private static func makeArabicBlock() -> [UInt8] {
    var table = [UInt8](repeating: foreign, count: 256)
    func set(_ scalar: UInt32, _ code: UInt8) { table[Int(scalar - 0x0600)] = code }
    for scalar in UInt32(0x0600)...0x061F { set(scalar, breakCode) }
    for scalar in UInt32(0x0610)...0x061A { set(scalar, dropped) }  // Quranic marks
    set(0x061C, dropped)  // the Arabic letter mark
    for scalar in UInt32(0x0621)...0x064A { set(scalar, code(arabic: scalar)) }
    for scalar in UInt32(0x064B)...0x065F { set(scalar, dropped) }  // tashkeel
    for scalar in UInt32(0x0660)...0x0669 { set(scalar, UInt8(0x30 + scalar - 0x0660)) }
    for scalar in UInt32(0x066A)...0x066D { set(scalar, breakCode) }
    for scalar in UInt32(0x06D4)...0x06ED { set(scalar, dropped) }
    for scalar in UInt32(0x06F0)...0x06F9 { set(scalar, UInt8(0x30 + scalar - 0x06F0)) }
    set(0x06D4, breakCode)  // Urdu full stop
    set(0x0640, dropped)  // tatweel
    set(0x0670, dropped)  // superscript alef
    set(0x0621, dropped)  // a lone hamza: «شهداء» and «شهدا» are one word
    for scalar in [UInt32(0x0622), 0x0623, 0x0625, 0x0671, 0x0672, 0x0673] { set(scalar, alef) }
    set(0x0624, waw)
    set(0x0626, yeh)
    set(0x0649, yeh)
    set(0x06CC, yeh)  // Farsi yeh
    set(0x06D2, yeh)
    set(0x06CE, yeh)
    set(0x0629, heh)
    for scalar in [UInt32(0x06C0), 0x06C1, 0x06C2, 0x06C3, 0x06D5, 0x06BE] { set(scalar, heh) }
    for scalar in [UInt32(0x06A9), 0x06AA, 0x06AF, 0x06AD] { set(scalar, kaf) }  // keheh, gaf: «مرگدة» is «مركدة»
    for scalar in [UInt32(0x06C6), 0x06C7, 0x06C8, 0x06CB] { set(scalar, waw) }
    set(0x067E, beh)  // peh
    set(0x0686, code(arabic: 0x062C))  // tcheh
    set(0x0698, code(arabic: 0x0632))  // jeh
    set(0x06A4, feh)  // veh
    set(0x0695, code(arabic: 0x0631))  // Kurdish reh
    set(0x06B5, lam)  // Kurdish lam
    return table
  }

  private static func makeLatinBlock() -> [UInt8] {
    var table = [UInt8](repeating: breakCode, count: 0x250)
    for scalar in 0x30...0x39 { table[scalar] = UInt8(scalar) }
    for scalar in 0x41...0x5A { table[scalar] = UInt8(scalar + 0x20) }
    for scalar in 0x61...0x7A { table[scalar] = UInt8(scalar) }
    table[0xAD] = dropped  // soft hyphen
    for scalar in 0xC0..<0x250 where scalar != 0xD7 && scalar != 0xF7 { table[scalar] = foreign }
    // Base letters of the accented Latin letters that transliterations and Turkish or Kurdish names use.
    let bases: [(letters: String, base: UInt8)] = [
      ("ÀÁÂÃÄÅĀĂĄàáâãäåāăąǎ", 0x61), ("ÇĆĈĊČçćĉċč", 0x63), ("ĎĐďđ", 0x64), ("ÈÉÊËĒĔĖĘĚèéêëēĕėęě", 0x65),
      ("ĜĞĠĢĝğġģ", 0x67), ("ĤĦĥħ", 0x68), ("ÌÍÎÏĨĪĬĮİìíîïĩīĭįı", 0x69), ("Ĵĵ", 0x6A), ("Ķķ", 0x6B),
      ("ĹĻĽŁĺļľł", 0x6C), ("ÑŃŅŇñńņň", 0x6E), ("ÒÓÔÕÖØŌŎŐòóôõöøōŏő", 0x6F), ("ŔŖŘŕŗř", 0x72), ("ŚŜŞŠśŝşšȘș", 0x73),
      ("ŢŤŢţťțȚ", 0x74), ("ÙÚÛÜŨŪŬŮŰŲùúûüũūŭůűų", 0x75), ("Ŵŵ", 0x77), ("ÝŶŸýÿŷ", 0x79), ("ŹŻŽźżž", 0x7A),
    ]
    for (letters, base) in bases {
      for scalar in letters.unicodeScalars where scalar.value < 0x250 { table[Int(scalar.value)] = base }
    }
    return table
  }

  // U+FF01 … U+FF5E are ASCII in the width of an ideograph; what follows up to U+FF65 are marks.
  private static func foldFullwidth(_ scalar: UInt32) -> UInt8 {
    scalar > 0xFF00 && scalar < 0xFF5F ? latinBlock[Int(scalar - 0xFEE0)] : breakCode
  }

  // Dotted letters of scientific transliteration (Ḥ ḥ Ṣ ṣ Ṭ ṭ Ḍ ḍ Ẓ ẓ Ḫ ḫ).
  private static func foldLatinExtendedAdditional(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x1E0C...0x1E0F: 0x64
    case 0x1E24...0x1E2B: 0x68
    case 0x1E62, 0x1E63: 0x73
    case 0x1E6C...0x1E6F: 0x74
    case 0x1E92...0x1E95: 0x7A
    case 0x1E32...0x1E35: 0x6B
    default: foreign
    }
  }
}
