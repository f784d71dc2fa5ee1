import Foundation

/// The annotated articles of `Tests/Fixtures/Articles`; what holds records against their annotations is the room `Pipeline`.
enum FixtureArticles {
  /// What the annotation tells of the article itself.
  struct Annotation: Decodable {
    /// The day of publication, ISO 8601.
    var published: String?
  }

  /// Every article with its text, in the order of the names.
  static func all() throws -> [(article: Annotation, name: String, text: String)] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/Articles")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
    return try names.sorted().map { name in
      let annotation = try JSONDecoder().decode(
        Annotation.self, from: try Data(contentsOf: folder.appending(path: name)))
      let base = String(name.dropLast(".json".count))
      return (annotation, base, try String(contentsOf: folder.appending(path: base + ".txt"), encoding: .utf8))
    }
  }
}
