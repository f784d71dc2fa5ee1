package import Incidents

/// What sort of place a row of `places.tsv` is. The raw values are the spellings of the table.
package enum PlaceKind: String, CaseIterable, Sendable {
  case city, town, village, hamlet, neighbourhood, camp, base, airport
  case oilField = "oil-field"
  case gasField = "gas-field"
  case mine, dam, crossing, mountain, badia, valley, road, river, lake, region, prison, facility, checkpoint, farmland,
    island
  // Admin units come from `admin.tsv`.
  case subdistrict, district, governorate, country

  /// How exactly a mention of such a place tells where.
  package var precision: PlacePrecision {
    switch self {
    case .city, .town, .village, .hamlet, .neighbourhood, .base, .airport, .oilField, .gasField, .mine, .dam, .crossing,
      .prison, .facility, .checkpoint, .island:
      .locality
    case .camp: .camp
    case .mountain, .badia, .valley, .road, .river, .lake, .farmland: .area
    case .region: .region
    case .subdistrict: .subdistrict
    case .district: .district
    case .governorate: .governorate
    case .country: .country
    }
  }

  /// True for units of the admin tree.
  package var isAdmin: Bool {
    switch self {
    case .subdistrict, .district, .governorate, .country: true
    default: false
    }
  }
}
