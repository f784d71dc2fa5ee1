/// One article as read: decoded text with what is known about it.
package struct Report: Hashable, Sendable {
  /// The file's base name without ending, or the item's own id.
  package var id: String
  /// The text; offsets of evidence are Unicode scalars of this very text (no BOM, CRLF as LF).
  package var text: String
  package var title: String?
  package var url: String?
  package var publisher: String?
  /// The day of publication; nil when nothing tells.
  package var published: CalendarDate?
  /// Where ``published`` was found.
  package var publishedSource: PublicationDateSource?

  package init(
    id: String, text: String, title: String? = nil, url: String? = nil, publisher: String? = nil,
    published: CalendarDate? = nil, publishedSource: PublicationDateSource? = nil
  ) {
    self.id = id
    self.text = text
    self.title = title
    self.url = url
    self.publisher = publisher
    self.published = published
    self.publishedSource = publishedSource
  }

  /// What tells two reports apart: the URL, else the id. Record ids hang on it.
  package var key: String { url ?? id }
}

/// Where a publication date was found, in order of trust.
package enum PublicationDateSource: String, CaseIterable, Sendable {
  case option, field, metadata, dateline
  case fileName = "file-name"
}
