internal import Gazetteer
internal import Incidents

/// What joining and writing did with the drafts of a report; kept only when somebody asks why.
final class ReadingTrace {
  /// True when the article as a whole tells no incidents.
  var isElsewhere = false
  /// All drafts as they were read, before any was joined.
  var drafts: [EventDraft] = []
  /// The drafts that became records, in the order of the records.
  private(set) var kept: [Kept] = []
  /// The joined drafts that did not.
  private var dropped: [Range<Int>: DiscardReason] = [:]
  // The position of each record by the tokens of its draft.
  private var positions: [Range<Int>: Int] = [:]
  // From the tokens of a draft to those of the one that took it in.
  private var takenIn: [Range<Int>: (tokens: Range<Int>, isHeadline: Bool)] = [:]

  /// A draft that became a record, with the choices made for it.
  struct Kept {
    var draft: EventDraft
    var date: DateExpression?
    /// The date is only that on which somebody said it.
    var isStatement: Bool
    var place: PlaceExpression?
    /// Where the text was, for a draft that tells no place.
    var inherited: PlaceExpression?
    /// What speaks for and against it.
    var features = ConfidenceFeatures()
  }

  /// What became of a draft.
  enum Fate {
    /// It is the main telling of the record at this position.
    case record(Int)
    /// It was taken in by the record at this position.
    case merged(Int, isHeadline: Bool)
    case dropped(DiscardReason)
  }

  /// Notes that one draft now stands for two.
  func join(_ a: Range<Int>, _ b: Range<Int>, into main: Range<Int>, isHeadline: Bool = false) {
    for tokens in [a, b] where tokens != main { takenIn[tokens] = (main, isHeadline) }
  }

  /// Notes that a draft became a record.
  func keep(_ kept: Kept) {
    if positions[kept.draft.tokens] == nil { positions[kept.draft.tokens] = self.kept.count }
    self.kept.append(kept)
  }

  /// Notes that a draft made no record.
  func drop(_ draft: EventDraft, _ reason: DiscardReason) { dropped[draft.tokens] = reason }

  /// The tokens of the drafts that each record took in, by its position, in the order of the text.
  func tellings() -> [Int: [Range<Int>]] {
    var result: [Int: [Range<Int>]] = [:]
    for draft in drafts {
      if case .merged(let index, _) = fate(of: draft) { result[index, default: []].append(draft.tokens) }
    }
    return result
  }

  /// What became of a draft that was read; nil when it is lost from sight.
  func fate(of draft: EventDraft) -> Fate? {
    var tokens = draft.tokens
    var isTaken = false
    var isHeadline = false
    // Each step goes to another draft, so that there cannot be more steps than drafts.
    for _ in drafts.indices {
      guard let next = takenIn[tokens] else { break }
      (tokens, isTaken, isHeadline) = (next.tokens, true, isHeadline || next.isHeadline)
    }
    if let index = positions[tokens] {
      return isTaken ? .merged(index, isHeadline: isHeadline) : .record(index)
    }
    return dropped[tokens].map { .dropped($0) }
  }
}
