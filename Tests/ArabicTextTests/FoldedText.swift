import ArabicText

/// Folded letters as text again, so that an expectation can be read: codes of Arabic letters as those letters, ASCII as
/// it is, a letter of another script as «�».
///
/// The code is undone by its documented rule (U+0621 is 0x80), not by the code under test.
func readable(_ letters: some Sequence<UInt8>) -> String {
  var text = String.UnicodeScalarView()
  for letter in letters {
    switch letter {
    case 0x80...0xA9: text.append(Unicode.Scalar(0x0621 + UInt16(letter) - 0x80) ?? "?")
    case 0x21...0x7E: text.append(Unicode.Scalar(letter))
    default: text.append("\u{FFFD}")
    }
  }
  return String(text)
}

/// The folded letters that a text of plain letters must have, by the same documented rule.
func codes(_ plain: String) -> [UInt8] {
  plain.unicodeScalars.map { scalar in
    scalar.value < 0x80 ? UInt8(scalar.value) : UInt8(truncatingIfNeeded: scalar.value - 0x0621 + 0x80)
  }
}

extension TokenizedText {
  /// Every token as text: folded words and numbers, marks as they are, a line break as «⏎».
  var pieces: [String] {
    tokens.indices.map { index in
      switch tokens[index].kind {
      case .word, .number: readable(folded(index))
      case .mark: Unicode.Scalar(tokens[index].scalar).map { String($0) } ?? "?"
      case .lineBreak: "⏎"
      }
    }
  }

  /// Every token in the spelling of the text.
  var originals: [String] { tokens.indices.map { original($0..<$0 + 1) } }
}
