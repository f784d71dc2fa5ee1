/// How much of a text is written in Arabic letters: what tells an Arabic article from any other.
package struct ArabicShare: Hashable, Sendable {
  /// Letters of the Arabic script, without marks and tatweel.
  package private(set) var arabicLetters = 0
  /// Letters of any script.
  package private(set) var letters = 0

  /// Fewer Arabic letters than this is no article.
  package static let minimumLetters = 20

  /// Counts the letters of a text; one pass.
  package init(of text: some StringProtocol) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A: letters += 1
      case 0..<0xAA: continue
      case 0x640, 0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6ED: continue
      case 0x620...0x64A, 0x66E...0x66F, 0x671...0x6D3, 0x6D5, 0x6EE...0x6EF, 0x6FA...0x6FC, 0x6FF, 0x750...0x77F,
        0x8A0...0x8C9, 0xFB50...0xFBB1, 0xFBD3...0xFD3D, 0xFD50...0xFDFB, 0xFE70...0xFEFC:
        letters += 1
        arabicLetters += 1
      default:
        if scalar.properties.isAlphabetic { letters += 1 }
      }
    }
  }

  /// True when at least a quarter of the letters, and at least ``minimumLetters``, are Arabic.
  package var isArabic: Bool {
    arabicLetters >= ArabicShare.minimumLetters && arabicLetters * 4 >= letters
  }
}
