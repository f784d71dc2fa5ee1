import Tables
import Testing

struct FingerprintTests {
  private func hash(_ texts: [String]) -> String {
    var fingerprint = Fingerprint()
    for text in texts { fingerprint.add(text) }
    return fingerprint.hexadecimal
  }

  /// Published values of FNV-1a, 128 bits. The end mark of the last text is one more step of the hash, which is undone
  /// here: the prime is odd, so it has an inverse modulo 2^128, found by Newton's iteration.
  @Test(arguments: [
    ("", "6c62272e07bb014262b821756295c58d"), ("a", "d228cb696f1a8caf78912b704e4a8964"),
    ("foobar", "343e1662793c64bf6f0d3597ba446f18"),
  ])
  func publishedValues(text: String, published: String) throws {
    let prime: UInt128 = (1 << 88) + 0x13B
    var inverse = prime
    for _ in 0..<7 { inverse = inverse &* (2 &- prime &* inverse) }
    #expect(prime &* inverse == 1)
    let marked = try #require(UInt128(hash([text]), radix: 16))
    let raw = (marked &* inverse) ^ 0xFF
    #expect(raw == UInt128(published, radix: 16))
  }

  /// Values with the end mark, computed by a separate program in another language.
  @Test(arguments: [
    ([], "6c62272e07bb014262b821756295c58d"), ([""], "d228cb68f51a8caf78912b704e49f346"),
    (["a"], "0880954550ab1be95aa0733055b751b9"), (["foobar"], "e01fcf9b144ff78da540f1b23235b13d"),
    (["راصد"], "a1baa72dcf0247a50beeaa1e44629e22"), (["ab", "c"], "32763e664083d94f70814487f805ad59"),
    (["a", "bc"], "36cc24064d83d94f708145dd58651e3b"),
  ])
  func valuesWithTheEndMark(texts: [String], expected: String) {
    #expect(hash(texts) == expected)
  }

  @Test func whereOneTextEndsMatters() {
    let ways = [["abc"], ["ab", "c"], ["a", "bc"], ["abc", ""], ["", "abc"], ["a", "b", "c"]]
    #expect(Set(ways.map { hash($0) }).count == ways.count)
  }

  @Test func bytesAndTextAgree() {
    var fingerprint = Fingerprint()
    fingerprint.add([UInt8]("تدمر".utf8))
    #expect(fingerprint.hexadecimal == hash(["تدمر"]))
  }

  @Test func allDigitsAreWritten() {
    // Among 2,000 hashes some begin with zero.
    let all = (0..<2000).map { hash(["\($0)"]) }
    #expect(all.allSatisfy { $0.count == 32 && $0.allSatisfy { "0123456789abcdef".contains($0) } })
    #expect(all.contains { $0.hasPrefix("0") })
    #expect(Set(all).count == all.count)
  }
}
