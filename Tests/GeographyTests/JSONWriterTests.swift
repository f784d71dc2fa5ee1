import RandomSources
import Testing

@testable import Geography

@Suite("JSON is written as it was meant")
struct JSONWriterTests {
  private func text(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(
    "Values",
    arguments: [
      (.null, "null"), (.bool(true), "true"), (.integer(0), "0"), (.integer(.min), "-9223372036854775808"),
      (.integer(.max), "9223372036854775807"), (.integer(10), "10"), (.integer(-100), "-100"), (.number(0.1), "0.1"),
      (.number(1), "1.0"), (.number(1e300), "1e+300"), (.number(.nan), "null"), (.number(-.infinity), "null"),
      (.string("قُتل \"3\" \\ \n\r\t\u{01}\u{1F}/"), "\"قُتل \\\"3\\\" \\\\ \\n\\r\\t\\u0001\\u001f/\""),
      (.array([]), "[]"), (.array([.integer(1), .null]), "[1,null]"), (.object([]), "{}"),
      (.object([.init("b", .integer(1)), .init("a", .array([.string("x")]))]), #"{"b":1,"a":["x"]}"#),
    ] as [(JSONValue, String)])
  func values(value: JSONValue, expected: String) {
    #expect(text { $0.write(value) } == expected)
  }

  @Test(
    "Degrees have at most six decimals",
    arguments: [
      (0, "0"), (-0.0, "0"), (36, "36"), (36.5, "36.5"), (36.2777777, "36.277778"), (-0.000001, "-0.000001"),
      (-0.0000001, "0"), (35.100000, "35.1"), (179.9999999, "180"), (-180, "-180"), (0.000012, "0.000012"),
      (12.000345, "12.000345"), (1e300, "1e+300"), (.nan, "null"),
    ] as [(Double, String)])
  func degrees(number: Double, expected: String) {
    #expect(text { $0.write(degrees: number) } == expected)
  }

  @Test("Numbers read back as the same", arguments: [3, 4] as [UInt64])
  func roundTrip(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<5000 {
      let number = Double(bitPattern: random.next())
      guard number.isFinite else { continue }
      let back = try JSONParser.value(in: JSONWriter.bytes(of: .number(number)))
      #expect(back == .number(number), "seed \(seed): \(number)")
      let whole = Int(truncatingIfNeeded: random.next() >> UInt64.random(in: 0..<64, using: &random))
      #expect(
        try JSONParser.value(in: JSONWriter.bytes(of: .integer(whole))) == .integer(whole), "seed \(seed): \(whole)")
    }
  }

  @Test func drainEmptiesTheBuffer() {
    var writer = JSONWriter()
    writer.write(.integer(1))
    #expect(writer.drain() == Array("1".utf8))
    #expect(writer.drain().isEmpty)
  }
}
