import Incidents
import Testing

struct CountRangeTests {
  @Test(arguments: [
    (CountRange.exactly(3), CountRange.exactly(4), CountRange.exactly(7)),
    (.exactly(3), .atLeast(8), .atLeast(11)), (.atLeast(1), .atLeast(2), .atLeast(3)),
    // "3 and dozens": at least 3, and no upper bound.
    (.exactly(3), .vague, .atLeast(3)), (.atLeast(2), .vague, .atLeast(2)), (.vague, .vague, .vague),
    (CountRange(lower: 2, upper: 4), CountRange(lower: 1, upper: 1), CountRange(lower: 3, upper: 5)),
    // "At most 5" and "at most 6".
    (CountRange(lower: nil, upper: 5), CountRange(lower: nil, upper: 6), CountRange(lower: nil, upper: 11)),
    (CountRange(lower: nil, upper: 5), .exactly(2), CountRange(lower: 2, upper: 7)),
    (CountRange(lower: nil, upper: 5), .atLeast(2), .atLeast(2)), (CountRange(lower: nil, upper: 5), .vague, .vague),
    (.exactly(0), .exactly(0), .exactly(0)),
    (.exactly(Int.max), .exactly(1), .exactly(Int.max)), (.atLeast(Int.max), .exactly(Int.max), .atLeast(Int.max)),
  ])
  func sums(a: CountRange, b: CountRange, expected: CountRange) {
    #expect(a + b == expected)
    #expect(b + a == expected)
  }

  @Test func shapes() {
    #expect(CountRange.exactly(5) == CountRange(lower: 5, upper: 5))
    #expect(CountRange.atLeast(5) == CountRange(lower: 5, upper: nil))
    #expect(CountRange.vague.isVague)
    #expect(!CountRange.atLeast(0).isVague)
    #expect(!CountRange(lower: nil, upper: 0).isVague)
  }

  /// Held against all pairs of numbers: every sum of two possible numbers is possible in the sum, and the bounds are met.
  @Test func sumsHoldEverySumOfPossibleNumbers() {
    let bounds: [Int?] = [nil, 0, 1, 3]
    let ranges = bounds.flatMap { lower in bounds.map { CountRange(lower: lower, upper: $0) } }
      .filter { ($0.lower ?? 0) <= ($0.upper ?? 9) }
    func numbers(_ range: CountRange) -> ClosedRange<Int> { (range.lower ?? 0)...(range.upper ?? 9) }
    for a in ranges {
      for b in ranges {
        let sum = a + b
        for x in numbers(a) {
          for y in numbers(b) {
            #expect(x + y >= sum.lower ?? 0 && x + y <= sum.upper ?? Int.max, "\(a) + \(b)")
          }
        }
        #expect((sum.upper == nil) == (a.upper == nil || b.upper == nil))
        #expect((sum.lower ?? 0) == (a.lower ?? 0) + (b.lower ?? 0))
      }
    }
  }
}
