/// Which columns of somebody's table of places hold what; the spellings of the published files differ.
///
/// Known: OCHA's COD populated places of several years (CSV, shapefile turned into CSV with its ten-letter names, GeoJSON),
/// and the tab-separated form `source, source_id, name_en, name_ar, alt_names, lat, lon, …`.
struct PlaceColumns {
  private(set) var codes: [Int] = []
  private(set) var names: [Int] = []
  private(set) var alternatives: [Int] = []
  private(set) var latitude: Int?
  private(set) var longitude: Int?
  /// Columns of unit codes, the smallest unit first.
  private(set) var unitCodes: [Int] = []
  /// Columns of unit names: governorate, district, subdistrict.
  private(set) var unitNames: [[Int]] = [[], [], []]
  private(set) var kinds: [Int] = []
  private(set) var links: Int?
  private(set) var owner: Int?
  private(set) var population: Int?

  /// Sorts the columns of a header.
  init(_ header: [String]) {
    var levelCodes: [[Int]] = [[], [], []]
    for (index, title) in header.enumerated() {
      let name = Self.letters(title)
      if let level = Self.level(name), level < 4 {
        if name.contains("code") { levelCodes[level - 1].append(index) } else { unitNames[level - 1].append(index) }
        continue
      }
      switch name {
      case _ where Self.codeSpellings.contains(name): codes.append(index)
      case _ where Self.latitudeSpellings.contains(name): latitude = latitude ?? index
      case _ where Self.longitudeSpellings.contains(name): longitude = longitude ?? index
      case _ where Self.kindSpellings.contains(name): kinds.append(index)
      case _ where name.contains("alt") && name.contains("name"): alternatives.append(index)
      case _ where Self.isName(name): names.append(index)
      case "linkedids": links = index
      case "source": owner = index
      case "population", "pop", "poptotal": population = index
      default: break
      }
    }
    unitCodes = levelCodes.reversed().flatMap(\.self)
  }

  /// What is missing for a table of places, in words; nil when nothing is.
  /// - Parameter hasPoints: true when positions stand elsewhere, as in GeoJSON.
  func fault(_ header: [String], hasPoints: Bool) -> String? {
    var missing: [String] = []
    if codes.isEmpty { missing.append("a code (pcode, admin4Pcode, ADM4_PCODE, source_id)") }
    if names.isEmpty { missing.append("a name (featureName_en, featureName_ar, ADM4_EN, ADM4_AR, name_en, name_ar)") }
    if !hasPoints, latitude == nil { missing.append("the latitude (latitude, lat, point_y)") }
    if !hasPoints, longitude == nil { missing.append("the longitude (longitude, lon, point_x)") }
    guard !missing.isEmpty else { return nil }
    return "expected columns with \(missing.joined(separator: "; ")); found: \(header.joined(separator: ", "))"
  }

  /// The letters and digits of a title in lower case: `featureName_ar`, `FEATURENAME_AR` and `feature name ar` are one.
  static func letters(_ title: String) -> String {
    String(
      decoding: title.lowercased().utf8.filter { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) },
      as: UTF8.self)
  }

  /// The admin level that a title speaks of, 1 … 5: `adm2…`, `admin2…`; nil for none.
  static func level(_ name: String) -> Int? {
    for prefix in ["admin", "adm"] where name.hasPrefix(prefix) {
      guard let digit = name.dropFirst(prefix.count).first?.wholeNumberValue else { return nil }
      return (1...5).contains(digit) ? digit : nil
    }
    return nil
  }

  private static let codeSpellings: Set<String> = [
    "pcode", "code", "adm4pcode", "admin4pcode", "adm5pcode", "admin5pcode", "placecode", "placepcode",
    "communitypcode",
    "communitycode", "neighbourhoodpcode", "neighborhoodpcode", "locationpcode", "featurecode", "featurepcode",
    "featurepco",
    "sourceid", "pcod", "npcode", "cpcode",
  ]
  private static let latitudeSpellings: Set<String> = [
    "latitude", "lat", "y", "pointy", "latitudey", "ycoord", "latdd", "latitudedd", "centerlat", "ylat", "latwgs84",
  ]
  private static let longitudeSpellings: Set<String> = [
    "longitude", "lon", "lng", "long", "x", "pointx", "longitudex", "xcoord", "longdd", "longitudedd", "centerlon",
    "xlon",
    "lonwgs84",
  ]
  private static let kindSpellings: Set<String> = [
    "feature", "class", "type", "popplaceclasstitle", "popplacecl", "popplace1", "popplaceclass", "placetype",
    "locationtype", "classtitle",
  ]

  private static func isName(_ name: String) -> Bool {
    if name.hasSuffix("code") || name.hasSuffix("quality") || name.contains("class") { return false }
    return ["name", "placename", "community", "communityname", "location", "locationname"].contains(name)
      || [
        "namee", "namea", "featurena", "featureref", "featuren", "placename", "communityname", "locationname", "neighb",
      ]
      .contains { name.hasPrefix($0) }
      || (level(name).map { $0 >= 4 } ?? false)
  }
}
