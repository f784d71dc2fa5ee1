import ArabicText
import Extraction
import Incidents
import Tables

/// How many megabytes of text a second the readers of dates and figures walk on one core.
struct ExpressionBenchmark {
  let articles: [String]

  /// The median of some rounds, in megabytes (10⁶ bytes of UTF-8) a second.
  func run() throws -> [(name: String, megabytesPerSecond: Double)] {
    let reader = try ExpressionReader(tables: .embedded)
    let published = CalendarDate(year: 2024, month: 5, day: 20)
    return [
      ("tokens", rate { TokenizedText($0).tokens.count }),
      ("dates", rate { reader.dates(in: $0, published: published).count }),
      ("figures", rate { reader.figures(in: $0).count }),
      (
        "dates and figures",
        rate {
          let found = reader.expressions(in: $0, published: published)
          return found.dates.count + found.figures.count
        }
      ),
    ]
  }

  private func rate(_ read: (String) -> Int) -> Double {
    let bytes = articles.reduce(0) { $0 + $1.utf8.count }
    let clock = ContinuousClock()
    var found = 0
    let times = (0..<7).map { _ in clock.measure { for article in articles { found += read(article) } } }
    // What was found is told, so that no compiler may leave the reading out.
    precondition(found > 0)
    return Double(bytes) / 1e6 / (times.sorted()[times.count / 2] / .seconds(1))
  }
}
