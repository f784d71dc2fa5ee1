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
    case text(any WritableKeyPath<RecordRow, String?> & Sendable)
    case integer(any WritableKeyPath<RecordRow, Int?> & Sendable)
    case number(any WritableKeyPath<RecordRow, Double?> & Sendable)
    case date(any WritableKeyPath<RecordRow, CalendarDate?> & Sendable)
    case list(any WritableKeyPath<RecordRow, [String]> & Sendable)
    case spans(any WritableKeyPath<RecordRow, [FieldSpan]> & Sendable)
  }

  /// All properties in the contract's order.
  package static let all: [RecordProperty] = [
    RecordProperty("id", .text(\.id)),
    RecordProperty("kind", .text(\.kind)),
    RecordProperty("type", .text(\.type)),
    RecordProperty("acled_event_type", .text(\.acledEventType)),
    RecordProperty("acled_sub_event_type", .text(\.acledSubEventType)),
    RecordProperty("date_start", .date(\.dateStart)),
    RecordProperty("date_end", .date(\.dateEnd)),
    RecordProperty("date_precision", .text(\.datePrecision)),
    RecordProperty("date_edtf", .text(\.dateEDTF)),
    RecordProperty("date_text", .text(\.dateText)),
    RecordProperty("place_id", .text(\.placeID)),
    RecordProperty("place_name", .text(\.placeName)),
    RecordProperty("place_name_ar", .text(\.placeArabicName)),
    RecordProperty("place_text", .text(\.placeText)),
    RecordProperty("place_precision", .text(\.placePrecision)),
    RecordProperty("footprint", .text(\.footprint)),
    RecordProperty("also", .list(\.also)),
    RecordProperty("uncertainty_km", .number(\.uncertaintyKm)),
    RecordProperty("admin1", .text(\.admin1)),
    RecordProperty("admin2", .text(\.admin2)),
    RecordProperty("admin3", .text(\.admin3)),
    RecordProperty("admin1_pcode", .text(\.admin1PCode)),
    RecordProperty("admin2_pcode", .text(\.admin2PCode)),
    RecordProperty("admin3_pcode", .text(\.admin3PCode)),
    RecordProperty("initiator", .list(\.initiator)),
    RecordProperty("target", .list(\.target)),
    RecordProperty("killed_min", .integer(\.killedMin)),
    RecordProperty("killed_max", .integer(\.killedMax)),
    RecordProperty("wounded_min", .integer(\.woundedMin)),
    RecordProperty("wounded_max", .integer(\.woundedMax)),
    RecordProperty("captured_min", .integer(\.capturedMin)),
    RecordProperty("captured_max", .integer(\.capturedMax)),
    RecordProperty("count_min", .integer(\.countMin)),
    RecordProperty("count_max", .integer(\.countMax)),
    RecordProperty("attribution", .text(\.attribution)),
    RecordProperty("vague", .list(\.vague)),
    RecordProperty("spans", .spans(\.spans)),
    RecordProperty("rules", .list(\.rules)),
    RecordProperty("confidence", .number(\.confidence)),
    RecordProperty("evidence", .text(\.evidence)),
    RecordProperty("evidence_start", .integer(\.evidenceStart)),
    RecordProperty("evidence_end", .integer(\.evidenceEnd)),
    RecordProperty("report_id", .text(\.reportID)),
    RecordProperty("report_title", .text(\.reportTitle)),
    RecordProperty("report_url", .text(\.reportURL)),
    RecordProperty("publisher", .text(\.publisher)),
    RecordProperty("published", .date(\.published)),
    RecordProperty("duplicate_of", .text(\.duplicateOf)),
  ]

  /// The property of a name; nil for a name that the contract does not know.
  package static func named(_ name: String) -> RecordProperty? {
    byName[name].map { all[$0] }
  }

  private static let byName = Dictionary(
    all.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })

  /// The columns that stand for a geometry in CSV, degrees, WGS 84; in GeoJSON they are not properties.
  static let latitude = RecordProperty("latitude", .number(\.latitude))
  static let longitude = RecordProperty("longitude", .number(\.longitude))
}
