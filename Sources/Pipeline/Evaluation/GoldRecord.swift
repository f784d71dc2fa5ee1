package import Incidents

/// One record as a person annotated it: what an extracted record is held against.
package struct GoldRecord: Hashable, Sendable {
  package var kind: RecordKind
  package var type: EventType
  /// The first day; nil when the text does not tell.
  package var start: CalendarDate?
  /// The last day, inclusive; nil for an open period, or when the text does not tell.
  package var end: CalendarDate?
  /// nil when the text gives no place.
  package var place: GoldPlace?
  package var initiator: Set<String>
  package var target: Set<String>
  package var killed: GoldFigure
  package var wounded: GoldFigure
  package var captured: GoldFigure
  package var count: GoldFigure
  /// The words of the article that state it; empty when none were named.
  package var evidence: String

  package init(
    kind: RecordKind, type: EventType, start: CalendarDate? = nil, end: CalendarDate? = nil, place: GoldPlace? = nil,
    initiator: Set<String> = [], target: Set<String> = [], killed: GoldFigure = .untold, wounded: GoldFigure = .untold,
    captured: GoldFigure = .untold, count: GoldFigure = .untold, evidence: String = ""
  ) {
    self.kind = kind
    self.type = type
    self.start = start
    self.end = end
    self.place = place
    self.initiator = initiator
    self.target = target
    self.killed = killed
    self.wounded = wounded
    self.captured = captured
    self.count = count
    self.evidence = evidence
  }
}

/// A place as a person annotated it.
package struct GoldPlace: Hashable, Sendable {
  /// The point, degrees of WGS 84; nil for a place that was named but not located.
  package var point: GoldPoint?
  /// How exactly it is told; nil when the annotation does not say.
  package var level: PlacePrecision?
  /// The governorate's English name in any usual spelling; nil when it spans several.
  package var admin1: String?

  package init(point: GoldPoint?, level: PlacePrecision?, admin1: String? = nil) {
    self.point = point
    self.level = level
    self.admin1 = admin1
  }
}

/// A position in degrees of WGS 84, with the distance that the annotation guidelines measure by.
package struct GoldPoint: Hashable, Sendable {
  package var latitude: Double
  package var longitude: Double

  package init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// A figure as a person annotated it.
package enum GoldFigure: Hashable, Sendable {
  /// The text gives none; no figure may be extracted.
  case untold
  /// «عشرات القتلى» ("dozens of dead"): only an upper bound would be wrong.
  case vague
  /// At least one side is a number: "at least 8" is `told(8, nil)`.
  case told(Int?, Int?)

  /// True when an extracted figure says the same.
  package func isRight(_ figure: CountRange?) -> Bool {
    switch self {
    case .untold: figure?.lower == nil && figure?.upper == nil
    case .vague: figure?.upper == nil
    case .told(let lower, let upper): figure?.lower == lower && figure?.upper == upper
    }
  }
}
