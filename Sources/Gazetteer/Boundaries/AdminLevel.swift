/// The levels of Syria's admin units that have boundaries, as OCHA numbers them.
package enum AdminLevel: Int, CaseIterable, Sendable, Comparable {
  case governorate = 1
  case district
  case subdistrict

  /// The name of its file and of its collection.
  package var plural: String {
    switch self {
    case .governorate: "governorates"
    case .district: "districts"
    case .subdistrict: "subdistricts"
    }
  }

  /// The level above; nil for governorates.
  package var parent: AdminLevel? { AdminLevel(rawValue: rawValue - 1) }

  /// Governorates before districts before subdistricts.
  package static func < (a: AdminLevel, b: AdminLevel) -> Bool { a.rawValue < b.rawValue }
}
