internal import ArabicText

/// The few words that frames name directly, because a frame is built around them; all other words are rows of the lexicon
/// tables.
enum FrameWord {
  static let between = FoldedWord("بين")  // between
  static let from = FoldedWord("من")  // from, of
  static let to = FoldedWord("إلى")  // to
  static let and = FoldedWord("و")  // and, standing apart before a figure or a quotation mark
  static let the = FoldedWord("ال")  // the, standing apart before a figure: «الـ36»
  static let prepositions = [
    from, inside, to, between, or,
    on,
    FoldedWord("عن"),  // about
    FoldedWord("مع"),  // with
  ]
  static let inside = FoldedWord("في")  // in
  static let on = FoldedWord("على")  // on
  /// Prepositions as they stand before a pronoun: «عليه» "at him", «إليها» "to her", «فيهم» "in them".
  static let prepositionStems = [
    FoldedWord("علي"),  // on
    FoldedWord("إلي"),  // to
    FoldedWord("في"),  // in
  ]
  static let that = FoldedWord("أن")  // that; also «أنه» "that he", «أنها» "that she"
  static let complementizers = [
    "بأن",  // that, after a verb with «ب»
    "إذا",  // if
  ].map { FoldedWord($0) }
  static let atTimes = [
    "عند",  // at
    "قبل",  // before
    "قبيل",  // shortly before
    "بعد",  // after
    "حتى",  // until
    "منذ",  // since
  ].map { FoldedWord($0) }
  static let been = [
    "كان",  // had, he
    "كانت",  // had, she
    "كانوا",  // had, they
    "كانا",  // had, the two
    "وكان",  // and he had
    "وكانت",  // and she had
    "وكانوا",  // and they had
  ].map { FoldedWord($0) }
  static let may = FoldedWord("قد")  // may, before an imperfect; has, before a perfect
  static let someone = FoldedWord("أحد")  // anyone: «لم يُصب أحد» "nobody was hurt"
  static let number = FoldedWord("عدد")  // number: «عدد القتلى» "the number of the dead"
  /// That, of an event told before: «قبل يوم من ذلك» "a day before that".
  static let sums = [
    "عدد",  // number
    "تعداد",  // count
    "حصيلة",  // toll
    "إجمالي",  // total
    "مجموع",  // sum
  ].map { FoldedWord($0) }
  static let thatOne = [
    FoldedWord("ذلك"),  // that
    FoldedWord("هذا"),  // this
  ]
  static let outOf = FoldedWord("أصل")  // the whole: «من أصل 40» "out of 40"
  /// Words of age: «عمره عشرون» "his age is twenty".
  static let age = [
    FoldedWord("العمر"),  // age
    FoldedWord("عمره"),  // his age
    FoldedWord("عمرها"),  // her age
    FoldedWord("البالغ"),  // who has reached
    FoldedWord("البالغة"),  // who has reached, feminine
  ]
  /// Words of release before those who were held.
  static let releases = [
    FoldedWord("الإفراج"),  // the release
    FoldedWord("إفراج"),  // release
    FoldedWord("أفرج"),  // released
    FoldedWord("أفرجت"),  // she released
    FoldedWord("سراح"),  // liberty: «إطلاق سراح» "setting free"
    FoldedWord("تحرير"),  // freeing
  ]
  static let howMany = FoldedWord("كم")  // how many?
  /// Where, when or by what, behind a verb that has its subject before it: «شاب قُتل في …» "a young man was killed in …".
  static let circumstance = [
    FoldedWord("في"),  // in
    FoldedWord("داخل"),  // inside
    FoldedWord("قرب"),  // near
    FoldedWord("خلال"),  // during
    FoldedWord("إثر"),  // after
    FoldedWord("جراء"),  // because of
  ]
  /// In which, of a deed told before: «هجوم قُتل فيه 3» "an attack in which 3 were killed".
  static let inIt = [
    FoldedWord("فيه"),  // in him
    FoldedWord("فيها"),  // in her
    FoldedWord("فيهما"),  // in both
  ]
  static let any = FoldedWord("أي")  // any, after a negation
  /// No, before a noun: «لا قتلى ولا جرحى» "no dead and no wounded".
  static let no = [
    FoldedWord("لا"),  // no
    FoldedWord("ولا"),  // and no
  ]
  static let or = FoldedWord("أو")  // or: «ثلاثة أو أربعة» "three or four"
  static let control = FoldedWord("سيطرة")  // control: «مناطق سيطرة قسد» "areas of SDF control"
  /// Subject to somebody: «المناطق الخاضعة لقسد» "areas subject to the SDF".
  static let subject = [
    FoldedWord("خاضعة"),  // subject, feminine
    FoldedWord("خاضع"),  // subject
    FoldedWord("تخضع"),  // is subject
  ]
  static let areas = [
    FoldedWord("مناطق"),  // areas
    FoldedWord("منطقة"),  // area
    FoldedWord("نفوذ"),  // influence: «مناطق نفوذ»
  ]
  static let within = [
    inside,
    FoldedWord("ضمن"),  // within
    FoldedWord("داخل"),  // inside
    FoldedWord("إلى"),  // to
    FoldedWord("من"),  // from
  ]
  /// Of reports and statements: «تقريرها الصادر اليوم» "its report issued today".
  static let issued = [
    FoldedWord("الصادر"),  // issued
    FoldedWord("الصادرة"),  // issued, feminine
    FoldedWord("المنشور"),  // published
    FoldedWord("نشرته"),  // which it published
    FoldedWord("أصدرته"),  // which it issued
    FoldedWord("صدر"),  // was issued
  ]
  /// What tells of custody.
  static let custody = [
    FoldedWord("سجن"),  // prison
    FoldedWord("سجون"),  // prisons
    FoldedWord("سجناء"),  // prisoners
    FoldedWord("سجين"),  // prisoner
    FoldedWord("سجينا"),  // prisoner
    FoldedWord("نزلاء"),  // inmates
    FoldedWord("نزيل"),  // inmate
    FoldedWord("معتقلي"),  // detainees of
    FoldedWord("مخيم"),  // camp
    FoldedWord("احتجاز"),  // detention
    FoldedWord("محتجز"),  // detained
    FoldedWord("مهجع"),  // ward
  ]
  /// What is left of present forms without their ت: «تسيطر» "she controls", «تسرق» "she steals".
  static let presentStems = [
    "سيطر", "سرق", "هاجم", "شن", "نفذ", "حتجز", "خطف", "ختطف", "عتقل", "غتال", "ستولي", "قتل", "فجر", "نهب", "صادر",
    "ستهدف", "زرع",
    "نصب", "قتحم",
  ].map { FoldedWord($0) }
  static let hours = [
    FoldedWord("ساعة"),  // hour
    FoldedWord("ساعات"),  // hours
  ]
  /// To it: «تابعة له» "belonging to it".
  static let toIt = [
    FoldedWord("له"),  // to him
    FoldedWord("لها"),  // to her
    FoldedWord("لهم"),  // to them
  ]
  static let since = FoldedWord("منذ")  // since
  /// Verbs of those who keep count: «أحصى المرصد» "SOHR counted".
  static let counting = [
    "أحصى", "أحصت", "وثق", "وثقت", "وثقوا", "سجل", "سجلت", "رصد", "رصدت", "عدت", "استقبلت", "بلغت", "بلغ", "ارتفعت",
    "ارتفع", "ترتفع", "يرتفع", "وصل", "وصلت",
  ].map { FoldedWord($0) }
  static let series = FoldedWord("سلسلة")  // a series: «سلسلة حوادث» "a series of incidents"
  /// «حالة» "a case", of arrest or killing.
  static let cases = [
    FoldedWord("حالة"),  // case
    FoldedWord("حالات"),  // cases
  ]
  static let arbitrary = [
    "تعسفي",  // arbitrary
    "تعسفية",  // arbitrary, of a feminine noun
    "قسري",  // enforced, of disappearance
  ].map { FoldedWord($0) }
  static let killing = FoldedWord("قتل")  // killing
  static let others = [
    "آخرون",  // others
    "آخرين",  // others, after a verb or preposition
    "آخرا",  // another
  ].map { FoldedWord($0) }
  static let followedBy = [
    "تلتها",  // followed by
    "تليها",  // followed by
    "يليها",  // followed by
    "تلاها",  // followed by
    "ثم",  // then
  ].map { FoldedWord($0) }
  static let these = FoldedWord("هؤلاء")  // these, of people
  /// What is believed of the unknown: «مسلحون يُعتقد أنهم من داعش» "gunmen believed to be of ISIS".
  static let belief = [
    "يعتقد", "يرجح", "يشتبه", "يظن", "رجح", "مرجح", "قيل", "تابعون", "تابعين", "ينتمون", "محسوبون", "محسوبين", "موالون",
    "موالين", "يتبعون", "يتبعان", "يتبع", "تتبع", "ينتمي", "تنتمي", "ينتميان",
  ].map { FoldedWord($0) }
  /// What may follow a figure that counts nothing but the dead: after, as a result of, during, when, at, on, before.
  static let afterCount = [
    "إثر", "جراء", "خلال", "أثناء", "عندما", "حين", "حينما", "لدى", "بعد", "قبل", "بينما", "فيما", "حيث", "نتيجة",
    "عند",
    "قرب", "على", "إلى", "ضمن", "داخل", "حتى", "عقب", "لم", "ممن", "غيره", "غيرهم", "معه", "معهم",
  ].map { FoldedWord($0) }
  /// His life, her life, his death: of one person.
  static let ownLife = ["حياته", "حياتها", "الحياة", "حتفه", "حتفها", "مصرعه", "مصرعها", "نحبه", "نحبها"].map {
    FoldedWord($0)
  }
  /// Caused by: its cause, resulting from, as a result of.
  static let cause = [
    "سببه", "سببها", "أسبابه", "مصدره", "ناجم", "ناجمة", "ناجما", "ناتج", "ناتجة", "ناتجا", "نجم", "نتج", "نتيجة",
    "جراء",
    "بسبب",
  ].map { FoldedWord($0) }
  static let previously = ["سبق", "وسبق"].map { FoldedWord($0) }  // it has happened before that
  // day, week, month, year, time
  static let dayWords = ["اليوم", "يومها", "الأسبوع", "الشهر", "العام", "المرة"].map { FoldedWord($0) }
  /// Barrel bombs, the helicopters that drop them.
  static let barrels = ["برميل", "براميل", "برميلا", "برميلين", "برميلان", "مروحيات", "مروحي", "مروحية"].map {
    FoldedWord($0)
  }
  static let cameTo = ["بلغ", "بلغت", "يبلغ", "تجاوز", "فاق"].map { FoldedWord($0) }  // came to, exceeded, of a number
  static let thatThey = ["أنهم", "أنه", "أنها", "أنهما", "بأنهم", "بأنه"].map { FoldedWord($0) }  // that they, that he
  static let with = FoldedWord("مع")
  static let dealing = ["التعامل", "بالتعامل", "التخابر", "بالتخابر"].map { FoldedWord($0) }  // dealing, spying with
  // that, behind a verb with ب or at a head
  static let byThat = ["بأن", "وأن", "فإن"].map { FoldedWord($0) }
  /// Setting an ambush.
  static let laying = ["نصب", "نصبت", "نصبوا", "نصبه", "نصبها"].map { FoldedWord($0) }
  static let rubble = ["الأنقاض", "أنقاض", "الركام", "ركام"].map { FoldedWord($0) }
  static let kunya = ["أبو", "أبي", "أبا"].map { FoldedWord($0) }  // father of, as a name begins
  static let theirEnd = ["حتفهم", "حتفهما", "مصرعهم", "مصرعهما", "حتفه", "مصرعه", "نحبهم", "ربهم"].map {
    FoldedWord($0)
  }  // their death
  /// Loyal to, allied with.
  static let loyal = [
    "الموالي", "الموالية", "الموالين", "الموالون", "موال", "موالية", "الحليف", "الحليفة", "المؤيد", "المؤيدة", "المقرب",
    "المقربة", "المحسوب", "المحسوبة", "المدعوم", "المدعومة", "المدعومين",
  ].map { FoldedWord($0) }
  /// How gunmen come: unknown, masked, armed, riding a motorcycle, in a car.
  static let onTheirWay = [
    "مجهولون", "مجهولين", "مجهولان", "مجهول", "ملثمون", "ملثمين", "ملثمان", "ملثم", "يستقلون", "يستقلان", "يستقل",
    "دراجة", "دراجات", "دراجتين", "نارية", "ناريتين", "سيارة", "سيارات", "سيارتين", "متن",
  ].map { FoldedWord($0) }
  static let toll = FoldedWord("حصيلة")  // toll
  static let operation = FoldedWord("عملي")  // the stem of «عملية» "operation" and «عمليات» "operations"

  /// Who, which: they open a clause that describes somebody, «الذي» "who" in gender and number.
  static let relatives = [
    FoldedWord("الذي"),  // masculine
    FoldedWord("التي"),  // feminine, and plural things
    FoldedWord("الذين"),  // masculine plural
    FoldedWord("اللذين"),  // masculine dual
  ]

  /// Who leads a force is told after its name: «التحالف بقيادة واشنطن», "the coalition led by Washington".
  static let led = [
    FoldedWord("بقيادة"),  // under the command of
    FoldedWord("تقوده"),  // which … leads: she leads him
    FoldedWord("تقودها"),  // she leads her
    FoldedWord("يقوده"),  // he leads him
  ]

  /// A speaker speaks of itself: «قالت قسد إنها نفذت …», "the SDF said that it carried out …".
  static let itself = [
    FoldedWord("أنها"),  // that she; «إنها» after "said" folds to the same
    FoldedWord("بأنها"),  // of it that she
    FoldedWord("أنه"),  // that he; also «إنه»
    FoldedWord("أنهم"),  // that they
    FoldedWord("قواتنا"),  // our forces
    FoldedWord("قواتها"),  // her forces
    FoldedWord("مقاتلونا"),  // our fighters
    FoldedWord("مسؤوليته"),  // his responsibility
    FoldedWord("مسؤوليتها"),  // her responsibility
  ]

  /// Verbs whose subject loses the people after it: «خسر الفصيل», "the faction lost".
  static let losing = [
    FoldedWord("خسر"),  // he lost
    FoldedWord("خسرت"),  // she lost
    FoldedWord("فقد"),  // he lost
    FoldedWord("فقدت"),  // she lost
  ]

  /// A speaker tells its own dead: «إنها فقدت 5 من مقاتليها», "that it lost five of its fighters".
  static let ownLosses = [
    FoldedWord("فقدت"),  // lost
    FoldedWord("خسرت"),  // lost
    FoldedWord("مقاتليها"),  // her fighters
    FoldedWord("مقاتليه"),  // his fighters
    FoldedWord("مقاتلينا"),  // our fighters
    FoldedWord("عناصرها"),  // her members
    FoldedWord("جنودها"),  // her soldiers
    FoldedWord("رفاقنا"),  // our comrades
  ]
}
