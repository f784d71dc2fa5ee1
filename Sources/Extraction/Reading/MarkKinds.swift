internal import ArabicText

/// The marks that stand between the parts of dates and figures, one bit each.
struct MarkKinds: OptionSet, Sendable {
  let rawValue: UInt16

  /// Latin and Arabic comma.
  static let comma = MarkKinds(rawValue: 1)
  static let slash = MarkKinds(rawValue: 2)
  static let backslash = MarkKinds(rawValue: 4)
  static let hyphen = MarkKinds(rawValue: 8)
  /// En and em dash.
  static let dash = MarkKinds(rawValue: 16)
  static let dot = MarkKinds(rawValue: 32)
  static let colon = MarkKinds(rawValue: 64)
  static let open = MarkKinds(rawValue: 128)
  static let close = MarkKinds(rawValue: 256)
  /// A straight quotation mark and a double angle that opens.
  static let quote = MarkKinds(rawValue: 512)
  static let bar = MarkKinds(rawValue: 1024)
  /// Full stop, exclamation and question marks, commas and semicolons: they end a clause.
  static let clauseEnd = MarkKinds(rawValue: 2048)
  static let percent = MarkKinds(rawValue: 4096)
  static let plus = MarkKinds(rawValue: 8192)
  /// Dollar, euro, pound, lira.
  static let currency = MarkKinds(rawValue: 16384)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The kinds of a mark; none for any other.
  init(_ scalar: UInt32) {
    self =
      switch scalar {
      case 0x2C, 0x60C: [.comma, .clauseEnd]
      case 0x2F: .slash
      case 0x5C: .backslash
      case 0x2D: .hyphen
      case 0x2013, 0x2014: .dash
      case 0x2E: [.dot, .clauseEnd]
      case 0x3A: .colon
      case 0x28: .open
      case 0x29: .close
      case 0x22, 0xAB: .quote
      case 0x7C: .bar
      case 0x21, 0x3F, 0x61F, 0x61B, 0x3B: .clauseEnd
      case 0x25, 0x66A: .percent
      case 0x2B: .plus
      case 0x24, 0xA3, 0x20AC, 0x20BA: .currency
      default: []
      }
  }
}

extension TokenizedText {
  /// True when a token is a mark of one of some kinds; false past the ends of the text.
  func isMark(_ token: Int, _ kinds: MarkKinds) -> Bool {
    guard token >= 0, token < tokens.count, tokens[token].kind == .mark else { return false }
    return !kinds.isDisjoint(with: MarkKinds(tokens[token].scalar))
  }
}
