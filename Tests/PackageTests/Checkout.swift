import Foundation

/// The files of the package as they lie on disk.
enum Checkout {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
  }

  static func bytes(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: folder + "/" + path).map { [UInt8]($0) }
  }

  static func names(_ path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + path)) ?? []).sorted()
  }

  /// The paths of all files below a folder that end so, relative to it; hidden ones are left out.
  static func files(below path: String, ending: String) -> [String] {
    names(path).filter { !$0.hasPrefix(".") }.flatMap { name -> [String] in
      let inner = files(below: path + "/" + name, ending: ending).map { name + "/" + $0 }
      return name.hasSuffix(ending) ? [name] + inner : inner
    }
  }
}

/// One Swift file of Sources or Tests.
struct SourceFile {
  /// The folder it lies in, next below Sources or Tests.
  let target: String
  let path: String
  let text: String
  /// The text without comments and without the contents of strings, line for line.
  let code: String

  /// Those of Sources.
  static let all = files(below: "Sources")
  /// Those of Tests.
  static let tests = files(below: "Tests")

  private static func files(below folder: String) -> [SourceFile] {
    Checkout.files(below: folder, ending: ".swift").compactMap { path in
      guard let text = try? Checkout.text(folder + "/" + path) else { return nil }
      return SourceFile(
        target: String(path.prefix { $0 != "/" }), path: folder + "/" + path, text: text, code: CodeText.code(of: text))
    }
  }

  var lineCount: Int { text.utf8.count { $0 == 0x0A } }

  /// The modules it imports.
  var imports: [String] {
    code.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let index = words.firstIndex(of: "import"), words.count > index + 1,
        words[..<index].allSatisfy({ $0.hasPrefix("@") || Self.levels.contains($0) })
      else { return nil }
      return String(words[index + 1].prefix { $0 != "." })
    }
  }

  private static let levels: Set<String> = ["public", "package", "internal", "fileprivate", "private"]

  /// The lines whose code matches, as `path:line: text`.
  func lines(matching pattern: some RegexComponent) -> [String] {
    code.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { $0.element.contains(pattern) }
      .map { "\(path):\($0.offset + 1): \($0.element.trimmingCharacters(in: .whitespaces))" }
  }
}
