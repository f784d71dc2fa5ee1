/// A position in WGS 84 (EPSG:4326), longitude first as GeoJSON writes it.
package struct Coordinate: Hashable, Sendable {
  /// Degrees east, −180 … 180.
  package var longitude: Double
  /// Degrees north, −90 … 90.
  package var latitude: Double

  /// Creates a position from degrees; no range check (see ``isValid``).
  package init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }

  /// True when both values are finite and within the range of WGS 84.
  package var isValid: Bool {
    longitude.isFinite && latitude.isFinite && abs(longitude) <= 180 && abs(latitude) <= 90
  }
}
