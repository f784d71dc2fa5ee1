internal import Geography
internal import Incidents

extension RecordRow {
  /// Lays a record flat.
  init(_ record: Record) {
    id = record.id
    kind = record.kind.rawValue
    type = record.type.rawValue
    (acledEventType, acledSubEventType) = record.type.acled
    dateStart = record.time.start
    dateEnd = record.time.end
    datePrecision = record.time.precision.rawValue
    dateEDTF = record.time.edtf
    dateText = record.dateText
    placeText = record.placeText
    also = record.also
    initiator = record.initiator.map(\.rawValue)
    target = record.target.map(\.rawValue)
    (killedMin, killedMax) = (record.killed?.lower, record.killed?.upper)
    (woundedMin, woundedMax) = (record.wounded?.lower, record.wounded?.upper)
    (capturedMin, capturedMax) = (record.captured?.lower, record.captured?.upper)
    (countMin, countMax) = (record.count?.lower, record.count?.upper)
    vague = Figure.allCases.filter { record[keyPath: $0.range]?.isVague ?? false }.map(\.rawValue)
    attribution = record.attribution
    spans = record.spans
    rules = record.rules
    confidence = record.confidence
    evidence = record.evidence.text
    evidenceStart = record.evidence.range.lowerBound
    evidenceEnd = record.evidence.range.upperBound
    reportID = record.source.reportID
    reportTitle = record.source.title
    reportURL = record.source.url
    publisher = record.source.publisher
    published = record.source.published
    duplicateOf = record.duplicateOf
    flatten(record.place)
  }

  private mutating func flatten(_ place: ResolvedPlace?) {
    guard let place else {
      placePrecision = PlacePrecision.none.rawValue
      return
    }
    placeID = place.id
    placeName = place.name
    placeArabicName = place.arabicName
    placePrecision = place.precision.rawValue
    footprint = place.footprint.description
    uncertaintyKm = place.uncertaintyKm
    (admin1, admin1PCode) = (place.admin1?.name, place.admin1?.pcode)
    (admin2, admin2PCode) = (place.admin2?.name, place.admin2?.pcode)
    (admin3, admin3PCode) = (place.admin3?.name, place.admin3?.pcode)
    if place.point.isValid {
      latitude = place.point.latitude
      longitude = place.point.longitude
    }
  }
}

/// The figures of a record, by the names that `vague` lists.
enum Figure: String, CaseIterable {
  case killed, wounded, captured, count

  /// Where a record keeps it.
  var range: WritableKeyPath<Record, CountRange?> {
    switch self {
    case .killed: \.killed
    case .wounded: \.wounded
    case .captured: \.captured
    case .count: \.count
    }
  }
}
