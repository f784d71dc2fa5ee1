/// A text as its words, so that words can be exchanged without touching what stands between them.
struct WordedText {
  /// A run of Arabic letters with their vowel signs, or of digits.
  struct Word {
    /// In scalars of the text.
    let range: Range<Int>
    /// Without vowel signs and tatweel, every alef with a hamza as a bare one: «إرهابيين» as «ارهابيين».
    let bare: String
    /// A damma follows a qaf: «قُتل», "was killed", not "killed".
    let isPassive: Bool
    /// A fatha before the last two letters: «مقاتلَين», "two fighters", not "fighters".
    let isMarkedDual: Bool
  }

  /// One stretch of the text and what stands there instead.
  struct Edit {
    let range: Range<Int>
    let text: String
  }

  let scalars: [Unicode.Scalar]
  let words: [Word]

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var words: [Word] = []
    var start = 0
    while start < scalars.count {
      let isKind = Self.isDigit(scalars[start]) ? Self.isDigit : Self.isLetter
      var end = start
      while end < scalars.count, isKind(scalars[end]) { end += 1 }
      if end > start { words.append(Self.word(scalars, start..<end)) }
      start = max(end, start + 1)
    }
    self.scalars = scalars
    self.words = words
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("٠"..."٩").contains(scalar)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0621...0x0652, 0x0670, 0x0671, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x064B...0x0652, 0x0670, 0x0640: true
    default: false
    }
  }

  private static func word(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Word {
    let kept = scalars[range].filter { !isDropped($0) }.map { alefs.contains($0) ? "ا" : $0 }
    let isPassive = range.dropFirst().contains { scalars[$0].value == 0x064F && scalars[$0 - 1] == "ق" }
    let last = scalars[range].suffix(3)
    return Word(
      range: range, bare: String(String.UnicodeScalarView(kept)), isPassive: isPassive,
      isMarkedDual: last.count == 3 && last.first?.value == 0x064E)
  }

  private static let alefs: Set<Unicode.Scalar> = ["أ", "إ", "آ", "ٱ"]

  /// The folded letters of a dictionary word, as those of a word of the text.
  static func bare(_ word: String) -> String { WordedText(word).words.map(\.bare).joined(separator: " ") }

  /// The letters of a word; nothing past the ends of the text.
  func bare(_ word: Int) -> String { words.indices.contains(word) ? words[word].bare : "" }

  /// True when nothing but spaces and quotation marks stand between a word and the next.
  func runsOn(after word: Int) -> Bool {
    guard word >= 0, word + 1 < words.count else { return false }
    return scalars[words[word].range.upperBound..<words[word + 1].range.lowerBound].allSatisfy {
      $0 == " " || $0 == "\u{A0}" || $0 == "«" || $0 == "»" || $0 == "\""
    }
  }

  /// The letters of the next word; nothing when a mark or a line end comes first.
  func next(_ word: Int) -> String { runsOn(after: word) ? bare(word + 1) : "" }

  /// The letters of the word before; nothing when a mark or a line end stands between.
  func previous(_ word: Int) -> String { runsOn(after: word - 1) ? bare(word - 1) : "" }

  /// The words behind a word up to the end of its sentence, at most so many.
  func following(_ word: Int, _ count: Int) -> Range<Int> {
    var end = word + 1
    while end < min(words.count, word + 1 + count) {
      let between = scalars[words[end - 1].range.upperBound..<words[end].range.lowerBound]
      if between.contains(where: { $0 == "." || $0 == "\n" || $0 == "؛" || $0 == ":" }) { break }
      end += 1
    }
    return word + 1..<max(end, word + 1)
  }

  /// The text with stretches exchanged; of two that overlap the later one is left out.
  func applying(_ edits: [Edit]) -> String {
    var result = String.UnicodeScalarView()
    var position = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) where edit.range.lowerBound >= position
    {
      result.append(contentsOf: scalars[position..<edit.range.lowerBound])
      result.append(contentsOf: edit.text.unicodeScalars)
      position = edit.range.upperBound
    }
    result.append(contentsOf: scalars[position...])
    return String(result)
  }
}
