import Extraction
import Incidents
import Tables
import Testing

/// What looks like a date or figure and is none is refused with a reason; nothing traps, and time stays linear.
struct RefusalTests {
  let reader: ExpressionReader

  init() throws {
    reader = try ExpressionReader(tables: .embedded)
  }

  @Test(
    "dates that do not exist are refused with the reason",
    arguments: [
      ("31 شباط 2023", "month 2 of 2023 has no day 31"),
      ("29 شباط 2023", "month 2 of 2023 has no day 29"),
      ("31/2/2023", "month 2 of 2023 has no day 31"),
      ("0 آذار 2023", "month 3 of 2023 has no day 0"),
      ("32 آذار 2023", "month 3 of 2023 has no day 32"),
      ("2024-02-30", "month 2 of 2024 has no day 30"),
      ("10/13/2023 و13/13/2023", "there is no month 13"),
      ("2023-13-01", "there is no month 13"),
      ("10/9/0000", "year 0000 is out of range"),
      ("10/9/99999", "year 99999 is out of range"),
      ("عام 0", "year 0 is out of range"),
      ("سنة 99999", "year 99999 is out of range"),
      ("31 صفر 1445 هـ", "month 2 of 1445 AH has no day 31"),
      ("من 7 إلى 3 أيار 2023", "it would end on 2023-05-03, before it starts on 2023-05-07"),
      ("بين 8 آذار 2024 و5 آذار 2023", "it would end on 2023-03-05, before it starts on 2024-03-08"),
    ])
  func dates(text: String, reason: String) {
    let found = reader.dates(in: text, published: nil)
    #expect(found.last?.expression.refusal?.reason == reason)
    #expect(found.last?.span == .unknown)
  }

  @Test("a year of four hundred digits is refused, and told short")
  func longYear() {
    let text = "عام " + String(repeating: "9", count: 400)
    let found = reader.dates(in: text, published: nil)
    #expect(found.first?.expression.refusal?.reason == "year 999999999999… is out of range")
  }

  @Test("digits of three scripts and marks of direction inside a date are one date")
  func mixed() {
    for text in ["1٠/٩/٢023", "\u{200F}10\u{200F}/\u{200F}9\u{200F}/2023", "۱0/٠9/202۳", "10\u{2067}/9/\u{2069}2023"] {
      #expect(reader.dates(in: text, published: nil).map(\.span.start?.description) == ["2023-09-10"], "\(text)")
    }
  }

  @Test("a figure of four hundred digits is refused; a telephone number is no figure")
  func longFigure() {
    let found = reader.figures(in: "قتل " + String(repeating: "7", count: 400) + " شخصا")
    #expect(found.map(\.count.refusal) == [.tooLong(digits: 400)])
    #expect(found.first?.count.refusal?.reason == "a figure of 400 digits counts neither people nor events")
    #expect(reader.figures(in: "للتواصل 00963944123456").isEmpty)
  }

  @Test(
    "a word repeated without end takes linear time",
    arguments: [
      "مليون ", "وألف ", "ثلاثة و", "من ", "بين 3 ", "منذ ", "من منتصف ", "نيسان و", "3 - ", "يوم الأحد ", "قتل ",
      "قتيل و", "طفل وامرأة و", "قتلى و", "3 ", "+3 ", "عام 2014 و", "يومي السبت و", "أمس و",
    ])
  func linear(word: String) {
    // Doubling the text may double the time; eight times as long may take no more than some twenty times as long. A quadratic walk
    // would take sixty-four times as long.
    func time(_ count: Int) -> Duration {
      let text = String(repeating: word, count: count)
      return ContinuousClock().measure { _ = reader.expressions(in: text, published: nil) }
    }
    _ = time(200)
    let short = (0..<3).map { _ in time(1000) }.min() ?? .zero
    let long = (0..<2).map { _ in time(8000) }.min() ?? .zero
    #expect(long < short * 24, "\(word): \(short), \(long)")
  }
}
