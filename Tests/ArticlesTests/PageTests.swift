import Articles
import Incidents
import Testing

@Suite struct PageTests {
  @Test func onlyTheArticleOfAPageIsRead() throws {
    let report = try Fixture.report("page.html")
    #expect(
      report.text == """
        اشتباكات في ريف الحسكة الجنوبي
        اندلعت اشتباكات بين دورية و مسلحين مجهولين قرب بلدة الشدادي،
        وأسفرت عن مقتل ثلاثة مسلحين، بحسب مصدر محلي.
        وأضاف المصدر أن الاشتباكات استمرت ساعتين "على الأقل".
        قتلى 3
        جرحى 1
        """)
    #expect(report.title == "اشتباكات في ريف الحسكة الجنوبي")
    #expect(report.publisher == "شبكة الفرات")
    #expect(report.url == "https://news.example/articles/771")
    #expect(report.key == "https://news.example/articles/771")
    #expect(report.id == "page")
    #expect(report.published == CalendarDate(year: 2024, month: 5, day: 2))
    #expect(report.publishedSource == .metadata)
  }

  @Test func brokenMarkupLosesNoText() throws {
    let report = try Fixture.report("broken.html")
    #expect(report.title == "غارة على البادية")
    #expect(report.text.hasPrefix("غارة على البادية\n"))
    for words in ["بادية السخنة", "ولم ترد معلومات", "انتهى الخبر", "خلية"] {
      #expect(report.text.contains(words))
    }
  }

  @Test(arguments: ["windows1256.html", "iso88596.html"])
  func aDeclaredCharsetIsHonoured(name: String) throws {
    let report = try Fixture.report(name)
    #expect(report.text.contains("بالمدفعية قرى"))
    #expect(report.title?.hasPrefix("قصف على ريف") == true)
    #expect(report.published == (name == "windows1256.html" ? CalendarDate(year: 2021, month: 4, day: 4) : nil))
  }

  @Test func linkedDataAndTheDensestContainer() throws {
    let report = try Fixture.report("linked-data.html")
    #expect(report.published == CalendarDate(year: 2022, month: 11, day: 20))
    #expect(report.url == "https://news.example/daraa/5")
    let lines = report.text.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first == "اغتيال في درعا")
    #expect(!report.text.contains("إعلان"))
    #expect(!report.text.contains("شريط"))
  }

  private static let body = "<p>شن الطيران الحربي غارتين على بادية السخنة شرقي حمص دون خسائر.</p>"

  private func report(_ page: String) throws -> Report {
    let items = ArticleReader().items(in: Array(page.utf8), file: "folder/p.htm")
    return try #require(items.first?.report, "\(items)")
  }

  @Test(arguments: [
    ("<meta property='article:published_time' content='2024-01-02'>", "2024-01-02"),
    ("<meta itemprop=datePublished content='2024-01-03T05:06:07Z'>", "2024-01-03"),
    ("<meta name=datePublished content='3 كانون الثاني 2024'>", "2024-01-03"),
    ("<script type='application/ld+json'>[{\"datePublished\": \"2024-01-04\"}]</script>", "2024-01-04"),
    ("<time datetime='2024-01-05 10:00'>أمس</time>", "2024-01-05"),
    ("<meta name='dc.date' content='2024-01-06'>", "2024-01-06"),
    ("<meta name='dc.date' content='2024-01-06'><time datetime='2024-01-05'></time>", "2024-01-05"),
    ("<meta property='article:published_time' content='soon'><time datetime='2024-01-05'></time>", "2024-01-05"),
    ("<script type='application/ld+json'>{broken</script><time datetime='2024-01-05'></time>", "2024-01-05"),
  ])
  func metadataTellsTheDay(head: String, day: String) throws {
    let report = try report("<html><head>\(head)</head><body>\(Self.body)</body></html>")
    #expect(report.published?.description == day)
    #expect(report.publishedSource == .metadata)
  }

  @Test func aDatelineCountsWhereMetadataIsSilent() throws {
    let report = try report("<body><h1>غارة</h1><div>نشر في: 2023-09-10</div>\(Self.body)</body>")
    #expect(report.published?.description == "2023-09-10")
    #expect(report.publishedSource == .dateline)
  }

  @Test func aFrontPageIsNoAddressOfAnArticle() throws {
    let link = "<link rel=canonical href='https://news.example/'>"
    #expect(try report("<head>\(link)</head>\(Self.body)").url == nil)
    #expect(try report("<head>\(link)</head>\(Self.body)").key == "p")
    #expect(try report("<head><link rel=canonical href='/a/b'></head>\(Self.body)").url == nil)
  }

  @Test func theTitleComesOnceAndFirst() throws {
    let title = "غارتان على بادية السخنة"
    let prefixed = try report("<title>\(title) - شبكة</title><body><h1>\(title)</h1>\(Self.body)")
    #expect(prefixed.text.components(separatedBy: title).count == 2)
    let crumbs = try report(
      "<meta property='og:title' content='\(title)'><body><div>أخبار</div><h1>\(title)</h1>\(Self.body)")
    #expect(crumbs.text.hasPrefix(title + "\nأخبار\n"))
    #expect(crumbs.text.components(separatedBy: title).count == 2)
  }

  @Test func teasersBesideTheBodyAreNotPreferred() throws {
    let teasers = "<article>خبر آخر</article><article>خبر ثالث</article>"
    let report = try report("<body>\(teasers)<div><div>\(Self.body)\(Self.body)</div></div></body>")
    #expect(report.text.contains("بادية السخنة"))
  }

  @Test func aFormOrMenuAroundThePageIsNoReasonToDropIt() throws {
    let menu = "<nav><a href='/a'>أخبار</a><a href='/b'>صور</a></nav>"
    let form = try report("<body><form id=aspnet>\(menu)<div>\(Self.body)</div><form>بحث</form></form></body>")
    #expect(form.text == "شن الطيران الحربي غارتين على بادية السخنة شرقي حمص دون خسائر.")
    let open = try report("<body><nav><a href='/a'>أخبار</a><div>\(Self.body)\(Self.body)</div></body>")
    #expect(open.text.contains("بادية السخنة"))
  }

  @Test func deepNestingIsRead() throws {
    let page = String(repeating: "<div>", count: 200) + Self.body + String(repeating: "</div>", count: 200)
    #expect(try report(page).text.contains("بادية السخنة"))
    let deeper = String(repeating: "<div>", count: 20_000) + Self.body
    #expect(try report(deeper).text.contains("بادية السخنة"))
  }

  @Test func whatTheParserGivesUpOnIsAFaultAndNotAShortArticle() {
    let deepest = Self.body + String(repeating: "<div>", count: 100_000) + Self.body
    let fault = ArticleItem.fault(.pageTooComplex(ArticleSource(file: "deep.html")))
    #expect(ArticleReader().items(in: Array(deepest.utf8), file: "deep.html") == [fault])
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
