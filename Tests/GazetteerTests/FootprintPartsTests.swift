import Gazetteer
import Geodesy
import Geography
import Incidents
import Tables
import TestFolders
import Testing
import Topology

@Suite("A side of a unit is the unit beyond its seat, towards that side")
struct FootprintPartsTests {
  private let geodesic = Geodesic.wgs84

  @Test(
    "Parts hold what the press places there, and not what lies elsewhere",
    arguments: [
      ("SY05", "east", ["ithriya", "uqayribat", "salamiyah"], ["hama", "masyaf", "suqaylabiyah"]),  // ريف حماة الشرقي
      ("SY05", "west", ["masyaf"], ["salamiyah", "ithriya"]),
      ("SY05", "north-west", ["suqaylabiyah", "muhradah"], ["salamiyah"]),
      ("SY04", "east", ["tadmur", "sukhnah", "arak"], ["homs", "qusayr", "talbisah"]),
      ("SY04", "south-west", ["qusayr"], ["tadmur", "talbisah"]),
      ("SY04", "north", ["talbisah", "rastan"], ["qusayr"]),
      ("SY02", "east", ["bab", "maskanah", "dayr-hafir"], ["afrin", "azaz", "aleppo"]),
      ("SY02", "north", ["azaz"], ["khanasir", "aleppo"]),
      ("SY07", "south", ["maarat-al-numan", "khan-shaykhun"], ["idlib", "sarmada"]),
      ("SY07", "north", ["sarmada"], ["khan-shaykhun"]),
      ("SY09", "east", ["mayadin", "bukamal", "hajin"], ["dayr-az-zawr", "tabni", "kabajib"]),
      ("SY09", "west", ["tabni"], ["mayadin", "bukamal"]),
      ("SY03", "west", ["zabadani", "qatana"], ["dumayr", "damascus"]),  // seen from Damascus, which lies outside
      ("SY03", "east", ["dumayr"], ["zabadani"]),
      ("SY08", "north", ["qamishli"], ["shaddadi", "hasakah"]),
      ("SY08", "south", ["shaddadi"], ["qamishli"]),
      ("SY0205", "south", ["maskanah"], ["manbij"]),  // the countryside of Manbij
    ])
  func holding(unit: String, side: String, inside: [String], outside: [String]) throws {
    let drawn = try Drawn.footprint("part;\(unit);\(side)", Drawn.drawing())
    for id in inside { #expect(try Drawn.holds(drawn.ground, id), "\(id) is missing") }
    for id in outside { #expect(try !Drawn.holds(drawn.ground, id), "\(id) is too much") }
  }

  @Test("Every side of every governorate and district lies in its unit, valid, within 60° of the side")
  func inside() throws {
    let drawing = try Drawn.drawing()
    let context = try GEOSContext()
    for place in try Drawn.store.get().places where place.kind == .governorate || place.kind == .district {
      let whole = try Drawn.footprint("area;\(place.id)", drawing)
      for side in CompassSide.allCases {
        let drawn = try Drawn.footprint("part;\(place.id);\(side.rawValue)", drawing)
        let label = "\(place.id) \(side.rawValue)"
        #expect(try context.validityFault(of: drawn.ground) == nil, "\(label)")
        #expect(try context.covers(whole.ground, drawn.ground), "\(label)")
        #expect(try context.covers(drawn.ground, .point(drawn.point)), "\(label)")
        #expect(drawn.reachKm > 0 && drawn.reachKm < 2 * whole.reachKm, "\(label)")
      }
    }
  }

  @Test("The eight sides and the town are the whole governorate")
  func together() throws {
    let drawing = try Drawn.drawing()
    let context = try GEOSContext()
    let seats = ["SY02": "aleppo", "SY04": "homs", "SY05": "hama", "SY08": "hasakah", "SY09": "dayr-az-zawr"]
    for (unit, seat) in seats {
      let whole = try Drawn.footprint("area;\(unit)", drawing).ground
      var parts: [Geometry] = []
      for side in CompassSide.allCases where side != .centre {
        parts.append(try Drawn.footprint("part;\(unit);\(side.rawValue)", drawing).ground)
      }
      let union = try context.union(of: parts)
      #expect(try context.covers(whole, union))
      let town = try #require(Drawn.store.get()[seat])
      let circle = Geometry.polygon(try geodesic.circle(around: town.point, radiusKm: town.extentKm))
      let rest = try context.difference(try context.difference(whole, union), circle)
      #expect(try context.area(of: rest) < 0.001 * context.area(of: whole), "\(unit)")
      #expect(try context.area(of: context.intersection(union, circle)) < 1e-9, "\(unit)")
    }
  }

  @Test("The middle of a unit holds its town and less than half of the unit")
  func centre() throws {
    let drawing = try Drawn.drawing()
    for (unit, town) in [("SY05", "hama"), ("SY04", "homs"), ("SY11", "raqqa"), ("SY0205", "manbij")] {
      let drawn = try Drawn.footprint("part;\(unit);centre", drawing)
      #expect(try Drawn.holds(drawn.ground, town), "\(unit)")
      let whole = try Drawn.footprint("area;\(unit)", drawing)
      #expect(try Drawn.squareKm(drawn.ground) < Drawn.squareKm(whole.ground) / 2)
    }
  }

  @Test("Corners of a part lie within 60° of its side or on the town's circle")
  func bearings() throws {
    let drawn = try Drawn.footprint("part;SY05;east", Drawn.drawing())
    let hama = try #require(Drawn.store.get()["hama"])
    for corner in drawn.ground.polygons.flatMap(\.exterior.coordinates) {
      let line = geodesic.inverse(from: hama.point, to: corner)
      // The rim of 0.1 m and the wedge's straight pieces of 50 km: within some 40 m of the ray.
      #expect(line.bearing > 29.9 && line.bearing < 150.1, "\(corner)")
      #expect(line.distanceKm > hama.extentKm * 0.99)
    }
  }

  @Test("parts.tsv agrees with the ground: its point lies inside near the middle, its extent reaches the border")
  func table() throws {
    let drawing = try Drawn.drawing()
    let context = try GEOSContext()
    var rows = 0
    let table = try TableSet.embedded.table("parts.tsv")
    try table.forEachRow { row in
      let label = "\(row.text("pcode")) \(row.text("side"))"
      let drawn = try Drawn.footprint("part;\(row.text("pcode"));\(row.text("side"))", drawing)
      let latitude = try #require(Double(row.text("latitude")))
      let longitude = try #require(Double(row.text("longitude")))
      let extent = try #require(Double(row.text("extent_km")))
      let point = Coordinate(longitude: longitude, latitude: latitude)
      #expect(try context.covers(drawn.ground, .point(point)), "\(label): the point lies outside")
      #expect(drawn.point == point, "\(label)")
      #expect(
        abs(drawn.reachKm - extent) <= max(2, extent * 0.05), "\(label): \(extent) km stated, \(drawn.reachKm) drawn")
      let unit = try Drawn.footprint("area;\(row.text("pcode"))", drawing)
      if drawn.ground != unit.ground, row.text("source") != "own estimate" {
        let middle = try #require(try context.representativePoint(of: drawn.ground))
        let away = geodesic.distanceKm(from: point, to: middle)
        #expect(away <= max(2, drawn.reachKm * 0.1), "\(label): \(away) km from \(middle)")
      }
      rows += 1
    }
    #expect(rows == 14 * 8)
  }

  @Test("Where the sea or the border lies behind the town, the side is the whole unit")
  func hardlyAny() throws {
    let drawing = try Drawn.drawing()
    for (unit, side) in [("SY10", "west"), ("SY06", "south-west"), ("SY0208", "north"), ("SY0602", "west")] {
      let part = try Drawn.footprint("part;\(unit);\(side)", drawing)
      #expect(part.ground == (try Drawn.footprint("area;\(unit)", drawing)).ground, "\(unit) \(side)")
    }
  }

  @Test("A polygon of its own stands before the rule")
  func ownPolygon() throws {
    let folder = try Folder()
    let own = """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"part-SY09-east"},"geometry":\
      {"type":"Polygon","coordinates":[[[40.8,34.5],[41,34.5],[41,34.9],[40.8,34.9],[40.8,34.5]]]}}]}
      """
    try folder.write(own.utf8, to: "Regions/areas.geojson")
    let drawn = try Drawn.footprint("part;SY09;east", Drawn.drawing(TableSet(folder: folder.path)))
    let point = drawn.point  // its middle, as the point of parts.tsv lies outside of it
    #expect(abs(point.longitude - 40.9) < 1e-9 && abs(point.latitude - 34.7) < 1e-9)
    #expect(drawn.ground.polygons.first?.exterior.coordinates.count == 5)
    // A side of the country is the press's area of that name.
    let east = try Drawn.footprint("part;SY;east", Drawn.drawing())
    #expect(east == (try Drawn.footprint("area;syria-east", Drawn.drawing())))
  }
}
