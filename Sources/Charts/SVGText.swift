/// The bytes of an SVG drawing, element by element.
struct SVGText {
  private(set) var text = ""

  /// Adds a line as it is.
  mutating func line(_ line: String) {
    text += line
    text += "\n"
  }

  /// Adds an element with a text inside; the text is escaped, the attributes are not.
  mutating func element(_ name: String, _ attributes: String, _ content: String) {
    line("<\(name)\(attributes.isEmpty ? "" : " ")\(attributes)>\(Self.escaped(content))</\(name)>")
  }

  /// A text as XML takes it: markup escaped, what XML 1.0 forbids left out, and so are embeddings and overrides of
  /// direction, which could turn what follows around.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result += "&amp;"
      case 0x3C: result += "&lt;"
      case 0x3E: result += "&gt;"
      case 0x22: result += "&quot;"
      case 0x27: result += "&apos;"
      case 0x09, 0x0A, 0x0D: result += " "
      case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A number with at most one decimal: tenths of a pixel are finer than any screen. What is not finite is 0.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let whole = "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10)"
    return tenths % 10 == 0 ? (tenths == 0 ? "0" : whole) : "\(whole).\(abs(tenths) % 10)"
  }
}
