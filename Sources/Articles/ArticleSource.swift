/// Where an article comes from: a file, and within JSON lines and CSV the line.
package struct ArticleSource: Hashable, Sendable, CustomStringConvertible {
  /// The path as the user named it, or as found below a folder the user named; `-` is standard input.
  package var file: String
  /// The line the item starts on, counted from 1; nil when the article is the whole file.
  package var line: Int?

  /// Names a file, or a line of it.
  package init(file: String, line: Int? = nil) {
    self.file = file
    self.line = line
  }

  /// `news.jsonl:7`, or the file alone.
  package var description: String {
    let name = file == "-" ? "standard input" : file
    return line.map { "\(name):\($0)" } ?? name
  }

  /// The file's name without folders and without its ending; `stdin` for standard input.
  package var baseName: String {
    if file == "-" { return "stdin" }
    let name = file.split(separator: "/", omittingEmptySubsequences: true).last.map(String.init) ?? file
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The file's ending in lower case, without the dot; empty when there is none.
  package var ending: String {
    let name = file.split(separator: "/", omittingEmptySubsequences: true).last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
