/// What is attached to a word in Arabic script.
package struct Clitics: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  @inlinable package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Some at once. Frames ask for such sets at every word, so that they are made where they are asked for, as constants.
  @inlinable package init(arrayLiteral elements: Clitics...) {
    self.init(rawValue: elements.reduce(0) { $0 | $1.rawValue })
  }

  /// و "and", ف "so": «وقتل», "and killed".
  @inlinable package static var conjunction: Clitics { Clitics(rawValue: 1) }
  /// ب "in, by": «بريف», "in the countryside".
  @inlinable package static var beh: Clitics { Clitics(rawValue: 2) }
  /// ل "to, of": «لتنظيم», "of an organisation".
  @inlinable package static var lam: Clitics { Clitics(rawValue: 4) }
  /// ك "as, like".
  @inlinable package static var kaf: Clitics { Clitics(rawValue: 8) }
  /// ال "the"; also hidden in «للتنظيم».
  @inlinable package static var article: Clitics { Clitics(rawValue: 16) }
  /// An ending that carries no meaning for the reader: accusative ا («هجوماً»).
  @inlinable package static var accusative: Clitics { Clitics(rawValue: 32) }
  /// A possessive or object pronoun: «عناصره», "its members".
  @inlinable package static var pronoun: Clitics { Clitics(rawValue: 64) }
  /// The conjunction is ف rather than و: «فقُتل», "so … was killed".
  @inlinable package static var consequence: Clitics { Clitics(rawValue: 128) }

  /// An attached preposition of any kind.
  @inlinable package static var preposition: Clitics { [.beh, .lam, .kaf] }
}

/// One way to part a folded word from what may be attached to it.
package struct CliticReading: Sendable {
  /// Where the stem lies in the letters, half open.
  package var start = 0
  /// Where the stem ends.
  package var end = 0
  /// What is parted from it.
  package var clitics: Clitics = []
}

/// The readings of one word, without memory of their own.
struct CliticReadings {
  private(set) var count = 0
  private var readings = InlineArray<32, CliticReading>(repeating: CliticReading())

  subscript(index: Int) -> CliticReading { readings[index] }

  mutating func removeAll() { count = 0 }

  // A word has some twenty readings at most; more would be lost, not harmful.
  mutating func append(_ start: Int, _ end: Int, _ clitics: Clitics) {
    guard count < 32 else { return }
    readings[count] = CliticReading(start: start, end: end, clitics: clitics)
    count += 1
  }
}

extension Clitics {
  /// Calls `body` with every way to part a folded word from what may be attached to it, each way once.
  ///
  /// The whole word comes first. What is attached in front is parted from the outside in, so that «و» comes before
  /// «و» + «ال»; of «للتنظيم» the reading ل + ال comes before ل alone. After each such reading come those of the same
  /// front without an ending. Stems keep at least two letters, so that a word of one letter has no reading; «الله» is
  /// never parted. The caller looks the stem up and so decides which reading stands.
  /// Complexity: at most some twenty calls for a word, none of which allocates.
  /// - Parameter hamza: which letter of the word is its first «أ», «إ» or «آ», from 0 (``Token/hamza``): the «ال» that
  ///   begins there is no article.
  package static func forEachReading(
    of word: ArraySlice<UInt8>, hamza: UInt8? = nil, _ body: (ArraySlice<UInt8>, Clitics) -> Void
  ) {
    var readings = CliticReadings()
    read(word.span, from: 0, to: word.count, hamza: hamza, into: &readings)
    for index in 0..<readings.count {
      let reading = readings[index]
      body(word[word.startIndex + reading.start..<word.startIndex + reading.end], reading.clitics)
    }
  }

  /// The same readings as ranges of letters, for who walks many words: they take the place of those of the word before.
  static func read(
    _ letters: Span<UInt8>, from start: Int, to end: Int, hamza: UInt8?, into readings: inout CliticReadings
  ) {
    readings.removeAll()
    part(
      letters, start, end, hamza: hamza.map { start + Int($0) } ?? -1, attached: [], conjunctionAllowed: true,
      prepositionAllowed: true, &readings)
  }

  /// True for «الله» and words that end in it, «عبدالله».
  static func endsWithAllah(_ word: ArraySlice<UInt8>) -> Bool { endsWithAllah(word.span, 0, word.count) }

  private static func endsWithAllah(_ word: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 4, word[end - 1] == LetterCode.heh else { return false }
    return word[end - 2] == LetterCode.lam && word[end - 3] == LetterCode.lam && word[end - 4] == LetterCode.alef
  }

  private static func part(
    _ word: Span<UInt8>, _ start: Int, _ end: Int, hamza: Int, attached: Clitics, conjunctionAllowed: Bool,
    prepositionAllowed: Bool, _ readings: inout CliticReadings
  ) {
    guard end - start >= 2 else { return }
    endings(word, start, end, attached, &readings)
    guard end - start >= 3 else { return }
    let first = word[start]
    let second = word[start + 1]
    if first == LetterCode.alef, second == LetterCode.lam, start != hamza,
      end - start > 4 || !endsWithAllah(word, start, end), end - start >= 4
    {
      endings(word, start + 2, end, attached.union(.article), &readings)
    }
    if prepositionAllowed {
      if first == LetterCode.lam, second == LetterCode.lam, end - start >= 4 {
        // «للتنظيم» is ل + ال + تنظيم.
        endings(word, start + 2, end, attached.union([.lam, .article]), &readings)
      }
      let preposition: Clitics? =
        first == LetterCode.beh ? .beh : first == LetterCode.lam ? .lam : first == LetterCode.kaf ? .kaf : nil
      if let preposition {
        part(
          word, start + 1, end, hamza: hamza, attached: attached.union(preposition), conjunctionAllowed: false,
          prepositionAllowed: false, &readings)
      }
    }
    if conjunctionAllowed, first == LetterCode.waw || first == LetterCode.feh {
      let conjunction: Clitics = first == LetterCode.feh ? [.conjunction, .consequence] : .conjunction
      part(
        word, start + 1, end, hamza: hamza, attached: attached.union(conjunction), conjunctionAllowed: false,
        prepositionAllowed: true, &readings)
    }
  }

  private static func endings(
    _ word: Span<UInt8>, _ start: Int, _ end: Int, _ attached: Clitics, _ readings: inout CliticReadings
  ) {
    readings.append(start, end, attached)
    guard end - start >= 4, !endsWithAllah(word, start, end) else { return }
    let last = word[end - 1]
    let beforeLast = word[end - 2]
    if last == LetterCode.alef {
      readings.append(start, end - 1, attached.union(.accusative))
      // «ها», "her, its".
      if beforeLast == LetterCode.heh { pronoun(start, end - 2, attached, &readings) }
    } else if last == LetterCode.heh {
      pronoun(start, end - 1, attached, &readings)
    } else if last == LetterCode.meem, beforeLast == LetterCode.heh {
      pronoun(start, end - 2, attached, &readings)
    }
  }

  private static func pronoun(_ start: Int, _ end: Int, _ attached: Clitics, _ readings: inout CliticReadings) {
    guard end - start >= 3 else { return }
    readings.append(start, end, attached.union(.pronoun))
  }
}
