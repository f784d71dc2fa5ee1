internal import Geography
internal import Tables

/// Makes places of the rows of a GeoNames dump (`SY.txt`, `allCountries.txt`), and names of those of
/// `alternateNamesV2.txt`.
///
/// Source of the columns: https://download.geonames.org/export/dump/readme.txt.
enum GeoNamesReader {
  /// How many columns a dump has.
  static let columnCount = 19

  /// Reads the row at a reader: nil for another country's, or for what news does not name.
  static func place(at reader: DelimitedReader, source: Int) -> PlaceTableReader.Reading {
    guard reader.equals(8, Array("SY".utf8)) else { return .leftOut }
    guard reader.count == columnCount else {
      return .faulty("expected \(columnCount) cells of GeoNames, found \(reader.count); are all tabs there?")
    }
    guard let id = reader.number(0) else { return .faulty("expected the number of the place in the first cell") }
    guard let name = reader.text(1), let list = reader.text(3), let feature = reader.text(7) else {
      return .faulty("expected UTF-8 text, found other bytes; download the file anew")
    }
    guard let meaning = FeatureCode.meaning(of: feature, population: reader.number(14) ?? 0) else { return .leftOut }
    guard let latitude = reader.text(4).flatMap(PlaceTableReader.number),
      let longitude = reader.text(5).flatMap(PlaceTableReader.number)
    else {
      return .faulty(
        "latitude \"\(reader.text(4) ?? "")\", longitude \"\(reader.text(5) ?? "")\" are no position in degrees")
    }
    var place = FoundPlace(
      codes: [SourceCode(.geoNames, String(id))], kind: meaning.kind, importance: meaning.importance,
      extentKm: meaning.extentKm, point: Coordinate(longitude: longitude, latitude: latitude), source: source,
      line: reader.line)
    for part in NameText.parts(name) { place.add(FoundName(kind: .official, text: part)) }
    for item in list.split(separator: ",") where !NameText.isPersian(String(item)) {
      guard let text = NameText.plain(String(item)), text.unicodeScalars.count > 2 else { continue }
      if NameText.isArabic(text) {
        place.add(FoundName(kind: .spelling, text: text, isWeak: true))
      } else if text.unicodeScalars.allSatisfy({ $0.value < 0x250 || $0.value >= 0x1E00 && $0.value < 0x2020 }) {
        place.add(FoundName(kind: .transliteration, text: text, isWeak: true))
      }
    }
    guard !place.arabic.isEmpty || !place.english.isEmpty else {
      return .faulty("the row has no name that can be read")
    }
    return .place(place, unitNames: [])
  }

  /// The name in a row of `alternateNamesV2.txt`; nil for languages that are not asked for.
  static func name(at reader: DelimitedReader) -> Result<FoundName?, TableRowFault> {
    guard let (kind, _) = languages.first(where: { reader.equals(2, $0.1) }) else { return .success(nil) }
    guard let text = reader.text(3) else {
      return .failure(TableRowFault(message: "expected UTF-8 text, found other bytes; download the file anew"))
    }
    guard let plain = NameText.plain(text) else { return .success(nil) }
    let isTrue = { (cell: Int) in reader.equals(cell, [0x31]) }
    var name = FoundName(kind: kind, text: plain)
    if isTrue(6) { name.kind = .press }
    if isTrue(5) { name.kind = .short }
    if isTrue(7) || !reader.isEmpty(9) { name.kind = .historical }
    name.isPreferred = isTrue(4) && name.kind != .historical
    if name.isPreferred, name.kind == .spelling { name.kind = .official }
    let (from, to) = (reader.text(8) ?? "", reader.text(9) ?? "")
    if !from.isEmpty || !to.isEmpty {
      name.note =
        NameText.plain([from.isEmpty ? "" : "from \(from)", to.isEmpty ? "" : "until \(to)"].joined(separator: " "))
        ?? ""
    }
    return .success(name)
  }

  private static let languages: [(FoundName.Kind, [UInt8])] = [
    (.spelling, Array("ar".utf8)), (.transliteration, Array("en".utf8)), (.kurdish, Array("ku".utf8)),
    (.kurdish, Array("kmr".utf8)), (.turkish, Array("tr".utf8)),
  ]
}

/// What is wrong with a row, before file and line are known.
struct TableRowFault: Error {
  let message: String
}
