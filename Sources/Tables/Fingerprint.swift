/// A 128-bit FNV-1a hash: it names things (records, table sets) the same way on every machine and in every run.
///
/// It guards against chance, not against an adversary: among ten million records two share a name with a probability below 1e-24.
/// Source: Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm" (IETF draft), parameters of the 128-bit variant.
package struct Fingerprint: Sendable {
  private var state: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
  private static let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013b

  package init() {}

  /// Adds bytes, then an end mark, so that ("ab", "c") and ("a", "bc") differ.
  package mutating func add(_ bytes: [UInt8]) { add(bytes.span) }

  /// Adds the UTF-8 bytes of a text, then the end mark.
  package mutating func add(_ text: String) { add(text.utf8.span) }

  private mutating func add(_ bytes: Span<UInt8>) {
    for index in bytes.indices { state = (state ^ UInt128(bytes[index])) &* Self.prime }
    state = (state ^ 0xFF) &* Self.prime
  }

  /// The hash as 32 lower-case hexadecimal digits.
  package var hexadecimal: String {
    let digits = (0..<32).map { place in
      let digit = UInt8(truncatingIfNeeded: state >> (124 - 4 * place)) & 0xF
      return digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
