/// One word, number or mark of a text, with its place in the original.
package struct Token: Hashable, Sendable {
  /// What a token is.
  package enum Kind: UInt8, Sendable {
    /// Letters, folded.
    case word
    /// Digits of any script, folded to ASCII.
    case number
    /// A single mark that is neither.
    case mark
    /// A line end, which stands for all that follow it with nothing but white space between; its offsets are those of
    /// the first one (of CR LF the CR).
    case lineBreak
  }

  package var kind: Kind
  /// For a mark its scalar, else 0.
  package var scalar: UInt32
  /// UTF-8 offsets into the text, half open.
  package var start: Int32
  package var end: Int32
  /// Unicode scalar offsets into the text, half open.
  package var scalarStart: Int32
  package var scalarEnd: Int32
  /// Offsets into ``TokenizedText/letters``, half open.
  package var foldedStart: Int32
  package var foldedEnd: Int32
  /// True when white space stands before the token.
  package var spaceBefore: Bool
  /// Which of the word's folded letters is the first alef with a hamza or madda, from 0: «وألغام», "and mines", has 1.
  ///
  /// Nil when there is none; only the first four letters are looked at, because no more than two can be attached to it.
  package var hamza: UInt8?
  /// True for a word that ends in «ـَين» with its fatha written, as a dual does: «مهرّبَين», "two smugglers", and not «مهرّبِين», "smugglers".
  package var isMarkedDual = false

  /// True for a word that begins with a hamza on its alef: «ألف» "thousand" is not ال + ف.
  package var startsWithHamza: Bool { hamza == 0 }
}

/// A text cut into tokens: folded letters in one buffer, offsets back into the original.
///
/// One pass over the UTF-8 bytes; time and memory grow linearly with the length.
package struct TokenizedText: Sendable {
  /// The text as read.
  package let text: String
  /// Its UTF-8 bytes.
  package let bytes: [UInt8]
  /// The folded letters of all words, one byte each (``LetterCode``).
  package internal(set) var letters: [UInt8] = []
  package internal(set) var tokens: [Token] = []

  /// Cuts and folds a text.
  package init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
    tokens.reserveCapacity(bytes.count / 8)
    letters.reserveCapacity(bytes.count / 2)
    var tokenizer = Tokenizer(bytes: bytes)
    tokenizer.run(&tokens, &letters)
  }

  /// The folded letters of a token; none past the ends of the text, so that a frame may look ahead freely.
  package func folded(_ index: Int) -> ArraySlice<UInt8> {
    guard tokens.indices.contains(index) else { return [] }
    let token = tokens[index]
    return letters[Int(token.foldedStart)..<Int(token.foldedEnd)]
  }

  /// The original words of a range of tokens, as they stand in the text.
  package func original(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last, last < tokens.count else { return "" }
    return String(decoding: bytes[Int(tokens[first].start)..<Int(tokens[last].end)], as: UTF8.self)
  }

  /// The Unicode scalar offsets of a range of tokens.
  package func scalarRange(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last, last < tokens.count else { return 0..<0 }
    return Int(tokens[first].scalarStart)..<Int(tokens[last].scalarEnd)
  }
}
