import RandomSources
import Testing

@testable import Geography

@Suite("CSV is read and written as RFC 4180 says")
struct CSVTests {
  private func readAll(_ bytes: [UInt8]) -> (records: [CSVReader.Record], errors: [GeographyError]) {
    var reader = CSVReader(bytes)
    var records: [CSVReader.Record] = []
    var errors: [GeographyError] = []
    while true {
      do throws(GeographyError) {
        guard let record = try reader.next() else { return (records, errors) }
        records.append(record)
      } catch {
        errors.append(error)
      }
    }
  }

  @Test(
    "Records",
    arguments: [
      ("", []), ("a,b\n", [["a", "b"]]), ("a,b", [["a", "b"]]), ("a\r\nb\r\n", [["a"], ["b"]]),
      ("a\rb", [["a"], ["b"]]),
      (",", [["", ""]]), ("a,\n,b", [["a", ""], ["", "b"]]), ("\u{FEFF}a,b", [["a", "b"]]), ("a;b", [["a;b"]]),
      ("\"a,b\",c", [["a,b", "c"]]), ("\"a\nb\"\nc", [["a\nb"], ["c"]]), ("\"a\r\nb\"", [["a\r\nb"]]),
      ("\"a\"\"b\"", [["a\"b"]]), ("\"\"\"\"", [["\""]]), ("\"\"", [[""]]), ("\"\",\"\"", [["", ""]]),
      ("عيار 5\" هنا,x", [["عيار 5\" هنا", "x"]]), ("a\n\n\r\nb", [["a"], ["b"]]), (" a , b ", [[" a ", " b "]]),
      ("قُتل,\"في، حلب\"", [["قُتل", "في، حلب"]]),
    ] as [(String, [[String]])])
  func records(text: String, expected: [[String]]) throws {
    #expect(try CSVReader.records(in: Array(text.utf8)).map(\.cells) == expected)
  }

  @Test func numbersAndLines() throws {
    let records = try CSVReader.records(in: Array("h\r\n\"a\r\nb\n\"\n\nc\n".utf8))
    #expect(records.map(\.number) == [1, 2, 3])
    #expect(records.map(\.line) == [1, 2, 6])
  }

  @Test(
    "Faults name record and line, the other records follow",
    arguments: [
      (Array("a\n\"b\"x,y\nc\n".utf8), 2, 2, [["a"], ["c"]]), (Array("a\n\n\"b\nc".utf8), 2, 3, [["a"], ["c"]]),
      (Array("a\n".utf8) + [0x62, 0xFF, 0x0A, 0x63], 2, 2, [["a"], ["c"]]),
      (Array("\"a\nb".utf8) + [0xD8, 0x22, 0x0A, 0x63], 1, 2, [["c"]]),
    ] as [([UInt8], Int, Int, [[String]])])
  func faults(bytes: [UInt8], record: Int, line: Int, others: [[String]]) {
    let (records, errors) = readAll(bytes)
    #expect(records.map(\.cells) == others)
    #expect(errors.count == 1)
    guard case .csv(_, _, record, line) = errors.first else {
      Issue.record("\(errors)")
      return
    }
  }

  @Test(
    "Quotes only where needed",
    arguments: [
      (["a", "ب"], "a,ب\n"), (["a,b"], "\"a,b\"\n"), (["a\"b"], "\"a\"\"b\"\n"), (["a\nb", "\r"], "\"a\nb\",\"\r\"\n"),
      ([""], "\"\"\n"), (["", ""], ",\n"), (["=1+1", "+3", "-5", "@x"], "=1+1,+3,-5,@x\n"), ([" a "], " a \n"),
      ([], ""),
      (["\u{FEFF}a"], "\"\u{FEFF}a\"\n"), (["a;b"], "a;b\n"),
    ] as [([String], String)])
  func written(cells: [String], expected: String) {
    var writer = CSVWriter()
    writer.write(cells)
    #expect(String(decoding: writer.drain(), as: UTF8.self) == expected)
    #expect(writer.pendingCount == 0)
  }

  @Test("What is written is read back", arguments: [21, 22] as [UInt64])
  func roundTrip(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let alphabet = ["a", "ب", ",", "\"", "\n", "\r", "\r\n", " ", "=", "\u{FEFF}", "", "😀"]
    for lineEnd in [CSVWriter.LineEnd.lf, .crlf] {
      for turn in 0..<1000 {
        let rows = (0..<Int.random(in: 1...4, using: &random)).map { _ in
          (0..<Int.random(in: 1...4, using: &random)).map { _ in
            (0..<Int.random(in: 0...4, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "" }
              .joined()
          }
        }
        var writer = CSVWriter(lineEnd: lineEnd)
        for row in rows { writer.write(row) }
        #expect(try CSVReader.records(in: writer.drain()).map(\.cells) == rows, "seed \(seed), turn \(turn)")
      }
    }
  }

  @Test("Any bytes give records and errors with lines", arguments: [31, 32] as [UInt64])
  func fuzz(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let samples = [
      "id,نص,عدد\r\n1,\"قُتل، \"\"ثلاثة\"\"\nهنا\",3\r\n2,,\n", "\u{FEFF}a,b\n\"\"\"\",\"x\"\n\n,\n", "\"a\r\nb\"\n",
    ].map { Array($0.utf8) }
    for turn in 0..<10_000 {
      let bytes = random.mutation(of: samples)
      let (records, errors) = readAll(bytes)
      let lines = 1 + bytes.count { $0 == 0x0A || $0 == 0x0D }
      #expect(errors.allSatisfy { (1...lines).contains($0.line) }, "seed \(seed), turn \(turn): \(bytes)")
      #expect(
        records.allSatisfy { !$0.cells.isEmpty && (1...lines).contains($0.line) },
        "seed \(seed), turn \(turn): \(bytes)")
    }
  }

  @Test func aVeryLongLineIsACell() throws {
    let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 20_000_000)
    #expect(try CSVReader.records(in: bytes).first?.cells.first?.utf8.count == 20_000_000)
    // The same as a quoted cell that never ends.
    #expect(throws: GeographyError.self) { try CSVReader.records(in: [0x22] + bytes) }
  }
}
