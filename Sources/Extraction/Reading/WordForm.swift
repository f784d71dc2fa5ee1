internal import ArabicText

/// What the ending of a noun tells of its number.
enum WordForm {
  /// True for a word that ends as a dual does, -ان or -ين, after at least three letters: «يومين» "two days", «قتيلان» "two
  /// dead". A masculine plural («مصابين» "wounded people") ends the same; who asks must know the noun.
  static func isDual(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count >= 5, word.last == LetterCode.noon else { return false }
    let before = word[word.endIndex - 2]
    return before == LetterCode.yeh || before == LetterCode.alef
  }
}
