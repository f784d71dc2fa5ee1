/// Turns the bytes of one article into text: UTF-8, else a declared charset, else Windows-1256 when it looks like it.
/// UTF-16 never comes here: ``UTF16Transcoder`` stands before it.
enum TextDecoder {
  /// Decoded text, line ends as LF.
  struct Decoded {
    var text: String
    var warnings: [ArticleWarning] = []
  }

  /// Why bytes are no text; offsets count bytes.
  enum Problem: Error {
    case binary(offset: Int)
    case unknownEncoding(offset: Int)
  }

  /// Decodes the bytes of an article.
  /// - Parameter declared: the charset a page declares; asked only when the bytes are not UTF-8.
  /// - Throws: ``Problem``.
  static func decode(_ bytes: ArraySlice<UInt8>, declared: String? = nil) throws(Problem) -> Decoded {
    if let offset = firstBinaryByte(in: bytes) { throw .binary(offset: offset) }
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    if let text = String(validating: bytes, as: UTF8.self) { return Decoded(text: withPlainLineEnds(text)) }
    let survey = UTF8Survey(bytes)
    if survey.isTruncated, let offset = survey.firstFault {
      let text = String(decoding: bytes.prefix(offset), as: UTF8.self)
      let warning = ArticleWarning.truncatedUTF8(droppedBytes: bytes.count - offset)
      return Decoded(text: withPlainLineEnds(text), warnings: [warning])
    }
    if let declared, let text = DeclaredCharset(name: declared)?.text(of: bytes) {
      return Decoded(text: withPlainLineEnds(text))
    }
    if survey.isSlightlyDamaged {
      let text = String(decoding: bytes, as: UTF8.self)
      return Decoded(text: withPlainLineEnds(text), warnings: [.damagedUTF8(characters: survey.faults)])
    }
    // Damaged UTF-8 must not become mojibake: its lead bytes are letters in the code page, too.
    guard !survey.isDamagedUTF8, Windows1256.isLikely(bytes) else {
      throw .unknownEncoding(offset: survey.firstFault ?? 0)
    }
    return Decoded(text: withPlainLineEnds(Windows1256.text(of: bytes)))
  }

  /// The text with CRLF and CR as LF.
  static func withPlainLineEnds(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var afterReturn = false
    for byte in text.utf8 {
      if byte == 0x0D {
        bytes.append(0x0A)
      } else if byte != 0x0A || !afterReturn {
        bytes.append(byte)
      }
      afterReturn = byte == 0x0D
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The offset of the first NUL, or of the first control character when more than one byte in twenty is one.
  static func firstBinaryByte(in bytes: ArraySlice<UInt8>) -> Int? {
    var controls = 0
    var first: Int?
    for index in bytes.indices where bytes[index] < 0x20 {
      switch bytes[index] {
      case 0: return index - bytes.startIndex
      case 0x09, 0x0A, 0x0B, 0x0C, 0x0D: continue
      default:
        controls += 1
        first = first ?? index - bytes.startIndex
      }
    }
    return controls * 20 > bytes.count ? first : nil
  }
}
