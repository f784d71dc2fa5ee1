internal import ArgumentParser
internal import Formats
internal import Foundation
internal import Gazetteer
internal import Geography
internal import Tables

/// `rasid gazetteer boundaries`: the borders and areas that the binary carries, from the published files.
struct GazetteerBoundariesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "boundaries",
    abstract: "Generalise published admin boundaries, and cut the areas of the press from them.",
    discussion: """
      Takes the governorates, districts and subdistricts of OCHA COD-AB (GeoJSON) and writes governorates.geojson, districts.geojson, \
      subdistricts.geojson and areas.geojson: every border simplified once, so that nothing overlaps or gapes. With points, no border \
      passes over one of them.

      EXAMPLES
        rasid gazetteer boundaries adm1.geojson adm2.geojson adm3.geojson --output Regions
        rasid gazetteer boundaries adm1.geojson adm2.geojson adm3.geojson --points communities.csv --output Regions
      """)

  @Argument(help: "Governorates, districts, subdistricts; GeoJSON, in this order.", completion: .file())
  var files: [String]

  @Option(help: ArgumentHelp("How far borders are generalised; 0 keeps every vertex.", valueName: "degrees"))
  var tolerance: Double = 0.005

  @Option(
    help: ArgumentHelp("CSV with columns latitude and longitude: no border may pass over these.", valueName: "file"),
    completion: .file())
  var points: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder to write into.", valueName: "folder"), completion: .directory)
  var output: String

  @OptionGroup var tablesOption: TablesOption

  mutating func validate() throws {
    guard files.count == 3 else {
      throw ValidationError(
        "expected the files of governorates, districts and subdistricts, found \(files.count) files")
    }
    guard tolerance >= 0, tolerance <= 0.1 else {
      throw ValidationError("expected --tolerance of 0 … 0.1 degrees, found \(tolerance)")
    }
  }

  mutating func run() throws {
    let tables = try tablesOption.tables()
    let inputs = try files.map { BoundaryFile(name: $0, bytes: try Self.bytes($0)) }
    var builder = BoundaryBuilder(names: try AdminNames(tables: tables), toleranceDegrees: tolerance)
    if let points { builder.anchors = try Self.positions(points) }
    let boundaries = try builder.boundaries(
      governorates: inputs[0], districts: inputs[1], subdistricts: inputs[2])
    for note in boundaries.notes { Console.standard.warning("\(note)") }
    let areas = try AreaBuilder(tables: tables).areas(of: boundaries)
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    let results: [(String, [UInt8]?)] = [
      ("governorates", boundaries.geoJSON(.governorate)), ("districts", boundaries.geoJSON(.district)),
      ("subdistricts", boundaries.geoJSON(.subdistrict)), ("areas", areas.geoJSON),
    ]
    for (name, bytes) in results {
      guard let bytes else { continue }
      let file = try AtomicFile("\(output)/\(name).geojson")
      try file.write(bytes)
      try file.commit()
    }
    Console.standard.note("written to \(output): \(results.filter { $0.1 != nil }.map(\.0).joined(separator: ", "))")
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else { throw CommandError.unreadable(path) }
    return [UInt8](data)
  }

  private static func positions(_ path: String) throws -> [Coordinate] {
    let records = try CSVReader.records(in: bytes(path))
    guard let header = records.first?.cells, let latitude = header.firstIndex(of: "latitude"),
      let longitude = header.firstIndex(of: "longitude")
    else {
      throw CommandError.noPositions(path)
    }
    return records.dropFirst().compactMap { record in
      guard record.cells.count > max(latitude, longitude), let y = Double(record.cells[latitude]),
        let x = Double(record.cells[longitude])
      else { return nil }
      let point = Coordinate(longitude: x, latitude: y)
      return point.isValid ? point : nil
    }
  }
}
