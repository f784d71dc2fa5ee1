internal import Geography
internal import Tables

/// Makes places of rows whose columns are known: of CSV and TSV, and of the properties of GeoJSON features.
struct PlaceTableReader {
  let columns: PlaceColumns
  /// Index of the source among those of the import.
  let source: Int

  /// What a row gave.
  enum Reading {
    case place(FoundPlace, unitNames: [[String]])
    /// An admin unit or another row that is no place.
    case leftOut
    case faulty(String)
  }

  /// Reads a row.
  /// - Parameters:
  ///   - point: the position when it stands outside of the row, WGS 84.
  ///   - cell: the text of a column; nil when it is not UTF-8.
  func read(line: Int, point: Coordinate?, cell: (Int) -> String?) -> Reading {
    var isBroken = false
    func text(_ column: Int?) -> String {
      guard let column else { return "" }
      guard let text = cell(column) else {
        isBroken = true
        return ""
      }
      return text
    }
    let owner = text(columns.owner)
    let kindText = columns.kinds.map { text($0) }.joined(separator: " ")
    if owner.hasPrefix("opensyria_adm") || ["adm0", "adm1", "adm2", "adm3"].contains(kindText) { return .leftOut }
    let (codes, unit) = codes(owner: owner, columns.codes.map { text($0) }, links: text(columns.links))
    let names = columns.names.map { text($0) }
    let alternatives = columns.alternatives.map { text($0) }
    let units = columns.unitNames.map { $0.map { text($0) } }
    let unitCodes = columns.unitCodes.map { text($0) }
    let numbers = (text(columns.latitude), text(columns.longitude))
    if isBroken { return .faulty("expected UTF-8 text, found other bytes (windows-1256?); save the file as UTF-8") }
    guard let code = codes.first else { return .faulty("the row has no code that a place could be known by") }
    guard let point = point ?? Self.point(numbers.0, numbers.1) else {
      return .faulty("latitude \"\(numbers.0)\", longitude \"\(numbers.1)\" are no position in degrees")
    }
    let main = names.first { NameText.plain($0) != nil } ?? ""
    let meaning = FeatureCode.meaning(ofClass: kindText, name: main, code: code)
    var place = FoundPlace(
      codes: codes, kind: meaning.kind, importance: meaning.importance, extentKm: meaning.extentKm, point: point,
      unit: unitCodes.first { SourceCode.isUnit($0) } ?? unit, source: source, line: line)
    for name in names { Self.add(cell: name, to: &place) }
    for list in alternatives { Self.add(list: list, to: &place) }
    guard !place.arabic.isEmpty || !place.english.isEmpty else {
      return .faulty("the row has no name that can be read")
    }
    return .place(place, unitNames: units)
  }

  private func codes(owner: String, _ texts: [String], links: String) -> (codes: [SourceCode], unit: String) {
    var codes: [SourceCode] = []
    var unit = ""
    for text in texts {
      if SourceCode.isUnit(text) {
        unit = text
      } else if let code = SourceCode.ocha(text) {
        if !codes.contains(code) { codes.append(code) }
      } else if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
        let isGeoNames = owner.lowercased().hasPrefix("geonames")
        codes.append(SourceCode(isGeoNames ? .geoNames : .whosOnFirst, text))
      }
    }
    for link in links.split(separator: ";") {
      let parts = link.split(separator: ":")
      guard parts.count == 2 else { continue }
      switch parts[0] {
      case "gn": codes.append(SourceCode(.geoNames, String(parts[1])))
      case "ocha": if let code = SourceCode.ocha(String(parts[1])) { codes.append(code) }
      default: break
      }
    }
    // Who's On First took the place from GeoNames: that code is the one that others know.
    if codes.first?.owner == .whosOnFirst, let index = codes.firstIndex(where: { $0.owner == .geoNames }) {
      codes.swapAt(0, index)
    }
    return (codes, unit)
  }

  private static func point(_ latitude: String, _ longitude: String) -> Coordinate? {
    guard let latitude = number(latitude), let longitude = number(longitude) else { return nil }
    return Coordinate(longitude: longitude, latitude: latitude)
  }

  /// A decimal number; a decimal comma, as spreadsheets of some countries write it, is read too.
  static func number(_ text: String) -> Double? {
    var plain: [UInt8] = []
    for byte in text.utf8 where byte != 0x20 {
      switch byte {
      case 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"): plain.append(byte)
      case UInt8(ascii: ","): plain.append(UInt8(ascii: "."))
      default: return nil
      }
    }
    return Double(String(decoding: plain, as: UTF8.self))
  }

  // «أسرية (إثريا)»: the first is the main name, what follows another one, or a word that tells it from namesakes. The whole
  // cell stays findable when a dash or an underscore parts it, because text has that too.
  private static func add(cell: String, to place: inout FoundPlace) {
    let parts = NameText.parts(cell)
    for (index, part) in parts.enumerated() {
      if index == 0 {
        place.add(FoundName(kind: .official, text: part))
      } else if part.split(separator: " " as Character).count <= 4, !part.lowercased().contains("camp") {
        place.names.append(FoundName(kind: .official, text: part, isWeak: true))
      }
    }
    if parts.count > 1, let whole = NameText.plain(cell), NameText.isArabic(whole),
      whole.contains(where: { "-_".contains($0) }),
      !whole.contains(where: { "()[]/\\{}".contains($0) })
    {
      place.names.append(FoundName(kind: .official, text: whole))
    }
  }

  private static func add(list: String, to place: inout FoundPlace) {
    for item in list.split(whereSeparator: { $0 == "|" || $0 == ";" }) {
      // Persian text says how Iranians call it, and often a namesake of the place.
      guard !NameText.isPersian(String(item)) else { continue }
      for part in NameText.parts(String(item)) {
        place.add(
          FoundName(kind: NameText.isArabic(part) ? .spelling : .transliteration, text: part, isWeak: true))
      }
    }
  }
}
