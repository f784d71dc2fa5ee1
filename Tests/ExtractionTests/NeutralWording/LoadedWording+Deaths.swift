/// «قُتل 5 عناصر», "5 members were killed", is «استشهد 5 عناصر», "5 members were martyred".
extension LoadedWording {
  /// Person, gender and number of a verb of the past.
  enum VerbForm: Int, CaseIterable {
    case he, she, twoOfThem, they
  }

  static let verbs: [Death: [String]] = [
    .killed: ["قُتل", "قُتلت", "قُتلا", "قُتلوا"],
    .martyred: ["استشهد", "استشهدت", "استشهدا", "استشهدوا"],
    .passed: ["قضى", "قضت", "قضيا", "قضوا"],
    .metFate: ["لقي", "لقيت", "لقيا", "لقوا"],
    .metEnd: ["لقي", "لقيت", "لقيا", "لقوا"],
    .carrion: ["نفق", "نفقت", "نفقا", "نفقوا"],
  ]
  /// «حتفه», «مصرعهم»: "his death, their end".
  static let ends: [Death: String] = [.metFate: "حتف", .metEnd: "مصرع"]
  static let pronouns = ["ه", "ها", "هما", "هم", "هن"]

  func deaths(as death: Death) -> [WordedText.Edit] {
    text.words.indices.flatMap { index -> [WordedText.Edit] in
      for (prefix, stem) in Self.stems(of: text.bare(index), prefixes: Self.conjunctions) {
        if let edits = verb(index, prefix, stem, as: death) { return edits }
      }
      for (prefix, stem) in Self.stems(of: text.bare(index), prefixes: Self.prepositions) {
        if let noun = noun(index, stem, as: death) {
          return [WordedText.Edit(range: text.words[index].range, text: prefix + noun)]
        }
      }
      for (prefix, stem) in Self.stems(of: text.bare(index), prefixes: Self.prepositions + Self.articles) {
        if let noun = countedNoun(index, prefix, stem, as: death) {
          return [WordedText.Edit(range: text.words[index].range, text: prefix + noun)]
        }
      }
      return []
    }
  }

  // MARK: verbs

  private func verb(_ index: Int, _ prefix: String, _ stem: String, as death: Death) -> [WordedText.Edit]? {
    for source in Death.allCases {
      guard let number = Self.verbs[source]?.firstIndex(where: { WordedText.bare($0) == stem }),
        let form = VerbForm(rawValue: number)
      else { continue }
      var edits: [WordedText.Edit] = []
      switch source {
      // Of animals it is the plain word, and «نفق» is a tunnel: what is worded so stays.
      case .carrion: return nil
      case .metFate, .metEnd:
        guard let end = endWord(after: index) else { return nil }
        // The other of the two is next in order.
        if text.bare(end).hasPrefix(Self.ends[source] ?? "") == false { continue }
        edits.append(removal(of: end))
      case .killed: guard isPassive(index, form) else { return nil }
      case .passed: guard isDeath(index, form) else { return nil }
      case .martyred: break
      }
      guard source != death, let rest = rest(index, form, death) else { return nil }
      let verb = Self.verbs[death]?[form.rawValue] ?? stem
      edits.append(WordedText.Edit(range: text.words[index].range, text: prefix + verb))
      return edits + rest
    }
    return nil
  }

  // «حتفه», «مصرعهم» in the sentence of «لقي».
  private func endWord(after index: Int) -> Int? {
    text.following(index, 14).first { word in
      Self.pronouns.contains { text.bare(word) == "حتف" + $0 || text.bare(word) == "مصرع" + $0 }
    }
  }

  // A word with the space before it.
  private func removal(of word: Int) -> WordedText.Edit {
    let range = text.words[word].range
    let hasSpace = text.scalars[range.lowerBound - 1] == " "
    return WordedText.Edit(range: (hasSpace ? range.lowerBound - 1 : range.lowerBound)..<range.upperBound, text: "")
  }

  // «قتل» without its damma may be active («قتل التنظيم 5», "the organisation killed 5") or a noun («من قتل 5», "to kill 5"): it is
  // exchanged only when marked, or before victims in the nominative, or, of many, when what follows can be no object.
  private func isPassive(_ index: Int, _ form: VerbForm) -> Bool {
    if text.words[index].isPassive { return true }
    switch form {
    case .he: return !Self.beforeNoun.contains(text.previous(index)) && startsVictims(index + 1, after: index)
    case .she: return Self.women.contains(text.next(index))
    case .twoOfThem, .they: return Self.circumstances.contains(text.next(index))
    }
  }

  // «قضى على», "put an end to", «قضت المحكمة», "the court ruled": other verbs.
  private func isDeath(_ index: Int, _ form: VerbForm) -> Bool {
    switch form {
    case .he: startsVictims(index + 1, after: index)
    case .she: Self.women.contains(text.next(index))
    case .twoOfThem, .they: Self.circumstances.contains(text.next(index))
    }
  }

  // What the new verb needs besides itself: «لقي» its object. nil when the pronoun cannot be told, or the verb would mean another thing.
  private func rest(_ index: Int, _ form: VerbForm, _ death: Death) -> [WordedText.Edit]? {
    // «قضى على», "put an end to"
    if death == .passed, text.next(index) == "على" { return nil }
    guard let end = Self.ends[death] else { return [] }
    guard let pronoun = pronoun(index, form) else { return nil }
    var place = index
    // «لقي 5 عناصر مصرعهم»: behind the counted noun, when it follows.
    if death == .metEnd, form == .he, let noun = countedVictims(index) { place = noun }
    // «فلقي منهم 7 مصرعهم», "so 7 of them met their end": behind the figure too.
    if death == .metEnd, form == .he, text.next(index) == "منهم" { place = index + 2 }
    let position = text.words[place].range.upperBound
    return [WordedText.Edit(range: position..<position, text: " " + end + pronoun)]
  }

  private func pronoun(_ index: Int, _ form: VerbForm) -> String? {
    switch form {
    case .twoOfThem: return "هما"
    case .they: return "هم"
    case .she: return Self.isFigure(text.next(index)) ? "هن" : "ها"
    case .he: break
    }
    let next = text.next(index)
    if Self.isFigure(next) || Self.openings.contains(next) {
      return text.following(index, 4).contains { Self.severalWomen.contains(text.bare($0)) } ? "هن" : "هم"
    }
    if let number = persons.number(next) { return number == "one" ? "ه" : number == "two" ? "هما" : "هم" }
    // «شاب قُتل برصاص …», "a young man was killed by the bullets of …"
    if persons.number(text.previous(index)) == "one", Self.circumstances.contains(next) || next.hasPrefix("ب") {
      return "ه"
    }
    return nil
  }

  // The word behind a figure right behind a word, when it is a noun.
  private func countedVictims(_ index: Int) -> Int? {
    var word = index
    while Self.isFigure(text.next(word)) { word += 1 }
    guard word > index, persons.number(text.next(word)) != nil || text.next(word).hasSuffix("ين") else { return nil }
    return word + 1
  }

  private func startsVictims(_ word: Int, after index: Int) -> Bool {
    guard text.runsOn(after: index) else { return false }
    let bare = text.bare(word)
    // «قتل مسلحون …»: gunmen kill rather than are killed, unless the damma says so.
    if bare.hasPrefix("مسلح") || bare.hasPrefix("مجهول") || bare.hasPrefix("ال") { return false }
    return Self.isFigure(bare) || Self.openings.contains(bare) || persons.number(bare) != nil
  }

  // MARK: nouns

  // «مقتل», «استشهاد», «مصرع», also with a pronoun.
  private func noun(_ index: Int, _ stem: String, as death: Death) -> String? {
    let nouns = ["مقتل", "استشهاد", "مصرع"]
    let target =
      switch death {
      case .killed: nouns[0]
      case .martyred: nouns[1]
      case .passed, .metFate, .metEnd, .carrion: nouns[2]
      }
    for noun in nouns where noun != target && stem.hasPrefix(noun) {
      let pronoun = String(stem.dropFirst(noun.count))
      guard pronoun.isEmpty || Self.pronouns.contains(pronoun) else { continue }
      // «لقي … مصرعه» is the verb's.
      if noun == nouns[2], isEnd(index) { return nil }
      return target + pronoun
    }
    return nil
  }

  private func isEnd(_ index: Int) -> Bool {
    (max(0, index - 14)..<index).contains { word in
      ["لقي", "لقو", "لاق", "يلق", "تلق", "ولقي", "ولقو"].contains { text.bare(word).hasPrefix($0) }
    }
  }

  private static let counted: [(killed: String, martyred: String)] = [
    ("قتيل", "شهيد"), ("قتيلاً", "شهيداً"), ("قتيلة", "شهيدة"), ("قتيلان", "شهيدان"), ("قتيلين", "شهيدين"),
    ("قتيلتان", "شهيدتان"), ("قتيلتين", "شهيدتين"), ("قتلى", "شهداء"),
  ]

  // «قتيل», «شهيد» and their kin.
  private func countedNoun(_ index: Int, _ prefix: String, _ stem: String, as death: Death) -> String? {
    switch death {
    case .martyred: return Self.counted.first { WordedText.bare($0.killed) == stem }?.martyred
    case .killed, .carrion:
      // «الشهيد أحمد», «لواء شهداء اليرموك», "the martyr Ahmad, the brigade of the martyrs of Yarmouk": titles and names, unless
      // counted or followed by what only a plain noun has behind it.
      let next = text.next(index)
      guard !Self.articles.contains(prefix),
        Self.isFigure(text.previous(index)) || ["من", "في", "بينهم", "واصابة"].contains(next) || next.hasPrefix("وجر")
      else { return nil }
      return Self.counted.first { WordedText.bare($0.martyred) == stem }?.killed
    case .passed, .metFate, .metEnd: return nil
    }
  }

  // MARK: words

  private static let beforeNoun: Set<String> = [
    "من", "الى", "عن", "في", "على", "بعد", "قبل", "تم", "جرى", "عملية", "عمليات", "محاولة", "حالة", "حالات", "جريمة",
    "جرائم", "بهدف", "حوادث", "حادثة", "مسؤولية", "يتم",
  ]
  private static let women: Set<String> = ["امراة", "طفلة", "سيدة", "فتاة", "شابة", "مواطنة", "مدنية", "نازحة"]
  private static let severalWomen: Set<String> = ["نساء", "سيدات", "فتيات", "طفلات", "مواطنات", "شابات"]
  private static let circumstances: Set<String> = [
    "في", "اثر", "جراء", "خلال", "امس", "اليوم", "برصاص", "بانفجار", "بقصف", "بهجوم", "اثناء", "قرب", "نتيجة",
  ]
  private static let openings: Set<String> = ["عشرات", "العشرات", "نحو", "حوالي", "قرابة", "اكثر", "ما"]
}
