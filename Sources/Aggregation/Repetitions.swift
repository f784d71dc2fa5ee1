package import Incidents

/// Tells which records of a set tell an event that another record of the set stands for.
///
/// Records hang together by `duplicate_of`, also over several steps. One of them stands for the event: the one that
/// the others name; when it is not in the set, the first that is. A second record with the same id is a repetition
/// too.
package struct Repetitions: Sendable {
  // By index of the record.
  private let isRepeated: [Bool]

  /// Looks through records once, so that many questions about them need not.
  /// - Complexity: O(*n*), with a dictionary of all ids.
  package init(_ records: [Record]) {
    var indexes: [String: Int] = [:]
    indexes.reserveCapacity(records.count)
    for (index, record) in records.enumerated() where indexes[record.id] == nil { indexes[record.id] = index }
    var standsFor: [String: Int] = [:]
    var isRepeated = Array(repeating: false, count: records.count)
    for index in records.indices {
      let event = Self.event(of: index, records, indexes)
      if let stated = indexes[event] {
        isRepeated[index] = stated != index
      } else if standsFor[event] == nil {
        standsFor[event] = index
      } else {
        isRepeated[index] = true
      }
    }
    self.isRepeated = isRepeated
  }

  /// True when another record stands for the event of this one.
  package subscript(index: Int) -> Bool { isRepeated[index] }

  // The id at the end of the chain. A chain that bites its tail would stand for nothing: its smallest id stands for it.
  private static func event(of index: Int, _ records: [Record], _ indexes: [String: Int]) -> String {
    guard var next = records[index].duplicateOf else { return records[index].id }
    var chain = [records[index].id]
    while true {
      if let start = chain.firstIndex(of: next) { return chain[start...].min() ?? next }
      guard let found = indexes[next], let further = records[found].duplicateOf else { return next }
      chain.append(next)
      next = further
    }
  }
}
