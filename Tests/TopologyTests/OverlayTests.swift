import Geography
import RandomSources
import Testing
import Topology

@Suite("Areas are united, cut and mended")
struct OverlayTests {
  private func square(_ west: Double, _ south: Double, _ east: Double, _ north: Double) throws -> Geometry {
    .polygon(try box(west, south, east, north))
  }

  /// The positions of the one polygon that a geometry is, as a set, so that the start of the ring does not matter.
  private func corners(_ geometry: Geometry) throws -> Set<Coordinate> {
    #expect(geometry.polygons.count == 1, "\(geometry)")
    return Set(try #require(geometry.polygons.first).exterior.coordinates)
  }

  @Test("Two overlapping squares: union 7, intersection 1, difference 3 square degrees")
  func twoSquares() throws {
    let context = try GEOSContext()
    let (a, b) = (try square(0, 0, 2, 2), try square(1, 1, 3, 3))
    let union = try context.union(of: [a, b])
    #expect(try context.area(of: union) == 7)
    #expect(
      try corners(union) == [c(0, 0), c(2, 0), c(2, 1), c(3, 1), c(3, 3), c(1, 3), c(1, 2), c(0, 2)])
    let both = try context.intersection(a, b)
    #expect(try corners(both) == [c(1, 1), c(2, 1), c(2, 2), c(1, 2)])
    let rest = try context.difference(a, b)
    #expect(try corners(rest) == [c(0, 0), c(2, 0), c(2, 1), c(1, 1), c(1, 2), c(0, 2)])
    #expect(try context.area(of: rest) == 3)
  }

  @Test("Rings come back wound as RFC 7946 wants them, also around a hole")
  func winding() throws {
    let context = try GEOSContext()
    let result = try context.difference(try square(0, 0, 4, 4), try square(1, 1, 2, 2))
    let polygon = try #require(result.polygons.first)
    #expect(polygon.exterior.doubledSignedArea == 32)
    #expect(polygon.holes.map(\.doubledSignedArea) == [-2])
  }

  @Test("Neighbours of one field of squares become one square without inner edges", arguments: [7, 8] as [UInt64])
  func unionOfMany(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var tiles: [Geometry] = []
    for x in 0..<10 {
      for y in 0..<10 { tiles.append(try square(Double(x), Double(y), Double(x + 1), Double(y + 1))) }
    }
    let context = try GEOSContext()
    let union = try context.union(of: tiles.shuffled(using: &random))
    #expect(try context.area(of: union) == 100)
    #expect(union.polygons.count == 1 && union.polygons[0].holes.isEmpty)
    // Every corner of the outline is a multiple of 1 on the border, none lies within.
    #expect(try corners(union).allSatisfy { [0, 10].contains($0.longitude) || [0, 10].contains($0.latitude) })
  }

  @Test("What is far apart stays apart; nothing united is nothing")
  func apartAndEmpty() throws {
    let context = try GEOSContext()
    let union = try context.union(of: [try square(0, 0, 1, 1), try square(5, 5, 6, 6)])
    #expect(union.polygons.count == 2)
    #expect(try context.union(of: []).polygons.isEmpty)
    let nothing = try context.intersection(try square(0, 0, 1, 1), try square(5, 5, 6, 6))
    #expect(nothing.ground == .multiPolygon([]))
    #expect(try context.representativePoint(of: nothing) == nil)
    #expect(try context.difference(try square(1, 1, 2, 2), try square(0, 0, 3, 3)).polygons.isEmpty)
    #expect(try context.area(of: .multiPolygon([])) == 0)
  }

  @Test("Squares that share an edge have a line in common, and no ground")
  func touching() throws {
    let shared = try GEOSContext().intersection(try square(0, 0, 1, 1), try square(1, 0, 2, 1))
    guard case .lineString(let line) = shared else {
      Issue.record("\(shared)")
      return
    }
    #expect(Set(line) == [c(1, 0), c(1, 1)])
    #expect(shared.ground == .multiPolygon([]))
  }

  @Test("Points and lines are cut too")
  func linesAndPoints() throws {
    let context = try GEOSContext()
    let cut = try context.intersection(.lineString([c(-1, 0.5), c(2, 0.5)]), try square(0, 0, 1, 1))
    #expect(cut == .lineString([c(0, 0.5), c(1, 0.5)]))
    let points = try context.difference(.multiPoint([c(0.5, 0.5), c(3, 3)]), try square(0, 0, 1, 1))
    #expect(points == .point(c(3, 3)))
    let pieces = try context.difference(.lineString([c(-1, 0.5), c(2, 0.5)]), try square(0, 0, 1, 1))
    #expect(pieces == .multiLineString([[c(-1, 0.5), c(0, 0.5)], [c(1, 0.5), c(2, 0.5)]]))
  }

  @Test("A buffer is a circle in degrees: radius 1 has nearly 3.14 square degrees")
  func buffer() throws {
    let context = try GEOSContext()
    let circle = try context.buffer(.point(c(10, 10)), degrees: 1, quadrantSegments: 64)
    // 256 corners: area is 128 sin(2π/256).
    #expect(abs(try context.area(of: circle) - 3.141277) < 0.000001)
    let strip = try context.buffer(.lineString([c(0, 0), c(10, 0)]), degrees: 0.5, quadrantSegments: 1)
    // 10 × 1, and at each end a triangle of base 1 and height 0.5.
    #expect(abs(try context.area(of: strip) - 10.5) < 1e-9)
    #expect(try context.buffer(try square(0, 0, 1, 1), degrees: -0.6).polygons.isEmpty)
    #expect(throws: TopologyError.self) { try context.buffer(.point(c(0, 0)), degrees: .nan) }
  }

  @Test("An inset takes a rim away and touches the neighbour no more")
  func inset() throws {
    let context = try GEOSContext()
    let inner = try context.inset(try square(0, 0, 1, 1), degrees: 0.1)
    #expect(inner.polygons.count == 1 && inner.polygons[0].exterior.coordinates.count == 5)
    #expect(abs(try context.area(of: inner) - 0.64) < 1e-12)
    #expect(try context.inset(try square(0, 0, 0.1, 5), degrees: 0.1).polygons.isEmpty)
    let neighbour = try GEOSGeometry(try square(1, 0, 2, 1), in: context)
    #expect(try !GEOSGeometry(inner, in: context).intersects(neighbour))
    #expect(throws: TopologyError.self) { try context.inset(try square(0, 0, 1, 1), degrees: -1) }
  }

  @Test("The representative point is the centroid where that lies inside, else another inside")
  func representativePoint() throws {
    let context = try GEOSContext()
    #expect(try context.representativePoint(of: try square(0, 0, 2, 4)) == c(1, 2))
    // A U: its centroid lies in the gap. Left leg 1 × 3, bottom 1 × 1, right leg 1 × 3.
    let u = Geometry.polygon(
      Polygon(
        exterior: try LinearRing([
          c(0, 0), c(3, 0), c(3, 3), c(2, 3), c(2, 1), c(1, 1), c(1, 3), c(0, 3), c(0, 0),
        ])))
    let point = try #require(try context.representativePoint(of: u))
    #expect(point.longitude < 1 || point.longitude > 2 || point.latitude < 1)
    #expect(try context.covers(u, .point(point)))
    // A ring: the centroid lies in the hole.
    let frame = Geometry.polygon(Polygon(exterior: try ring(0, 0, 6, 6), holes: [try hole(1, 1, 5, 5)]))
    let onFrame = try #require(try context.representativePoint(of: frame))
    #expect(try context.covers(frame, .point(onFrame)))
    #expect(onFrame != c(3, 3))
  }

  /// A rectangle wound clockwise, as holes are.
  private func hole(_ west: Double, _ south: Double, _ east: Double, _ north: Double) throws -> LinearRing {
    try LinearRing([c(west, south), c(west, north), c(east, north), c(east, south), c(west, south)])
  }

  @Test("A bow-tie is refused with the place where it crosses, and repaired to two triangles")
  func invalid() throws {
    let context = try GEOSContext()
    let bowTie = Geometry.polygon(try bowTie())
    let good = try square(0, 0, 1, 1)
    let reason = "Self-intersection at longitude 0.5, latitude 0.5"
    #expect(throws: TopologyError.failed(operation: "the union", reason: reason)) {
      try context.union(of: [good, bowTie])
    }
    #expect(throws: TopologyError.failed(operation: "the intersection", reason: reason)) {
      try context.intersection(good, bowTie)
    }
    #expect(throws: TopologyError.failed(operation: "the difference", reason: reason)) {
      try context.difference(bowTie, good)
    }
    #expect(throws: TopologyError.self) { try context.buffer(bowTie, degrees: 1) }
    #expect(throws: TopologyError.self) { try context.representativePoint(of: bowTie) }
    #expect(throws: TopologyError.self) { try context.area(of: bowTie) }
    let repaired = try context.repaired(bowTie)
    #expect(repaired.polygons.count == 2)
    // Two triangles of base 1 and height 0.5.
    #expect(try context.area(of: repaired) == 0.5)
    #expect(try context.validityFault(of: repaired) == nil)
    // What follows a failure is not blamed for it.
    #expect(try context.area(of: good) == 1)
  }

  @Test("Two overlapping parts of a multipolygon are repaired to their union, not to a hole")
  func repairUnites() throws {
    let context = try GEOSContext()
    let repaired = try context.repaired(.multiPolygon([try box(0, 0, 2, 2), try box(1, 1, 3, 3)]))
    #expect(try context.area(of: repaired) == 7)
    #expect(try context.repaired(try square(0, 0, 1, 1)).polygons.count == 1)
    #expect(throws: TopologyError.self) { try context.repaired(.point(c(200, 0))) }
  }

  @Test("Snapping moves positions to the grid and drops what is narrower than a cell")
  func snapping() throws {
    let context = try GEOSContext()
    let snapped = try context.snapped(try square(0.04, -0.04, 1.02, 0.97), toGridOf: 0.1)
    #expect(try corners(snapped) == [c(0, 0), c(1, 0), c(1, 1), c(0, 1)])
    #expect(try context.snapped(try square(0, 0, 0.01, 5), toGridOf: 0.1).polygons.isEmpty)
    #expect(throws: TopologyError.self) { try context.snapped(try square(0, 0, 1, 1), toGridOf: 0) }
  }

  @Test("Geometries of GEOS come back as the values they were made from")
  func roundTrip() throws {
    let context = try GEOSContext()
    let geometries: [Geometry] = [
      .point(c(36, 35)), .multiPoint([c(1, 2), c(3, 4)]), .lineString([c(0, 0), c(1, 1)]), .lineString([]),
      .multiLineString([[c(0, 0), c(1, 1)], [c(2, 2), c(3, 3)]]),
      .polygon(Polygon(exterior: try ring(0, 0, 4, 4), holes: [try hole(1, 1, 2, 2)])),
      .multiPolygon([try box(0, 0, 1, 1), try box(2, 0, 3, 1)]), .multiPolygon([]), .multiPoint([]),
      .collection([.point(c(0, 0)), .collection([.polygon(try box(0, 0, 1, 1))])]), .collection([]),
    ]
    for geometry in geometries { #expect(try GEOSGeometry(geometry, in: context).geometry() == geometry) }
  }

  @Test("Covering counts common edges; results outlive their context")
  func coversAndLives() throws {
    let context = try GEOSContext()
    #expect(try context.covers(try square(0, 0, 2, 2), try square(0, 0, 1, 2)))
    #expect(try !context.covers(try square(0, 0, 2, 2), try square(0, 0, 1, 2.1)))
    func made() throws -> GEOSGeometry {
      let context = try GEOSContext()
      return try GEOSGeometry(try square(0, 0, 1, 1), in: context).union(
        try GEOSGeometry(try square(1, 0, 2, 1), in: context))
    }
    let union = try made()
    #expect(try union.area() == 2)
    #expect(try union.intersects(union) && union.covers(union))
  }
}
