internal import ArabicText

/// Reads a distance: «20 كم» "20 km", «على بعد ثلاثين كيلومتراً» "at a distance of thirty kilometres", «بنحو 15 كم» "by some 15 km",
/// «كيلومترين» "two kilometres".
struct DistanceReader {
  let text: TokenizedText
  let hits: SpatialHits

  /// The distance that begins at a token, km, and where it ends, a «عن» or «من» "from" behind it included; nil for none.
  func distance(at start: Int) -> (km: Double, end: Int)? {
    var token = start
    while token < start + 5, text.isWord(token, among: PlaceFrameWord.atDistance) { token += 1 }
    guard token < text.tokens.count else { return nil }
    let introduced = token > start
    guard let (value, factor, unitEnd) = digits(at: token) ?? words(at: token, introduced: introduced) else {
      return nil
    }
    var end = unitEnd
    if text.isWord(end, among: PlaceFrameWord.afterDistance) { end += 1 }
    return (value * factor, end)
  }

  private func digits(at token: Int) -> (value: Double, factor: Double, end: Int)? {
    guard text.tokens[token].kind == .number, let whole = number(token) else { return nil }
    // «1.5 كم»: a point without a space between digits.
    if token + 2 < text.tokens.count, [0x2E, 0x2C, 0x66B].contains(text.tokens[token + 1].scalar),
      !text.tokens[token + 2].spaceBefore, text.tokens[token + 2].kind == .number,
      let unit = hits.hit(at: token + 3, .unit), let factor = Double(hits.value(unit)),
      let value = Double("\(whole).\(String(decoding: text.folded(token + 2), as: UTF8.self))")
    {
      return (value, factor, unit.tokens.upperBound)
    }
    guard let unit = hits.hit(at: token + 1, .unit), let factor = Double(hits.value(unit)) else { return nil }
    return (Double(whole), factor, unit.tokens.upperBound)
  }

  private func number(_ token: Int) -> Int? {
    let digits = text.folded(token)
    return digits.count <= 4 ? Int(String(decoding: digits, as: UTF8.self)) : nil
  }

  // Numerals up to a unit no more than three words away; the unit alone is one, or two in the dual.
  private func words(at start: Int, introduced: Bool) -> (value: Double, factor: Double, end: Int)? {
    if let unit = hits.hit(at: start, .unit), introduced || unit.clitics.contains(.beh),
      let factor = Double(hits.value(unit))
    {
      var end = unit.tokens.upperBound
      if let one = hits.hit(at: end, .numeral), hits.value(one) == "1" { end = one.tokens.upperBound }
      let letters = text.folded(start)
      let isDual = letters.suffix(2).elementsEqual([LetterCode.yeh, LetterCode.noon]) && unit.tokens.count == 1
      return (isDual ? 2 : 1, factor, end)
    }
    guard (start + 1...start + 4).contains(where: { hits.hit(at: $0, .unit) != nil }) else { return nil }
    var token = start
    var value = 0.0
    while token < start + 4 {
      if token > start, text.isWord(token, PlaceFrameWord.and) { token += 1 }
      guard let numeral = hits.hit(at: token, .numeral), let part = Double(hits.value(numeral)) else { break }
      value += part
      token = numeral.tokens.upperBound
    }
    guard value > 0, let unit = hits.hit(at: token, .unit), let factor = Double(hits.value(unit)) else { return nil }
    return (value, factor, unit.tokens.upperBound)
  }
}
