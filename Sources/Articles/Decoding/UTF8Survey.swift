/// How far bytes are UTF-8: where the first fault lies, whether it is only the end that is missing, and how much of
/// the rest is well-formed (which tells damaged UTF-8 from a code page).
struct UTF8Survey {
  /// The offset of the first byte that is not UTF-8; nil when all are.
  private(set) var firstFault: Int?
  /// How many characters are broken.
  private(set) var faults = 0
  /// Bytes of well-formed characters above ASCII.
  private(set) var wellFormedUpperBytes = 0
  /// All bytes above ASCII.
  private(set) var upperBytes = 0

  /// True when most of what is above ASCII is well-formed: this was UTF-8 once, and is no code page.
  var isDamagedUTF8: Bool { upperBytes > 0 && wellFormedUpperBytes * 2 >= upperBytes }
  /// True when so little is broken, one character in a hundred bytes above ASCII, that the text can be read.
  var isSlightlyDamaged: Bool { faults > 0 && faults * 100 <= upperBytes }
  /// True when the only fault is a character whose last bytes are missing at the end.
  private(set) var isTruncated = false

  /// Surveys the bytes in one pass.
  init(_ bytes: some RandomAccessCollection<UInt8>) {
    let count = bytes.count
    func byte(_ offset: Int) -> UInt8 { bytes[bytes.index(bytes.startIndex, offsetBy: offset)] }
    var offset = 0
    while offset < count {
      let lead = byte(offset)
      guard lead >= 0x80 else {
        offset += 1
        continue
      }
      let (length, second) = UTF8Survey.shape(of: lead)
      var taken = 1
      while taken < length, offset + taken < count {
        let allowed = taken == 1 ? second : 0x80...0xBF
        guard allowed.contains(byte(offset + taken)) else { break }
        taken += 1
      }
      upperBytes += taken
      if taken == length {
        wellFormedUpperBytes += taken
      } else {
        faults += 1
        isTruncated = firstFault == nil && length > 1 && offset + taken == count
        firstFault = firstFault ?? offset
      }
      offset += taken
    }
  }

  /// The number of bytes a lead byte announces and the range of the second (Unicode, table 3-7); 0 for no lead byte.
  private static func shape(of lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>) {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (3, 0x80...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: (0, 0x80...0xBF)
    }
  }
}
