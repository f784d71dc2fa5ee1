internal import Foundation

/// The files that paths stand for: files as named, folders with all below them, in sorted order.
struct ArticlePaths {
  /// A file to read, or a path that gives none.
  enum Entry: Equatable {
    case file(String)
    case fault(ArticlesError)
  }

  /// The entries of one path.
  static func entries(of path: String) -> [Entry] {
    if path == "-" { return [.file(path)] }
    let source = ArticleSource(file: path)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return [.fault(.fileNotFound(source))]
    }
    guard isFolder.boolValue else { return [.file(path)] }
    var others = 0
    let entries = entries(inFolder: path, &others)
    return entries.isEmpty ? [.fault(.folderWithoutArticles(source, otherFiles: others))] : entries
  }

  /// Files and folders of a folder in the order of their names' bytes; hidden ones are left out, and folders behind
  /// links, which may lead in a circle.
  private static func entries(inFolder folder: String, _ others: inout Int) -> [Entry] {
    var found: [Entry] = []
    var waiting = [folder]
    while let path = waiting.popLast() {
      guard path == folder || isFolder(path) else {
        if ArticleKind(ending: ArticleSource(file: path).ending) != nil {
          found.append(.file(path))
        } else {
          others += 1
        }
        continue
      }
      do {
        let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") }
        let sorted = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let prefix = path.hasSuffix("/") ? path : path + "/"
        // Last in, first out: the first name goes on top.
        waiting += sorted.reversed().map { prefix + $0 }
      } catch {
        found.append(.fault(.unreadable(ArticleSource(file: path), reason: "a folder that does not open")))
      }
    }
    return found
  }

  private static func isFolder(_ path: String) -> Bool {
    let type = (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
    return type == .typeDirectory
  }
}
