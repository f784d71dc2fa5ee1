import Articles
import Incidents
import Testing

@Suite struct JSONLinesTests {
  @Test func aBrokenLineLosesNoOther() throws {
    let items = try Fixture.items("items.jsonl")
    #expect(items.count == 10)
    #expect(items.compactMap(\.report).count == 9)
    #expect(items.map(\.source.line) == (1...10).map { $0 })
    guard case .brokenJSON(let source, let problem)? = items[6].error else {
      Issue.record("line 7 was read: \(items[6])")
      return
    }
    #expect(source == ArticleSource(file: "items.jsonl", line: 7))
    #expect(problem.contains("column"))
    let message = items[6].error?.description ?? ""
    #expect(!message.contains("مكسور"))
  }

  @Test func fieldsBecomeTheReport() throws {
    let items = try Fixture.items("items.jsonl")
    let first = try #require(items[0].report)
    #expect(first.id == "item-1")
    #expect(first.title == "خبر رقم 1")
    #expect(first.url == "https://news.example/1")
    #expect(first.publisher == "شبكة الفرات")
    #expect(first.published?.description == "2024-01-01")
    #expect(first.publishedSource == .field)
    #expect(items[1].report?.id == "items-2")
    #expect(items[2].report?.published?.description == "2024-01-03")
    #expect(items[3].report?.published == nil)
    #expect(items[3].warnings == [.unreadableDate(field: "published")])
    #expect(items[4].report?.title == nil)
    #expect(items[4].warnings == [.fieldIgnored(field: "title")])
    #expect(items[5].report?.text.hasPrefix("قصفت المدفعية") == true)
  }

  private static let text = "قتل عنصران بهجوم مسلح على حاجز في ريف درعا الشرقي"

  private func item(_ line: String, file: String = "a.jsonl") -> ArticleItem? {
    ArticleReader().items(in: Array(line.utf8), file: file).first
  }

  @Test func otherValuesThanAnArticleAreNamed() throws {
    let source = ArticleSource(file: "a.jsonl", line: 1)
    #expect(item("[1]")?.error == .notAnObject(source))
    #expect(item("{\"title\": \"x\"}")?.error == .missingText(source))
    #expect(item("{\"text\": null}")?.error == .missingText(source))
    #expect(item("{\"text\": 5}")?.error == .textIsNotString(source))
    #expect(item("{\"text\": \" \\n\"}")?.skipReason == .empty)
    #expect(item("{\"text\": \"English only\"}")?.skipReason?.name == "not Arabic")
    #expect(item("{\"text\": \"\(Self.text)\\u0000\"}")?.error != nil)
    #expect(item("\n\n  \n")?.skipReason == .empty)
  }

  @Test func lineEndsWithinATextBecomePlain() {
    #expect(item("{\"text\": \"\(Self.text)\\r\\nب\\rت\"}\r\n")?.report?.text == Self.text + "\nب\nت")
  }

  @Test func idsAndDatesMayBeNumbers() throws {
    let report = try #require(item("{\"id\": 17, \"published\": 20240105, \"text\": \"\(Self.text)\"}")?.report)
    #expect(report.id == "17")
    #expect(report.published?.description == "2024-01-05")
  }

  @Test func theFileNameDatesAnItemLast() {
    let line = "{\"text\": \"\(Self.text)\"}"
    let named = item(line, file: "x/dump-20240229.jsonl")?.report
    #expect(named?.published?.description == "2024-02-29")
    #expect(named?.publishedSource == .fileName)
    #expect(named?.id == "dump-20240229-1")
    var reader = ArticleReader()
    reader.published = CalendarDate(year: 2020, month: 2, day: 3)
    let option = reader.items(in: Array(line.utf8), file: "dump-20240229.jsonl").first?.report
    #expect(option?.published?.description == "2020-02-03")
    #expect(option?.publishedSource == .option)
  }

  @Test func windows1256LinesAreRead() throws {
    let name = "windows1256.txt"
    let text = try Fixture.bytes(name).map { $0 == 0x0A ? 0x20 : $0 }
    let line = Array("{\"text\": \"".utf8) + text + Array("\"}\n".utf8)
    let items = ArticleReader().items(in: line, file: "w.jsonl")
    #expect(items.first?.report?.text.hasPrefix("انفجار عبوة ناسفة") == true)
  }

  @Test(arguments: [1, 7, 64, 4096])
  func chunksDoNotMatter(size: Int) throws {
    for name in ["items.jsonl", "items.csv", "open-quote.csv", "page.html", "utf16le.txt", "windows1256.txt"] {
      let bytes = try Fixture.bytes(name)
      var parser = ArticleParser(reader: ArticleReader(), file: name)
      var items: [ArticleItem] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        items += parser.consume(bytes[start..<min(start + size, bytes.count)])
      }
      items += parser.finish()
      #expect(items == ArticleReader().items(in: bytes, file: name))
    }
  }
}
