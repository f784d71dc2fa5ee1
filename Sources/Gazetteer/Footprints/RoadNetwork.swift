internal import Geodesy
internal import Geography
package import Tables

/// The roads of the gazetteer as lines: `Gazetteer/roads.tsv`, vertices in the order of travel.
///
/// Roads are not joined at crossings: what is asked for lies on one road or on none.
package struct RoadNetwork: Sendable {
  /// A road with its vertices.
  struct Road {
    let id: String
    var line: [Coordinate] = []
    /// The vertices that are places, by id.
    var places: [String: Int] = [:]
    var lastOrdinal = 0
    let firstLine: Int
  }

  private(set) var roads: [Road] = []
  private var positions: [String: Int] = [:]

  /// Beyond a place's own extent, how far it may lie from a road that is said to hold it, km: the ring road of a town, the
  /// turn-off of a village.
  static let besideKm = 3.0
  /// A course longer than this many times the straight line between two places (plus 20 km) is not the way between them.
  private static let greatestDetour = 2.0

  /// Reads the table; vertices that name a place take its point.
  /// - Throws: ``TableFault`` naming the line: a place that is not known, a vertex without a position, ordinals out of order,
  ///   a road of one vertex.
  package init(tables: TableSet, store: PlaceStore) throws(TableFault) {
    let table = try tables.table(
      "roads.tsv", requiring: ["road_id", "ordinal", "place_id", "latitude", "longitude"])
    var fault: TableFault?
    table.forEachRow { row in
      guard fault == nil else { return }
      do throws(TableFault) {
        try read(row, store)
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
    if let short = roads.first(where: { $0.line.count < 2 }) {
      throw TableFault(
        file: table.name, line: short.firstLine, message: "road \"\(short.id)\" needs at least two vertices, found one")
    }
  }

  private mutating func read(_ row: borrowing Table.Row, _ store: PlaceStore) throws(TableFault) {
    let id = row.text("road_id")
    guard !id.isEmpty else { throw row.fault("road_id is empty") }
    guard let ordinal = Int(row.text("ordinal")), ordinal > 0 else {
      throw row.fault("expected an ordinal of 1 or more, found \"\(row.text("ordinal"))\"")
    }
    let place = row.text("place_id")
    let position: Coordinate
    if !place.isEmpty {
      guard let known = store[place] else { throw row.fault("there is no place \"\(place)\"") }
      position = known.point
    } else if let column = row.table.column("latitude"), let other = row.table.column("longitude"),
      let latitude = row.double(column), let longitude = row.double(other)
    {
      position = Coordinate(longitude: longitude, latitude: latitude)
      guard position.isValid else {
        throw row.fault("expected degrees of WGS 84, found latitude \(latitude), longitude \(longitude)")
      }
    } else {
      throw row.fault("a vertex needs a place_id, or latitude and longitude")
    }
    let index = positions[id] ?? roads.count
    if index == roads.count {
      roads.append(Road(id: id, firstLine: row.line))
      positions[id] = index
    }
    guard ordinal > roads[index].lastOrdinal else {
      throw row.fault("ordinal \(ordinal) of road \"\(id)\" stands behind \(roads[index].lastOrdinal)")
    }
    roads[index].lastOrdinal = ordinal
    if !place.isEmpty { roads[index].places[place] = roads[index].line.count }
    roads[index].line.append(position)
  }

  /// The whole course of a road; nil when the table has none of that id.
  package func course(of roadID: String) -> RoadCourse? {
    positions[roadID].map { RoadCourse(roadID: roadID, line: roads[$0].line) }
  }

  /// The course from one place to another along a road that holds both, or comes by both; nil when none does.
  ///
  /// A road of which both are vertices goes before one that only comes by, then the shorter course before the longer.
  /// - Complexity: O(*n*) for *n* vertices of the table.
  package func course(from a: Place, to b: Place) -> RoadCourse? {
    guard a.id != b.id else { return nil }
    let straight = Geodesic.wgs84.distanceKm(from: a.point, to: b.point)
    let (eastOfA, eastOfB) = (Self.kmOfDegree(eastOf: a), Self.kmOfDegree(eastOf: b))
    var best: (course: RoadCourse, rank: (Int, Double))?
    for road in roads {
      guard let start = road.station(of: a, kmOfDegree: eastOfA), let end = road.station(of: b, kmOfDegree: eastOfB)
      else { continue }
      let course = RoadCourse(roadID: road.id, line: road.line(from: start, to: end))
      let length = course.lengthKm
      guard length > 0, length <= straight * Self.greatestDetour + 20, length >= straight * 0.5 else { continue }
      let rank = ((start.isVertex ? 0 : 1) + (end.isVertex ? 0 : 1), length)
      if let best, best.rank <= rank { continue }
      best = (course, rank)
    }
    return best?.course
  }

  /// How many km a degree of longitude takes at a place.
  private static func kmOfDegree(eastOf place: Place) -> Double {
    let east = Coordinate(longitude: place.point.longitude + 0.1, latitude: place.point.latitude)
    return Geodesic.wgs84.distanceKm(from: place.point, to: east) * 10
  }
}

extension RoadNetwork.Road {
  /// Where along a road something lies: behind so many vertices, at a share of the way to the next.
  struct Station {
    let segment: Int
    let share: Double
    let position: Coordinate
    /// True for a vertex that is the place itself, not the nearest position to it.
    let isVertex: Bool
  }

  /// The station of a place: its vertex, else the nearest position when that is near enough.
  /// - Parameter kmOfDegree: how many km a degree of longitude takes at the place.
  func station(of place: Place, kmOfDegree east: Double) -> Station? {
    if let index = places[place.id] {
      return Station(segment: index, share: 0, position: line[index], isVertex: true)
    }
    let limit = place.extentKm + RoadNetwork.besideKm
    // A plane around the place, in km; over the some 10 km that matter it is exact to metres.
    let north = 111.2
    var nearest: (distance: Double, station: Station)?
    for index in line.indices.dropLast() {
      let (start, end) = (line[index], line[index + 1])
      let x = (start.longitude - place.point.longitude) * east
      let y = (start.latitude - place.point.latitude) * north
      let dx = (end.longitude - start.longitude) * east
      let dy = (end.latitude - start.latitude) * north
      let square = dx * dx + dy * dy
      let share = square > 0 ? min(1, max(0, -(x * dx + y * dy) / square)) : 0
      let (awayX, awayY) = (x + share * dx, y + share * dy)
      let distance = (awayX * awayX + awayY * awayY).squareRoot()
      guard distance <= limit, distance < nearest?.distance ?? .infinity else { continue }
      let position = Coordinate(
        longitude: start.longitude + share * (end.longitude - start.longitude),
        latitude: start.latitude + share * (end.latitude - start.latitude))
      nearest = (distance, Station(segment: index, share: share, position: position, isVertex: false))
    }
    return nearest?.station
  }

  /// The positions from one station to another, in that order.
  func line(from start: Station, to end: Station) -> [Coordinate] {
    if (start.segment, start.share) > (end.segment, end.share) { return line(from: end, to: start).reversed() }
    let between = start.segment < end.segment ? Array(line[(start.segment + 1)...end.segment]) : []
    var positions = [start.position]
    for position in between + [end.position] where position != positions.last { positions.append(position) }
    return positions
  }
}
