/// The words that accompany the date of a dateline, folded as ``DatelineToken`` folds them.
enum DatelineWords {
  /// Words that say that what follows is the day of publication.
  static let published: Set<String> = [
    "نشر", "نشرت", "نشره", "النشر", "تاريخ", "التاريخ", "الاضافه", "اضيف", "اضيفت", "كتب", "كتبت", "حرر", "صدر",
    "published", "posted", "date", "created", "added",
  ]

  /// Words that say that what follows is the day of a later change.
  static let updated: Set<String> = [
    "تحديث", "التحديث", "اخر", "محدث", "حدث", "تعديل", "التعديل", "updated", "modified", "last", "update",
  ]

  /// Words that bind a date into a sentence when anything stands before them.
  static let binding: Set<String> = ["في", "بتاريخ", "يوم", "اليوم", "ليوم", "مساء", "صباح", "on", "in"]

  /// Marks of the half of the day.
  static let halves: Set<String> = ["ص", "م", "صباحا", "مساء", "ظهرا", "عصرا", "ليلا", "فجرا", "am", "pm"]

  /// Words after a number that is neither date nor time: times read, minutes to read.
  static let counted: Set<String> = [
    "دقيقه", "دقائق", "مشاهده", "مشاهدات", "قراءه", "قراءات", "زياره", "تعليق", "تعليقات", "views", "min", "comments",
  ]

  /// All else that may stand in a dateline without making it a sentence: days, hours, zones, cities, sources.
  static let companions: Set<String> = [
    "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت", "احد", "اثنين", "ثلاثاء", "اربعاء",
    "خميس", "جمعه", "سبت", "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sun", "mon",
    "tue", "wed", "thu", "fri", "sat", "الساعه", "ساعه", "بتوقيت", "توقيت", "غرينتش", "جرينتش", "المحلي", "gmt", "utc",
    "ksa", "eet", "eest", "ast", "time", "at", "by", "the", "الموافق", "ميلادي", "ميلاديه", "هجري", "هجريه", "ه", "t",
    "z", "تم", "وقت", "مده", "دمشق", "حلب", "حمص", "حماه", "حماة", "اللاذقيه", "طرطوس", "ادلب", "درعا", "السويداء",
    "القنيطره", "الرقه", "الحسكه", "القامشلي", "سوريا", "سوريه", "بيروت", "بغداد", "عمان", "القاهره", "انقره",
    "اسطنبول", "الرياض", "لندن", "باريس", "جنيف", "واشنطن", "موسكو", "نيويورك", "سانا", "وكالات", "متابعات", "خاص",
    "رويترز", "قراءه", "عدد",
  ]
}
