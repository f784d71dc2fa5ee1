/// «5 عناصر», "5 members", are «5 إرهابيين», "5 terrorists".
extension LoadedWording {
  /// The forms that the script tells apart.
  enum PeopleForm: CaseIterable {
    case one, oneAccusative, two, twoOblique, many, manyOblique, manyOf, manyOfOblique
  }

  private static func form(_ people: People, _ form: PeopleForm) -> String {
    if people == .members {
      switch form {
      case .many, .manyOblique, .manyOf, .manyOfOblique: return "عناصر"
      default: break
      }
    }
    let stem = people.rawValue
    return switch form {
    case .one: stem
    case .oneAccusative: stem + "اً"
    case .two: stem + "ان"
    // With its fatha, for without it this is the plural.
    case .twoOblique: stem + "َين"
    case .many: stem + "ون"
    case .manyOblique: stem + "ين"
    case .manyOf: stem + "و"
    case .manyOfOblique: stem + "ي"
    }
  }

  func people(as target: People) -> [WordedText.Edit] {
    text.words.indices.compactMap { index in
      for source in People.allCases where source != target {
        for (prefix, stem) in Self.stems(of: text.bare(index), prefixes: Self.prepositions + Self.articles) {
          guard let form = form(index, of: source, prefix: prefix, stem: stem) else { continue }
          return WordedText.Edit(range: text.words[index].range, text: prefix + Self.form(target, form))
        }
      }
      return nil
    }
  }

  // The form in which a word stands; nil when it is another word, or when script and sentence do not tell its case or number.
  private func form(_ index: Int, of source: People, prefix: String, stem: String) -> PeopleForm? {
    guard !isOfRescuers(index) else { return nil }
    let isDefinite = prefix.hasSuffix("ال") || prefix.hasSuffix("لل")
    let isOblique = isDefinite ? Self.oblique.contains(prefix) : ["ب", "ل", "ك"].contains(prefix.suffix(1))
    let before = Self.isConjoined(prefix) ? "" : text.previous(index)
    if source == .members, stem == "عناصر" {
      let governed = isOblique || Self.obliging.contains(before) || Self.isFew(before)
      if !governed, !Self.subjectVerbs.contains(WordedText.bare(before)) { return nil }
      // «عناصر التنظيم», "the members of the organisation": the other nouns lose their ending before it.
      if !isDefinite, ownsNext(index) { return governed ? .manyOfOblique : .manyOf }
      guard standsAlone(index) else { return nil }
      if !governed { return .many }
      // «مقتل مقاتلين» may be two or many in writing; after a figure, or with the article, it is many.
      return isDefinite || Self.isFew(before) ? .manyOblique : nil
    }
    guard isDefinite else { return indefiniteForm(index, source, stem, before) }
    guard standsAlone(index), isOblique || Self.obliging.contains(before) || Self.subjectVerbs.contains(before) else {
      return nil
    }
    return definiteForm(source, stem)
  }

  // «المسلحين», "the gunmen": behind what governs people, or it may be an adjective.
  private func definiteForm(_ source: People, _ stem: String) -> PeopleForm? {
    switch stem {
    case Self.bareForm(source, .one): .one
    case Self.bareForm(source, .two): .two
    case Self.bareForm(source, .twoOblique): source == .members ? .twoOblique : .manyOblique
    case Self.bareForm(source, .many): .many
    default: nil
    }
  }

  private func indefiniteForm(_ index: Int, _ source: People, _ stem: String, _ before: String) -> PeopleForm? {
    let counted = Self.isFigure(before)
    switch stem {
    case Self.bareForm(source, .manyOf) where source != .members && ownsNext(index): return .manyOf
    case Self.bareForm(source, .manyOfOblique) where source != .members && ownsNext(index): return .manyOfOblique
    default: break
    }
    guard standsAlone(index) else { return nil }
    switch stem {
    case Self.bareForm(source, .one):
      // «هجوم مسلح», "an armed attack", «عمل إرهابي», "a terrorist act": the noun only behind what governs people.
      return source == .members || Self.obliging.contains(before) || Self.subjectVerbs.contains(before) || counted
        ? .one : nil
    case Self.bareForm(source, .oneAccusative): return source == .members || counted ? .oneAccusative : nil
    case Self.bareForm(source, .two): return .two
    case Self.bareForm(source, .twoOblique):
      if text.words[index].isMarkedDual { return .twoOblique }
      if source == .members { return .twoOblique }
      return Self.isFew(before) ? .manyOblique : nil
    case Self.bareForm(source, .many) where source != .members: return .many
    default: return nil
    }
  }

  private static func bareForm(_ people: People, _ form: PeopleForm) -> String {
    WordedText.bare(self.form(people, form))
  }

  private static func isConjoined(_ prefix: String) -> Bool { prefix.hasPrefix("و") || prefix.hasPrefix("ف") }

  // A name of a force follows: «عناصر التنظيم», «عناصر قسد», «عناصر قوات النظام».
  private func ownsNext(_ index: Int) -> Bool {
    guard text.runsOn(after: index) else { return false }
    let next = text.bare(index + 1)
    return Self.owners.contains(next) || names.stands(at: index + 1, in: text)
      || (ForceNames.nouns.contains(next) && names.stands(at: index + 2, in: text))
  }

  // No compound («عنصر أمن», "a security man") and no adjective, which would have to agree, follows.
  private func standsAlone(_ index: Int) -> Bool {
    let next = text.next(index)
    // «مسلحين بدو», "Bedouin gunmen", «عناصر وحدات …», "the members of the units of …"
    if ["بدو", "بارز", "وحد", "وزار", "واحد", "واسع"].contains(where: { next.hasPrefix($0) }) { return false }
    return next.isEmpty || Self.openers.contains(next) || next.hasPrefix("و") || next.hasPrefix("ب")
      || next.hasPrefix("لل") || Self.isFigure(next)
  }

  // «عناصر من الدفاع المدني», "members of the Civil Defence", carry no arms.
  private func isOfRescuers(_ index: Int) -> Bool {
    text.following(index, 4).contains {
      ["المدني", "الاطفاء", "الاسعاف", "الهلال", "الخوذ", "الاحمر"].contains(text.bare($0))
    }
  }

  static func isFigure(_ bare: String) -> Bool {
    !bare.isEmpty && (bare.allSatisfy(\.isNumber) || few.contains(bare) || tens.contains(bare))
  }

  // 3 to 10, after which the noun is a plural in the genitive.
  static func isFew(_ bare: String) -> Bool {
    if few.contains(bare) { return true }
    guard let number = Int(String(bare.compactMap { $0.wholeNumberValue.map { Character("\($0)") } })),
      bare.allSatisfy(\.isNumber)
    else { return false }
    return (3...10).contains(number)
  }

  private static let few: Set<String> = [
    "ثلاثة", "اربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثماني",
    "تسع",
    "عشر",
  ]
  private static let tens: Set<String> = [
    "عشرون", "عشرين", "ثلاثون", "ثلاثين", "اربعون", "اربعين", "خمسون", "خمسين", "ستون", "ستين", "سبعون", "سبعين",
    "ثمانون",
    "ثمانين", "تسعون", "تسعين",
  ]
  /// Prepositions, and nouns that have people in the genitive behind them.
  private static let obliging: Set<String> = [
    "من", "على", "مع", "بين", "ضد", "عن", "الى", "قبل", "يد", "ايدي", "بيد", "احد", "بعض", "عشرات", "مئات", "معظم",
    "عدد",
    "مقتل", "بمقتل", "استشهاد", "مصرع", "اصابة", "واصابة", "جرح", "وجرح", "اعتقال", "اسر", "اختطاف", "خطف", "استهداف",
    "جثث", "جثة", "قتل",
  ]
  /// Verbs that have their subject right behind them.
  private static let subjectVerbs: Set<String> = [
    "قتل", "وقتل", "استشهد", "واستشهد", "اصيب", "واصيب", "جرح", "قضى", "هاجم", "وهاجم", "استهدف", "واستهدف", "شن",
    "نفذ",
    "اطلق", "اقتحم", "داهم", "اختطف", "اعتقل", "وصل", "انسحب",
  ]
  private static let openers: Set<String> = [
    "من", "في", "على", "اثر", "جراء", "خلال", "قرب", "كانوا", "كان", "امس", "اليوم", "ليل", "عند", "لدى", "تابعين",
    "تابع",
    "ينتمون", "لقوا", "اخرين", "اخرون",
  ]
  private static let oblique: Set<String> = ["بال", "كال", "لل", "ولل"]
  private static let owners: Set<String> = ["التنظيم", "داعش", "تنظيم", "قسد", "النظام", "الجيش"]
}
