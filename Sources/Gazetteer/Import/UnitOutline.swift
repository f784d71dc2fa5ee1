internal import Geodesy
internal import Geography

/// The border of an admin unit, for many positions: whether one lies inside, and how far off it lies.
///
/// Plain arrays instead of GEOS: 25,000 places ask a few borders each, and the kind of answer (which unit, about how
/// far) needs no exact arithmetic on edges.
struct UnitOutline {
  let pcode: String
  let box: BoundingBox
  private let rings: [[Coordinate]]

  /// Nil for a geometry that is no area.
  init?(pcode: String, geometry: Geometry) {
    let polygons: [Polygon]
    switch geometry {
    case .polygon(let polygon): polygons = [polygon]
    case .multiPolygon(let all): polygons = all
    default: return nil
    }
    guard let box = geometry.boundingBox else { return nil }
    self.pcode = pcode
    self.box = box
    rings = polygons.flatMap { [$0.exterior.coordinates] + $0.holes.map(\.coordinates) }
  }

  /// True when the position lies inside (even–odd rule, so that holes are outside).
  func contains(_ position: Coordinate) -> Bool {
    guard box.contains(position) else { return false }
    var isInside = false
    let (x, y) = (position.longitude, position.latitude)
    for ring in rings {
      guard var a = ring.last else { continue }
      for b in ring {
        if (a.latitude > y) != (b.latitude > y),
          x < (b.longitude - a.longitude) * (y - a.latitude) / (b.latitude - a.latitude) + a.longitude
        {
          isInside.toggle()
        }
        a = b
      }
    }
    return isInside
  }

  /// How far outside the position lies, km, on a plane that touches the Earth there; 0 inside. Right to about one part in a
  /// hundred for distances below 100 km.
  func distanceKm(_ position: Coordinate) -> Double {
    if contains(position) { return 0 }
    let kmNorth = 110.95
    let kmEast = 111.32 * Self.cosine(position.latitude)
    var least = Double.infinity
    for ring in rings {
      guard let last = ring.last else { continue }
      var (ax, ay) = Self.plane(last, position, kmEast, kmNorth)
      for next in ring {
        let (bx, by) = Self.plane(next, position, kmEast, kmNorth)
        let (dx, dy) = (bx - ax, by - ay)
        let length = dx * dx + dy * dy
        let share = length > 0 ? min(1, max(0, -(ax * dx + ay * dy) / length)) : 0
        let (px, py) = (ax + share * dx, ay + share * dy)
        least = min(least, px * px + py * py)
        (ax, ay) = (bx, by)
      }
    }
    return least.squareRoot()
  }

  /// The distance from a position to the farthest point of the border, km.
  func reachKm(from position: Coordinate) -> Double {
    rings.joined().lazy.map { Geodesic.wgs84.distanceKm(from: position, to: $0) }.max() ?? 0
  }

  private static func plane(
    _ c: Coordinate, _ origin: Coordinate, _ kmEast: Double, _ kmNorth: Double
  ) -> (Double, Double) {
    ((c.longitude - origin.longitude) * kmEast, (c.latitude - origin.latitude) * kmNorth)
  }

  // The cosine of an angle in degrees by its series: the module needs no library of functions for one of them, and at
  // most 90° seven terms are exact to 1e-6.
  private static func cosine(_ degrees: Double) -> Double {
    let square = (degrees * .pi / 180) * (degrees * .pi / 180)
    var (term, sum) = (1.0, 1.0)
    for index in 1...7 {
      term *= -square / Double((2 * index - 1) * (2 * index))
      sum += term
    }
    return sum
  }
}
