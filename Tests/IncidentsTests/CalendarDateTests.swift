import Incidents
import RandomSources
import Testing

struct CalendarDateTests {
  /// Every day of 1900 … 2100, counted one by one with a rule of its own: 1 January 1900 was a Monday, 25,567 days before
  /// 1 January 1970 (70 years of 365 days and 17 leap days).
  @Test func everyDayOfTwoCenturies() {
    var number = -25_567
    var weekday = 1
    var wrong: [String] = []
    for year in 1900...2100 {
      let isLeap = year == 2000 || (year % 4 == 0 && year != 1900 && year != 2100)
      for (month, length) in zip(1..., [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
        for day in 1...length {
          let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
          let date = CalendarDate(year: year, month: month, day: day)
          let parts = CalendarDate(dayNumber: number).parts
          if date?.dayNumber != number || parts != (year, month, day) || date?.weekday != weekday
            || date?.description != text || CalendarDate(iso: text) != date || date?.year != year
            || date?.month != month || date?.day != day || date?.startOfMonth.dayNumber != number - day + 1
            || date?.endOfMonth.dayNumber != number - day + length
          {
            wrong.append(text)
          }
          number += 1
          weekday = (weekday + 1) % 7
        }
        #expect(CalendarDate(year: year, month: month, day: length + 1) == nil)
        #expect(CalendarDate.length(ofMonth: month, year: year) == length)
      }
    }
    #expect(wrong.isEmpty)
    // 1 January 2101.
    #expect(CalendarDate(dayNumber: number).description == "2101-01-01")
  }

  /// Days whose number or weekday is known from elsewhere.
  @Test(arguments: [
    ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("2000-01-01", 10_957, 6), ("2000-02-29", 11_016, 2),
    ("2024-12-08", 20_065, 0), ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5),
  ])
  func knownDays(text: String, number: Int, weekday: Int) throws {
    let date = try #require(CalendarDate(iso: text))
    #expect(date.dayNumber == number)
    #expect(date.weekday == weekday)
    #expect(date.description == text)
  }

  /// Before the year 1 the rule goes on: the year 0 is a leap year, and 400 years are 146,097 days.
  @Test(arguments: [
    (-719_162, 1, 1, 1), (-719_163, 0, 12, 31), (-719_468, 0, 3, 1), (-719_469, 0, 2, 29), (-719_529, -1, 12, 31),
    (-719_468 - 146_097, -400, 3, 1), (-719_469 - 146_097, -400, 2, 29),
  ])
  func partsBeforeTheYearOne(number: Int, year: Int, month: Int, day: Int) {
    #expect(CalendarDate(dayNumber: number).parts == (year, month, day))
  }

  @Test(arguments: [
    (2023, 2, 29), (1900, 2, 29), (2100, 2, 29), (2024, 2, 30), (2024, 4, 31), (2024, 0, 1), (2024, 13, 1),
    (2024, 1, 0),
    (2024, 1, 32), (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (2024, 1, -5), (Int.max, Int.max, Int.max), (Int.min, 1, 1),
  ])
  func daysThatAreNone(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    "", "2024", "2024-12", "2024-1-08", "2024/12/08", "2024-13-01", "2024-02-30", "24-12-08", "2024-12-081",
    "2024-12-08Z",
    " 2024-12-08", "٢٠٢٤-١٢-٠٨", "2024-12-0a", "-024-12-08", "+024-12-08", "2024-12-8T", "0000-01-01", "20241208",
    "–024-12-08",
  ])
  func textsThatAreNoDay(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test(arguments: [
    "2024-12-08", "2024-12-08T23:59:59+03:00", "2024-12-08 10:00", "2024-12-08T", "2024-12-08T\u{1F525}",
  ])
  func textsOfOneDay(text: String) {
    #expect(CalendarDate(iso: text)?.dayNumber == 20_065)
    #expect(CalendarDate(iso: text[...])?.dayNumber == 20_065)
  }

  @Test func order() throws {
    let days = try ["1969-12-31", "1970-01-01", "2023-12-31", "2024-01-01"].map { try #require(CalendarDate(iso: $0)) }
    #expect(days.shuffled().sorted() == days)
    #expect(days[2].adding(days: 1) == days[3])
    #expect(days[0].adding(days: 1) == days[1])
    #expect(days[3].adding(days: -366).description == "2022-12-31")
  }

  @Test(arguments: [
    ("2024-03-31", 1, "2024-04-01"), ("2024-03-31", -1, "2024-02-01"), ("2024-01-15", -1, "2023-12-01"),
    ("2024-12-31", 1, "2025-01-01"), ("2024-01-15", -13, "2022-12-01"), ("2024-05-05", 0, "2024-05-01"),
    ("2024-11-30", 26, "2027-01-01"), ("0001-02-10", -1, "0001-01-01"),
  ])
  func startOfAnotherMonth(text: String, months: Int, expected: String) throws {
    #expect(try #require(CalendarDate(iso: text)).startOfMonth(adding: months).description == expected)
  }

  @Test(arguments: [
    ("0001-01-15", -1, "0001-01-01"), ("0001-03-15", -3, "0001-01-01"), ("2024-05-05", Int.min, "0001-01-01"),
    ("9999-12-15", 1, "9999-12-01"), ("9999-11-30", 1, "9999-12-01"), ("2024-05-05", Int.max, "9999-12-01"),
  ])
  func beyondTheYearsTheNearestMonth(text: String, months: Int, expected: String) throws {
    #expect(try #require(CalendarDate(iso: text)).startOfMonth(adding: months).description == expected)
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>) func randomTextsDoNotTrap(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let pool = Array("0123456789-T :٣é")
    for _ in 0..<3000 {
      let text = String(
        (0..<Int.random(in: 0...14, using: &random)).map { _ in pool.randomElement(using: &random) ?? "0" })
      if let date = CalendarDate(iso: text) {
        #expect(text.hasPrefix(date.description), "seed \(seed): \(text)")
      }
    }
  }
}
