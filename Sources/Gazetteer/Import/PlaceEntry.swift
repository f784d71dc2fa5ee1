internal import Geography

/// A row of `places.tsv` as the merging of sources sees it.
struct PlaceEntry {
  /// Position among the rows.
  var row: Int
  var id: String
  var kind: PlaceKind
  /// WGS 84.
  var point: Coordinate
  /// km.
  var extentKm: Double
  var importance: Int
  var codes: [SourceCode]
  /// Of all its names.
  var keys: Set<NameKey>

  /// True when a source of that owner has told the place by another code already.
  func isTaken(by code: SourceCode) -> Bool {
    codes.contains { $0.owner == code.owner } && !codes.contains(code)
  }
}

extension PlaceKind {
  /// What can be the same thing under the name of different kinds.
  enum Category {
    case settlement, site, terrain, unit
  }

  /// A village that has grown is a town, an air base that is no longer one an airport; a dam is never a village.
  var category: Category {
    switch self {
    case .city, .town, .village, .hamlet, .neighbourhood, .camp, .farmland, .island: .settlement
    case .base, .airport, .oilField, .gasField, .mine, .dam, .crossing, .prison, .facility, .checkpoint: .site
    case .mountain, .badia, .valley, .road, .river, .lake, .region: .terrain
    case .subdistrict, .district, .governorate, .country: .unit
    }
  }
}
