internal import Geography
internal import Incidents

// From the columns back to a record. Columns that follow from others (`date_edtf`, the ACLED types) are not read.
extension RecordRow {
  /// The record that the columns tell.
  ///
  /// Needed are `id`, `kind` and `type`, and with a `place_id` also a position, `place_precision` and
  /// `uncertainty_km` (or a footprint with a radius). All others may be missing.
  func record() throws(PropertyFault) -> Record {
    let id = try required(id, "id", "the record's id")
    let kind: RecordKind = try known(try required(kind, "kind", "incident or tally"), "kind")
    let type: EventType = try known(try required(type, "type", "an event type"), "type")
    let range = try offsets()
    var record = Record(
      id: id, kind: kind, type: type, time: try time(), dateText: dateText, place: try place(), placeText: placeText,
      also: also, initiator: initiator.map(ActorID.init), target: target.map(ActorID.init), attribution: attribution,
      spans: spans, rules: rules, confidence: confidence, evidence: Evidence(text: evidence ?? "", range: range),
      source: Record.Source(
        reportID: reportID ?? "", title: reportTitle, url: reportURL, publisher: publisher, published: published),
      duplicateOf: duplicateOf)
    record.killed = try figure(killedMin, killedMax, .killed)
    record.wounded = try figure(woundedMin, woundedMax, .wounded)
    record.captured = try figure(capturedMin, capturedMax, .captured)
    record.count = try figure(countMin, countMax, .count)
    return record
  }

  private func required(_ value: String?, _ property: String, _ expected: String) throws(PropertyFault) -> String {
    guard let value else { throw PropertyFault(property: property, expected: expected, found: "nothing") }
    return value
  }

  private func known<Value: RawRepresentable & CaseIterable>(
    _ text: String, _ property: String
  ) throws(PropertyFault) -> Value where Value.RawValue == String {
    if let value = Value(rawValue: text) { return value }
    throw PropertyFault(
      property: property, expected: "one of " + Value.allCases.map(\.rawValue).joined(separator: ", "),
      found: PropertyFault.quote(text))
  }

  private func time() throws(PropertyFault) -> DateSpan {
    if let dateStart, let dateEnd, dateEnd < dateStart {
      throw PropertyFault(property: "date_end", expected: "a day not before \(dateStart)", found: "\(dateEnd)")
    }
    if let datePrecision {
      return DateSpan(start: dateStart, end: dateEnd, precision: try known(datePrecision, "date_precision"))
    }
    if dateStart == nil, dateEnd == nil { return .unknown }
    return DateSpan(start: dateStart, end: dateEnd, precision: dateStart == dateEnd ? .day : .period)
  }

  private func figure(_ lower: Int?, _ upper: Int?, _ figure: Figure) throws(PropertyFault) -> CountRange? {
    let name = figure.rawValue
    if let lower, lower < 0 {
      throw PropertyFault(property: name + "_min", expected: "a number from 0 up", found: "\(lower)")
    }
    if let upper, upper < lower ?? 0 {
      throw PropertyFault(property: name + "_max", expected: "a number from \(lower ?? 0) up", found: "\(upper)")
    }
    if lower == nil, upper == nil { return vague.contains(name) ? .vague : nil }
    return CountRange(lower: lower, upper: upper)
  }

  private func offsets() throws(PropertyFault) -> Range<Int> {
    let start = evidenceStart ?? 0
    let end = evidenceEnd ?? start
    guard start >= 0, end >= start else {
      throw PropertyFault(
        property: "evidence_end", expected: "offsets that do not run backwards", found: "\(start) to \(end)")
    }
    return start..<end
  }

  private func place() throws(PropertyFault) -> ResolvedPlace? {
    guard let placeID else {
      guard point != nil else { return nil }
      throw PropertyFault(property: "place_id", expected: "the id of the place beside its position", found: "nothing")
    }
    guard let point, point.isValid else {
      throw PropertyFault(
        property: "latitude", expected: "degrees of WGS 84 beside place_id \(placeID)",
        found: point.map { "latitude \($0.latitude), longitude \($0.longitude)" } ?? "no position")
    }
    let precisionText = try required(placePrecision, "place_precision", "how exactly place_id \(placeID) is known")
    let precision: PlacePrecision = try known(precisionText, "place_precision")
    let told = try expression()
    let uncertainty = try uncertainty(told)
    // Without a footprint the contract's own reading of the precision holds.
    let isPoint = precision == .locality || precision == .camp
    return ResolvedPlace(
      id: placeID, name: placeName ?? "", arabicName: placeArabicName ?? "", precision: precision, point: point,
      footprint: told ?? (isPoint ? .point(place: placeID, radius: uncertainty) : .area(place: placeID)),
      uncertaintyKm: uncertainty, admin1: unit(admin1, admin1PCode), admin2: unit(admin2, admin2PCode),
      admin3: unit(admin3, admin3PCode))
  }

  private func expression() throws(PropertyFault) -> FootprintExpression? {
    guard let footprint else { return nil }
    if let expression = FootprintExpression(footprint) { return expression }
    throw PropertyFault(
      property: "footprint", expected: "an expression such as point;tadmur;2km or area;SY05",
      found: PropertyFault.quote(footprint))
  }

  private func uncertainty(_ footprint: FootprintExpression?) throws(PropertyFault) -> Double {
    var told = uncertaintyKm
    if told == nil, case .point(_, let radius) = footprint { told = radius }
    guard let told, told.isFinite, told >= 0 else {
      throw PropertyFault(
        property: "uncertainty_km", expected: "kilometres from 0 up beside a place_id",
        found: told.map { "\($0)" } ?? "nothing")
    }
    return told
  }

  private func unit(_ name: String?, _ pcode: String?) -> AdminUnit? {
    name == nil && pcode == nil ? nil : AdminUnit(name: name ?? "", pcode: pcode ?? "")
  }
}
