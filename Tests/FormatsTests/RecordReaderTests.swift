import Formats
import Geography
import Incidents
import Testing

@Suite("Files that went through other programs")
struct RecordReaderTests {
  private func read(_ text: String, _ file: String = "f.csv") -> (records: [Record], faults: [String]) {
    let (records, faults) = RecordReader.read(Array(text.utf8), file: file)
    return (records, faults.map(\.description))
  }

  // `ogr2ogr -lco GEOMETRY=AS_XY` and a spreadsheet: other order, own columns, slashes, JSON lists, numbers as text,
  // blank tail.
  @Test("CSV with columns in another order, missing and unknown ones")
  func reordered() throws {
    let (records, faults) = read(
      """
      \u{FEFF}Y,X,type,notes,id,kind,date_start,date_end,initiator,vague,killed_min,killed_max,place_id,\
      place_precision,uncertainty_km,spans,admin1_pcode,\r
      35.09,38.91,clash,checked,77,incident,2024/04/11,2024/4/20 00:00:00,"[ ""ISIS"", ""SDF"" ]",wounded,\
      "8.0", 9 ,tadmur,locality,"2",\
      "{ ""date"": [ 1, 2 ] }",SY04,\r
      ,,clash,,b,tally,2024-04-11T00:00:00Z,,"(2:ISIS,SDF)",[],,,,,,\r
      """)
    #expect(faults == [])
    try #require(records.count == 2)
    #expect(records[0].id == "77")
    #expect(
      records[0].time
        == DateSpan(start: CalendarDate(iso: "2024-04-11"), end: CalendarDate(iso: "2024-04-20"), precision: .period))
    #expect(records[0].initiator.map(\.rawValue) == ["ISIS", "SDF"])
    #expect(records[0].killed == CountRange(lower: 8, upper: 9))
    #expect(records[0].wounded == .vague)
    #expect(records[0].spans == [FieldSpan("date", 1..<2)])
    #expect(records[0].place?.point == Coordinate(longitude: 38.91, latitude: 35.09))
    #expect(records[0].place?.footprint == .point(place: "tadmur", radius: 2))
    #expect(records[0].place?.admin1 == AdminUnit(name: "", pcode: "SY04"))
    #expect(records[1].place == nil)
    #expect(records[1].initiator.map(\.rawValue) == ["ISIS", "SDF"])
    #expect(records[1].time.end == nil)
  }

  @Test("GeoJSON from QGIS: CRS member, MultiPoint, spans as text, id only as the Feature's")
  func fromQGIS() throws {
    let (records, faults) = read(
      #"""
      {"type":"FeatureCollection","name":"a",
      "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},
      "features":[
      {"type":"Feature","id":"e7","properties":{"type":"airstrike","kind":"incident","spans":"{\"place\":[3,9]}",
        "killed_max":"5",
        "place_id":"SY05","place_precision":"governorate","uncertainty_km":60,"target":null,"latitude":1,"longitude":1},
        "geometry":{"type":"MultiPoint","coordinates":[[36.5,35.2]]}},
      {"type":"Feature","properties":{"id":"e8","type":"clash","kind":"incident","place_id":"x",
        "place_precision":"camp",
        "footprint":"point;x;3km","latitude":"34.5","longitude":37},"geometry":null}
      ]}
      """#, "a.geojson")
    #expect(faults == [])
    try #require(records.count == 2)
    #expect(records[0].id == "e7")
    #expect(records[0].spans == [FieldSpan("place", 3..<9)])
    #expect(records[0].killed == CountRange(lower: nil, upper: 5))
    #expect(records[0].place?.point == Coordinate(longitude: 36.5, latitude: 35.2))
    #expect(records[0].place?.footprint == .area(place: "SY05"))
    #expect(records[1].place?.point == Coordinate(longitude: 37, latitude: 34.5))
    #expect(records[1].place?.uncertaintyKm == 3)
  }

  static let header =
    "id,kind,type,date_start,date_end,killed_min,killed_max,place_id,place_precision,uncertainty_km,footprint,"
    + "latitude,longitude,spans,evidence_start,evidence_end"

  @Test(
    "a faulty line is named, the others go on",
    arguments: [
      ("a,event,clash,,,,,,,,,,,,,", "kind: expected one of incident, tally, found ‘event’"),
      ("a,incident,battle,,,,,,,,,,,,,", "type: expected one of armed-attack, clash, "),
      (",incident,clash,,,,,,,,,,,,,", "id: expected the record's id, found nothing"),
      ("a,incident,clash,10/09/2023,,,,,,,,,,,,", "date_start: expected a date as YYYY-MM-DD, found ‘10/09/2023’"),
      ("a,incident,clash,2023-02-30,,,,,,,,,,,,", "date_start: expected a date as YYYY-MM-DD, found ‘2023-02-30’"),
      ("a,incident,clash,2023-09-10,2023-09-09,,,,,,,,,,,", "date_end: expected a day not before 2023-09-10"),
      ("a,incident,clash,,,2.5,,,,,,,,,,", "killed_min: expected a whole number, found ‘2.5’"),
      ("a,incident,clash,,,1e300,,,,,,,,,,", "killed_min: expected a whole number, found ‘1e300’"),
      ("a,incident,clash,,,-1,,,,,,,,,,", "killed_min: expected a number from 0 up, found -1"),
      ("a,incident,clash,,,9,8,,,,,,,,,", "killed_max: expected a number from 9 up, found 8"),
      (
        "a,incident,clash,,,,,x,locality,2,,,,,,",
        "latitude: expected degrees of WGS 84 beside place_id x, found no position"
      ),
      ("a,incident,clash,,,,,x,locality,2,,95,36,,,", "latitude: expected degrees of WGS 84"),
      (
        "a,incident,clash,,,,,x,,2,,35,36,,,",
        "place_precision: expected how exactly place_id x is known, found nothing"
      ),
      ("a,incident,clash,,,,,x,town,2,,35,36,,,", "place_precision: expected one of locality, camp"),
      ("a,incident,clash,,,,,x,locality,,,35,36,,,", "uncertainty_km: expected kilometres from 0 up"),
      ("a,incident,clash,,,,,x,locality,-2,,35,36,,,", "uncertainty_km: expected kilometres from 0 up"),
      ("a,incident,clash,,,,,x,locality,inf,,35,36,,,", "uncertainty_km: expected a number with a decimal point"),
      ("a,incident,clash,,,,,x,locality,2,circle;x,35,36,,,", "footprint: expected an expression such as"),
      ("a,incident,clash,,,,,,,,,35,36,,,", "place_id: expected the id of the place beside its position"),
      ("a,incident,clash,,,,,,,,,,,\"{\"\"date\"\":[2,1]}\",,", "spans: expected an object such as"),
      ("a,incident,clash,,,,,,,,,,,text,,", "spans: expected an object such as"),
      ("a,incident,clash,,,,,,,,,,,,9,3", "evidence_end: expected offsets that do not run backwards, found 9 to 3"),
      ("a,incident,clash,,,,,,,,,,,,,,more", "columns: expected 16 cells as in the header, found 17"),
    ])
  func faults(line: String, message: String) throws {
    let good = "ok,incident,clash,,,,,,,,,,,,,"
    let (records, faults) = read("\(Self.header)\n\(good)\n\(line)\n\(good)\n", "dir/f.csv")
    #expect(records.map(\.id) == ["ok", "ok"])
    let fault = try #require(faults.first)
    #expect(faults.count == 1)
    #expect(fault.hasPrefix("dir/f.csv:3: "))
    #expect(fault.contains(message), "\(fault)")
  }

  @Test(
    "a header that cannot be used",
    arguments: [
      ("id;kind;type\n1;incident;clash", "expected a column ‘id’ in a header with commas, found semicolons"),
      ("id\tkind\ttype\n", "found tabs"),
      ("kind,type\n", "expected a column ‘id’"),
      ("id,kind,type,kind\n", "expected one column ‘kind’, found two"),
      ("", "expected records as GeoJSON or CSV, found an empty file"),
      (" \n\n", "found an empty file"),
    ])
  func headers(text: String, message: String) throws {
    let (records, faults) = read(text)
    #expect(records.isEmpty)
    #expect(faults.count == 1)
    #expect(try #require(faults.first).contains(message), "\(faults)")
  }

  @Test("a fault in GeoJSON names the line of its feature")
  func faultyFeature() throws {
    let (records, faults) = read(
      """
      {"type":"Feature","geometry":null,"properties":{"id":"a","kind":"incident","type":"clash"}}
      {"type":"Feature","geometry":null,"properties":{"id":"b","kind":"incident","type":"clash","killed_min":"many"}}
      {"type":"Feature","geometry":null,"properties":{"id":"c",kind}}
      {"type":"Feature","geometry":{"type":"LineString","coordinates":[[36,35],[37,35]]},\
      "properties":{"id":"d","kind":"tally","type":"clash"}}
      {"type":"Feature","geometry":null,"properties":{"id":"e","kind":"incident","type":"clash"}}
      """, "f.geojsonl")
    #expect(records.map(\.id) == ["a", "e"])
    try #require(faults.count == 3)
    #expect(faults[0] == "f.geojsonl:2: record b: killed_min: expected a whole number, found ‘many’")
    #expect(faults[1].hasPrefix("f.geojsonl: line 3, "))
    #expect(faults[2].contains("record d: geometry: expected a Point or null"))
  }
}
