internal import ArabicText
internal import Foundation

/// Brings the names of other people's tables into the form of ours, and parts what stands in one cell.
enum NameText {
  /// The plain name: NFC, Arabic yeh and kaf, no tatweel, vowel marks, presentation forms, invisible marks or double
  /// spaces. Nil when a letter was lost (U+FFFD), or nothing remains.
  static func plain(_ text: String) -> String? {
    var scalars = String.UnicodeScalarView()
    var isSpaceDue = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFFFD: return nil
      case 0...0x20, 0x7F...0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x3000: isSpaceDue = true
      case 0x0640, 0x064B...0x0652, 0x0670, 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: continue
      default:
        if isSpaceDue, !scalars.isEmpty { scalars.append(" ") }
        isSpaceDue = false
        switch scalar.value {
        case 0x06CC: scalars.append("\u{064A}")
        case 0x06A9: scalars.append("\u{0643}")
        case 0xFB50...0xFDFF, 0xFE70...0xFEFC:
          scalars.append(contentsOf: String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars)
        default: scalars.append(scalar)
        }
      }
    }
    // ASCII and Arabic letters without marks compose with nothing.
    let isComposed = scalars.allSatisfy { $0.value < 0x80 || (0x0621...0x064A).contains($0.value) }
    let name = isComposed ? String(scalars) : String(scalars).precomposedStringWithCanonicalMapping
    return name.isEmpty ? nil : name
  }

  /// True when the first letter is Arabic.
  static func isArabic(_ name: String) -> Bool {
    for scalar in name.unicodeScalars {
      let code = LetterCode.fold(scalar.value)
      if LetterCode.isArabic(code) { return true }
      if code > LetterCode.dropped, !LetterCode.isDigit(code) { return false }
    }
    return false
  }

  /// True for a name with a letter that Arabic does not write: Persian or Urdu text, from lists that mix all languages.
  static func isPersian(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x067E, 0x0686, 0x0698, 0x06A9, 0x06AF, 0x06CC, 0x06C1, 0x06BE, 0x06D2, 0x0679, 0x0688: true
      default: false
      }
    }
  }

  /// The names of one cell, the first one first: «أسرية (إثريا)» are two, «الربوة / حربوق» too, also
  /// «كوكران-السعديات» when Arabic stands on both sides of the dash.
  static func parts(_ cell: String) -> [String] {
    var parts: [String] = []
    var current = String.UnicodeScalarView()
    let scalars = Array(cell.unicodeScalars)
    func close() {
      if let name = plain(String(current)), name.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) {
        parts.append(name)
      }
      current = String.UnicodeScalarView()
    }
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "(", ")", "[", "]", "/", "\\", "{", "}", "_", "\u{FD3E}", "\u{FD3F}": close()
      case "-", "\u{2013}", "\u{2014}":
        let isSpaced = index > 0 && index + 1 < scalars.count && scalars[index - 1] == " " && scalars[index + 1] == " "
        if isSpaced || isArabicAround(scalars, index) { close() } else { current.append(scalar) }
      default: current.append(scalar)
      }
    }
    close()
    return parts
  }

  private static func isArabicAround(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
      scalar.map { LetterCode.isArabic(LetterCode.fold($0.value)) } ?? false
    }
    return isLetter(scalars[..<index].last { $0 != " " }) && isLetter(scalars[(index + 1)...].first { $0 != " " })
  }
}
