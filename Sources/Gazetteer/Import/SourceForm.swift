internal import Geography
internal import Tables

/// In which form a file to import is, recognised by its beginning.
package enum SourceForm: Hashable, Sendable {
  /// A country dump of GeoNames, 19 columns without header.
  case geoNames
  /// `alternateNamesV2.txt` of GeoNames.
  case alternateNames
  /// A table of places with a header; the separator is an ASCII code.
  case places(separator: UInt8)
  /// GeoJSON with points.
  case placesGeoJSON
  /// GeoJSON with polygons of admin units.
  case unitsGeoJSON

  /// The form in words, for a summary.
  package var name: String {
    switch self {
    case .geoNames: "GeoNames places"
    case .alternateNames: "GeoNames alternate names"
    case .places(let separator): separator == 0x09 ? "places, TSV" : "places, CSV"
    case .placesGeoJSON: "places, GeoJSON"
    case .unitsGeoJSON: "admin units, GeoJSON"
    }
  }

  /// In which order forms are taken up: units first, because places lie in them; alternate names when all places are known.
  var order: Int {
    switch self {
    case .unitsGeoJSON: 0
    case .places, .placesGeoJSON: 1
    case .geoNames: 2
    case .alternateNames: 3
    }
  }

  /// Recognises a file.
  /// - Throws: ``TableFault`` when it cannot be read, or has none of these forms; then it says what was found.
  init(file path: String) throws(TableFault) {
    let window = try ByteWindow(path)
    let bytes = window.bytes[window.start...]
    func fault(_ message: String) -> TableFault { TableFault(file: path, line: 0, message: message) }
    if bytes.isEmpty { throw fault("expected places or admin units, found an empty file") }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x1F, 0x8B]) {
      throw fault(
        "expected text, found an archive (or an Excel workbook); unpack it, or save the sheet as CSV in UTF-8")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(512).contains(0) {
      throw fault("expected UTF-8 text, found UTF-16 or no text at all; save the file as UTF-8")
    }
    if bytes.first(where: { $0 > 0x20 && $0 != 0x1E }) == UInt8(ascii: "{") {
      self = try Self.geoJSON(path)
    } else {
      self = try Self.delimited(path, firstLine: bytes.prefix { $0 != 0x0A })
    }
  }

  private static func geoJSON(_ path: String) throws(TableFault) -> SourceForm {
    var reader = try FeatureReader(path)
    var fault: TableFault?
    // The first features may be faulty; they are named when the file is read.
    for _ in 0..<100 {
      switch try reader.next() {
      case .feature(let feature):
        switch feature.geometry {
        case .point?, .multiPoint?: return .placesGeoJSON
        case .polygon?, .multiPolygon?: return .unitsGeoJSON
        default: continue
        }
      case .faulty(let met): fault = fault ?? met
      case .end: break
      }
    }
    throw fault ?? TableFault(file: path, line: 0, message: "expected features with points or polygons, found none")
  }

  private static func delimited(_ path: String, firstLine: ArraySlice<UInt8>) throws(TableFault) -> SourceForm {
    let separator =
      [UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";")]
      .max { a, b in firstLine.count { $0 == a } < firstLine.count { $0 == b } } ?? UInt8(ascii: "\t")
    var reader = try DelimitedReader(path, separator: separator)
    guard case .record = try reader.next() else {
      throw TableFault(file: path, line: 1, message: "expected a header line of column names, found none")
    }
    if separator == UInt8(ascii: "\t"), reader.number(0) != nil {
      if reader.count >= 8, reader.count <= 10, reader.number(1) != nil { return .alternateNames }
      if reader.count == GeoNamesReader.columnCount { return .geoNames }
      throw TableFault(
        file: path, line: 1,
        message: "expected \(GeoNamesReader.columnCount) cells of a GeoNames dump or 10 of alternateNamesV2.txt, found "
          + "\(reader.count)")
    }
    let header = (0..<reader.count).map { reader.text($0) ?? "?" }
    if let fault = PlaceColumns(header).fault(header, hasPoints: false) {
      throw TableFault(file: path, line: 1, message: fault)
    }
    return .places(separator: separator)
  }
}
