import Foundation
import Gazetteer
import Geography
import Tables
import Testing
import Topology

/// The reference boundaries and places (OCHA COD-AB and COD-PPL), when they stand beside the checkout.
enum RegionReference {
  static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let folder = checkout.deletingLastPathComponent().appending(path: "shared/reference")
  static let stands = FileManager.default.fileExists(atPath: folder.appending(path: "adm3.geojson").path)
  static let absence: Comment = "the reference tables (shared/reference) do not stand beside the checkout"

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  /// The published boundaries of a level, by P-code.
  static func geometries(_ level: AdminLevel) throws -> [String: Geometry] {
    var result: [String: Geometry] = [:]
    for feature in try GeoJSONReader.features(in: bytes("adm\(level.rawValue).geojson")) {
      let code = try #require(feature["pcode"]?.string)
      result[code] = feature.geometry
    }
    return result
  }

  /// The boundaries as the program makes them from the reference, at 0.005°.
  static let built = Result { try build(toleranceDegrees: 0.005) }

  static func build(toleranceDegrees: Double) throws -> Boundaries {
    let names = try AdminNames(tables: .embedded)
    func file(_ level: AdminLevel) throws -> BoundaryFile {
      BoundaryFile(name: "adm\(level.rawValue).geojson", bytes: try bytes("adm\(level.rawValue).geojson"))
    }
    var builder = BoundaryBuilder(names: names, toleranceDegrees: toleranceDegrees)
    builder.anchors = try communities().map(\.point)
    return try builder.boundaries(
      governorates: file(.governorate), districts: file(.district), subdistricts: file(.subdistrict))
  }

  /// OCHA's communities: name and point.
  static func communities() throws -> [(name: String, point: Coordinate)] {
    let table = try Table(
      name: "places.tsv", bytes: bytes("places.tsv"), requiring: ["source", "feature", "lat", "lon"])
    let (latitude, longitude) = (try #require(table.column("lat")), try #require(table.column("lon")))
    var communities: [(name: String, point: Coordinate)] = []
    table.forEachRow { row in
      guard row.text("source") == "ocha_cod_pplp", row.text("feature") == "community",
        let x = row.double(longitude), let y = row.double(latitude)
      else { return }
      communities.append(("\(row.text("source_id")) \(row.text("name_en"))", Coordinate(longitude: x, latitude: y)))
    }
    return communities
  }

  /// A file of `GeoJSON/Regions` as it is committed.
  static func committed(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: checkout.appending(path: "GeoJSON/Regions/\(name).geojson")))
  }

  /// Compares with the committed file; with `RECORD_REGIONS=1` writes it instead, and fails, so that nobody trusts it
  /// unseen.
  static func compare(_ bytes: [UInt8], with name: String) throws {
    if ProcessInfo.processInfo.environment["RECORD_REGIONS"] == "1" {
      try Data(bytes).write(to: checkout.appending(path: "GeoJSON/Regions/\(name).geojson"))
      Issue.record("\(name).geojson recorded: \(bytes.count) bytes")
      return
    }
    let isEqual = try bytes == committed(name)
    #expect(isEqual, "\(name).geojson is not what the program makes of the reference")
  }

  /// The committed regions of a level, by id.
  static func regions(_ name: String) throws -> [String: Geometry] {
    var result: [String: Geometry] = [:]
    for feature in try GeoJSONReader.features(in: committed(name)) {
      let id = try #require((feature["pcode"] ?? feature["id"])?.string)
      result[id] = feature.geometry
    }
    return result
  }

  /// The share of what either covers that both cover.
  static func overlap(_ a: Geometry, _ b: Geometry, _ context: borrowing GEOSContext) throws -> Double {
    let both = try context.area(of: context.intersection(a, b).ground)
    let either = try context.area(of: a) + context.area(of: b) - both
    return both / either
  }
}
