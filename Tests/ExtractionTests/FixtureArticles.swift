import Foundation

/// The texts of the annotated articles of `Tests/Fixtures/Articles`.
enum FixtureArticles {
  /// Every article, in the order of the names.
  static func all() throws -> [(name: String, text: String)] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/Articles")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
    return try names.sorted().map { name in
      let base = String(name.dropLast(".json".count))
      return (base, try String(contentsOf: folder.appending(path: base + ".txt"), encoding: .utf8))
    }
  }
}
