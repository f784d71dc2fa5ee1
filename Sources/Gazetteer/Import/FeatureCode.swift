/// What the feature codes of GeoNames are in our kinds; those not listed are left out.
///
/// Source of the codes: https://download.geonames.org/export/dump/featureCodes_en.txt (CC BY 4.0).
enum FeatureCode {
  /// What a code stands for.
  struct Meaning {
    var kind: PlaceKind
    /// 1 … 3.
    var importance: Int
    /// km; GeoNames rounds many positions to a minute of arc, so no extent is below 2.
    var extentKm: Double
  }

  /// The kind, importance and extent of a feature; nil for what news does not name (wells, ruins, admin units …).
  static func meaning(of code: String, population: Int) -> Meaning? {
    guard var meaning = table[code] else { return nil }
    guard code.hasPrefix("PPL") else { return meaning }
    if population >= 50_000, meaning.kind != .neighbourhood {
      meaning = Meaning(kind: .city, importance: 3, extentKm: 5)
    }
    if population >= 10_000, meaning.kind == .village { meaning = Meaning(kind: .town, importance: 3, extentKm: 3) }
    if population >= 2_000 { meaning.importance = max(meaning.importance, 2) }
    return meaning
  }

  private static let table: [String: Meaning] = {
    var table: [String: Meaning] = [:]
    func add(_ codes: String, _ kind: PlaceKind, _ importance: Int, _ extentKm: Double) {
      for code in codes.split(separator: " ") {
        table[String(code)] = Meaning(kind: kind, importance: importance, extentKm: extentKm)
      }
    }
    add("PPLC PPLA", .city, 3, 6)
    add("PPLA2", .town, 3, 4)
    add("PPLA3 PPLA4", .town, 2, 3)
    add("PPL PPLS PPLG PPLR STLMT", .village, 1, 2)
    add("PPLL PPLF PPLW", .hamlet, 1, 2)
    add("PPLX", .neighbourhood, 1, 2)
    add("FRM FRMS FRMT", .farmland, 1, 3)
    add("CMP CMPRF CMPLA CMPL CMPQ", .camp, 2, 2)
    add("AIRB", .base, 3, 4)
    add("AIRF AIRP AIRH AIRQ AIRS", .airport, 2, 3)
    add("MILB INSM FT NVB", .base, 2, 3)
    add("OILF OILP", .oilField, 2, 8)
    add("GASF", .gasField, 2, 8)
    add("MN MNQ MNA MNQR SALT", .mine, 1, 3)
    add("DAM DAMQ", .dam, 2, 2)
    add("PRN", .prison, 2, 2)
    add("OILR OILT PS PSH PRT PMPO CEN", .facility, 1, 2)
    add("CSTM PSTB BDGX", .crossing, 2, 2)
    add("PSTC", .checkpoint, 1, 2)
    add("MT MTS RDGE PK PKS HLL HLLS", .mountain, 1, 5)
    add("DSRT", .badia, 1, 30)
    add("VAL VALS WAD WADS", .valley, 1, 10)
    add("LK LKS RSV LKI", .lake, 1, 8)
    add("ISL", .island, 1, 2)
    return table
  }()

  /// What OCHA or a table of mixed origin writes of a place, or its name, in our kinds.
  static func meaning(ofClass text: String, name: String, code: SourceCode) -> Meaning {
    let text = text.lowercased()
    let words = name.lowercased().split(separator: " ")
    if words.contains("camp") || words.contains("مخيم") { return Meaning(kind: .camp, importance: 2, extentKm: 1.5) }
    if code.owner == .ocha && code.number.hasPrefix("N") || !text.isEmpty && text.contains("neighbo") {
      return Meaning(kind: .neighbourhood, importance: 1, extentKm: 1)
    }
    let standard = Meaning(kind: .village, importance: 1, extentKm: code.owner == .ocha ? 1.5 : 2)
    if text.isEmpty { return standard }
    let isCapital = text.contains("capital")
    if isCapital, text.contains("country") || text.contains("national") || text.contains("1") {
      return Meaning(kind: .city, importance: 3, extentKm: 5)
    }
    if text.contains("city") { return Meaning(kind: .city, importance: 3, extentKm: 4) }
    if text.contains("town") || isCapital { return Meaning(kind: .town, importance: 2, extentKm: 2.5) }
    if text.contains("farm") { return Meaning(kind: .farmland, importance: 1, extentKm: 2) }
    if text.contains("hamlet") { return Meaning(kind: .hamlet, importance: 1, extentKm: 1) }
    if text.contains("campus") { return Meaning(kind: .facility, importance: 1, extentKm: 2) }
    return standard
  }
}
