/// Cuts UTF-8 into tokens and folds their letters.
///
/// Letters and digits part («و3 جنود» gives و, 3, جنود), and marks inside a word that evade moderation are passed over:
/// «د.ا.ع.ش», «قـ.ـتل», «ki*lled».
struct Tokenizer {
  private let bytes: [UInt8]
  private var position = 0
  private var scalarOffset = 0
  private var spaceBefore = false

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private static let tatweel: UInt32 = 0x0640

  mutating func run(_ tokens: inout [Token], _ letters: inout [UInt8]) {
    while position < bytes.count {
      let (scalar, width) = decode(at: position)
      if scalar == 0x0A || scalar == 0x2028 || scalar == 0x2029 || scalar == 0x0D {
        lineBreak(width, &tokens, Int32(letters.count))
        continue
      }
      if scalar == 0x20 || scalar == 0xA0 || scalar == 0x09 || (scalar >= 0x2000 && scalar <= 0x200A)
        || scalar == 0x3000
      {
        spaceBefore = true
        advance(width)
        continue
      }
      let code = PresentationForms.contains(scalar) ? LetterCode.alef : LetterCode.fold(scalar)
      switch code {
      case LetterCode.dropped: advance(width)
      case LetterCode.breakCode: mark(scalar, width, &tokens, Int32(letters.count))
      default:
        if LetterCode.isDigit(code) {
          number(&tokens, &letters)
        } else {
          word(&tokens, &letters)
        }
      }
    }
  }

  private mutating func advance(_ width: Int) {
    position += width
    scalarOffset += 1
  }

  private mutating func lineBreak(_ width: Int, _ tokens: inout [Token], _ folded: Int32) {
    let start = Int32(position)
    let scalarStart = Int32(scalarOffset)
    advance(width)
    if let last = tokens.last, last.kind == .lineBreak { return }
    tokens.append(
      Token(
        kind: .lineBreak, scalar: 0x0A, start: start, end: Int32(position), scalarStart: scalarStart,
        scalarEnd: Int32(scalarOffset), foldedStart: folded, foldedEnd: folded, spaceBefore: spaceBefore))
    spaceBefore = true
  }

  private mutating func mark(_ scalar: UInt32, _ width: Int, _ tokens: inout [Token], _ folded: Int32) {
    let start = Int32(position)
    let scalarStart = Int32(scalarOffset)
    advance(width)
    tokens.append(
      Token(
        kind: .mark, scalar: scalar, start: start, end: Int32(position), scalarStart: scalarStart,
        scalarEnd: Int32(scalarOffset), foldedStart: folded, foldedEnd: folded, spaceBefore: spaceBefore))
    spaceBefore = false
  }

  private mutating func number(_ tokens: inout [Token], _ letters: inout [UInt8]) {
    let start = Int32(position)
    let scalarStart = Int32(scalarOffset)
    let foldedStart = Int32(letters.count)
    var end = position
    var scalarEnd = scalarOffset
    while position < bytes.count {
      let (scalar, width) = decode(at: position)
      let code = LetterCode.fold(scalar)
      if LetterCode.isDigit(code) {
        letters.append(code)
        advance(width)
        end = position
        scalarEnd = scalarOffset
      } else if code == LetterCode.dropped {
        advance(width)
      } else {
        break
      }
    }
    append(.number, start, end, scalarStart, scalarEnd, foldedStart, &tokens, letters.count)
  }

  private mutating func word(_ tokens: inout [Token], _ letters: inout [UInt8]) {
    let start = Int32(position)
    let scalarStart = Int32(scalarOffset)
    let foldedStart = Int32(letters.count)
    var end = position
    var scalarEnd = scalarOffset
    var afterTatweel = false
    while position < bytes.count {
      let (scalar, width) = decode(at: position)
      if PresentationForms.contains(scalar) {
        letters.append(contentsOf: PresentationForms.letters(of: scalar))
        advance(width)
        (end, scalarEnd, afterTatweel) = (position, scalarOffset, false)
        continue
      }
      let code = LetterCode.fold(scalar)
      if code == LetterCode.dropped {
        afterTatweel = afterTatweel || scalar == Self.tatweel
        advance(width)
        // A mark that closes the word belongs to its words in the original.
        (end, scalarEnd) = (position, scalarOffset)
        continue
      }
      if code == LetterCode.breakCode {
        guard joins(scalar, width, lettersSoFar: letters.count - Int(foldedStart), afterTatweel: afterTatweel) else {
          break
        }
        advance(width)
        continue
      }
      if LetterCode.isDigit(code) { break }
      letters.append(code)
      advance(width)
      (end, scalarEnd, afterTatweel) = (position, scalarOffset, false)
    }
    append(.word, start, end, scalarStart, scalarEnd, foldedStart, &tokens, letters.count)
    tokens[tokens.count - 1].startsWithHamza = [0x622, 0x623, 0x625].contains(decode(at: Int(start)).scalar)
  }

  private mutating func append(
    _ kind: Token.Kind, _ start: Int32, _ end: Int, _ scalarStart: Int32, _ scalarEnd: Int, _ foldedStart: Int32,
    _ tokens: inout [Token], _ letterCount: Int
  ) {
    tokens.append(
      Token(
        kind: kind, scalar: 0, start: start, end: Int32(end), scalarStart: scalarStart, scalarEnd: Int32(scalarEnd),
        foldedStart: foldedStart, foldedEnd: Int32(letterCount), spaceBefore: spaceBefore))
    spaceBefore = false
  }

  /// True when a mark stands inside a word only to hide it: an asterisk between letters («ki*lled»), a mark beside a tatweel
  /// («قـ.ـتل»), or a dot between single letters («د.ا.ع.ش»).
  private func joins(_ scalar: UInt32, _ width: Int, lettersSoFar: Int, afterTatweel: Bool) -> Bool {
    guard scalar == 0x2A || scalar == 0x2E || scalar == 0x5F || scalar == 0xB7 || scalar == 0x2022 else { return false }
    let next = position + width
    guard next < bytes.count else { return false }
    let (following, followingWidth) = decode(at: next)
    if following == Self.tatweel || (afterTatweel && LetterCode.isArabic(LetterCode.fold(following))) { return true }
    let code = LetterCode.fold(following)
    guard code != LetterCode.breakCode, code != LetterCode.dropped, !LetterCode.isDigit(code) else { return false }
    if scalar == 0x2A { return true }
    guard scalar == 0x2E, LetterCode.isArabic(code) else { return false }
    // Dots join single Arabic letters only; «انتهى.وقال» (a missing space) stays two words.
    let afterFollowing = next + followingWidth
    let singleAfter: Bool
    if afterFollowing >= bytes.count {
      singleAfter = true
    } else {
      let third = LetterCode.fold(decode(at: afterFollowing).scalar)
      singleAfter = third == LetterCode.breakCode
    }
    // «يد.اهم»: a word of two letters does not end a sentence that goes on without a space.
    return singleAfter && dottedSoFar(lettersSoFar) || lettersSoFar == 2
  }

  /// True when the letters read so far stand alone or are parted by dots, one by one.
  private func dottedSoFar(_ letters: Int) -> Bool {
    if letters == 1 { return true }
    // Look back over the previous two scalars: a letter with a dot before it.
    var index = position - 1
    while index > 0, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return index > 0 && bytes[index - 1] == 0x2E
  }

  /// Decodes the scalar at an offset; a byte that is no valid UTF-8 reads as U+FFFD of width 1.
  private func decode(at offset: Int) -> (scalar: UInt32, width: Int) {
    let first = bytes[offset]
    if first < 0x80 { return (UInt32(first), 1) }
    let remaining = bytes.count - offset
    if first & 0xE0 == 0xC0, remaining >= 2 {
      return (UInt32(first & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F), 2)
    }
    if first & 0xF0 == 0xE0, remaining >= 3 {
      let high = UInt32(first & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6
      return (high | UInt32(bytes[offset + 2] & 0x3F), 3)
    }
    if first & 0xF8 == 0xF0, remaining >= 4 {
      let high = UInt32(first & 0x07) << 18 | UInt32(bytes[offset + 1] & 0x3F) << 12
      return (high | UInt32(bytes[offset + 2] & 0x3F) << 6 | UInt32(bytes[offset + 3] & 0x3F), 4)
    }
    return (0xFFFD, 1)
  }
}
