import Articles
import Foundation
import Incidents
import TestFolders
import Testing

@Suite struct ArticleStreamTests {
  private static let text = "قتل عنصران بهجوم مسلح على حاجز في ريف درعا الشرقي"

  /// A folder for one test, removed after it.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = try Folder()
    try body(folder.path)
  }

  private func write(_ text: String, _ path: String) throws {
    let url = URL(filePath: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private func items(_ paths: [String], limit: Int = ArticleReader.maximumBytes) -> [ArticleItem] {
    Array(ArticleStream(paths: paths, reader: ArticleReader(limit: limit)))
  }

  @Test func foldersAreReadInSortedOrderAndOtherEndingsIgnored() throws {
    try withFolder { folder in
      for name in ["b.txt", "a/z.txt", "a/y/x.TXT", "c.html", "a.txt", "note.pdf", ".hidden.txt", "README"] {
        try write(name.hasSuffix("html") ? "<p>\(Self.text)</p>" : Self.text, "\(folder)/\(name)")
      }
      let names = items([folder]).map { $0.source.file.dropFirst(folder.count).drop { $0 == "/" } }
      #expect(names == ["a/y/x.TXT", "a/z.txt", "a.txt", "b.txt", "c.html"])
      #expect(items([folder]).allSatisfy { $0.report != nil })
      #expect(items([folder + "/README"]).compactMap { $0.report?.id } == ["README"])
    }
  }

  @Test func missingFilesAndFoldersWithoutArticlesAreFaults() throws {
    try withFolder { folder in
      try write("x", "\(folder)/data.bin")
      let good = "\(folder)/sub/good.txt"
      #expect(items([folder]) == [.fault(.folderWithoutArticles(ArticleSource(file: folder), otherFiles: 1))])
      try write(Self.text, good)
      let found = items(["\(folder)/none.txt", good])
      #expect(found.first == .fault(.fileNotFound(ArticleSource(file: "\(folder)/none.txt"))))
      #expect(found.count == 2)
      #expect(found.last?.report?.id == "good")
    }
  }

  @Test func linksInACircleEnd() throws {
    try withFolder { folder in
      try write(Self.text, "\(folder)/a/one.txt")
      try FileManager.default.createSymbolicLink(atPath: "\(folder)/a/loop", withDestinationPath: folder)
      #expect(items([folder]).count == 1)
    }
  }

  @Test func aLineThatIsTooLongLosesNoOther() throws {
    try withFolder { folder in
      let line = "{\"text\": \"\(Self.text)\"}\n"
      let long = "{\"text\": \"" + String(repeating: "ب", count: 40_000) + "\"}\n"
      try write(line + long + line, "\(folder)/a.jsonl")
      let jsonl = items(["\(folder)/a.jsonl"], limit: 50_000)
      #expect(jsonl.map { $0.report != nil } == [true, false, true])
      #expect(jsonl[1].error == .tooLarge(ArticleSource(file: "\(folder)/a.jsonl", line: 2), limit: 50_000))
      try write("id,text\n1,\(Self.text)\n2,\(long)3,\(Self.text)\n", "\(folder)/a.csv")
      let csv = items(["\(folder)/a.csv"], limit: 50_000)
      #expect(csv.map { $0.report != nil } == [true, false, true])
      try write(String(repeating: Self.text, count: 2_000), "\(folder)/a.txt")
      let text = items(["\(folder)/a.txt", "\(folder)/a.jsonl"], limit: 50_000)
      #expect(text.first?.error == .tooLarge(ArticleSource(file: "\(folder)/a.txt"), limit: 50_000))
      #expect(text.count == 4)
    }
  }

  @Test func standardInputIsToldByItsFirstBytes() throws {
    let reader = ArticleReader()
    let jsonl = reader.items(in: Array(" \n{\"text\": \"\(Self.text)\"}\n{\"text\": \"\(Self.text)\"}".utf8), file: "-")
    #expect(jsonl.compactMap { $0.report?.id } == ["stdin-2", "stdin-3"])
    let page = reader.items(in: Array("\n<html><p>\(Self.text)</p>".utf8), file: "-")
    #expect(page.compactMap { $0.report?.text } == [Self.text])
    let text = reader.items(in: Array("{ليست جملة}\n\(Self.text)".utf8), file: "-")
    #expect(text.compactMap { $0.report?.text } == ["{ليست جملة}\n\(Self.text)"])
    let table = reader.items(in: Array("text\n\(Self.text)\n".utf8), file: "-", kind: .table)
    #expect(table.compactMap { $0.report?.id } == ["stdin-2"])
    #expect(reader.items(in: [], file: "-").map(\.skipReason) == [.empty])
    #expect("\(ArticleSource(file: "-", line: 2))" == "standard input:2")
  }

  @Test func messagesNameTheFileAndNeverTheText() throws {
    for name in ["items.jsonl", "items.csv", "open-quote.csv", "garbled.txt", "binary.txt", "no-text-column.csv"] {
      let path = Fixture.path(name)
      let faults = items([path]).compactMap(\.error)
      #expect(!faults.isEmpty)
      for fault in faults {
        let message = fault.description
        #expect(message.hasPrefix(path))
        #expect(message.contains("expected"))
        #expect(message.contains("found"))
        #expect(message.contains(";"), "no next step: \(message)")
        let arabic = message.dropFirst(path.count).unicodeScalars.filter { (0x620...0x6FF).contains($0.value) }
        #expect(arabic.count <= 1, "\(message)")
      }
    }
  }
}
