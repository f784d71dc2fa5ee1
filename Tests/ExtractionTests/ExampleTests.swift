import Extraction
import Gazetteer
import Geodesy
import Geography
import Incidents
import Tables
import Testing

/// The examples that were written before what reads them, but for the last of `dates.tsv` (from d0736) and `numbers.tsv` (from n0348), which
/// a review of press phrases added; the held-out files were written by somebody who had seen neither rules nor tables.
/// The share that is right is printed group by group; floors only rise.
struct ExampleTests {
  /// At its first run the grammar of today read 93.3 % of `dates-held-out.tsv`; the two that it misses are a spoken «من تلات تيام» and «غدا»
  /// in the sense of "became".
  @Test(
    "dates: exactly one expression overlaps the words, with the same span, precision and EDTF; texts without a date give none",
    arguments: [("dates.tsv", 754, 132), ("dates-held-out.tsv", 386, 87)])
  func dates(file: String, floor: Int, negatives: Int) throws {
    let reader = try ExpressionReader(tables: .embedded)
    var groups: [String: (right: Int, all: Int)] = [:]
    for row in try ExampleTables.rows(file) {
      let text = row["text"] ?? ""
      let found = reader.dates(in: text, published: CalendarDate(iso: row["published"] ?? ""))
      let words = row["expression"] ?? ""
      let isRight =
        words.isEmpty
        ? found.isEmpty
        : only(found, at: words, in: text, \.range).map { date in
          (date.span.start?.description ?? "") == row["start"] && (date.span.end?.description ?? "") == row["end"]
            && (date.expression.edtf ?? "") == row["edtf"] && date.expression.precision.rawValue == row["precision"]
        } ?? false
      groups[row["group"] ?? "", default: (0, 0)].all += 1
      if !isRight { print("not right: \(row["id"] ?? "") \(found.map { "\($0.text) \($0.rule)" })") }
      if isRight { groups[row["group"] ?? "", default: (0, 0)].right += 1 }
    }
    #expect(groups["negative"]?.right ?? 0 >= negatives)
    #expect(report(file, groups).right >= floor)
  }

  @Test("dates: a weekday that does not fit its date is noticed in the group of contradictions and nowhere else")
  func contradictions() throws {
    let reader = try ExpressionReader(tables: .embedded)
    var noticed = 0
    for row in try ExampleTables.rows("dates.tsv") + ExampleTables.rows("dates-held-out.tsv") {
      let found = reader.dates(in: row["text"] ?? "", published: CalendarDate(iso: row["published"] ?? ""))
      let isNoticed = found.contains { $0.expression.contradiction != nil }
      let isTold = row["group"] == "contradiction" && row["expression"]?.hasPrefix("أمس") == false
      #expect(isNoticed == isTold, "\(row["id"] ?? ""): \(row["text"] ?? "")")
      if isNoticed { noticed += 1 }
    }
    #expect(noticed >= 20)
  }

  /// At the first run 87.6 % of `numbers-held-out.tsv` were right.
  @Test(
    "figures: exactly one overlaps the words, with the same value; texts without a count give none",
    arguments: [("numbers.tsv", 357), ("numbers-held-out.tsv", 264)])
  func figures(file: String, floor: Int) throws {
    let reader = try ExpressionReader(tables: .embedded)
    var groups: [String: (right: Int, all: Int)] = [:]
    for row in try ExampleTables.rows(file) {
      let found = reader.figures(in: row["text"] ?? "")
      let words = row["expression"] ?? ""
      let value = CountRange(lower: Int(row["min"] ?? ""), upper: Int(row["max"] ?? ""))
      let isRight: Bool
      if row["group"] == "negative" {
        // In the held-out file a figure of things («25 آلية», "25 vehicles") is no count of people or events; it is told as such.
        isRight = file == "numbers.tsv" ? found.isEmpty : found.allSatisfy { $0.count.noun == .other }
      } else {
        isRight = only(found, at: words, in: row["text"] ?? "", \.range)?.value == value
      }
      groups[row["group"] ?? "", default: (0, 0)].all += 1
      if !isRight { print("not right: \(row["id"] ?? "") \(found.map { "\($0.text) \($0.value)" })") }
      if isRight { groups[row["group"] ?? "", default: (0, 0)].right += 1 }
    }
    #expect(report(file, groups).right >= floor)
  }

  /// `places.tsv` was written before the resolver, which read 84 % of it at its first run; `places-held-out.tsv` when it was nearly
  /// done, by somebody who had not seen it: 90 % at the first run.
  @Test(
    "places: a phrase in its context gives the id and lies where it must; what must stay unresolved does",
    arguments: [("places.tsv", 0.985), ("places-held-out.tsv", 0.97)])
  func places(file: String, floor: Double) throws {
    let reader = try PlaceReader(tables: .embedded)
    var groups: [String: (right: Int, all: Int)] = [:]
    for row in try ExampleTables.rows(file) {
      let context = row["context"] ?? ""
      let found = reader.resolve(row["phrase"] ?? "", context: context.isEmpty ? nil : context)
      groups[row["group"] ?? "", default: (0, 0)].all += 1
      if isRight(found.place, row) { groups[row["group"] ?? "", default: (0, 0)].right += 1 }
    }
    #expect(groups["relative"].map { $0.all >= 60 } ?? false)
    let share = report(file, groups)
    #expect(Double(share.right) / Double(max(1, share.all)) >= floor)
  }

  private func isRight(_ place: ResolvedPlace?, _ row: [String: String]) -> Bool {
    guard row["precision"] != "none" else { return place == nil }
    guard let place else { return false }
    if let id = row["place_id"], !id.isEmpty, id != place.id { return false }
    guard let latitude = Double(row["latitude"] ?? ""), let longitude = Double(row["longitude"] ?? ""),
      let limit = Double(row["within_km"] ?? "")
    else { return true }
    return Geodesic.wgs84.distanceKm(
      from: place.point, to: Coordinate(longitude: longitude, latitude: latitude)) <= limit
  }

  // What overlaps the words of the answer, when it is one thing and not two.
  private func only<Found>(
    _ found: [Found], at words: String, in text: String, _ range: KeyPath<Found, Range<Int>>
  ) -> Found? {
    let scalars = Array(text.unicodeScalars)
    let wanted = Array(words.unicodeScalars)
    let start = (0...max(0, scalars.count - wanted.count)).first { scalars[$0...].starts(with: wanted) }
    guard let start else { return nil }
    let near = found.filter { $0[keyPath: range].overlaps(start..<start + wanted.count) }
    return near.count == 1 ? near[0] : nil
  }

  private func report(_ name: String, _ groups: [String: (right: Int, all: Int)]) -> (right: Int, all: Int) {
    let right = groups.values.reduce(0) { $0 + $1.right }
    let all = groups.values.reduce(0) { $0 + $1.all }
    let lines = groups.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.right)/\($0.value.all)" }
    print("\(name): \(right) of \(all) right; \(lines.joined(separator: ", "))")
    return (right, all)
  }
}
