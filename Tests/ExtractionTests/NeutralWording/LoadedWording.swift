import Tables

/// One way to word the same news: what the dead, the fighters and the force are called.
///
/// Every exchange keeps person, gender, number, case, tense and voice. Where the script does not tell them, or where the other
/// word would say something else, the word stays: each rule says so beside its words.
struct LoadedWording {
  /// What dying is called.
  enum Death: CaseIterable {
    /// «قُتل», «مقتل», «قتيل»: "was killed, the killing of, one killed".
    case killed
    /// «استشهد», «استشهاد», «شهيد»: "was martyred, the martyrdom of, a martyr".
    case martyred
    /// «قضى», «مصرع»: "passed away, the death of".
    case passed
    /// «لقي حتفه», the object before the subject: «لقي حتفهم 5 عناصر».
    case metFate
    /// «لقي … مصرعه», the object behind the subject: «لقي 5 عناصر مصرعهم».
    case metEnd
    /// «نفق», of animals: "dropped dead".
    case carrion
  }

  /// What the people of a force are called.
  enum People: String, CaseIterable {
    case members = "عنصر"
    case fighters = "مقاتل"
    case gunmen = "مسلح"
    case terrorists = "إرهابي"
  }

  /// What a force is called before its name.
  enum Force: String, CaseIterable {
    case forces = "قوات"
    case militia = "ميليشيا"
    case gangs = "عصابات"
    case mercenaries = "مرتزقة"
  }

  let text: WordedText
  let names: ForceNames
  let persons: PersonNouns

  /// Every wording of one kind at a time, with what it exchanges; those that exchange nothing are left out.
  func variants() -> [(name: String, edits: [WordedText.Edit])] {
    let all =
      Death.allCases.map { ("\($0)", deaths(as: $0)) } + People.allCases.map { ("\($0)", people(as: $0)) }
      + Force.allCases.map { ("\($0)", forces(as: $0)) }
    return all.filter { !$0.1.isEmpty }
  }

  /// The part of a word that is left when a prefix is taken off, the longest prefix last.
  static func stems(of bare: String, prefixes: [String]) -> [(prefix: String, stem: String)] {
    prefixes.filter { bare.hasPrefix($0) }.map { ($0, String(bare.dropFirst($0.count))) }
  }

  static let conjunctions = ["", "و", "ف"]
  /// Before a noun without article.
  static let prepositions = conjunctions + ["ب", "ل", "ك", "وب", "ول", "فب", "فل"]
  /// Before a noun, with or without article.
  static let articles = ["ال", "وال", "بال", "كال", "فال", "لل", "ولل"]
}

/// The nouns that say how many people they mean, of `Lexicon/people.tsv`.
struct PersonNouns {
  private(set) var numbers: [String: String] = [:]

  init() throws {
    let table = try TableSet.embedded.table("Lexicon/people.tsv", requiring: ["number", "arabic"])
    table.forEachRow { row in
      let word = WordedText.bare(row.text("arabic"))
      // «مقاتلين» is two or many: what may be many is none of two.
      if numbers[word] == nil || row.text("number") == "many" { numbers[word] = row.text("number") }
    }
  }

  /// `one`, `two` or `many`; nil for other words, and for those with the ending of an object.
  func number(_ bare: String) -> String? {
    let stem = bare.hasPrefix("ال") ? String(bare.dropFirst(2)) : bare
    return stem.hasSuffix("ين") ? nil : numbers[stem]
  }
}

/// The names that follow «قوات», «ميليشيا», «عصابات» or «مرتزقة» in `Lexicon/actors.tsv`.
struct ForceNames {
  private var names: [String: [[String]]] = [:]

  static let nouns: Set<String> = ["قوات", "ميليشيا", "ميليشيات", "مليشيا", "مليشيات", "عصابات", "مرتزقة"]

  /// Left out, for the noun tells who is meant: the mercenaries of an occupation or state are others than its forces, robbers are no
  /// force, and an adjective agrees with its noun.
  private static let bound: Set<String> = [
    "الاحتلال", "العدو", "تركيا", "ايران", "دولة", "السطو", "الخطف", "التهريب", "مسلحة", "موالية", "موالون", "مدعومة",
    "تابعة", "قوات", "حكومية", "نظامية", "روسية", "كردية", "تركية", "اسرائيلية", "امريكية", "اميركية", "ايرانية",
  ]

  init() throws {
    let table = try TableSet.embedded.table("Lexicon/actors.tsv", requiring: ["arabic"])
    table.forEachRow { row in
      let words = WordedText(row.text("arabic")).words.map(\.bare)
      guard words.count > 1, Self.nouns.contains(words[0]), !Self.bound.contains(words[1]) else { return }
      names[words[1], default: []].append(Array(words[1...]))
    }
  }

  /// True when one of the names begins at a word.
  func stands(at word: Int, in text: WordedText) -> Bool {
    (names[text.bare(word)] ?? []).contains { name in
      name.indices.allSatisfy { text.bare(word + $0) == name[$0] && ($0 == 0 || text.runsOn(after: word + $0 - 1)) }
    }
  }
}
