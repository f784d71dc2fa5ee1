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
      if Self.isSpace(scalar) {
        spaceBefore = true
        advance(width)
        continue
      }
      let code = Self.code(scalar)
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

  /// White space of every width, and of none; line ends are another matter.
  private static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09, 0x0B, 0x0C, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// The folded code of a scalar, of a presentation form that of its first letter.
  private static func code(_ scalar: UInt32) -> UInt8 {
    PresentationForms.contains(scalar) ? PresentationForms.first(of: scalar) : LetterCode.fold(scalar)
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
    // Letters since the beginning or the last dot that joined two.
    var sinceDot = 0
    var hamza: UInt8?
    // After how many letters the last fatha stands.
    var fatha = 0
    while position < bytes.count {
      let (scalar, width) = decode(at: position)
      let letterCount = letters.count - Int(foldedStart)
      if PresentationForms.contains(scalar) {
        if hamza == nil, letterCount < 4, let place = PresentationForms.hamzaAlef(in: scalar) {
          hamza = UInt8(letterCount + place)
        }
        PresentationForms.append(scalar, to: &letters)
        if letters.count - Int(foldedStart) > letterCount {
          sinceDot += 1
          afterTatweel = false
        }
        advance(width)
        (end, scalarEnd) = (position, scalarOffset)
        continue
      }
      let code = LetterCode.fold(scalar)
      if code == LetterCode.dropped {
        // A hamza or madda written behind its alef.
        if 0x0653...0x0655 ~= scalar, hamza == nil, letterCount <= 4, letterCount > 0, letters.last == LetterCode.alef {
          hamza = UInt8(letterCount - 1)
        }
        if scalar == 0x064E { fatha = letterCount }
        afterTatweel = afterTatweel || scalar == Self.tatweel
        advance(width)
        // A mark that closes the word belongs to its words in the original.
        (end, scalarEnd) = (position, scalarOffset)
        continue
      }
      if code == LetterCode.breakCode {
        let isShort = letterCount == 2 && !Self.functionWords.contains(Self.pair(letters))
        guard let marks = joining(scalar, width, isSingle: sinceDot == 1, isShort: isShort, afterTatweel: afterTatweel)
        else { break }
        if scalar == 0x2E { sinceDot = 0 }
        for _ in 0..<marks { advance(decode(at: position).width) }
        continue
      }
      if LetterCode.isDigit(code) { break }
      if code == LetterCode.alef, hamza == nil, letterCount < 4,
        scalar == 0x0622 || scalar == 0x0623 || scalar == 0x0625
      {
        hamza = UInt8(letterCount)
      }
      letters.append(code)
      sinceDot += 1
      advance(width)
      (end, scalarEnd, afterTatweel) = (position, scalarOffset, false)
    }
    append(.word, start, end, scalarStart, scalarEnd, foldedStart, &tokens, letters.count)
    tokens[tokens.count - 1].hamza = hamza
    let count = letters.count - Int(foldedStart)
    tokens[tokens.count - 1].isMarkedDual =
      fatha > 2 && fatha == count - 2 && letters[letters.count - 2] == LetterCode.yeh && letters.last == LetterCode.noon
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

  /// The words of two letters that may end a sentence although no space follows its dot: «سمح له.وقال».
  private static let functionWords: [UInt16] = [
    "له", "به", "لك", "في", "من", "عن", "لا", "ما", "لم", "لن", "هو", "هي", "هم", "كل", "أو", "إن", "قد", "مع", "بك",
    "أي",
  ].map { word in pair(word.unicodeScalars.map { LetterCode.fold($0.value) }) }

  /// The last two letters as one number, so that they compare without a copy.
  private static func pair(_ letters: [UInt8]) -> UInt16 {
    letters.count < 2 ? 0 : UInt16(letters[letters.count - 2]) << 8 | UInt16(letters[letters.count - 1])
  }

  /// How many marks stand inside a word only to hide it: an asterisk between letters («ki*lled»), marks beside a tatweel
  /// («قـ.ـتل», «الاشتـ..ـباكات»), a dot between single letters («د.ا.ع.ش»), after two («يد.اهم») or near the end («رصا.ص»); nil when
  /// the mark ends the word.
  /// - Parameters:
  ///   - isSingle: one letter stands since the beginning of the word or its last dot.
  ///   - isShort: the word has two letters so far, and is none that may end a sentence.
  private func joining(_ scalar: UInt32, _ width: Int, isSingle: Bool, isShort: Bool, afterTatweel: Bool) -> Int? {
    guard Self.hides(scalar) else { return nil }
    var next = position + width
    var marks = 1
    while next < bytes.count, marks < 3, Self.hides(decode(at: next).scalar) {
      next += decode(at: next).width
      marks += 1
    }
    guard next < bytes.count else { return nil }
    let following = decode(at: next).scalar
    let code = Self.code(following)
    if following == Self.tatweel || (afterTatweel && LetterCode.isArabic(code)) { return marks }
    if scalar == 0x2A, marks == 1 {
      return code != LetterCode.breakCode && code != LetterCode.dropped && !LetterCode.isDigit(code) ? 1 : nil
    }
    guard scalar == 0x2E, marks <= 2 else { return nil }
    // A word of two letters does not end a sentence that goes on without a space.
    if isShort, LetterCode.isArabic(code) { return marks }
    // Nor does a sentence begin with one letter or two that mean nothing by themselves.
    if let rest = shortRest(next) { return rest ? marks : nil }
    guard isSingle, marks == 1 else { return nil }
    // Dots join single Arabic letters only; «انتهى.وقال» (a missing space) stays two words.
    let letter = afterDropped(next)
    guard letter < bytes.count else { return nil }
    let (single, singleWidth) = decode(at: letter)
    guard LetterCode.isArabic(Self.code(single)) else { return nil }
    let third = afterDropped(letter + singleWidth)
    return third >= bytes.count || Self.code(decode(at: third).scalar) == LetterCode.breakCode ? 1 : nil
  }

  /// Marks that hide a word from moderators.
  private static func hides(_ scalar: UInt32) -> Bool {
    scalar == 0x2A || scalar == 0x2E || scalar == 0x5F || scalar == 0xB7 || scalar == 0x2022
  }

  /// True when one letter or two, no word by themselves, are all that follows before a space; nil when more follows.
  private func shortRest(_ offset: Int) -> Bool? {
    var offset = afterDropped(offset)
    var letters: [UInt8] = []
    while offset < bytes.count, letters.count < 3 {
      let (scalar, width) = decode(at: offset)
      let code = Self.code(scalar)
      guard LetterCode.isArabic(code) else { break }
      letters.append(code)
      offset = afterDropped(offset + width)
    }
    guard (1...2).contains(letters.count) else { return nil }
    // A dot behind it makes it an initial: «م. ع. ج».
    if offset < bytes.count, decode(at: offset).scalar == 0x2E { return nil }
    return letters.count == 1 ? letters[0] != LetterCode.waw : !Self.functionWords.contains(Self.pair(letters))
  }

  /// The first offset from this one on whose scalar is not dropped; the readers of a dotted word see no other.
  private func afterDropped(_ offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count {
      let (scalar, width) = decode(at: offset)
      guard Self.code(scalar) == LetterCode.dropped else { break }
      offset += width
    }
    return offset
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
