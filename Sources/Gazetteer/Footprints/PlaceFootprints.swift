internal import Foundation
internal import Geodesy
internal import Geography
internal import Incidents

/// Turns a chosen place and the words around it into what the record says: point, precision, footprint, uncertainty.
struct PlaceFootprints {
  let store: PlaceStore
  let roads: RoadTable

  /// How far «شرق X» "east of X" without a distance reaches at least and at most, and how wide a road's strip is, in km.
  private static let unstatedReachKm = 8.0...20.0
  private static let roadHalfWidthKm = FootprintDrawing.roadHalfWidthKm
  private static let countrysideKm = 25.0
  private static let badiaKm = 30.0

  func resolved(_ place: Place, phrase: PlacePhrase, other: Place?, containers: [PlacePhrase]) -> ResolvedPlace {
    // «على بعد 30 كم من تدمر», "30 km from Palmyra", without a side is a ring.
    if let distance = phrase.distanceKm, phrase.side == nil, distance > place.extentKm, !place.kind.isAdmin {
      return ring(place, distance)
    }
    switch phrase.frame {
    case .road, .between:
      if let other { return line(place, other) }
      if place.kind == .road { return whole(place, precision: .area) }
      return circle(place, precision: .area, radius: max(place.extentKm, 20))
    case .direction:
      return direction(place, phrase)
    case .countryside:
      return countryside(place, phrase)
    case .badia:
      if place.kind == .country, let side = phrase.side { return countryPart(place, side) }
      if place.kind == .governorate, let side = phrase.side, side != .centre { return part(place, side) }
      if place.kind == .governorate, let steppe = store.steppe(of: place) { return whole(steppe, precision: .area) }
      if place.id == Self.badia, let steppe = steppe(in: containers) { return whole(steppe, precision: .area) }
      if place.kind == .governorate || place.kind == .region || place.kind == .badia {
        return whole(place, precision: .area)
      }
      return circle(place, precision: .area, radius: Self.badiaKm)
    case .near:
      if let side = phrase.side, side != .centre { return direction(place, phrase) }
      if place.kind.isAdmin { return whole(place, precision: place.kind.precision) }
      return circle(place, precision: place.kind.precision, radius: max(place.extentKm + 3, phrase.distanceKm ?? 0))
    case .entrance:
      if place.kind.isAdmin { return whole(place, precision: place.kind.precision) }
      return circle(place, precision: place.kind.precision, radius: place.extentKm + 1)
    case .around:
      if let bearing = phrase.side?.bearing, !place.kind.isAdmin { return edge(place, bearing) }
      if place.kind.isAdmin { return whole(place, precision: place.kind.precision) }
      return circle(place, precision: place.kind.precision, radius: place.extentKm + 5)
    case .district where !place.kind.isAdmin && place.kind != .region && place.kind != .camp:
      return circle(place, precision: .area, radius: max(place.extentKm, 8))
    case .plain, .governorate, .district, .subdistrict:
      if place.id == Self.badia, let steppe = steppe(in: containers) { return whole(steppe, precision: .area) }
      if place.kind == .badia { return steppe(place) }
      if place.kind == .road { return whole(place, precision: .area) }
      if place.kind.isAdmin || place.kind == .region { return whole(place, precision: place.kind.precision) }
      return circle(place, precision: place.kind.precision, radius: place.extentKm)
    }
  }

  /// The Syrian desert as a whole.
  static let badia = "badia"

  // «البادية السورية بريف حمص», "the Syrian desert in the countryside of Homs": the steppe of that governorate.
  private func steppe(in containers: [PlacePhrase]) -> Place? {
    for container in containers {
      for candidate in container.candidates where store.records[candidate].kind == .governorate {
        if let steppe = store.steppe(of: store.place(at: candidate)) { return steppe }
      }
    }
    return nil
  }

  // «الأطراف الشرقية لمدينة الرقة», "the eastern outskirts of Raqqa".
  private func edge(_ place: Place, _ bearing: Double) -> ResolvedPlace {
    let reach = place.extentKm + 5
    let point = Geodesic.wgs84.direct(from: place.point, bearing: bearing, distanceKm: reach / 2)
    return base(
      place, precision: .area, point: point,
      footprint: .sector(place: place.id, bearings: Self.bearings(around: bearing, half: 45), distances: 0...reach),
      uncertainty: reach * 0.75)
  }

  private static func bearings(around bearing: Double, half: Double) -> FootprintExpression.BearingRange {
    FootprintExpression.BearingRange(
      from: (bearing - half + 360).truncatingRemainder(dividingBy: 360),
      to: (bearing + half).truncatingRemainder(dividingBy: 360))
  }

  // What is said to lie east of a place is nearer to it than to the next town: in the Hauran some km, in the desert more.
  private func unstatedReach(_ place: Place) -> Double {
    guard let position = store.position(of: place.id) else { return Self.unstatedReachKm.upperBound }
    let own = store.records[position]
    var nearest = Self.unstatedReachKm.upperBound
    for record in store.records where record.kind == .city || record.kind == .town {
      let km = record.roughKm(to: own)
      if km > 0.5, km < nearest { nearest = km }
    }
    return max(nearest, Self.unstatedReachKm.lowerBound, min(place.extentKm * 2, Self.unstatedReachKm.upperBound))
  }

  // The steppe of a whole governorate or region has its ground; that of a town is a circle.
  private func steppe(_ place: Place) -> ResolvedPlace {
    place.kind == .badia && !place.admin2.isEmpty
      ? circle(place, precision: .area, radius: place.extentKm) : whole(place, precision: .area)
  }

  private func base(
    _ place: Place, precision: PlacePrecision, point: Coordinate, footprint: FootprintExpression, uncertainty: Double
  ) -> ResolvedPlace {
    // The units are those of the point, which may lie far from the place that it is told from.
    if point != place.point, case .sector = footprint {
      let units = store.units(around: point)
      return ResolvedPlace(
        id: place.id, name: place.english, arabicName: place.arabic, precision: precision, point: point,
        footprint: footprint, uncertaintyKm: (uncertainty * 10).rounded() / 10, admin1: store.unit(units.admin1),
        admin2: store.unit(units.admin2), admin3: store.unit(units.admin3))
    }
    return ResolvedPlace(
      id: place.id, name: place.english, arabicName: place.arabic, precision: precision, point: point,
      footprint: footprint,
      uncertaintyKm: (uncertainty * 10).rounded() / 10, admin1: store.unit(place.admin1),
      admin2: store.unit(place.admin2),
      admin3: store.unit(place.admin3))
  }

  private func circle(_ place: Place, precision: PlacePrecision, radius: Double) -> ResolvedPlace {
    base(
      place, precision: precision, point: place.point, footprint: .point(place: place.id, radius: radius),
      uncertainty: radius)
  }

  private func whole(_ place: Place, precision: PlacePrecision) -> ResolvedPlace {
    base(
      place, precision: precision, point: place.point, footprint: .area(place: place.id),
      uncertainty: place.extentKm + (place.kind == .road ? Self.roadHalfWidthKm : 0))
  }

  private func direction(_ place: Place, _ phrase: PlacePhrase) -> ResolvedPlace {
    guard let side = phrase.side, let bearing = side.bearing else {
      return place.kind.isAdmin || place.kind == .region
        ? whole(place, precision: place.kind.precision)
        : circle(place, precision: place.kind.precision, radius: place.extentKm)
    }
    if place.kind == .country { return countryPart(place, side) }
    if place.kind.isAdmin { return part(place, side) }
    if phrase.distanceKm == nil, let wide = sideOfWide(place, side) { return wide }
    let range = Self.bearings(around: bearing, half: phrase.isBank ? 80 : 45)
    if let distance = phrase.distanceKm {
      let slack = max(2, distance * 0.25)
      let near = max(0, distance - slack)
      // «0 كم شرق تدمر» says no more than the place.
      guard distance > 0 else { return circle(place, precision: place.kind.precision, radius: place.extentKm) }
      let point = Geodesic.wgs84.direct(from: place.point, bearing: bearing, distanceKm: distance)
      let narrow = Self.bearings(around: bearing, half: 22.5)
      return base(
        place, precision: .area, point: point,
        footprint: .sector(place: place.id, bearings: narrow, distances: near...(distance + slack)),
        uncertainty: Self.reach(from: distance, half: 22.5, far: distance + slack))
    }
    // The bank opposite a town is no farther than the valley.
    let reach = phrase.isBank ? 8 : unstatedReach(place)
    let point = Geodesic.wgs84.direct(from: place.point, bearing: bearing, distanceKm: reach / 2)
    return base(
      place, precision: .area, point: point, footprint: .sector(place: place.id, bearings: range, distances: 0...reach),
      uncertainty: Self.reach(from: reach / 2, half: phrase.isBank ? 80 : 45, far: reach))
  }

  /// How far the corners of a sector lie from a point in its middle, km: by the law of cosines in the plane, within 0.1 % here.
  private static func reach(from middle: Double, half: Double, far: Double) -> Double {
    let toCorner = (middle * middle + far * far - 2 * middle * far * cos(half * .pi / 180)).squareRoot()
    return max(toCorner, far - middle, middle)
  }

  // A side of what is long or wide has no distance from one point: «شرق الفرات» is its bank, «شرق البادية» the whole of it for all that
  // we know.
  private func sideOfWide(_ place: Place, _ side: CompassSide) -> ResolvedPlace? {
    switch place.kind {
    case .river:
      guard place.id == "euphrates" else { return whole(place, precision: .area) }
      let isLeft = [CompassSide.north, .northEast, .east].contains(side)
      let bank = store[isLeft ? "euphrates-east-bank" : "euphrates-west-bank"] ?? place
      return whole(bank, precision: bank.kind.precision)
    case .road, .region, .badia: return whole(place, precision: place.kind == .region ? .region : .area)
    default: return nil
    }
  }

  private func ring(_ place: Place, _ distance: Double) -> ResolvedPlace {
    let slack = max(2, distance * 0.25)
    return base(
      place, precision: .area, point: place.point,
      footprint: .sector(
        place: place.id, bearings: FootprintExpression.BearingRange(from: 0, to: 360),
        distances: max(0, distance - slack)...(distance + slack)),
      uncertainty: distance + slack)
  }

  private func part(_ place: Place, _ side: CompassSide) -> ResolvedPlace {
    guard let part = store.part(of: place.id, towards: side) else { return whole(place, precision: .area) }
    return base(
      place, precision: .area, point: part.point, footprint: .part(place: place.id, side: side),
      uncertainty: part.extentKm)
  }

  // «شمال شرق سوريا», "north-east Syria", stands in the gazetteer as a region of its own where the press uses it so.
  private func countryPart(_ place: Place, _ side: CompassSide) -> ResolvedPlace {
    let id = "syria-\(side.rawValue)"
    if let region = store[id] { return whole(region, precision: .region) }
    return whole(place, precision: .country)
  }

  private func countryside(_ place: Place, _ phrase: PlacePhrase) -> ResolvedPlace {
    if place.kind.isAdmin || place.kind == .region {
      guard let side = phrase.side, side != .centre else { return whole(place, precision: .area) }
      return part(place, side)
    }
    guard let side = phrase.side, let bearing = side.bearing else {
      return circle(place, precision: .area, radius: Self.countrysideKm)
    }
    let range = Self.bearings(around: bearing, half: 45)
    let point = Geodesic.wgs84.direct(from: place.point, bearing: bearing, distanceKm: Self.countrysideKm / 2)
    return base(
      place, precision: .area, point: point,
      footprint: .sector(place: place.id, bearings: range, distances: 0...Self.countrysideKm),
      uncertainty: Self.countrysideKm * 0.75)
  }

  // Along the course of a road that holds both, else along the shortest line between them.
  private func line(_ a: Place, _ b: Place) -> ResolvedPlace {
    let network = roads.network(of: store)
    let course = network?.course(from: a, to: b)
    let straight = Geodesic.wgs84.inverse(from: a.point, to: b.point)
    let length = course?.lengthKm ?? straight.distanceKm
    let middle =
      course?.middle
      ?? Geodesic.wgs84.direct(from: a.point, bearing: straight.bearing, distanceKm: straight.distanceKm / 2)
    var place = base(
      a, precision: .area, point: middle, footprint: .line(from: a.id, to: b.id, halfWidth: Self.roadHalfWidthKm),
      uncertainty: length / 2 + Self.roadHalfWidthKm)
    // A road that ends at both is what is meant: «طريق دير الزور – تدمر».
    if let course, let whole = network?.course(of: course.roadID), course.lengthKm > whole.lengthKm * 0.9,
      let road = store[course.roadID]
    {
      (place.id, place.name, place.arabicName) = (road.id, road.english, road.arabic)
    } else {
      place.name = "\(a.english) - \(b.english) road"
      place.arabicName = "طريق \(a.arabic) - \(b.arabic)"
    }
    if a.admin1 != b.admin1 { place.admin1 = nil }
    if a.admin2 != b.admin2 { place.admin2 = nil }
    if a.admin3 != b.admin3 { place.admin3 = nil }
    return place
  }
}
