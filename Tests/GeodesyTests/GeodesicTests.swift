import Geodesy
import Geography
import RandomSources
import Testing

private func c(_ latitude: Double, _ longitude: Double) -> Coordinate {
  Coordinate(longitude: longitude, latitude: latitude)
}

@Suite("Shortest lines on the ellipsoid")
struct GeodesicTests {
  private let geodesic = Geodesic.wgs84

  // Computed with geographiclib 2.1 for Python, an implementation of its own that shares no code with PROJ. The first
  // is also the example in the documentation of geodesic.h (5,551,759.400 m).
  @Test(
    "Distances and bearings as GeographicLib gives them",
    arguments: [
      ("JFK-LHR", 40.6, -73.8, 51.6, -0.5, 5551.759400319, 51.198882846),
      ("Damascus-Aleppo", 33.5138, 36.2765, 36.2021, 37.1343, 308.373664643, 14.492560440),
      ("Damascus-Dayr az Zawr", 33.5138, 36.2765, 35.3359, 40.1408, 408.646392053, 59.276789385),
      ("Palmyra-Sukhnah", 34.5624, 38.284, 34.8869, 38.8726, 64.825383738, 56.100253042),
      ("Raqqa-Hasakah", 35.9528, 39.0079, 36.5024, 40.7477, 167.879899759, 68.186854186),
      ("Idlib-Hama", 35.9306, 36.6339, 35.1318, 36.7578, 89.336632956, 172.737969269),
      ("Daraa-Quneitra", 32.6189, 36.1021, 33.1258, 35.8236, 61.964533570, 335.201143951),
      ("Tartus-Latakia", 34.889, 35.8866, 35.5317, 35.7901, 71.843322301, 353.002709500),
      ("a degree of the equator", 0, 0, 0, 1, 111.319490793, 90),
      ("a degree of a meridian", 0, 0, 1, 0, 110.574388558, 0),
      ("pole to pole", 90, 0, -90, 0, 20003.931458625, 180), ("pole to equator", 90, 0, 0, 45, 10001.965729313, 135),
      ("nearly antipodal", 0, 0, 0.5, 179.5, 19936.288578965, 25.671872868),
      ("antipodal on the equator", 0, 0, 0, 180, 20003.931458625, 0),
      ("across the antimeridian", 10, 179, 10, -179, 219.278392405, 89.826334608),
      ("Wellington-Salamanca", -41.32, 174.81, 40.96, -5.5, 19959.679267354, 161.067669986),
      ("a metre", 34.5, 38.3, 34.500009, 38.3, 0.000998383, 0),
    ] as [(String, Double, Double, Double, Double, Double, Double)])
  func inverse(name: String, latA: Double, lonA: Double, latB: Double, lonB: Double, km: Double, bearing: Double) {
    let found = geodesic.inverse(from: c(latA, lonA), to: c(latB, lonB))
    #expect(abs(found.distanceKm - km) < 2e-9)
    #expect(abs(found.bearing - bearing) < 1e-7)
    #expect(geodesic.distanceKm(from: c(latA, lonA), to: c(latB, lonB)) == found.distanceKm)
    #expect(abs(geodesic.distanceKm(from: c(latB, lonB), to: c(latA, lonA)) - km) < 2e-9)
  }

  @Test("Going and measuring agree", arguments: [51, 52] as [UInt64])
  func roundTrip(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<5000 {
      let start = c(Double.random(in: -89...89, using: &random), Double.random(in: -180...180, using: &random))
      let bearing = Double.random(in: 0..<360, using: &random)
      let km = Double.random(in: 0...15_000, using: &random)
      let end = geodesic.direct(from: start, bearing: bearing, distanceKm: km)
      let back = geodesic.inverse(from: start, to: end)
      #expect(end.isValid, "seed \(seed)")
      #expect(abs(back.distanceKm - km) < 1e-8, "seed \(seed): \(start) \(bearing) \(km)")
      let turn = abs(back.bearing - bearing)
      // One metre to the side at the end, seen from the start.
      #expect(min(turn, 360 - turn) * .pi / 180 * km < 1e-3, "seed \(seed): \(start) \(bearing) \(km)")
    }
  }

  @Test func nothingTrapsAtTheEndsOfTheEarth() {
    let places = [c(90, 0), c(-90, 0), c(90, 180), c(0, 180), c(0, -180), c(0, 0), c(-0.0, -0.0)]
    for a in places {
      for b in places {
        let line = geodesic.inverse(from: a, to: b)
        #expect(line.distanceKm >= 0 && line.distanceKm <= Geodesic.greatestDistanceKm)
        #expect(line.bearing >= 0 && line.bearing < 360)
      }
    }
    #expect(geodesic.distanceKm(from: c(0, 180), to: c(0, -180)) == 0)
    #expect(geodesic.distanceKm(from: c(90, 0), to: c(90, 77)) == 0)
  }

  @Test("Numbers out of range give NaN", arguments: [c(91, 0), c(0, 181), c(.nan, 0), c(0, .infinity)])
  func outOfRange(position: Coordinate) {
    #expect(geodesic.distanceKm(from: position, to: c(0, 0)).isNaN)
    #expect(geodesic.inverse(from: c(0, 0), to: position).bearing.isNaN)
    #expect(geodesic.direct(from: position, bearing: 0, distanceKm: 1).latitude.isNaN)
    #expect(!geodesic.direct(from: c(0, 0), bearing: .nan, distanceKm: 1).isValid)
    #expect(!geodesic.direct(from: c(0, 0), bearing: 1, distanceKm: .infinity).isValid)
  }

  @Test func theVersionIsKnown() {
    #expect(Geodesic.libraryVersion.wholeMatch(of: /\d+\.\d+\.\d+.*/) != nil)
  }
}
