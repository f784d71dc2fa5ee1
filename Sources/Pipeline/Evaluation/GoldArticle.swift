package import Articles

/// An annotated article: `NAME.txt` as any article is read, and the records of `NAME.json` beside it.
package struct GoldArticle: Hashable, Sendable {
  /// NAME, the id of the article's report.
  package var name: String
  /// What `rasid extract` makes of the text file.
  package var item: ArticleItem
  /// The text that evidence is looked for in.
  package var text: String
  package var records: [GoldRecord]

  package init(name: String, item: ArticleItem, text: String, records: [GoldRecord]) {
    self.name = name
    self.item = item
    self.text = text
    self.records = records
  }

  /// The records whose evidence does not stand in the text, counted from 1: slips of the annotation.
  package var recordsWithStrayEvidence: [Int] {
    let text = EvidenceText(text)
    return records.indices.filter { !records[$0].evidence.isEmpty && text.span(of: records[$0].evidence) == nil }
      .map { $0 + 1 }
  }
}
