internal import Foundation

/// Which annotated articles are scored, by their names.
package struct GoldNames: Sendable {
  /// Only these; nil for all.
  package var only: Set<String>?
  /// None of these.
  package var except: Set<String>

  package init(only: Set<String>? = nil, except: Set<String> = []) {
    self.only = only
    self.except = except
  }

  /// The names that a list holds, with any white space between them.
  /// - Throws: ``PipelineError/list(path:reason:)`` when it cannot be read, or holds none.
  package static func list(_ path: String) throws(PipelineError) -> Set<String> {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .list(path: path, reason: "no file that can be read")
    }
    guard let text = String(validating: data, as: UTF8.self) else { throw .list(path: path, reason: "no UTF-8 text") }
    let names = Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    guard !names.isEmpty else { throw .list(path: path, reason: "no name") }
    return names
  }

  /// True when the article of a name is scored.
  package func contains(_ name: String) -> Bool {
    (only?.contains(name) ?? true) && !except.contains(name)
  }
}
