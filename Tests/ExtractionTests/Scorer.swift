import Extraction
import Foundation
import Geodesy
import Geography
import Incidents

/// An annotated article: the JSON beside a text, as far as the tests hold records against it.
struct GoldArticle: Decodable {
  struct Span: Decodable {
    var start: String?
    var end: String?
  }
  struct Place: Decodable {
    var lat: Double?
    var lon: Double?
    var level: String?
  }
  struct Figure: Decodable {
    var min: Int?
    var max: Int?
    var vague: Bool?
  }
  struct Event: Decodable {
    var kind: String
    var type: String
    var time: Span?
    var place: Place?
    var killed: Figure?
    var evidence: String
  }
  var id: String
  var published: String?
  var records: [Event]
}

/// Counts how many annotated events have a record whose evidence overlaps theirs, of the same kind and a like type.
///
/// It is simpler than the scoring script of the annotations (one to one by evidence alone) and serves as a floor, not as the figure.
struct Scorer {
  private(set) var gold = 0
  private(set) var predicted = 0
  private(set) var found = 0
  private(set) var dateRight = 0
  private(set) var placeRight = 0
  private(set) var killedRight = 0
  private(set) var killedStated = 0

  mutating func add(_ article: GoldArticle, text: String, records: [Record]) {
    gold += article.records.count
    predicted += records.count
    var free = Set(records.indices)
    for event in article.records {
      guard let range = text.range(of: event.evidence) else { continue }
      let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
      let span = start..<start + event.evidence.unicodeScalars.count
      let candidates = free.filter {
        records[$0].kind.rawValue == event.kind && records[$0].evidence.range.overlaps(span)
      }
      guard let best = candidates.max(by: { points(event, records[$0], span) < points(event, records[$1], span) })
      else { continue }
      free.remove(best)
      found += 1
      let record = records[best]
      if event.time?.start == record.time.start?.description, event.time?.end == record.time.end?.description {
        dateRight += 1
      }
      if isPlaceRight(event, record) { placeRight += 1 }
      if event.killed != nil || record.killed != nil {
        killedStated += 1
        if isKilledRight(event, record) { killedRight += 1 }
      }
    }
  }

  private func points(_ event: GoldArticle.Event, _ record: Record, _ span: Range<Int>) -> Double {
    let common = record.evidence.range.clamped(to: span).count
    return Double(common) / Double(max(1, span.count)) + (event.type == record.type.rawValue ? 1 : 0)
      + (isKilledRight(event, record) ? 0.5 : 0) + (isPlaceRight(event, record) ? 1 : 0)
  }

  private func isKilledRight(_ event: GoldArticle.Event, _ record: Record) -> Bool {
    guard let killed = event.killed else { return record.killed == nil }
    if killed.vague == true { return record.killed?.upper == nil }
    return record.killed?.lower == killed.min && record.killed?.upper == killed.max
  }

  private func isPlaceRight(_ event: GoldArticle.Event, _ record: Record) -> Bool {
    guard let latitude = event.place?.lat, let longitude = event.place?.lon, event.place?.level != "country" else {
      return record.place == nil || record.place?.precision == .country
    }
    guard let place = record.place else { return false }
    let wide = ["governorate", "region"].contains(event.place?.level)
    let limit: Double = wide ? 100 : ["locality", "camp"].contains(event.place?.level) ? 10 : 30
    return Geodesic.wgs84.distanceKm(from: place.point, to: Coordinate(longitude: longitude, latitude: latitude))
      <= limit
  }

  var recall: Double { Double(found) / Double(max(1, gold)) }
  var precision: Double { Double(found) / Double(max(1, predicted)) }
  var f1: Double { 2 * recall * precision / max(1e-9, recall + precision) }
  func share(_ right: Int, _ of: Int) -> Double { Double(right) / Double(max(1, of)) }
  var summary: String {
    "gold \(gold), predicted \(predicted), found \(found), f1 \(f1), date \(share(dateRight, found)), place \(share(placeRight, found)), killed \(share(killedRight, killedStated))"
  }
}
