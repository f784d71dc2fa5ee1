internal import CXML2

extension PageTree {
  /// Pages up to this many bytes may nest without limit; beyond it, hostile nesting would take minutes.
  private static let freeNesting = 256 << 10

  /// Parses a page with libxml2, which repairs what is broken; nil when there is nothing to parse.
  /// - Throws: ``TooComplex`` when libxml2 gives up within the page: the tree would end there without a word.
  init?(page text: String) throws(TooComplex) {
    LibXML.prepare()
    guard let context = htmlNewParserCtxt() else { return nil }
    defer { htmlFreeParserCtxt(context) }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    var text = text
    if text.utf8.count <= PageTree.freeNesting {
      context.pointee.options |= Int32(bitPattern: XML_PARSE_HUGE.rawValue)
    }
    let parsed = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        htmlCtxtReadMemory(
          context, $0.baseAddress, Int32(clamping: $0.count), nil, "UTF-8", Int32(bitPattern: options))
      }
    }
    guard let document = parsed else { return nil }
    defer { xmlFreeDoc(document) }
    guard context.pointee.disableSAX == 0 else { throw TooComplex() }
    guard let root = xmlDocGetRootElement(document) else { return nil }
    self.init()
    collect(from: root)
  }

  /// Walks the nodes of libxml2 by their links; no recursion, so that deep nesting cannot exhaust the stack.
  private mutating func collect(from root: xmlNodePtr) {
    var current: xmlNodePtr = root
    var parent = -1
    while true {
      let index = append(current, parent: parent)
      if current.pointee.type == XML_ELEMENT_NODE, let child = current.pointee.children {
        parent = index
        current = child
        continue
      }
      while true {
        if current == root {
          close(parent)
          return
        }
        if let next = current.pointee.next {
          current = next
          break
        }
        guard parent >= 0, let above = current.pointee.parent else { return }
        nodes[parent].end = nodes.count
        parent = nodes[parent].parent
        current = above
      }
    }
  }

  private mutating func close(_ index: Int) {
    if index >= 0 { nodes[index].end = nodes.count }
  }

  /// Adds an element or a run of text; comments and the like are passed over. Gives the index of the element.
  private mutating func append(_ node: xmlNodePtr, parent: Int) -> Int {
    let index = nodes.count
    switch node.pointee.type {
    case XML_ELEMENT_NODE:
      let name = PageTree.text(node.pointee.name).lowercased()
      let attributes = PageTree.attributes(of: node)
      nodes.append(Node(element: name, attributes: attributes, parent: parent, end: index + 1))
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      let text = PageTree.text(node.pointee.content)
      if !text.isEmpty { nodes.append(Node(text: text, parent: parent, end: index + 1)) }
    default: break
    }
    return index
  }

  private static func attributes(of node: xmlNodePtr) -> [String: String] {
    var attributes: [String: String] = [:]
    var attribute = node.pointee.properties
    while let current = attribute {
      let name = text(current.pointee.name).lowercased()
      var value = ""
      var part = current.pointee.children
      while let run = part {
        value += text(run.pointee.content)
        part = run.pointee.next
      }
      if attributes[name] == nil { attributes[name] = value }
      attribute = current.pointee.next
    }
    return attributes
  }

  private static func text(_ characters: UnsafePointer<xmlChar>?) -> String {
    characters.map { String(cString: $0) } ?? ""
  }
}
