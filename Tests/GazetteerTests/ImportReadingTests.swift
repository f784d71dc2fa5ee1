import Geography
import Tables
import TestFolders
import Testing

@testable import Gazetteer

@Suite("Reading files of any size")
struct ImportReadingTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func records(_ text: some Sequence<UInt8>, separator: Character = ",") throws -> [String] {
    try folder.write(text, to: "t")
    var reader = try DelimitedReader(folder.path + "/t", separator: separator.asciiValue ?? 0)
    var found: [String] = []
    while true {
      switch try reader.next() {
      case .end: return found
      case .faulty(let fault): found.append("\(fault.line)! \(fault.message.prefix(20))")
      case .record:
        found.append("\(reader.line): " + (0..<reader.count).map { reader.text($0) ?? "?" }.joined(separator: "|"))
      }
    }
  }

  @Test("cells, quotes, line ends and a last line without one")
  func cells() throws {
    #expect(
      try records("a,b\r\n\"c,\"\"d\"\"\",e\n\n\"f\ng\",h".utf8) == ["1: a|b", "2: c,\"d\"|e", "4: f\ng|h"])
    #expect(try records("a\t\"b\tc\n".utf8, separator: "\t") == ["1: a|\"b|c"])
    #expect(try records("\u{FEFF}a,b\n".utf8) == ["1: a|b"])
    #expect(try records("".utf8) == [])
    #expect(try records("a,\n".utf8) == ["1: a|"])
  }

  @Test("an open quote loses its line, not the rest of the file")
  func openQuote() throws {
    #expect(try records("a,b\n\"c,d\ne,f\n".utf8) == ["1: a|b", "2! expected the end of ", "3: e|f"])
    #expect(try records("a,b\n\"c\"x,d\ne,f\n".utf8) == ["1: a|b", "2! expected a separator", "3: e|f"])
  }

  @Test("bytes that are no UTF-8 are told of their cell alone")
  func encoding() throws {
    #expect(try records([0x61, 0x2C, 0xCA, 0xCF, 0x0A, 0x62, 0x2C, 0x63, 0x0A]) == ["1: a|?", "2: b|c"])
  }

  @Test("rows that lie across the pieces of a file are whole")
  func pieces() throws {
    // Rows of 1 to 300 bytes, some 3 MB: the borders of pieces fall everywhere.
    let rows = (0..<20_000).map { "\($0)," + String(repeating: "x", count: ($0 * 7919) % 300) }
    let found = try records(rows.joined(separator: "\n").utf8)
    #expect(found.count == rows.count)
    #expect(zip(found, rows).enumerated().allSatisfy { "\($0 + 1): " + $1.1.replacing(",", with: "|") == $1.0 })
  }

  private func features(_ text: String) throws -> [String] {
    try folder.write(text.utf8, to: "f")
    var reader = try FeatureReader(folder.path + "/f")
    var found: [String] = []
    while true {
      switch try reader.next() {
      case .end: return found
      case .faulty(let fault): found.append("\(fault.line)! \(fault.message)")
      case .feature(let feature): found.append("\(reader.line): \(feature["n"]?.string ?? "-")")
      }
    }
  }

  private func point(_ name: String) -> String {
    #"{"type":"Feature","properties":{"n":"\#(name)"},"geometry":{"type":"Point","coordinates":[37,35]}}"#
  }

  @Test("features of a collection, whatever stands around them, and one a line")
  func collections() throws {
    let head = #"{"type":"FeatureCollection","crs":{"features":[1]},"name":"features","features":["#
    #expect(try features("\(head)\n\(point("a")),\n\(point("b"))\n],\"more\":[{}]}") == ["2: a", "3: b"])
    #expect(try features(point("a") + "\n" + point("b{}[]\\\"") + "\n") == ["1: a", "2: b{}[]\""])
    #expect(try features("\(head)]}") == [])
  }

  @Test("a feature that is cut short or faulty is lost alone")
  func faulty() throws {
    let head = "{\"type\":\"FeatureCollection\",\"features\":["
    let cut = #"{"type":"Feature","properties":{"n":"cut"},"geometry":{"type":"Poi"#
    let found = try features("\(head)\n\(point("a")),\n\(cut)\n\(point("b"))\n]}")
    #expect(found.first == "2: a" && found.last == "4: b")
    #expect(found.contains { $0.hasPrefix("3! ") })
    let ring = "[[36,35],[37,35],[37,36],[36,36]]"
    let open = try features("\(head)\n\(ImportWorld.feature(["pcode": "SY05"], ring)),\n\(point("b"))]}")
    #expect(open == ["2! feature SY05: a ring must end where it starts", "3: b"])
  }

  @Test("features that lie across the pieces of a file are whole")
  func manyFeatures() throws {
    let lines = (0..<12_000).map { point(String(repeating: "y", count: $0 % 90) + "\($0)") }
    let text = "{\"type\":\"FeatureCollection\",\"features\":[\n" + lines.joined(separator: ",\n") + "\n]}"
    let found = try features(text)
    #expect(found.count == lines.count)
    #expect(
      found.enumerated().allSatisfy { $1.hasPrefix("\($0 + 2): ") && $1.hasSuffix("y\($0)") || $1.hasSuffix(" \($0)") })
  }

  @Test(
    "files that are none of the known forms are named with what was found",
    arguments: [
      ("", "empty file"), ("PK\u{3}\u{4}rest", "archive"), ("a\u{0}b\u{0}", "UTF-16"),
      ("one,two\n1,2\n", "found: one, two"),
      ("1\t2\t3\n", "found 3"), ("{\"type\":\"FeatureCollection\",\"features\":[]}", "found none"),
      ("{", "closing brace"),
    ])
  func unknown(text: String, words: String) throws {
    try folder.write(text.utf8, to: "u")
    let error = #expect(throws: TableFault.self) { try SourceForm(file: folder.path + "/u") }
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }

  @Test("a file that is missing, and a folder, are told apart")
  func missing() throws {
    #expect(throws: TableFault.self) { try SourceForm(file: folder.path + "/none") }
    let error = #expect(throws: TableFault.self) { try SourceForm(file: folder.path) }
    #expect(error?.message == "expected a file to import, found a folder")
  }
}
