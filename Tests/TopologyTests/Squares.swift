import Geography

/// A position in degrees.
func c(_ longitude: Double, _ latitude: Double) -> Coordinate {
  Coordinate(longitude: longitude, latitude: latitude)
}

/// A rectangle in degrees.
func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) throws -> Polygon {
  Polygon(exterior: try ring(west, south, east, north))
}

/// A closed rectangle of positions in degrees.
func ring(_ west: Double, _ south: Double, _ east: Double, _ north: Double) throws -> LinearRing {
  try LinearRing([c(west, south), c(east, south), c(east, north), c(west, north), c(west, south)])
}

/// A ring that crosses itself.
func bowTie() throws -> Polygon {
  Polygon(exterior: try LinearRing([c(0, 0), c(1, 1), c(1, 0), c(0, 1), c(0, 0)]))
}
