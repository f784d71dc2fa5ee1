internal import Articles
internal import Incidents

/// The items between reading and telling, in the order of the input.
struct BatchWindow {
  /// How many articles are being read by workers.
  private(set) var running = 0
  /// The length of all texts in the window, UTF-8.
  private(set) var bytes = 0
  private(set) var summary = BatchSummary()

  private var slots: [Slot] = []
  // The number of the item in the first slot.
  private var first = 0

  private struct Slot {
    // What is known before the article is read.
    var reading: BatchReading
    // nil while a worker reads.
    var event: BatchEvent?
  }

  /// How many items the window holds.
  var count: Int { slots.count }

  /// Takes an item in; the report to read when there is one, with its number.
  mutating func enter(_ item: ArticleItem, _ keys: inout ReportKeys) -> (number: Int, report: Report)? {
    var slot = Slot(reading: BatchReading(records: [], unresolvedPlaces: [], source: item.source))
    defer { slots.append(slot) }
    switch item {
    case .skipped(let reason, let source): slot.event = .skipped(reason, from: source)
    case .fault(let error): slot.event = .fault(.article(error))
    case .report(let report, let source, let warnings):
      switch keys.enter(report, from: source) {
      case .repeated(let first): slot.event = .repeated(key: report.key, from: source, first: first)
      case .contradicts(let first): slot.event = .fault(.sameKey(report.key, first: first, second: source))
      case .new:
        slot.reading.warnings = warnings
        slot.reading.textBytes = report.text.utf8.count
        slot.reading.isDated = report.published != nil
        bytes += slot.reading.textBytes
        running += 1
        return (first + slots.count, report)
      }
    }
    return nil
  }

  /// Notes what a worker has read.
  mutating func finish(_ finished: FinishedReading) {
    running -= 1
    let index = finished.number - first
    guard slots.indices.contains(index) else { return }
    slots[index].reading.records = finished.content.records
    slots[index].reading.unresolvedPlaces = finished.content.unresolvedPlaces
    slots[index].event = .read(slots[index].reading)
  }

  /// Tells the items from the first on that are finished, and lets go of them.
  mutating func tellFinished<Failure: Error>(_ tell: (BatchEvent) throws(Failure) -> Void) throws(Failure) {
    var told = 0
    while told < slots.count, let event = slots[told].event {
      summary.add(event)
      bytes -= slots[told].reading.textBytes
      told += 1
      try tell(event)
    }
    slots.removeFirst(told)
    first += told
  }
}
