import RandomSources
import Tables
import Testing

struct TableTests {
  /// A row as values that can leave the closure.
  struct Line: Hashable {
    var number: Int
    var cells: [String]
  }

  private func lines(_ table: Table) -> [Line] {
    var lines: [Line] = []
    table.forEachRow { row in
      var cells: [String] = []
      for column in 0..<row.count { cells.append(row.text(column)) }
      lines.append(Line(number: row.line, cells: cells))
    }
    return lines
  }

  private func table(_ text: String, requiring columns: [String] = []) throws(TableFault) -> Table {
    try Table(name: "Lexicon/test.tsv", bytes: Array(text.utf8), requiring: columns)
  }

  @Test func rowsAndLineNumbers() throws {
    let table = try table("id\tname\tnote\na\tتدمر\tx\n\nb\tحمص\t\n", requiring: ["id", "note"])
    #expect(table.name == "Lexicon/test.tsv")
    #expect(table.columns == ["id", "name", "note"])
    #expect(table.column("name") == 1)
    #expect(table.column("Name") == nil)
    // The empty line 3 is passed over and counted.
    #expect(
      lines(table) == [Line(number: 2, cells: ["a", "تدمر", "x"]), Line(number: 4, cells: ["b", "حمص", ""])])
  }

  @Test(arguments: ["id\tname", "id\tname\n", "id\tname\n\n\n"]) func noRows(text: String) throws {
    #expect(try lines(table(text)).isEmpty)
  }

  @Test(arguments: ["id\na", "id\na\n"]) func aLastLineWithoutItsEnd(text: String) throws {
    #expect(try lines(table(text)) == [Line(number: 2, cells: ["a"])])
  }

  @Test func cells() throws {
    let table = try table("id\tlat\tlon\tnote\na\t34.5\t\tx\nb\t-3e1\tabc\n\t\t\t\n")
    var seen: [String] = []
    table.forEachRow { row in
      switch row.line {
      case 2:
        let (lat, lon, note) = (row.double(1), row.double(2), row.text("note"))
        let (isEmptyLon, isEmptyNote) = (row.isEmpty(2), row.isEmpty(3))
        #expect(lat == 34.5)
        #expect(lon == nil)
        #expect(note == "x")
        #expect(isEmptyLon && !isEmptyNote)
      case 3:
        // A row that is too short has empty cells; a cell that is no number has no number.
        let (lat, lon, note, count) = (row.double(1), row.double(2), row.text(3), row.count)
        let (isEmptyNote, missing, outside) = (row.isEmpty(3), row.text("nowhere"), row.text(-1) + row.text(99))
        #expect(lat == -30)
        #expect(lon == nil)
        #expect(note == "")
        #expect(count == 3)
        #expect(isEmptyNote)
        #expect(missing == "" && outside == "")
      default:
        // Cells without text in a line that is not empty: a row all the same.
        let (id, count, isEmpty) = (row.text(0), row.count, row.isEmpty(0))
        #expect(id == "" && count == 4 && isEmpty)
      }
      seen.append("\(row.line)")
    }
    #expect(seen == ["2", "3", "4"])
  }

  /// A coordinate that is not a number would go through every later check of a range.
  @Test(arguments: ["nan", "inf", "-infinity", "0x10", "1e999", "1e", "+-1", " 1", "1 ", "٣", "1,5", "."])
  func numbersAreDecimalAndFinite(cell: String) throws {
    let table = try table("lat\n\(cell)\n")
    var value: Double?
    table.forEachRow { value = $0.double(0) }
    #expect(value == nil)
  }

  @Test func aMissingColumnIsNamed() throws {
    let fault = #expect(throws: TableFault.self) { try table("id\tname\na\tb\n", requiring: ["id", "type"]) }
    #expect(fault?.description == "Lexicon/test.tsv:1: column \"type\" is missing; found: id, name")
    #expect(fault?.line == 1)
  }

  @Test(arguments: [[], Array("\nid\n".utf8), [0xFF, 0xFE, 0x0A]] as [[UInt8]])
  func noHeader(bytes: [UInt8]) throws {
    let fault = #expect(throws: TableFault.self) { try Table(name: "places.tsv", bytes: bytes) }
    #expect(fault?.description == "places.tsv:1: expected a header line of column names, found none")
  }

  @Test func aFaultOfARowNamesItsLine() throws {
    let table = try table("id\n\na\n")
    var fault: TableFault?
    table.forEachRow { fault = $0.fault("type \"airstrik\" is not known") }
    #expect(fault?.description == "Lexicon/test.tsv:3: type \"airstrik\" is not known")
    #expect(TableFault(file: "x.tsv", line: 0, message: "m").description == "x.tsv: m")
  }

  @Test func anErrorOfTheReaderEndsTheWalk() throws {
    let table = try table("id\na\nb\n")
    var seen = 0
    #expect(throws: TableFault.self) {
      try table.forEachRow { row in
        seen += 1
        throw row.fault("stop")
      }
    }
    #expect(seen == 1)
  }

  /// What a reader of these bytes gets: the rows, or the fault's message.
  private func outcome(_ bytes: [UInt8], requiring columns: [String] = []) -> (
    columns: [String], lines: [Line], fault: String?
  ) {
    do throws(TableFault) {
      let table = try Table(name: "x.tsv", bytes: bytes, requiring: columns)
      return (table.columns, lines(table), nil)
    } catch {
      return ([], [], error.message)
    }
  }

  /// Tables have LF ends. A file saved by an editor of another system reads like one with them.
  @Test(arguments: ["id\tnote\na\tx\n\nb\ty\n", "id\tnote\na\tx\n\nb\ty", "id\tnote\na\t\n\nb\t\n", "id", "\n"])
  func carriageReturnsBeforeLineEndsArePassedOver(text: String) {
    let plain = outcome(Array(text.utf8))
    for changed in [text.replacing("\n", with: "\r\n"), "\u{FEFF}" + text, text + "\r"] {
      let found = outcome(Array(changed.utf8))
      #expect(found.columns == plain.columns && found.lines == plain.lines && found.fault == plain.fault)
    }
  }

  @Test func aCarriageReturnInsideALineStays() {
    let found = outcome(Array("id\tnote\na\rb\t\r\r\n".utf8))
    #expect(found.lines == [Line(number: 2, cells: ["a\rb", "\r"])])
  }

  @Test func aColumnBeforeACarriageReturnIsNotMissing() {
    let found = outcome(Array("id\tnote\r\na\tx\r\n".utf8), requiring: ["id", "note"])
    #expect(found.fault == nil)
    #expect(found.columns == ["id", "note"])
  }

  @Test func aByteOrderMarkIsNoPartOfAName() {
    let found = outcome(Array("\u{FEFF}id\tnote\na\tx\n".utf8))
    #expect(found.columns == ["id", "note"])
    #expect(found.lines == [Line(number: 2, cells: ["a", "x"])])
    #expect(outcome([0xEF, 0xBB, 0xBF]).fault == "expected a header line of column names, found none")
  }

  /// The declaration says that bytes that are no UTF-8 are a fault.
  @Test(arguments: [([0xD8, 0x0A], 3), ([0x0A, 0xFF], 4), ([0x61, 0xED, 0xA0, 0x80, 0x0A], 3), ([0xC0, 0x80], 3)])
  func aBodyThatIsNoTextIsAFault(end: [UInt8], line: Int) {
    let fault = #expect(throws: TableFault.self) {
      try Table(name: "x.tsv", bytes: Array("id\nتدمر\n".utf8) + end)
    }
    #expect(fault?.description == "x.tsv:\(line): expected UTF-8 text, found other bytes; save the table as UTF-8")
  }

  /// No table traps its reader, whatever its bytes.
  @Test(arguments: 1...4 as ClosedRange<UInt64>) func randomBytes(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let likely: [[UInt8]] = [
      [0x09], [0x0A], [0x0D], [0x0D, 0x0A], [0x61], [0x31], [0xD8, 0xAA], [0x00], [0xEF, 0xBB, 0xBF],
    ]
    var read = 0
    for _ in 0..<500 {
      let pieces = Int.random(in: 0..<60, using: &random)
      var bytes = (0..<pieces).flatMap { _ in likely.randomElement(using: &random) ?? [] }
      if Int.random(in: 0..<10, using: &random) == 0 { bytes.append(0xFF) }
      guard let table = try? Table(name: "x", bytes: bytes) else { continue }
      read += 1
      #expect(!bytes.contains(0xFF), "seed \(seed): \(bytes)")
      // Lines and cells counted another way.
      let body = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        .map { $0.last == 0x0D ? $0.dropLast() : $0 }.enumerated().dropFirst()
      let expected = body.filter { !$0.element.isEmpty }.map { line in
        "\(line.offset + 1):\(line.element.split(separator: 0x09, omittingEmptySubsequences: false).count)"
      }
      var found: [String] = []
      table.forEachRow { row in
        found.append("\(row.line):\(row.count)")
        for column in 0..<row.count { _ = row.double(column) }
      }
      #expect(found == expected, "seed \(seed): \(bytes)")
    }
    #expect(read > 200)
  }
}
