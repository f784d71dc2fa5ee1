import RandomSources
import Testing

@testable import Geography

@Suite("JSON is read as RFC 8259 says")
struct JSONParserTests {
  @Test(
    "Values",
    arguments: [
      ("null", .null), (" true ", .bool(true)), ("false", .bool(false)), ("0", .integer(0)), ("-17", .integer(-17)),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("9223372036854775808", .number(9_223_372_036_854_775_808)), ("1.0", .number(1)), ("-0", .number(-0.0)),
      ("0.1", .number(0.1)), ("36.277777", .number(36.277777)), ("1e3", .number(1000)), ("1E-7", .number(1e-7)),
      ("123456789012345678901234567890", .number(1.2345678901234568e29)),
      ("1.7976931348623157e308", .number(1.7976931348623157e308)),
      ("5e-324", .number(.leastNonzeroMagnitude)), ("1e-999", .number(0)),
      ("0.30000000000000004", .number(0.30000000000000004)),
      (#""""#, .string("")), (#""دمشق""#, .string("دمشق")), (#""\u062F\u0645\u0634\u0642""#, .string("دمشق")),
      (#""a\"\\\/\b\f\n\r\tz""#, .string("a\"\\/\u{08}\u{0C}\n\r\tz")), (#""\uD83D\uDE00x""#, .string("😀x")),
      (#""\u0000""#, .string("\0")), ("[]", .array([])), ("[1 , [ ]]", .array([.integer(1), .array([])])),
      ("{}", .object([])),
      (#"{"b":1,"a":null,"b":2}"#, .object([.init("b", .integer(1)), .init("a", .null), .init("b", .integer(2))])),
      ("\u{FEFF}1", .integer(1)),
    ] as [(String, JSONValue)])
  func values(text: String, expected: JSONValue) throws {
    #expect(try JSONParser.value(in: text) == expected)
  }

  @Test func keepsTheSignOfZero() throws {
    #expect(try JSONParser.value(in: "-0.0").double?.sign == .minus)
  }

  @Test(
    "Faults with line and column",
    arguments: [
      ("", 1, 1), ("nul", 1, 1), ("[1,]", 1, 4), ("[1 2]", 1, 4), ("{\"a\" 1}", 1, 6), ("{a:1}", 1, 2),
      ("{\"a\":1,}", 1, 8),
      ("01", 1, 2), ("-", 1, 2), ("1.", 1, 3), ("1e", 1, 3), ("+1", 1, 1), (".5", 1, 1), ("1 1", 1, 3), ("NaN", 1, 1),
      ("\"abc", 1, 1), ("\"a\nb\"", 1, 3), ("\"\\x\"", 1, 3), ("\"\\u12G4\"", 1, 6), ("\"\\uD800\"", 1, 2),
      ("\"\\uD800\\u0041\"", 1, 2), ("\"\\uDC00\"", 1, 2), ("1e999", 1, 1), ("\n\n  [tru]", 3, 4),
      ("{\"قتل\": x}", 1, 9),
      ("[\r\n1\r\n,]", 3, 2),
    ] as [(String, Int, Int)])
  func faults(text: String, line: Int, column: Int) throws {
    let error = #expect(throws: GeographyError.self) { try JSONParser.value(in: text) }
    guard case .json(_, _, let foundLine, let foundColumn) = error else {
      Issue.record("\(String(describing: error)) is not a JSON error")
      return
    }
    #expect((foundLine, foundColumn) == (line, column))
  }

  @Test(
    "Bytes that are not UTF-8 are refused",
    arguments: [
      ([0xFF], 2), ([0x61, 0xC3], 3), ([0xED, 0xA0, 0x80], 2), ([0xC0, 0x80], 2), ([0xD8, 0xAF, 0xD8], 3),
    ] as [([UInt8], Int)])
  func notUTF8(inner: [UInt8], column: Int) {
    let error = #expect(throws: GeographyError.self) { try JSONParser.value(in: [0x22] + inner + [0x22]) }
    guard case .json("UTF-8", _, 1, column) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func nestingHasALimit() throws {
    let limit = JSONParser.depthLimit
    func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
    _ = try JSONParser.value(in: nested(limit))
    #expect(throws: GeographyError.self) { try JSONParser.value(in: nested(limit + 1)) }
    #expect(throws: GeographyError.self) { try JSONParser.value(in: String(repeating: "[{\"a\":", count: 100_000)) }
  }

  @Test("Numbers come out as the standard library reads them", arguments: [7, 8] as [UInt64])
  func numbersAgree(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<5000 {
      let digits = (0..<Int.random(in: 1...19, using: &random)).map { _ in Int.random(in: 0...9, using: &random) }
      let whole = "\(Int.random(in: 0...180, using: &random))"
      let text =
        whole + "." + digits.map(String.init).joined() + ["", "e5", "E-12", "e+30", "e-320"].randomElement(
          using: &random)!
      #expect(try JSONParser.value(in: text).double == Double(text), "seed \(seed): \(text)")
    }
  }

  @Test("Any bytes give a value or an error with a line", arguments: [1, 2] as [UInt64])
  func fuzz(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let samples = [
      #"{"a":[1,2.5,-3e7,{"b":null,"c":[true,false]}],"نص":"قُتل \u0633\uD83D\uDE00","e":""}"#,
      "[[[[0]]],\n\"x\",\n1e5]",
      #""a\"b\\""#, "-12.5E+3",
    ].map { Array($0.utf8) }
    for turn in 0..<10_000 {
      let bytes = random.mutation(of: samples)
      do throws(GeographyError) {
        let value = try JSONParser.value(in: bytes)
        // What was read is written and read again without a change.
        #expect(
          (try? JSONParser.value(in: JSONWriter.bytes(of: value))) == value, "seed \(seed), turn \(turn): \(bytes)")
      } catch {
        let lines = 1 + bytes.count { $0 == 0x0A }
        #expect((1...lines).contains(error.line), "seed \(seed), turn \(turn): \(bytes)")
      }
    }
  }
}
