/// A number, a word or a mark of a line that may be a dateline.
struct DatelineToken: Equatable {
  enum Kind: Equatable {
    /// Digits of any of the three families in use; longer than nine digits is a word.
    case number(Int, digits: Int)
    /// Letters, folded: no marks, no tatweel, one alef, one yeh, ta marbuta as heh, Latin in lower case.
    case word(String)
    case mark(Unicode.Scalar)
  }

  var kind: Kind
  /// True when nothing stands between this token and the one before.
  var isGlued: Bool

  /// The tokens of a line, at most so many.
  static func tokens(of line: some StringProtocol, limit: Int) -> [DatelineToken] {
    var scanner = Scanner()
    for scalar in line.unicodeScalars {
      if scanner.tokens.count > limit { break }
      scanner.take(scalar)
    }
    scanner.endRun()
    return Array(scanner.tokens.prefix(limit))
  }

  var word: String? { if case .word(let word) = kind { word } else { nil } }
  var mark: Unicode.Scalar? { if case .mark(let mark) = kind { mark } else { nil } }

  /// The number when it has that many digits.
  func number(digits: ClosedRange<Int>) -> Int? {
    if case .number(let value, let count) = kind, digits.contains(count) { value } else { nil }
  }
}

extension DatelineToken {
  private struct Scanner {
    var tokens: [DatelineToken] = []
    private var digits: [Int] = []
    private var letters = String.UnicodeScalarView()
    private var runIsGlued = false
    private var isGlued = false

    mutating func take(_ scalar: Unicode.Scalar) {
      if let digit = DatelineToken.digit(scalar) {
        if !letters.isEmpty { endRun() }
        if digits.isEmpty { runIsGlued = isGlued }
        digits.append(digit)
        isGlued = true
      } else if let folded = DatelineToken.folded(scalar) {
        guard let letter = folded.letter else { return }
        if !digits.isEmpty { endRun() }
        if letters.isEmpty { runIsGlued = isGlued }
        letters.append(letter)
        isGlued = true
      } else {
        endRun()
        if scalar == " " || scalar.properties.isWhitespace {
          isGlued = false
        } else {
          tokens.append(DatelineToken(kind: .mark(scalar), isGlued: isGlued))
          isGlued = true
        }
      }
    }

    mutating func endRun() {
      if !digits.isEmpty {
        let kind: Kind =
          digits.count > 9
          ? .word(String(repeating: "0", count: digits.count))
          : .number(digits.reduce(0) { $0 * 10 + $1 }, digits: digits.count)
        tokens.append(DatelineToken(kind: kind, isGlued: runIsGlued))
      } else if !letters.isEmpty {
        tokens.append(DatelineToken(kind: .word(String(letters).lowercased()), isGlued: runIsGlued))
      }
      digits = []
      letters = String.UnicodeScalarView()
    }
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0x660...0x669: Int(scalar.value - 0x660)
    case 0x6F0...0x6F9: Int(scalar.value - 0x6F0)
    default: nil
    }
  }

  /// Nil for what is no letter; a nil letter for what is read over within a word (marks, tatweel, bidi controls).
  private static func folded(_ scalar: Unicode.Scalar) -> (letter: Unicode.Scalar?, Void)? {
    switch scalar.value {
    case 0x61...0x7A, 0x41...0x5A: (scalar, ())
    case 0..<0x80: nil
    case 0x622, 0x623, 0x625, 0x671: ("\u{627}", ())
    case 0x629: ("\u{647}", ())
    case 0x649, 0x626, 0x6CC: ("\u{64A}", ())
    case 0x624: ("\u{648}", ())
    case 0x6A9: ("\u{643}", ())
    case 0x640, 0x610...0x61A, 0x64B...0x65F, 0x670, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x61C, 0xFEFF:
      (nil, ())
    case 0x620...0x6D3: (scalar, ())
    default: scalar.properties.isAlphabetic ? (scalar, ()) : nil
    }
  }
}
