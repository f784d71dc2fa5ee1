import Geography
import Testing
import Topology

@Suite("GEOS says what is wrong with a geometry")
struct GEOSGeometryTests {
  @Test func validGeometriesHaveNoFault() throws {
    let context = try GEOSContext()
    let geometries: [Geometry] = [
      .point(c(36, 35)), .multiPoint([c(1, 2), c(3, 4)]), .lineString([c(0, 0), c(1, 1)]), .lineString([]),
      .multiLineString([[c(0, 0), c(1, 1)], [c(2, 2), c(3, 3)]]),
      .polygon(Polygon(exterior: try ring(0, 0, 4, 4), holes: [try ring(1, 1, 2, 2), try ring(2.5, 2.5, 3, 3)])),
      .multiPolygon([try box(0, 0, 1, 1), try box(2, 0, 3, 1)]),
      .collection([.point(c(0, 0)), .polygon(try box(0, 0, 1, 1))]),
      .collection([]), .multiPolygon([]),
    ]
    for geometry in geometries { #expect(try context.validityFault(of: geometry) == nil, "\(geometry)") }
  }

  @Test func faultsHaveAReasonAndAPlace() throws {
    let context = try GEOSContext()
    #expect(try context.validityFault(of: .polygon(try bowTie())) == "Self-intersection at longitude 0.5, latitude 0.5")
    let outside = Polygon(exterior: try ring(0, 0, 1, 1), holes: [try ring(2, 2, 3, 3)])
    #expect(try context.validityFault(of: .polygon(outside))?.hasPrefix("Hole lies outside shell") == true)
    let nested = Geometry.multiPolygon([try box(0, 0, 4, 4), try box(1, 1, 2, 2)])
    #expect(try context.validityFault(of: nested)?.hasPrefix("Nested shells") == true)
    let flat = Polygon(exterior: try LinearRing([c(1, 1), c(1, 1), c(1, 1), c(1, 1)]))
    #expect(try context.validityFault(of: .polygon(flat)) != nil)
  }

  @Test func whatGEOSCannotHoldIsAFaultToo() throws {
    let context = try GEOSContext()
    #expect(try context.validityFault(of: .lineString([c(0, 0)]))?.contains("line") == true)
    #expect(try context.validityFault(of: .point(c(0, 91)))?.contains("latitude 91.0") == true)
    // The third line fails after two are made: both must be freed once.
    let lines = Geometry.multiLineString([[c(0, 0), c(1, 1)], [c(0, 0), c(1, 1)], [c(0, 0)]])
    #expect(throws: TopologyError.self) { _ = try GEOSGeometry(lines, in: context) }
    #expect(throws: TopologyError.self) { _ = try GEOSGeometry(.multiPoint([c(0, 0), c(.nan, 0)]), in: context) }
  }

  @Test func anErrorIsNotBlamedOnTheNextCall() throws {
    let context = try GEOSContext()
    _ = try? GEOSGeometry(.lineString([c(0, 0)]), in: context)
    #expect(try context.validityFault(of: .point(c(0, 0))) == nil)
  }

  @Test func geometriesOutliveTheirContext() throws {
    func make() throws -> GEOSGeometry { try GEOSGeometry(.polygon(try bowTie()), in: GEOSContext()) }
    let geometry = try make()
    #expect(try geometry.validityFault()?.hasPrefix("Self-intersection") == true)
  }

  @Test func theVersionIsKnown() {
    #expect(GEOSContext.libraryVersion.wholeMatch(of: /3\.\d+\.\d+.*-CAPI-.*/) != nil)
  }
}
