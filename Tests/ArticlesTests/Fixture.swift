import Articles
import Foundation
import Incidents
import Testing

/// The files of Tests/Fixtures/Formats.
enum Fixture {
  static func path(_ name: String) -> String {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return tests.appending(path: "Fixtures/Formats/\(name)").path(percentEncoded: false)
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path(name))))
  }

  /// The items of a fixture, read in memory.
  static func items(_ name: String, as file: String? = nil, reader: ArticleReader = ArticleReader()) throws
    -> [ArticleItem]
  {
    reader.items(in: try bytes(name), file: file ?? name)
  }

  /// The one report of a fixture.
  static func report(_ name: String) throws -> Report {
    let items = try items(name)
    #expect(items.count == 1)
    return try #require(items.first?.report, "\(items)")
  }
}

extension ArticleItem {
  var warnings: [ArticleWarning] {
    if case .report(_, _, let warnings) = self { warnings } else { [] }
  }

  var error: ArticlesError? {
    if case .fault(let error) = self { error } else { nil }
  }

  var skipReason: SkipReason? {
    if case .skipped(let reason, _) = self { reason } else { nil }
  }
}
