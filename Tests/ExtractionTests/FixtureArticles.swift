import Foundation

/// The annotated articles of `Tests/Fixtures/Articles`.
enum FixtureArticles {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/Articles")

  /// Every article with its text, in the order of the names.
  static func all() throws -> [(article: GoldArticle, name: String, text: String)] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
      .sorted()
    return try names.map { name in
      let json = try Data(contentsOf: folder.appending(path: name))
      let base = String(name.dropLast(5))
      let text = try String(contentsOf: folder.appending(path: base + ".txt"), encoding: .utf8)
      return (try JSONDecoder().decode(GoldArticle.self, from: json), base, text)
    }
  }
}
