import Formats
import Incidents
import RandomSources
import Testing

@Suite("No bytes trap the reader")
struct ReaderFuzzTests {
  @Test("random bytes", arguments: 0..<40 as Range<UInt64>)
  func randomBytes(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let bytes = (0..<Int.random(in: 0...3_000, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
    let (records, faults) = RecordReader.read(bytes, file: "fuzz")
    #expect(records.isEmpty, "seed \(seed)")
    #expect(!faults.isEmpty, "seed \(seed)")
  }

  // One flipped byte may spoil its record and, in CSV, what follows an open quote; but what is read is never more
  // than was there.
  @Test("good files with some bytes changed or cut off", arguments: RecordFormat.allCases, 0..<25 as Range<UInt64>)
  func damaged(format: RecordFormat, seed: UInt64) {
    var maker = RandomRecords(seed: seed)
    let records = maker.records(12)
    var bytes = format.bytes(of: records)
    var random = SeededRandom(seed: seed &+ 1_000)
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0...bytes.count / 2, using: &random)) }
    let (back, faults) = RecordReader.read(bytes, file: "damaged.\(format.rawValue)")
    #expect(back.count <= records.count + 2, "seed \(seed), \(format)")
    #expect(back.count + faults.count > 0, "seed \(seed), \(format)")
  }
}
