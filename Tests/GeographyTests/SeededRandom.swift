/// Random numbers that repeat for a seed (SplitMix64), so that a failing case can be run again.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension SeededRandom {
  /// A text near a valid one: some bytes changed, left out, doubled or taken from elsewhere in it; sometimes nothing
  /// but noise.
  mutating func mutation(of samples: [[UInt8]]) -> [UInt8] {
    guard Int.random(in: 0..<10, using: &self) > 0, var bytes = samples.randomElement(using: &self), !bytes.isEmpty
    else {
      return (0..<Int.random(in: 0...60, using: &self)).map { _ in UInt8.random(in: 0...255, using: &self) }
    }
    for _ in 0..<Int.random(in: 1...4, using: &self) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &self)
      switch Int.random(in: 0..<6, using: &self) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &self)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(bytes[place], at: Int.random(in: 0...bytes.count, using: &self))
      case 3: bytes.removeSubrange(place...)
      case 4: bytes[place] = Array("{}[]\",:\\\n\r0-eE.unt\u{1E}".utf8).randomElement(using: &self) ?? 0
      default:
        let end = Int.random(in: place...min(bytes.count, place + 12), using: &self)
        bytes.insert(contentsOf: bytes[place..<end], at: place)
      }
    }
    return bytes
  }
}
