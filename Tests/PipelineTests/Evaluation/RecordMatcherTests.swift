import Incidents
import Pipeline
import Testing

@Suite("Which extracted record is which annotated one")
struct RecordMatcherTests {
  // "Three soldiers were killed near Palmyra. Aircraft bombed another town in the evening."
  private static let text = "قُتل ثلاثة جنود قرب تدمر.\nقصف الطيران بلدة أخرى مساء اليوم."

  private func found(_ gold: [GoldRecord], _ records: [Record], in text: String = text) -> Int {
    EvaluationSamples.evaluate(text, gold, records).counts[.all].found
  }

  @Test(
    "three tenths of the shorter evidence are enough, less is not",
    arguments: [("abcdefghij", "hijklmnopq", 1), ("abcdefghij", "ijklmnopqr", 0), ("ab", "bcdefghijklmnop", 1)])
  func overlap(gold: String, predicted: String, expected: Int) {
    let text = "abcdefghijklmnopqrstuvwxyz"
    #expect(found([EvaluationSamples.gold(gold)], [EvaluationSamples.record(predicted)], in: text) == expected)
  }

  @Test("evidence above 600 scalars and above three times the annotated one is measured by its own length")
  func wholeArticle() {
    let text = String(repeating: "ق", count: 100) + String(repeating: "ب", count: 600)
    func found(_ gold: Int, _ predicted: Int) -> Int {
      self.found(
        [EvaluationSamples.gold(String(text.prefix(gold)))],
        [EvaluationSamples.record(String(text.prefix(predicted)))], in: text)
    }
    #expect(found(100, 600) == 1)
    // 100 of 601 is less than three tenths.
    #expect(found(100, 601) == 0)
    // 200 of 601 is more.
    #expect(found(200, 601) == 1)
    // Not above three times 201: the shorter one counts.
    #expect(found(201, 603) == 1)
  }

  @Test("a vowel sign counts, in what is equal and in how long it is")
  func scalars() {
    // Twelve scalars each, four of them shared; counted in letters it would be two of ten, too few.
    let text = "zzzzzzzzقُقُabcdefgh"
    #expect(found([EvaluationSamples.gold("قُقُabcdefgh")], [EvaluationSamples.record("zzzzzzzzقُقُ")], in: text) == 1)
    #expect(found([EvaluationSamples.gold("ققabcdefgh")], [EvaluationSamples.record("zzzzzzzzقُقُ")], in: text) == 0)
  }

  @Test(
    "equal types and those of one family may be the same event, others not",
    arguments: [
      (EventType.armedAttack, EventType.armedAttack, 1), (.armedAttack, .clash, 1), (.clash, .prisonBreak, 1),
      (.airstrike, .shelling, 1), (.abduction, .securityOperation, 1), (.bodyFound, .execution, 1),
      (.airstrike, .clash, 0), (.movement, .operations, 0), (.seizure, .abduction, 0), (.bodyFound, .armedAttack, 0),
    ])
  func families(gold: EventType, predicted: EventType, expected: Int) {
    let words = "قرب تدمر"
    #expect(found([EvaluationSamples.gold(words, gold)], [EvaluationSamples.record(words, predicted)]) == expected)
    #expect(found([EvaluationSamples.gold(words, predicted)], [EvaluationSamples.record(words, gold)]) == expected)
  }

  @Test("a tally is never an incident")
  func kinds() {
    let words = "قرب تدمر"
    #expect(found([EvaluationSamples.gold(words)], [EvaluationSamples.record(words, .armedAttack, .tally)]) == 0)
  }

  @Test("other words state the same event where place, day and the dead agree, unless the place is wide")
  func toldElsewhere() {
    var gold = EvaluationSamples.gold("قُتل ثلاثة جنود")
    gold.place = GoldPlace(point: GoldPoint(latitude: 34, longitude: 38), level: .locality)
    gold.killed = .told(3, 3)
    var record = EvaluationSamples.record("قصف الطيران")
    record.place = EvaluationSamples.place(38, 34, .locality)
    record.killed = .exactly(3)
    #expect(found([gold], [record]) == 1)

    var other = record
    other.evidence.text = "كلمات لا تقف في النص"  // "words that do not stand in the text"
    #expect(found([gold], [other]) == 0)
    other = record
    other.killed = .exactly(4)
    #expect(found([gold], [other]) == 0)
    other = record
    other.time = DateSpan(
      start: EvaluationSamples.day, end: CalendarDate(dayNumber: EvaluationSamples.day.dayNumber + 1),
      precision: .period)
    #expect(found([gold], [other]) == 0)
    other = record
    other.place = EvaluationSamples.place(38, 34.1, .locality)
    #expect(found([gold], [other]) == 0)

    var wide = gold
    wide.place?.level = .district
    #expect(found([wide], [record]) == 0)
    wide.place?.level = .area
    #expect(found([wide], [record]) == 1)
    wide.place = nil
    record.place = nil
    #expect(found([wide], [record]) == 0)
  }

  @Test("pairs are one to one, the best first, though more could be found otherwise")
  func greedy() {
    // The first extracted record fits both annotated ones, the first one best; the second fits the first annotated one alone.
    let text = "abcdefghij"
    let gold = [EvaluationSamples.gold("abcdefgh"), EvaluationSamples.gold("ghij")]
    let records = [EvaluationSamples.record("abcdefgh"), EvaluationSamples.record("abcd", .clash)]
    // Similarities: 1 + 1.5 × 1 + …; gold 2 and record 1 share two of four.
    let evaluation = EvaluationSamples.evaluate(text, gold, records)
    #expect(evaluation.counts[.all].found == 1)
    #expect(evaluation.misses.map(\.kind) == [.missed, .spurious])
    #expect(evaluation.misses.map(\.evidence) == ["ghij", "abcd"])
    #expect(found(gold, [records[0]], in: text) == 1)
    #expect(found([gold[1]], [records[0]], in: text) == 1)
    #expect(found([gold[0]], [records[1]], in: text) == 1)
  }

  @Test("of equally good pairs the later annotated record goes first, then the later extracted one")
  func ties() {
    let words = "قرب تدمر"
    let gold = [EvaluationSamples.gold(words), EvaluationSamples.gold(words)]
    var records = [EvaluationSamples.record(words), EvaluationSamples.record(words)]
    // The wounded count nothing in the choice, but tell who was paired with whom.
    records[1].wounded = .exactly(7)
    var wounded = gold
    wounded[1].wounded = .told(7, 7)
    let right = EvaluationSamples.evaluate(Self.text, wounded, records).counts.attribute(.woundedStated)
    #expect(right.right == 1)
    #expect(right.measured == 1)
    let single = EvaluationSamples.evaluate(Self.text, [wounded[0]], records)
    #expect(single.counts.attribute(.woundedStated).measured == 1)
    #expect(single.misses.map(\.kind) == [.partly, .spurious])
  }
}
