internal import CGEOS
package import Geography

/// How a footprint lies to a region.
package enum RegionRelation: String, CaseIterable, Sendable {
  /// The region has all of the footprint; edges may coincide.
  case inside
  /// Region and footprint share some ground, or a part of a line, but the footprint also lies elsewhere.
  case overlaps
  /// They share nothing but edges at the most.
  case outside
}

extension PreparedRegions {
  /// How a footprint (most often a polygon: a circle, a sector, a district) lies to one region.
  ///
  /// A footprint that only touches the region, as a district touches its neighbour, is outside. A position on the
  /// edge is inside.
  /// - Throws: ``TopologyError/noSuchRegion(index:count:)``, or what GEOS says about an invalid footprint.
  package func relation(of footprint: Geometry, to index: Int) throws(TopologyError) -> RegionRelation {
    _ = try preparedPointer(index)
    return try relation(to: index, box: footprint.boundingBox, parts: parts(footprint))
  }

  /// All regions that the footprint lies in or overlaps, ascending; regions it is outside of are left out.
  /// - Throws: what GEOS says about an invalid footprint.
  /// - Complexity: one comparison of boxes per region, GEOS only for those whose boxes meet.
  package func relations(
    of footprint: Geometry
  ) throws(TopologyError) -> [(region: Int, relation: RegionRelation)] {
    let box = footprint.boundingBox
    let parts = try parts(footprint)
    var found: [(region: Int, relation: RegionRelation)] = []
    for index in ids.indices {
      let relation = try relation(to: index, box: box, parts: parts)
      if relation != .outside { found.append((index, relation)) }
    }
    return found
  }

  private func relation(
    to index: Int, box: BoundingBox?, parts: [FootprintPart]
  ) throws(TopologyError) -> RegionRelation {
    guard let box, let region = boxes[index], box.intersects(region), let first = parts.first else { return .outside }
    let relation = try relation(to: index, of: first)
    for part in parts.dropFirst() where relation != .overlaps {
      if try self.relation(to: index, of: part) != relation { return .overlaps }
    }
    return relation
  }

  private func relation(to index: Int, of part: FootprintPart) throws(TopologyError) -> RegionRelation {
    let region = try preparedPointer(index)
    let context = handle.pointer
    let operation = "the comparison of a footprint with region \(ids[index])"
    let other = part.geometry.pointer
    guard try handle.answer(GEOSPreparedIntersects_r(context, region, other), operation) else { return .outside }
    if try handle.answer(GEOSPreparedCovers_r(context, region, other), operation) { return .inside }
    return try handle.answer(GEOSPreparedTouches_r(context, region, other), operation) ? .outside : .overlaps
  }

  // GEOS does not compare mixed collections, so each part is asked for itself.
  private func parts(_ footprint: Geometry) throws(TopologyError) -> [FootprintPart] {
    if case .collection(let geometries) = footprint {
      var all: [FootprintPart] = []
      for geometry in geometries { all += try parts(geometry) }
      return all
    }
    guard let box = footprint.boundingBox else { return [] }
    // A circle without radius is no valid polygon, but a good point.
    let isPoint = box.west == box.east && box.south == box.north
    return [FootprintPart(try GEOSGeometry(isPoint ? .point(box.southWest) : footprint, in: handle))]
  }
}

/// Holds a geometry that cannot be copied where an array needs it.
private final class FootprintPart {
  let geometry: GEOSGeometry

  init(_ geometry: consuming GEOSGeometry) {
    self.geometry = geometry
  }
}
