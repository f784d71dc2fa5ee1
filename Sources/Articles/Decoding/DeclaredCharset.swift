internal import CXML2

/// A charset that a page names in its head, for pages that are not UTF-8.
struct DeclaredCharset {
  /// The name in lower case.
  let name: String

  /// Takes a charset by its name; nil for UTF-8 and UTF-16, which the bytes themselves would have shown.
  init?(name: String) {
    let name = name.lowercased()
    if name.isEmpty || name.hasPrefix("utf-") || name.hasPrefix("utf8") || name.hasPrefix("utf16") { return nil }
    self.name = name
  }

  /// The charset that a page declares within its first 4,096 bytes; nil when it declares none.
  static func declaration(in page: ArraySlice<UInt8>) -> String? {
    let head = String(decoding: page.prefix(4096).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
    guard let range = head.utf8.firstRange(of: Array("charset".utf8)) else { return nil }
    let marks: Set<Character> = [" ", "=", "\"", "'", "\n", "\t", "\r"]
    let name = head[range.upperBound...].drop { marks.contains($0) }
      .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:".contains($0)) }
    return name.isEmpty ? nil : String(name)
  }

  /// The text of the bytes; nil when the charset is not known or the bytes do not fit it.
  func text(of bytes: ArraySlice<UInt8>) -> String? {
    switch name {
    case "windows-1256", "cp1256", "x-cp1256", "cp-1256": return Windows1256.text(of: bytes)
    default: return textByConverter(of: bytes)
    }
  }

  /// Uses the converters that libxml2 brings along (iconv).
  private func textByConverter(of bytes: ArraySlice<UInt8>) -> String? {
    LibXML.prepare()
    guard let handler = xmlFindCharEncodingHandler(name) else { return nil }
    defer { xmlCharEncCloseFunc(handler) }
    guard let input = xmlBufferCreate() else { return nil }
    defer { xmlBufferFree(input) }
    guard let output = xmlBufferCreate() else { return nil }
    defer { xmlBufferFree(output) }
    let added = bytes.withUnsafeBufferPointer { xmlBufferAdd(input, $0.baseAddress, Int32(clamping: $0.count)) }
    guard added == 0 else { return nil }
    // The converter stops when its output is full, and goes on when asked again.
    while case let left = xmlBufferLength(input), left > 0 {
      _ = xmlCharEncInFunc(handler, output, input)
      guard xmlBufferLength(input) < left else { return nil }
    }
    guard let content = xmlBufferContent(output) else { return nil }
    let converted = UnsafeBufferPointer(start: content, count: Int(max(0, xmlBufferLength(output))))
    return String(validating: converted, as: UTF8.self)
  }
}
