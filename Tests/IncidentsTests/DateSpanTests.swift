import Incidents
import Testing

struct DateSpanTests {
  private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text), "\(text)") }

  private func span(_ start: String?, _ end: String?, _ precision: DatePrecision = .period) throws -> DateSpan {
    DateSpan(start: try start.map { try date($0) }, end: try end.map { try date($0) }, precision: precision)
  }

  @Test(
    arguments: [
      ("2024-04-11", "2024-04-11", DatePrecision.day, "2024-04-11"),
      ("2024-04-11", "2024-04-11", .approx, "2024-04-11~"),
      ("2024-04-01", "2024-04-30", .month, "2024-04"), ("2024-02-01", "2024-02-29", .month, "2024-02"),
      ("2023-02-01", "2023-02-28", .month, "2023-02"),
      ("2024-04-01", "2024-04-29", .month, "2024-04-01/2024-04-29"),
      ("2024-04-02", "2024-04-30", .month, "2024-04-02/2024-04-30"),
      ("2024-04-01", "2024-05-31", .month, "2024-04-01/2024-05-31"),
      ("2024-01-01", "2024-12-31", .year, "2024"), ("2023-01-01", "2024-12-31", .year, "2023-01-01/2024-12-31"),
      ("2024-01-01", "2024-12-30", .year, "2024-01-01/2024-12-30"),
      ("2024-01-01", "2024-12-31", .period, "2024-01-01/2024-12-31"),
      ("2024-04-11", "2024-04-20", .period, "2024-04-11/2024-04-20"),
      ("2024-04-08", "2024-04-14", .week, "2024-04-08/2024-04-14"),
      ("2024-01-01", nil, .period, "2024-01-01/.."), (nil, "2024-01-01", .period, "../2024-01-01"),
      ("0099-03-01", "0099-03-31", .month, "0099-03"), (nil, nil, .unknown, nil), (nil, nil, .day, nil),
    ] as [(String?, String?, DatePrecision, String?)])
  func edtf(start: String?, end: String?, precision: DatePrecision, expected: String?) throws {
    #expect(try span(start, end, precision).edtf == expected)
  }

  /// The record contract: `2024-04~` is "about April 2024"; other spans of vague words are their two days.
  @Test(arguments: [
    ("2024-04-01", "2024-04-30", "2024-04~"), ("2024-02-01", "2024-02-29", "2024-02~"),
    ("2024-04-11", "2024-04-20", "2024-04-11/2024-04-20"), ("2024-04-01", "2024-04-29", "2024-04-01/2024-04-29"),
    ("2024-04-01", "2024-05-31", "2024-04-01/2024-05-31"), ("2024-01-01", "2024-12-31", "2024-01-01/2024-12-31"),
  ])
  func edtfOfApproximateSpans(start: String, end: String, expected: String) throws {
    #expect(try span(start, end, .approx).edtf == expected)
  }

  @Test(
    arguments: [
      (("2024-01-01", "2024-01-10"), ("2024-01-10", "2024-01-20"), true),
      (("2024-01-01", "2024-01-09"), ("2024-01-10", "2024-01-20"), false),
      (("2024-01-01", "2024-12-31"), ("2024-05-05", "2024-05-05"), true),
      (("2024-01-01", nil), ("2030-01-01", "2030-01-02"), true),
      (("2024-01-01", nil), ("2023-01-01", "2023-12-31"), false),
      (("2024-01-01", nil), ("2023-01-01", nil), true), (("2024-01-01", nil), ("2023-01-01", "2024-01-01"), true),
      ((nil, nil), ("2024-01-01", nil), false), ((nil, nil), (nil, nil), false),
    ] as [((String?, String?), (String?, String?), Bool)])
  func overlaps(a: (String?, String?), b: (String?, String?), expected: Bool) throws {
    let (a, b) = (try span(a.0, a.1), try span(b.0, b.1))
    #expect(a.overlaps(b) == expected)
    #expect(b.overlaps(a) == expected)
  }

  /// Held against counting days: two spans overlap when they have a day in common.
  @Test func overlapsMeansADayInCommon() {
    for a in 0..<5 {
      for b in a..<5 {
        for c in 0..<5 {
          for d in c..<5 {
            let first = DateSpan(start: CalendarDate(dayNumber: a), end: CalendarDate(dayNumber: b), precision: .period)
            let second = DateSpan(
              start: CalendarDate(dayNumber: c), end: CalendarDate(dayNumber: d), precision: .period)
            #expect(first.overlaps(second) == !Set(a...b).isDisjoint(with: Set(c...d)), "\(a)…\(b), \(c)…\(d)")
          }
        }
      }
    }
  }

  @Test(
    arguments: [
      ("2024-01-01", "2024-01-31", true), ("2024-01-31", "2024-01-31", true), ("2023-12-31", "2024-01-01", false),
      ("2024-01-31", "2024-02-01", false), ("2024-01-05", nil, false), (nil, "2024-01-05", false), (nil, nil, false),
    ] as [(String?, String?, Bool)])
  func liesWithinJanuary(start: String?, end: String?, expected: Bool) throws {
    let january = try date("2024-01-01")...date("2024-01-31")
    #expect(try span(start, end).lies(within: january) == expected)
  }

  @Test func shorthands() throws {
    let day = try date("2024-04-11")
    #expect(DateSpan.day(day) == DateSpan(start: day, end: day, precision: .day))
    #expect(DateSpan.unknown.edtf == nil)
    #expect(DateSpan.unknown.precision == .unknown)
  }
}
