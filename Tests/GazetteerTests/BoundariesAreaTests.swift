import Gazetteer
import Geodesy
import Geography
import Tables
import Testing
import Topology

/// The areas of the press: those committed, and those made anew.
struct BoundariesAreaTests {
  private func areas() throws -> [String: Geometry] { try RegionReference.regions("areas") }

  private func country(_ context: borrowing GEOSContext) throws -> Geometry {
    try context.union(of: RegionReference.regions("governorates").sorted { $0.key < $1.key }.map(\.value))
  }

  @Test("every area is valid, lies in Syria and has a formula; every formula has an area")
  func validity() throws {
    let context = try GEOSContext()
    // Corners are rounded inwards; what GEOS reckons on the way is exact to about 1e-14 degrees.
    let fence = try context.buffer(country(context), degrees: 1e-9)
    let areas = try areas()
    for (id, geometry) in areas {
      #expect(try context.validityFault(of: geometry) == nil, "\(id)")
      #expect(try context.covers(fence, geometry), "\(id) reaches beyond Syria")
    }
    let table = try TableSet.embedded.table("areas.tsv", requiring: ["id", "formula", "source", "note"])
    var ids: [String] = []
    table.forEachRow { row in
      ids.append(row.text("id"))
      #expect(!row.text("source").isEmpty && !row.text("note").isEmpty, "\(row.text("id"))")
    }
    #expect(ids == ids.sorted())
    #expect(Set(ids) == Set(areas.keys))
  }

  @Test("the steppe of a governorate lies in it and shares no ground with another")
  func steppes() throws {
    let context = try GEOSContext()
    let governorates = try RegionReference.regions("governorates").sorted { $0.key < $1.key }
    let regions = try PreparedRegions(governorates.map { (id: $0.key, geometry: $0.value) }, in: context)
    let areas = try areas()
    for (id, code) in [
      ("badia-aleppo", "SY02"), ("badia-dayr-az-zawr", "SY09"), ("badia-hama", "SY05"), ("badia-hasakah", "SY08"),
      ("badia-homs", "SY04"), ("badia-raqqa", "SY11"), ("badia-rif-dimashq", "SY03"), ("badia-sweida", "SY13"),
    ] {
      let found = try regions.relations(of: try #require(areas[id])).map { "\(regions.ids[$0.region]) \($0.relation)" }
      #expect(found == ["\(code) inside"], "\(id)")
    }
  }

  /// Places that still stand at their governorate's point; the list may only become shorter.
  private static let outside: Set = ["badia-aleppo", "badia-hama", "badia-hasakah", "badia-raqqa", "badia-sweida"]

  @Test("the place of each area lies in it")
  func points() throws {
    let areas = try areas()
    let context = try GEOSContext()
    let places = try TableSet.embedded.table("places.tsv", requiring: ["id", "latitude", "longitude"])
    let (latitude, longitude) = (try #require(places.column("latitude")), try #require(places.column("longitude")))
    var found = 0
    try places.forEachRow { row in
      let id = row.text("id")
      guard let area = areas[id], let y = row.double(latitude), let x = row.double(longitude) else { return }
      found += 1
      let isInside = try context.covers(area, .point(Coordinate(longitude: x, latitude: y)))
      #expect(isInside || Self.outside.contains(id), "\(id)")
    }
    #expect(found == areas.count)
  }

  @Test("places whose note names a bank of the Euphrates lie on that side of the river line")
  func banks() throws {
    let tables = TableSet.embedded
    let lines = try OwnLine.lines(
      in: BoundaryFile(name: "lines.geojson", bytes: try tables.bytes("Regions/lines.geojson")))
    let river = try #require(lines.first { $0.id == "line-euphrates" })
    guard case .lineString(let course) = river.geometry else {
      Issue.record("the river is no line")
      return
    }
    let ring = try LinearRing(course + river.leftSide + [course[0]])
    let context = try GEOSContext()
    let left = try PreparedRegions([(id: "left", geometry: .polygon(Polygon(exterior: ring)))], in: context)
    let places = try tables.table("places.tsv", requiring: ["id", "kind", "latitude", "longitude", "note"])
    let (latitude, longitude) = (try #require(places.column("latitude")), try #require(places.column("longitude")))
    var count = (left: 0, right: 0)
    var wrong: [String] = []
    try places.forEachRow { row in
      let note = row.text("note").lowercased()
      // On the left going downstream are the east bank and, above Raqqa and below the dams, the north bank.
      let isLeft = note.contains("east bank") || note.contains("north bank")
      let isRight = note.contains("west bank") || note.contains("south bank")
      // A region or a road has many points, on both sides.
      guard isLeft != isRight, !["region", "road"].contains(row.text("kind")), let y = row.double(latitude),
        let x = row.double(longitude)
      else { return }
      if isLeft { count.left += 1 } else { count.right += 1 }
      let found = try left.firstRegion(containing: Coordinate(longitude: x, latitude: y)) != nil
      if found != isLeft { wrong.append("\(row.text("id")): \(note)") }
    }
    #expect(wrong == [])
    #expect(count.left >= 150 && count.right >= 140, "\(count)")
  }

  @Test("the two banks and the valley are what their notes say")
  func valley() throws {
    let areas = try areas()
    let context = try GEOSContext()
    let east = try #require(areas["euphrates-east-bank"])
    let west = try #require(areas["euphrates-west-bank"])
    let jazira = try #require(areas["jazira"])
    #expect(try context.area(of: context.intersection(east, west).ground) < 1e-4)
    #expect(try RegionReference.overlap(context.intersection(east, jazira).ground, east, context) > 0.9999)
    #expect(try context.area(of: context.intersection(west, jazira).ground) < 1e-4)
  }

  @Test("the zone of Tanf reaches 55 km from the base wherever it does not end at the border")
  func tanf() throws {
    let zone = try #require(try areas()["zone-tanf-55km"])
    let base = Coordinate(longitude: 38.6178, latitude: 33.5064)
    guard case .polygon(let polygon) = zone else {
      Issue.record("the zone is no single polygon")
      return
    }
    let distances = polygon.exterior.coordinates.map { Geodesic.wgs84.distanceKm(from: base, to: $0) }
    // Rounding to 0.00001° moves a corner by a metre at the most.
    #expect(distances.allSatisfy { $0 < 55.002 })
    #expect(distances.count { $0 > 54.998 } > 30)
  }
}
