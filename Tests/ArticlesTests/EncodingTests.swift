import Articles
import Incidents
import Testing

@Suite struct EncodingTests {
  @Test(arguments: ["utf8-mark.txt", "utf16le.txt", "utf16be.txt", "windows1256.txt", "crlf.txt", "cr.txt"])
  func everyEncodingAndLineEndGivesTheSameText(name: String) throws {
    let plain = try Fixture.report("utf8.txt")
    let other = try Fixture.report(name)
    #expect(other.text == plain.text)
    #expect(Array(other.text.utf8) == Array(plain.text.utf8))
    #expect(other.title == "انفجار عبوة ناسفة شرق الرقة")
    #expect(other.published == CalendarDate(year: 2024, month: 3, day: 14))
    #expect(other.publishedSource == .dateline)
  }

  @Test func cutOffUTF8StaysUTF8WithAWarning() throws {
    let item = try #require(Fixture.items("truncated.txt").first)
    let report = try #require(item.report)
    #expect(report.text.hasSuffix("التفجي"))
    #expect(!report.text.unicodeScalars.contains("\u{FFFD}"))
    #expect(item.warnings == [.truncatedUTF8(droppedBytes: 1)])
  }

  @Test func slightlyDamagedUTF8IsReadWithAWarning() throws {
    let item = try #require(Fixture.items("damaged.txt").first)
    let report = try #require(item.report)
    #expect(report.text.unicodeScalars.contains("\u{FFFD}"))
    #expect(report.text.hasPrefix("انفجار عبوة ناسفة شرق الرقة\n"))
    guard case .damagedUTF8(1...2)? = item.warnings.first else {
      Issue.record("found \(item.warnings)")
      return
    }
  }

  @Test func badlyDamagedUTF8IsNotTakenForACodePage() throws {
    let error = try #require(Fixture.items("garbled.txt").first?.error)
    guard case .unknownEncoding(let source, let offset, _) = error else {
      Issue.record("found \(error)")
      return
    }
    #expect(source.file == "garbled.txt")
    #expect((58...60).contains(offset))
  }

  @Test func latinBytesAreNotWindows1256() throws {
    guard case .unknownEncoding? = try Fixture.items("latin1.txt").first?.error else {
      Issue.record("Latin-1 text was read as something")
      return
    }
  }

  @Test(arguments: ["binary.txt", "controls.txt"])
  func binaryIsAFault(name: String) throws {
    guard case .binary(let source, _)? = try Fixture.items(name).first?.error else {
      Issue.record("binary data was read as text")
      return
    }
    #expect(source.file == name)
  }

  @Test(arguments: ["empty.txt", "blank.txt"])
  func emptyIsSkipped(name: String) throws {
    #expect(try Fixture.items(name).map(\.skipReason) == [.empty])
  }

  @Test func otherLanguagesAreSkippedWithTheCount() throws {
    guard case .notArabic(0, let letters)? = try Fixture.items("english.txt").first?.skipReason else {
      Issue.record("English text was not skipped")
      return
    }
    #expect(letters > 50)
  }

  @Test func fewArabicLettersAreNotAnArticle() {
    let nineteen = String(repeating: "ب", count: 19)
    #expect(!ArabicShare(of: nineteen).isArabic)
    #expect(ArabicShare(of: nineteen + "ب").isArabic)
    #expect(ArabicShare(of: nineteen + "ب" + String(repeating: "x", count: 60)).isArabic)
    #expect(!ArabicShare(of: nineteen + "ب" + String(repeating: "x", count: 61)).isArabic)
    #expect(ArabicShare(of: "قُتِلـــ 12").letters == 3)
  }
}
