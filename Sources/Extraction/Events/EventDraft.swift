internal import ArabicText
internal import Gazetteer
internal import Incidents

/// An event on its way to a record: everything that the clauses binding it together tell.
struct EventDraft {
  var kind = RecordKind.incident
  var triggers: [Trigger] = []
  var items: [CasualtyReader.Item] = []
  var dates: [DateExpression] = []
  var places: [PlaceExpression] = []
  /// Places behind «من» "from".
  var origins: Set<Range<Int>> = []
  var initiators: [ActorUse] = []
  var targets: [ActorUse] = []
  /// People named as the object of the deed; they are the target unless a force is.
  var peopleHit: [ActorUse] = []
  var count: CountRange?
  var countTokens: Range<Int>?
  var attribution: (name: String, tokens: Range<Int>)?
  /// The clauses that tell it.
  var tokens: Range<Int>
  var sentence: Int
  /// The last sentence that goes on about it.
  var lastSentence: Int
  var isHeadline = false
  /// «كما» "moreover", «كذلك» "likewise": told as something else than what stands before.
  var isNew = false
  /// «هجوم آخر», "another attack": it is none of those told before.
  var isOther = false
  /// A sum told as a part of the one before: «و76 في حمص», "and 76 in Homs".
  var isPart = false
  var rules: [String] = []

  /// A word that tells an event.
  struct Trigger {
    var meaning: TriggerMeaning
    var tokens: Range<Int>
    var clitics: Clitics
    var rule: String
    var isDefinite: Bool
  }

  /// An actor on a side, with the words.
  struct ActorUse {
    var meanings: [ActorMeaning]
    var tokens: Range<Int>
    var rule: String
  }

  init(tokens: Range<Int>, sentence: Int) {
    self.tokens = tokens
    self.sentence = sentence
    lastSentence = sentence
  }

  /// The total of one effect; nil when it is not told.
  func total(_ effect: Effect) -> CountRange? {
    // «جُرح 4 …، ولم يُصب أحد في القرية الأخرى», "4 were wounded …, and nobody was hurt in the other village": nobody is told only where nobody was.
    let hurt = items.filter { ($0.value.lower ?? 0) > 0 }.map(\.tokens.lowerBound)
    let told = items.filter { item in
      guard item.effect == effect else { return false }
      return hurt.isEmpty || !item.rules.contains("frame:no-casualties")
        || hurt.contains { abs($0 - item.tokens.lowerBound) <= 20 }
    }
    // A figure beats the vague plural that announces it.
    var figures = told.filter { !$0.value.isVague }
    // «جثتين لشخصين قُتلا», "two bodies of two people who were killed": the bodies are those killed.
    if let update = figures.last(where: \.isUpdate) { return update.value }
    if effect == .killed, figures.contains(where: \.isBody) { figures = figures.filter(\.isBody) }
    // «سقوط تسعة قتلى …، في حين قال ناشطون إن عدد القتلى بلغ سبعة عشر», "nine dead …, while activists said that the number of the dead came to
    // seventeen": two claims of the whole, no sum.
    let tolls = figures.filter { $0.rules.contains("frame:toll-rose-to") }
    let others = figures.filter { !$0.rules.contains("frame:toll-rose-to") }
    if let toll = tolls.last, let first = others.first {
      let sum = others.dropFirst().reduce(first.value) { $0 + $1.value }
      let ends = [toll.value.lower, toll.value.upper, sum.lower, sum.upper].compactMap { $0 }
      let isOpen = toll.value.upper == nil || sum.upper == nil
      return CountRange(lower: ends.min(), upper: isOpen ? nil : ends.max())
    }
    guard let first = figures.first else { return told.first?.value }
    return figures.dropFirst().reduce(first.value) { $0 + $1.value }
  }

  /// One of the parts that a sum of dead is broken down into.
  var isPartOfDead: Bool {
    rules.contains("frame:part-of-dead") || rules.contains("frame:place-sum")
      || rules.contains("frame:place-line") && count == nil
  }

  /// A period is told with it.
  var isPeriodTold: Bool {
    dates.contains { $0.isSince || [.month, .period, .year, .week].contains($0.span.precision) }
  }

  /// Tells the dead of a long period, not of one event: «380 قتيلاً منذ الخامس عشر من الشهر», "380 dead since the
  /// 15th of the month".
  var isSum: Bool {
    guard !items.isEmpty, !dates.isEmpty else { return false }
    return dates.allSatisfy { date in
      if date.isSince { return true }
      // Of an article without its day: «خلال شهر تشرين الثاني», "during the month of November".
      if date.span.start == nil { return [.month, .year].contains(date.span.precision) }
      guard let start = date.span.start, let end = date.span.end else { return false }
      return end.dayNumber - start.dayNumber >= 6 && date.span.precision != .approx
    }
  }

  /// The place told most exactly; a place something only moves towards does not count.
  var place: PlaceExpression? {
    let known = places.filter { !$0.isForeign && $0.place != nil }
    if known.isEmpty { return nil }
    var here = known.filter { !$0.isDirectional }
    // A movement happens on its way.
    if triggers.first(where: { $0.meaning.strength == .strong })?.meaning.type == .movement {
      // «رتل من تدمر باتجاه السخنة», "a convoy from Palmyra towards al-Sukhnah": where it goes rather than where it comes from.
      here = here.filter { !isOrigin($0) }
      if here.isEmpty { here = known.filter { !isOrigin($0) } }
      if here.isEmpty { here = known }
    }
    // «اعتقلت ستة شبان من حي غويران», "arrested six young men from Ghuwayran": taken where they were.
    if here.isEmpty, items.contains(where: { $0.effect == .captured }), !places.contains(where: \.isForeign) {
      here = known
    }
    let type = type
    // «فرار سجناء من سجن غويران», "prisoners' escape from Ghuwayran prison": where they flee from.
    if type == .prisonBreak { here = known }
    return here.min {
      (Self.rank($0), Self.suits($0.kind, type) ? 0 : 1, Self.vagueness($0))
        < (Self.rank($1), Self.suits($1.kind, type) ? 0 : 1, Self.vagueness($1))
    }
  }

  private func isOrigin(_ expression: PlaceExpression) -> Bool { origins.contains(expression.tokens) }

  /// A place that the event speaks of without lying there: where its victim is from.
  var origin: PlaceExpression? { places.first { !$0.isForeign && $0.place != nil } }

  /// Whether an event of that type happens at a place of that kind rather than at another told as exactly: prisons are broken out of
  /// («فرار سجناء من سجن غويران قرب حي الزهور»), towns and villages change hands, goods are seized at crossings and checkpoints.
  private static func suits(_ kind: PlaceKind?, _ type: EventType) -> Bool {
    guard let kind else { return true }
    switch type {
    case .prisonBreak: return kind == .prison || kind == .camp
    case .territoryChange:
      return kind != .facility && kind != .checkpoint && kind != .prison
    case .seizure: return kind == .crossing || kind == .checkpoint || kind == .road
    default: return true
    }
  }

  // Of two areas the smaller tells more: «في ريف حماة … بمنطقة دويزين», "in the countryside of Hama … in the Duwayzin area".
  private static func vagueness(_ expression: PlaceExpression) -> Int {
    guard let place = expression.place, place.precision == .area else { return 0 }
    return place.uncertaintyKm < 12 ? 0 : place.uncertaintyKm < 30 ? 1 : 2
  }

  private static func rank(_ expression: PlaceExpression) -> Int {
    switch expression.place?.precision {
    case .locality, .camp: 0
    case .area: 1
    case .subdistrict: 2
    case .district: 3
    case .governorate: 4
    case .region: 5
    case .country: 6
    case .some(.none), nil: 7
    }
  }

  /// The type that the triggers and figures tell together.
  var type: EventType { EventTypeRule.type(of: self) }
}
