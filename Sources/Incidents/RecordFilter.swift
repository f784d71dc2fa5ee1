/// Which records a question is about: everything that is set must hold.
package struct RecordFilter: Hashable, Sendable {
  /// Only records that may lie on or after this day.
  package var since: CalendarDate?
  /// Only records that may lie on or before this day.
  package var until: CalendarDate?
  /// Only these types; empty for all.
  package var types: Set<EventType>
  /// Only records with one of these actors on either side; empty for all.
  package var actors: Set<ActorID>
  /// Only this kind; nil for both.
  package var kind: RecordKind?

  package init(
    since: CalendarDate? = nil, until: CalendarDate? = nil, types: Set<EventType> = [], actors: Set<ActorID> = [],
    kind: RecordKind? = nil
  ) {
    self.since = since
    self.until = until
    self.types = types
    self.actors = actors
    self.kind = kind
  }

  /// How a record meets the filter.
  package enum Match: Hashable, Sendable {
    /// Surely: every day it may have happened on lies in the period.
    case certain
    /// Perhaps: only some of its days do.
    case possible
    case no
  }

  /// Holds a record against the filter. A record without any date never meets a filter with a period; one of which only
  /// the last day is known may meet it, when that day is not before the period.
  package func match(_ record: Record) -> Match {
    if let kind, record.kind != kind { return .no }
    if !types.isEmpty, !types.contains(record.type) { return .no }
    if !actors.isEmpty, actors.isDisjoint(with: record.initiator), actors.isDisjoint(with: record.target) { return .no }
    if since == nil, until == nil { return .certain }
    guard let start = record.time.start else {
      guard let end = record.time.end else { return .no }
      return since.map { end >= $0 } ?? true ? .possible : .no
    }
    // An open period ends at the latest on the day the article appeared, when that is known; one that is announced for
    // later has its first day at least.
    let end = record.time.end ?? record.source.published.map { max($0, start) }
    if let until, start > until { return .no }
    if let since, let end, end < since { return .no }
    let startsInside = since.map { start >= $0 } ?? true
    let endsInside = until.map { bound in end.map { $0 <= bound } ?? false } ?? true
    return startsInside && endsInside ? .certain : .possible
  }
}
