import Gazetteer
import Geodesy
import Geography
import Tables
import TestFolders
import Testing
import Topology

@Suite("Roads are lines, and what lies on them is a strip")
struct RoadNetworkTests {
  private let geodesic = Geodesic.wgs84
  private static let header = "road_id\tordinal\tplace_id\tlatitude\tlongitude\tsource\tnote\n"

  private func network(_ rows: String) throws -> RoadNetwork {
    let folder = try Folder()
    try folder.write((Self.header + rows).utf8, to: "roads.tsv")
    return try RoadNetwork(tables: TableSet(folder: folder.path), store: Drawn.store.get())
  }

  private func drawing(_ rows: String, _ folder: Folder) throws -> FootprintDrawing {
    try folder.write((Self.header + rows).utf8, to: "roads.tsv")
    return try Drawn.drawing(TableSet(folder: folder.path))
  }

  /// Palmyra – Arak – a bend – Sukhnah – Shula – Deir ez-Zor.
  private static let palmyra = """
    r\t1\ttadmur\t\t\town\t
    r\t2\tarak\t\t\town\t
    r\t4\t\t34.78\t38.75\town\t
    r\t5\tsukhnah\t\t\town\t
    r\t6\tshula\t\t\town\t
    r\t7\tdayr-az-zawr\t\t\town\t

    """

  @Test("A road is its vertices in order, places by their points")
  func course() throws {
    let course = try #require(try network(Self.palmyra).course(of: "r"))
    let bend = Coordinate(longitude: 38.75, latitude: 34.78)
    let expected = try [
      Drawn.point("tadmur"), Drawn.point("arak"), bend, Drawn.point("sukhnah"), Drawn.point("shula"),
      Drawn.point("dayr-az-zawr"),
    ]
    #expect(course.line == expected)
    let middle = try #require(course.middle)
    // As far from one end along the road as from the other: Shula lies behind the middle.
    let pieces = zip(expected, expected.dropFirst()).map { geodesic.distanceKm(from: $0, to: $1) }
    let toMiddle = pieces[..<3].reduce(0, +) + geodesic.distanceKm(from: expected[3], to: middle)
    #expect(abs(toMiddle - pieces.reduce(0, +) / 2) < 1e-6)
    #expect(try network(Self.palmyra).course(of: "s") == nil)
  }

  @Test("The course between two places is a piece of the road, in the order asked for")
  func piece() throws {
    let network = try network(Self.palmyra)
    let store = try Drawn.store.get()
    let (arak, shula) = (try #require(store["arak"]), try #require(store["shula"]))
    let forth = try #require(network.course(from: arak, to: shula))
    #expect(forth.roadID == "r" && forth.line.count == 4)
    #expect(forth.line.first == arak.point && forth.line.last == shula.point)
    #expect(network.course(from: shula, to: arak)?.line == forth.line.reversed())
    #expect(network.course(from: arak, to: arak) == nil)
    // Hama lies on no road of the table.
    #expect(network.course(from: try #require(store["hama"]), to: arak) == nil)
  }

  @Test("A road that comes by a place holds it, one 15 km away does not")
  func beside() throws {
    let store = try Drawn.store.get()
    // Kabajib (extent 3 km) is no vertex and lies 4 km north of this line; Sukhnah (4 km) lies 15 km off the other.
    let kabajib = try #require(store["kabajib"])
    let south = kabajib.point.latitude - 4 / 110.9
    let far = try Drawn.point("sukhnah").latitude - 15 / 110.9
    let network = try network(
      """
      near\t1\t\t\(south)\t38.9\town\t
      near\t2\t\t\(south)\t40\town\t
      near\t3\tdayr-az-zawr\t\t\town\t
      off\t1\t\t\(far)\t38.5\town\t
      off\t2\t\t\(far)\t39.6\town\t

      """)
    let city = try #require(store["dayr-az-zawr"])
    let course = try #require(network.course(from: kabajib, to: city))
    #expect(course.line.count == 3)
    let start = try #require(course.line.first)
    #expect(abs(start.longitude - kabajib.point.longitude) < 0.001 && abs(start.latitude - south) < 1e-9)
    #expect(network.course(from: try #require(store["sukhnah"]), to: kabajib) == nil)
  }

  @Test("Of two roads the one with both places as vertices goes first, then the shorter; a great detour is none")
  func choice() throws {
    let rows = """
      a-by\t1\t\t34.5\t38.2\town\t
      a-by\t2\t\t34.9\t38.95\town\t
      b-round\t1\ttadmur\t\t\town\t
      b-round\t2\t\t34.4\t38.7\town\t
      b-round\t3\tsukhnah\t\t\town\t
      c-round\t1\ttadmur\t\t\town\t
      c-round\t2\t\t34.3\t38.7\town\t
      c-round\t3\tsukhnah\t\t\town\t
      d-detour\t1\ttadmur\t\t\town\t
      d-detour\t2\t\t32.5\t37\town\t
      d-detour\t3\thama\t\t\town\t

      """
    let network = try network(rows)
    let store = try Drawn.store.get()
    let (tadmur, sukhnah) = (try #require(store["tadmur"]), try #require(store["sukhnah"]))
    #expect(network.course(from: tadmur, to: sukhnah)?.roadID == "b-round")
    #expect(network.course(from: tadmur, to: try #require(store["hama"])) == nil)
  }

  @Test("«طريق تدمر – دير الزور» follows the road: it holds Sukhnah, which the straight strip misses")
  func strip() throws {
    let folder = try Folder()
    let drawing = try drawing(Self.palmyra, folder)
    let drawn = try Drawn.footprint("line;tadmur;dayr-az-zawr;5km", drawing)
    let context = try GEOSContext()
    #expect(try context.validityFault(of: drawn.ground) == nil)
    for id in ["tadmur", "arak", "sukhnah", "shula", "dayr-az-zawr"] { #expect(try Drawn.holds(drawn.ground, id)) }
    #expect(try context.covers(drawn.ground, .point(Coordinate(longitude: 38.75, latitude: 34.78))))
    #expect(try context.covers(drawn.ground, .point(drawn.point)))
    #expect(drawn.ground.polygons.count == 1)
    let course = try #require(try drawing.roads().course(of: "r"))
    #expect(drawn.point == course.middle)
    // 2 · 5 km · length + π 5², less the corners of bends counted twice.
    let area = try Drawn.squareKm(drawn.ground)
    #expect(abs(area / (10 * course.lengthKm + 78.5) - 1) < 0.02)
    // Every corner 5 km from the nearest vertex at least, or from the line between.
    let empty = try Folder()
    let straight = try Drawn.footprint("line;tadmur;dayr-az-zawr;5km", self.drawing("", empty))
    #expect(try !Drawn.holds(straight.ground, "sukhnah"))
    #expect(try Drawn.holds(straight.ground, "tadmur") && Drawn.holds(straight.ground, "dayr-az-zawr"))
    // A piece of the road ends where it is asked to; the way back is the same ground.
    let piece = try Drawn.footprint("line;sukhnah;shula;5km", drawing)
    #expect(try Drawn.holds(piece.ground, "sukhnah") && !Drawn.holds(piece.ground, "tadmur"))
    let back = try Drawn.footprint("line;shula;sukhnah;5km", drawing)
    #expect(abs(try context.area(of: back.ground) - context.area(of: piece.ground)) < 1e-9)
    // Governorates stand for their towns.
    let towns = try Drawn.footprint("line;tadmur;SY09;5km", drawing)
    #expect(towns.ground == drawn.ground)
  }

  @Test("A road by its id is a strip of 5 km to either side; without vertices the circle of its extent")
  func area() throws {
    let folder = try Folder()
    let rows =
      Self.palmyra.split(separator: "\n").map { "road-palmyra-dayr-az-zawr" + $0.dropFirst() }
      .joined(separator: "\n") + "\n"
    let drawing = try drawing(rows, folder)
    let drawn = try Drawn.footprint("area;road-palmyra-dayr-az-zawr", drawing)
    #expect(drawn.ground == (try Drawn.footprint("line;tadmur;dayr-az-zawr;5km", drawing)).ground)
    let other = try Drawn.footprint("area;road-homs-palmyra", drawing)
    #expect(abs(other.reachKm - (try #require(Drawn.store.get()["road-homs-palmyra"]).extentKm)) < 1e-6)
  }

  @Test("Each road of the built-in table is drawn in one piece that holds its vertices")
  func builtIn() throws {
    let drawing = try Drawn.drawing()
    let context = try GEOSContext()
    var ids: Set<String> = []
    try TableSet.embedded.table("roads.tsv").forEachRow { ids.insert($0.text("road_id")) }
    #expect(ids.count >= 3)
    for id in ids.sorted() {
      let course = try #require(try drawing.roads().course(of: id))
      let drawn = try Drawn.footprint("area;\(id)", drawing)
      #expect(drawn.ground.polygons.count == 1, "\(id)")
      #expect(try context.covers(drawn.ground, .lineString(course.line)), "\(id)")
      #expect(drawn.reachKm <= course.lengthKm / 2 + 5.001, "\(id)")
    }
  }

  @Test(
    "Faulty rows are named by line",
    arguments: [
      ("r\t1\ttadmr\t\t\town\t\nr\t2\tarak\t\t\town\t\n", 2, "there is no place \"tadmr\""),
      ("r\t1\ttadmur\t\t\town\t\nr\t2\t\t34\t\town\t\n", 3, "needs a place_id, or latitude and longitude"),
      ("r\t1\ttadmur\t\t\town\t\nr\t2\t\t138\t34\town\t\n", 3, "degrees of WGS 84"),
      ("r\t2\ttadmur\t\t\town\t\nr\t2\tarak\t\t\town\t\n", 3, "ordinal 2 of road \"r\" stands behind 2"),
      ("r\tx\ttadmur\t\t\town\t\n", 2, "expected an ordinal"), ("\t1\ttadmur\t\t\town\t\n", 2, "road_id is empty"),
      ("r\t1\ttadmur\t\t\town\t\n", 2, "needs at least two vertices"),
    ])
  func faults(rows: String, line: Int, message: String) throws {
    let fault = #expect(throws: TableFault.self) { _ = try network(rows) }
    #expect(fault?.file == "roads.tsv" && fault?.line == line)
    #expect(fault?.message.contains(message) == true, "\(fault?.message ?? "")")
  }
}
