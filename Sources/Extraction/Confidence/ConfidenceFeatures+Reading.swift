internal import ArabicText
internal import Gazetteer
internal import Incidents

extension ConfidenceFeatures {
  /// What speaks for and against a record, from the words that made it.
  init(of record: Record, _ kept: ReadingTrace.Kept, in article: AnnotatedText) {
    self.init()
    let draft = kept.draft
    let strong = draft.triggers.filter { $0.meaning.strength == .strong }
    mark(.deedKnown, !strong.isEmpty && strong.allSatisfy(\.isDefinite))
    mark(.deedsMany, strong.contains { $0.meaning.type != strong[0].meaning.type })
    mark(.deedSharp, Self.sharp.contains(record.type))
    let used = draft.items.map(\.tokens) + [draft.countTokens].compactMap { $0 }
    let unused = article.figures(in: draft.tokens).lazy
      .filter { figure in !used.prefix(Self.mostCompared).contains { $0.overlaps(figure.tokens) } }
    self[.figuresUnused] = Double(unused.prefix(3).count)
    self[.sidesUntold] = (record.initiator.isEmpty ? 1 : 0) + (record.target.isEmpty ? 1 : 0)
    mark(.dateUntold, kept.date == nil)
    mark(.dateNamed, kept.date?.basis == .calendar)
    let isEvent = record.kind == .incident
    mark(.dateVague, isEvent && kept.date != nil && !kept.isStatement && record.time.precision != .day)
    mark(.placeWide, isEvent && (record.place.map { Self.wide.contains($0.precision) } ?? false))
    mark(.placeUntold, record.place == nil)
    mark(.placeInherited, kept.inherited != nil)
    let places = draft.places.lazy.filter { !$0.isForeign }.compactMap { $0.place?.id }
    let first = places.first
    mark(.placesMany, places.contains { $0 != first })
  }

  private mutating func mark(_ feature: ConfidenceFeature, _ isSo: Bool) { self[feature] = isSo ? 1 : 0 }

  private static let sharp: Set<EventType> = [.explosion, .shelling, .airstrike, .assassination, .bodyFound]
  private static let wide: Set<PlacePrecision> = [.governorate, .region, .country]
  // A text without full stops may have thousands of figures; they are not all compared with each other.
  private static let mostCompared = 50
}
