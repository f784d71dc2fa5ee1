/// The readable text of a page: one line per block, white space collapsed, what is left out left out.
struct PageText {
  /// The lines, none of them empty.
  private(set) var lines: [String] = []
  private var current = String.UnicodeScalarView()
  private var wantsSpace = false

  private static let blocks: Set<String> = [
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li",
    "main",
    "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "br",
  ]

  /// Reads the text within a node.
  init(of tree: PageTree, within start: Int, outline: PageOutline) {
    var openEnds: [Int] = []
    var index = start
    while index < tree.nodes[start].end {
      while let end = openEnds.last, end <= index {
        endLine()
        openEnds.removeLast()
      }
      let node = tree.nodes[index]
      if outline.isDropped[index] {
        index = node.end
        continue
      }
      if let name = node.element {
        if PageText.blocks.contains(name) {
          endLine()
          openEnds.append(node.end)
        } else if name == "td" || name == "th" {
          wantsSpace = true
        }
      } else {
        append(node.text)
      }
      index += 1
    }
    endLine()
  }

  private mutating func append(_ text: String) {
    for scalar in text.unicodeScalars {
      if PageText.isSpace(scalar) {
        wantsSpace = true
      } else {
        if wantsSpace, !current.isEmpty { current.append(" ") }
        wantsSpace = false
        current.append(scalar)
      }
    }
  }

  private mutating func endLine() {
    if !current.isEmpty { lines.append(String(current)) }
    current = String.UnicodeScalarView()
    wantsSpace = false
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// A text on one line, white space collapsed and trimmed.
  static func collapsed(_ text: String) -> String {
    var collapsed = String.UnicodeScalarView()
    var wantsSpace = false
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        wantsSpace = !collapsed.isEmpty
      } else {
        if wantsSpace { collapsed.append(" ") }
        wantsSpace = false
        collapsed.append(scalar)
      }
    }
    return String(collapsed)
  }
}
