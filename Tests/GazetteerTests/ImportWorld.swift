import Gazetteer
import Tables
import TestFolders

/// A small world of two governorates and three districts in the places of Hama and Homs, as squares, with a handful of places.
///
/// Hama is longitude 36 … 38, latitude 34.5 … 35.5, its districts meet at longitude 37; Homs lies south of it, 36 … 38 by
/// 33.5 … 34.5.
struct ImportWorld {
  let folder: Folder
  var tables: String { folder.path + "/tables" }

  init() throws {
    folder = try Folder()
    try write("admin.tsv", Self.admin)
    try write("places.tsv", Self.places)
    try write("aliases.tsv", Self.aliases)
    try write("parts.tsv", "pcode\tside\tlatitude\tlongitude\textent_km\tsource\tnote\n")
    try write("redirects.tsv", "old_id\tplace_id\tsince\tnote\nocha-c9009\tmorek\t2026-11-20\tthe same town\n")
    try write(
      "roads.tsv", "road_id\tordinal\tplace_id\tlatitude\tlongitude\tsource\tnote\n")
    try write(
      "Regions/governorates.geojson",
      Self.collection([Self.square("SY04", nil, 36, 33.5, 38, 34.5), Self.square("SY05", nil, 36, 34.5, 38, 35.5)]))
    try write(
      "Regions/districts.geojson",
      Self.collection([
        Self.square("SY0401", "SY04", 36, 33.5, 38, 34.5), Self.square("SY0501", "SY05", 36, 34.5, 37, 35.5),
        Self.square("SY0502", "SY05", 37, 34.5, 38, 35.5),
      ]))
  }

  /// Writes a table.
  func write(_ name: String, _ text: String) throws { try folder.write(text.utf8, to: "tables/" + name) }

  /// Writes a file to import.
  /// - Returns: its path.
  func source(_ name: String, _ text: String) throws -> String {
    try folder.write(text.utf8, to: name)
    return folder.path + "/" + name
  }

  /// Imports files into the tables.
  func load(_ paths: String..., isStrict: Bool = false) throws -> ImportReport {
    try GazetteerImport(paths, into: tables, options: .init(isStrict: isStrict)).run()
  }

  /// The rows of a table as dictionaries, by the text of their first cell.
  func rows(_ name: String) throws -> [String: [String: String]] {
    var rows: [String: [String: String]] = [:]
    let table = try TableSet(folder: tables).table(name)
    table.forEachRow { row in
      var cells: [String: String] = [:]
      for (index, column) in table.columns.enumerated() { cells[column] = row.text(index) }
      rows[row.text(0)] = cells
    }
    return rows
  }

  /// The aliases of a place, each as "kind name".
  func aliases(_ id: String) throws -> [String] {
    var found: [String] = []
    try TableSet(folder: tables).table("aliases.tsv").forEachRow { row in
      if row.text("place_id") == id { found.append(row.text("kind") + " " + row.text("alias")) }
    }
    return found
  }

  /// The bytes of all three tables that an import writes.
  func bytes() -> [[UInt8]?] { ["admin.tsv", "aliases.tsv", "places.tsv"].map { folder.bytes("tables/" + $0) } }

  static func square(
    _ pcode: String, _ parent: String?, _ west: Double, _ south: Double, _ east: Double, _ north: Double
  ) -> String {
    let ring = "[[\(west),\(south)],[\(east),\(south)],[\(east),\(north)],[\(west),\(north)],[\(west),\(south)]]"
    return feature(["pcode": pcode, "name": pcode].merging(parent.map { ["parent": $0] } ?? [:]) { a, _ in a }, ring)
  }

  static func feature(_ properties: [String: String], _ ring: String) -> String {
    let members = properties.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",")
    return #"{"type":"Feature","properties":{\#(members)},"geometry":{"type":"Polygon","coordinates":[\#(ring)]}}"#
  }

  static func collection(_ features: [String]) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[\n" + features.joined(separator: ",\n") + "\n]}\n"
  }

  /// One line of a GeoNames dump.
  static func geoNames(
    _ id: Int, _ name: String, _ alternatives: String, _ latitude: String, _ longitude: String, code: String = "PPL",
    country: String = "SY", population: Int = 0
  ) -> String {
    let cells = [
      "\(id)", name, name, alternatives, latitude, longitude, "P", code, country, "", "10", "", "", "", "\(population)",
      "",
      "300", "Asia/Damascus", "2020-01-01",
    ]
    return cells.joined(separator: "\t") + "\n"
  }

  private static let admin = """
    pcode\tlevel\tparent\tlatitude\tlongitude\textent_km\tenglish\tarabic\tsource\tnote
    SY\t0\t\t34.5\t37\t150\tSyria\tسوريا\town\t
    SY04\t1\tSY\t34\t37\t110\tHoms\tحمص\town\t
    SY0401\t2\tSY04\t34\t37\t110\tHoms\tحمص\town\t
    SY05\t1\tSY\t35\t37\t110\tHama\tحماة\town\t
    SY0501\t2\tSY05\t35\t36.5\t75\tHama\tحماة\town\t
    SY050101\t3\tSY0501\t35\t36.5\t75\tSuran\tصوران\town\t
    SY0502\t2\tSY05\t35\t37.5\t75\tSalamiyah\tسلمية\town\t

    """

  private static let places = """
    id\tkind\tadmin1\tadmin2\tadmin3\tlatitude\tlongitude\textent_km\timportance\tcaution\tsince\tuntil\tenglish\tarabic\tsource\tnote
    badia-test\tbadia\tSY05\t\t\t34.9\t37.8\t40\t3\t\t\t\tTest badia\tبادية التجربة\town estimate\t
    ithriyah\tvillage\tSY05\tSY0502\t\t35.37\t37.78\t2\t4\t\t\t\tIthriyah\tإثريا\tOCHA COD C3333\tkept
    morek\ttown\tSY05\tSY0501\tSY050101\t35.37\t36.69\t3\t3\t\t\t\tMorek\tمورك\town estimate\t
    taybah-hama\tvillage\tSY05\tSY0501\t\t35.2\t36.5\t1\t2\t\t\t\tAl-Taybah\tالطيبة\tOCHA COD C3001; GeoNames 501\t

    """

  private static let aliases = """
    place_id\tkind\talias\tsource\tnote
    ithriyah\tpress\tأثريا\town\t
    morek\ttransliteration\tMurik\town\t

    """
}
