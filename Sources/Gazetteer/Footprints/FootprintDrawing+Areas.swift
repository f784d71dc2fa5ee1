internal import Geodesy
internal import Geography
internal import Incidents
internal import Tables
internal import Topology

extension FootprintDrawing {
  /// The ground of a place as a whole: its polygon, the strip of a road, else the circle of its extent.
  func area(_ id: String) throws(TableFault) -> DrawnFootprint? {
    let place = store[id]
    if let ground = try grounds.ground(of: id) {
      do throws(TopologyError) {
        return try DrawnFootprint(ground, preferring: place?.point)
      } catch {
        throw grounds.fault(of: id, error)
      }
    }
    guard let place else { return nil }
    switch place.kind {
    case .country: return try country(place)
    case .subdistrict: return try subdistrict(place)
    case .road: return try road(place) ?? circle(place, place.extentKm)
    default: return circle(place, place.extentKm)
    }
  }

  private func country(_ place: Place) throws(TableFault) -> DrawnFootprint? {
    let governorates = try grounds.governorates()
    do throws(TopologyError) {
      return try DrawnFootprint(GEOSContext().union(of: governorates).ground, preferring: place.point)
    } catch {
      throw TableFault(file: "Regions/governorates.geojson", line: 0, message: "\(error)")
    }
  }

  // The circle to the subdistrict's farthest border, cut to the district: it holds the whole of the subdistrict.
  private func subdistrict(_ place: Place) throws(TableFault) -> DrawnFootprint? {
    guard let circle = circle(place, place.extentKm), let district = try grounds.ground(of: place.admin2) else {
      return circle(place, place.extentKm)
    }
    do throws(TopologyError) {
      let context = try GEOSContext()
      let cut = try context.intersection(circle.ground, district).ground
      let part = try context.inset(cut, degrees: Self.rimDegrees).ground
      return try DrawnFootprint(part, preferring: place.point) ?? circle
    } catch {
      throw grounds.fault(of: place.admin2, error)
    }
  }

  private func road(_ place: Place) throws(TableFault) -> DrawnFootprint? {
    guard let course = try roads().course(of: place.id) else { return nil }
    return try strip(along: course.line, halfWidthKm: Self.roadHalfWidthKm)
  }

  /// What is cut out of a unit ends this far inside of its border, degrees (0.1 m): see
  /// ``Topology/GEOSContext/inset(_:degrees:)``.
  static let rimDegrees = 1e-6

  /// The strip from one place to another: along a road that holds both, else along the shortest line.
  func line(_ from: String, _ to: String, _ halfWidth: Double) throws(TableFault) -> DrawnFootprint? {
    guard let from = end(from), let to = end(to) else { return nil }
    if let course = try roads().course(from: from, to: to) {
      return try strip(along: course.line, halfWidthKm: halfWidth)
    }
    return try strip(along: [from.point, to.point], halfWidthKm: halfWidth)
  }

  // A road leads to the town, not to the middle of the governorate of its name.
  private func end(_ id: String) -> Place? {
    guard let place = store[id] else { return nil }
    return place.kind.isAdmin ? seat(of: place) ?? place : place
  }

  private func strip(along line: [Coordinate], halfWidthKm: Double) throws(TableFault) -> DrawnFootprint? {
    let geodesic = Geodesic.wgs84
    guard let middle = geodesic.position(along: line, atKm: geodesic.lengthKm(of: line) / 2) else { return nil }
    guard halfWidthKm > 0 else { return DrawnFootprint(.point(middle), around: middle) }
    let strips = shape { () throws(GeodesyError) in
      try geodesic.strips(along: line, halfWidthKm: halfWidthKm)
    }
    guard let strips else { return nil }
    do throws(TopologyError) {
      let context = try GEOSContext()
      // A strip far wider than it is long can cross itself.
      var parts: [Geometry] = []
      for strip in strips { parts.append(try context.repaired(.polygon(strip))) }
      return DrawnFootprint(try context.union(of: parts).ground, around: middle)
    } catch {
      throw TableFault(file: "roads.tsv", line: 0, message: "the strip along a road: \(error)")
    }
  }
}
