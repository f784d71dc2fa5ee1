/// A word in folded letters: made once from its dictionary spelling, then compared with the tokens of texts without folding
/// again.
///
/// Frames name the few words they need as such values, so that «إلى», «الى» and «اِلى» ("to") are one word to all of them.
package struct FoldedWord: Hashable, Sendable {
  /// The letters as ``LetterCode``, one byte each; what a reader does not tell apart is dropped.
  package let letters: [UInt8]

  /// Folds one word; a space or mark in it would make it match nothing.
  package init(_ word: String) {
    letters = word.unicodeScalars.map { LetterCode.fold($0.value) }.filter { $0 != LetterCode.dropped }
  }

  /// True when folded letters, perhaps a part of a token, are exactly this word. Complexity: linear in the word's length.
  package func matches(_ folded: ArraySlice<UInt8>) -> Bool { folded.elementsEqual(letters) }
}

extension TokenizedText {
  /// True when a token is exactly that word; false past the ends of the text, so that a frame may look around freely.
  package func isWord(_ token: Int, _ word: FoldedWord) -> Bool {
    guard tokens.indices.contains(token) else { return false }
    let (start, end) = (Int(tokens[token].foldedStart), Int(tokens[token].foldedEnd))
    guard end - start == word.letters.count else { return false }
    for offset in 0..<end - start where letters[start + offset] != word.letters[offset] { return false }
    return true
  }

  /// True when a token is exactly one of some words; false past the ends of the text.
  package func isWord(_ token: Int, among words: [FoldedWord]) -> Bool {
    words.contains { isWord(token, $0) }
  }
}
