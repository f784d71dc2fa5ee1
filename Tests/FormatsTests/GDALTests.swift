import Formats
import Foundation
import Geography
import Incidents
import TestFolders
import Testing

/// Runs GDAL's own programs, which the test setup installs (gdal-bin).
@Suite("GDAL reads the files, and what it writes is read", .serialized)
struct GDALTests {
  private let own: Folder
  private var folder: URL { URL(filePath: own.path) }

  init() throws {
    own = try Folder()
  }

  private func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(arguments) ended with \(process.terminationStatus)")
    return text
  }

  private func write(_ name: String, _ format: RecordFormat) throws -> [Record] {
    let records = [SampleRecord.bare(), try SampleRecord.full()].enumerated().map { index, record in
      var record = record
      record.id = "e\(index)"
      return record
    }
    try Data(format.bytes(of: records)).write(to: folder.appendingPathComponent(name))
    return records
  }

  @Test(
    "the columns have the types that QGIS needs",
    arguments: [("r.geojson", .geoJSON), ("r.geojsonl", .geoJSONLines), ("r.geojsons", .geoJSONSequence)]
      as [(String, RecordFormat)])
  func types(name: String, format: RecordFormat) throws {
    _ = try write(name, format)
    let told = try run(["ogrinfo", "-so", "-al", name]).split(separator: "\n").map(String.init)
    for line in [
      "Geometry: Point", "Feature Count: 2", "date_start: Date (0.0)", "date_end: Date (0.0)", "published: Date (0.0)",
      "killed_min: Integer (0.0)", "uncertainty_km: Real (0.0)", "initiator: StringList (0.0)", "id: String (0.0)",
      "footprint: String (0.0)",
    ] {
      #expect(told.contains(line), "\(line)")
    }
    let dates = told.filter { $0.contains(": Date") }.map { $0.prefix { $0 != ":" } }
    #expect(dates.prefix(2) == ["date_start", "date_end"])
  }

  @Test(
    "records come back through other formats and programs",
    arguments: [
      ["GeoJSON", "back.geojson"], ["GeoJSONSeq", "back.geojsonl"], ["CSV", "back.csv", "-lco", "GEOMETRY=AS_XY"],
      ["CSV", "back.csv", "-lco", "GEOMETRY=AS_XY", "-lco", "CREATE_CSVT=YES", "-lco", "LINEFORMAT=CRLF"],
    ])
  func roundTrip(target: [String]) throws {
    let records = try write("r.geojson", .geoJSON)
    // By way of a GeoPackage, where lists and objects become text.
    _ = try run(["ogr2ogr", "-f", "GPKG", "r.gpkg", "r.geojson"])
    for source in ["r.geojson", "r.gpkg"] {
      let file = folder.appendingPathComponent(target[1])
      try? FileManager.default.removeItem(at: file)
      _ = try run(["ogr2ogr", "-f", target[0], target[1], source] + target.dropFirst(2))
      let (back, faults) = RecordReader.read([UInt8](try Data(contentsOf: file)), file: target[1])
      #expect(faults.isEmpty, "\(source): \(faults)")
      try #require(back.count == records.count, "\(source)")
      for (want, got) in zip(records, back) {
        var rounded = want
        rounded.place?.point = got.place?.point ?? Coordinate(longitude: 0, latitude: 0)
        let isSame = got == rounded
        #expect(isSame, "\(source), record \(want.id)")
      }
      #expect(abs((back[1].place?.point.longitude ?? 0) - 38.912346) < 1e-9, "\(source)")
    }
  }
}
