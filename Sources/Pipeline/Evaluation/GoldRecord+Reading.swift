internal import Geography
internal import Incidents

/// What is wrong with one value of an annotation; the reader adds file and record.
struct GoldFault: Error, Hashable {
  var property: String
  var expected: String
  var found: String

  init(_ property: String, expected: String, found value: JSONValue?) {
    self.property = property
    self.expected = expected
    found =
      value.map { value in
        let text = String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)
        return text.count > 60 ? text.prefix(60) + "…" : text
      } ?? "nothing"
  }
}

extension GoldRecord {
  /// Reads one annotated record. Members that scoring does not use (`note`, `alt`, `type_alt`, `attribution`) may be anything.
  /// - Throws: ``GoldFault`` for the first value that is not what the guidelines name.
  init(_ json: JSONValue) throws(GoldFault) {
    guard case .object = json else { throw GoldFault("record", expected: "an object", found: json) }
    self.init(kind: try Self.known(json, "kind"), type: try Self.known(json, "type"))
    if let time = try Self.object(json, "time") {
      start = try Self.day(time, "start")
      end = try Self.day(time, "end")
      if let start, let end, end < start {
        throw GoldFault("time.end", expected: "a day not before \(start)", found: time["end"])
      }
    }
    place = try Self.object(json, "place").map { place throws(GoldFault) in try GoldPlace(place) }
    initiator = try Self.actors(json, "initiator")
    target = try Self.actors(json, "target")
    killed = try Self.figure(json, "killed")
    wounded = try Self.figure(json, "wounded")
    captured = try Self.figure(json, "captured")
    count = try Self.figure(json, "count")
    evidence = try GoldPlace.text(json, "evidence") ?? ""
  }

  private static func known<Value: RawRepresentable & CaseIterable>(
    _ json: JSONValue, _ name: String
  ) throws(GoldFault) -> Value where Value.RawValue == String {
    if let value = json[name]?.string.flatMap(Value.init(rawValue:)) { return value }
    throw GoldFault(
      name, expected: "one of " + Value.allCases.map(\.rawValue).joined(separator: ", "), found: json[name])
  }

  /// A member that is an object; nil for null, for none, and for an empty one, which says no more.
  private static func object(_ json: JSONValue, _ name: String) throws(GoldFault) -> JSONValue? {
    switch json[name] {
    case nil, .null, .object([]): return nil
    case .object(let members): return .object(members)
    case let other: throw GoldFault(name, expected: "an object or null", found: other)
    }
  }

  private static func day(_ time: JSONValue, _ name: String) throws(GoldFault) -> CalendarDate? {
    guard let value = time[name], value != .null else { return nil }
    // Stricter than the dates of articles: nothing may follow the day.
    if let text = value.string, text.utf8.count == 10, let day = CalendarDate(iso: text) { return day }
    throw GoldFault("time." + name, expected: "a day such as 2024-04-11, or null", found: value)
  }

  private static func actors(_ json: JSONValue, _ name: String) throws(GoldFault) -> Set<String> {
    switch json[name] {
    case nil, .null: return []
    case .string(let text): return Set(text.split(separator: ";").map(String.init))
    case .array(let elements):
      let names = elements.compactMap(\.string)
      guard names.count == elements.count else { break }
      return Set(names).subtracting([""])
    default: break
    }
    throw GoldFault(name, expected: "an array of actor ids", found: json[name])
  }

  private static func figure(_ json: JSONValue, _ name: String) throws(GoldFault) -> GoldFigure {
    guard let figure = try object(json, name) else { return .untold }
    if let vague = figure["vague"], vague != .null {
      guard case .bool(let isVague) = vague else {
        throw GoldFault(name + ".vague", expected: "true or false", found: vague)
      }
      if isVague { return .vague }
    }
    let lower = try bound(figure, name, "min")
    let upper = try bound(figure, name, "max")
    return lower == nil && upper == nil ? .untold : .told(lower, upper)
  }

  private static func bound(_ figure: JSONValue, _ name: String, _ side: String) throws(GoldFault) -> Int? {
    guard let value = figure[side], value != .null else { return nil }
    guard let number = value.integer, number >= 0 else {
      throw GoldFault("\(name).\(side)", expected: "a whole number from 0 up, or null", found: value)
    }
    return number
  }
}

extension GoldPlace {
  init(_ json: JSONValue) throws(GoldFault) {
    level = try Self.text(json, "level").map { name throws(GoldFault) in
      guard let level = PlacePrecision(rawValue: name), level != PlacePrecision.none else {
        let known = PlacePrecision.allCases.filter { $0 != PlacePrecision.none }.map(\.rawValue)
        throw GoldFault("place.level", expected: "one of " + known.joined(separator: ", "), found: json["level"])
      }
      return level
    }
    admin1 = try Self.text(json, "admin1").flatMap { $0.isEmpty ? nil : $0 }
    guard let latitude = json["lat"], latitude != .null else { return }
    guard let north = latitude.double, (-90...90).contains(north) else {
      throw GoldFault("place.lat", expected: "degrees in -90…90, or null", found: latitude)
    }
    guard let east = json["lon"]?.double, (-180...180).contains(east) else {
      throw GoldFault("place.lon", expected: "degrees in -180…180 beside lat", found: json["lon"])
    }
    point = GoldPoint(latitude: north, longitude: east)
  }

  /// A member that is text; nil for null and for none.
  static func text(_ json: JSONValue, _ name: String) throws(GoldFault) -> String? {
    switch json[name] {
    case nil, .null: return nil
    case .string(let text): return text
    case let other: throw GoldFault(name, expected: "text or null", found: other)
    }
  }
}
