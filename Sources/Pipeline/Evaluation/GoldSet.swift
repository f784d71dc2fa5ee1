internal import Articles
internal import Foundation
internal import Geography
internal import Incidents

/// The annotated articles of a folder.
package struct GoldSet: Sendable {
  /// Those that could be read, by name.
  package private(set) var articles: [GoldArticle] = []
  /// Why others could not.
  package private(set) var faults: [PipelineError] = []

  /// Takes articles as they are.
  package init(_ articles: [GoldArticle]) {
    self.articles = articles
  }

  /// Reads every `NAME.json` below a folder that has a member `records`, with `NAME.txt` beside it; or one such file.
  ///
  /// Other JSON is passed over. An article that `names` leaves out is not opened.
  /// - Throws: ``PipelineError/noGold(path:reason:)`` when nothing there is an annotated article.
  package init(_ path: String, names: GoldNames = GoldNames()) throws(PipelineError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .noGold(path: path, reason: "nothing of that name")
    }
    let files = isFolder.boolValue ? Self.files(inFolder: path) : [path]
    let asked = files.filter { names.contains(Self.name(of: $0)) }
    var known: [String: String] = [:]
    for file in asked {
      do throws(PipelineError) {
        guard let article = try Self.article(file) else { continue }
        if let first = known[article.name] { throw .sameGold(article.name, first: first, second: file) }
        known[article.name] = file
        articles.append(article)
      } catch {
        faults.append(error)
      }
    }
    articles.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    guard articles.isEmpty, faults.isEmpty else { return }
    throw .noGold(
      path: path,
      reason: files.isEmpty
        ? "no .json file" : asked.isEmpty ? "none of the names asked for" : "\(asked.count) .json without \"records\"")
  }

  /// The names asked for that are not there, sorted.
  package func missing(from names: GoldNames) -> [String] {
    (names.only ?? []).subtracting(articles.map(\.name)).subtracting(names.except).sorted()
  }

  /// What people who annotate want to know: texts that are not read, and evidence that does not stand in its text.
  package var warnings: [String] {
    articles.flatMap { article -> [String] in
      var warnings: [String] = []
      switch article.item {
      case .skipped(let reason, let source): warnings.append("\(source): \(reason)")
      case .report(_, let source, let told): warnings += told.map { "\(source): \($0)" }
      case .fault: break
      }
      return warnings
        + article.recordsWithStrayEvidence.map { "\(article.name): the evidence of record \($0) is not in the text" }
    }
  }

  /// The article of a JSON file; nil when the file is none.
  private static func article(_ file: String) throws(PipelineError) -> GoldArticle? {
    let json = try value(file)
    guard let told = json["records"] else { return nil }
    let records = try records(told, file)
    let textFile = file.dropLast(ending.count) + ".txt"
    guard FileManager.default.fileExists(atPath: String(textFile)) else {
      throw .gold(
        file: file, record: nil, property: "text", expected: "the article in \(textFile)", found: "no such file")
    }
    // As `rasid extract` reads it, so that both find the same publication date and the same evidence.
    guard let item = ArticleStream(paths: [String(textFile)], reader: ArticleReader()).next() else {
      throw .article(.unreadable(ArticleSource(file: String(textFile)), reason: "an empty file"))
    }
    if case .fault(let error) = item { throw .article(error) }
    let text = item.report?.text ?? plain(String(textFile))
    return GoldArticle(name: name(of: file), item: item, text: text, records: records)
  }

  private static func records(_ told: JSONValue, _ file: String) throws(PipelineError) -> [GoldRecord] {
    var number: Int?
    do throws(GoldFault) {
      guard let elements = told.array else { throw GoldFault("records", expected: "an array", found: told) }
      var records: [GoldRecord] = []
      for element in elements {
        number = records.count + 1
        records.append(try GoldRecord(element))
      }
      return records
    } catch {
      throw .gold(file: file, record: number, property: error.property, expected: error.expected, found: error.found)
    }
  }

  private static func value(_ file: String) throws(PipelineError) -> JSONValue {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw .gold(file: file, record: nil, property: "file", expected: "one that can be read", found: "one that cannot")
    }
    do throws(GeographyError) {
      return try JSONParser.value(in: [UInt8](data))
    } catch {
      throw .goldText(file: file, reason: "\(error)")
    }
  }

  /// The text of a file that is no Arabic article; records may have been made of it nevertheless.
  private static func plain(_ file: String) -> String {
    String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
      .replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }

  private static let ending = ".json"

  private static func name(of file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.hasSuffix(ending) ? String(name.dropLast(ending.count)) : name
  }

  /// The JSON files below a folder; hidden ones are left out, and folders behind links, which may lead in a circle.
  private static func files(inFolder folder: String) -> [String] {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { !$0.hasPrefix(".") }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.flatMap { name -> [String] in
      let path = prefix + name
      let type = (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
      if type == .typeDirectory { return files(inFolder: path) }
      return name.hasSuffix(ending) ? [path] : []
    }
  }
}
