import Geodesy
import Geography
import Testing

private func c(_ latitude: Double, _ longitude: Double) -> Coordinate {
  Coordinate(longitude: longitude, latitude: latitude)
}

@Suite("Lines of several positions")
struct GeodesicLinesTests {
  private let geodesic = Geodesic.wgs84
  /// Palmyra, Sukhnah, Deir ez-Zor.
  private let line = [c(34.5657, 38.2877), c(34.8833, 38.8701), c(35.3359, 40.1408)]

  @Test("The length is the sum of the pieces; a degree of latitude at the equator is 110.574 km")
  func length() {
    #expect(abs(geodesic.lengthKm(of: [c(0, 10), c(1, 10)]) - 110.574) < 0.001)
    #expect(abs(geodesic.lengthKm(of: [c(0, 10), c(1, 10), c(0, 10)]) - 221.149) < 0.001)
    #expect(geodesic.lengthKm(of: []) == 0 && geodesic.lengthKm(of: [c(35, 38)]) == 0)
  }

  @Test(
    "A position along the line is as far from its start as asked, measured along it", arguments: [0, 10, 63, 64, 150])
  func position(distance: Double) throws {
    let position = try #require(geodesic.position(along: line, atKm: distance))
    let first = geodesic.distanceKm(from: line[0], to: line[1])
    let along =
      distance <= first
      ? geodesic.distanceKm(from: line[0], to: position) : first + geodesic.distanceKm(from: line[1], to: position)
    #expect(abs(along - distance) < 1e-6)
  }

  @Test("Before the start and behind the end lie the ends; of no line there is no position")
  func ends() {
    #expect(geodesic.position(along: line, atKm: -1) == line[0])
    #expect(geodesic.position(along: line, atKm: 10_000) == line[2])
    #expect(geodesic.position(along: [line[1]], atKm: 5) == line[1])
    #expect(geodesic.position(along: [], atKm: 5) == nil)
  }

  @Test("The farthest position counts")
  func farthest() {
    let expected = geodesic.distanceKm(from: line[0], to: line[2])
    #expect(geodesic.greatestDistanceKm(from: line[0], to: line) == expected)
    #expect(geodesic.greatestDistanceKm(from: line[0], to: [] as [Coordinate]) == 0)
  }

  @Test("Each piece has its strip; a line that stays in one place is a circle")
  func strips() throws {
    #expect(try geodesic.strips(along: line + [line[2]], halfWidthKm: 5).count == 2)
    let dot = try geodesic.strips(along: [line[0], line[0]], halfWidthKm: 5)
    #expect(dot == [try geodesic.circle(around: line[0], radiusKm: 5)])
    #expect(try geodesic.strips(along: [], halfWidthKm: 5).isEmpty)
    #expect(throws: GeodesyError.self) { try geodesic.strips(along: line, halfWidthKm: -1) }
    #expect(throws: GeodesyError.self) { try geodesic.strips(along: [line[0], c(91, 0)], halfWidthKm: 5) }
  }

  @Test("The straight sides of a long sector follow the shortest line: no edge is longer than 50 km or off by 50 m")
  func longSector() throws {
    let homs = c(34.7315, 36.6855)
    let ring = try geodesic.sector(around: homs, fromBearing: 30, toBearing: 150, distancesKm: 0...400).exterior
    let corners = ring.coordinates
    // 25 corners on the arc, 7 on either side, the centre twice.
    #expect(corners.count == 25 + 7 + 7 + 2)
    for (a, b) in zip(corners, corners.dropFirst()) {
      #expect(geodesic.distanceKm(from: a, to: b) < 50.001)
      let middle = c((a.latitude + b.latitude) / 2, (a.longitude + b.longitude) / 2)
      let bearing = geodesic.inverse(from: homs, to: middle).bearing
      let distance = geodesic.distanceKm(from: homs, to: middle)
      guard distance < 390 else { continue }
      // The sideways distance of the edge's middle from the ray.
      let off = min(abs(bearing - 30), abs(bearing - 150)) * .pi / 180 * distance
      #expect(off < 0.05, "\(off) km at \(distance) km")
    }
  }
}
