import Foundation

/// The annotated articles of `Tests/Fixtures`.
enum FixtureArticles {
  /// The articles that rules were made with, and those of which only the figure is known: written and annotated by somebody who had not
  /// seen the rules, committed before they were read.
  enum Folder: String {
    case articles = "Articles"
    case heldOut = "HeldOut"
  }

  /// Every article of a folder with its text, in the order of the names.
  static func all(_ folder: Folder = .articles) throws -> [(article: GoldArticle, name: String, text: String)] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/\(folder.rawValue)")
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
