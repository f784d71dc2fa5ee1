internal import Aggregation
internal import Gazetteer
internal import Geodesy
package import Geography
package import Incidents
package import Tables

/// Draws footprint expressions with the gazetteer's places and the boundaries that the binary carries.
package struct GazetteerFootprints: FootprintSource {
  private let store: PlaceStore
  private let units: [String: Geometry]

  /// Loads the gazetteer and the boundaries of governorates, districts and areas.
  /// - Throws: ``TableFault`` naming the file and line that cannot be read.
  package init(tables: TableSet) throws(TableFault) {
    store = try PlaceStore(tables: tables)
    var units: [String: Geometry] = [:]
    for region in try RegionSet.governorates(tables: tables) { units[region.id] = region.geometry }
    for region in try RegionSet.districts(tables: tables) { units[region.id] = region.geometry }
    for area in try RegionSet.areas(tables: tables) { units[area.id] = area.geometry }
    self.units = units
  }

  /// The ground that an expression means, WGS 84; nil when a place in it is not known or the shape has no ground.
  ///
  /// A side of a unit («the east of Homs») is drawn as the whole unit, which holds it: no region is called certain wrongly.
  package func polygon(for expression: FootprintExpression) -> Geometry? {
    switch expression {
    case .point(let id, let radius):
      return circle(id, radius)
    case .area(let id), .part(let id, _):
      if let unit = units[id] { return unit }
      guard let place = store[id] else { return nil }
      // The steppe of a governorate lies in it.
      if place.kind == .badia, place.admin2.isEmpty, let unit = units[place.admin1] { return unit }
      return circle(id, place.extentKm)
    case .sector(let id, let bearings, let distances):
      guard let place = store[id] else { return nil }
      return drawn { () throws(GeodesyError) in
        try Geodesic.wgs84.sector(
          around: place.point, fromBearing: bearings.from, toBearing: bearings.to, distancesKm: distances)
      }
    case .line(let from, let to, let halfWidth):
      guard let from = store[from], let to = store[to] else { return nil }
      return drawn { () throws(GeodesyError) in
        try Geodesic.wgs84.strip(from: from.point, to: to.point, halfWidthKm: halfWidth)
      }
    }
  }

  private func circle(_ id: String, _ radius: Double) -> Geometry? {
    guard let place = store[id] else { return nil }
    return drawn { () throws(GeodesyError) in try Geodesic.wgs84.circle(around: place.point, radiusKm: radius) }
  }

  // A shape without ground (radius 0) is no polygon; the caller then takes the circle of the uncertainty.
  private func drawn(_ shape: () throws(GeodesyError) -> Polygon) -> Geometry? {
    do { return .polygon(try shape()) } catch { return nil }
  }
}
