internal import Articles
internal import Incidents

/// What became of a batch: every item is counted once under articles, skipped or faults.
package struct BatchSummary: Hashable, Sendable {
  /// Articles that were read.
  package private(set) var articles = 0
  /// Articles read whose day of publication nothing tells.
  package private(set) var undated = 0
  package private(set) var incidents = 0
  package private(set) var tallies = 0
  /// Records that have no place.
  package private(set) var placeless = 0
  /// Names that no gazetteer entry answers, with how often each was met.
  package private(set) var unresolvedPlaces: [String: Int] = [:]
  /// Items left out, by reason.
  package private(set) var skipped: [String: Int] = [:]
  package private(set) var faults = 0

  // More names than these are only counted.
  private static let namesShown = 5

  package init() {}

  /// Records of either kind.
  package var records: Int { incidents + tallies }

  /// Counts an item.
  package mutating func add(_ event: BatchEvent) {
    switch event {
    case .read(let reading):
      articles += 1
      if !reading.isDated { undated += 1 }
      for record in reading.records {
        if record.kind == .incident { incidents += 1 } else { tallies += 1 }
        if record.place == nil { placeless += 1 }
      }
      for name in reading.unresolvedPlaces { unresolvedPlaces[name, default: 0] += 1 }
    case .skipped(let reason, _): skipped[reason.name, default: 0] += 1
    case .repeated: skipped["the same article again", default: 0] += 1
    case .fault: faults += 1
    }
  }

  /// The summary for people, one line for each count; lines about nothing are left out.
  package var lines: [String] {
    var lines = ["articles read: \(articles)" + (undated > 0 ? " (\(undated) without a date of publication)" : "")]
    lines.append(
      "records: \(records) (\(incidents) \(incidents == 1 ? "incident" : "incidents"), "
        + "\(tallies) \(tallies == 1 ? "tally" : "tallies"))" + (placeless > 0 ? ", \(placeless) without a place" : ""))
    if !unresolvedPlaces.isEmpty {
      // By frequency, then by name: the order of a dictionary differs from run to run.
      let ranked = unresolvedPlaces.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      // U+2068 and U+2069 isolate the Arabic name, so that the figures stay where they belong.
      let shown = ranked.prefix(Self.namesShown).map { "\u{2068}\($0.key)\u{2069} \($0.value)" }
      let rest = ranked.count - shown.count
      lines.append(
        "places not resolved: \(unresolvedPlaces.values.reduce(0, +)) (\(shown.joined(separator: ", "))"
          + (rest > 0 ? ", and \(rest) other \(rest == 1 ? "name" : "names"))" : ")"))
    }
    if !skipped.isEmpty {
      let reasons = skipped.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
      lines.append("items skipped: \(skipped.values.reduce(0, +)) (\(reasons.joined(separator: ", ")))")
    }
    if faults > 0 { lines.append("items failed: \(faults)") }
    return lines
  }
}
