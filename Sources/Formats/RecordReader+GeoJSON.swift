internal import Geography
internal import Incidents

extension RecordReader {
  /// The next Feature as a record.
  func next(_ reader: inout GeoJSONReader) throws(FormatsError) -> Record? {
    let feature: Feature?
    do throws(GeographyError) {
      feature = try reader.next()
    } catch {
      throw .text(file: file, error)
    }
    guard let feature else { return nil }
    var row = RecordRow()
    do throws(PropertyFault) {
      // GDAL moves a property `id` to the Feature's own id.
      if let id = feature.id { try RecordProperty.named("id")?.set(id, in: &row) }
      for member in feature.properties {
        if let property = RecordProperty.named(member.name) {
          if property.name == "id", row.id != nil, member.value == .null { continue }
          try property.set(member.value, in: &row)
        } else if feature.geometry == nil {
          try CSVColumns.position(member.name)?.set(member.value, in: &row)
        }
      }
      if let geometry = feature.geometry {
        let point = try position(geometry)
        row.longitude = point.longitude
        row.latitude = point.latitude
      }
      return try row.record()
    } catch {
      throw located(error, line: reader.line, record: row.id ?? "number \(reader.featureCount)")
    }
  }

  // QGIS may have made a MultiPoint of each Point.
  private func position(_ geometry: Geometry) throws(PropertyFault) -> Coordinate {
    switch geometry {
    case .point(let position): return position
    case .multiPoint(let positions) where positions.count == 1: return positions[0]
    default: throw PropertyFault(property: "geometry", expected: "a Point or null", found: "another geometry")
    }
  }
}
