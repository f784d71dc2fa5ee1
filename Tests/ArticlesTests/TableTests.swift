import Articles
import Incidents
import Testing

@Suite struct TableTests {
  @Test func rowsBecomeReports() throws {
    let items = try Fixture.items("items.csv")
    #expect(items.map(\.source.line) == [2, 4, 5, 6, 7])
    let first = try #require(items[0].report)
    #expect(first.id == "a1")
    #expect(first.text == "قتل مدني برصاص مجهولين في مدينة \"جاسم\" شمالي درعا,\nولم تعرف هوية المهاجمين بعد")
    #expect(first.published?.description == "2023-06-05")
    #expect(items[1].report?.id == "items-4")
    #expect(items[1].report?.url == nil)
    guard case .brokenRow(ArticleSource(file: "items.csv", line: 5), _)? = items[2].error else {
      Issue.record("the short row was read: \(items[2])")
      return
    }
    #expect(items[3].skipReason == .empty)
    #expect(items[4].report?.published == nil)
  }

  @Test func aColumnTwiceIsAFaultOfTheFile() throws {
    let expected = ArticlesError.duplicateColumn(ArticleSource(file: "duplicate-columns.csv", line: 1), name: "text")
    #expect(try Fixture.items("duplicate-columns.csv") == [.fault(expected)])
  }

  @Test func aMissingColumnIsAFaultOfTheFile() throws {
    let source = ArticleSource(file: "no-text-column.csv", line: 1)
    let expected = ArticlesError.missingColumn(source, name: "text", columns: 3)
    #expect(try Fixture.items("no-text-column.csv") == [.fault(expected)])
  }

  @Test func anOpenQuoteCostsOneRow() throws {
    let items = try Fixture.items("open-quote.csv")
    #expect(items.compactMap { $0.report?.id } == ["1", "3", "4"])
    #expect(items.compactMap(\.error).map(\.source.line) == [3])
  }

  @Test func anOpenQuoteAtTheEndCostsOneRow() {
    let row = "قتل عنصران بهجوم مسلح على حاجز في ريف درعا"
    for end in ["\n", "\r\n", "\r"] {
      let csv = ["id,text", "1,\(row)", "2,\"\(row)", "3,\(row)", "4,\(row)", ""].joined(separator: end)
      let items = ArticleReader().items(in: Array(csv.utf8), file: "c.csv")
      #expect(items.compactMap { $0.report?.id } == ["1", "3", "4"])
      #expect(items.map(\.source.line) == [2, 3, 4, 5])
    }
  }

  @Test func manyOpenQuotesEnd() {
    let lines = Array(repeating: "x,\"\"\"y", count: 20_000)
    let items = ArticleReader(limit: 10_000).items(
      in: Array(("id,text\n" + lines.joined(separator: "\n")).utf8), file: "c.csv")
    #expect(!items.isEmpty)
    #expect(items.allSatisfy { $0.report == nil })
  }

  @Test func columnsInAnyOrderAndCase() {
    let csv = "\u{FEFF}other, TEXT ,Id\r\nx,قتل عنصران بهجوم مسلح على حاجز في ريف درعا,n\r\n"
    let items = ArticleReader().items(in: Array(csv.utf8), file: "c.csv")
    #expect(items.map { $0.report?.id } == ["n"])
    #expect(items.map(\.source.line) == [2])
  }

  @Test func aTableWithoutRowsIsEmpty() {
    #expect(ArticleReader().items(in: Array("id,text\n".utf8), file: "c.csv").map(\.skipReason) == [.empty])
    #expect(ArticleReader().items(in: [], file: "c.csv").map(\.skipReason) == [.empty])
  }
}
