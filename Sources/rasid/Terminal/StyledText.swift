/// Text with colours that is wrapped to a width; right-to-left words keep their order on every line.
///
/// Nothing is reversed: letters stand in the order in which they are spoken, and the terminal lays them out. Colours are
/// taken up again on every line, and so are isolates that a line end would cut.
struct StyledText {
  /// How letters look: the numbers of an ANSI sequence, empty for plain ones.
  struct Style: Equatable {
    var codes: String

    static let plain = Style(codes: "")
    static let bold = Style(codes: "1")
    static let dim = Style(codes: "2")
    /// What was discarded.
    static let discarded = Style(codes: "31")

    /// The colour of a record, counted from 1; they come round again.
    static func record(_ number: Int) -> Style {
      let colours = ["36", "33", "32", "35", "34", "96", "93", "92", "95", "94"]
      return Style(codes: colours[(number - 1) % colours.count])
    }

    /// The same in bold and underlined: the words of a field.
    var strong: Style { Style(codes: codes.isEmpty ? "1;4" : "1;4;" + codes) }

    /// The same with light and dark changed: a number before the words.
    var reversed: Style { Style(codes: codes.isEmpty ? "7" : "7;" + codes) }
  }

  private var scalars: [(scalar: Unicode.Scalar, style: Style)] = []

  /// Adds text that the program says.
  mutating func add(_ text: String, _ style: Style = .plain) {
    for scalar in text.unicodeScalars { scalars.append((scalar, style)) }
  }

  /// Adds words of an article or table between isolates, without what could steer the terminal.
  mutating func quote(_ text: String, _ style: Style = .plain) {
    add(DisplayWidth.isolated(DisplayWidth.oneLine(text)), style)
  }

  /// True when nothing was added.
  var isEmpty: Bool { scalars.isEmpty }

  /// The text in lines that end in LF.
  /// - Parameters:
  ///   - width: the most columns of a line, the indent included.
  ///   - indent: the columns before the first line.
  ///   - hanging: the columns before the others.
  ///   - direction: the way of every line, also of one that begins with a word of the other; nil leaves it to its words.
  func lines(
    width: Int, indent: Int = 0, hanging: Int? = nil, direction: Direction? = .leftToRight, hasColour: Bool
  ) -> String {
    var result = ""
    var start = 0
    var depth = 0
    var left = indent
    repeat {
      let end = lineEnd(from: start, columns: max(8, width - left))
      result += String(repeating: " ", count: left)
      // Many terminals lay a line out by its first letter, one within isolates included.
      if let direction, let first = Self.direction(of: scalars[start..<end]), first != direction {
        result += direction == .rightToLeft ? "\u{200F}" : "\u{200E}"
      }
      result += line(start..<end, depth: &depth, hasColour: hasColour) + "\n"
      start = end
      // The space at which the line was broken is gone.
      while start < scalars.count, scalars[start].scalar == " " { start += 1 }
      left = hanging ?? indent
    } while start < scalars.count
    return result
  }

  /// Which way the first letter with a direction goes; nil when there is none.
  private static func direction(of scalars: some Sequence<(scalar: Unicode.Scalar, style: Style)>) -> Direction? {
    for (scalar, _) in scalars {
      if DisplayWidth.isRightToLeft(scalar) { return .rightToLeft }
      if scalar.properties.isAlphabetic { return .leftToRight }
    }
    return nil
  }

  /// The way of a line.
  enum Direction { case leftToRight, rightToLeft }

  /// Which way the text goes as a whole; nil when no letter tells.
  var direction: Direction? { Self.direction(of: scalars) }

  private func lineEnd(from start: Int, columns: Int) -> Int {
    var used = 0
    var lastSpace: Int?
    for index in start..<scalars.count {
      if scalars[index].scalar == " " { lastSpace = index }
      used += DisplayWidth.columns(of: scalars[index].scalar)
      if used > columns {
        // A word longer than the line is cut where the line ends.
        if let lastSpace, lastSpace > start { return lastSpace }
        return index > start ? index : index + 1
      }
    }
    return scalars.count
  }

  private func line(_ range: Range<Int>, depth: inout Int, hasColour: Bool) -> String {
    var result = String.UnicodeScalarView()
    for _ in 0..<depth { result.append(DisplayWidth.firstStrongIsolate) }
    var style = Style.plain
    func change(to next: Style) {
      guard hasColour, next != style else { return }
      if style != .plain { result.append(contentsOf: "\u{1B}[0m".unicodeScalars) }
      if next != .plain { result.append(contentsOf: "\u{1B}[\(next.codes)m".unicodeScalars) }
      style = next
    }
    for (scalar, next) in scalars[range] {
      change(to: next)
      if scalar == DisplayWidth.firstStrongIsolate { depth += 1 }
      if scalar == DisplayWidth.popIsolate { depth = max(0, depth - 1) }
      result.append(scalar)
    }
    change(to: .plain)
    for _ in 0..<depth { result.append(DisplayWidth.popIsolate) }
    return String(result)
  }
}
