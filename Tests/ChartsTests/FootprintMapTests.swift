import Charts
import Foundation
import Gazetteer
import Geography
import Incidents
import Tables
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("A map shows footprints on their regions")
struct FootprintMapTests {
  private static let phrases = [
    ("شرق السخنة بـ 20 كم", "sector;sukhnah;67.5-112.5;15-25km"), ("ريف حماة الشرقي", "part;SY05;east"),
    ("طريق تدمر – دير الزور", "line;tadmur;dayr-az-zawr;5km"), ("بادية الشولا", "area;badia-shula"),
    ("البادية السورية", "area;badia"),
  ]

  private static let map = Result {
    let drawing = FootprintDrawing(store: try PlaceStore(tables: .embedded), tables: .embedded)
    let entries = try phrases.map { arabic, expression in
      let drawn = try #require(FootprintExpression(expression).flatMap { try drawing.drawn($0) })
      return FootprintMap.Entry(
        arabic: arabic, latin: expression, ground: drawn.ground, point: drawn.point, uncertaintyKm: drawn.reachKm)
    }
    let regions = try RegionSet.governorates(tables: .embedded)
      .map { FootprintMap.Region(name: $0.name, geometry: $0.geometry) }
    return FootprintMap(regions: regions, entries: entries, title: "Five phrases as footprints")
  }

  private func square(_ west: Double, _ south: Double, _ size: Double) throws -> Geometry {
    let corners = [
      (west, south), (west + size, south), (west + size, south + size), (west, south + size), (west, south),
    ]
    return .polygon(Polygon(exterior: try LinearRing(corners.map { Coordinate(longitude: $0.0, latitude: $0.1) })))
  }

  private func entry(_ arabic: String, _ latin: String, _ west: Double, _ south: Double, _ size: Double) throws
    -> FootprintMap.Entry
  {
    FootprintMap.Entry(
      arabic: arabic, latin: latin, ground: try square(west, south, size),
      point: Coordinate(longitude: west + size / 2, latitude: south + size / 2), uncertaintyKm: 12.4)
  }

  @Test("Five phrases give well-formed XML with every phrase, governorate, the scale and the source")
  func fivePhrases() throws {
    let svg = try Self.map.get().svg()
    let drawing = try Drawing(svg)
    for (arabic, expression) in Self.phrases {
      #expect(
        drawing.texts.contains { $0.content == "\u{200F}\(arabic)\u{200F}" && $0.attributes["direction"] == "rtl" })
      #expect(drawing.texts.contains { $0.content.hasPrefix(expression) })
    }
    for region in try RegionSet.governorates(tables: .embedded) {
      #expect(drawing.texts.contains { $0.content == region.name }, "\(region.name) has no room")
    }
    #expect(drawing.texts.contains { $0.content == "100 km" })
    #expect(drawing.texts.contains { $0.content.contains("OCHA COD-AB") })
    // 14 governorates and 5 footprints.
    #expect(drawing.areas.count == 19)
    #expect(svg.utf8.count < 100_000)
  }

  @Test("The same input gives the same bytes")
  func deterministic() throws {
    let map = try Self.map.get()
    #expect(map.svg() == map.svg())
  }

  @Test("No label lies on another")
  func labels() throws {
    let drawing = try Drawing(try Self.map.get().svg())
    // The halo of a name has the place of the name itself.
    let texts = drawing.texts.filter { $0.attributes["stroke"] == nil }
    let boxes = texts.map { text -> (String, ClosedRange<Double>, ClosedRange<Double>) in
      let size = Double(text.attributes["font-size"] ?? "") ?? 0
      let (x, y) = (Double(text.attributes["x"] ?? "") ?? 0, Double(text.attributes["y"] ?? "") ?? 0)
      let width = Double(text.content.unicodeScalars.count) * size * 0.55
      let left: Double
      switch (text.attributes["text-anchor"], text.attributes["direction"]) {
      case ("middle", _): left = x - width / 2
      case ("start", "rtl"): left = x - width
      default: left = x
      }
      return (text.content, left...(left + width), (y - size * 0.7)...y)
    }
    #expect(boxes.count == 14 + 5 * 4 + 2)
    for (index, box) in boxes.enumerated() {
      #expect(box.1.lowerBound >= 0 && box.1.upperBound <= 960, "\(box.0) leaves the picture")
      for other in boxes[(index + 1)...] {
        #expect(!(box.1.overlaps(other.1) && box.2.overlaps(other.2)), "\(box.0) lies on \(other.0)")
      }
    }
  }

  @Test("Lengths are true at the middle latitude: a square on the ground is one in the picture, the bar is 100 km")
  func scale() throws {
    // At 60° a degree of longitude is half as long as one of latitude: 55.80 against 111.41 km.
    let region = FootprintMap.Region(name: "", geometry: try square(10, 58, 4))
    let drawing = try Drawing(FootprintMap(regions: [region], entries: [], title: "").svg())
    let corners = try #require(drawing.areas.first)
    let width = try #require(corners.map(\.0).max()) - (try #require(corners.map(\.0).min()))
    let height = try #require(corners.map(\.1).max()) - (try #require(corners.map(\.1).min()))
    #expect(abs(width / height - 55.80 / 111.41) < 0.001)
    let bar = try #require(drawing.lines.first)
    let length = try #require(bar.map(\.0).max()) - (try #require(bar.map(\.0).min()))
    #expect(abs(length / height - 100 / (4 * 111.41)) < 0.001)
  }

  @Test("Text is escaped, and cannot turn the direction of what follows")
  func escaping() throws {
    let map = FootprintMap(
      regions: [FootprintMap.Region(name: "R<&>", geometry: try square(36, 34, 2))],
      entries: [try entry("<script>&\"'\u{202E}\u{0}", "a & b < c \u{FFFF}", 36.5, 34.5, 0.5)], title: "<t> & \"u\"",
      source: "s & t")
    let svg = map.svg()
    #expect(!svg.contains("<script") && !svg.contains("\u{202E}") && !svg.contains("\u{0}"))
    let drawing = try Drawing(svg)
    #expect(drawing.texts.contains { $0.content == "\u{200F}<script>&\"'\u{200F}" })
    #expect(drawing.texts.contains { $0.content == "R<&>" })
    #expect(drawing.texts.contains { $0.content == "s & t" })
    #expect(drawing.texts.contains { $0.content == "a & b < c   ·  ±12 km" })
  }

  @Test("The larger footprint is drawn below the smaller, whatever their order; more than six are told apart by number")
  func order() throws {
    let entries = try (0..<8).map { try entry("م", "e\($0)", 36 + Double($0) * 0.1, 34, 0.3 + Double($0) * 0.1) }
    let map = FootprintMap(regions: [], entries: entries, title: "")
    let drawing = try Drawing(map.svg())
    let sizes = try drawing.areas.map { area in
      try #require(area.map(\.0).max()) - (try #require(area.map(\.0).min()))
    }
    #expect(sizes.count == 8 && sizes == sizes.sorted(by: >))
    for number in 1...8 { #expect(drawing.texts.contains { $0.content == "\(number)" }) }
  }

  @Test("Nothing to draw gives a legend alone; roads are lines; points have no area")
  func sparse() throws {
    let empty = try Drawing(FootprintMap(regions: [], entries: [], title: "nothing").svg())
    #expect(empty.areas.isEmpty && empty.texts.count == 1)
    let line = [Coordinate(longitude: 36, latitude: 34), Coordinate(longitude: 37, latitude: 35)]
    let point = FootprintMap.Entry(
      arabic: "تدمر", latin: "Palmyra", ground: .point(line[0]), point: line[0], uncertaintyKm: 0)
    let map = FootprintMap(
      regions: [FootprintMap.Region(name: "x", geometry: try square(36, 34, 1))], roads: [line], entries: [point],
      title: "")
    let drawing = try Drawing(map.svg())
    #expect(drawing.areas.count == 1)
    // A road from corner to corner, the line to the number, and a bar of 20 km: the square is 92 km wide.
    #expect(drawing.lines.count == 3)
    #expect(drawing.texts.contains { $0.content == "20 km" })
  }
}

/// What an XML parser finds in an SVG.
private final class Drawing: NSObject, XMLParserDelegate {
  struct Text {
    let attributes: [String: String]
    var content = ""
  }

  private(set) var texts: [Text] = []
  /// The corners of closed paths, pixels.
  private(set) var areas: [[(Double, Double)]] = []
  /// Those of open ones.
  private(set) var lines: [[(Double, Double)]] = []
  private var isInText = false

  init(_ svg: String) throws {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    try #require(parser.parse(), "\(String(describing: parser.parserError)) in line \(parser.lineNumber)")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    if name == "text" {
      texts.append(Text(attributes: attributes))
      isInText = true
    }
    guard name == "path", let data = attributes["d"] else { return }
    let corners = data.split { "MLZ".contains($0) }.map { pair -> (Double, Double) in
      let numbers = pair.split(separator: " ").compactMap { Double($0) }
      return numbers.count == 2 ? (numbers[0], numbers[1]) : (.nan, .nan)
    }
    if data.hasSuffix("Z") { areas.append(corners) } else { lines.append(corners) }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    if isInText { texts[texts.count - 1].content += characters }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    if name == "text" { isInText = false }
  }
}
