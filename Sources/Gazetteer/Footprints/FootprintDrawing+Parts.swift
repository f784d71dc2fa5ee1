internal import Geodesy
internal import Geography
internal import Incidents
internal import Tables
internal import Topology

// «ريف حماة الشرقي», "the eastern countryside of Hama": the governorate beyond its seat, towards the east.
extension FootprintDrawing {
  /// How far to either side of the side's bearing a part reaches, degrees: «الشرقي» is also said of what lies to the
  /// north-east, but not of the north.
  private static let halfAngle = 60.0
  /// A side with less than this share of the unit has no countryside there: it is the border or the sea behind the town.
  private static let leastShare = 0.01

  /// The part of a unit that lies towards a side, seen from its seat.
  ///
  /// A polygon of the areas with the id `part-SY09-east` stands before the rule; of the country `syria-east` does. A part
  /// with hardly any ground is the whole unit. The point is that of `parts.tsv` where it lies inside.
  func part(_ id: String, _ side: CompassSide) throws(TableFault) -> DrawnFootprint? {
    let unit = store[id]
    let point = store.part(of: id, towards: side)?.point
    for own in ["part-\(id)-\(side.rawValue)"] + (unit?.kind == .country ? ["syria-\(side.rawValue)"] : []) {
      guard let ground = try grounds.ground(of: own) else { continue }
      do throws(TopologyError) {
        if let drawn = try DrawnFootprint(ground, preferring: store[own]?.point ?? point) { return drawn }
      } catch {
        throw grounds.fault(of: own, error)
      }
    }
    guard let whole = try area(id), !whole.ground.polygons.isEmpty else { return try area(id) }
    let town = unit.flatMap(seat)
    do throws(TopologyError) {
      let context = try GEOSContext()
      let cut = try self.cut(whole, from: town?.point ?? whole.point, side, townKm: town?.extentKm ?? 0, context)
      guard let cut else { return whole }
      return try DrawnFootprint(try context.inset(cut, degrees: Self.rimDegrees).ground, preferring: point) ?? whole
    } catch {
      throw grounds.fault(of: id, error)
    }
  }

  private func cut(
    _ whole: DrawnFootprint, from seat: Coordinate, _ side: CompassSide, townKm: Double,
    _ context: borrowing GEOSContext
  ) throws(TopologyError) -> Geometry? {
    let geodesic = Geodesic.wgs84
    let area = try context.area(of: whole.ground)
    let squareKm = area * Self.squareKmPerDegree(at: seat)
    // A unit that is a town itself has no countryside: its sides are sides of the town.
    let townKm = .pi * townKm * townKm < squareKm / 2 ? townKm : 0
    let town =
      townKm > 0
      ? shape { () throws(GeodesyError) in try geodesic.circle(around: seat, radiusKm: townKm) } : nil
    guard let bearing = side.bearing else {
      // The middle: half as far as the border of a circle as large as the unit, the town in any case.
      let radius = max(townKm, (squareKm / .pi).squareRoot() / 2)
      let circle = shape { () throws(GeodesyError) in try geodesic.circle(around: seat, radiusKm: radius) }
      return try circle.map { circle throws(TopologyError) in
        try context.intersection(whole.ground, .polygon(circle)).ground
      }
    }
    let border = whole.ground.polygons.lazy.flatMap(\.exterior.coordinates)
    let reach = geodesic.greatestDistanceKm(from: seat, to: border) * 1.01 + 1
    let wedge = shape { () throws(GeodesyError) in
      try geodesic.sector(
        around: seat, fromBearing: bearing - Self.halfAngle, toBearing: bearing + Self.halfAngle, distancesKm: 0...reach
      )
    }
    guard let wedge else { return nil }
    var part = try context.intersection(whole.ground, .polygon(wedge)).ground
    if let town { part = try context.difference(part, .polygon(town)).ground }
    return try context.area(of: part) < area * Self.leastShare ? nil : part
  }

  // A square degree at a latitude; good to 1 % for the choice of a radius.
  private static func squareKmPerDegree(at position: Coordinate) -> Double {
    let geodesic = Geodesic.wgs84
    let east = Coordinate(longitude: position.longitude + 0.1, latitude: position.latitude)
    return geodesic.distanceKm(from: position, to: east) * 10 * 111
  }

  /// The town that a unit is named for and ruled from.
  ///
  /// Of several of that name inside the unit the most important. «ريف دمشق», "the countryside of Damascus", has its seat
  /// in the city it lies around. A district without such a town, as «جبل سمعان» around Aleppo, has the governorate's if
  /// that lies in it.
  func seat(of unit: Place) -> Place? {
    guard unit.kind.isAdmin, unit.kind != .country else { return nil }
    if let town = town(named: unit.arabic, in: unit) { return town }
    let prefix = "ريف "
    if unit.arabic.hasPrefix(prefix) {
      return town(named: String(unit.arabic.dropFirst(prefix.count)), in: nil)
    }
    guard unit.kind != .governorate, let governorate = store[unit.admin1], let town = seat(of: governorate),
      Self.lies(town, in: unit)
    else { return nil }
    return town
  }

  private func town(named name: String, in unit: Place?) -> Place? {
    store.places(named: name).first { place in
      switch place.kind {
      case .city, .town, .village, .hamlet: unit.map { Self.lies(place, in: $0) } ?? true
      default: false
      }
    }
  }

  private static func lies(_ place: Place, in unit: Place) -> Bool {
    switch unit.kind {
    case .governorate: place.admin1 == unit.id
    case .district: place.admin2 == unit.id
    case .subdistrict: place.admin3 == unit.id
    default: false
    }
  }
}
