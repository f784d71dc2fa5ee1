/// A page as a flat list of its nodes in document order: no pointers, no recursion.
struct PageTree {
  /// An element or a run of text.
  struct Node {
    /// The element's name in lower case; nil for text.
    var element: String?
    /// The element's attributes, names in lower case.
    var attributes: [String: String] = [:]
    /// The text of a run; empty for an element.
    var text = ""
    /// The index of the enclosing element; -1 at the top.
    var parent: Int
    /// The index after the last node within this one.
    var end: Int
  }

  /// A page that nests deeper than 256 elements, or holds more than 10 MB in one run of text.
  struct TooComplex: Error {}

  /// All nodes; those within a node follow it, up to its `end`.
  var nodes: [Node] = []

  /// The text within a node, runs joined, white space as in the source.
  func rawText(within index: Int) -> String {
    var text = ""
    for inner in index..<nodes[index].end where nodes[inner].element == nil { text += nodes[inner].text }
    return text
  }

  /// The indices of the elements of that name, in document order.
  func elements(named name: String) -> [Int] {
    nodes.indices.filter { nodes[$0].element == name }
  }

  /// True when a node around this one (or the node itself) has one of the names.
  func lies(_ index: Int, within names: Set<String>) -> Bool {
    var current = index
    while current >= 0 {
      if let name = nodes[current].element, names.contains(name) { return true }
      current = nodes[current].parent
    }
    return false
  }
}
