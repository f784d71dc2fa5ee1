internal import ArabicText
internal import Geography
internal import Incidents

/// Chooses among the places of a name, by what contains it, what the text calls it, what stands near it, and its weight in the news.
struct PlaceResolver {
  let text: TokenizedText
  let store: PlaceStore
  /// The spatial words of the text.
  let hits: SpatialHits
  /// Keeps the reasons and the candidates that lost.
  let explains: Bool
  let roads: RoadTable
  /// A phrase that somebody asks for: what stands behind it does not take its place, and lists are not joined.
  let asked: Range<Int>?
  /// Joins the places of a list into one expression.
  let joinsLists: Bool

  /// What is chosen for one phrase.
  struct Choice {
    /// Position in the store.
    var place: Int
    var points: Double
    /// What its containers gave; below 0 when it lies in none of them.
    var containment: Double
    /// Its share among the candidates and a place that the gazetteer may lack, 0 … 1.
    var score: Double
    var reasons: [PlaceReason]
    /// All candidates in order of their points; empty unless reasons are kept.
    var candidates: [PlaceCandidate]
  }

  func resolve(_ chains: [[PlacePhrase]], foreign: [PlaceExpression]) -> [PlaceExpression] {
    // A phrase by itself has no other to go by.
    let topic = PlaceTopic(chains.count > 1 ? chains : [], store)
    var result = foreign
    var last: [PlaceExpression] = []
    var before: PlacePhrase?
    for (index, chain) in chains.enumerated() {
      let chain = listed(ordered(chain), after: before)
      before = chain.max { $0.tokens.upperBound < $1.tokens.upperBound }
      guard var expression = expression(chain, topic: topic.without(index), before: last) else { continue }
      expression.isDirectional = isDirectional(expression.tokens.lowerBound)
      // «الباغوز وهجين والكشمة», "al-Baghuz and Hajin and al-Kashmah": names joined by «و» after a place are further
      // places of the same breath.
      if joinsLists, let previous = last.last, let place = expression.place, previous.place != nil,
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

  // «بلدتي نبل والزهراء», "the towns of Nubl and al-Zahra": what joins a list is called what its first is called.
  private func listed(_ chain: [PlacePhrase], after before: PlacePhrase?) -> [PlacePhrase] {
    guard let before, let head = chain.first, head.frame == .plain || head.frame == before.frame,
      (0...1).contains(head.tokens.lowerBound - before.tokens.upperBound),
      head.lead.contains(.conjunction) || head.tokens.lowerBound > before.tokens.upperBound
    else { return chain }
    let gap = before.tokens.upperBound..<head.tokens.lowerBound
    guard gap.allSatisfy({ [0x60C, 0x2C].contains(text.tokens[$0].scalar) || text.isWord($0, PlaceFrameWord.and) })
    else {
      return chain
    }
    var chain = chain
    chain[0].isListed = true
    // «باديتي الرصافة والسخنة», "the deserts of Resafa and al-Sukhnah".
    if before.frame == .badia, head.frame == .plain, head.kindWord == nil { chain[0].frame = .badia }
    if head.kindWord == nil, before.frame == .plain, head.frame == .plain, let word = before.kindWord {
      chain[0].kindWord = word
      chain[0].isIntroduced = true
    }
    return chain
  }

  // A wide head gives way to what stands exactly in it: «على طريق تدمر دير الزور قرب كباجب» "on the Palmyra–Deir ez-Zor road near
  // Kabajib", «على ضفة الخابور في بلدة العريشة» "on the bank of the Khabur in the town of al-Arishah".
  private func ordered(_ chain: [PlacePhrase]) -> [PlacePhrase] {
    guard chain.count > 1, isWide(chain[0]),
      let exact = chain.indices.dropFirst().first(where: { isExact(chain[$0], in: chain[0]) }),
      asked.map({ chain[exact].tokens.lowerBound < $0.upperBound }) ?? true
    else { return chain }
    var result = chain
    var head = result.remove(at: exact)
    head.isIntroduced = true
    head.lead = chain[0].lead
    head.tokens = chain[0].tokens.lowerBound..<head.tokens.upperBound
    // «الضفة الشرقية لنهر الفرات قبالة الميادين», "the east bank opposite al-Mayadin", is not al-Mayadin: the river runs south-east.
    if head.frame == .near, let bank = chain[0].candidates.first.map(store.id(at:)), bank.hasPrefix("euphrates-"),
      bank.hasSuffix("-bank")
    {
      (head.frame, head.side, head.isBank) = (.direction, bank == "euphrates-east-bank" ? .northEast : .southWest, true)
      result.removeFirst()
    }
    // A road holds what lies at it by its line, not by its name.
    if chain[0].frame == .road || chain[0].frame == .between { result.removeFirst() }
    return [head] + result
  }

  private func isWide(_ phrase: PlacePhrase) -> Bool {
    guard phrase.anaphor == nil, !phrase.candidates.isEmpty else { return false }
    switch phrase.frame {
    case .road, .between, .badia, .governorate: return true
    case .countryside, .direction, .plain, .district:
      return phrase.candidates.allSatisfy { candidate in
        switch store.records[candidate].kind {
        case .governorate, .country, .region, .badia, .road, .river, .district: true
        default: phrase.frame != .plain && hasUnit(phrase)
        }
      }
    case .near, .around, .entrance, .subdistrict: return false
    }
  }

  // «ريف حماة», "the countryside of Hama", is the governorate's, although the city has the same name.
  private func hasUnit(_ phrase: PlacePhrase) -> Bool {
    phrase.candidates.contains { store.records[$0].kind == .governorate }
  }

  private func isExact(_ phrase: PlacePhrase, in head: PlacePhrase) -> Bool {
    guard !phrase.candidates.isEmpty else { return false }
    switch phrase.frame {
    case .near, .around, .entrance: break
    case .between: return true
    // «على ضفة الخابور شمالي بلدة الصور», "on the bank of the Khabur north of al-Suwar".
    case .direction
    where head.candidates.allSatisfy({ store.records[$0].kind == .river || store.records[$0].kind == .road }):
      break
    case .plain where phrase.kindWord != nil: break
    default: return false
    }
    return phrase.candidates.contains { candidate in
      switch store.records[candidate].kind {
      case .governorate, .district, .subdistrict, .country, .region, .badia, .road, .river: false
      default: true
      }
    }
  }

  // Where something goes to or someone comes from: «باتجاه حماة» "towards Hama", «إلى مشافي الرقة» "to the hospitals of Raqqa",
  // «نازح من القورية» "a displaced man from al-Quriyah".
  private func isDirectional(_ token: Int) -> Bool {
    // «في كل من سوريا والعراق»: "in each of Syria and Iraq", not "from".
    if text.isWord(token - 2, PlaceFrameWord.each) { return false }
    // «في أنحاء متفرقة من شمال سوريا», "in various parts of northern Syria", and «من أهالي بلدة نوى», "a native of Nawa".
    if text.isWord(token - 1, PlaceFrameWord.from),
      (2...3).contains(where: { text.isWord(token - $0, among: PlaceFrameWord.partitive) })
    {
      return false
    }
    if text.isWord(token - 2, PlaceFrameWord.from), text.isWord(token - 1, among: PlaceFrameWord.natives) {
      return true
    }
    // «قصف مصدره حواجز النظام في حلفايا», "shelling whose source were the regime's checkpoints in Halfaya", «أقلعت من قاعدة حميميم» "took off from
    // the Hmeimim base", «قوات النظام المتمركزة في معسكر جورين» "regime forces stationed in the Jurin camp"
    for back in 1...5 where token - back >= 0 {
      if text.tokens[token - back].kind == .mark, text.tokens[token - back].scalar == 0x60C { break }
      if text.isWord(token - back, among: PlaceFrameWord.sourceOfFire) { return true }
    }
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
    guard phrase.lead.contains(.conjunction) || gap == 1 else { return false }
    guard let first = a.place?.precision, let second = b.place?.precision else { return false }
    let wide: Set<PlacePrecision> = [.governorate, .region, .country]
    return wide.contains(first) == wide.contains(second)
  }

  /// One chain as an expression; nil when its name is more likely an ordinary word.
  private func expression(
    _ chain: [PlacePhrase], topic: PlaceTopic, before: [PlaceExpression]
  ) -> PlaceExpression? {
    let head = chain[0]
    let tokens = head.tokens.lowerBound..<(chain.map(\.tokens.upperBound).max() ?? head.tokens.upperBound)
    let containers = Array(chain.dropFirst())
    let previous = before.last(where: { $0.place != nil && tokens.lowerBound - $0.tokens.upperBound < 60 })
    let nearby = previous?.place.flatMap { store.position(of: $0.id) }
    var rules = chain.flatMap(\.rules)
    if let anaphor = head.anaphor {
      guard let place = antecedent(of: anaphor, head, before: before) else { return nil }
      return PlaceExpression(
        tokens: tokens, place: place, isAnaphor: true, score: 0.8, reasons: [.namedBefore],
        rules: rules + ["frame:place-anaphor"])
    }
    if let choice = choose(head, containers: containers, topic: topic, nearby: nearby),
      !contradicts(choice, head, containers)
    {
      let isListed = before.last.map { $0.place != nil && tokens.lowerBound - $0.tokens.upperBound <= 1 } ?? false
      let support = nearby.map { store.records[$0].roughKm(to: store.records[choice.place]) < 50 } ?? false
      if isDoubtful(head, choice, containers, isListed: isListed, hasSupport: support) {
        // Who asks for the phrase is told why it stays open.
        return asked.map { $0.overlaps(tokens) } == true
          ? PlaceExpression(tokens: tokens, place: nil, reasons: [.doubtful], candidates: choice.candidates) : nil
      }
      let place = store.place(at: unit(choice.place, head) ?? choice.place)
      let other = head.otherEnd.isEmpty ? nil : nearest(head.otherEnd, to: store.records[choice.place])
      rules.append("place:\(place.id)")
      rules.append("frame:place-\(head.frame.rawValue)")
      let resolved = PlaceFootprints(store: store, roads: roads).resolved(
        place, phrase: head, other: other.map(store.place(at:)), containers: containers)
      // «شرق تدمر بـ 500 كم»: nobody writes so of Syria.
      if let distance = head.distanceKm, distance > 60, head.side != nil,
        store.units(around: resolved.point).nearestKm == nil
      {
        return PlaceExpression(tokens: tokens, place: nil, reasons: [.abroad], rules: rules)
      }
      return PlaceExpression(
        tokens: tokens,
        place: resolved, kind: place.kind,
        score: choice.score, reasons: choice.reasons, candidates: choice.candidates, rules: rules)
    }
    // A name that is not known: its container tells where, less exactly.
    if let container = containers.first, var wider = expression(containers, topic: topic, before: before),
      container.candidates.isEmpty == false
    {
      wider.tokens = tokens
      wider.reasons.insert(.containerOnly, at: 0)
      return wider
    }
    guard head.kindWord != nil || head.isAsked, head.isIntroduced, containers.isEmpty else { return nil }
    return PlaceExpression(tokens: tokens, place: nil, reasons: [.unknownName], rules: rules)
  }

  // A road lies in more than what is said to hold it.
  private func isRoad(_ choice: Choice, _ phrase: PlacePhrase) -> Bool {
    store.records[choice.place].kind == .road || !phrase.otherEnd.isEmpty
  }

  // «ناحية جل آغا», "the subdistrict of Jil Agha": the unit whose seat has that name.
  private func unit(_ position: Int, _ phrase: PlacePhrase) -> Int? {
    guard phrase.frame == .subdistrict, !store.records[position].kind.isAdmin else { return nil }
    return store.subdistrict(seatedAt: position)
  }

  // The only place of that name lies elsewhere: the text means one that the gazetteer does not know.
  private func contradicts(_ choice: Choice, _ head: PlacePhrase, _ containers: [PlacePhrase]) -> Bool {
    guard let first = containers.first, !first.candidates.isEmpty, !store.records[choice.place].kind.isAdmin,
      !isRoad(choice, head)
    else { return false }
    return choice.containment < 0
  }

  /// The place of that kind named last: «المحافظة», "the governorate", is the governorate of the last place when none
  /// was named.
  private func antecedent(
    of kind: String, _ phrase: PlacePhrase, before: [PlaceExpression]
  ) -> ResolvedPlace? {
    // What was told more than some hundred places ago is forgotten.
    let known = before.suffix(120).reversed().compactMap(\.place).filter { $0.precision != .country }
    let footprints = PlaceFootprints(store: store, roads: roads)
    if kind == "governorate" {
      guard let pcode = spokenOf(known), let place = store[pcode] else { return nil }
      return footprints.resolved(place, phrase: phrase, other: nil, containers: [])
    }
    let found = known.first { place in
      guard let position = store.position(of: place.id) else { return false }
      let entry = store.records[position].kind
      switch kind {
      case "city": return [.city, .town].contains(entry)
      case "town", "village": return [.city, .town, .village, .hamlet].contains(entry)
      case "camp": return entry == .camp
      case "subdistrict": return [.city, .town, .subdistrict].contains(entry)
      case "neighbourhood": return entry == .neighbourhood
      case "prison", "base", "oil-field", "crossing":
        return Self.isCalled(entry, kind) || kind == "base" && entry == .base
      default: return true
      }
    }
    guard let found, phrase.frame != .plain, phrase.side != nil || phrase.frame == .around || phrase.frame == .near,
      let place = store[found.id]
    else { return found }
    // «شمال غربي المدينة», "north-west of the city".
    return footprints.resolved(place, phrase: phrase, other: nil, containers: [])
  }

  /// The governorate that the text has spoken of most, itself and its seat counting twice; of several the last. Damascus is mostly
  /// the government, and is meant only when nothing else is there.
  /// - Parameter known: the places before, the last first.
  private func spokenOf(_ known: [ResolvedPlace]) -> String? {
    var weights: [(pcode: String, weight: Int)] = []
    for place in known {
      guard let pcode = place.admin1?.pcode else { continue }
      let kind = store.position(of: place.id).map { store.records[$0].kind }
      let weight = kind == .governorate || kind == .city ? 2 : 1
      if let index = weights.firstIndex(where: { $0.pcode == pcode }) {
        weights[index].weight += weight
      } else {
        weights.append((pcode, weight))
      }
    }
    let outside = weights.filter { $0.pcode != "SY01" }
    let candidates = outside.isEmpty ? weights : outside
    let most = candidates.map(\.weight).max()
    return candidates.first { $0.weight == most }?.pcode
  }

  // A bare word that happens to be a hamlet's name tells no place: it takes a spatial word, a preposition with a container, or weight.
  private func isDoubtful(
    _ phrase: PlacePhrase, _ choice: Choice, _ containers: [PlacePhrase], isListed: Bool, hasSupport: Bool
  ) -> Bool {
    if phrase.isAsked { return false }
    // «هاجم مسلحون الجسر», "gunmen attacked the bridge", «قرب الجسر», "near the bridge": not Jisr al-Shughur unless the text is there
    // already.
    if phrase.name.count == 1, phrase.kindWord == nil, choice.containment <= 0, !hasSupport,
      phrase.isShort || [.plain, .near, .around].contains(phrase.frame),
      hits.hit(at: phrase.name.lowerBound, .locality) != nil
    {
      return true
    }
    if phrase.kindWord != nil || phrase.frame != .plain { return false }
    let place = store.records[choice.place]
    if phrase.isShort, !phrase.isIntroduced { return true }
    if !containers.isEmpty, choice.containment > 0 {
      return (place.isOrdinaryWord || place.importance == 1) && !phrase.isIntroduced
    }
    if phrase.name.count > 1 {
      // «أبو حسن الحلبي», "Abu Hasan al-Halabi", is a man.
      if text.isWord(phrase.name.lowerBound, among: PlaceFrameWord.personal), place.importance <= 3 {
        return !phrase.isIntroduced
      }
      return !phrase.isIntroduced && place.importance <= (isListed || hasSupport ? 1 : 2)
    }
    if phrase.isOrdinaryWord { return !(phrase.isIntroduced && hasSupport) }
    if place.isOrdinaryWord {
      // «عثر على الراعي», "the shepherd was found", has no place; the text must speak of the neighbourhood already.
      return !(phrase.isIntroduced && (place.importance == 5 || place.importance == 4 && hasSupport))
    }
    // Names of towns are names of people too («جاسم» Jasim, «صالح» Salih): only what every reader knows stands bare,
    // or a name in a list of places.
    switch place.importance {
    case 5: return false
    case 4: return !phrase.isIntroduced && !isListed && !(place.kind == .region || place.kind == .badia)
    case 3: return !phrase.isIntroduced && !isListed
    default: return !(hasSupport && (phrase.isIntroduced || isListed) && place.importance == 2)
    }
  }

  private func nearest(_ candidates: [Int], to record: PlaceRecord) -> Int? {
    candidates.filter { !store.records[$0].kind.isAdmin }
      .min {
        let a = store.records[$0].roughKm(to: record) - 40 * Double(store.records[$0].importance)
        let b = store.records[$1].roughKm(to: record) - 40 * Double(store.records[$1].importance)
        return a < b
      }
  }
}
