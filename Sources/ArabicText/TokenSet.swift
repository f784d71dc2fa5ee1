/// Some tokens of a text: asked of every token, so that it is one flag each.
package struct TokenSet: Sendable {
  private var flags: [Bool] = []

  /// Creates a set without tokens.
  package init() {}

  /// Adds tokens.
  package mutating func insert(_ tokens: Range<Int>) {
    while flags.count < tokens.upperBound { flags.append(false) }
    for token in tokens { flags[token] = true }
  }

  /// True for a token of the set; false past the ends of the text.
  package func contains(_ token: Int) -> Bool { token >= 0 && token < flags.count && flags[token] }
}
