internal import CGEOS
package import Geography

/// A set of areas, converted and prepared once, that answers which of them a position or a footprint lies in.
///
/// Regions of one set should be of one kind (all governorates, all districts …): they are asked in the order given,
/// and a position on an edge counts for the first region that has it.
///
/// Not `Sendable`: GEOS builds parts of a prepared geometry at the first question, without a lock. Make one set per
/// worker.
package final class PreparedRegions {
  /// The ids, in the order given.
  package let ids: [String]
  let handle: GEOSHandle
  let boxes: [BoundingBox?]
  private let grid: RegionGrid
  private var geometries: [OpaquePointer] = []
  private var prepared: [OpaquePointer] = []

  /// Converts and prepares regions.
  /// - Parameter checkingValidity: false leaves out the check of every region, for boundaries that a test has checked
  /// already.
  /// - Throws: ``TopologyError`` that names the first faulty region.
  /// - Complexity: O(*n* log *n*) for *n* positions; about 0.1 ms per 1,000.
  package init(
    _ regions: [(id: String, geometry: Geometry)], in context: borrowing GEOSContext, checkingValidity: Bool = true
  ) throws(TopologyError) {
    handle = context.handle
    ids = regions.map(\.id)
    boxes = regions.map(\.geometry.boundingBox)
    grid = RegionGrid(boxes)
    // From here on all properties are set: when a region is faulty, deinit frees the ones before it.
    for (id, geometry) in regions { try add(id, geometry, checkingValidity) }
  }

  private func add(_ id: String, _ geometry: Geometry, _ checkingValidity: Bool) throws(TopologyError) {
    switch geometry {
    case .polygon, .multiPolygon: break
    default: throw .notAnArea(region: id, found: geometry.typeName)
    }
    if checkingValidity {
      let reason: String?
      do throws(TopologyError) {
        reason = try GEOSGeometry(geometry, in: handle).validityFault()
      } catch {
        throw .invalidRegion(region: id, reason: error.description)
      }
      if let reason { throw .invalidRegion(region: id, reason: reason) }
    }
    let pointer = try GeometryBuilder(handle: handle).make(geometry)
    geometries.append(pointer)
    guard let ready = GEOSPrepare_r(handle.pointer, pointer) else {
      throw .failed(operation: "preparing region \(id)", reason: handle.takeMessage())
    }
    prepared.append(ready)
  }

  deinit {
    for pointer in prepared { GEOSPreparedGeom_destroy_r(handle.pointer, pointer) }
    for pointer in geometries { GEOSGeom_destroy_r(handle.pointer, pointer) }
  }

  /// The index of the first region that has the position inside or on its edge; nil when there is none.
  /// - Throws: ``TopologyError/failed(operation:reason:)``.
  package func firstRegion(containing position: Coordinate) throws(TopologyError) -> Int? {
    var point: OpaquePointer?
    defer { if let point { GEOSGeom_destroy_r(handle.pointer, point) } }
    var found: Int?
    try grid.forEach(holding: position) { index throws(TopologyError) in
      if try covers(index, try pointer(&point, position)) { found = index }
      return found == nil
    }
    return found
  }

  /// The indexes of all regions that have the position inside, and of the first that has it on its edge; ascending.
  ///
  /// A position on an edge that neighbours share thus belongs to one of them only.
  /// - Throws: ``TopologyError/failed(operation:reason:)``.
  package func regions(containing position: Coordinate) throws(TopologyError) -> [Int] {
    var point: OpaquePointer?
    defer { if let point { GEOSGeom_destroy_r(handle.pointer, point) } }
    var found: [Int] = []
    var isEdgeTaken = false
    try grid.forEach(holding: position) { index throws(TopologyError) in
      let point = try pointer(&point, position)
      guard try covers(index, point) else { return true }
      if try holdsInside(index, point) {
        found.append(index)
      } else if !isEdgeTaken {
        isEdgeTaken = true
        found.append(index)
      }
      return true
    }
    return found
  }

  // GEOS 3.11 cannot ask for bare numbers: one point is made per question, and only when a box holds the position.
  private func pointer(_ point: inout OpaquePointer?, _ position: Coordinate) throws(TopologyError) -> OpaquePointer {
    if let point { return point }
    guard let made = GEOSGeom_createPointFromXY_r(handle.pointer, position.longitude, position.latitude) else {
      throw .refused(type: "point", reason: handle.takeMessage())
    }
    point = made
    return made
  }

  private func covers(_ index: Int, _ point: OpaquePointer) throws(TopologyError) -> Bool {
    try handle.answer(
      GEOSPreparedIntersects_r(handle.pointer, prepared[index], point), "the search for a position")
  }

  private func holdsInside(_ index: Int, _ point: OpaquePointer) throws(TopologyError) -> Bool {
    try handle.answer(GEOSPreparedContains_r(handle.pointer, prepared[index], point), "the search for a position")
  }

  /// The prepared geometry of a region.
  func preparedPointer(_ index: Int) throws(TopologyError) -> OpaquePointer {
    guard prepared.indices.contains(index) else { throw .noSuchRegion(index: index, count: prepared.count) }
    return prepared[index]
  }

  /// The geometry of a region.
  func pointer(_ index: Int) throws(TopologyError) -> OpaquePointer {
    guard geometries.indices.contains(index) else { throw .noSuchRegion(index: index, count: geometries.count) }
    return geometries[index]
  }
}

extension Geometry {
  /// The name of the type, as GeoJSON writes it.
  var typeName: String {
    switch self {
    case .point: "Point"
    case .multiPoint: "MultiPoint"
    case .lineString: "LineString"
    case .multiLineString: "MultiLineString"
    case .polygon: "Polygon"
    case .multiPolygon: "MultiPolygon"
    case .collection: "GeometryCollection"
    }
  }
}
