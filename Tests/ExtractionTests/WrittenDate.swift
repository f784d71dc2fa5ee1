import Foundation
import Incidents

/// Writes days the ways the Arabic press writes them, for reading them back.
enum WrittenDate {
  /// A way of writing a day.
  enum Style: CaseIterable {
    /// «10/9/2023», day first.
    case digitsLatin
    /// «١٠/٩/٢٠٢٣».
    case digitsArabicIndic
    /// «۱۰/۹/۲۰۲۳», the digits of Persian keyboards.
    case digitsPersian
    /// «2023-09-10».
    case iso
    /// «10 أيلول 2023», the months' names of the Levant.
    case levantine
    /// «10 أيلول/سبتمبر 2023».
    case double
    /// «10 سبتمبر 2023», the names of Egypt and the Gulf.
    case gregorian
    /// «25 صفر 1445 هـ» of the Umm al-Qura calendar as Foundation knows it.
    case hijri
  }

  /// The day's text in a style.
  static func text(_ date: CalendarDate, style: Style) -> String {
    let (year, month, day) = date.parts
    let digits = "\(day)/\(month)/\(year)"
    switch style {
    case .digitsLatin: return digits
    case .digitsArabicIndic: return translated(digits, zero: 0x660)
    case .digitsPersian: return translated(digits, zero: 0x6F0)
    case .iso: return padded(year, to: 4) + "-" + padded(month, to: 2) + "-" + padded(day, to: 2)
    case .levantine: return "\(day) \(levantineMonths[month - 1]) \(year)"
    case .double: return "\(day) \(levantineMonths[month - 1])/\(gregorianMonths[month - 1]) \(year)"
    case .gregorian: return "\(day) \(gregorianMonths[month - 1]) \(year)"
    case .hijri:
      let hijri = hijriParts(date)
      return "\(hijri.day) \(hijriMonths[hijri.month - 1]) \(hijri.year) هـ"
    }
  }

  /// The day's Hijri year, month 1…12 and day 1…30: as published for 1356–1500 AH, else by Foundation.
  static func hijriParts(_ date: CalendarDate) -> (year: Int, month: Int, day: Int) {
    var (low, high) = (0, publishedStarts.count)
    while low < high {
      let middle = (low + high) / 2
      if publishedStarts[middle] <= date { low = middle + 1 } else { high = middle }
    }
    if low > 0 {
      let month = PublishedHijri.months[low - 1]
      let day = date.dayNumber - month.start.dayNumber + 1
      if day <= month.length { return (month.year, month.month, day) }
    }
    return computedHijriParts(date)
  }

  private static let publishedStarts = PublishedHijri.months.map(\.start)

  /// The same by Foundation alone.
  static func computedHijriParts(_ date: CalendarDate) -> (year: Int, month: Int, day: Int) {
    let noon = Date(timeIntervalSince1970: Double(date.dayNumber) * 86_400 + 43_200)
    let parts = ummAlQura.dateComponents([.year, .month, .day], from: noon)
    return (parts.year ?? 0, parts.month ?? 1, parts.day ?? 0)
  }

  private static let levantineMonths = [
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
    "كانون الأول",
  ]

  private static let gregorianMonths = [
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
  ]

  /// As they stand after a day's number, so «ذي» and not «ذو». The fourth is also called «ربيع الثاني».
  private static let hijriMonths = [
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال",
    "ذي القعدة", "ذي الحجة",
  ]

  /// Made once: making a calendar is slow beside asking it.
  private static let ummAlQura: Calendar = {
    var calendar = Calendar(identifier: .islamicUmmAlQura)
    calendar.timeZone = .gmt
    return calendar
  }()

  /// The text with its Latin digits replaced by those of the block whose nought is given.
  private static func translated(_ text: String, zero: UInt32) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let digit = (0x30...0x39).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0x30 + zero) : scalar
      scalars.append(digit ?? scalar)
    }
    return String(scalars)
  }

  private static func padded(_ value: Int, to width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
