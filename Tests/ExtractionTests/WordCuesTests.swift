import Testing

@testable import Extraction

/// The bits by which readers pass over most tokens.
struct WordCuesTests {
  @Test("every word of dates has a bit of its own, below those of the other kinds")
  func bits() {
    let bits = DateWord.allCases.map(\.bit)
    #expect(Set(bits).count == bits.count)
    #expect(bits.allSatisfy { (0..<48).contains($0) })
  }

  @Test("the frames have ids of their own, each with an example in its name")
  func frames() {
    let ids = DateReader.frames.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(DateReader.frames.allSatisfy { $0.name.contains("«") && !$0.begins.isEmpty })
  }

  @Test("what units, fractions, seasons and feasts the tables may name is read")
  func values() {
    for word in DateWord.allCases {
      guard case .oneOf(let known) = word.values else { continue }
      switch word {
      case .unit: #expect(known.allSatisfy { TimeUnit($0) != nil } && TimeUnit("fortnight") == nil)
      case .fraction: #expect(known.allSatisfy { YearFraction($0) != nil } && YearFraction("3/2") == nil)
      case .season: #expect(known.count == 4)
      default: #expect(!known.isEmpty)
      }
    }
  }
}
