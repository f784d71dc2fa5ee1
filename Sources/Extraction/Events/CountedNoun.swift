internal import ArabicText

/// The grammatical number of a counted casualty noun, by its form: «قتيل» "a dead man", «قتيلان» "two", «قتلى» "several".
enum CountedNoun {
  /// The number of a noun, its article taken off; what is no known plural and no dual is one.
  static func number(of word: ArraySlice<UInt8>) -> GrammaticalNumber {
    if plurals.contains(where: { $0.matches(word) }) { return .many }
    if WordForm.isDual(word) || bodiesOfTwo.matches(word) { return .two }
    return .one
  }

  // «جثتي شابين», "the bodies of two young men": the dual without its noon before a noun.
  private static let bodiesOfTwo = FoldedWord("جثتي")

  private static let plurals = [
    FoldedWord("قتلى"),  // dead
    FoldedWord("قتيلات"),  // dead women
    FoldedWord("شهداء"),  // martyrs
    FoldedWord("ضحايا"),  // victims
    FoldedWord("جرحى"),  // wounded
    FoldedWord("مصابين"),  // wounded
    FoldedWord("مصابون"),  // wounded, nominative
    FoldedWord("مصابات"),  // wounded women
    FoldedWord("إصابات"),  // injuries
    FoldedWord("أسرى"),  // captives
    FoldedWord("معتقلين"),  // detained
    FoldedWord("موقوفين"),  // arrested
    FoldedWord("مختطفين"),  // abducted
    FoldedWord("مخطوفين"),  // abducted
    FoldedWord("جثث"),  // bodies
    FoldedWord("جثامين"),  // bodies
    FoldedWord("رفات"),  // remains
    FoldedWord("معتقلون"),  // detained, nominative
    FoldedWord("موقوفون"),  // arrested, nominative
    FoldedWord("مختطفون"),  // abducted, nominative
    FoldedWord("رهائن"),  // hostages
    FoldedWord("أشلاء"),  // remains
  ]
}
