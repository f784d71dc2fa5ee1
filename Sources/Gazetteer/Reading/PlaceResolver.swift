internal import ArabicText
internal import Geodesy
internal import Geography
internal import Incidents

/// Chooses among the places of a name, by what contains it, what the text calls it, what stands near it, and its weight in the news.
struct PlaceResolver {
  let text: TokenizedText
  let store: PlaceStore

  /// A candidate with its score and the reasons for it.
  struct Choice {
    var place: Place
    var score: Double
    var reasons: [String]
  }

  func resolve(_ chains: [[PlacePhrase]], foreign: [PlaceExpression]) -> [PlaceExpression] {
    // First the names that stand firm by themselves, then the others in the light of the governorates those lie in.
    var weights: [String: Double] = [:]
    for chain in chains {
      for phrase in chain {
        let admins = Set(phrase.candidates.map { store.places[$0].admin1 }.filter { !$0.isEmpty })
        if admins.count == 1, let only = admins.first,
          phrase.candidates.contains(where: { store.places[$0].importance >= 3 })
        {
          weights[only, default: 0] += 1
        }
      }
    }
    let total = max(1, weights.values.reduce(0, +))
    let context = weights.mapValues { $0 / total }

    var result = foreign
    var last: [PlaceExpression] = []
    for chain in chains {
      guard var expression = expression(chain, context: context, before: last) else { continue }
      expression.isDirectional = isDirectional(expression.tokens.lowerBound)
      // «الباغوز وهجين والكشمة», "al-Baghuz and Hajin and al-Kashmah": names joined by «و» after a place are further
      // places of the same breath.
      if let previous = last.last, let place = expression.place, previous.place != nil,
        isJoined(previous, expression, chain[0])
      {
        var joined = previous
        joined.also.append(place)
        joined.also += expression.also
        joined.tokens = previous.tokens.lowerBound..<expression.tokens.upperBound
        last[last.count - 1] = joined
        continue
      }
      last.append(expression)
    }
    result += last
    return result.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  // Where something goes to or someone comes from: «باتجاه حماة» "towards Hama", «إلى مشافي الرقة» "to the hospitals of Raqqa",
  // «نازح من القورية» "a displaced man from al-Quriyah".
  private func isDirectional(_ token: Int) -> Bool {
    // «في كل من سوريا والعراق»: "in each of Syria and Iraq", not "from".
    if text.isWord(token - 2, PlaceFrameWord.each) { return false }
    return text.isWord(token - 1, among: PlaceFrameWord.directional)
  }

  private func isJoined(_ a: PlaceExpression, _ b: PlaceExpression, _ phrase: PlacePhrase) -> Bool {
    let gap = b.tokens.lowerBound - a.tokens.upperBound
    guard gap >= 0, gap <= 1, b.tokens.lowerBound < text.tokens.count else { return false }
    if gap == 1 {
      let token = text.tokens[a.tokens.upperBound]
      let comma = token.kind == .mark && [0x60C, 0x2C].contains(token.scalar)
      let and = text.isWord(a.tokens.upperBound, PlaceFrameWord.and)
      guard comma || and else { return false }
    }
    guard phrase.isConjoined || gap == 1 else { return false }
    guard let first = a.place?.precision, let second = b.place?.precision else { return false }
    let wide: Set<PlacePrecision> = [.governorate, .region, .country]
    return wide.contains(first) == wide.contains(second)
  }

  /// One chain as an expression; nil when its name is more likely an ordinary word.
  private func expression(
    _ chain: [PlacePhrase], context: [String: Double], before: [PlaceExpression]
  ) -> PlaceExpression? {
    let head = chain[0]
    let tokens = head.tokens.lowerBound..<(chain.last?.tokens.upperBound ?? head.tokens.upperBound)
    let containers = Array(chain.dropFirst())
    let nearby = before.last(where: { $0.place != nil && tokens.lowerBound - $0.tokens.upperBound < 60 })?.place
    var rules = chain.flatMap(\.rules)
    if let anaphor = head.anaphor {
      guard let place = antecedent(of: anaphor, before: before) else { return nil }
      return PlaceExpression(
        tokens: tokens, place: place, isAnaphor: true, reasons: ["named before"], rules: rules + ["frame:place-anaphor"]
      )
    }
    if let choice = choose(head, containers: containers, context: context, nearby: nearby),
      !contradicts(choice, containers)
    {
      let isListed = before.last.map { $0.place != nil && tokens.lowerBound - $0.tokens.upperBound <= 1 } ?? false
      if isDoubtful(head, choice, containers, isListed: isListed) { return nil }
      let other = head.otherEnd.isEmpty ? nil : nearest(head.otherEnd, to: choice.place.point)
      rules.append("place:\(choice.place.id)")
      rules.append("frame:place-\(head.frame.rawValue)")
      let place = PlaceFootprints(store: store).resolved(
        choice.place, phrase: head, other: other, containers: containers)
      return PlaceExpression(tokens: tokens, place: place, reasons: choice.reasons, rules: rules)
    }
    // A name that is not known: its container tells where, less exactly.
    if let container = containers.first, var wider = expression(containers, context: context, before: before),
      container.candidates.isEmpty == false
    {
      wider.tokens = tokens
      wider.reasons.insert("the name itself is not in the gazetteer", at: 0)
      return wider
    }
    guard head.kindWord != nil, head.isIntroduced, containers.isEmpty else { return nil }
    return PlaceExpression(tokens: tokens, place: nil, reasons: ["the name is not in the gazetteer"], rules: rules)
  }

  // The only place of that name lies elsewhere: the text means one that the gazetteer does not know.
  private func contradicts(_ choice: Choice, _ containers: [PlacePhrase]) -> Bool {
    guard let first = containers.first, !first.candidates.isEmpty, !choice.place.kind.isAdmin else { return false }
    return choice.reasons.contains { $0.hasPrefix("not in ") }
  }

  /// The place of that kind named last: «المحافظة», "the governorate", is the governorate of the last place when none
  /// was named.
  private func antecedent(of kind: String, before: [PlaceExpression]) -> ResolvedPlace? {
    let known = before.reversed().compactMap(\.place).filter { $0.precision != .country }
    if kind == "governorate" {
      guard let pcode = known.first?.admin1?.pcode, let place = store[pcode] else { return nil }
      return PlaceFootprints(store: store).resolved(
        place, phrase: PlacePhrase(tokens: 0..<0, name: 0..<0), other: nil, containers: [])
    }
    return known.first { place in
      guard let entry = store[place.id] else { return false }
      switch kind {
      case "city": return [.city, .town].contains(entry.kind)
      case "town", "village": return [.city, .town, .village, .hamlet].contains(entry.kind)
      case "camp": return entry.kind == .camp
      case "subdistrict": return [.city, .town, .subdistrict].contains(entry.kind)
      case "neighbourhood": return entry.kind == .neighbourhood
      default: return true
      }
    }
  }

  // A bare word that happens to be a hamlet's name tells no place: it takes a spatial word, a preposition with a container, or weight.
  private func isDoubtful(_ phrase: PlacePhrase, _ choice: Choice, _ containers: [PlacePhrase], isListed: Bool) -> Bool
  {
    if phrase.kindWord != nil || phrase.frame != .plain { return false }
    if choice.place.isOrdinaryWord, !(phrase.isIntroduced && choice.place.importance >= 4) { return true }
    if phrase.isShort, !phrase.isIntroduced { return true }
    if !containers.isEmpty { return false }
    if phrase.name.count > 1 { return !phrase.isIntroduced && choice.place.importance <= 1 }
    // Names of towns are names of people too («جاسم» Jasim, «صالح» Salih): only what every reader knows stands bare,
    // or a name in a list of places.
    switch choice.place.importance {
    case 5: return false
    case 3, 4: return !phrase.isIntroduced && !isListed
    default: return true
    }
  }

  private func choose(
    _ phrase: PlacePhrase, containers: [PlacePhrase], context: [String: Double], nearby: ResolvedPlace?
  ) -> Choice? {
    var best: Choice?
    for candidate in phrase.candidates {
      let place = store.places[candidate]
      guard fits(place, phrase) else { continue }
      var score = Double(place.importance)
      var reasons = ["importance \(place.importance)"]
      func add(_ points: Double, _ reason: String) {
        score += points
        reasons.append(reason)
      }
      kindScore(place, phrase, add)
      for container in containers { containment(of: place, in: container, add) }
      if let share = context[place.admin1] { add(2.5 * share, "the text speaks of \(place.admin1)") }
      if let nearby, !place.kind.isAdmin {
        let km = Geodesic.wgs84.distanceKm(from: place.point, to: nearby.point)
        if km < 80 { add(1.5 * (1 - km / 80), "\(Int(km)) km from \(nearby.id)") }
      }
      if score > best?.score ?? -.infinity { best = Choice(place: place, score: score, reasons: reasons) }
    }
    return best
  }

  private func fits(_ place: Place, _ phrase: PlacePhrase) -> Bool {
    switch phrase.frame {
    case .governorate: place.kind == .governorate
    case .subdistrict: place.kind == .subdistrict || !place.kind.isAdmin
    case .plain where phrase.kindWord == nil: place.kind != .district && place.kind != .subdistrict
    case .plain, .near, .around:
      !place.kind.isAdmin || phrase.kindWord == nil && place.kind != .district && place.kind != .subdistrict
    case .district: place.kind != .subdistrict
    case .countryside, .direction, .badia: place.kind != .district && place.kind != .subdistrict
    case .road, .between:
      place.kind != .district && place.kind != .subdistrict && place.kind != .governorate && place.kind != .country
    }
  }

  private func kindScore(_ place: Place, _ phrase: PlacePhrase, _ add: (Double, String) -> Void) {
    if phrase.frame == .subdistrict, place.kind == .subdistrict { add(5, "called a subdistrict") }
    if phrase.frame == .district, place.kind == .district { add(-2, "an area more often than a district") }
    if place.kind == .governorate {
      // «في دير الزور», "in Deir ez-Zor", is the governorate unless the text says city.
      if phrase.kindWord == nil, phrase.frame != .near, phrase.frame != .around {
        add(2.5, "a governorate's name without more")
      }
      if phrase.frame == .countryside || phrase.kindWord == "governorate" { add(3, "its countryside") }
    }
    guard let word = phrase.kindWord, word != "governorate" else { return }
    let settlement: Set<PlaceKind> = [.city, .town, .village, .hamlet, .neighbourhood]
    switch word {
    case "city":
      add(
        place.kind == .city ? 3 : place.kind == .town ? 2.5 : settlement.contains(place.kind) ? 0 : -3, "called a city")
    case "town":
      add([.town, .city].contains(place.kind) ? 2.5 : settlement.contains(place.kind) ? 1.5 : -3, "called a town")
    case "village":
      add([.village, .hamlet].contains(place.kind) ? 2.5 : place.kind == .town ? 1.5 : -3, "called a village")
    case "neighbourhood": add(place.kind == .neighbourhood ? 4 : -3, "called a quarter")
    case "camp": add(place.kind == .camp ? 4 : -2, "called a camp")
    default: add(place.kind.rawValue == word ? 3 : settlement.contains(place.kind) ? -1 : 0.5, "called \(word)")
    }
  }

  private func containment(of place: Place, in container: PlacePhrase, _ add: (Double, String) -> Void) {
    var best = -6.0
    var reason = "not in what contains it"
    for index in container.candidates {
      let outer = store.places[index]
      if outer.id == place.id { continue }
      var points = -6.0
      if outer.kind == .country {
        points = 0
      } else if outer.kind.isAdmin {
        if [place.admin1, place.admin2, place.admin3].contains(outer.id) {
          points = 6
          if let side = container.side, let part = store.part(of: outer.id, towards: side), side != .centre {
            let km = Geodesic.wgs84.distanceKm(from: part.point, to: place.point)
            points += 2 * (1 - min(1, km / max(part.extentKm, 1)))
          }
        }
      } else {
        let (km, bearing) = { ($0.distanceKm, $0.bearing) }(Geodesic.wgs84.inverse(from: outer.point, to: place.point))
        let reach = max(outer.extentKm, container.frame == .countryside ? 35 : 15)
        if km <= reach * 2.5 { points = 5 - 3 * km / (reach * 2.5) }
        if let side = container.side?.bearing, km > 1 {
          let apart = abs((bearing - side + 540).truncatingRemainder(dividingBy: 360) - 180)
          points += apart <= 70 ? 1.5 : -1.5
        }
      }
      if points > best { (best, reason) = (points, points > 0 ? "in \(outer.id)" : "not in \(outer.id)") }
    }
    if !container.candidates.isEmpty { add(best, reason) }
  }

  private func nearest(_ candidates: [Int], to point: Coordinate) -> Place? {
    candidates.map { store.places[$0] }.filter { !$0.kind.isAdmin }
      .min {
        let a = Geodesic.wgs84.distanceKm(from: $0.point, to: point) - 40 * Double($0.importance)
        let b = Geodesic.wgs84.distanceKm(from: $1.point, to: point) - 40 * Double($1.importance)
        return a < b
      }
  }
}
