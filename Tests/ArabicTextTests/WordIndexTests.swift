import ArabicText
import Testing

struct WordIndexTests {
  /// The n-th word: n in digits of base 28 as letters, so that all are distinct.
  private func word(_ n: Int) -> [UInt8] {
    var letters: [UInt8] = []
    var rest = n
    repeat {
      letters.append(UInt8(0x86 + rest % 28))
      rest /= 28
    } while rest > 0
    return letters
  }

  @Test func tenThousandWords() {
    var index = WordIndex()
    #expect(index.count == 0)
    for n in 0..<10_000 {
      let number = index.insert(word(n))
      #expect(number == Int32(n))
    }
    #expect(index.count == 10_000)
    // Each has kept its number through the growth of the table, also when given again.
    for n in 0..<10_000 {
      #expect(index.find(word(n)[...]) == Int32(n))
      let again = index.insert(word(n))
      #expect(again == Int32(n))
    }
    #expect(index.count == 10_000)
    for n in 10_000..<20_000 { #expect(index.find(word(n)[...]) == nil) }
  }

  @Test func beginningsAndEndingsAreOtherWords() {
    var index = WordIndex()
    let whole = codes("الرقة")
    let first = index.insert(whole)
    #expect(first == 0)
    #expect(index.find(whole.dropLast()) == nil)
    #expect(index.find(whole.dropFirst()) == nil)
    #expect(index.find([]) == nil)
    let second = index.insert(whole.dropFirst(2))
    #expect(second == 1)
    // A slice with its own indices is the same word.
    #expect(index.find(whole[2...]) == 1)
    let empty = index.insert([])
    #expect(empty == 2)
    #expect(index.find([]) == 2)
  }
}
