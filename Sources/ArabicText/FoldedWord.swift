/// A word in folded letters: made once from its dictionary spelling, then compared with the tokens of texts without folding
/// again.
///
/// Frames name the few words they need as such values, so that «إلى», «الى» and «اِلى» ("to") are one word to all of them.
package struct FoldedWord: Hashable, Sendable {
  /// The letters as ``LetterCode``, one byte each; what a reader does not tell apart is dropped.
  package let letters: [UInt8]
  /// The first eight letters in one number: words that differ mostly differ here.
  let beginning: UInt64

  /// Folds one word; a space or mark in it would make it match nothing.
  package init(_ word: String) {
    let letters = word.unicodeScalars.map { LetterCode.fold($0.value) }.filter { $0 != LetterCode.dropped }
    self.letters = letters
    beginning = Self.beginning(of: letters.span, 0, letters.count)
  }

  static func beginning(of letters: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var number: UInt64 = 0
    for index in start..<min(end, start + 8) { number = number << 8 | UInt64(letters[index]) }
    return number
  }

  /// True when folded letters, perhaps a part of a token, are exactly this word. Complexity: linear in the word's length.
  package func matches(_ folded: ArraySlice<UInt8>) -> Bool { folded.elementsEqual(letters) }
}

extension TokenizedText {
  /// True when a token is exactly that word; false past the ends of the text, so that a frame may look around freely.
  package func isWord(_ token: Int, _ word: FoldedWord) -> Bool {
    guard token >= 0, token < tokens.count else { return false }
    let (start, end) = (Int(tokens[token].foldedStart), Int(tokens[token].foldedEnd))
    guard end - start == word.letters.count else { return false }
    return FoldedWord.beginning(of: letters.span, start, end) == word.beginning && endsAlike(start, end, word)
  }

  /// True when a token is exactly one of some words; false past the ends of the text.
  package func isWord(_ token: Int, among words: [FoldedWord]) -> Bool {
    guard token >= 0, token < tokens.count else { return false }
    let (start, end) = (Int(tokens[token].foldedStart), Int(tokens[token].foldedEnd))
    let beginning = FoldedWord.beginning(of: letters.span, start, end)
    for index in words.indices
    where words[index].beginning == beginning && words[index].letters.count == end - start {
      if endsAlike(start, end, words[index]) { return true }
    }
    return false
  }

  // Of two words of the same length and beginning.
  private func endsAlike(_ start: Int, _ end: Int, _ word: FoldedWord) -> Bool {
    var index = start + 8
    while index < end {
      if letters[index] != word.letters[index - start] { return false }
      index += 1
    }
    return true
  }
}
