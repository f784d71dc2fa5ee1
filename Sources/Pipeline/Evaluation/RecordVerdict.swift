package import Incidents

/// Whether an extracted record is right, by the annotation of its article.
package struct RecordVerdict: Hashable, Sendable {
  /// An annotated record is the same event.
  package var isFound: Bool
  /// What is wrong of a record that was found.
  package var wrong: Set<Attribute>

  /// Found, with type, days, place and dead all right.
  package var isRight: Bool { isFound && wrong.isDisjoint(with: Attribute.strict) }
}

extension GoldArticle {
  /// What the annotation says of each extracted record, in their order.
  package func verdicts(on predicted: [Record]) -> [RecordVerdict] {
    var verdicts = predicted.map { _ in RecordVerdict(isFound: false, wrong: []) }
    let matcher = RecordMatcher(self, predicted: predicted)
    for pair in matcher.pairs() {
      let wrong = matcher.checks(pair).filter { !$0.isRight }.map(\.attribute)
      verdicts[pair.predicted] = RecordVerdict(isFound: true, wrong: Set(wrong))
    }
    return verdicts
  }
}
