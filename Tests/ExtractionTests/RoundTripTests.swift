import Extraction
import Incidents
import RandomSources
import Tables
import Testing

/// What is written by the rules of calendars and grammar books is read back to itself.
struct RoundTripTests {
  /// Days beyond the published Hijri months are marked approximate, and so only their start is compared.
  @Test("every day of 1900 to 2100 is read back from each style", arguments: WrittenDate.Style.allCases)
  func days(style: WrittenDate.Style) throws {
    let reader = try ExpressionReader(tables: .embedded)
    let first = try #require(CalendarDate(year: 1900, month: 1, day: 1))
    let last = try #require(CalendarDate(year: 2100, month: 12, day: 31))
    let days = (first.dayNumber...last.dayNumber).map { CalendarDate(dayNumber: $0) }
    var wrong: [String] = []
    for begin in stride(from: 0, to: days.count, by: 2000) {
      let part = days[begin..<min(begin + 2000, days.count)]
      let text = part.map { WrittenDate.text($0, style: style) }.joined(separator: "\n")
      let found = reader.dates(in: text, published: nil)
      guard found.count == part.count else {
        wrong.append("\(found.count) dates for \(part.count) days from \(part.first?.description ?? "")")
        continue
      }
      for (day, date) in zip(part, found) where date.span.start != day || date.span.end != day {
        wrong.append("\(date.text): \(date.expression.edtf ?? "none") for \(day)")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(5))")
    #expect(days.count == 73_414)
  }

  /// Ascending phrases that are more readily another number are left out, as ``WrittenNumber`` tells.
  @Test("whole numbers up to 9,999,999 in words are read back", arguments: 0..<4)
  func numbers(part: Int) throws {
    let seed = UInt64(20_261_121 + part)
    var random = SeededRandom(seed: seed)
    let reader = try ExpressionReader(tables: .embedded)
    var wrong: [String] = []
    var count = 0
    for _ in 0..<26 {
      var values: [Int] = []
      var lines: [String] = []
      while values.count < 2000 {
        // As many small numbers as large ones, by their digits.
        let digits = Int.random(in: 1...7, using: &random)
        let bound = (1..<digits).reduce(10) { value, _ in value * 10 }
        let value = Int.random(in: max(1, bound / 10)..<bound, using: &random)
        guard let gender = WrittenNumber.Gender.allCases.randomElement(using: &random),
          let grammaticalCase = WrittenNumber.Case.allCases.randomElement(using: &random),
          let order = WrittenNumber.Order.allCases.randomElement(using: &random),
          let spelling = WrittenNumber.Spelling.allCases.randomElement(using: &random),
          !WrittenNumber.isAmbiguous(value, order: order)
        else { continue }
        values.append(value)
        lines.append(
          WrittenNumber.words(value, gender: gender, case: grammaticalCase, order: order, spelling: spelling))
      }
      let found = reader.figures(in: lines.joined(separator: "\n"))
      count += values.count
      guard found.count == values.count else {
        wrong.append("\(found.count) figures for \(values.count) numbers")
        for (line, value) in zip(lines, values) where reader.figures(in: line).map(\.value) != [.exactly(value)] {
          wrong.append("\(line): \(reader.figures(in: line).map(\.value)) for \(value)")
        }
        continue
      }
      for (line, (value, figure)) in zip(lines, zip(values, found)) where figure.value != .exactly(value) {
        wrong.append("\(line): \(figure.value) for \(value)")
      }
    }
    print("numbers in words: \(count) samples with seed \(seed), \(wrong.count) wrong")
    #expect(wrong.isEmpty, "\(wrong.count) with seed \(seed): \(wrong.prefix(8))")
    #expect(count == 52_000)
  }

  /// The months are those of `hijri.tsv`, by another notation of the same published table; what is independent of it are Foundation's
  /// months of 1420–1450 AH and the known days of ``WrittenDateTests``.
  @Test("every published Hijri month is converted both ways, at its first and its last day")
  func hijri() throws {
    let reader = try ExpressionReader(tables: .embedded)
    let months = [
      "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال",
      "ذو القعدة", "ذو الحجة",
    ]
    for month in PublishedHijri.months {
      let name = "\(months[month.month - 1]) \(month.year) هـ"
      let last = month.start.adding(days: month.length - 1)
      #expect(reader.dates(in: "1 \(name)", published: nil).map(\.span) == [.day(month.start)])
      #expect(reader.dates(in: "\(month.length) \(name)", published: nil).map(\.span) == [.day(last)])
      #expect(reader.dates(in: name, published: nil).first?.span.end == last)
      // The other way: the month that runs on a day is known by what «الجاري», "current", means on it.
      for day in [month.start, last] {
        let current = reader.dates(in: "شهر \(months[month.month - 1]) الجاري", published: day)
        #expect(current.first?.span.start == month.start, "\(name) on \(day)")
      }
      // A month has no day after its last.
      let after = reader.dates(in: "\(month.length + 1) \(name)", published: nil).first
      #expect(after?.expression.refusal != nil, "\(month.length + 1) \(name)")
    }
    #expect(PublishedHijri.months.count == 1740)
  }

  @Test("a Hijri year without published months is marked approximate")
  func unpublished() throws {
    let reader = try ExpressionReader(tables: .embedded)
    #expect(reader.dates(in: "1 محرم 1350 هـ", published: nil).first?.span.precision == .approx)
    #expect(reader.dates(in: "1 محرم 1510 هـ", published: nil).first?.span.precision == .approx)
    #expect(reader.dates(in: "1 محرم 1445 هـ", published: nil).first?.span.precision == .day)
  }
}
