/// Tells code from comments and strings; rough, but right for the Swift of this package.
enum CodeText {
  /// The text with comments and the contents of strings replaced by nothing; line ends stay. What is interpolated counts as string.
  static func code(of text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var code = String.UnicodeScalarView()
    var index = 0
    func starts(_ word: String, at index: Int) -> Bool { scalars[index...].starts(with: word.unicodeScalars) }
    func keepLineEnds(_ range: Range<Int>) { code.append(contentsOf: scalars[range].filter { $0 == "\n" }) }
    while index < scalars.count {
      let start = index
      if starts("//", at: index) {
        index = scalars[index...].firstIndex(of: "\n") ?? scalars.count
      } else if starts("/*", at: index) {
        index += 2
        while index < scalars.count, !starts("*/", at: index) { index += 1 }
        index = min(index + 2, scalars.count)
        keepLineEnds(start..<index)
      } else if starts("\"\"\"", at: index) {
        index += 3
        while index < scalars.count, !starts("\"\"\"", at: index) { index += scalars[index] == "\\" ? 2 : 1 }
        index = min(index + 3, scalars.count)
        code.append(contentsOf: "\"\"".unicodeScalars)
        keepLineEnds(start..<index)
      } else if scalars[index] == "\"" {
        index = endOfString(scalars, index)
        code.append(contentsOf: "\"\"".unicodeScalars)
      } else {
        code.append(scalars[index])
        index += 1
      }
    }
    return String(code)
  }

  /// The index behind a string that opens at an index; strings within its interpolations are passed over.
  private static func endOfString(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    var index = start + 1
    while index < scalars.count, scalars[index] != "\"", scalars[index] != "\n" {
      guard scalars[index] == "\\" else {
        index += 1
        continue
      }
      index += 2
      guard index <= scalars.count, scalars[index - 1] == "(" else { continue }
      var depth = 1
      while index < scalars.count, depth > 0 {
        switch scalars[index] {
        case "(": depth += 1
        case ")": depth -= 1
        case "\"": index = endOfString(scalars, index) - 1
        default: break
        }
        index += 1
      }
    }
    return min(index + 1, scalars.count)
  }
}
