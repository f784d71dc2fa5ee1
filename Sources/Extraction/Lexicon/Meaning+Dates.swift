/// A name of a month.
package struct MonthMeaning: Hashable, Sendable {
  /// 1…12 of its calendar.
  package var month: Int
  /// Whose month it is.
  package var calendar: MonthCalendar
  /// Whether the name by itself tells a month.
  package var alone: Standing

  /// «أكتوبر» "October" tells a month wherever it stands; «نيسان» "April" is also a name of women, «مارس» "March; practised" also a verb:
  /// they need «شهر» "month", «في» "in", a day or a year beside them.
  package enum Standing: String, CaseIterable, Sendable { case yes, no }
}

/// The calendar a month's name belongs to.
package enum MonthCalendar: String, CaseIterable, Sendable { case gregorian, hijri }

/// A word of date expressions. The raw values are the spellings of the column `kind` of `dates.tsv`; what the column `value` holds stands
/// beside each.
package enum DateWord: String, CaseIterable, Sendable {
  /// «أمس» "yesterday": days from the publication.
  case dayOffset = "day-offset"
  /// «ليلة أمس» "last night": the day, counted from the publication, on whose evening the night begins.
  case nightOffset = "night-offset"
  /// «فجر» "dawn of": names a part of the day after it.
  case dayPart = "day-part"
  /// «ليل» "the night of": reaches into the next day.
  case night
  /// «منتصف» "middle of": `begin`, `middle` or `end`.
  case spanPart = "span-part"
  /// «النصف الأول» "the first half": `1/2`.
  case fraction
  /// «منذ» "since".
  case since
  /// «حتى» "until".
  case until
  /// «قبل» "before".
  case before
  /// «بعد» "after", before a year.
  case after
  /// «قبل», «منذ» "ago".
  case ago
  /// «يوم» "day", «يومين» "two days", «أيام» "days": `day`, `day-two`, `day-many`; also hour, week, month, year.
  case unit
  /// «يومي» "the two days of": opens a list of `day`, `month` or `year`.
  case list
  /// «الماضي» "last": units from the current one.
  case past, current, next
  /// «قليلة» "few".
  case few
  /// «آخر» "the last", before a count of units.
  case lastOf = "last-of"
  /// `spring`, `summer`, `autumn` or `winter`.
  case season
  /// A feast by its name.
  case feast
  /// «المبارك» "blessed", after a feast or a month.
  case blessed
  /// «عطلة» "holiday of".
  case holiday
  /// «الثالث» "the third": its number, -1 for the last.
  case ordinal
  /// «ثمانينيات» "the eighties": its first year; «القرن الماضي» "of the last century" may follow.
  case decade, century
  /// «خلال» "during": a bare year or month may follow.
  case within
  /// «شهد» "saw": a bare month may follow.
  case monthCue = "month-cue"
  /// «بتاريخ» "on the date of": figures without a year may follow.
  case dateCue = "date-cue"
  /// The ends of a range.
  case between, from, to
  case now
  /// «هـ», «م»: `hijri` or `gregorian`.
  case era
  /// «الموافق» "corresponding to": the same day by another calendar.
  case equivalent
  /// «شارع» "street": the words after it name a thing.
  case nameBefore = "name-before"
  /// «معاً» "together", «عشر» of «أحد عشر» "eleven": the name before it is no date.
  case nameAfter = "name-after"
  /// «نفسه» "the same", «التالي» "the following": units from the day told last.
  case same
  /// «قبلها» "before it" −1, «تلاها» "followed it" 1: «قبلها بيومين», "two days before it", from the day told last.
  case fromIt = "from-it"
  /// «سقوط النظام», "the fall of the regime": its day, ISO; only after «منذ» "since", «قبل» "before", «حتى» "until".
  case knownDay = "known-day"
  /// «الأعنف» "the fiercest", «أول» "the first": a «منذ» after it compares.
  case superlative
  /// «كل» "every": the words after it recur.
  case every
  /// «الفترة» "the period".
  case period
  /// «الـ» "the", standing apart before a figure: «الـ12».
  case article
  /// "rd" of "3rd".
  case ordinalEnding = "ordinal-ending"

  /// Its bit among the cues; written out because it is asked of every token.
  var bit: Int {
    switch self {
    case .dayOffset: 0
    case .nightOffset: 1
    case .dayPart: 2
    case .night: 3
    case .spanPart: 4
    case .fraction: 5
    case .since: 6
    case .until: 7
    case .before: 8
    case .after: 9
    case .ago: 10
    case .unit: 11
    case .list: 12
    case .past: 13
    case .current: 14
    case .next: 15
    case .few: 16
    case .lastOf: 17
    case .season: 18
    case .feast: 19
    case .blessed: 20
    case .holiday: 21
    case .ordinal: 22
    case .decade: 23
    case .century: 24
    case .within: 25
    case .monthCue: 26
    case .dateCue: 27
    case .between: 28
    case .from: 29
    case .to: 30
    case .now: 31
    case .era: 32
    case .equivalent: 33
    case .nameBefore: 34
    case .nameAfter: 35
    case .same: 36
    case .fromIt: 43
    case .knownDay: 37
    case .superlative: 38
    case .every: 39
    case .period: 40
    case .article: 41
    case .ordinalEnding: 42
    }
  }

  /// What the column `value` may hold beside this kind.
  var values: Values {
    switch self {
    case .dayOffset, .nightOffset, .past, .current, .next, .ordinal, .decade, .century, .same, .fromIt: .number
    case .spanPart: .oneOf(["begin", "middle", "end"])
    case .fraction: .oneOf((2...4).flatMap { of in (1...of).map { "\($0)/\(of)" } })
    case .unit: .oneOf(TimeUnit.Kind.allCases.flatMap { [$0.rawValue, "\($0.rawValue)-two", "\($0.rawValue)-many"] })
    case .list: .oneOf(["day", "month", "year"])
    case .season: .oneOf(Season.allCases.map(\.rawValue))
    case .feast: .oneOf(Feast.allCases.map(\.rawValue))
    case .era: .oneOf(MonthCalendar.allCases.map(\.rawValue))
    case .knownDay: .day
    default: .nothing
    }
  }

  /// The values of a kind.
  enum Values {
    case nothing, number, day
    case oneOf([String])
  }
}

/// A unit of time in the number of its noun: «شهر» "month", «شهرين» "two months", «أشهر» "months".
struct TimeUnit: Hashable {
  var kind: Kind
  var number: GrammaticalNumber

  enum Kind: String, CaseIterable { case hour, day, week, month, year }

  /// Reads `month`, `month-two`, `month-many`; by comparing, because it is asked of every unit in a text.
  init?(_ text: String) {
    switch text {
    case "hour": (kind, number) = (.hour, .one)
    case "hour-two": (kind, number) = (.hour, .two)
    case "hour-many": (kind, number) = (.hour, .many)
    case "day": (kind, number) = (.day, .one)
    case "day-two": (kind, number) = (.day, .two)
    case "day-many": (kind, number) = (.day, .many)
    case "week": (kind, number) = (.week, .one)
    case "week-two": (kind, number) = (.week, .two)
    case "week-many": (kind, number) = (.week, .many)
    case "month": (kind, number) = (.month, .one)
    case "month-two": (kind, number) = (.month, .two)
    case "month-many": (kind, number) = (.month, .many)
    case "year": (kind, number) = (.year, .one)
    case "year-two": (kind, number) = (.year, .two)
    case "year-many": (kind, number) = (.year, .many)
    default: return nil
    }
  }
}

/// The first half, the third quarter: a part of a year or month by number.
struct YearFraction: Hashable {
  var part: Int
  var of: Int

  /// Reads `3/4`.
  init?(_ text: String) {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 2, (2...4).contains(parts[1]), (1...parts[1]).contains(parts[0]) else { return nil }
    (part, of) = (parts[0], parts[1])
  }
}

/// A season by its meteorological months.
enum Season: String, CaseIterable {
  case spring, summer, autumn, winter

  /// Its first month; a winter ends in February of the next year.
  var firstMonth: Int {
    switch self {
    case .spring: 3
    case .summer: 6
    case .autumn: 9
    case .winter: 12
    }
  }
}

/// A feast or holiday with its days.
enum Feast: String, CaseIterable {
  case fitr, adha
  /// «العيد» "the feast": the last of the two.
  case eid
  case arafa, ashura, mawlid, hijra
  case newYear = "newyear"
  case christmas, nowruz

  /// The calendar, month, first day and number of days: Eid al-Fitr is 1–3 Shawwal, Eid al-Adha 10–13 Dhu al-Hijja.
  var days: (calendar: MonthCalendar, month: Int, day: Int, length: Int) {
    switch self {
    case .fitr, .eid: (.hijri, 10, 1, 3)
    case .adha: (.hijri, 12, 10, 4)
    case .arafa: (.hijri, 12, 9, 1)
    case .ashura: (.hijri, 1, 10, 1)
    case .mawlid: (.hijri, 3, 12, 1)
    case .hijra: (.hijri, 1, 1, 1)
    case .newYear: (.gregorian, 1, 1, 1)
    case .christmas: (.gregorian, 12, 25, 1)
    case .nowruz: (.gregorian, 3, 21, 1)
    }
  }
}
