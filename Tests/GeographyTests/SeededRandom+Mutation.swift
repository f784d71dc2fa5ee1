import RandomSources

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
