internal import Geography

/// An admin unit as a file of boundaries tells it.
struct BoundaryUnit: Sendable {
  /// OCHA P-code.
  var pcode: String
  /// The P-code of the unit above; empty for governorates.
  var parent: String
  var english: String
  var arabic: String
  /// Polygon or multipolygon, WGS 84.
  var geometry: Geometry
  /// Where it stands in its file, from 1.
  var feature: Int
  /// The line on which it begins, from 1.
  var line: Int
}

extension BoundaryUnit {
  /// Reads code and names from a feature by the names that OCHA's files of several years give them.
  ///
  /// `pcode`, `ADM2_PCODE`, `adm2_pcode` · `name_en`, `ADM2_EN`, `adm2_en`, `adm2_name` … · the same with `ar`; a name
  /// without a language in its column (`adm2_name1`) is sorted by its script. Capitals do not matter.
  init?(_ feature: Feature, level: AdminLevel, number: Int, line: Int) {
    var texts: [String: String] = [:]
    for member in feature.properties {
      guard let text = member.value.string, !text.isEmpty else { continue }
      texts[member.name.lowercased()] = text
    }
    let own = "adm\(level.rawValue)"
    func first(_ names: [String]) -> String? { names.lazy.compactMap { texts[$0] }.first }
    guard let pcode = first(["\(own)_pcode", "pcode"]), let geometry = feature.geometry else { return nil }
    self.pcode = pcode
    let above = level.rawValue - 1
    parent =
      level == .governorate
      ? "" : first(["adm\(above)_pcode", "parent", "parent_pcode"]) ?? String(pcode.dropLast(2))
    let neutral = [
      "\(own)_name", "\(own)_name1", "\(own)_name2", "\(own)_name3", "name", "\(own)_altnam", "\(own)_altnm2",
    ]
    let names = neutral.compactMap { texts[$0] }
    english = first(["\(own)_en", "name_en"]) ?? names.first { !Self.isArabic($0) } ?? pcode
    arabic = first(["\(own)_ar", "name_ar"]) ?? names.first(where: Self.isArabic) ?? ""
    self.geometry = geometry
    self.feature = number
    self.line = line
  }

  private static func isArabic(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x0600...0x06FF).contains($0.value) }
  }
}
