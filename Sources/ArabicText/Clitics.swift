/// What is attached to a word in Arabic script.
package struct Clitics: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// و "and", ف "so": «وقتل», "and killed".
  package static let conjunction = Clitics(rawValue: 1)
  /// ب "in, by": «بريف», "in the countryside".
  package static let beh = Clitics(rawValue: 2)
  /// ل "to, of": «لتنظيم», "of an organisation".
  package static let lam = Clitics(rawValue: 4)
  /// ك "as, like".
  package static let kaf = Clitics(rawValue: 8)
  /// ال "the"; also hidden in «للتنظيم».
  package static let article = Clitics(rawValue: 16)
  /// An ending that carries no meaning for the reader: accusative ا («هجوماً»).
  package static let accusative = Clitics(rawValue: 32)
  /// A possessive or object pronoun: «عناصره», "its members".
  package static let pronoun = Clitics(rawValue: 64)
  /// The conjunction is ف rather than و: «فقُتل», "so … was killed".
  package static let consequence = Clitics(rawValue: 128)

  /// An attached preposition of any kind.
  package static let preposition: Clitics = [.beh, .lam, .kaf]
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
    let hamza = hamza.map { word.startIndex + Int($0) } ?? -1
    readings(from: word, hamza: hamza, attached: [], conjunctionAllowed: true, prepositionAllowed: true, body)
  }

  /// True for «الله» and words that end in it, «عبدالله».
  static func endsWithAllah(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count >= 4, word.last == LetterCode.heh else { return false }
    let end = word.endIndex
    return word[end - 2] == LetterCode.lam && word[end - 3] == LetterCode.lam && word[end - 4] == LetterCode.alef
  }

  private static func readings(
    from word: ArraySlice<UInt8>, hamza: Int, attached: Clitics, conjunctionAllowed: Bool, prepositionAllowed: Bool,
    _ body: (ArraySlice<UInt8>, Clitics) -> Void
  ) {
    guard word.count >= 2 else { return }
    endings(of: word, attached: attached, body)
    let first = word[word.startIndex]
    let rest = word.dropFirst()
    guard rest.count >= 2 else { return }
    let second = rest[rest.startIndex]
    if first == LetterCode.alef, second == LetterCode.lam, word.startIndex != hamza,
      word.count > 4 || !endsWithAllah(word)
    {
      let stem = rest.dropFirst()
      if stem.count >= 2 { endings(of: stem, attached: attached.union(.article), body) }
    }
    if prepositionAllowed {
      if first == LetterCode.lam, second == LetterCode.lam {
        // «للتنظيم» is ل + ال + تنظيم.
        let stem = rest.dropFirst()
        if stem.count >= 2 { endings(of: stem, attached: attached.union([.lam, .article]), body) }
      }
      let preposition: Clitics? =
        first == LetterCode.beh ? .beh : first == LetterCode.lam ? .lam : first == LetterCode.kaf ? .kaf : nil
      if let preposition {
        readings(
          from: rest, hamza: hamza, attached: attached.union(preposition), conjunctionAllowed: false,
          prepositionAllowed: false, body)
      }
    }
    if conjunctionAllowed, first == LetterCode.waw || first == LetterCode.feh {
      let conjunction: Clitics = first == LetterCode.feh ? [.conjunction, .consequence] : .conjunction
      readings(
        from: rest, hamza: hamza, attached: attached.union(conjunction), conjunctionAllowed: false,
        prepositionAllowed: true, body)
    }
  }

  private static func endings(
    of stem: ArraySlice<UInt8>, attached: Clitics, _ body: (ArraySlice<UInt8>, Clitics) -> Void
  ) {
    body(stem, attached)
    guard stem.count >= 4, let last = stem.last, !endsWithAllah(stem) else { return }
    let shorter = stem.dropLast()
    let beforeLast = shorter[shorter.endIndex - 1]
    if last == LetterCode.alef {
      body(shorter, attached.union(.accusative))
      // «ها», "her, its".
      if beforeLast == LetterCode.heh { pronoun(shorter.dropLast(), attached, body) }
    } else if last == LetterCode.heh {
      pronoun(shorter, attached, body)
    } else if last == LetterCode.meem, beforeLast == LetterCode.heh {
      pronoun(shorter.dropLast(), attached, body)
    }
  }

  private static func pronoun(
    _ stem: ArraySlice<UInt8>, _ attached: Clitics, _ body: (ArraySlice<UInt8>, Clitics) -> Void
  ) {
    guard stem.count >= 3 else { return }
    body(stem, attached.union(.pronoun))
  }
}
