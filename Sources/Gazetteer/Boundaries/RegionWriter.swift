internal import Geography

/// Writes a file of regions: the collection's name and source on the first line, then one feature a line.
struct RegionWriter {
  private var json = JSONWriter()
  private var isFirst = true

  init(name: String, source: String) {
    json.write(raw: "{\"type\":\"FeatureCollection\",\"name\":")
    json.write(name)
    json.write(raw: ",\"source\":")
    json.write(source)
    json.write(raw: ",\n\"features\":[\n")
  }

  /// Appends a feature, its properties before its geometry, so that a reader of the file sees whose it is.
  mutating func write(_ properties: [JSONValue.Member], _ geometry: Geometry) {
    if !isFirst { json.write(raw: ",\n") }
    isFirst = false
    json.write(raw: "{\"type\":\"Feature\",\"properties\":{")
    json.write(members: properties)
    json.write(raw: "},\"geometry\":")
    json.write(geometry)
    json.write(raw: "}")
  }

  /// Closes the collection and gives its bytes.
  mutating func finished() -> [UInt8] {
    json.write(raw: "\n]}\n")
    return json.drain()
  }
}
