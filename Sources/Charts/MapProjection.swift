internal import Geodesy
internal import Geography

/// Positions to pixels: equirectangular, longitudes shrunk so that shapes are true at the middle latitude.
struct MapProjection {
  /// The frame in pixels from its own upper left corner.
  let width: Double
  let height: Double
  private let box: BoundingBox
  private let pixelsPerDegreeEast: Double
  private let pixelsPerDegreeNorth: Double
  /// Pixels to a km at the middle latitude.
  let pixelsPerKm: Double

  /// Fits a box into a width; nil for a box without extent.
  init?(_ box: BoundingBox, width: Double, padding: Double) {
    let middle = (box.south + box.north) / 2
    func at(_ longitude: Double, _ latitude: Double) -> Coordinate {
      Coordinate(longitude: longitude, latitude: latitude)
    }
    // A hundredth of a degree either way: the lengths there are those of the place.
    let east = Geodesic.wgs84.distanceKm(from: at(0, middle), to: at(0.01, middle)) * 100
    let north = Geodesic.wgs84.distanceKm(from: at(0, middle - 0.005), to: at(0, middle + 0.005)) * 100
    let inner = width - 2 * padding
    guard box.east > box.west, box.north > box.south, inner > 0, east > 0, north > 0 else { return nil }
    // A tall box would give a picture of several screens: its width gives way.
    let span = max((box.east - box.west) * east, (box.north - box.south) * north / 1.5)
    pixelsPerKm = inner / span
    pixelsPerDegreeEast = pixelsPerKm * east
    pixelsPerDegreeNorth = pixelsPerKm * north
    self.width = width
    height = (box.north - box.south) * pixelsPerDegreeNorth + 2 * padding
    self.box = box
    offset = (padding + (inner - (box.east - box.west) * pixelsPerDegreeEast) / 2, padding)
  }

  private let offset: (x: Double, y: Double)

  /// Where a position lies, pixels from the frame's upper left corner.
  func pixel(_ position: Coordinate) -> MapPixel {
    MapPixel(
      x: offset.x + (position.longitude - box.west) * pixelsPerDegreeEast,
      y: offset.y + (box.north - position.latitude) * pixelsPerDegreeNorth)
  }

  /// The path of a geometry's polygons and lines; empty when it has none.
  func path(_ geometry: Geometry) -> String {
    switch geometry {
    case .polygon(let polygon):
      ([polygon.exterior] + polygon.holes).map { path($0.coordinates, isClosed: true) }.joined()
    case .multiPolygon(let polygons): polygons.map { path(.polygon($0)) }.joined()
    case .lineString(let line): path(line, isClosed: false)
    case .multiLineString(let lines): lines.map { path($0, isClosed: false) }.joined()
    case .collection(let parts): parts.map(path).joined()
    case .point, .multiPoint: ""
    }
  }

  /// Pixels along a geometry's rings, at most 4 apart.
  func outline(_ geometry: Geometry) -> [MapPixel] {
    switch geometry {
    case .polygon(let polygon):
      return ([polygon.exterior] + polygon.holes).flatMap { ring in
        let pixels = ring.coordinates.map(pixel)
        return zip(pixels, pixels.dropFirst()).flatMap { (a: MapPixel, b: MapPixel) -> [MapPixel] in
          let steps = max(1, Int((max(abs(b.x - a.x), abs(b.y - a.y)) / 4).rounded(.up)))
          return (0..<steps).map { step in
            let share = Double(step) / Double(steps)
            return MapPixel(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share)
          }
        }
      }
    case .multiPolygon(let polygons): return polygons.flatMap { outline(.polygon($0)) }
    case .collection(let parts): return parts.flatMap(outline)
    case .point, .multiPoint, .lineString, .multiLineString: return []
    }
  }

  private func path(_ positions: [Coordinate], isClosed: Bool) -> String {
    var result = ""
    var last: (String, String)?
    for position in isClosed ? positions.dropLast() : positions[...] {
      let pixel = pixel(position)
      let next = (SVGText.number(pixel.x), SVGText.number(pixel.y))
      // Detail below a tenth of a pixel is one and the same corner.
      if let last, last == next { continue }
      result += "\(last == nil ? "M" : "L")\(next.0) \(next.1)"
      last = next
    }
    return isClosed && last != nil ? result + "Z" : result
  }
}

/// A place in the picture, pixels to the right and downwards.
struct MapPixel: Hashable {
  var x: Double
  var y: Double
}
