internal import Geodesy
internal import Geography
internal import Topology

/// Turns formulas into polygons, each named area and each costly step once.
struct AreaEvaluation: ~Copyable {
  private let units: [String: Geometry]
  private let lines: [String: OwnLine]
  private let formulas: [String: AreaFormula]
  private let context: GEOSContext
  private var known: [AreaFormula: Geometry] = [:]
  // The areas that wait for one another: an area cannot be made of itself.
  private var pending: [String] = []

  /// What generalising takes from the rounded edge of ``AreaFormula/near(_:km:)``: triangles below the square of it, degrees.
  private static let edgeTolerance = 0.003

  /// Why a formula has no polygon.
  struct Fault: Error {
    var message: String
  }

  init(units: [String: Geometry], lines: [OwnLine], formulas: [String: AreaFormula]) throws(Fault) {
    self.units = units
    self.lines = Dictionary(lines.map { ($0.id, $0) }) { first, _ in first }
    self.formulas = formulas
    do throws(TopologyError) {
      context = try GEOSContext()
    } catch {
      throw Fault(message: "\(error)")
    }
  }

  /// The geometry of a formula: areas, or a line where it is one.
  mutating func geometry(_ formula: AreaFormula) throws(Fault) -> Geometry {
    if let known = known[formula] { return known }
    let result: Geometry
    do {
      result = try make(formula)
    } catch let fault as Fault {
      throw fault
    } catch {
      throw Fault(message: "\(error)")
    }
    known[formula] = result
    return result
  }

  private mutating func make(_ formula: AreaFormula) throws -> Geometry {
    switch formula {
    case .name(let name): return try named(name)
    case .union(let a, let b):
      let (a, b) = (try geometry(a), try geometry(b))
      return try context.union(of: [a, b]).ground
    case .difference(let a, let b):
      let (a, b) = (try geometry(a), try geometry(b))
      return try context.difference(a, b).ground
    case .intersection(let a, let b):
      let (a, b) = (try geometry(a), try geometry(b))
      let both = try context.intersection(a, b)
      // A line cut by an area stays a line; of two areas only their ground counts.
      return a.polygonParts.isEmpty || b.polygonParts.isEmpty ? both : both.ground
    case .near(let inner, let km): return try near(geometry(inner), km)
    case .circle(let centre, let km):
      return .polygon(try Geodesic.wgs84.circle(around: centre, radiusKm: km, segments: 72))
    case .leftOf(let name): return try context.intersection(named("SY"), side(name)).ground
    case .rightOf(let name): return try context.difference(named("SY"), side(name)).ground
    case .box(let box):
      let corners = [
        box.southWest, Coordinate(longitude: box.east, latitude: box.south), box.northEast,
        Coordinate(longitude: box.west, latitude: box.north), box.southWest,
      ]
      return .polygon(Polygon(exterior: try LinearRing(corners)))
    }
  }

  private mutating func named(_ name: String) throws -> Geometry {
    if let unit = units[name] { return unit }
    if let line = lines[name] { return line.geometry }
    if name == "SY" {
      let governorates = units.keys.filter { $0.utf8.count == 4 }.sorted().compactMap { units[$0] }
      let country = try known[.name(name)] ?? context.union(of: governorates).ground
      known[.name(name)] = country
      return country
    }
    guard let formula = formulas[name] else {
      throw Fault(message: "\"\(name)\" is no unit of the boundaries given, no area and no own line")
    }
    guard !pending.contains(name) else {
      throw Fault(message: "it is made of itself: \((pending + [name]).joined(separator: " from "))")
    }
    pending.append(name)
    defer { pending.removeLast() }
    return try geometry(formula)
  }

  // Everything on the left of a line, far beyond the country.
  private func side(_ name: String) throws -> Geometry {
    guard let line = lines[name], case .lineString(let course) = line.geometry, line.leftSide.count >= 2,
      let start = course.first
    else {
      throw Fault(message: "\"\(name)\" is no line with sides; give it the property \"left\" in lines.geojson")
    }
    return .polygon(Polygon(exterior: try LinearRing(course + line.leftSide + [start])))
  }

  // An edge is straight on the map: over a hundred km the shortest line on the ground leaves it by some 100 m, over ten by 1.
  private static func inShortSteps(_ course: [Coordinate]) -> [Coordinate] {
    guard var last = course.first else { return [] }
    var result = [last]
    for next in course.dropFirst() {
      let (east, north) = (next.longitude - last.longitude, next.latitude - last.latitude)
      let count = max(1, Int((max(abs(east), abs(north)) / 0.1).rounded(.up)))
      for step in 1..<count {
        let share = Double(step) / Double(count)
        result.append(Coordinate(longitude: last.longitude + east * share, latitude: last.latitude + north * share))
      }
      result.append(next)
      last = next
    }
    return result
  }

  private func near(_ geometry: Geometry, _ km: Double) throws -> Geometry {
    var parts: [Geometry] = geometry.polygonParts.map { .polygon($0) }
    for course in geometry.courses.map(Self.inShortSteps) {
      for (start, end) in zip(course, course.dropFirst()) where start != end {
        parts.append(.polygon(try Geodesic.wgs84.strip(from: start, to: end, halfWidthKm: km)))
      }
      if let only = course.first, course.count == 1 {
        parts.append(.polygon(try Geodesic.wgs84.circle(around: only, radiusKm: km)))
      }
    }
    let whole = try context.union(of: parts).ground
    return CoverageSimplifier(toleranceDegrees: Self.edgeTolerance).simplified([whole])[0]
  }
}

extension Geometry {
  /// The lines of which the geometry or its edge consists; a point is a line of one position.
  fileprivate var courses: [[Coordinate]] {
    switch self {
    case .point(let position): [[position]]
    case .multiPoint(let positions): positions.map { [$0] }
    case .lineString(let positions): [positions]
    case .multiLineString(let lines): lines
    case .polygon(let polygon): ([polygon.exterior] + polygon.holes).map(\.coordinates)
    case .multiPolygon(let polygons): polygons.flatMap { Geometry.polygon($0).courses }
    case .collection(let parts): parts.flatMap(\.courses)
    }
  }
}
