/// Reads GeoJSON feature by feature, so that memory holds one feature beside the text.
///
/// Understands a FeatureCollection, a single Feature, a bare geometry, GeoJSON text sequences (RFC 8142, with or
/// without the record separator 0x1E) and one Feature per line, also mixed. Members of a collection other than
/// `features` are read over. Positions are WGS 84, longitude first; a third number (height) is dropped.
///
/// After an error ``next()`` may be called again: the faulty feature is lost, the others follow.
package struct GeoJSONReader: Sendable {
  var json: JSONParser
  /// How many features were met, faulty ones included.
  package private(set) var featureCount = 0
  /// The line, from 1, on which the last feature begins; 0 before the first.
  package private(set) var line = 0
  private var state = State.betweenTexts

  private enum State {
    case betweenTexts
    case inFeatures(isFirst: Bool)
    case afterFeatures
  }

  /// Creates a reader of a whole text in UTF-8.
  package init(_ bytes: [UInt8]) {
    json = JSONParser(bytes)
  }

  /// Reads all features of a text.
  /// - Throws: the first ``GeographyError``.
  package static func features(in bytes: [UInt8]) throws(GeographyError) -> [Feature] {
    var reader = GeoJSONReader(bytes)
    var features: [Feature] = []
    while let feature = try reader.next() { features.append(feature) }
    return features
  }

  /// The next feature; nil at the end of the text.
  /// - Throws: ``GeographyError`` for a faulty feature or text. Every call moves on, so a loop over errors ends.
  package mutating func next() throws(GeographyError) -> Feature? {
    while true {
      switch state {
      case .inFeatures(let isFirst):
        if let feature = try nextInCollection(isFirst: isFirst) { return feature }
      case .afterFeatures: try finishCollection()
      case .betweenTexts:
        skipSeparators()
        if json.cursor.isAtEnd { return nil }
        if let feature = try beginText() { return feature }
      }
    }
  }

  // Reads a text's members up to `features`. The usual case, `type` first and "Feature", is noticed at once.
  private mutating func beginText() throws(GeographyError) -> Feature? {
    let start = json.cursor.position
    do throws(GeographyError) {
      try json.enterObject(depth: 0)
      var isFirst = true
      var type: String?
      while let name = try json.nextName(isFirst: isFirst) {
        isFirst = false
        if name == "features", type ?? "FeatureCollection" == "FeatureCollection" {
          try json.enterArray(depth: 1)
          state = .inFeatures(isFirst: true)
          return nil
        }
        let value = try json.value(depth: 1)
        if name == "type" {
          type = value.string
          if type != "FeatureCollection" { break }
        }
      }
      if type == "FeatureCollection" {
        throw fault("the member \"features\" of the FeatureCollection", found: "none", at: start)
      }
      json.cursor.position = start
      meet(at: start)
      return try type == "Feature" || type == nil ? feature(depth: 0) : bareGeometry()
    } catch {
      recover(from: start)
      throw error
    }
  }

  private mutating func bareGeometry() throws(GeographyError) -> Feature {
    Feature(geometry: try geometry(depth: 0), properties: [])
  }

  private mutating func nextInCollection(isFirst: Bool) throws(GeographyError) -> Feature? {
    var start = json.cursor.position
    do throws(GeographyError) {
      guard try json.nextElement(isFirst: isFirst) else {
        state = .afterFeatures
        return nil
      }
      state = .inFeatures(isFirst: false)
      start = json.cursor.position
      meet(at: start)
      return try feature(depth: 2)
    } catch {
      recoverInCollection(from: start)
      throw error
    }
  }

  // What stands behind the array of features must be well formed, but says nothing that is used.
  private mutating func finishCollection() throws(GeographyError) {
    state = .betweenTexts
    let start = json.cursor.position
    do throws(GeographyError) {
      while try json.nextName(isFirst: false) != nil { _ = try json.value(depth: 1) }
    } catch {
      recover(from: start)
      throw error
    }
  }

  private mutating func meet(at place: Int) {
    featureCount += 1
    line = json.cursor.line(at: place)
  }

  /// A fault of meaning at a place.
  mutating func fault(_ expected: String, found: String, at place: Int) -> GeographyError {
    .geoJSON(expected: expected, found: found, line: json.cursor.line(at: place), column: json.cursor.column(at: place))
  }
}

// Going on after a fault.
extension GeoJSONReader {
  private static let recordSeparator: UInt8 = 0x1E

  private mutating func skipSeparators() {
    json.skipSpace()
    while json.cursor.byte == Self.recordSeparator {
      json.cursor.position += 1
      json.skipSpace()
    }
  }

  // A text that is good JSON is left as a whole. Otherwise the next record, the next line that begins a feature or,
  // at the latest, the line after the fault begins a new one: a cut feature is often noticed only in the line after it.
  private mutating func recover(from start: Int) {
    state = .betweenTexts
    let fault = max(json.cursor.position, start)
    json.cursor.position = start
    if (try? json.value(depth: 0)) != nil { return }
    _ = skip(from: start, to: fault)
  }

  // A feature that is good JSON is left as a whole. Otherwise the collection goes on at the next line that begins a
  // feature.
  private mutating func recoverInCollection(from start: Int) {
    json.cursor.position = start
    if (try? json.value(depth: 2)) != nil { return }
    state = skip(from: start, to: .max) ? .inFeatures(isFirst: true) : .betweenTexts
  }

  // Stops before a line that begins a feature, before a record separator, or at the first line end at or behind the
  // fault. True when a feature begins there.
  private mutating func skip(from start: Int, to fault: Int) -> Bool {
    json.cursor.position = start
    while let byte = json.cursor.byte {
      let place = json.cursor.position
      if byte == Self.recordSeparator, place > start { return false }
      if byte == UInt8(ascii: "\n") {
        let isFeature = place > start && beginsFeature()
        json.cursor.position = place
        if isFeature || place >= fault { return isFeature }
      }
      json.cursor.position += 1
    }
    return false
  }

  private mutating func beginsFeature() -> Bool {
    for token in ["{", "\"type\"", ":", "\"Feature\""] {
      json.skipSpace()
      for expected in token.utf8 {
        guard json.cursor.byte == expected else { return false }
        json.cursor.position += 1
      }
    }
    return true
  }
}
