import Formats
import Geography
import Incidents
import Testing

@Suite("What the files hold")
struct RecordWriterTests {
  // The contract's table, in its order.
  static let contract = """
    id kind type acled_event_type acled_sub_event_type date_start date_end date_precision date_edtf \
    date_text place_id place_name place_name_ar place_text place_precision footprint also uncertainty_km \
    admin1 admin2 admin3 admin1_pcode admin2_pcode admin3_pcode initiator target killed_min killed_max \
    wounded_min wounded_max captured_min captured_max count_min count_max attribution vague spans rules \
    confidence evidence evidence_start evidence_end report_id report_title report_url publisher published \
    duplicate_of
    """.split(separator: " ").map(String.init)

  @Test("the names and their order are the contract's")
  func names() {
    #expect(RecordProperty.all.map(\.name) == Self.contract)
    #expect(CSVRecordWriter.columns == Self.contract + ["latitude", "longitude", "event_time"])
    for property in RecordProperty.all { #expect(RecordProperty.named(property.name)?.name == property.name) }
    #expect(RecordProperty.named("latitude") == nil)
  }

  private static func line(of record: Record) -> String {
    String(decoding: RecordFormat.geoJSONLines.bytes(of: [record]), as: UTF8.self)
  }

  /// The properties that are written, in their order.
  private static func properties(of record: Record) throws -> [JSONValue.Member] {
    guard case .object(let members) = try JSONParser.value(in: line(of: record))["properties"] else { return [] }
    return members
  }

  // QGIS takes the first date fields whose names hold one of these words.
  @Test("no date before date_start and date_end could be taken for them")
  func timeline() throws {
    let record = try SampleRecord.full()
    let dates = try Self.properties(of: record).filter { $0.value.string.flatMap { CalendarDate(iso: $0) } != nil }
      .map(\.name)
    #expect(dates == ["date_start", "date_end", "published"])
    #expect(!["start", "begin", "from", "end", "last", "to"].contains { "published".contains($0) })
  }

  @Test("a full record as a line of GeoJSON")
  func fullGeoJSON() throws {
    let want = #"""
      {"type":"Feature","id":"e1","geometry":{"type":"Point","coordinates":[38.912346,35.09]},"properties":{"id":"e1",\#
      "kind":"incident","type":"armed-attack","acled_event_type":"Battles","acled_sub_event_type":"Armed clash",\#
      "date_start":"2024-04-11","date_end":"2024-04-20","date_precision":"approx","date_edtf":"2024-04-11/2024-04-20",\#
      "date_text":"منتصف نيسان","place_id":"taybah-tadmur","place_name":"Al-Taybah","place_name_ar":"الطيبة",\#
      "place_text":"قرب \"الطيبة\", شرق حمص","place_precision":"locality","footprint":"point;taybah-tadmur;2km",\#
      "also":["sukhnah","arak"],"uncertainty_km":2.0,"admin1":"Homs","admin2":"Tadmor","admin3":null,\#
      "admin1_pcode":"SY04","admin2_pcode":"SY0403","admin3_pcode":null,"initiator":["ISIS"],\#
      "target":["SyrianGovernment","NDF"],"killed_min":22,"killed_max":22,"wounded_min":null,"wounded_max":null,\#
      "captured_min":3,"captured_max":null,"count_min":null,"count_max":null,"attribution":"SOHR","vague":["wounded"],\#
      "spans":{"date":[5,16],"killed":[20,22]},"rules":["triggers:41","frame-a"],"confidence":0.5,\#
      "evidence":"قُتل 22\nعنصراً","evidence_start":5,"evidence_end":19,"report_id":"seed","report_title":"عنوان",\#
      "report_url":"https://example.org/1","publisher":"P","published":"2024-04-21","duplicate_of":"e0"}}

      """#
    #expect(String(decoding: RecordFormat.geoJSONLines.bytes(of: [try SampleRecord.full()]), as: UTF8.self) == want)
  }

  @Test("what is not known is null")
  func bareGeoJSON() throws {
    let record = SampleRecord.bare()
    #expect(try JSONParser.value(in: Self.line(of: record))["geometry"] == .null)
    let known: [String: JSONValue] = [
      "id": .string("e1"), "kind": .string("incident"), "type": .string("armed-attack"),
      "acled_event_type": .string("Battles"), "acled_sub_event_type": .string("Armed clash"),
      "date_precision": .string("unknown"), "place_precision": .string("none"), "evidence": .string("س"),
      "evidence_start": .integer(0), "evidence_end": .integer(1), "report_id": .string("seed"),
    ]
    for member in try Self.properties(of: record) {
      #expect(member.value == known[member.name] ?? .null, "\(member.name)")
    }
  }

  @Test("a full record as CSV")
  func fullCSV() throws {
    let want = #"""
      e1,incident,armed-attack,Battles,Armed clash,2024-04-11,2024-04-20,approx,2024-04-11/2024-04-20,منتصف نيسان,\#
      taybah-tadmur,Al-Taybah,الطيبة,"قرب ""الطيبة"", شرق حمص",locality,point;taybah-tadmur;2km,sukhnah;arak,2.0,Homs,\#
      Tadmor,,SY04,SY0403,,ISIS,SyrianGovernment;NDF,22,22,,,3,,,,SOHR,wounded,\#
      "{""date"":[5,16],""killed"":[20,22]}",triggers:41;frame-a,0.5,"قُتل 22
      عنصراً",5,19,seed,عنوان,https://example.org/1,P,2024-04-21,e0,35.09,38.912346,2024-04-11 00:00:00

      """#
    let text = String(decoding: RecordFormat.csv.bytes(of: [try SampleRecord.full()]), as: UTF8.self)
    #expect(text == CSVRecordWriter.columns.joined(separator: ",") + "\n" + want)
  }

  @Test("what is not known is an empty cell")
  func bareCSV() throws {
    let lines = try CSVReader.records(in: RecordFormat.csv.bytes(of: [SampleRecord.bare()]))
    let known = [
      "id": "e1", "kind": "incident", "type": "armed-attack", "acled_event_type": "Battles",
      "acled_sub_event_type": "Armed clash", "date_precision": "unknown", "place_precision": "none", "evidence": "س",
      "evidence_start": "0", "evidence_end": "1", "report_id": "seed",
    ]
    #expect(lines.count == 2)
    #expect(lines[1].cells.count == CSVRecordWriter.columns.count)
    for (name, cell) in zip(lines[0].cells, lines[1].cells) { #expect(cell == known[name] ?? "", "\(name)") }
  }

  @Test("further properties stand behind the contract's, in every format", arguments: RecordFormat.allCases)
  func extra(format: RecordFormat) {
    var writer = format.makeWriter(extraNames: ["distance_km", "match", "note"])
    writer.write(
      SampleRecord.bare(),
      extra: [JSONValue.Member("distance_km", .number(12.5)), JSONValue.Member("match", .string("a,b"))])
    writer.finish()
    let text = String(decoding: writer.drain(), as: UTF8.self)
    if format == .csv {
      #expect(text.contains(",latitude,longitude,event_time,distance_km,match,note\n"))
      #expect(text.hasSuffix(",,,,12.5,\"a,b\",\n"))
    } else {
      #expect(text.contains(#""duplicate_of":null,"distance_km":12.5,"match":"a,b"}}"#))
    }
  }

  @Test("several spans of one field share its member")
  func repeatedSpans() {
    var record = SampleRecord.bare()
    record.spans = [FieldSpan("killed", 1..<2), FieldSpan("place", 3..<4), FieldSpan("killed", 7..<9)]
    let text = String(decoding: RecordFormat.geoJSONLines.bytes(of: [record]), as: UTF8.self)
    #expect(text.contains(#""spans":{"killed":[1,2,7,9],"place":[3,4]}"#))
  }
}
