import Gazetteer
import Geodesy
import Geography
import Incidents
import Tables
import TestFolders
import Testing
import Topology

/// The gazetteer's tables and what tests ask of ground drawn with them.
enum Drawn {
  static let store = Result { try PlaceStore(tables: .embedded) }

  static func drawing(_ tables: TableSet = .embedded) throws -> FootprintDrawing {
    FootprintDrawing(store: try store.get(), tables: tables)
  }

  static func point(_ id: String) throws -> Coordinate {
    try #require(store.get()[id], "there is no place \(id)").point
  }

  static func expression(_ text: String) throws -> FootprintExpression {
    try #require(FootprintExpression(text), "\(text) is no expression")
  }

  static func footprint(_ text: String, _ drawing: FootprintDrawing) throws -> DrawnFootprint {
    try #require(try drawing.drawn(expression(text)), "\(text) was not drawn")
  }

  static func holds(_ ground: Geometry, _ id: String) throws -> Bool {
    try GEOSContext().covers(ground, .point(point(id)))
  }

  /// Square km of a small ground, by the lengths of a degree at its latitude.
  static func squareKm(_ ground: Geometry) throws -> Double {
    let box = try #require(ground.boundingBox)
    let middle = (box.south + box.north) / 2
    func at(_ longitude: Double, _ latitude: Double) -> Coordinate {
      Coordinate(longitude: longitude, latitude: latitude)
    }
    let east = Geodesic.wgs84.distanceKm(from: at(38, middle), to: at(38.01, middle)) * 100
    let north = Geodesic.wgs84.distanceKm(from: at(38, middle - 0.005), to: at(38, middle + 0.005)) * 100
    return try GEOSContext().area(of: ground) * east * north
  }
}

@Suite("Footprints are drawn as the words mean them")
struct FootprintDrawingTests {
  private let geodesic = Geodesic.wgs84

  @Test("«شرق السخنة بـ 20 كم» is 1/8 of the ring between 15 and 25 km around Sukhnah")
  func sector() throws {
    let drawn = try Drawn.footprint("sector;sukhnah;67.5-112.5;15-25km", Drawn.drawing())
    let sukhnah = try Drawn.point("sukhnah")
    let ring = try #require(drawn.ground.polygons.first).exterior.coordinates
    for corner in ring {
      let line = geodesic.inverse(from: sukhnah, to: corner)
      #expect(abs(line.distanceKm - 15) < 1e-6 || abs(line.distanceKm - 25) < 1e-6)
      #expect((67.5 - 1e-6...112.5 + 1e-6).contains(line.bearing))
    }
    // π (25² − 15²) / 8 = 157.08 km², less what chords of 5° cut off.
    #expect(abs(try Drawn.squareKm(drawn.ground) - 157.08) < 0.5)
    // The centroid of such a piece lies at 2/3 (25³ − 15³)/(25² − 15²) · sin 22.5°/22.5° = 19.90 km, due east.
    let line = geodesic.inverse(from: sukhnah, to: drawn.point)
    #expect(abs(line.distanceKm - 19.9) < 0.05)
    #expect(abs(line.bearing - 90) < 0.2)
    // From there to the outer corners: √((25 cos 22.5° − 19.9)² + (25 sin 22.5°)²) = 10.14 km.
    #expect(abs(drawn.reachKm - 10.14) < 0.05)
  }

  @Test("A place with a radius is a circle around its point, one without is the point")
  func point() throws {
    let drawing = try Drawn.drawing()
    let circle = try Drawn.footprint("point;tadmur;2km", drawing)
    #expect(circle.point == (try Drawn.point("tadmur")))
    #expect(abs(circle.reachKm - 2) < 1e-6)
    // 64 corners: 32 · 2² · sin(2π/64) = 12.546 km².
    #expect(abs(try Drawn.squareKm(circle.ground) - 12.546) < 0.02)
    let bare = try Drawn.footprint("point;tadmur;0km", drawing)
    #expect(bare.ground == .point(try Drawn.point("tadmur")))
    #expect(bare.reachKm == 0)
  }

  @Test("A unit or area is its polygon with the gazetteer's point where that lies inside")
  func units() throws {
    let drawing = try Drawn.drawing()
    for id in ["SY05", "SY0503", "zone-tanf-55km", "jazira"] {
      let regions =
        try RegionSet.governorates(tables: .embedded) + RegionSet.districts(tables: .embedded)
        + RegionSet.areas(tables: .embedded)
      let region = try #require(regions.first { $0.id == id })
      let drawn = try Drawn.footprint("area;\(id)", drawing)
      #expect(drawn.ground == region.geometry)
      #expect(drawn.point == (try Drawn.point(id)), "\(id)")
    }
    // The 55 km zone is a circle around al-Tanf.
    #expect(abs(try Drawn.footprint("area;zone-tanf-55km", drawing).reachKm - 55) < 1)
  }

  @Test("Syria is the union of its governorates, in one piece up to islands, and holds its border towns")
  func country() throws {
    let drawn = try Drawn.footprint("area;SY", Drawn.drawing())
    for id in ["tadmur", "bukamal", "malikiyah", "daraa", "damascus"] { #expect(try Drawn.holds(drawn.ground, id)) }
    #expect((1...4).contains(drawn.ground.polygons.count))
    // 185,180 km² with the Golan: the country's usual figure.
    #expect(abs(try Drawn.squareKm(drawn.ground) - 185_180) < 4_000)
  }

  @Test("A subdistrict without a polygon is its circle within the district")
  func subdistrict() throws {
    let drawing = try Drawn.drawing()
    let drawn = try Drawn.footprint("area;SY040501", drawing)  // Sukhnah
    let district = try Drawn.footprint("area;SY0405", drawing)
    #expect(try GEOSContext().covers(district.ground, drawn.ground))
    #expect(try Drawn.holds(drawn.ground, "sukhnah"))
  }

  @Test("What has no polygon is the circle of its extent; the badia of a town is not its whole governorate")
  func extents() throws {
    let drawing = try Drawn.drawing()
    for id in ["badia-shula", "badia-bulayl", "sukhnah"] {
      let place = try #require(Drawn.store.get()[id])
      let drawn = try Drawn.footprint("area;\(id)", drawing)
      #expect(abs(drawn.reachKm - place.extentKm) < 1e-6)
      #expect(drawn.point == place.point)
    }
  }

  @Test(
    "Unknown places and distances around the Earth are not drawn",
    arguments: [
      "point;nowhere;2km", "area;nowhere", "sector;nowhere;0-90;0-5km", "line;tadmur;nowhere;5km",
      "line;nowhere;tadmur;5km", "part;nowhere;east", "point;tadmur;25000km", "area;SY99", "part;SY9999;east",
    ])
  func unknown(text: String) throws {
    #expect(try Drawn.drawing().drawn(Drawn.expression(text)) == nil)
  }

  @Test("Whatever the gazetteer holds is drawn valid, with its point inside and its reach on its border")
  func everyPlace() throws {
    let drawing = try Drawn.drawing()
    let context = try GEOSContext()
    var count = 0
    for place in try Drawn.store.get().places {
      switch place.kind {
      case .road, .region, .badia, .mountain, .river, .governorate, .district, .subdistrict, .country: break
      default: continue
      }
      let drawn = try Drawn.footprint("area;\(place.id)", drawing)
      #expect(try context.validityFault(of: drawn.ground) == nil, "\(place.id)")
      #expect(try context.covers(drawn.ground, .point(drawn.point)), "\(place.id)")
      let farthest = drawn.ground.polygons.flatMap(\.exterior.coordinates)
        .map { geodesic.distanceKm(from: drawn.point, to: $0) }.max()
      // Arwad's subdistrict is smaller than half a km: the table gives it no extent.
      if place.extentKm > 0 { #expect(farthest == drawn.reachKm && drawn.reachKm > 0, "\(place.id)") }
      count += 1
    }
    #expect(count > 600)
  }

  @Test("A polygon that crosses itself is named by file and id")
  func invalidPolygon() throws {
    let folder = try Folder()
    let bowTie = """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"badia"},"geometry":\
      {"type":"Polygon","coordinates":[[[38,34],[39,35],[39,34],[38,35],[38,34]]]}}]}
      """
    try folder.write(bowTie.utf8, to: "Regions/areas.geojson")
    let drawing = try Drawn.drawing(TableSet(folder: folder.path))
    for text in ["area;badia", "part;badia;east"] {
      let fault = #expect(throws: TableFault.self) { _ = try drawing.drawn(Drawn.expression(text)) }
      #expect(fault?.file == "Regions/areas.geojson")
      #expect(fault?.message.contains("region badia") == true)
      #expect(fault?.message.contains("Self-intersection") == true)
    }
    // The others are not hurt.
    #expect(try drawing.drawn(Drawn.expression("area;SY05")) != nil)
  }
}
