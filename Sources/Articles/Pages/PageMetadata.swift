internal import Geography
package import Incidents

/// What a page says of itself: title, address, publisher, day of publication.
package struct PageMetadata: Hashable, Sendable {
  package var title: String?
  package var url: String?
  package var publisher: String?
  package var published: CalendarDate?
  /// True when the page names a date that is none.
  package var hasUnreadableDate = false

  /// Reads the metadata of a page.
  init(of tree: PageTree) {
    var metas: [String: String] = [:]
    for node in tree.nodes where node.element == "meta" {
      guard let content = node.attributes["content"].map(PageText.collapsed), !content.isEmpty else { continue }
      for key in ["property", "name", "itemprop"] {
        guard let name = node.attributes[key]?.lowercased() else { continue }
        if metas[name] == nil { metas[name] = content }
      }
    }
    title = metas["og:title"] ?? PageMetadata.headline(of: tree)
    publisher = metas["og:site_name"]
    url = PageMetadata.canonicalLink(in: tree) ?? metas["og:url"].flatMap(PageMetadata.articleAddress)
    readDate(metas: metas, tree: tree)
  }

  /// How many headlines are looked at before the page is taken to have none.
  private static let headlines = 8

  private static func headline(of tree: PageTree) -> String? {
    for name in ["h1", "title"] {
      for index in tree.elements(named: name).prefix(headlines) where !tree.lies(index, within: ["svg"]) {
        let text = PageText.collapsed(tree.rawText(within: index))
        if !text.isEmpty { return text }
      }
    }
    return nil
  }

  private static func canonicalLink(in tree: PageTree) -> String? {
    for node in tree.nodes where node.element == "link" {
      guard node.attributes["rel"]?.lowercased() == "canonical", let address = node.attributes["href"] else { continue }
      if let address = articleAddress(address) { return address }
    }
    return nil
  }

  /// The address when it is absolute and more than a site's front page, which some sites name on every page.
  private static func articleAddress(_ address: String) -> String? {
    let address = PageText.collapsed(address)
    guard let colon = address.firstRange(of: "://"),
      ["http", "https"].contains(address[..<colon.lowerBound].lowercased())
    else { return nil }
    let path = address[colon.upperBound...].drop { $0 != "/" && $0 != "?" }
    return path.isEmpty || path == "/" || address.contains(" ") ? nil : address
  }

  private mutating func readDate(metas: [String: String], tree: PageTree) {
    let marked = tree.nodes.lazy.filter { $0.attributes["itemprop"]?.lowercased() == "datepublished" }
      .compactMap { $0.attributes["datetime"] ?? $0.attributes["content"] }
    let times = tree.elements(named: "time").lazy.compactMap { tree.nodes[$0].attributes["datetime"] }
    let candidates: [() -> String?] = [
      { metas["article:published_time"] ?? metas["og:article:published_time"] },
      { metas["datepublished"] ?? marked.first },
      { PageMetadata.linkedDataDate(in: tree) },
      { times.first },
      { metas["dc.date"] ?? metas["dc.date.issued"] ?? metas["dcterms.date"] ?? metas["dcterms.issued"] },
    ]
    for candidate in candidates {
      guard let value = candidate() else { continue }
      if let date = DatelineReader.date(inField: value) {
        published = date
        return
      }
      hasUnreadableDate = true
    }
  }

  private static func linkedDataDate(in tree: PageTree) -> String? {
    for index in tree.elements(named: "script") {
      let type = tree.nodes[index].attributes["type"]?.lowercased() ?? ""
      guard type.hasPrefix("application/ld+json") else { continue }
      guard let value = try? JSONParser.value(in: tree.rawText(within: index)) else { continue }
      if let date = datePublished(in: value) { return date }
    }
    return nil
  }

  /// The first `datePublished` at any depth; the parser bounds the depth.
  private static func datePublished(in value: JSONValue) -> String? {
    switch value {
    case .object(let members):
      if let date = value["datePublished"]?.string { return date }
      return members.lazy.compactMap { datePublished(in: $0.value) }.first
    case .array(let elements): return elements.lazy.compactMap { datePublished(in: $0) }.first
    default: return nil
    }
  }
}
