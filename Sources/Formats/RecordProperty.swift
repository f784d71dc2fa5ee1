internal import Incidents

/// One property of the record contract: its name and where a record keeps it.
///
/// ``all`` is the only list of names there is. Every format writes and reads it, so that GeoJSON, CSV and the others
/// cannot drift apart. `date_start` and `date_end` are the first that look like dates: QGIS takes the first of each
/// for its timeline.
package struct RecordProperty: Sendable {
  /// The name in GeoJSON, CSV and everywhere else.
  package let name: String
  let content: Content

  private init(_ name: String, _ content: Content) {
    self.name = name
    self.content = content
  }

  /// What kind of value a property has, with the column of the flat record that holds it.
  enum Content: Sendable {
    case text(Column<String?>)
    case integer(Column<Int?>)
    case number(Column<Double?>)
    case date(Column<CalendarDate?>)
    case list(Column<[String]>)
    case spans(Column<[FieldSpan]>)
  }

  /// Where a flat record keeps a property.
  ///
  /// Both arguments name the same column. The first is taken as a function: it reads the value alone, where a key path would copy the
  /// whole record first.
  struct Column<Value>: Sendable {
    let read: @Sendable (RecordRow) -> Value
    let path: any WritableKeyPath<RecordRow, Value> & Sendable

    init(
      _ read: @escaping @Sendable (RecordRow) -> Value, _ path: any WritableKeyPath<RecordRow, Value> & Sendable
    ) {
      (self.read, self.path) = (read, path)
    }
  }

  /// All properties in the contract's order.
  package static let all: [RecordProperty] = [
    RecordProperty("id", .text(Column(\.id, \.id))),
    RecordProperty("kind", .text(Column(\.kind, \.kind))),
    RecordProperty("type", .text(Column(\.type, \.type))),
    RecordProperty("acled_event_type", .text(Column(\.acledEventType, \.acledEventType))),
    RecordProperty("acled_sub_event_type", .text(Column(\.acledSubEventType, \.acledSubEventType))),
    RecordProperty("date_start", .date(Column(\.dateStart, \.dateStart))),
    RecordProperty("date_end", .date(Column(\.dateEnd, \.dateEnd))),
    RecordProperty("date_precision", .text(Column(\.datePrecision, \.datePrecision))),
    RecordProperty("date_edtf", .text(Column(\.dateEDTF, \.dateEDTF))),
    RecordProperty("date_text", .text(Column(\.dateText, \.dateText))),
    RecordProperty("place_id", .text(Column(\.placeID, \.placeID))),
    RecordProperty("place_name", .text(Column(\.placeName, \.placeName))),
    RecordProperty("place_name_ar", .text(Column(\.placeArabicName, \.placeArabicName))),
    RecordProperty("place_text", .text(Column(\.placeText, \.placeText))),
    RecordProperty("place_precision", .text(Column(\.placePrecision, \.placePrecision))),
    RecordProperty("footprint", .text(Column(\.footprint, \.footprint))),
    RecordProperty("also", .list(Column(\.also, \.also))),
    RecordProperty("uncertainty_km", .number(Column(\.uncertaintyKm, \.uncertaintyKm))),
    RecordProperty("admin1", .text(Column(\.admin1, \.admin1))),
    RecordProperty("admin2", .text(Column(\.admin2, \.admin2))),
    RecordProperty("admin3", .text(Column(\.admin3, \.admin3))),
    RecordProperty("admin1_pcode", .text(Column(\.admin1PCode, \.admin1PCode))),
    RecordProperty("admin2_pcode", .text(Column(\.admin2PCode, \.admin2PCode))),
    RecordProperty("admin3_pcode", .text(Column(\.admin3PCode, \.admin3PCode))),
    RecordProperty("initiator", .list(Column(\.initiator, \.initiator))),
    RecordProperty("target", .list(Column(\.target, \.target))),
    RecordProperty("killed_min", .integer(Column(\.killedMin, \.killedMin))),
    RecordProperty("killed_max", .integer(Column(\.killedMax, \.killedMax))),
    RecordProperty("wounded_min", .integer(Column(\.woundedMin, \.woundedMin))),
    RecordProperty("wounded_max", .integer(Column(\.woundedMax, \.woundedMax))),
    RecordProperty("captured_min", .integer(Column(\.capturedMin, \.capturedMin))),
    RecordProperty("captured_max", .integer(Column(\.capturedMax, \.capturedMax))),
    RecordProperty("count_min", .integer(Column(\.countMin, \.countMin))),
    RecordProperty("count_max", .integer(Column(\.countMax, \.countMax))),
    RecordProperty("attribution", .text(Column(\.attribution, \.attribution))),
    RecordProperty("vague", .list(Column(\.vague, \.vague))),
    RecordProperty("spans", .spans(Column(\.spans, \.spans))),
    RecordProperty("rules", .list(Column(\.rules, \.rules))),
    RecordProperty("confidence", .number(Column(\.confidence, \.confidence))),
    RecordProperty("evidence", .text(Column(\.evidence, \.evidence))),
    RecordProperty("evidence_start", .integer(Column(\.evidenceStart, \.evidenceStart))),
    RecordProperty("evidence_end", .integer(Column(\.evidenceEnd, \.evidenceEnd))),
    RecordProperty("report_id", .text(Column(\.reportID, \.reportID))),
    RecordProperty("report_title", .text(Column(\.reportTitle, \.reportTitle))),
    RecordProperty("report_url", .text(Column(\.reportURL, \.reportURL))),
    RecordProperty("publisher", .text(Column(\.publisher, \.publisher))),
    RecordProperty("published", .date(Column(\.published, \.published))),
    RecordProperty("duplicate_of", .text(Column(\.duplicateOf, \.duplicateOf))),
  ]

  /// The property of a name; nil for a name that the contract does not know.
  package static func named(_ name: String) -> RecordProperty? {
    byName[name].map { all[$0] }
  }

  private static let byName = Dictionary(
    all.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })

  /// The columns that stand for a geometry in CSV, degrees, WGS 84; in GeoJSON they are not properties.
  static let latitude = RecordProperty("latitude", .number(Column(\.latitude, \.latitude)))
  static let longitude = RecordProperty("longitude", .number(Column(\.longitude, \.longitude)))
}
