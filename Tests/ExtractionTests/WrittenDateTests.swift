import Foundation
import Incidents
import Testing

/// The writers of days, and the published Hijri months they are held against.
struct WrittenDateTests {
  @Test(
    "a day in every style",
    arguments: zip(
      WrittenDate.Style.allCases,
      [
        "10/9/2023", "١٠/٩/٢٠٢٣", "۱۰/۹/۲۰۲۳", "2023-09-10", "10 أيلول 2023", "10 أيلول/سبتمبر 2023", "10 سبتمبر 2023",
        "25 صفر 1445 هـ",
      ]))
  func styles(style: WrittenDate.Style, text: String) throws {
    let day = try #require(CalendarDate(year: 2023, month: 9, day: 10))
    #expect(WrittenDate.text(day, style: style) == text)
  }

  @Test("the table of Hijri months is whole: each year ends where the next begins, and its years have 353 to 356 days")
  func whole() {
    #expect(PublishedHijri.months.count == PublishedHijri.years.count * 12)
    for (month, next) in zip(PublishedHijri.months, PublishedHijri.months.dropFirst()) {
      #expect(month.start.adding(days: month.length) == next.start, "\(month)")
      #expect(next.month == month.month % 12 + 1)
      #expect(next.year == month.year + (month.month == 12 ? 1 : 0))
    }
    for year in PublishedHijri.years {
      let length = PublishedHijri.months.filter { $0.year == year }.reduce(0) { $0 + $1.length }
      #expect((353...356).contains(length), "\(year): \(length)")
    }
  }

  @Test(
    "days the world knows fall where they fell",
    arguments: [
      (1400, 1, "1979-11-20"),  // the seizure of the Grand Mosque, on 1 Muharram 1400
      (1432, 9, "2011-08-01"),
      (1445, 1, "2023-07-19"),
      (1446, 9, "2025-03-01"),
    ])
  func known(year: Int, month: Int, day: String) throws {
    let found = try #require(PublishedHijri.months.first { $0.year == year && $0.month == month })
    #expect(found.start == CalendarDate(iso: day))
  }

  @Test("Foundation has the published first day and the day before it in every month of the agreed years")
  func foundation() {
    for month in PublishedHijri.months where PublishedHijri.agreedYears.contains(month.year) {
      #expect(WrittenDate.computedHijriParts(month.start) == (month.year, month.month, 1))
      let last = month.start.adding(days: month.length - 1)
      #expect(WrittenDate.computedHijriParts(last) == (month.year, month.month, month.length))
    }
  }
}
