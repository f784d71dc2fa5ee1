internal import Geography

/// Where a source and the tables tell a place differently; what was done about it is in the detail.
package struct ImportConflict: Hashable, Sendable {
  /// What differs.
  package enum Kind: String, CaseIterable, Sendable {
    /// Both name the same code, more than 5 km apart: the position of the table stays.
    case sameCodeFar = "same-code-far"
    /// The same name 3 to 15 km apart: both are kept.
    case sameNameNear = "same-name-near"
    /// The source puts the place into another admin unit than the table or the border does.
    case otherUnit = "other-unit"
    /// An admin unit of the source has another parent, or lies elsewhere.
    case otherBorder = "other-border"
  }

  /// What does not agree.
  package var kind: Kind
  /// The place in the tables.
  package var placeID: String
  /// The English name of the row that stays.
  package var name: String
  /// What the source calls it, and by which code.
  package var code: String
  /// The name that the source has.
  package var foundName: String
  /// km; nil when it is not about a distance.
  package var distanceKm: Double?
  /// The path of the source, and the line from 1.
  package var file: String
  /// The line of the source, from 1.
  package var line: Int
  /// In words.
  package var detail: String

  /// The header of ``row``, tab-separated.
  package static let header = "conflict\tplace_id\tname\tcode\tfound_name\tdistance_km\tfile\tline\tdetail"

  /// One line of the list of conflicts, tab-separated.
  package var row: String {
    let distance = distanceKm.map { "\(($0 * 10).rounded() / 10)" } ?? ""
    return [kind.rawValue, placeID, name, code, foundName, distance, file, "\(line)", detail]
      .map { String($0.map { $0 == "\t" || $0.isNewline ? " " : $0 }) }.joined(separator: "\t")
  }
}
