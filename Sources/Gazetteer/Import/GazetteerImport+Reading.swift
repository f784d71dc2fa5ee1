internal import Geography
internal import Tables

// Reading the sources row by row.
extension GazetteerImport {
  mutating func readUnits(_ path: String, _ source: Int, _ units: inout UnitMerger) throws(TableFault) {
    var reader = try FeatureReader(path)
    while true {
      switch try reader.next() {
      case .end: return
      case .faulty(let fault):
        countRow(source)
        try note(fault, source)
      case .feature(let feature):
        countRow(source)
        if let problem = units.add(feature, file: path, line: reader.line) {
          try note(TableFault(file: path, line: reader.line, message: problem), source)
        } else {
          count(source) { $0.taken += 1 }
        }
      }
    }
  }

  mutating func readTable(
    _ path: String, _ source: Int, _ separator: UInt8, _ tree: UnitTree
  ) throws(TableFault) {
    var reader = try DelimitedReader(path, separator: separator)
    guard case .record = try reader.next() else { return }
    let header = (0..<reader.count).map { reader.text($0) ?? "?" }
    let table = PlaceTableReader(columns: PlaceColumns(header), source: source)
    while true {
      switch try reader.next() {
      case .end: return
      case .faulty(let fault):
        countRow(source)
        try note(fault, source)
      case .record:
        countRow(source)
        if reader.count != header.count {
          let message = "expected \(header.count) cells, found \(reader.count)"
          try note(TableFault(file: path, line: reader.line, message: message), source)
        } else {
          try take(table.read(line: reader.line, point: nil) { reader.text($0) }, path, reader.line, source, tree)
        }
      }
    }
  }

  mutating func readFeatures(_ path: String, _ source: Int, _ tree: UnitTree) throws(TableFault) {
    var reader = try FeatureReader(path)
    var titles: [String] = []
    var columns = PlaceColumns([])
    while true {
      let feature: Feature
      switch try reader.next() {
      case .end: return
      case .faulty(let fault):
        countRow(source)
        try note(fault, source)
        continue
      case .feature(let read): feature = read
      }
      countRow(source)
      let line = reader.line
      func fault(_ message: String) -> TableFault { TableFault(file: path, line: line, message: message) }
      let names = feature.properties.map(\.name)
      if names != titles { (titles, columns) = (names, PlaceColumns(names)) }
      let point: Coordinate
      switch feature.geometry {
      case .point(let position): point = position
      case .multiPoint(let positions) where positions.count == 1: point = positions[0]
      default:
        try note(fault("expected one point, found another geometry or none"), source)
        continue
      }
      if let problem = columns.fault(titles, hasPoints: true) {
        try note(fault(problem), source)
        continue
      }
      let table = PlaceTableReader(columns: columns, source: source)
      let cells = feature.properties.map(\.value)
      try take(table.read(line: line, point: point) { Self.text(cells[$0]) }, path, line, source, tree)
    }
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): text
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .null, .bool, .array, .object: ""
    }
  }

  mutating func readGeoNames(_ path: String, _ source: Int, _ tree: UnitTree) throws(TableFault) {
    var reader = try DelimitedReader(path, separator: UInt8(ascii: "\t"))
    while true {
      switch try reader.next() {
      case .end: return
      case .faulty(let fault):
        countRow(source)
        try note(fault, source)
      case .record:
        countRow(source)
        try take(GeoNamesReader.place(at: reader, source: source), path, reader.line, source, tree)
      }
    }
  }

  mutating func readNames(_ path: String, _ source: Int, _ wanted: Set<Int>) throws(TableFault) {
    var reader = try DelimitedReader(path, separator: UInt8(ascii: "\t"))
    while true {
      switch try reader.next() {
      case .end: return
      case .faulty(let fault):
        countRow(source)
        try note(fault, source)
      case .record:
        countRow(source)
        guard let number = reader.number(1) else {
          let message = "expected the number of the place in the second cell"
          try note(TableFault(file: path, line: reader.line, message: message), source)
          continue
        }
        guard wanted.contains(number) else {
          count(source) { $0.leftOut += 1 }
          continue
        }
        switch GeoNamesReader.name(at: reader) {
        case .success(let name?):
          add(name, to: number)
          count(source) { $0.taken += 1 }
        case .success(nil): count(source) { $0.leftOut += 1 }
        case .failure(let fault): try note(TableFault(file: path, line: reader.line, message: fault.message), source)
        }
      }
    }
  }

  private mutating func take(
    _ reading: PlaceTableReader.Reading, _ path: String, _ line: Int, _ source: Int, _ tree: UnitTree
  ) throws(TableFault) {
    switch reading {
    case .leftOut: count(source) { $0.leftOut += 1 }
    case .faulty(let message): try note(TableFault(file: path, line: line, message: message), source)
    case .place(var place, let unitNames):
      if place.unit.isEmpty, !unitNames.isEmpty { place.unit = tree.unit(named: unitNames) }
      try add(place, tree, file: path)
    }
  }
}
