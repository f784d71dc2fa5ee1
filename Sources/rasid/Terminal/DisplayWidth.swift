/// How many columns of a terminal text takes, and how it is cut to them.
enum DisplayWidth {
  /// Opens a stretch whose direction its own first letter tells.
  static let firstStrongIsolate: Unicode.Scalar = "\u{2068}"
  /// Closes it.
  static let popIsolate: Unicode.Scalar = "\u{2069}"

  /// The columns of a text.
  static func of(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// The text on one line, cut to so many columns, with an ellipsis when something is missing.
  ///
  /// Marks stay with their letter: «قُتِل» takes three columns.
  static func cut(_ text: String, to width: Int) -> String {
    let line = oneLine(text)
    guard of(line) > width else { return line }
    var result = String.UnicodeScalarView()
    var used = 0
    for scalar in line.unicodeScalars {
      let columns = columns(of: scalar)
      if used + columns > width - 1 { break }
      result.append(scalar)
      used += columns
    }
    return width > 0 ? String(result) + "…" : ""
  }

  /// The text between isolates when it has right-to-left letters, so that the columns beside it keep their places.
  static func isolated(_ text: String) -> String {
    text.unicodeScalars.contains(where: isRightToLeft) ? "\u{2068}\(text)\u{2069}" : text
  }

  /// The text on one line, without control characters and directional marks of its own.
  static func oneLine(_ text: String) -> String {
    let words = text.split { character in
      character.isWhitespace || character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
    }
    // Directional marks of the text itself could leave the isolate.
    let line = words.joined(separator: " ")
    guard line.unicodeScalars.contains(where: isDirectional) else { return line }
    var result = String.UnicodeScalarView()
    for scalar in line.unicodeScalars where !isDirectional(scalar) { result.append(scalar) }
    return String(result)
  }

  /// The columns of one scalar.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: 0
    default: isWide(scalar.value) ? 2 : 1
    }
  }

  // The ranges that terminals draw two columns wide (Unicode East Asian Width W and F, in outline).
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// True for letters that are written from right to left.
  static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }

  /// True for marks that turn the direction of what follows.
  static func isDirectional(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
