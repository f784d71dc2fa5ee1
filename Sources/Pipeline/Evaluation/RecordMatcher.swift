internal import Foundation
internal import Geography
internal import Incidents

/// Holds the extracted records of one article against its annotated ones, by the measures of the annotation guidelines.
///
/// A record is found when its kind agrees, its type is equal or of the same family, and either the evidence overlaps or place, time
/// and the dead agree. One to one, the best pairs first.
struct RecordMatcher {
  private let gold: [GoldRecord]
  private let goldSpans: [Range<Int>?]
  private let predicted: [Prediction]

  /// An extracted record as it stands in a file.
  private struct Prediction {
    let record: Record
    let point: GoldPoint?
    let span: Range<Int>?

    var initiator: Set<String> { Set(record.initiator.map(\.rawValue)).subtracting([""]) }
    var target: Set<String> { Set(record.target.map(\.rawValue)).subtracting([""]) }
  }

  /// A found record: the indexes of the annotated and of the extracted one.
  struct Pair: Hashable {
    let gold: Int
    let predicted: Int
  }

  init(_ article: GoldArticle, predicted records: [Record]) {
    let text = EvidenceText(article.text)
    gold = article.records
    goldSpans = article.records.map { text.span(of: $0.evidence) }
    predicted = records.map { record in
      Prediction(
        record: record, point: record.place.flatMap { GoldPoint($0.point) }, span: text.span(of: record.evidence.text))
    }
  }

  /// The found records, best pair first.
  func pairs() -> [Pair] {
    var candidates: [(score: Double, pair: Pair)] = []
    for g in gold.indices {
      for p in predicted.indices {
        let score = similarity(g, p)
        if score > 0 { candidates.append((score, Pair(gold: g, predicted: p))) }
      }
    }
    // Of equal scores the later records come first, as in the scoring script that the guidelines go with.
    candidates.sort { a, b in
      (a.score, a.pair.gold, a.pair.predicted) > (b.score, b.pair.gold, b.pair.predicted)
    }
    var freeGold = Set(gold.indices)
    var freePredicted = Set(predicted.indices)
    return candidates.compactMap { candidate in
      let pair = candidate.pair
      guard freeGold.contains(pair.gold), freePredicted.contains(pair.predicted) else { return nil }
      freeGold.remove(pair.gold)
      freePredicted.remove(pair.predicted)
      return pair
    }
  }

  /// Which attributes of a found record are right; those that the annotation does not measure are left out.
  func checks(_ pair: Pair) -> [(attribute: Attribute, isRight: Bool)] {
    let want = gold[pair.gold]
    let got = predicted[pair.predicted]
    var checks: [(Attribute, Bool)] = [
      (.type, want.type == got.record.type), (.date, isDateRight(want, got)), (.place10, isPlaceRight(want, got)),
      (.killed, want.killed.isRight(got.record.killed)), (.wounded, want.wounded.isRight(got.record.wounded)),
      (.captured, want.captured.isRight(got.record.captured)), (.initiator, isInitiatorRight(want, got)),
      (.target, isTargetRight(want, got)),
    ]
    if let admin1 = want.place?.admin1 { checks.append((.admin1, isGovernorateRight(admin1, got))) }
    if want.kind == .tally { checks.append((.count, want.count.isRight(got.record.count))) }
    return checks
  }

  /// True when the annotation or the extracted record gives a figure.
  func isStated(_ attribute: Attribute, _ pair: Pair) -> Bool {
    let want = gold[pair.gold]
    let got = predicted[pair.predicted].record
    let (told, found): (GoldFigure, CountRange?) =
      switch attribute {
      case .killed: (want.killed, got.killed)
      case .wounded: (want.wounded, got.wounded)
      case .captured: (want.captured, got.captured)
      default: (.untold, nil)
      }
    return told != .untold || found?.lower != nil || found?.upper != nil
  }

  /// How like two records are; 0 when they cannot be the same.
  private func similarity(_ g: Int, _ p: Int) -> Double {
    let want = gold[g]
    let got = predicted[p]
    guard want.kind == got.record.kind else { return 0 }
    let kind = TypeFamilies.similarity(want.type, got.record.type)
    guard kind > 0 else { return 0 }
    let seen = EvidenceText.overlap(gold: goldSpans[g], predicted: got.span)
    let isPlaceRight = isPlaceRight(want, got)
    let isDateRight = isDateRight(want, got)
    let isKilledRight = want.killed.isRight(got.record.killed)
    if seen < 0.3 {
      // Other words may state the same event, where a place and a day single it out.
      let isToldExactly =
        want.place?.point != nil && !(want.place?.level.map(Self.wide.contains) ?? false) && want.start != nil
      guard isToldExactly, isPlaceRight, isDateRight, got.span != nil, isKilledRight else { return 0 }
    }
    let place: Double = isPlaceRight ? 1 : 0
    let time: Double = isDateRight ? 1 : overlapsInTime(want, got) ? 0.5 : 0
    let killed: Double = isKilledRight ? 0.5 : 0
    let extra = (want.count.isRight(got.record.count) ? 0.3 : 0) + (isTargetRight(want, got) ? 0.3 : 0)
    return kind + 1.5 * seen + place + time + killed + extra
  }

  private static let wide: Set<PlacePrecision> = [.governorate, .region, .country, .district, .subdistrict]

  private func isDateRight(_ want: GoldRecord, _ got: Prediction) -> Bool {
    want.start == got.record.time.start && want.end == got.record.time.end
  }

  private func overlapsInTime(_ want: GoldRecord, _ got: Prediction) -> Bool {
    let time = got.record.time
    guard let start = want.start, let otherStart = time.start else { return want.start == nil && time.start == nil }
    return (want.end.map { otherStart <= $0 } ?? true) && (time.end.map { start <= $0 } ?? true)
  }

  /// Within 10 km of a locality or camp, within 30 km of an area, district or subdistrict; a governorate and a region must be told as
  /// such within 100 km, the country as such; no place, or one that was not located, must not be found either.
  private func isPlaceRight(_ want: GoldRecord, _ got: Prediction) -> Bool {
    let precision = got.record.place?.precision ?? PlacePrecision.none
    guard let place = want.place, let center = place.point else {
      return precision == .country || (got.point == nil && precision == PlacePrecision.none)
    }
    if place.level == .country { return precision == .country }
    guard let point = got.point else { return false }
    let km = center.km(to: point)
    switch place.level {
    case .governorate:
      guard precision == .governorate, km <= 100 else { return false }
      return place.admin1.map { isGovernorateRight($0, got) } ?? true
    case .region: return (precision == .region || precision == .area) && km <= 100
    case .locality, .camp: return km <= 10
    default: return km <= 30
    }
  }

  private func isGovernorateRight(_ name: String, _ got: Prediction) -> Bool {
    GovernorateName.key(name) == GovernorateName.key(got.record.place?.admin1?.name)
  }

  private func isInitiatorRight(_ want: GoldRecord, _ got: Prediction) -> Bool {
    // In a clash nobody is first: both sides are one set.
    guard want.type == .clash else { return Self.agree(want.initiator, got.initiator) }
    return Self.agree(want.initiator.union(want.target), got.initiator.union(got.target))
  }

  private func isTargetRight(_ want: GoldRecord, _ got: Prediction) -> Bool {
    // In a clash the other side may stand on either side of what was found.
    Self.agree(want.target, want.type == .clash ? got.initiator.union(got.target) : got.target)
  }

  /// True when at least half of all actors named by either are named by both; where nobody known is wanted, nobody known may be found.
  private static func agree(_ want: Set<String>, _ got: Set<String>) -> Bool {
    let unnamed: Set = ["Unknown", "Other"]
    if want.subtracting(unnamed).isEmpty { return got.subtracting(unnamed).isEmpty }
    return 2 * want.intersection(got).count >= want.union(got).count
  }
}

extension GoldPoint {
  /// A coordinate as files keep it, six decimals; nil when it is none.
  ///
  /// A record is measured alike before it is written and after it was read again.
  init?(_ coordinate: Coordinate) {
    guard coordinate.isValid else { return nil }
    func rounded(_ degrees: Double) -> Double { (degrees * 1_000_000).rounded() / 1_000_000 }
    self.init(latitude: rounded(coordinate.latitude), longitude: rounded(coordinate.longitude))
  }

  /// The distance in km on a sphere of radius 6,371 km, within 0.6 % of the ellipsoid's.
  ///
  /// The guidelines draw their 10 km on this sphere; the true geodesic would move a few records over the line.
  func km(to other: GoldPoint) -> Double {
    let degree = Double.pi / 180
    let height =
      pow(sin((other.latitude - latitude) * degree / 2), 2)
      + cos(latitude * degree) * cos(other.latitude * degree)
      * pow(sin((other.longitude - longitude) * degree / 2), 2)
    return 12742 * asin(min(1, height.squareRoot()))
  }
}
