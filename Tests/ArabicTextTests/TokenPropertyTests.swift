import ArabicText
import RandomSources
import Testing

/// What holds for every text, whatever stands in it.
struct TokenPropertyTests {
  private static let pool: [String] =
    ["ا", "ل", "ب", "و", "ف", "ه", "ة", "ي", "ى", "ک", "ی", "أ", "إ", "آ", "ؤ", "ئ", "ق", "ت", "د", "ع", "ش"]
    + [
      "\u{64E}", "\u{651}", "\u{670}", "\u{640}", "\u{640}", "\u{200F}", "\u{200E}", "\u{202B}", "\u{202C}", "\u{200C}",
    ]
    + ["\u{FEFF}", "\u{2067}", "\u{AD}", "\u{301}", "\u{FE0F}", "\u{200D}", "🔥", "👩‍🚒", "🇸🇾", "\u{FFFD}", "中"]
    + ["0", "7", "٣", "۹", ".", ".", "*", "_", "·", "•", "،", "«", "»", "-", "\"", "(", "٫"]
    + [
      " ", " ", " ", "\u{A0}", "\t", "\u{2009}", "\u{3000}", "\n", "\r\n", "\r", "\u{2028}", "\u{0}", "\u{85}",
      "\u{202F}",
    ]
    + [
      "a", "K", "é", "Ḥ", "４", "\u{FE70}", "\u{FE80}", "\u{200B}", "\u{FEFB}", "\u{FEDF}", "\u{FB56}", "\u{FDF2}", "ꟿ",
      "𝐀",
    ]

  private static let spaces: Set<UInt32> = Set(
    [0x20, 0xA0, 0x09, 0x0B, 0x0C, 0x85, 0x1680, 0x202F, 0x205F, 0x3000] + Array(0x2000...0x200B))
  private static let lineEnds: Set<UInt32> = [0x0A, 0x0D, 0x2028, 0x2029]

  private func check(_ string: String, seed: UInt64) {
    let text = TokenizedText(string)
    let scalars = Array(string.unicodeScalars)
    // An independent count: the UTF-8 offset at which each scalar begins.
    var offsets: [Int] = []
    var bytes = 0
    for scalar in scalars {
      offsets.append(bytes)
      bytes += UTF8.width(scalar)
    }
    offsets.append(bytes)
    var faults: [String] = []
    func must(_ holds: Bool, _ what: String) { if !holds { faults.append(what) } }

    var covered = 0
    var folded = 0
    var previous: Token?
    for (index, token) in text.tokens.enumerated() {
      let (first, last) = (Int(token.scalarStart), Int(token.scalarEnd))
      guard first >= covered, first < last, last <= scalars.count else {
        faults.append("token \(index) is empty, overlaps or runs out of the text")
        break
      }
      must(Int(token.start) == offsets[first] && Int(token.end) == offsets[last], "offsets of token \(index) disagree")
      must(Int(token.foldedStart) == folded, "letters of token \(index) do not follow")
      folded = Int(token.foldedEnd)
      let gap = scalars[covered..<first].map(\.value)
      must(gap.allSatisfy { isPassedOver($0) }, "something is lost before token \(index)")
      let isFirstOfLine = previous?.kind == .lineBreak
      let hasSpace = gap.contains { Self.spaces.contains($0) }
      must(token.spaceBefore == (hasSpace || isFirstOfLine), "spaceBefore of token \(index)")
      if let previous, previous.end == token.start, previous.kind == token.kind {
        must(token.kind == .mark, "tokens \(index - 1) and \(index) are one")
      }
      checkLetters(of: token, letters: text.folded(index), scalars: scalars[first..<last].map(\.value)) {
        faults.append("token \(index): \($0)")
      }
      must(text.original(index..<index + 1).unicodeScalars.elementsEqual(scalars[first..<last]), "original of \(index)")
      covered = last
      previous = token
    }
    must(scalars[covered...].allSatisfy { isPassedOver($0.value) }, "something is lost at the end")
    must(folded == text.letters.count, "letters are left over")
    #expect(faults.isEmpty, "seed \(seed): \(string.debugDescription)")
  }

  private func isPassedOver(_ scalar: UInt32) -> Bool {
    Self.spaces.contains(scalar) || Self.lineEnds.contains(scalar) || LetterCode.fold(scalar) == LetterCode.dropped
      || PresentationForms.contains(scalar) && PresentationForms.letters(of: scalar).isEmpty
  }

  private func checkLetters(
    of token: Token, letters: ArraySlice<UInt8>, scalars: [UInt32], fault: (String) -> Void
  ) {
    let expected = scalars.flatMap { scalar in
      PresentationForms.contains(scalar) ? PresentationForms.letters(of: scalar) : [LetterCode.fold(scalar)]
    }.filter { $0 != LetterCode.dropped && $0 != LetterCode.breakCode }
    switch token.kind {
    case .word:
      if !letters.elementsEqual(expected) { fault("letters are not the fold of its words") }
      if letters.isEmpty || letters.contains(where: LetterCode.isDigit) { fault("a word has letters only") }
    case .number:
      if !letters.elementsEqual(expected) { fault("digits are not those of the text") }
      if letters.isEmpty || !letters.allSatisfy(LetterCode.isDigit) { fault("a number has digits only") }
    case .mark:
      if scalars != [token.scalar] || !letters.isEmpty { fault("a mark is one scalar without letters") }
    case .lineBreak:
      if !scalars.allSatisfy({ Self.lineEnds.contains($0) }) || !letters.isEmpty {
        fault("a line break has line ends only")
      }
    }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func randomTexts(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<300 {
      let length = Int.random(in: 0...80, using: &random)
      let text = (0..<length).map { _ in Self.pool.randomElement(using: &random) ?? "" }.joined()
      check(text, seed: seed)
    }
  }

  /// Bytes that are no text, decoded as a reader of a broken file would.
  @Test(arguments: 101...108 as ClosedRange<UInt64>)
  func randomBytes(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<300 {
      let length = Int.random(in: 0...120, using: &random)
      // Lead bytes of the Arabic block are as likely as all others together.
      let bytes = (0..<length).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0xD8...0xDB, using: &random) : UInt8.random(in: 0...255, using: &random)
      }
      check(String(decoding: bytes, as: UTF8.self), seed: seed)
    }
  }

  /// Every scalar alone, and between two letters: no trap, and offsets agree.
  @Test func everyScalarOfThePlanesInUse() {
    for value in Array(UInt32(0)...0xFFFF) + Array(0x1F000...0x1FFFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      check(String(scalar), seed: UInt64(value))
      check("ب\(scalar)ت", seed: UInt64(value))
    }
  }

  @Test func tokensDoNotDependOnWhatFollowsALineEnd() {
    var random = SeededRandom(seed: 77)
    for _ in 0..<200 {
      let parts = (0..<2).map { _ in
        (0..<Int.random(in: 1...30, using: &random)).map { _ in Self.pool.randomElement(using: &random) ?? "" }.joined()
      }
      let whole = TokenizedText(parts[0] + " \n " + parts[1]).pieces.filter { $0 != "⏎" }
      let apart = parts.flatMap { TokenizedText($0).pieces }.filter { $0 != "⏎" }
      #expect(whole == apart, "seed 77: \(parts)")
    }
  }
}
