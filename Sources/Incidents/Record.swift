/// One extracted incident or tally: the record contract as a value. GeoJSON, CSV and the ledger write the same names.
package struct Record: Hashable, Sendable {
  /// Stable across runs and rule changes: a hash of the report's key, the kind, the folded evidence and its ordinal.
  package var id: String
  package var kind: RecordKind
  package var type: EventType
  package var time: DateSpan
  /// The words the date was read from; nil when it is the publication date.
  package var dateText: String?
  /// nil when the text gives no place, or none that the gazetteer knows.
  package var place: ResolvedPlace?
  /// The words of the place in the article; kept also when they could not be resolved.
  package var placeText: String?
  /// Further places of the same event, by id.
  package var also: [String]
  /// Who acted; empty when not told.
  package var initiator: [ActorID]
  /// Who was acted upon; empty when not told.
  package var target: [ActorID]
  /// Dead over all sides; nil when not told, ``CountRange/vague`` for "dozens".
  package var killed: CountRange?
  package var wounded: CountRange?
  package var captured: CountRange?
  /// How many events (tallies), how many strikes (incidents, when told).
  package var count: CountRange?
  /// Who states it; nil when the article itself.
  package var attribution: String?
  /// Where each field was read, in Unicode scalars of the report's text.
  package var spans: [FieldSpan]
  /// Ids of the table rows and frames that made the record, sorted.
  package var rules: [String]
  /// 0…1: of records at 0.8 about 8 in 10 have type, days, place and dead right; nil when a file does not tell.
  package var confidence: Double?
  package var evidence: Evidence
  package var source: Source
  /// The id of the record that tells the same event first.
  package var duplicateOf: String?

  package init(
    id: String, kind: RecordKind, type: EventType, time: DateSpan, dateText: String? = nil, place: ResolvedPlace? = nil,
    placeText: String? = nil, also: [String] = [], initiator: [ActorID] = [], target: [ActorID] = [],
    killed: CountRange? = nil, wounded: CountRange? = nil, captured: CountRange? = nil, count: CountRange? = nil,
    attribution: String? = nil, spans: [FieldSpan] = [], rules: [String] = [], confidence: Double? = nil,
    evidence: Evidence, source: Source, duplicateOf: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.type = type
    self.time = time
    self.dateText = dateText
    self.place = place
    self.placeText = placeText
    self.also = also
    self.initiator = initiator
    self.target = target
    self.killed = killed
    self.wounded = wounded
    self.captured = captured
    self.count = count
    self.attribution = attribution
    self.spans = spans
    self.rules = rules
    self.confidence = confidence
    self.evidence = evidence
    self.source = source
    self.duplicateOf = duplicateOf
  }

  /// The article a record comes from, as far as every output repeats it.
  package struct Source: Hashable, Sendable {
    package var reportID: String
    package var title: String?
    package var url: String?
    package var publisher: String?
    package var published: CalendarDate?

    package init(
      reportID: String, title: String? = nil, url: String? = nil, publisher: String? = nil,
      published: CalendarDate? = nil
    ) {
      self.reportID = reportID
      self.title = title
      self.url = url
      self.publisher = publisher
      self.published = published
    }
  }
}

/// The exact words that state a record, with their place in the report's text.
package struct Evidence: Hashable, Sendable {
  package var text: String
  /// Unicode scalar offsets into the report's text, half open.
  package var range: Range<Int>

  package init(text: String, range: Range<Int>) {
    self.text = text
    self.range = range
  }
}

/// The words that one field was read from.
package struct FieldSpan: Hashable, Sendable {
  /// The contract's name of the field: `date`, `place`, `killed`, `initiator` …
  package var field: String
  /// Unicode scalar offsets into the report's text, half open.
  package var range: Range<Int>

  package init(_ field: String, _ range: Range<Int>) {
    self.field = field
    self.range = range
  }
}
