internal import ArabicText

/// Which words that end as a dual are two events: «عمليتان» "two operations" is, «كمين» "an ambush" is none.
enum DualNoun {
  /// True when a known event noun stands before the ending, with one letter attached to it or none («وهجومين» "and two
  /// attacks").
  static func isEvent(_ word: ArraySlice<UInt8>) -> Bool {
    let stem = word.dropLast(2)
    return singulars.contains { $0.matches(stem) || $0.matches(stem.dropFirst()) }
  }

  // Before the ending of the dual the ة of a feminine is written ت: «عملية» "operation", «عمليتان» "two operations".
  private static let singulars = [
    FoldedWord("عمليت"),  // operation
    FoldedWord("هجوم"),  // attack
    FoldedWord("هجمت"),  // attack
    FoldedWord("غارت"),  // air raid
    FoldedWord("كمين"),  // ambush
    FoldedWord("انفجار"),  // explosion
    FoldedWord("تفجير"),  // bombing
    FoldedWord("ضربت"),  // strike
    FoldedWord("استهداف"),  // targeting
    FoldedWord("إنزال"),  // air landing
    FoldedWord("اشتباك"),  // clash
    FoldedWord("قذيفت"),  // shell
    FoldedWord("حملت"),  // campaign
    FoldedWord("مداهمت"),  // raid on a house
  ]
}
