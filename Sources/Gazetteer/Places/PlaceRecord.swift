package import Geography

/// What the resolver weighs of one place, without its names: the store keeps these in one array.
package struct PlaceRecord: Sendable {
  /// What sort of place it is.
  package var kind: PlaceKind
  /// 1 (a hamlet) … 5 (known to every reader).
  package var importance: Int8
  /// True for a name that is also an everyday word.
  package var isOrdinaryWord: Bool
  /// True for a row of `admin.tsv`.
  var isUnit: Bool
  /// The units that it lies in; none where it spans several.
  package var admin1: AdminCode
  /// Its district.
  package var admin2: AdminCode
  /// Its subdistrict.
  package var admin3: AdminCode
  /// Degrees of WGS 84.
  package var longitude: Double
  /// Degrees of WGS 84.
  package var latitude: Double
  /// Kilometres within which a mention of just the name can lie.
  package var extentKm: Double
  // Where its names stand in the table's bytes.
  var id: Range<Int32>
  var english: Range<Int32>
  var arabic: Range<Int32>

  /// The representative point, WGS 84.
  package var point: Coordinate { Coordinate(longitude: longitude, latitude: latitude) }

  /// Kilometres between two places on a sphere, flat between them: within 0.5 % at the size of Syria, and a tenth of the cost of
  /// the geodesic; for weighing candidates only.
  package func roughKm(to other: PlaceRecord) -> Double { roughOffset(to: other).km }

  /// Rough kilometres to another place: in all, to the east, and to the north.
  package func roughOffset(to other: PlaceRecord) -> (km: Double, east: Double, north: Double) {
    let north = (other.latitude - latitude) * 110.95
    // The cosine near 35° N by its tangent: Syria spans 32° to 37.5°.
    let cosine = 0.81915 - 0.010011 * ((latitude + other.latitude) / 2 - 35)
    let east = (other.longitude - longitude) * 111.32 * cosine
    return ((north * north + east * east).squareRoot(), east, north)
  }
}

/// An OCHA P-code of Syria as a number: `SY`, then two digits a level.
package struct AdminCode: Hashable, Sendable {
  // The digits behind a leading 1, so that `SY01` (101) and `SY0100` (10100) differ; 0 for none.
  private var digits: UInt32

  /// No unit: a place that spans several.
  package static let none = AdminCode(digits: 0)
  /// The country, `SY`.
  static let country = AdminCode(digits: 1)

  private init(digits: UInt32) { self.digits = digits }

  /// Reads a code that is part of some bytes; none for an empty one, nil for what is no code.
  package init?(_ bytes: [UInt8], _ range: Range<Int>) {
    guard !range.isEmpty else {
      self = .none
      return
    }
    let start = range.lowerBound
    guard range.count >= 2, range.count <= 8, range.count % 2 == 0, bytes[start] == 0x53, bytes[start + 1] == 0x59
    else {
      return nil
    }
    var digits: UInt32 = 1
    for index in start + 2..<range.upperBound {
      guard bytes[index] &- 0x30 < 10 else { return nil }
      digits = digits * 10 + UInt32(bytes[index] - 0x30)
    }
    self.digits = digits
  }

  /// Reads a code; none for what is no code.
  package init(_ text: String) {
    let bytes = Array(text.utf8)
    self = AdminCode(bytes, bytes.indices) ?? .none
  }

  /// True for no unit.
  package var isNone: Bool { digits == 0 }

  /// The P-code; empty for none.
  package var text: String { digits == 0 ? "" : "SY" + String(digits).dropFirst() }

  /// 0 country, 1 governorate, 2 district, 3 subdistrict.
  var level: Int { digits < 100 ? 0 : digits < 10_000 ? 1 : digits < 1_000_000 ? 2 : 3 }

  /// The unit of a level that this one lies in; none where it is wider than that.
  func unit(ofLevel wanted: Int) -> AdminCode {
    guard digits > 0, wanted <= level else { return .none }
    var result = digits
    for _ in wanted..<level { result /= 100 }
    return AdminCode(digits: result)
  }

  /// True for the unit itself and all that lie in it.
  package func holds(_ other: AdminCode) -> Bool {
    !isNone && !other.isNone && other.unit(ofLevel: level) == self
  }
}
