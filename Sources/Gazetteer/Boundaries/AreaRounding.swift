internal import Geography
internal import Topology

/// Rounds areas to 5 decimals inwards: an area cut along a border must not come to lie across it by half a metre, since it
/// would then count in both units.
struct AreaRounding {
  /// Parts and holes smaller than this are left out: they come from borders that nearly agree, km².
  static let leastKm2 = 2.0

  /// Corners of units stay where they are.
  private let fixed: Set<Coordinate>

  /// The side of a cell of the grid in millionths of a degree.
  private static let step = 10

  init(_ boundaries: Boundaries) {
    var fixed: Set<Coordinate> = []
    for geometry in boundaries.geometries.values {
      for polygon in geometry.polygonParts {
        for ring in [polygon.exterior] + polygon.holes { fixed.formUnion(ring.coordinates) }
      }
    }
    self.fixed = fixed
  }

  /// The area with rounded corners, none outside of it, without splinters.
  /// - Throws: ``AreaEvaluation/Fault`` when nothing is left.
  func rounded(_ geometry: Geometry) throws(AreaEvaluation.Fault) -> Geometry {
    let result: Geometry
    do throws(TopologyError) {
      let context = try GEOSContext()
      let exact = try PreparedRegions([(id: "", geometry: geometry.ground)], in: context)
      var polygons: [Polygon] = []
      for polygon in geometry.polygonParts where Geometry.polygon(polygon).roughAreaKm2 >= Self.leastKm2 {
        guard let exterior = try rounded(polygon.exterior, within: exact) else { continue }
        var holes: [LinearRing] = []
        for hole in polygon.holes where Geometry.polygon(Polygon(exterior: hole)).roughAreaKm2 >= Self.leastKm2 {
          if let ring = try rounded(hole, within: exact) { holes.append(ring) }
        }
        polygons.append(Polygon(exterior: exterior, holes: holes))
      }
      // A hole left out may have held a part; in a narrow corner two sides may have come to cross.
      result = try context.union(of: [context.repaired(polygons.geometry)]).ground
    } catch {
      throw AreaEvaluation.Fault(message: "\(error)")
    }
    guard !result.polygonParts.isEmpty else {
      throw AreaEvaluation.Fault(message: "expected an area, found nothing of \(Self.leastKm2) km² or more")
    }
    return result
  }

  private func rounded(_ ring: LinearRing, within area: PreparedRegions) throws(TopologyError) -> LinearRing? {
    var corners: [Coordinate] = []
    for corner in ring.coordinates.dropLast() {
      let moved = fixed.contains(corner) ? corner : try inner(corner, area)
      if corners.last != moved { corners.append(moved) }
    }
    while corners.count > 1, corners.first == corners.last { corners.removeLast() }
    guard let first = corners.first else { return nil }
    return try? LinearRing(corners + [first])
  }

  // The nearest corner of the grid that lies in the area; in a corner too narrow for any, the nearest of all.
  private func inner(_ corner: Coordinate, _ area: PreparedRegions) throws(TopologyError) -> Coordinate {
    let nearest = GridPosition(corner).rounded(to: Self.step)
    let choices = (-2...2).flatMap { dx in
      (-2...2).map { GridPosition(x: nearest.x + dx * Self.step, y: nearest.y + $0 * Self.step).coordinate }
    }
    func distance(_ choice: Coordinate) -> Double {
      let (east, north) = (choice.longitude - corner.longitude, choice.latitude - corner.latitude)
      return east * east + north * north
    }
    for choice in choices.sorted(by: { distance($0) < distance($1) })
    where try area.firstRegion(containing: choice) != nil { return choice }
    return nearest.coordinate
  }
}
