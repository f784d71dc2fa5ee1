internal import ArabicText

/// Keys under which a Latin name is found however it is transliterated: «Deir ez-Zor», «Deir Ezzor», «Dayr az Zawr».
enum LatinKey {
  private static let articles: Set<String> = [
    "al", "ar", "as", "ash", "at", "ad", "an", "az", "adh", "ath", "el", "ez", "es", "er", "et", "ed",
  ]

  /// Lower-case letters and digits without diacritics, marks, spaces and separate articles.
  static func letters(_ name: String) -> String {
    words(name).filter { !articles.contains($0) }.joined()
  }

  /// The consonants alone, doubled ones once, with the letters that transliterations exchange made equal.
  static func skeleton(_ name: String) -> String {
    var result = "'"
    for character in letters(name) {
      let letter: Character
      switch character {
      case "a", "e", "i", "o", "u", "y", "w", "h": continue
      case "q", "c": letter = "k"
      case "j", "g": letter = "j"
      default: letter = character
      }
      if result.last != letter { result.append(letter) }
    }
    return result
  }

  private static func words(_ name: String) -> [String] {
    let text = TokenizedText(name)
    return text.tokens.indices.filter { text.tokens[$0].kind == .word || text.tokens[$0].kind == .number }
      .map { String(decoding: text.folded($0), as: UTF8.self) }
  }
}
