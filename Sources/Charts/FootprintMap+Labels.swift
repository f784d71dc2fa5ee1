internal import Geography

// Points, numbers and names on the map.
extension FootprintMap {
  func drawLabels(_ projection: MapProjection, _ svg: inout SVGText) {
    let lines = (entries.map(\.ground) + regions.map(\.geometry)).flatMap { projection.outline($0) }
    var labels = MapLabels(width: projection.width, height: projection.height, avoiding: lines)
    let points = entries.map { projection.pixel($0.point) }
    for point in points { labels.take(MapLabels.Box(around: point, width: 9, height: 9)) }
    // The corner of the scale bar.
    let scale = projection.pixelsPerKm * (Self.scaleKm(projection) ?? 0) + 40
    labels.take(
      MapLabels.Box(
        around: MapPixel(x: projection.width - scale / 2, y: projection.height - 25), width: scale, height: 50))
    let numbers = points.map { point in
      labels.place(width: 18, height: 18, at: MapLabels.around(point, distances: [15, 19, 24, 30, 38]))
    }
    for region in regions where !region.name.isEmpty { drawName(region, projection, &labels, &svg) }
    for (index, point) in points.enumerated() {
      let colour = Self.colour(index)
      let (x, y) = (SVGText.number(point.x), SVGText.number(point.y))
      if let number = numbers[index] {
        let (toX, toY) = (SVGText.number(number.x), SVGText.number(number.y))
        svg.line("<path d=\"M\(x) \(y)L\(toX) \(toY)\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"1.2\"/>")
        drawNumber(index, at: number, &svg)
      }
      svg.line(
        "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"3.4\" fill=\"\(colour)\" stroke=\"#ffffff\" stroke-width=\"1.2\"/>")
    }
  }

  /// A footprint's number on its colour.
  func drawNumber(_ index: Int, at middle: MapPixel, _ svg: inout SVGText) {
    let (x, y) = (SVGText.number(middle.x), SVGText.number(middle.y))
    svg.line(
      "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"8.5\" fill=\"\(Self.colour(index))\" stroke=\"#ffffff\" "
        + "stroke-width=\"1.2\"/>")
    svg.element(
      "text",
      "x=\"\(x)\" y=\"\(SVGText.number(middle.y + 4))\" font-size=\"11.5\" font-weight=\"bold\" fill=\"#ffffff\" "
        + "text-anchor=\"middle\"", "\(index + 1)")
  }

  private func drawName(
    _ region: Region, _ projection: MapProjection, _ labels: inout MapLabels, _ svg: inout SVGText
  ) {
    guard let middle = Self.middle(of: region.geometry) else { return }
    let size = 11.0
    // Letters of such a font are some 0.58 of its size wide, with a little air around.
    let width = Double(region.name.unicodeScalars.count) * size * 0.58 + 12
    let pixel = projection.pixel(middle)
    let outline = projection.outline(region.geometry)
    // A little off, a name may stand beside a region that is smaller than it; far off it must lie in its own.
    let candidates =
      MapLabels.around(pixel, distances: [0, 9, 18, 28])
      + MapLabels.around(pixel, distances: [38, 54, 70]).filter { Self.lies($0, within: outline) }
    guard let place = labels.place(width: width, height: size + 6, at: candidates) else { return }
    let attributes =
      "x=\"\(SVGText.number(place.x))\" y=\"\(SVGText.number(place.y + 4))\" font-size=\"\(SVGText.number(size))\" "
      + "text-anchor=\"middle\""
    svg.element(
      "text", attributes + " fill=\"#ffffff\" stroke=\"#ffffff\" stroke-width=\"2.4\" stroke-opacity=\"0.75\"",
      region.name)
    svg.element("text", attributes + " fill=\"#6a6558\"", region.name)
  }

  // Even and odd crossings of a line to the right, by the pixels of the outline: they stand 4 apart at the most, so what
  // joins one ring's end to the next one's start is seldom crossed, and a wrong answer costs a label's place only.
  private static func lies(_ pixel: MapPixel, within outline: [MapPixel]) -> Bool {
    var isInside = false
    for (a, b) in zip(outline, outline.dropFirst() + outline.prefix(1)) where (a.y > pixel.y) != (b.y > pixel.y) {
      if pixel.x < a.x + (pixel.y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
    }
    return isInside
  }

  /// A position for a name: the middle of the widest stretch of the largest ring on one of some parallels.
  static func middle(of geometry: Geometry) -> Coordinate? {
    let rings: [LinearRing]
    switch geometry {
    case .polygon(let polygon): rings = [polygon.exterior]
    case .multiPolygon(let polygons): rings = polygons.map(\.exterior)
    default: return nil
    }
    guard let ring = rings.max(by: { abs($0.doubledSignedArea) < abs($1.doubledSignedArea) }),
      let box = BoundingBox(around: ring.coordinates)
    else { return nil }
    var best: (width: Double, position: Coordinate)?
    // The middle parallels count more: a name at a region's tip belongs to nothing.
    for (share, weight) in [(0.5, 1.0), (0.42, 0.92), (0.58, 0.92), (0.34, 0.8), (0.66, 0.8)] {
      let latitude = box.south + (box.north - box.south) * share
      var crossings: [Double] = []
      for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst())
      where (a.latitude > latitude) != (b.latitude > latitude) {
        crossings.append(
          a.longitude + (latitude - a.latitude) / (b.latitude - a.latitude) * (b.longitude - a.longitude))
      }
      crossings.sort()
      for index in stride(from: 0, to: crossings.count - 1, by: 2) {
        let width = (crossings[index + 1] - crossings[index]) * weight
        if width > best?.width ?? 0 {
          let longitude = (crossings[index] + crossings[index + 1]) / 2
          best = (width, Coordinate(longitude: longitude, latitude: latitude))
        }
      }
    }
    return best?.position
  }
}
