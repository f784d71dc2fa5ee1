internal import ArabicText

/// The few function words that the frames of places name directly; the spatial words are rows of `Lexicon/spatial.tsv`.
enum PlaceFrameWord {
  static let and = FoldedWord("و")  // and
  static let from = FoldedWord("من")  // from, of
  static let each = FoldedWord("كل")  // each: «في كل من سوريا والعراق» "in each of Syria and Iraq"

  private static let to = FoldedWord("إلى")  // to
  private static let on = FoldedWord("على")  // on, at
  private static let towards = FoldedWord("نحو")  // towards; about
  private static let inDirection = FoldedWord("باتجاه")  // in the direction of
  private static let by = FoldedWord("ب")  // by, at; standing apart before a figure

  /// The number in the names of networks: «السويداء 24» "Suwayda 24".
  static let twentyFour = FoldedWord("24")

  /// The first word of names of people that villages share: «أبو حسن» "Abu Hasan".
  static let personal = [
    FoldedWord("أبو"),  // father of
    FoldedWord("أم"),  // mother of
    FoldedWord("ابن"),  // son of
    FoldedWord("عبد"),  // servant of
    FoldedWord("الشيخ"),  // the sheikh
    FoldedWord("شيخ"),  // sheikh
  ]

  /// Between a distance and its side: «7 كم باتجاه الشرق» "7 km towards the east".
  static let towardsSide = [to, towards, inDirection]

  /// Between the two ends of a road or of «بين»: «بين الرقة وحلب» "between Raqqa and Aleppo".
  static let joints = [and, to, by]

  /// The same, the said: «المنطقة نفسها» "the same area".
  static let same = [
    FoldedWord("نفسها"),  // itself, feminine
    FoldedWord("نفسه"),  // itself, masculine
    FoldedWord("ذاتها"),  // the very same, feminine
    FoldedWord("ذاته"),  // the very same, masculine
    FoldedWord("المذكورة"),  // the said
  ]

  /// Before the figure of a distance: «على بعد نحو 30 كم» "at a distance of about 30 km".
  static let atDistance = [
    on, towards, by,
    FoldedWord("بعد"),  // a distance
    FoldedWord("مسافة"),  // a distance
    FoldedWord("مبعدة"),  // a distance
    FoldedWord("بمسافة"),  // by a distance
    FoldedWord("بنحو"),  // by about
    FoldedWord("حوالي"),  // about
    FoldedWord("بحوالي"),  // by about
    FoldedWord("قرابة"),  // nearly
    FoldedWord("زهاء"),  // some
    FoldedWord("لا"),  // not: «لا تتجاوز» "not more than"
    FoldedWord("تتجاوز"),  // exceeds
    FoldedWord("تقدر"),  // is put at
    FoldedWord("أقل"),  // less
    FoldedWord("أكثر"),  // more
    FoldedWord("تبعد"),  // is distant
    FoldedWord("يبعد"),  // is distant
  ]

  /// Between a distance and the name it is taken from: «30 كم عن الرقة» "30 km from Raqqa".
  static let afterDistance = [
    to, from,
    FoldedWord("عن"),  // off, from
  ]

  /// A word before a bare name that shows it to be a place.
  static let prepositions = [
    to, from, on, towards, inDirection,
    FoldedWord("في"),  // in
    FoldedWord("قرب"),  // near
    FoldedWord("داخل"),  // inside
  ]

  /// Adjectives behind the place in an organisation's name: «مركز حوران الإعلامي» "the Hauran media centre".
  static let organisational = [
    FoldedWord("الحقوقي"),  // of rights
    FoldedWord("الحقوقية"),  // of rights, feminine
    FoldedWord("الإعلامي"),  // of media
    FoldedWord("الإعلامية"),  // of media, feminine
    FoldedWord("العسكري"),  // military
    FoldedWord("المدني"),  // civil
    FoldedWord("المحلي"),  // local
    FoldedWord("الثوري"),  // revolutionary
    FoldedWord("الإخباري"),  // of news
    FoldedWord("الإخبارية"),  // of news, feminine
  ]

  /// Before «من» "of": a part of the place is meant, not a way from it.
  static let partitive = [
    FoldedWord("أنحاء"),  // parts
    FoldedWord("مناطق"),  // areas
    FoldedWord("أجزاء"),  // parts
    FoldedWord("أماكن"),  // places
    FoldedWord("مواقع"),  // sites
    FoldedWord("نقاط"),  // points
    FoldedWord("أحياء"),  // quarters
    FoldedWord("القسم"),  // the part
    FoldedWord("الجزء"),  // the part
    FoldedWord("الجهة"),  // the side
    FoldedWord("عدد"),  // a number
  ]

  /// Behind «من» "of" and before a place that somebody comes from: «من أهالي بلدة نوى» "a native of Nawa".
  static let natives = [
    FoldedWord("أهالي"),  // people of
    FoldedWord("سكان"),  // inhabitants of
    FoldedWord("أبناء"),  // sons of
    FoldedWord("مواليد"),  // born in
    FoldedWord("نازحي"),  // displaced of
    FoldedWord("مهجري"),  // displaced of
    FoldedWord("وجهاء"),  // notables of
  ]

  /// Before a place that something goes to or somebody comes from: «إلى مشافي الرقة» "to the hospitals of Raqqa".
  /// What tells where fire or forces come from.
  static let sourceOfFire = [
    FoldedWord("مصدره"),  // its source
    FoldedWord("مصدرها"),  // its source
    FoldedWord("أقلعت"),  // took off
    FoldedWord("انطلقت"),  // set out
    FoldedWord("قادما"),  // coming
    FoldedWord("قادمة"),  // coming
    FoldedWord("المتمركزة"),  // stationed
    FoldedWord("المتمركزين"),  // stationed
    // present: «التنظيم الحاضر في حوض اليرموك» "the organisation, which is present in the Yarmouk Basin"
    FoldedWord("الحاضر"),
    FoldedWord("الناشط"),  // active
    FoldedWord("الناشطة"),  // active
    FoldedWord("النشط"),  // active
    FoldedWord("النشطة"),  // active
  ]
  static let directional = [
    inDirection, towards, to, from,
    FoldedWord("ابن"),  // a son of: «ابن مدينة الميادين» "a native of Mayadin"
    FoldedWord("أبناء"),  // sons of, natives of
    FoldedWord("مشفى"),  // hospital
    FoldedWord("مشافي"),  // hospitals
    FoldedWord("مستشفى"),  // hospital
    FoldedWord("مستشفيات"),  // hospitals
  ]
}
