internal import Geography

/// Reads one line of JSON lines.
enum JSONArticle {
  /// The fields of the object on a line.
  /// - Throws: ``ArticlesError`` naming the line.
  static func fields(of line: [UInt8], at source: ArticleSource) throws(ArticlesError) -> ArticleFields {
    let value: JSONValue
    do {
      value = try JSONParser.value(in: line)
    } catch {
      throw .brokenJSON(source, problem: problem(of: error))
    }
    guard case .object = value else { throw .notAnObject(source) }
    guard let member = value["text"], member != .null else { throw .missingText(source) }
    guard let text = member.string else { throw .textIsNotString(source) }
    var fields = ArticleFields(text: text)
    fields.id = string("id", of: value, &fields.warnings)
    fields.title = string("title", of: value, &fields.warnings)
    fields.published = string("published", of: value, &fields.warnings)
    fields.url = string("url", of: value, &fields.warnings)
    fields.publisher = string("publisher", of: value, &fields.warnings)
    return fields
  }

  /// True when the bytes are one JSON object.
  static func isObject(_ line: [UInt8]) -> Bool {
    if case .object? = try? JSONParser.value(in: line) { true } else { false }
  }

  /// A member as text; whole numbers count as text, for ids and dates are often written so.
  private static func string(_ name: String, of value: JSONValue, _ warnings: inout [ArticleWarning]) -> String? {
    switch value[name] {
    case nil, .null?: return nil
    case .string(let text)?: return text
    case .integer(let number)?: return String(number)
    default:
      warnings.append(.fieldIgnored(field: name))
      return nil
    }
  }

  /// The parser's words without the line, which counts within this line only, and without names, which are the article's.
  private static func problem(of error: GeographyError) -> String {
    guard case .json(let expected, let found, _, let column) = error else { return "column 1" }
    let wanted = expected.hasPrefix("‘:’ after") ? "‘:’ after a member's name" : expected
    return "column \(column): expected \(wanted), found \(found)"
  }
}
