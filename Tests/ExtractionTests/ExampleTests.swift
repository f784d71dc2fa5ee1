import Extraction
import Gazetteer
import Geodesy
import Geography
import Incidents
import Tables
import Testing

/// The examples that were written before the frames and the resolver. Until the issues on dates, figures and places are done these are
/// floors on the share that is right, group by group in the output; floors only rise.
struct ExampleTests {
  @Test("dates: an expression overlaps the words, with the same span; texts without a date give none")
  func dates() throws {
    let reader = try ExpressionReader(tables: .embedded)
    var groups: [String: (right: Int, all: Int)] = [:]
    for row in try ExampleTables.rows("dates.tsv") {
      let text = row["text"] ?? ""
      let found = reader.dates(in: text, published: CalendarDate(iso: row["published"] ?? ""))
      let words = row["expression"] ?? ""
      let isRight: Bool
      if words.isEmpty {
        isRight = found.isEmpty
      } else {
        isRight = found.contains { date in
          (words.contains(date.text) || date.text.contains(words) || sharesWords(words, date.text))
            && (date.span.start?.description ?? "") == row["start"] && (date.span.end?.description ?? "") == row["end"]
        }
      }
      groups[row["group"] ?? "", default: (0, 0)].all += 1
      if isRight { groups[row["group"] ?? "", default: (0, 0)].right += 1 }
    }
    let share = report("dates", groups)
    #expect(share >= 0.998)
  }

  @Test("figures: one with the same value overlaps the words; texts without a count give none")
  func figures() throws {
    let reader = try ExpressionReader(tables: .embedded)
    var groups: [String: (right: Int, all: Int)] = [:]
    for row in try ExampleTables.rows("numbers.tsv") {
      let found = reader.figures(in: row["text"] ?? "")
      let words = row["expression"] ?? ""
      let value = CountRange(lower: Int(row["min"] ?? ""), upper: Int(row["max"] ?? ""))
      let isRight =
        row["group"] == "negative"
        ? found.isEmpty
        : found.contains {
          $0.value == value && (words.contains($0.text) || $0.text.contains(words) || sharesWords(words, $0.text))
        }
      groups[row["group"] ?? "", default: (0, 0)].all += 1
      if isRight { groups[row["group"] ?? "", default: (0, 0)].right += 1 }
    }
    let share = report("figures", groups)
    #expect(share >= 0.60)
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
    #expect(report(file, groups) >= floor)
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

  private func sharesWords(_ a: String, _ b: String) -> Bool {
    let own = Set(a.split(separator: " "))
    let other = Set(b.split(separator: " "))
    return own.intersection(other).count * 2 >= min(own.count, other.count)
  }

  private func report(_ name: String, _ groups: [String: (right: Int, all: Int)]) -> Double {
    let right = groups.values.reduce(0) { $0 + $1.right }
    let all = groups.values.reduce(0) { $0 + $1.all }
    let lines = groups.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.right)/\($0.value.all)" }
    print("\(name): \(right) of \(all) right; \(lines.joined(separator: ", "))")
    return Double(right) / Double(max(1, all))
  }
}
