/// Which parts of a page carry the article: what to leave out, and the container to prefer.
struct PageOutline {
  private let tree: PageTree
  /// Whether a node, with all within it, is left out.
  private(set) var isDropped: [Bool]
  /// The length of the text within a node that is not left out, in UTF-8 bytes without white space.
  private var textLength: [Int]

  private static let droppedElements: Set<String> = [
    "script", "style", "button", "noscript", "svg", "template", "iframe", "head", "select", "textarea", "object",
    "audio",
    "video", "canvas", "map", "dialog",
  ]
  /// Left out unless most of the page lies within: some sites put the whole page into a form, others never close a menu.
  private static let surroundings: Set<String> = ["nav", "footer", "aside", "form"]
  private static let droppedRoles: Set<String> = ["navigation", "banner", "contentinfo", "complementary", "search"]
  private static let menuElements: Set<String> = [
    "ul", "ol", "div", "section", "table", "dl", "header", "nav", "footer", "aside", "form",
  ]
  private static let containers: Set<String> = [
    "div", "section", "main", "article", "td", "table", "tbody", "tr", "body",
  ]

  init(_ tree: PageTree) {
    self.tree = tree
    isDropped = Array(repeating: false, count: tree.nodes.count)
    textLength = Array(repeating: 0, count: tree.nodes.count)
    dropByName()
    measure()
    dropSurroundings()
    measure()
  }

  /// The node to read: the marked body of the article, else `<article>`, else `<main>`, else the innermost container
  /// that still holds four fifths of the page's text.
  var articleIndex: Int {
    let total = textLength.first ?? 0
    let marks: [(PageTree.Node) -> Bool] = [
      { $0.attributes["itemprop"]?.lowercased() == "articlebody" },
      { $0.element == "article" },
      { $0.element == "main" || $0.attributes["role"]?.lowercased() == "main" },
    ]
    for isMarked in marks {
      let candidates = tree.nodes.indices.filter { !isDropped[$0] && isMarked(tree.nodes[$0]) }
      // A teaser is an <article>, too: the longest counts, and it must carry a fair part of the page.
      guard let longest = candidates.max(by: { textLength[$0] < textLength[$1] }) else { continue }
      if textLength[longest] * 4 >= total, textLength[longest] > 0 { return longest }
    }
    return innermostContainer(holding: total)
  }

  private func innermostContainer(holding total: Int) -> Int {
    var current = 0
    var index = 1
    while index < tree.nodes[current].end {
      let node = tree.nodes[index]
      if let name = node.element, PageOutline.containers.contains(name), textLength[index] * 5 >= total * 4, total > 0 {
        current = index
        index += 1
      } else {
        index = node.element == "html" ? index + 1 : node.end
      }
    }
    return current
  }

  private mutating func dropByName() {
    for (index, node) in tree.nodes.enumerated() {
      if node.parent >= 0, isDropped[node.parent] {
        isDropped[index] = true
      } else if let name = node.element {
        let style = node.attributes["style"]?.lowercased().filter { $0 != " " } ?? ""
        isDropped[index] =
          PageOutline.droppedElements.contains(name) || node.attributes["hidden"] != nil
          || style.contains("display:none")
      }
    }
  }

  /// Leaves out what stands around an article by its name or role; needs the lengths of a first measure.
  private mutating func dropSurroundings() {
    let total = textLength.first ?? 0
    let isPlainHead = plainHeads()
    for (index, node) in tree.nodes.enumerated() where !isDropped[index] {
      if node.parent >= 0, isDropped[node.parent] {
        isDropped[index] = true
      } else if let name = node.element, textLength[index] * 2 < total {
        isDropped[index] =
          PageOutline.surroundings.contains(name)
          || PageOutline.droppedRoles.contains(node.attributes["role"]?.lowercased() ?? "")
          || isPlainHead[index]
      }
    }
  }

  /// Whether a site's head may go: it stands outside of the article and holds neither headline nor time. One pass each
  /// way, for heads may nest.
  private func plainHeads() -> [Bool] {
    var isWithin = Array(repeating: false, count: tree.nodes.count)
    var holdsHeadline = isWithin
    for (index, node) in tree.nodes.enumerated() {
      isWithin[index] =
        node.element == "article" || node.element == "main" || (node.parent >= 0 && isWithin[node.parent])
    }
    for (index, node) in tree.nodes.enumerated().reversed() {
      if node.element == "h1" || node.element == "time" { holdsHeadline[index] = true }
      if holdsHeadline[index], node.parent >= 0 { holdsHeadline[node.parent] = true }
    }
    return tree.nodes.indices.map { tree.nodes[$0].element == "header" && !isWithin[$0] && !holdsHeadline[$0] }
  }

  /// Measures the text within each node, and leaves out blocks that are nearly all links (at least three of them), as
  /// menus and lists of related pages are.
  private mutating func measure() {
    textLength = Array(repeating: 0, count: tree.nodes.count)
    var linkLength = Array(repeating: 0, count: tree.nodes.count)
    var links = Array(repeating: 0, count: tree.nodes.count)
    // From the end to the start every node is met before the node around it.
    for index in tree.nodes.indices.reversed() where !isDropped[index] {
      let node = tree.nodes[index]
      if node.element == nil {
        textLength[index] = node.text.utf8.reduce(0) { $1 > 0x20 ? $0 + 1 : $0 }
      } else if node.element == "a" {
        linkLength[index] = textLength[index]
        links[index] = 1
      } else if let name = node.element, PageOutline.menuElements.contains(name), links[index] >= 3,
        linkLength[index] * 5 >= textLength[index] * 4
      {
        isDropped[index] = true
        continue
      }
      guard node.parent >= 0 else { continue }
      textLength[node.parent] += textLength[index]
      linkLength[node.parent] += linkLength[index]
      links[node.parent] += links[index]
    }
    for (index, node) in tree.nodes.enumerated() where node.parent >= 0 && isDropped[node.parent] {
      isDropped[index] = true
    }
  }
}
