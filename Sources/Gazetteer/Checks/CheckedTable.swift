internal import Foundation
internal import Tables

/// A table whose lines were looked at one by one: those that are no UTF-8 are named and left out, so that the others can be
/// checked.
struct CheckedTable {
  let table: Table

  /// Nil when there is no such table, or it has no header; what is wrong is noted.
  init?(_ name: String, _ tables: TableSet, _ notes: inout CheckNotes) {
    let bytes: [UInt8]
    do throws(TableFault) {
      bytes = try tables.bytes(name)
    } catch {
      // Tables that this version does not have may be missing.
      if TableSet.names.contains(name) { notes.faults.append(error) }
      return nil
    }
    var clean: [UInt8] = []
    clean.reserveCapacity(bytes.count)
    var line = 0
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      if line > 1 { clean.append(0x0A) }
      guard let text = String(validating: part, as: UTF8.self) else {
        notes.faults.append(TableFault(file: name, line: line, message: Self.encodingFault(Array(part))))
        continue
      }
      if let reading = Self.mojibake(text) {
        notes.faults.append(TableFault(file: name, line: line, message: reading))
      }
      clean += part
    }
    do throws(TableFault) {
      table = try Table(name: name, bytes: clean)
    } catch {
      notes.faults.append(error)
      return nil
    }
  }

  // Windows-1256 has a letter for almost every byte, so that it is named only when it gives Arabic words.
  private static func encodingFault(_ line: [UInt8]) -> String {
    let windows1256 = String.Encoding(rawValue: 0x8000_0506)
    if let text = String(data: Data(line), encoding: windows1256) {
      let words = text.split { $0 == "\t" || $0 == " " }.filter { word in
        word.unicodeScalars.count > 1 && word.unicodeScalars.allSatisfy { (0x0621...0x064A).contains($0.value) }
      }
      if let word = words.first {
        return "expected UTF-8 text, found bytes of windows-1256 («\(word)»); save the whole table as UTF-8"
      }
    }
    return "expected UTF-8 text, found other bytes; save the whole table as UTF-8"
  }

  /// What is wrong with text that was decoded by the wrong table once («ØªØ¯Ù…Ø±», «طھط¯ظ…ط±», «ÊÏãÑ»); nil when nothing is.
  static func mojibake(_ text: String) -> String? {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    for cell in text.split(separator: "\t") {
      if let reading = misread(String(cell)) {
        return
          "«\(cell.prefix(40))» is text that was read in the wrong encoding once; it should be «\(reading.prefix(40))»"
      }
    }
    return nil
  }

  // The letters are turned back into the bytes that somebody took for another encoding.
  private static func misread(_ cell: String) -> String? {
    let windows1256 = String.Encoding(rawValue: 0x8000_0506)
    let isSuspect = cell.unicodeScalars.contains { scalar in
      // Letters that neither Arabic nor the transliterations of its names begin a pair with.
      scalar == "Ø" || scalar == "Ù" || scalar == "ط" || scalar == "ظ"
    }
    if isSuspect {
      for encoding in [String.Encoding.windowsCP1252, .isoLatin1, windows1256] {
        guard let data = cell.data(using: encoding), let text = String(validating: data, as: UTF8.self), text != cell
        else { continue }
        if arabicLetters(text) >= 2 { return text }
      }
    }
    // A whole word of accented Latin letters is Arabic of windows-1256: no transliteration has four of them in a row.
    var run = 0
    for scalar in cell.unicodeScalars {
      run = (0xC0...0xFF).contains(scalar.value) ? run + 1 : 0
      if run == 4 {
        guard let data = cell.data(using: .windowsCP1252), let text = String(data: data, encoding: windows1256) else {
          return nil
        }
        return arabicLetters(text) >= 4 ? text : nil
      }
    }
    return nil
  }

  private static func arabicLetters(_ text: String) -> Int {
    text.unicodeScalars.count { (0x0621...0x064A).contains($0.value) }
  }
}
