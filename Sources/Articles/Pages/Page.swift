/// A web page as read: its metadata and the text of its article, the title first.
struct Page {
  let metadata: PageMetadata
  let text: String

  /// How many lines from the top the title is looked for, below a path of sections and the like.
  private static let titleLines = 5

  /// Reads a page; nil when there is nothing to parse.
  /// - Throws: ``PageTree/TooComplex``.
  init?(_ source: String) throws(PageTree.TooComplex) {
    guard let tree = try PageTree(page: source), !tree.nodes.isEmpty else { return nil }
    let outline = PageOutline(tree)
    metadata = PageMetadata(of: tree)
    var lines = PageText(of: tree, within: outline.articleIndex, outline: outline).lines
    if let title = metadata.title, !title.isEmpty, !Page.begins(lines.first, with: title) {
      // The title once only, or its incident would be read twice.
      if let again = lines.prefix(Page.titleLines).firstIndex(of: title) { lines.remove(at: again) }
      if !lines.isEmpty { lines.insert(title, at: 0) }
    }
    text = lines.joined(separator: "\n")
  }

  /// True when the line begins with the title, or is the title without the site's name behind it.
  private static func begins(_ line: String?, with title: String) -> Bool {
    guard let line else { return false }
    return line.hasPrefix(title) || (title.hasPrefix(line) && line.unicodeScalars.count >= 12)
  }
}
