/// The names of the Gregorian months as news writes them, folded as ``DatelineToken`` folds words.
///
/// Three families: the Levantine («كانون الثاني»), that of Egypt and the Gulf («يناير»), and the Maghreb's
/// («جانفي», «غشت»); and English with its short forms.
enum MonthNames {
  private static let singleWords: [String: Int] = numbered([
    ["يناير", "جانفي", "ينائر", "january", "jan"],
    ["شباط", "فبراير", "فيفري", "february", "feb"],
    ["اذار", "مارس", "march", "mar"],
    ["نيسان", "ابريل", "افريل", "april", "apr"],
    ["ايار", "مايو", "ماي", "may"],
    ["حزيران", "يونيو", "يونيه", "جوان", "june", "jun"],
    ["تموز", "يوليو", "يوليه", "جويليه", "يوليوز", "july", "jul"],
    ["اب", "اغسطس", "اوت", "غشت", "august", "aug"],
    ["ايلول", "سبتمبر", "شتنبر", "september", "sept", "sep"],
    ["اكتوبر", "october", "oct"],
    ["نوفمبر", "نونبر", "november", "nov"],
    ["ديسمبر", "دجنبر", "december", "dec"],
  ])

  private static let doubleWords: [String: Int] = [
    "كانون الثاني": 1, "كانون ثاني": 1, "كانون ثان": 1, "تشرين الاول": 10, "تشرين اول": 10, "تشرين الثاني": 11,
    "تشرين ثاني": 11, "تشرين ثان": 11, "كانون الاول": 12, "كانون اول": 12,
  ]

  /// Names of Hijri months; a Hijri date beside a Gregorian one is stepped over, not read.
  private static let hijriWords: Set<String> = [
    "محرم", "المحرم", "صفر", "ربيع الاول", "ربيع اول", "ربيع الاخر", "ربيع الثاني", "جمادي الاولي", "جمادي الاول",
    "جمادي الاخره", "جمادي الثانيه", "جمادي الاخر", "رجب", "شعبان", "رمضان", "شوال", "ذو القعده", "ذي القعده",
    "ذو الحجه", "ذي الحجه",
  ]

  /// The month that the words begin with, and how many words its name has.
  static func month(_ first: String, _ second: String?) -> (month: Int, words: Int)? {
    if let second, let month = doubleWords[first + " " + second] { return (month, 2) }
    return singleWords[first].map { ($0, 1) }
  }

  /// How many words the Hijri month has that the words begin with; nil when it is none.
  static func hijriWords(_ first: String, _ second: String?) -> Int? {
    if let second, hijriWords.contains(first + " " + second) { return 2 }
    return hijriWords.contains(first) ? 1 : nil
  }

  private static func numbered(_ names: [[String]]) -> [String: Int] {
    var numbers: [String: Int] = [:]
    for (index, month) in names.enumerated() {
      for name in month { numbers[name] = index + 1 }
    }
    return numbers
  }
}
