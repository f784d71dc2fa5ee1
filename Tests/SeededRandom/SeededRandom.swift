/// Random numbers that repeat for a seed (SplitMix64), so that a failing case can be run again on any machine.
///
/// Tests may rely on nothing but that: which numbers come, and in what order, can change.
package struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Begins the numbers of a seed; neighbouring seeds give unrelated ones, and 0 is a seed like any other.
  package init(seed: UInt64) {
    state = seed
  }

  /// The next number, all 64 bits of it equally likely.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
