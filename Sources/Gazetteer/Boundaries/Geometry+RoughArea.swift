internal import Geodesy
internal import Geography

extension Geometry {
  /// The area of the polygons in km², by the lengths of a degree at the middle of each: good to 1 % for what is smaller than
  /// a governorate.
  var roughAreaKm2: Double {
    polygonParts.reduce(0) { sum, polygon in
      guard let box = BoundingBox(around: polygon.exterior.coordinates) else { return sum }
      let middle = Coordinate(longitude: (box.west + box.east) / 2, latitude: (box.south + box.north) / 2)
      let east = Coordinate(longitude: middle.longitude + 0.01, latitude: middle.latitude)
      let north = Coordinate(longitude: middle.longitude, latitude: middle.latitude + 0.01)
      let scale =
        Geodesic.wgs84.distanceKm(from: middle, to: east) * Geodesic.wgs84.distanceKm(from: middle, to: north) * 10_000
      let holes = polygon.holes.reduce(0) { $0 + abs($1.planarDoubledArea) }
      return sum + (abs(polygon.exterior.planarDoubledArea) - holes) / 2 * scale
    }
  }
}

extension LinearRing {
  /// Twice the signed area in square degrees, reckoned from the first position, so that small rings lose no digits.
  fileprivate var planarDoubledArea: Double {
    let origin = coordinates[0]
    var sum = 0.0
    for (a, b) in zip(coordinates, coordinates.dropFirst()) {
      sum +=
        (a.longitude - origin.longitude) * (b.latitude - origin.latitude)
        - (b.longitude - origin.longitude) * (a.latitude - origin.latitude)
    }
    return sum
  }
}

extension Double {
  /// The number with so many decimals, for a message.
  func rounded(decimals: Int) -> Double {
    var step = 1.0
    for _ in 0..<decimals { step *= 10 }
    return (self * step).rounded() / step
  }
}
