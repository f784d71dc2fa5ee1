internal import Geography

extension AreaFormula {
  /// Reads a formula.
  /// - Throws: ``AreaFormulaFault`` at the first character that does not fit.
  package init(_ text: String) throws(AreaFormulaFault) {
    var reader = AreaFormulaReader(text)
    self = try reader.formula()
    try reader.end()
  }
}

/// Reads formulas by descent: a sum of products of factors.
private struct AreaFormulaReader {
  private struct Token {
    var text: String
    var column: Int
  }

  private var tokens: [Token] = []
  private var next = 0
  private let length: Int
  // Deeper than any formula a person writes; keeps a hostile one from the end of the stack.
  private var depth = 0
  private static let depthLimit = 50

  init(_ text: String) {
    length = text.count
    var word = Token(text: "", column: 1)
    for (index, character) in text.enumerated() {
      let isMark = character == "(" || character == ")" || character == ","
      if (isMark || character == " "), !word.text.isEmpty {
        tokens.append(word)
        word.text = ""
      }
      if isMark { tokens.append(Token(text: String(character), column: index + 1)) }
      guard !isMark, character != " " else { continue }
      if word.text.isEmpty { word.column = index + 1 }
      word.text.append(character)
    }
    if !word.text.isEmpty { tokens.append(word) }
  }

  mutating func formula() throws(AreaFormulaFault) -> AreaFormula {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw fault("at most \(Self.depthLimit) brackets within one another") }
    var result = try product()
    while true {
      if take("+") {
        result = .union(result, try product())
      } else if take("-") {
        result = .difference(result, try product())
      } else {
        return result
      }
    }
  }

  mutating func end() throws(AreaFormulaFault) {
    guard next == tokens.count else { throw fault("+, - or & between spaces, or the end") }
  }

  private mutating func product() throws(AreaFormulaFault) -> AreaFormula {
    var result = try factor()
    while take("&") { result = .intersection(result, try factor()) }
    return result
  }

  private mutating func factor() throws(AreaFormulaFault) -> AreaFormula {
    if take("(") {
      let inner = try formula()
      try expect(")")
      return inner
    }
    let start = next
    let name = try name()
    guard take("(") else { return .name(name) }
    let result: AreaFormula
    switch name {
    case "near":
      let inner = try formula()
      try expect(",")
      result = .near(inner, km: try distance())
    case "circle":
      let centre = try position()
      try expect(",")
      result = .circle(centre, km: try distance())
    case "left-of": result = .leftOf(try self.name())
    case "right-of": result = .rightOf(try self.name())
    case "box":
      let southWest = try position()
      try expect(",")
      let northEast = try position()
      guard southWest.longitude < northEast.longitude, southWest.latitude < northEast.latitude else {
        throw fault("the south-west corner before the north-east corner", at: start)
      }
      result = .box(
        BoundingBox(
          west: southWest.longitude, south: southWest.latitude, east: northEast.longitude, north: northEast.latitude))
    default: throw fault("near, circle, left-of, right-of or box before a bracket", at: start)
    }
    try expect(")")
    return result
  }

  private mutating func name() throws(AreaFormulaFault) -> String {
    guard next < tokens.count, let first = tokens[next].text.unicodeScalars.first, first.properties.isAlphabetic,
      tokens[next].text.unicodeScalars.allSatisfy({ $0.isASCII && ($0.properties.isAlphabetic || isDigitOrHyphen($0)) })
    else { throw fault("a P-code, an id, or a bracket") }
    defer { next += 1 }
    return tokens[next].text
  }

  private func isDigitOrHyphen(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || ("0"..."9").contains(scalar)
  }

  // 38.6178 E 33.5064 N
  private mutating func position() throws(AreaFormulaFault) -> Coordinate {
    let start = next
    let longitude = try number("a longitude such as 38.6 E")
    try expect("E")
    let latitude = try number("a latitude such as 33.5 N")
    try expect("N")
    let position = Coordinate(longitude: longitude, latitude: latitude)
    guard position.isValid else { throw fault("degrees of WGS 84, longitude first", at: start) }
    return position
  }

  private mutating func distance() throws(AreaFormulaFault) -> Double {
    let start = next
    let km = try number("a distance such as 6 km")
    guard km > 0, km <= 1000 else { throw fault("a distance above 0 and up to 1000 km", at: start) }
    try expect("km")
    return km
  }

  private mutating func number(_ expected: String) throws(AreaFormulaFault) -> Double {
    guard next < tokens.count, let value = Double(tokens[next].text), value.isFinite else { throw fault(expected) }
    next += 1
    return value
  }

  private mutating func take(_ text: String) -> Bool {
    guard next < tokens.count, tokens[next].text == text else { return false }
    next += 1
    return true
  }

  private mutating func expect(_ text: String) throws(AreaFormulaFault) {
    guard take(text) else { throw fault("\"\(text)\"") }
  }

  private func fault(_ expected: String, at index: Int? = nil) -> AreaFormulaFault {
    let index = index ?? next
    guard index < tokens.count else {
      return AreaFormulaFault(expected: expected, found: "the end", column: length + 1)
    }
    return AreaFormulaFault(expected: expected, found: "\"\(tokens[index].text)\"", column: tokens[index].column)
  }
}
