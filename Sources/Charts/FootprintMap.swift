package import Geography

/// A map of footprints on the regions they lie in: what "uncertain" means, as a picture.
///
/// It is drawn the same in browsers, Inkscape and LibreOffice: attributes instead of style sheets, no scripts, no filters,
/// halos as strokes of their own. The same input gives the same bytes.
package struct FootprintMap: Sendable {
  /// A region of the base map.
  package struct Region: Sendable {
    /// The name on the map; empty for none.
    package var name: String
    /// Polygon or multipolygon, WGS 84.
    package var geometry: Geometry

    /// Creates a region from its name and its polygon, WGS 84.
    package init(name: String, geometry: Geometry) {
      self.name = name
      self.geometry = geometry
    }
  }

  /// A footprint with what the legend says of it.
  package struct Entry: Sendable {
    /// The phrase, in Arabic.
    package var arabic: String
    /// What it was read as, in Latin letters: a gloss, or the footprint's expression.
    package var latin: String
    /// The footprint, WGS 84.
    package var ground: Geometry
    /// Its representative point, WGS 84.
    package var point: Coordinate
    /// How far it reaches from the point, km.
    package var uncertaintyKm: Double

    /// Creates an entry; the uncertainty is in km, positions are WGS 84.
    package init(arabic: String, latin: String, ground: Geometry, point: Coordinate, uncertaintyKm: Double) {
      self.arabic = arabic
      self.latin = latin
      self.ground = ground
      self.point = point
      self.uncertaintyKm = uncertaintyKm
    }
  }

  /// The source of this project's boundaries, as their licence wants it named.
  package static let boundarySource = "Boundaries: OCHA COD-AB Syria (CC BY-IGO), generalised"

  let regions: [Region]
  let roads: [[Coordinate]]
  let entries: [Entry]
  let title: String
  let source: String
  /// The picture's width in pixels.
  static let width = 960.0

  /// Prepares a map.
  /// - Parameters:
  ///   - roads: lines of the base map, WGS 84.
  ///   - title: what the picture shows, for readers who do not see it.
  ///   - source: the line at the bottom.
  package init(
    regions: [Region], roads: [[Coordinate]] = [], entries: [Entry], title: String,
    source: String = FootprintMap.boundarySource
  ) {
    self.regions = regions
    self.roads = roads
    self.entries = entries
    self.title = title
    self.source = source
  }

  /// The map as an SVG document, UTF-8.
  package func svg() -> String {
    let projection = box.flatMap { MapProjection($0, width: Self.width, padding: 14) }
    let mapHeight = projection?.height ?? 0
    let height = mapHeight + Self.legendHeight(entries.count)
    var svg = SVGText()
    svg.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    let size = "\(SVGText.number(Self.width)) \(SVGText.number(height))"
    svg.line(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"\(SVGText.number(Self.width))\" "
        + "height=\"\(SVGText.number(height))\" viewBox=\"0 0 \(size)\" role=\"img\" "
        + "font-family=\"\(Self.fonts)\">")
    svg.element("title", "", title)
    svg.line("<rect x=\"0\" y=\"0\" width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>")
    if let projection {
      drawMap(projection, &svg)
      drawLabels(projection, &svg)
    }
    drawLegend(top: mapHeight, &svg)
    svg.line("</svg>")
    return svg.text
  }

  /// Regions and footprints together.
  private var box: BoundingBox? {
    let boxes = (regions.map(\.geometry) + entries.map(\.ground)).compactMap(\.boundingBox)
    return BoundingBox(around: boxes.flatMap { [$0.southWest, $0.northEast] })
  }

  private func drawMap(_ projection: MapProjection, _ svg: inout SVGText) {
    let frame = "width=\"\(SVGText.number(projection.width))\" height=\"\(SVGText.number(projection.height))\""
    svg.line("<rect x=\"0\" y=\"0\" \(frame) fill=\"#eaf1f5\"/>")
    svg.line("<g fill=\"#f8f5ec\" stroke=\"#a8a294\" stroke-width=\"0.8\" stroke-linejoin=\"round\">")
    for region in regions { path(projection.path(region.geometry), "fill-rule=\"evenodd\"", &svg) }
    svg.line("</g>")
    svg.line("<g fill=\"none\" stroke=\"#c9bfa8\" stroke-width=\"1\" stroke-linejoin=\"round\">")
    for road in roads { path(projection.path(.lineString(road)), "", &svg) }
    svg.line("</g>")
    // The largest first, so that none hides a smaller one.
    for index in entries.indices.sorted(by: { (extent($0), $1) > (extent($1), $0) }) {
      let colour = Self.colour(index)
      path(
        projection.path(entries[index].ground),
        "fill=\"\(colour)\" fill-opacity=\"0.3\" fill-rule=\"evenodd\" stroke=\"\(colour)\" stroke-width=\"1.6\" "
          + "stroke-linejoin=\"round\"", &svg)
    }
    drawScale(projection, &svg)
  }

  private func extent(_ index: Int) -> Double {
    guard let box = entries[index].ground.boundingBox else { return 0 }
    return (box.east - box.west) * (box.north - box.south)
  }

  private func path(_ data: String, _ attributes: String, _ svg: inout SVGText) {
    guard !data.isEmpty else { return }
    svg.line("<path d=\"\(data)\"\(attributes.isEmpty ? "" : " ")\(attributes)/>")
  }

  /// The length of the scale bar, km: 100, or less on a map of less.
  static func scaleKm(_ projection: MapProjection) -> Double? {
    [100, 50, 20, 10, 5, 2, 1].first { projection.pixelsPerKm * $0 < projection.width * 0.4 }
  }

  private func drawScale(_ projection: MapProjection, _ svg: inout SVGText) {
    guard let km = Self.scaleKm(projection) else { return }
    let length = projection.pixelsPerKm * km
    let (right, y) = (projection.width - 24, projection.height - 22)
    let (from, to, line) = (SVGText.number(right - length), SVGText.number(right), SVGText.number(y))
    svg.line(
      "<path d=\"M\(from) \(SVGText.number(y - 5))L\(from) \(line)L\(to) \(line)L\(to) \(SVGText.number(y - 5))\" "
        + "fill=\"none\" stroke=\"#444444\" stroke-width=\"1.4\"/>")
    svg.element(
      "text",
      "x=\"\(SVGText.number(right - length / 2))\" y=\"\(SVGText.number(y - 8))\" font-size=\"12\" fill=\"#444444\" "
        + "text-anchor=\"middle\"", "\(SVGText.number(km)) km")
  }
}
