internal import Geography
internal import Tables

/// Reads GeoJSON of any size feature by feature: a FeatureCollection, or one Feature a line.
///
/// `GeoJSONReader` of Geography wants the whole text in memory; this one cuts a file of some gigabytes into features by
/// counting braces and hands them to it one by one.
struct FeatureReader {
  /// What a call of ``next()`` met.
  enum Step {
    case feature(Feature)
    case faulty(TableFault)
    case end
  }

  /// A feature that is longer than this is none; bytes. Detailed governorates have about 1 MB.
  private static let longestFeature = 64 << 20

  private var window: ByteWindow
  private var isInCollection = false
  private var isAtEnd = false
  private var following = 1
  private var braces = Braces()
  /// The line on which the last feature begins, from 1.
  private(set) var line = 0

  /// - Throws: ``TableFault`` when the file cannot be read.
  init(_ path: String) throws(TableFault) {
    window = try ByteWindow(path)
  }

  /// Reads the next feature.
  /// - Throws: ``TableFault`` when the file can be read no further.
  mutating func next() throws(TableFault) -> Step {
    while true {
      switch scan() {
      case .object(let end):
        return take(upTo: end)
      case .collection(let start):
        use(upTo: start)
        isInCollection = true
      case .closed: return .end
      case .unfinished:
        if !isAtEnd, window.waiting <= Self.longestFeature {
          isAtEnd = try !window.load()
          continue
        }
        if window.waiting == 0 { return .end }
        return try recover()
      case .stray(let found):
        line = following
        let message = "expected a feature of GeoJSON, found ‘\(found)’"
        while try !skipToFeature() {}
        return .faulty(TableFault(file: window.file.path, line: line, message: message))
      }
    }
  }

  private mutating func take(upTo end: Int) -> Step {
    line = following
    let text = Array(window.bytes[window.start..<end])
    use(upTo: end)
    do throws(GeographyError) {
      var reader = GeoJSONReader(text)
      guard let feature = try reader.next() else {
        return .faulty(TableFault(file: window.file.path, line: line, message: "expected a feature, found none"))
      }
      return .feature(feature)
    } catch {
      let (name, reason) = (Self.name(in: text), "\(error)".drop { $0 != ":" }.dropFirst(2))
      return .faulty(
        TableFault(
          file: window.file.path, line: line + error.line - 1, message: (name.map { "feature \($0): " } ?? "") + reason)
      )
    }
  }

  // A feature that is cut short swallows what follows; the next line that begins one is where reading goes on.
  private mutating func recover() throws(TableFault) -> Step {
    line = following
    let fault = TableFault(
      file: window.file.path, line: line, message: "expected the closing brace of the feature, found none")
    use(upTo: min(window.start + 1, window.bytes.count))
    while try !skipToFeature() {}
    return .faulty(fault)
  }

  // True when a feature begins at the window's start, or the file is at its end.
  private mutating func skipToFeature() throws(TableFault) -> Bool {
    braces = Braces()
    let bytes = window.bytes
    var index = window.start
    while index < bytes.count {
      guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      if Self.beginsFeature(bytes[(end + 1)...]) {
        use(upTo: end + 1)
        isInCollection = true
        return true
      }
      index = end + 1
    }
    // The last line may go on in the next piece.
    use(upTo: index)
    if isAtEnd || window.waiting > Self.longestFeature {
      use(upTo: window.bytes.count)
      return isAtEnd
    }
    isAtEnd = try !window.load()
    return false
  }

  private static func beginsFeature(_ line: ArraySlice<UInt8>) -> Bool {
    let head = line.prefix(64).filter { $0 != 0x20 && $0 != 0x09 }
    return head.starts(with: Array("{\"type\":\"Feature\"".utf8))
  }

  /// The value of a member whose name speaks of a code or name, for messages about text that is no GeoJSON.
  private static func name(in text: [UInt8]) -> String? {
    guard case .object(let members)? = try? JSONParser.value(in: text) else { return nil }
    guard case .object(let properties)? = members.first(where: { $0.name == "properties" })?.value else { return nil }
    return properties.first { $0.name.lowercased().hasSuffix("pcode") && $0.value.string?.isEmpty == false }?.value
      .string
  }

  private mutating func use(upTo end: Int) {
    following += window.bytes[window.start..<end].count { $0 == 0x0A }
    window.start = end
    braces = Braces()
  }
}

// Finding where features begin and end.
extension FeatureReader {
  /// How far the object at the window's start was looked through.
  private struct Braces {
    var offset = 0
    var depth = 0
    var isInString = false
    var isEscaped = false
    /// Where the string began that is being read at depth 1, or the last one there; offsets.
    var nameStart = 0
    var isFeaturesNext = false
  }

  private enum Scan {
    case object(end: Int)
    /// Behind the bracket that opens the array of features.
    case collection(start: Int)
    case closed
    case unfinished
    case stray(Character)
  }

  private mutating func scan() -> Scan {
    let bytes = window.bytes
    if braces.depth == 0 {
      var index = window.start
      while index < bytes.count, Self.isBetween(bytes[index]) { index += 1 }
      if index > window.start { use(upTo: index) }
      guard index < bytes.count else { return .unfinished }
      if bytes[index] == UInt8(ascii: "]"), isInCollection { return .closed }
      guard bytes[index] == UInt8(ascii: "{") else { return .stray(Character(Unicode.Scalar(bytes[index]))) }
    }
    var state = braces
    defer { if state.depth > 0 { braces = state } }
    var index = window.start + state.offset
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if state.isInString {
        if state.isEscaped {
          state.isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          state.isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          state.isInString = false
          if state.depth == 1 {
            let name = bytes[(window.start + state.nameStart)..<(index - 1)]
            state.isFeaturesNext = name.elementsEqual("features".utf8)
          }
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        state.isInString = true
        state.nameStart = index - window.start
      case UInt8(ascii: "{"): state.depth += 1
      case UInt8(ascii: "["):
        if state.depth == 1, state.isFeaturesNext, !isInCollection {
          state.depth = 0
          return .collection(start: index)
        }
        state.depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        state.depth -= 1
        if state.depth == 0 { return .object(end: index) }
      case UInt8(ascii: ","): if state.depth == 1 { state.isFeaturesNext = false }
      default: break
      }
    }
    state.offset = index - window.start
    return .unfinished
  }

  // Spaces, commas between features, and the record separator of RFC 8142.
  private static func isBetween(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == UInt8(ascii: ",") || byte == 0x1E
  }
}
