internal import ArabicText

/// What two spellings of a name have in common: the key under which they are the same.
struct NameKey: Hashable {
  /// What script the key is of, and how strict it is.
  enum Script: Hashable {
    case arabic
    /// Latin letters without diacritics, spaces and articles.
    case latin
    /// Latin consonants alone, of names that have at least four.
    case skeleton
    /// Latin consonants of a shorter name: too little to find a place by, enough to tell that a spelling adds nothing.
    case consonants
    /// Arabic, word by word: text that says «كفر نبل» finds no «كفرنبل», although they are one name.
    case words
  }

  let script: Script
  private let letters: [UInt8]

  /// The keys of a name: one for Arabic; for Latin script its letters, and its consonants when there are enough.
  static func keys(_ name: String) -> [NameKey] {
    if NameText.isArabic(name) {
      let text = TokenizedText(name)
      var letters: [UInt8] = []
      for index in text.tokens.indices where text.tokens[index].kind == .word || text.tokens[index].kind == .number {
        letters += text.withoutArticle(index)
      }
      return letters.isEmpty ? [] : [NameKey(script: .arabic, letters: letters)]
    }
    let letters = LatinKey.letters(name)
    guard !letters.isEmpty else { return [] }
    let skeleton = LatinKey.skeleton(name)
    let plain = NameKey(script: .latin, letters: Array(letters.utf8))
    return skeleton.utf8.count < 4 ? [plain] : [plain, NameKey(script: .skeleton, letters: Array(skeleton.utf8))]
  }

  /// The key that tells whether a spelling adds anything: of Arabic its words, of Latin its consonants; nil for a Latin name
  /// with fewer than two.
  static func spelling(_ name: String) -> NameKey? {
    if NameText.isArabic(name) {
      let text = TokenizedText(name)
      let words = text.tokens.indices.filter { text.tokens[$0].kind == .word || text.tokens[$0].kind == .number }
        .map { Array(text.withoutArticle($0)) }
      return NameKey(script: .words, letters: Array(words.joined(separator: [0x20])))
    }
    let skeleton = LatinKey.skeleton(name)
    return skeleton.utf8.count < 3 ? nil : NameKey(script: .consonants, letters: Array(skeleton.utf8))
  }

  /// How many letters the key has.
  var count: Int { letters.count }
}
