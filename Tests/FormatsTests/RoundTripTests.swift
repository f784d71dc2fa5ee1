import Formats
import Geography
import Incidents
import Testing

@Suite("Records come back as they went")
struct RoundTripTests {
  @Test("every format, random records", arguments: RecordFormat.allCases, [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func everyFormat(format: RecordFormat, seed: UInt64) {
    var maker = RandomRecords(seed: seed)
    let records = maker.records(60)
    let (back, faults) = RecordReader.read(format.bytes(of: records), file: "seed-\(seed).\(format.rawValue)")
    #expect(faults.isEmpty, "seed \(seed), \(format): \(faults)")
    #expect(back.count == records.count, "seed \(seed), \(format)")
    for (want, got) in zip(records, back) {
      let isSame = got == want
      #expect(isSame, "seed \(seed), \(format), record \(want.id)")
    }
  }

  @Test("writing what was read gives the same bytes", arguments: RecordFormat.allCases)
  func sameBytes(format: RecordFormat) {
    var maker = RandomRecords(seed: 99)
    let bytes = format.bytes(of: maker.records(40))
    #expect(format.bytes(of: RecordReader.read(bytes, file: "f").records) == bytes)
  }

  @Test("no records", arguments: RecordFormat.allCases)
  func noRecords(format: RecordFormat) {
    let (records, faults) = RecordReader.read(format.bytes(of: []), file: "none.\(format.rawValue)")
    #expect(records.isEmpty)
    #expect(faults.isEmpty)
  }

  @Test("a sink gets the same bytes in chunks")
  func chunks() throws {
    struct Memory: ByteSink {
      var bytes: [UInt8] = []
      var writes = 0
      mutating func write(_ more: [UInt8]) {
        bytes += more
        writes += 1
      }
    }
    var maker = RandomRecords(seed: 5)
    let records = maker.records(600)
    var memory = Memory()
    try RecordFormat.geoJSON.write(records, to: &memory)
    #expect(memory.bytes == RecordFormat.geoJSON.bytes(of: records))
    #expect(memory.writes > 2)
  }

  @Test(
    "the ending of a name tells the format",
    arguments: [
      ("out.geojson", .geoJSON), ("a.b/out.GEOJSON", .geoJSON), ("x.json", .geoJSON), ("x.geojsonl", .geoJSONLines),
      ("x.ndjson", .geoJSONLines), ("x.geojsons", .geoJSONSequence), ("x.csv", .csv), ("csv", nil), ("a.csv/out", nil),
      ("x.kml", nil), ("", nil), (".", nil),
    ] as [(String, RecordFormat?)])
  func endings(name: String, format: RecordFormat?) {
    #expect(RecordFormat(fileName: name) == format)
  }
}
