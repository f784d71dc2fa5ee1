internal import Geography
internal import Incidents

/// A record laid flat, one stored property per column of the contract: the form between ``Record`` and every file
/// format.
///
/// What is not known is nil or an empty list; an empty text counts as not known.
struct RecordRow: Hashable, Sendable {
  var id: String?
  var kind: String?
  var type: String?
  var acledEventType: String?
  var acledSubEventType: String?
  var dateStart: CalendarDate?
  var dateEnd: CalendarDate?
  var datePrecision: String?
  var dateEDTF: String?
  var dateText: String?
  var placeID: String?
  var placeName: String?
  var placeArabicName: String?
  var placeText: String?
  var placePrecision: String?
  var footprint: String?
  var also: [String] = []
  var uncertaintyKm: Double?
  var admin1: String?
  var admin2: String?
  var admin3: String?
  var admin1PCode: String?
  var admin2PCode: String?
  var admin3PCode: String?
  var initiator: [String] = []
  var target: [String] = []
  var killedMin: Int?
  var killedMax: Int?
  var woundedMin: Int?
  var woundedMax: Int?
  var capturedMin: Int?
  var capturedMax: Int?
  var countMin: Int?
  var countMax: Int?
  var attribution: String?
  var vague: [String] = []
  var spans: [FieldSpan] = []
  var rules: [String] = []
  var confidence: Double?
  var evidence: String?
  var evidenceStart: Int?
  var evidenceEnd: Int?
  var reportID: String?
  var reportTitle: String?
  var reportURL: String?
  var publisher: String?
  var published: CalendarDate?
  var duplicateOf: String?

  // Not columns of the contract: the geometry of a Feature, `latitude` and `longitude` of CSV.
  var latitude: Double?
  var longitude: Double?

  init() {}

  /// The position, WGS 84; nil unless both numbers are known.
  var point: Coordinate? {
    guard let latitude, let longitude else { return nil }
    return Coordinate(longitude: longitude, latitude: latitude)
  }
}
