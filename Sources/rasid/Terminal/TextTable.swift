internal import Formats

/// A table for people: columns as wide as the first rows need, the last one as wide as the terminal leaves.
struct TextTable {
  struct Column {
    let title: String
    /// The most columns of the terminal that it may take.
    let most: Int
    /// What it may be cut to where the terminal is narrow; nil when it must not be cut.
    var least: Int?
    var isRightAligned = false
  }

  // The widths are settled by so many rows, so that a long answer begins before it is complete.
  private static let rowsForWidths = 200
  private static let gap = "  "
  private static let leastRest = 12

  private let columns: [Column]
  private let width: Int
  private let hasColour: Bool
  private var waiting: [[String]] = []
  private var widths: [Int] = []

  /// - Parameter width: of the terminal; a table that needs more than it is made wider.
  init(_ columns: [Column], width: Int, hasColour: Bool) {
    self.columns = columns
    self.width = width
    self.hasColour = hasColour
  }

  /// Takes a row in and gives the text that is ready.
  mutating func add(_ cells: [String]) -> String {
    guard widths.isEmpty else { return line(cells) }
    waiting.append(cells)
    return waiting.count < Self.rowsForWidths ? "" : settle()
  }

  /// Gives the rest of the text; a table without rows has no header either.
  mutating func finish() -> String { waiting.isEmpty ? "" : settle() }

  private mutating func settle() -> String {
    widths = columns.indices.map { index in
      let longest = waiting.lazy.map { DisplayWidth.of($0[index]) }.max() ?? 0
      return min(columns[index].most, max(DisplayWidth.of(columns[index].title), longest))
    }
    var rest = width - widths.dropLast().reduce(0) { $0 + $1 + Self.gap.count }
    // From the right, where the longest names stand.
    for index in columns.indices.dropLast().reversed() where rest < Self.leastRest {
      let given = min(Self.leastRest - rest, max(0, widths[index] - (columns[index].least ?? widths[index])))
      widths[index] -= given
      rest += given
    }
    widths[widths.count - 1] = max(Self.leastRest, rest)
    let header = line(columns.map(\.title))
    let text = (hasColour ? "\u{1B}[1m\(header.dropLast())\u{1B}[0m\n" : header) + waiting.map(line).joined()
    waiting = []
    return text
  }

  private func line(_ cells: [String]) -> String {
    var text = ""
    for (index, cell) in cells.enumerated() {
      let cut = DisplayWidth.cut(cell, to: widths[index])
      let space = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.of(cut)))
      let isLast = index == cells.count - 1
      let shown = DisplayWidth.isolated(cut)
      text += columns[index].isRightAligned ? space + shown : isLast ? shown : shown + space
      if !isLast { text += Self.gap }
    }
    return text + "\n"
  }
}
