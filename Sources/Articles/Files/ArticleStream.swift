internal import Foundation

/// Reads the articles of files, folders and standard input one after the other; the only type here that touches files.
///
/// Items come in a fixed order: paths as given, folders sorted, lines as they stand. One faulty item does not end it.
package final class ArticleStream: Sequence, IteratorProtocol {
  private static let chunkSize = 256 << 10

  private let reader: ArticleReader
  private let inputKind: ArticleKind?
  private var paths: ArraySlice<String>
  private var entries: ArraySlice<ArticlePaths.Entry> = []
  private var open: (handle: FileHandle, parser: ArticleParser, file: String)?
  private var items: ArraySlice<ArticleItem> = []

  /// Prepares to read paths; nothing is opened yet.
  /// - Parameters:
  ///   - paths: files, folders, or `-` for standard input.
  ///   - inputKind: the form of standard input; nil to tell it by its first bytes.
  package init(paths: [String], reader: ArticleReader, inputKind: ArticleKind? = nil) {
    self.paths = paths[...]
    self.reader = reader
    self.inputKind = inputKind
  }

  /// The next item; nil after the last.
  package func next() -> ArticleItem? {
    while true {
      if let item = items.popFirst() { return item }
      if open != nil {
        readOn()
      } else if let entry = entries.popFirst() {
        start(entry)
      } else if let path = paths.popFirst() {
        entries = ArticlePaths.entries(of: path)[...]
      } else {
        return nil
      }
    }
  }

  private func start(_ entry: ArticlePaths.Entry) {
    switch entry {
    case .fault(let error): items = [.fault(error)]
    case .file(let file):
      let isInput = file == "-"
      guard let handle = isInput ? FileHandle.standardInput : FileHandle(forReadingAtPath: file) else {
        items = [.fault(.unreadable(ArticleSource(file: file), reason: "a file that does not open"))]
        return
      }
      open = (handle, ArticleParser(reader: reader, file: file, kind: isInput ? inputKind : nil), file)
    }
  }

  private func readOn() {
    guard let handle = open?.handle, let file = open?.file else { return }
    do {
      let chunk = open?.parser.isClosed == true ? nil : try handle.read(upToCount: ArticleStream.chunkSize)
      if let chunk, !chunk.isEmpty {
        // In place: a second owner of the parser would copy its buffers with every chunk.
        items = (open?.parser.consume(Array(chunk)[...]) ?? [])[...]
      } else {
        items = (open?.parser.finish() ?? [])[...]
        close(handle, file)
      }
    } catch {
      items = [.fault(.unreadable(ArticleSource(file: file), reason: "an error while reading"))]
      close(handle, file)
    }
  }

  private func close(_ handle: FileHandle, _ file: String) {
    open = nil
    guard file != "-" else { return }
    try? handle.close()
  }
}
