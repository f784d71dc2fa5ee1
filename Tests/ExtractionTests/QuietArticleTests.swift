import Extraction
import Incidents
import Tables
import Testing

@Suite("Articles on other things")
struct QuietArticleTests {
  @Test(
    "articles on films, matches, manoeuvres and prices give no record",
    arguments: ["b-film-gharib", "b-karama-jaish", "b-harb-asaar-20240310"])
  func elsewhere(name: String) throws {
    let extractor = try RecordExtractor(tables: .embedded)
    let found = try #require(try FixtureArticles.all().first { $0.name == name })
    #expect(extractor.read(Report(id: name, text: found.text)).records.isEmpty)
  }
}
