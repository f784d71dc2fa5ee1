/// A box of longitudes and latitudes in degrees, WGS 84; it does not cross the antimeridian.
package struct BoundingBox: Hashable, Sendable {
  package var west: Double
  package var south: Double
  package var east: Double
  package var north: Double

  package init(west: Double, south: Double, east: Double, north: Double) {
    self.west = west
    self.south = south
    self.east = east
    self.north = north
  }

  /// The smallest box around the positions; nil when there are none.
  package init?(around coordinates: some Sequence<Coordinate>) {
    var box: BoundingBox?
    for c in coordinates {
      if box == nil {
        box = BoundingBox(west: c.longitude, south: c.latitude, east: c.longitude, north: c.latitude)
      } else {
        box?.extend(to: c)
      }
    }
    guard let box else { return nil }
    self = box
  }

  /// Grows the box so that it holds the position.
  package mutating func extend(to c: Coordinate) {
    west = min(west, c.longitude)
    east = max(east, c.longitude)
    south = min(south, c.latitude)
    north = max(north, c.latitude)
  }

  /// True when the position lies inside or on the edge.
  package func contains(_ c: Coordinate) -> Bool {
    c.longitude >= west && c.longitude <= east && c.latitude >= south && c.latitude <= north
  }

  /// True when the boxes share at least a point.
  package func intersects(_ other: BoundingBox) -> Bool {
    west <= other.east && other.west <= east && south <= other.north && other.south <= north
  }
}
