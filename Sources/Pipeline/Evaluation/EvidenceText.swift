/// A text in which evidence is looked for: word for word, the first place it stands at.
struct EvidenceText {
  private let bytes: [UInt8]

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// Where words stand first, in Unicode scalars, half open; nil for no words and for words that stand nowhere.
  ///
  /// Scalar for scalar: «قُتل» with its vowel sign is not «قتل» ("was killed").
  func span(of words: String) -> Range<Int>? {
    let needle = Array(words.utf8)
    guard let first = needle.first, needle.count <= bytes.count else { return nil }
    // Bytes of UTF-8 are equal only where whole scalars are.
    let start = (0...bytes.count - needle.count).first { at in
      bytes[at] == first && bytes[at..<at + needle.count].elementsEqual(needle)
    }
    return start.map { start in
      let before = Self.scalars(bytes[..<start])
      return before..<before + Self.scalars(needle[...])
    }
  }

  private static func scalars(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
  }

  /// How far two spans cover each other, 0…1: the shared part of the shorter one.
  ///
  /// A predicted span that is much longer than the annotated one (above 600 scalars, and above three times it) is measured by its
  /// own length: who names the whole article as evidence has named none.
  static func overlap(gold: Range<Int>?, predicted: Range<Int>?) -> Double {
    guard let gold, let predicted else { return 0 }
    let common = max(0, min(gold.upperBound, predicted.upperBound) - max(gold.lowerBound, predicted.lowerBound))
    let isTooLong = predicted.count > max(600, 3 * gold.count)
    return Double(common) / Double(max(1, isTooLong ? predicted.count : min(gold.count, predicted.count)))
  }
}
