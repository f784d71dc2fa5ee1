package import Incidents

/// How many records were annotated, extracted and found, and how many attributes were right: sums over articles.
package struct EvaluationCounts: Hashable, Sendable {
  /// Annotated, extracted and found records of a group.
  package struct Detection: Hashable, Sendable {
    package var gold = 0
    package var predicted = 0
    package var found = 0

    /// Found of extracted, 0…1; nil when nothing was extracted.
    package var precision: Double? { Decimals.ratio(found, predicted) }
    /// Found of annotated, 0…1; nil when nothing was annotated.
    package var recall: Double? { Decimals.ratio(found, gold) }
    /// The harmonic mean of both, 0…1; 0 when nothing was found.
    package var f1: Double { Decimals.f1(found: found, predicted: predicted, gold: gold) }
  }

  /// Which records are counted together.
  package enum Group: Hashable, Sendable {
    case all
    case kind(RecordKind)
    /// Found is here what was found with this very type.
    case type(EventType)

    fileprivate var index: Int {
      switch self {
      case .all: 0
      case .kind(let kind): 1 + (RecordKind.allCases.firstIndex(of: kind) ?? 0)
      case .type(let type): 1 + RecordKind.allCases.count + (EventType.allCases.firstIndex(of: type) ?? 0)
      }
    }
  }

  // One row of numbers, since a bootstrap adds up hundreds of thousands of articles: three of each group, two of each attribute, then
  // the strict ones.
  private var cells: [Int]

  private static let firstAttribute = 3 * (1 + RecordKind.allCases.count + EventType.allCases.count)
  private static let strictCell = firstAttribute + 2 * Attribute.allCases.count

  /// Nothing counted.
  package init() {
    cells = Array(repeating: 0, count: Self.strictCell + 1)
  }

  /// The records of a group.
  package subscript(group: Group) -> Detection {
    get {
      let first = 3 * group.index
      return Detection(gold: cells[first], predicted: cells[first + 1], found: cells[first + 2])
    }
    set {
      let first = 3 * group.index
      (cells[first], cells[first + 1], cells[first + 2]) = (newValue.gold, newValue.predicted, newValue.found)
    }
  }

  /// Found records with type, days, place and dead all right.
  package internal(set) var strict: Int {
    get { cells[Self.strictCell] }
    set { cells[Self.strictCell] = newValue }
  }

  /// How many found records were measured by an attribute, and of how many it was right.
  package func attribute(_ attribute: Attribute) -> (right: Int, measured: Int) {
    let first = Self.cell(of: attribute)
    return (cells[first], cells[first + 1])
  }

  /// Counts a found record under an attribute.
  mutating func measure(_ attribute: Attribute, isRight: Bool) {
    let first = Self.cell(of: attribute)
    if isRight { cells[first] += 1 }
    cells[first + 1] += 1
  }

  /// Adds the counts of other articles.
  package static func += (sum: inout EvaluationCounts, other: EvaluationCounts) {
    for index in sum.cells.indices { sum.cells[index] += other.cells[index] }
  }

  private static func cell(of attribute: Attribute) -> Int {
    firstAttribute + 2 * (Attribute.allCases.firstIndex(of: attribute) ?? 0)
  }
}
