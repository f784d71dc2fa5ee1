import Testing

@testable import Articles

@Suite struct UTF16TranscoderTests {
  private static let text = "قتل 3 😀 𐐷 a\r\nب"

  private func transcoded(_ bytes: [UInt8], chunk: Int) -> [UInt8] {
    var transcoder = UTF16Transcoder()
    var output: [UInt8] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      output += transcoder.transcode(rest.prefix(chunk))
      rest = rest.dropFirst(chunk)
    }
    return output + transcoder.finish()
  }

  @Test(arguments: 1...9)
  func chunksDoNotMatter(chunk: Int) {
    let units = Array(Self.text.utf16)
    var little: [UInt8] = [0xFF, 0xFE]
    var big: [UInt8] = [0xFE, 0xFF]
    for unit in units {
      little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    #expect(transcoded(little, chunk: chunk) == Array(Self.text.utf8))
    #expect(transcoded(big, chunk: chunk) == Array(Self.text.utf8))
    #expect(transcoded([0xEF, 0xBB, 0xBF] + Self.text.utf8, chunk: chunk) == Array(Self.text.utf8))
    #expect(transcoded(Array(Self.text.utf8), chunk: chunk) == Array(Self.text.utf8))
  }

  @Test func halvesBecomeTheReplacementCharacter() {
    #expect(transcoded([0xFF, 0xFE, 0x28, 0x06, 0x28], chunk: 2) == Array("ب\u{FFFD}".utf8))
    #expect(transcoded([0xFF, 0xFE, 0x3D, 0xD8], chunk: 1) == Array("\u{FFFD}".utf8))
    #expect(transcoded([0xFF, 0xFE], chunk: 1).isEmpty)
    #expect(transcoded([0x41], chunk: 1) == [0x41])
    #expect(transcoded([], chunk: 1).isEmpty)
  }
}
