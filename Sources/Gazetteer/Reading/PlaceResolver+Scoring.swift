internal import Foundation
internal import Geography
internal import Incidents

// The points of a candidate.
extension PlaceResolver {
  // A place that the gazetteer lacks weighs as much as a village that nothing speaks for.
  private static let unknownPoints = 1.0

  /// The candidate with the most points; nil when none fits.
  func choose(_ phrase: PlacePhrase, containers: [PlacePhrase], topic: PlaceTopic, nearby: Int?) -> Choice? {
    var best: Choice?
    var weights = exp(Self.unknownPoints)
    var candidates: [PlaceCandidate] = []
    for candidate in phrase.candidates {
      let place = store.records[candidate]
      guard fits(place, phrase) else { continue }
      var tally = Points(explains: explains)
      tally.add(Double(place.importance), .importance(Int(place.importance)))
      kindPoints(place, phrase, &tally)
      // «الصور» is nearer to a place that is written so than to «صور».
      if phrase.name.count == 1, phrase.hasArticle == store.hasArticle(candidate) { tally.add(0.3, .sameArticle) }
      if phrase.isShort { tally.add(-0.5, .shortForm) }
      if phrase.isNear { tally.add(-2, .oneLetterOff) }
      var contained = 0.0
      for container in containers { contained += containment(of: candidate, in: container, &tally) }
      let share = topic.share(of: place)
      if share > 0, let unit = store.position(of: place.admin1) { tally.add(2.5 * share, .topic(unit: unit)) }
      if let named = topic.named(holding: place), let unit = store.position(of: named), unit != candidate {
        tally.add(named.level == 3 ? 5 : 3, .topic(unit: unit))
      }
      if topic.namesTown(of: place), let unit = store.position(of: place.admin3) { tally.add(3, .topic(unit: unit)) }
      if let nearby, !place.kind.isAdmin {
        let km = place.roughKm(to: store.records[nearby])
        let points = Self.pointsOfNearness(km, isListed: phrase.isListed)
        if points > 0 { tally.add(points, .near(place: nearby, km: Int(km))) }
      }
      weights += exp(tally.points)
      if explains {
        candidates.append(PlaceCandidate(place: candidate, points: tally.points, reasons: tally.reasons))
      }
      if tally.points > best?.points ?? -.infinity {
        best = Choice(
          place: candidate, points: tally.points, containment: contained, score: 0, reasons: tally.reasons,
          candidates: [])
      }
    }
    guard var best else { return nil }
    best.score = exp(best.points) / weights
    best.candidates = candidates.sorted { ($0.points, $1.place) > ($1.points, $0.place) }
    return best
  }

  // Near what was named before, the more so the nearer; names of a list lie together: «نبل والزهراء», "Nubl and al-Zahra".
  private static func pointsOfNearness(_ km: Double, isListed: Bool) -> Double {
    let far = max(0, 0.5 * (1 - km / 250))
    let near = max(0, 1.5 * (1 - km / 80))
    return far + near + (isListed ? max(0, 3.5 * (1 - km / 40)) : 0)
  }

  /// Points with their reasons, which are kept only when somebody wants to read them.
  private struct Points {
    let explains: Bool
    var points = 0.0
    var reasons: [PlaceReason] = []

    mutating func add(_ points: Double, _ reason: @autoclosure () -> PlaceReason) {
      self.points += points
      if explains { reasons.append(reason()) }
    }
  }

  private func fits(_ place: PlaceRecord, _ phrase: PlacePhrase) -> Bool {
    switch phrase.frame {
    case .governorate: place.kind == .governorate
    // «20 كم غربي الرقة», "20 km west of Raqqa", is measured from the city.
    case _ where phrase.distanceKm != nil: !place.kind.isAdmin
    case .subdistrict: place.kind == .subdistrict || !place.kind.isAdmin
    case .plain where phrase.kindWord == nil: place.kind != .district && place.kind != .subdistrict
    case .plain, .near, .around, .entrance:
      !place.kind.isAdmin || phrase.kindWord == nil && place.kind != .district && place.kind != .subdistrict
    case .district: place.kind != .subdistrict
    case .countryside, .direction, .badia: place.kind != .district && place.kind != .subdistrict
    case .road, .between:
      place.kind != .district && place.kind != .subdistrict && place.kind != .governorate && place.kind != .country
    }
  }

  private func kindPoints(_ place: PlaceRecord, _ phrase: PlacePhrase, _ tally: inout Points) {
    if phrase.frame == .subdistrict, place.kind == .subdistrict { tally.add(5, .called("subdistrict")) }
    if phrase.frame == .district, place.kind == .district { tally.add(-2, .notCalled("district")) }
    if place.kind == .governorate {
      // «في دير الزور», "in Deir ez-Zor", is the governorate unless the text says city.
      // «وسط حلب», "central Aleppo", is the city's.
      if phrase.frame == .direction, phrase.side == .centre { tally.add(-4, .notCalled("centre")) }
      if phrase.kindWord == nil, phrase.frame != .near, phrase.frame != .around, phrase.frame != .entrance {
        tally.add(2.5, .bareGovernorate)
      }
      if phrase.frame == .countryside || phrase.kindWord == "governorate" { tally.add(3, .countryside) }
    }
    guard let word = phrase.kindWord, word != "governorate", word != "badia" else { return }
    let points = Self.points(of: place.kind, calledA: word)
    tally.add(points, points > 0 ? .called(word) : .notCalled(word))
  }

  /// True when the press calls such a place by that word.
  static func isCalled(_ kind: PlaceKind, _ word: String) -> Bool { kind.rawValue == word || isLike(kind, word) }

  /// False for a place that nobody would call by that word: «تل» "hill" for a town.
  static func mayBeCalled(_ kind: PlaceKind, _ word: String?) -> Bool {
    guard let word, word != "governorate" else { return true }
    return points(of: kind, calledA: word) > 0 && (isCalled(kind, word) || ["city", "town", "village"].contains(word))
  }

  private static func points(of kind: PlaceKind, calledA word: String) -> Double {
    let isSettlement =
      switch kind {
      case .city, .town, .village, .hamlet, .neighbourhood: true
      default: false
      }
    switch word {
    case "city": return kind == .city ? 3 : kind == .town ? 2.5 : isSettlement ? 0 : -3
    case "town": return kind == .town || kind == .city ? 2.5 : kind == .neighbourhood ? -0.5 : isSettlement ? 1.5 : -3
    case "village": return kind == .village || kind == .hamlet ? 2.5 : kind == .town ? 1.5 : -3
    case "neighbourhood": return kind == .neighbourhood ? 4 : -3
    case "camp": return kind == .camp ? 4 : -2
    default:
      if kind.rawValue == word || isLike(kind, word) { return 3 }
      return isSettlement ? -1 : 0.5
    }
  }

  // Words that the press uses for one another: «مطار» "airport" for an air base, «حقل» "field" for oil or gas.
  private static func isLike(_ kind: PlaceKind, _ word: String) -> Bool {
    switch kind {
    case .airport: word == "base"
    case .gasField, .oilField: word == "oil-field" || word == "gas-field"
    case .facility: word == "oil-field" || word == "prison"
    case .valley: word == "mountain"
    default: false
    }
  }

  private func containment(of candidate: Int, in container: PlacePhrase, _ tally: inout Points) -> Double {
    guard !container.candidates.isEmpty else { return 0 }
    let place = store.records[candidate]
    // Of two places of the container's name the weightier is meant, unless only the other can hold this one.
    let heaviest = container.candidates.map { store.records[$0].importance }.max() ?? 0
    let seat = container.candidates.first {
      store.records[$0].kind == .city && store.records[$0].importance == heaviest
    }
    var best = -6.0
    var holder = container.candidates[0]
    for index in container.candidates where index != candidate {
      var points = containment(of: place, in: index, container, seat: seat)
      if points > 0, container.candidates.count > 1 {
        points = max(0.5, points - Double(heaviest - store.records[index].importance))
      }
      if points > best { (best, holder) = (points, index) }
    }
    if best != 0 { tally.add(best, best > 0 ? .inside(place: holder) : .outside(place: holder)) }
    return best
  }

  private func containment(of place: PlaceRecord, in index: Int, _ container: PlacePhrase, seat: Int?) -> Double {
    let outer = store.records[index]
    if outer.kind == .country { return 0 }
    if outer.kind.isAdmin {
      let code = outer.kind == .governorate ? outer.admin1 : outer.kind == .district ? outer.admin2 : outer.admin3
      guard code == place.admin1 || code == place.admin2 || code == place.admin3 else {
        // What spans several units, a mountain or a road, lies in each that it reaches.
        return place.admin1.isNone && outer.roughKm(to: place) <= outer.extentKm + place.extentKm ? 3 : -6
      }
      guard let side = container.side?.bearing else { return 6 }
      return 6 + sidePoints(of: place, from: store.records[seat ?? index], side)
    }
    let km = max(0, outer.roughKm(to: place) - (place.admin1.isNone ? place.extentKm : 0))
    let reach = max(outer.extentKm, container.frame == .countryside ? 35 : container.frame == .plain ? 15 : 25)
    guard km <= reach * 2.5 else { return -6 }
    var points = 5 - 3 * km / (reach * 2.5)
    if let side = container.side?.bearing, km > 1 { points += sidePoints(of: place, from: outer, side) }
    return points
  }

  /// How well a place lies on a side of another: 1.5 in the middle of that side, −2 on the other.
  private func sidePoints(of place: PlaceRecord, from origin: PlaceRecord, _ side: Double) -> Double {
    let (km, east, north) = origin.roughOffset(to: place)
    guard km > 1 else { return 0 }
    let bearing = atan2(east, north) * 180 / .pi
    let apart = abs((bearing - side + 900).truncatingRemainder(dividingBy: 360) - 180)
    return apart <= 50 ? 1.5 : apart <= 75 ? 0.5 : apart <= 100 ? -0.5 : -2
  }
}
