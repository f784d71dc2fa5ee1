import Gazetteer
import Geography
import RandomSources
import Testing
import Topology

/// Generalising areas that tile, on areas small enough to reckon by hand.
struct BoundariesCoverageTests {
  private func polygon(_ corners: [(Double, Double)], holes: [[(Double, Double)]] = []) throws -> Geometry {
    func ring(_ corners: [(Double, Double)]) throws -> LinearRing {
      try LinearRing((corners + [corners[0]]).map { Coordinate(longitude: $0.0, latitude: $0.1) })
    }
    return .polygon(Polygon(exterior: try ring(corners), holes: try holes.map(ring)))
  }

  private func positions(_ geometry: Geometry) -> Set<Coordinate> {
    Set(geometry.polygons.flatMap { ([$0.exterior] + $0.holes).flatMap(\.coordinates) })
  }

  private func edges(_ geometry: Geometry) -> [[Coordinate]] {
    geometry.polygons.flatMap { [$0.exterior] + $0.holes }.flatMap { ring in
      zip(ring.coordinates, ring.coordinates.dropFirst()).map { [$0, $1] }
    }
  }

  /// Every edge belongs to one area or, in the other direction, to two; the areas add up to their union.
  private func expectTiling(_ geometries: [Geometry], area: Double) throws {
    let context = try GEOSContext()
    var seen: Set<[Coordinate]> = []
    var sum = 0.0
    for geometry in geometries {
      #expect(try context.validityFault(of: geometry) == nil)
      sum += try context.area(of: geometry)
      for edge in edges(geometry) { #expect(seen.insert(edge).inserted, "an edge on the same side of two areas") }
    }
    let union = try context.union(of: geometries)
    #expect(abs(sum - area) < 1e-9)
    #expect(try abs(context.area(of: union) - area) < 1e-9)
    let outer = Set(edges(union.ground))
    let open = seen.filter { !seen.contains([$0[1], $0[0]]) }
    #expect(open.allSatisfy { edge in outer.contains(edge) || outer.contains([edge[1], edge[0]]) })
  }

  @Test("a triangle of the tolerance's square goes, a larger one stays")
  func threshold() throws {
    // Two bumps on the south side: 0.02 wide, 0.01 and 0.0101 high: triangles of 0.0001 and 0.000101 square degrees.
    let area = try polygon([
      (0, 0), (0.1, 0), (0.11, 0.01), (0.12, 0), (0.3, 0), (0.31, 0.0101), (0.32, 0), (1, 0), (1, 1),
    ])
    let simple = CoverageSimplifier(toleranceDegrees: 0.01).simplified([area])[0]
    #expect(
      positions(simple)
        == positions(try polygon([(0, 0), (0.3, 0), (0.31, 0.0101), (0.32, 0), (1, 0), (1, 1)])))
  }

  @Test("the border of two neighbours is simplified once, and where three meet the corner stays")
  func sharedBorder() throws {
    let jagged = [(1.0, 0.0), (1.001, 0.25), (0.999, 0.5), (1.001, 0.75), (1.0, 1.0)]
    let west = try polygon([(0, 0)] + jagged + [(0, 1)])
    // The two eastern areas meet on the border, at one of its small corners.
    let south = try polygon([(2, 0), (2, 0.5)] + jagged[...2].reversed())
    let north = try polygon([(2, 0.5), (2, 1)] + jagged[2...].reversed())
    let simple = CoverageSimplifier(toleranceDegrees: 0.02).simplified([west, south, north])
    #expect(
      positions(simple[0]) == positions(try polygon([(0, 0), (1, 0), (0.999, 0.5), (1, 1), (0, 1)])))
    #expect(positions(simple[1]) == positions(try polygon([(1, 0), (2, 0), (2, 0.5), (0.999, 0.5)])))
    try expectTiling(simple, area: 2)
  }

  @Test("a corner stays when another border or an anchor lies in its triangle")
  func obstacles() throws {
    let bay = try polygon([(0, 0), (1, 0), (1, 1), (0.55, 1), (0.5, 0.9), (0.45, 1), (0, 1)])
    let island = try polygon([(0.495, 0.95), (0.505, 0.95), (0.505, 0.96), (0.495, 0.96)])
    let tip = Coordinate(longitude: 0.5, latitude: 0.9)
    let tolerance = 0.08
    #expect(!positions(CoverageSimplifier(toleranceDegrees: tolerance).simplified([bay])[0]).contains(tip))
    let both = CoverageSimplifier(toleranceDegrees: tolerance).simplified([bay, island])
    #expect(positions(both[0]).contains(tip))
    let anchored = CoverageSimplifier(
      toleranceDegrees: tolerance, anchors: [Coordinate(longitude: 0.5, latitude: 0.95)])
    #expect(positions(anchored.simplified([bay])[0]).contains(tip))
    let context = try GEOSContext()
    #expect(try context.area(of: context.intersection(both[0], both[1]).ground) == 0)
  }

  @Test("an island smaller than the tolerance stays as a triangle")
  func island() throws {
    let island = try polygon([(0, 0), (0.002, 0), (0.002, 0.002), (0, 0.002)])
    let simple = CoverageSimplifier(toleranceDegrees: 1).simplified([island])[0]
    #expect(simple.polygons.map(\.exterior.coordinates.count) == [4])
  }

  @Test("an enclave keeps its hole, also where it touches the outer border")
  func enclave() throws {
    let hole = [(0.0, 0.5), (0.3, 0.4), (0.3, 0.6)]
    let outer = try polygon([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0.5)], holes: [hole.reversed()])
    let inner = try polygon(hole)
    let simple = CoverageSimplifier(toleranceDegrees: 0).simplified([outer, inner])
    #expect(simple[0].polygons.map(\.holes.count) == [1])
    try expectTiling(simple, area: 1)
  }

  @Test("an area that meets itself at two corners stays two polygons around what lies between")
  func pinched() throws {
    let south = try polygon([(0, 0.5), (0, 0), (1, 0), (1, 0.5), (0.5, 0.2)])
    let north = try polygon([(1, 0.5), (1, 1), (0, 1), (0, 0.5), (0.5, 0.8)])
    let middle = try polygon([(0, 0.5), (0.5, 0.2), (1, 0.5), (0.5, 0.8)])
    let around = Geometry.multiPolygon(south.polygons + north.polygons)
    let simple = CoverageSimplifier(toleranceDegrees: 0).simplified([around, middle])
    #expect(simple[0].polygons.map(\.holes.count) == [0, 0])
    try expectTiling(simple, area: 1)
  }

  @Test("tolerance 0 keeps every position; equal ones and those there and straight back go")
  func fullDetail() throws {
    let area = try polygon([(0, 0), (0.5, 0), (0.5, 0), (1, 0), (1.5, 0), (1, 0), (1, 1)])
    let simple = CoverageSimplifier(toleranceDegrees: 0, decimals: 6).simplified([area])[0]
    #expect(positions(simple) == positions(try polygon([(0, 0), (0.5, 0), (1, 0), (1, 1)])))
  }

  @Test("positions come out with 5 decimals, but with 6 where borders would fall together")
  func rounding() throws {
    let wide = try polygon([(0.1234564, 0), (1, 0), (1, 1)])
    #expect(
      positions(CoverageSimplifier(toleranceDegrees: 0.001).simplified([wide])[0]).contains { $0.longitude == 0.12346 })
    // A channel two millionths wide between two areas.
    let south = try polygon([(0, 0), (1, 0), (1, 0.500001), (0, 0.500001)])
    let north = try polygon([(0, 0.500003), (1, 0.500003), (1, 1), (0, 1)])
    let simple = CoverageSimplifier(toleranceDegrees: 0.001).simplified([south, north])
    #expect(positions(simple[0]).contains { $0.latitude == 0.500001 })
    #expect(positions(simple[1]).contains { $0.latitude == 0.500003 })
  }

  /// A chessboard of areas whose borders wander, as borders do: each border is one random walk between fixed corners.
  private func wandering(_ random: inout SeededRandom, side: Int) throws -> [Geometry] {
    func walk(from a: (Double, Double), to b: (Double, Double)) -> [(Double, Double)] {
      let count = 12
      return (0..<count).map { step in
        guard step > 0 else { return a }
        let share = Double(step) / Double(count)
        func drift() -> Double { Double.random(in: -0.04...0.04, using: &random) }
        return (a.0 + (b.0 - a.0) * share + drift(), a.1 + (b.1 - a.1) * share + drift())
      }
    }
    func corner(_ x: Int, _ y: Int) -> (Double, Double) { (Double(x), Double(y)) }
    let east = (0..<side).map { x in (0...side).map { y in walk(from: corner(x, y), to: corner(x + 1, y)) } }
    let north = (0...side).map { x in (0..<side).map { y in walk(from: corner(x, y), to: corner(x, y + 1)) } }
    // Backwards a walk begins at its other end, and leaves its start to the next one.
    func back(_ walk: [(Double, Double)], from end: (Double, Double)) -> [(Double, Double)] {
      [end] + walk.dropFirst().reversed()
    }
    return try (0..<side * side).map { index in
      let (x, y) = (index % side, index / side)
      return try polygon(
        east[x][y] + north[x + 1][y] + back(east[x][y + 1], from: corner(x + 1, y + 1))
          + back(north[x][y], from: corner(x, y + 1)))
    }
  }

  @Test("whatever the borders and the tolerance, areas that tile still tile", arguments: 0..<12)
  func property(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let areas = try wandering(&random, side: 4)
    let context = try GEOSContext()
    // A step goes on by more than two can drift apart, so that walks cross neither themselves nor one another.
    for area in areas { #expect(try context.validityFault(of: area) == nil) }
    let whole = try context.union(of: areas)
    for tolerance in [0, 0.01, 0.05, 0.2, 2] {
      let simple = CoverageSimplifier(toleranceDegrees: tolerance).simplified(areas)
      try expectTiling(simple, area: context.area(of: context.union(of: simple)))
      #expect(simple.allSatisfy { !$0.polygons.isEmpty })
      if tolerance == 0 {
        #expect(try abs(context.area(of: context.union(of: simple)) - context.area(of: whole)) < 1e-3)
      }
    }
  }
}
