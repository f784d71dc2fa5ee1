package import Geography

/// Where a record can be, as text that a tool with the gazetteer can turn into a polygon again, also after a trip through CSV.
///
/// `point;tadmur;2km` · `area;badia-sukhnah` · `sector;sukhnah;67-112;15-25km` · `line;sukhnah;dayr-az-zawr;10km` · `part;SY05;east`
///
/// Kilometres lie in 0…25000, bearings in 0…360, both decimal numbers without sign or exponent. Place ids are not empty and
/// have no semicolon; an expression with another is written, but not read back.
package enum FootprintExpression: Hashable, Sendable, CustomStringConvertible {
  /// A circle around a place, radius in km.
  case point(place: String, radius: Double)
  /// The whole of an area, region, admin unit or country (place id or P-code).
  case area(place: String)
  /// The part of an annulus around a place between two bearings (degrees clockwise from north) and two distances (km).
  case sector(place: String, bearings: BearingRange, distances: ClosedRange<Double>)
  /// A strip along the line between two places, half width in km.
  case line(from: String, to: String, halfWidth: Double)
  /// The part of an area that lies towards a side.
  case part(place: String, side: CompassSide)

  /// Bearings in degrees clockwise from north, from the first clockwise to the second; `350-10` passes through north.
  package struct BearingRange: Hashable, Sendable {
    package var from: Double
    package var to: Double

    package init(from: Double, to: Double) {
      self.from = from
      self.to = to
    }
  }

  /// The expression as text; kilometres beyond their bounds are written as the nearer bound, bearings as the same
  /// direction within theirs.
  package var description: String {
    switch self {
    case .point(let place, let radius): "point;\(place);\(Self.text(kilometres: radius))km"
    case .area(let place): "area;\(place)"
    case .sector(let place, let bearings, let distances):
      "sector;\(place);\(Self.text(bearing: bearings.from))-\(Self.text(bearing: bearings.to));"
        + "\(Self.text(kilometres: distances.lowerBound))-\(Self.text(kilometres: distances.upperBound))km"
    case .line(let from, let to, let halfWidth): "line;\(from);\(to);\(Self.text(kilometres: halfWidth))km"
    case .part(let place, let side): "part;\(place);\(side.rawValue)"
    }
  }

  /// Reads an expression back; nil when it is none.
  package init?(_ text: some StringProtocol) {
    let fields = String(text).split(separator: ";" as Character, omittingEmptySubsequences: false).map(String.init)
    func kilometres(_ field: String) -> Double? {
      guard field.hasSuffix("km") else { return nil }
      return Self.number(field.dropLast(2), in: Self.distances)
    }
    func pair(_ field: Substring, in range: ClosedRange<Double>) -> (Double, Double)? {
      let parts = field.split(separator: "-" as Character, omittingEmptySubsequences: false)
      guard parts.count == 2, let a = Self.number(parts[0], in: range), let b = Self.number(parts[1], in: range) else {
        return nil
      }
      return (a, b)
    }
    guard fields.count >= 2, fields.allSatisfy({ !$0.isEmpty }) else { return nil }
    switch (fields[0], fields.count) {
    case ("point", 3):
      guard let radius = kilometres(fields[2]) else { return nil }
      self = .point(place: fields[1], radius: radius)
    case ("area", 2):
      self = .area(place: fields[1])
    case ("sector", 4):
      guard let (from, to) = pair(fields[2][...], in: Self.bearings), fields[3].hasSuffix("km"),
        let (near, far) = pair(fields[3].dropLast(2), in: Self.distances), near <= far
      else { return nil }
      self = .sector(place: fields[1], bearings: BearingRange(from: from, to: to), distances: near...far)
    case ("line", 4):
      guard let halfWidth = kilometres(fields[3]) else { return nil }
      self = .line(from: fields[1], to: fields[2], halfWidth: halfWidth)
    case ("part", 3):
      guard let side = CompassSide(rawValue: fields[2]) else { return nil }
      self = .part(place: fields[1], side: side)
    default:
      return nil
    }
  }

  // Half the Earth's circumference is some 20,000 km: no place is farther from another.
  private static let distances = 0.0...25_000.0
  private static let bearings = 0.0...360.0

  // Digits, and a fraction behind one point; what else Double reads ("1e3", "0x10", "nan", "+1") is no number here.
  private static func number(_ text: Substring, in range: ClosedRange<Double>) -> Double? {
    let parts = text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }),
      let value = Double(text), range.contains(value)
    else { return nil }
    return value
  }

  private static func text(kilometres value: Double) -> String {
    text(value.isNaN ? 0 : min(max(value, distances.lowerBound), distances.upperBound))
  }

  private static func text(bearing value: Double) -> String {
    guard value.isFinite else { return text(0) }
    if bearings.contains(value) { return text(value) }
    let turned = value.truncatingRemainder(dividingBy: 360)
    return text(turned < 0 ? turned + 360 : turned)
  }

  // Whole numbers without a fraction, others with at most one decimal: kilometres and degrees are never known better.
  private static func text(_ value: Double) -> String {
    let tenths = (value * 10).rounded()
    return tenths.truncatingRemainder(dividingBy: 10) == 0 ? String(Int(tenths / 10)) : String(tenths / 10)
  }
}

/// A side of the compass, or the middle.
package enum CompassSide: String, CaseIterable, Sendable {
  case north, northEast = "north-east", east, southEast = "south-east"
  case south, southWest = "south-west", west, northWest = "north-west", centre

  /// The middle bearing in degrees clockwise from north; nil for the centre.
  package var bearing: Double? {
    switch self {
    case .north: 0
    case .northEast: 45
    case .east: 90
    case .southEast: 135
    case .south: 180
    case .southWest: 225
    case .west: 270
    case .northWest: 315
    case .centre: nil
    }
  }
}

/// The admin unit a place lies in: English name and OCHA P-code.
package struct AdminUnit: Hashable, Sendable {
  package var name: String
  package var pcode: String

  package init(name: String, pcode: String) {
    self.name = name
    self.pcode = pcode
  }
}

/// Where something happened, resolved against the gazetteer.
package struct ResolvedPlace: Hashable, Sendable {
  /// The gazetteer's id: the P-code of an admin unit, else a permanent slug.
  package var id: String
  package var name: String
  package var arabicName: String
  package var precision: PlacePrecision
  /// The representative point, WGS 84.
  package var point: Coordinate
  package var footprint: FootprintExpression
  /// Radius in km around ``point`` within which the place lies.
  package var uncertaintyKm: Double
  package var admin1: AdminUnit?
  package var admin2: AdminUnit?
  package var admin3: AdminUnit?

  package init(
    id: String, name: String, arabicName: String, precision: PlacePrecision, point: Coordinate,
    footprint: FootprintExpression, uncertaintyKm: Double, admin1: AdminUnit? = nil, admin2: AdminUnit? = nil,
    admin3: AdminUnit? = nil
  ) {
    self.id = id
    self.name = name
    self.arabicName = arabicName
    self.precision = precision
    self.point = point
    self.footprint = footprint
    self.uncertaintyKm = uncertaintyKm
    self.admin1 = admin1
    self.admin2 = admin2
    self.admin3 = admin3
  }
}
