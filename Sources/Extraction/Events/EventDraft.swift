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
  /// «كما», «كذلك»: told as something else than what stands before.
  var isNew = false
  /// «هجوم آخر», "another attack": it is none of those told before.
  var isOther = false
  /// The trigger is definite and nothing else is told: it speaks of an event told before.
  var isReference = false
  var rules: [String] = []
  /// Told by the draft itself rather than by its surroundings.
  var hasOwnDate = false
  var hasOwnPlace = false

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
    let told = items.filter { $0.effect == effect }
    // A figure beats the vague plural that announces it.
    var figures = told.filter { !$0.value.isVague }
    // «جثتين لشخصين قُتلا»: the bodies are those killed.
    if effect == .killed, figures.contains(where: \.isBody) { figures = figures.filter(\.isBody) }
    if let update = figures.last(where: \.isUpdate) { return update.value }
    guard let first = figures.first else { return told.first?.value }
    return figures.dropFirst().reduce(first.value) { $0 + $1.value }
  }

  /// A period is told with it.
  var isPeriodTold: Bool {
    dates.contains { $0.isSince || [.month, .period, .year, .week].contains($0.span.precision) }
  }

  /// Tells the dead of a long period, not of one event: «380 قتيلاً منذ الخامس عشر من الشهر».
  var isSum: Bool {
    guard !items.isEmpty, !dates.isEmpty else { return false }
    return dates.allSatisfy { date in
      if date.isSince { return true }
      guard let start = date.span.start, let end = date.span.end else { return false }
      return end.dayNumber - start.dayNumber >= 6 && date.span.precision != .approx
    }
  }

  /// The place told most exactly; a place something only moves towards does not count.
  var place: PlaceExpression? {
    let known = places.filter { !$0.isForeign && $0.place != nil }
    var here = known.filter { !$0.isDirectional }
    // A movement happens on its way.
    if here.isEmpty, triggers.contains(where: { $0.meaning.type == .movement }) { here = known }
    return here.min { Self.rank($0) < Self.rank($1) } ?? nil
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

/// Chooses a draft's type from its triggers: the first strong one, refined by the means.
enum EventTypeRule {
  static func type(of draft: EventDraft) -> EventType {
    let strong = draft.triggers.filter { $0.meaning.strength == .strong }
    let weak = draft.triggers.filter { $0.meaning.strength == .weak }
    let means = draft.triggers.filter { $0.meaning.strength == .means }.map(\.meaning.type)
    let has = { (type: EventType) in strong.contains { $0.meaning.type == type } }
    let bodies = draft.items.contains(where: \.isBody)
    if has(.bodyFound) || means.contains(.bodyFound) && bodies { return .bodyFound }
    if has(.airAssault) { return .airAssault }
    if has(.prisonBreak) { return .prisonBreak }
    guard let first = strong.first(where: { !$0.isDefinite }) ?? strong.first ?? weak.first else {
      if let means = means.first(where: { $0 != .bodyFound && $0 != .armedAttack }) { return means }
      return fromCasualties(draft)
    }
    var type = first.meaning.type
    switch type {
    case .armedAttack, .clash:
      if has(.abduction), draft.total(.killed) == nil { return .abduction }
      if type == .clash, has(.armedAttack) { type = .armedAttack }
      if type == .armedAttack {
        if has(.airstrike) || means.contains(.airstrike) { return .airstrike }
        if has(.explosion) || means.contains(.explosion) { return .explosion }
        if !means.contains(.armedAttack), has(.shelling) || means.contains(.shelling) { return .shelling }
        if has(.assassination) { return .assassination }
        return isKillingOfOne(draft) ? .assassination : .armedAttack
      }
    case .shelling:
      if has(.airstrike) || means.contains(.airstrike) { return .airstrike }
    case .assassination:
      if means.contains(.explosion) || has(.explosion) { return .explosion }
    case .operations:
      if let better = strong.first(where: { $0.meaning.type != .operations }) { return better.meaning.type }
    case .securityOperation, .seizure:
      if has(.abduction) { return .abduction }
    case .movement:
      if let better = strong.first(where: { $0.meaning.type != .movement && $0.meaning.type != .operations }) {
        return better.meaning.type
      }
    default: break
    }
    return type
  }

  private static func fromCasualties(_ draft: EventDraft) -> EventType {
    if draft.total(.killed) == nil, draft.total(.wounded) == nil, draft.total(.captured) != nil {
      return .securityOperation
    }
    return isKillingOfOne(draft) ? .assassination : .armedAttack
  }

  /// One or few persons shot by unidentified gunmen: «قُتل الشاب … برصاص مجهولين».
  private static func isKillingOfOne(_ draft: EventDraft) -> Bool {
    let hurt = draft.items.filter { $0.effect != .captured && !$0.value.isVague }
    guard !hurt.isEmpty, hurt.allSatisfy({ ($0.value.upper ?? 9) <= 2 }), hurt.contains(where: \.isSingle) else {
      return false
    }
    return draft.initiators.contains { $0.meanings.contains { $0.actor == .unknown } }
  }
}
