internal import ArabicText

/// The few function words that frames name directly, folded once.
enum FoldedWord {
  static let between = folded("بين")
  static let from = folded("من")
  static let to = folded("إلى")
  static let until = folded("حتى")
  static let and = folded("و")
  static let with = folded("ب")
  static let the = folded("ال")
  static let inside = folded("في")
  static let on = folded("على")
  static let that = folded("أن")
  static let of = folded("ل")
  static let led = ["بقيادة", "تقوده", "تقودها", "يقوده"].map(folded)
  /// «إنها», «قواتنا», «مسؤوليته»: the speaker speaks of itself.
  static let itself = [
    "أنها", "إنها", "بأنها", "أنه", "إنه", "قواتنا", "قواتها", "مسؤوليته", "مسؤوليتها", "مقاتلونا", "أنهم",
  ].map(folded)
  static let ownLosses = ["فقدت", "خسرت", "مقاتليها", "عناصرها", "مقاتلينا", "رفاقنا", "مقاتليه", "جنودها"].map(folded)
  static let andUntil = folded("وحتى")
  static let now = folded("الآن")
  static let relatives = ["التي", "الذي", "الذين", "اللذين"].map(folded)
  static let number = folded("عدد")
  static let someone = folded("أحد")
  static let operation = folded("عملي")
  static let control = folded("سيطرة")
  static let may = folded("قد")
  static let month = folded("شهر")
  static let day = folded("يوم")
  static let year = folded("عام")
  static let yearFeminine = folded("سنة")

  private static func folded(_ word: String) -> [UInt8] {
    word.unicodeScalars.map { LetterCode.fold($0.value) }.filter { $0 != LetterCode.dropped }
  }
}
