import Geography
import RandomSources
import Testing
import Topology

@Suite("Positions and footprints are found in regions")
struct PreparedRegionsTests {
  /// Four unit squares of a 2 × 2 field, then one with a hole, then two islands.
  private func field(_ context: borrowing GEOSContext) throws -> PreparedRegions {
    try PreparedRegions(
      [
        ("sw", .polygon(try box(0, 0, 1, 1))), ("se", .polygon(try box(1, 0, 2, 1))),
        ("nw", .polygon(try box(0, 1, 1, 2))), ("ne", .polygon(try box(1, 1, 2, 2))),
        ("ring", .polygon(Polygon(exterior: try ring(10, 0, 14, 4), holes: [try ring(11, 1, 13, 3)]))),
        ("islands", .multiPolygon([try box(20, 0, 21, 1), try box(22, 0, 23, 1)])), ("nothing", .multiPolygon([])),
      ], in: context)
  }

  @Test(
    "One position",
    arguments: [
      (0.5, 0.5, [0]), (1.5, 0.5, [1]), (0.5, 1.5, [2]), (1.5, 1.5, [3]),  // inside
      (1, 0.5, [0]), (1, 1.5, [2]), (0.5, 1, [0]), (1.5, 1, [1]), (1, 1, [0]),  // on shared edges and the shared corner
      (0, 0, [0]), (2, 2, [3]), (2, 0.5, [1]),  // on the outer edge
      (12, 2, []), (11, 2, [4]), (10.5, 2, [4]), (20.5, 0.5, [5]), (21.5, 0.5, []), (22, 0, [5]),
      (5, 5, []), (-0.000001, 0.5, []), (0, 90, []), (-180, 0, []), (.nan, 0, []), (0, .infinity, []), (1e300, 0, []),
    ] as [(Double, Double, [Int])])
  func position(longitude: Double, latitude: Double, expected: [Int]) throws {
    let regions = try field(GEOSContext())
    #expect(try regions.regions(containing: c(longitude, latitude)) == expected)
    #expect(try regions.firstRegion(containing: c(longitude, latitude)) == expected.first)
  }

  @Test func overlappingRegionsAllCountButEdgesOnce() throws {
    let regions = try PreparedRegions(
      [
        ("west", .polygon(try box(0, 0, 1, 2))), ("all", .polygon(try box(-1, -1, 3, 3))),
        ("east", .polygon(try box(1, 0, 2, 2))),
      ], in: GEOSContext())
    #expect(try regions.regions(containing: c(0.5, 1)) == [0, 1])
    #expect(try regions.regions(containing: c(1.5, 1)) == [1, 2])
    // On the edge between west and east: the first of the two, and the one around both.
    #expect(try regions.regions(containing: c(1, 1)) == [0, 1])
    #expect(try regions.firstRegion(containing: c(1, 1)) == 0)
  }

  @Test("Every position of a tiled field belongs to exactly one tile", arguments: [41, 42] as [UInt64])
  func tiles(seed: UInt64) throws {
    let side = 12
    var tiles: [(id: String, geometry: Geometry)] = []
    for y in 0..<side {
      for x in 0..<side {
        tiles.append(("\(x)/\(y)", .polygon(try box(Double(x), Double(y), Double(x + 1), Double(y + 1)))))
      }
    }
    let regions = try PreparedRegions(tiles, in: GEOSContext())
    var random = SeededRandom(seed: seed)
    for _ in 0..<5000 {
      // Quarter degrees, so that many positions lie on edges and corners.
      let x = Double(Int.random(in: 0...4 * side, using: &random)) / 4
      let y = Double(Int.random(in: 0...4 * side, using: &random)) / 4
      let found = try regions.regions(containing: c(x, y))
      // Of the tiles that meet at an edge the first has it: the one to the south and west.
      let column = max(0, Int(x.rounded(.up)) - 1)
      let row = max(0, Int(y.rounded(.up)) - 1)
      let isEdge = x == x.rounded() || y == y.rounded()
      let expected = isEdge ? row * side + column : Int(y) * side + Int(x)
      #expect(found == [expected], "seed \(seed): \(x), \(y)")
    }
  }

  @Test(
    "Footprints",
    arguments: [
      ("sw", 0.2, 0.2, 0.8, 0.8, RegionRelation.inside), ("sw", 0, 0, 1, 1, .inside), ("se", 0, 0, 1, 1, .outside),
      ("ne", 0, 0, 1, 1, .outside), ("sw", 0.5, 0.5, 1.5, 0.8, .overlaps), ("sw", -1, -1, 3, 3, .overlaps),
      ("ring", 11.2, 1.2, 12.8, 2.8, .outside), ("ring", 11, 1, 13, 3, .outside),
      ("ring", 10.2, 0.2, 10.8, 3.8, .inside),
      ("ring", 10.5, 0.5, 11.5, 1.5, .overlaps), ("islands", 20.5, 0.2, 22.5, 0.8, .overlaps),
      ("nothing", 0, 0, 1, 1, .outside),
      ("sw", 0.5, 0.5, 0.5, 0.5, .inside), ("sw", 1, 1, 1, 1, .inside), ("sw", 3, 3, 3, 3, .outside),
    ])
  func footprint(id: String, west: Double, south: Double, east: Double, north: Double, expected: RegionRelation) throws
  {
    let regions = try field(GEOSContext())
    let index = try #require(regions.ids.firstIndex(of: id))
    let footprint = Geometry.polygon(try box(west, south, east, north))
    #expect(try regions.relation(of: footprint, to: index) == expected)
    let all = try regions.relations(of: footprint)
    #expect(all.first { $0.region == index }?.relation ?? .outside == expected)
    #expect(!all.contains { $0.relation == .outside })
  }

  @Test func otherFootprints() throws {
    let regions = try field(GEOSContext())
    #expect(try regions.relation(of: .point(c(1, 1)), to: 0) == .inside)
    #expect(try regions.relation(of: .lineString([c(0.5, 0.5), c(3, 0.5)]), to: 0) == .overlaps)
    #expect(try regions.relation(of: .lineString([c(1, 0.5), c(2, 0.5)]), to: 0) == .outside)
    #expect(try regions.relation(of: .multiPoint([c(0.5, 0.5), c(5, 5)]), to: 0) == .overlaps)
    let parts: [Geometry] = [.point(c(0.5, 0.5)), .collection([.polygon(try box(0.1, 0.1, 0.2, 0.2))])]
    #expect(try regions.relation(of: .collection(parts), to: 0) == .inside)
    #expect(try regions.relation(of: .collection(parts + [.point(c(1.5, 1.5))]), to: 0) == .overlaps)
    #expect(try regions.relation(of: .collection(parts), to: 3) == .outside)
    #expect(try regions.relation(of: .collection([]), to: 0) == .outside)
    #expect(try regions.relations(of: .polygon(try box(0.5, 0.2, 1, 0.8))).map(\.region) == [0])
  }

  @Test func faultyRegionsAreNamed() throws {
    let good = Geometry.polygon(try box(0, 0, 1, 1))
    let context = try GEOSContext()
    // A region before the faulty one, so that what was made already has to be freed.
    let crossing = #expect(throws: TopologyError.self) {
      _ = try PreparedRegions([("a", good), ("b", .polygon(try bowTie()))], in: GEOSContext())
    }
    guard case .invalidRegion("b", let reason) = crossing else {
      Issue.record("\(String(describing: crossing))")
      return
    }
    #expect(reason.contains("Self-intersection"))
    #expect(throws: TopologyError.notAnArea(region: "b", found: "Point")) {
      _ = try PreparedRegions([("a", good), ("b", .point(c(0, 0)))], in: GEOSContext())
    }
    let regions = try PreparedRegions(
      [("a", good), ("b", .polygon(try bowTie()))], in: context, checkingValidity: false)
    #expect(try regions.firstRegion(containing: c(0.5, 0.25)) == 0)
    #expect(throws: TopologyError.noSuchRegion(index: 2, count: 2)) { try regions.relation(of: good, to: 2) }
    #expect(throws: TopologyError.noSuchRegion(index: -1, count: 2)) { try regions.relation(of: good, to: -1) }
    #expect(throws: TopologyError.positionOutOfRange(longitude: .infinity, latitude: 0)) {
      try regions.relation(of: .point(c(.infinity, 0)), to: 0)
    }
  }

  @Test func noRegionsHoldNothing() throws {
    let regions = try PreparedRegions([], in: GEOSContext())
    #expect(try regions.regions(containing: c(0, 0)).isEmpty)
    #expect(try regions.relations(of: .point(c(0, 0))).isEmpty)
  }

  @Test func aSetPerTaskGivesTheSameEverywhere() async throws {
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let regions = try PreparedRegions(
            [("a", .polygon(try box(0, 0, 1, 1))), ("b", .polygon(try box(1, 0, 2, 1)))], in: GEOSContext())
          var count = 0
          for step in 0..<2000 {
            let position = c(Double(step) / 800, 0.5)
            if try regions.firstRegion(containing: position) == 1 { count += 1 }
          }
          return count
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    // Positions 801 … 1600 lie east of the shared edge.
    #expect(counts == [800, 800, 800, 800])
  }
}
