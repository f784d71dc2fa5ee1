import Geodesy
import Geography
import Testing

private func c(_ latitude: Double, _ longitude: Double) -> Coordinate {
  Coordinate(longitude: longitude, latitude: latitude)
}

@Suite("Circles, sectors and strips")
struct GeodesicShapesTests {
  private let geodesic = Geodesic.wgs84
  private let sukhnah = c(34.8869, 38.8726)

  @Test("Corners of a circle lie on it", arguments: [0.001, 0.5, 2, 25, 300, 2000])
  func circle(radius: Double) throws {
    for centre in [sukhnah, c(0, 0), c(-60, 20)] {
      let ring = try geodesic.circle(around: centre, radiusKm: radius, segments: 72).exterior
      #expect(ring.coordinates.count == 73)
      // 1 mm.
      #expect(ring.coordinates.allSatisfy { abs(geodesic.distanceKm(from: centre, to: $0) - radius) < 1e-6 })
      #expect(ring.doubledSignedArea > 0)
    }
  }

  @Test func aCircleWithoutRadiusIsItsCentre() throws {
    let corners = try geodesic.circle(around: sukhnah, radiusKm: 0).exterior.coordinates
    #expect(corners.allSatisfy { geodesic.distanceKm(from: sukhnah, to: $0) < 1e-9 })
  }

  @Test(
    "Circles at the ends of the Earth do not trap",
    arguments: [c(90, 0), c(-90, 10), c(0, 180), c(0, -180), c(89.99, 5)])
  func extremes(centre: Coordinate) throws {
    for radius in [0, 1, 10_000, Geodesic.greatestDistanceKm] {
      let corners = try geodesic.circle(around: centre, radiusKm: radius, segments: 12).exterior.coordinates
      #expect(corners.allSatisfy { abs(geodesic.distanceKm(from: centre, to: $0) - radius) < 70 })
    }
  }

  @Test(
    "A sector keeps its bearings and distances",
    arguments: [(67, 112, 15, 25), (350, 10, 0, 30), (0, 270, 5, 5.5), (180, 179, 1, 2), (-45, 45, 0, 10)]
      as [(Double, Double, Double, Double)])
  func sector(from: Double, to: Double, near: Double, far: Double) throws {
    let polygon = try geodesic.sector(around: sukhnah, fromBearing: from, toBearing: to, distancesKm: near...far)
    #expect(polygon.holes.isEmpty)
    #expect(polygon.exterior.doubledSignedArea > 0)
    let turn = (to - from + 720).truncatingRemainder(dividingBy: 360)
    var distances: Set<Double> = []
    for corner in polygon.exterior.coordinates {
      let line = geodesic.inverse(from: sukhnah, to: corner)
      distances.insert((line.distanceKm * 1e6).rounded() / 1e6)
      guard line.distanceKm > 0 else { continue }
      let angle = (line.bearing - from + 720 + 1e-6).truncatingRemainder(dividingBy: 360)
      #expect(angle <= turn + 2e-6)
    }
    #expect(distances == [near, far])
  }

  @Test func aFullTurnIsARing() throws {
    for (from, to) in [(0.0, 360.0), (90, 90), (0, 0)] {
      let polygon = try geodesic.sector(around: sukhnah, fromBearing: from, toBearing: to, distancesKm: 10...20)
      #expect(polygon.holes.count == 1)
      #expect(polygon.holes.allSatisfy { $0.doubledSignedArea < 0 })
      #expect(polygon.exterior.doubledSignedArea > 0)
    }
    #expect(try geodesic.sector(around: sukhnah, fromBearing: 0, toBearing: 360, distancesKm: 0...20).holes.isEmpty)
  }

  @Test("A strip's corners lie at its half width", arguments: [1, 10, 40] as [Double])
  func strip(halfWidth: Double) throws {
    let end = c(35.3359, 40.1408)
    let (length, bearing) = geodesic.inverse(from: sukhnah, to: end)
    let ring = try geodesic.strip(from: sukhnah, to: end, halfWidthKm: halfWidth).exterior
    #expect(ring.doubledSignedArea > 0)
    let line = (0...2000).map {
      geodesic.direct(from: sukhnah, bearing: bearing, distanceKm: length * Double($0) / 2000)
    }
    for corner in ring.coordinates {
      let nearest = line.map { geodesic.distanceKm(from: $0, to: corner) }.min() ?? .nan
      // The line is sampled every 65 m.
      #expect(abs(nearest - halfWidth) < 0.002)
    }
    // Two long sides and two half circles: the area within a percent, reckoned at the mean latitude.
    let scale = 111.19 * 111.19 * 0.8185
    let area = ring.doubledSignedArea / 2 * scale
    let expected = 2 * halfWidth * length + .pi * halfWidth * halfWidth
    #expect(abs(area / expected - 1) < 0.01)
  }

  @Test func aStripFollowsALineWhoseBearingTurns() throws {
    // From Oslo's latitude 40 degrees east: the line starts at 72.5° and arrives at 107.5°.
    let (start, end) = (c(60, 0), c(60, 40))
    let (length, bearing) = geodesic.inverse(from: start, to: end)
    let line = (0...2000).map { geodesic.direct(from: start, bearing: bearing, distanceKm: length * Double($0) / 2000) }
    let ring = try geodesic.strip(from: start, to: end, halfWidthKm: 40, spacingKm: 50).exterior
    for corner in ring.coordinates {
      let nearest = line.map { geodesic.distanceKm(from: $0, to: corner) }.min() ?? .nan
      // The line is sampled every 1.1 km, which is 4 m at that distance.
      #expect(abs(nearest - 40) < 0.01)
    }
  }

  @Test func aStripWithoutLengthIsACircle() throws {
    let strip = try geodesic.strip(from: sukhnah, to: sukhnah, halfWidthKm: 5)
    #expect(strip == (try geodesic.circle(around: sukhnah, radiusKm: 5)))
    #expect(try geodesic.strip(from: sukhnah, to: c(35, 39), halfWidthKm: 0).exterior.coordinates.count >= 4)
    #expect(try geodesic.strip(from: c(0, 0), to: c(0, 180), halfWidthKm: 1).exterior.coordinates.count > 1000)
  }

  @Test func nonsenseIsRefused() {
    let geodesic = geodesic
    let sukhnah = sukhnah
    #expect(throws: GeodesyError.positionOutOfRange(longitude: 0, latitude: 91)) {
      try geodesic.circle(around: c(91, 0), radiusKm: 1)
    }
    for radius in [-1, 30_000, Double.infinity] {
      #expect(throws: GeodesyError.distanceOutOfRange(km: radius)) {
        try geodesic.circle(around: sukhnah, radiusKm: radius)
      }
      #expect(throws: GeodesyError.self) { try geodesic.strip(from: sukhnah, to: c(35, 39), halfWidthKm: radius) }
    }
    #expect(throws: GeodesyError.self) { try geodesic.circle(around: sukhnah, radiusKm: .nan) }
    #expect(throws: GeodesyError.segmentsOutOfRange(found: 2)) {
      try geodesic.circle(around: sukhnah, radiusKm: 1, segments: 2)
    }
    #expect(throws: GeodesyError.bearingNotFinite) {
      try geodesic.sector(around: sukhnah, fromBearing: .nan, toBearing: 1, distancesKm: 0...1)
    }
    // Steps and spacings without sense fall back to the usual ones.
    #expect(throws: Never.self) {
      _ = try geodesic.sector(around: sukhnah, fromBearing: 0, toBearing: 90, distancesKm: 0...1, step: 0)
      _ = try geodesic.strip(from: sukhnah, to: c(35, 39), halfWidthKm: 1, spacingKm: -1)
    }
  }
}
