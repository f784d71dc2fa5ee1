internal import Geodesy
package import Geography
package import Incidents
package import Tables
internal import Topology

/// Draws footprint expressions as ground, with the places, roads and boundaries of the gazetteer.
///
/// Everything is read and drawn when first asked for, then kept. Not `Sendable`: make one per worker.
package final class FootprintDrawing {
  let store: PlaceStore
  private let tables: TableSet
  var grounds: UnitGrounds
  private var readRoads: RoadNetwork?
  private var known: [FootprintExpression: DrawnFootprint?] = [:]
  // Of lines there are as many as pairs of places: beyond this many the memory starts anew.
  private static let greatestMemory = 4096

  /// How far from a road's middle line something «على طريق …», "on the road", can be, km: what the press calls so lies
  /// within sight of it, and the lines of the table leave the true road by some km.
  package static let roadHalfWidthKm = 5.0

  /// Prepares a drawing; nothing is read yet.
  package init(store: PlaceStore, tables: TableSet) {
    self.store = store
    self.tables = tables
    grounds = UnitGrounds(tables: tables)
  }

  /// Reads all boundaries and roads now, so that a fault in them shows at once.
  /// - Throws: ``TableFault`` naming the file and line.
  package func readTables() throws(TableFault) {
    try grounds.readAll()
    _ = try roads()
  }

  /// The roads of the gazetteer.
  /// - Throws: ``TableFault`` naming the line of `roads.tsv` that cannot be read.
  package func roads() throws(TableFault) -> RoadNetwork {
    if let readRoads { return readRoads }
    let roads = try RoadNetwork(tables: tables, store: store)
    readRoads = roads
    return roads
  }

  /// The ground that an expression means, with its representative point and reach.
  ///
  /// Nil when a place in it is not known, or its distances reach around the Earth.
  /// - Throws: ``TableFault`` naming the table or polygon that cannot be used.
  package func drawn(_ expression: FootprintExpression) throws(TableFault) -> DrawnFootprint? {
    switch expression {
    // Drawn in some 50 µs and of endless variety: not kept.
    case .point(let id, let radius): return store[id].flatMap { circle($0, radius) }
    case .sector(let id, let bearings, let distances): return store[id].flatMap { sector($0, bearings, distances) }
    case .area, .line, .part: break
    }
    if let drawn = known[expression] { return drawn }
    let drawn =
      switch expression {
      case .area(let id): try area(id)
      case .line(let from, let to, let halfWidth): try line(from, to, halfWidth)
      case .part(let id, let side): try part(id, side)
      case .point, .sector: DrawnFootprint?.none
      }
    if known.count >= Self.greatestMemory { known = [:] }
    known[expression] = .some(drawn)
    return drawn
  }

  /// The ground of an expression alone, WGS 84.
  /// - Throws: ``TableFault`` naming the table or polygon that cannot be used.
  package func ground(of expression: FootprintExpression) throws(TableFault) -> Geometry? {
    try drawn(expression)?.ground
  }

  func circle(_ place: Place, _ radius: Double) -> DrawnFootprint? {
    guard radius > 0 else { return DrawnFootprint(.point(place.point), around: place.point) }
    return shape { () throws(GeodesyError) in
      try Geodesic.wgs84.circle(around: place.point, radiusKm: radius)
    }.map { DrawnFootprint(.polygon($0), around: place.point) }
  }

  private func sector(
    _ place: Place, _ bearings: FootprintExpression.BearingRange, _ distances: ClosedRange<Double>
  ) -> DrawnFootprint? {
    guard distances.upperBound > 0 else { return circle(place, 0) }
    let polygon = shape { () throws(GeodesyError) in
      try Geodesic.wgs84.sector(
        around: place.point, fromBearing: bearings.from, toBearing: bearings.to, distancesKm: distances)
    }
    guard let polygon else { return nil }
    // Of a sector this wide the centroid lies by the anchor or in the hole of the ring; both are the fair answer.
    return (try? DrawnFootprint(.polygon(polygon), preferring: nil)) ?? nil
  }

  /// A shape on the ellipsoid; nil for distances that reach around it.
  func shape<Shape>(_ make: () throws(GeodesyError) -> Shape) -> Shape? {
    do { return try make() } catch { return nil }
  }
}
