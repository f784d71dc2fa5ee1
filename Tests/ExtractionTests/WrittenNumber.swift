/// Writes whole numbers as Arabic words by the rules of the grammar books, for reading them back.
///
/// Independent of the tables and rules that read numbers. The phrase stands alone, without the noun it counts, and
/// without vowel marks. Where the books or the usage differ, the choice is told where it is made.
enum WrittenNumber {
  /// The numbers that can be written.
  static let range = 1...9_999_999

  /// The gender of the counted noun, not of the numeral.
  enum Gender: CaseIterable {
    case masculine
    case feminine
  }

  /// The case the whole phrase stands in.
  enum Case: CaseIterable {
    case nominative
    case accusative
    case genitive
  }

  /// The order of the ranks. Units come before tens in both.
  enum Order: CaseIterable {
    /// Thousands, hundreds, then units and tens, as the press writes.
    case descending
    /// From the small rank to the large, as older books and formal dates write.
    case ascending
  }

  /// How a hundred is spelt.
  enum Spelling: CaseIterable {
    /// «مئة», «ثلاثمئة».
    case hamza
    /// «مائة», «ثلاثمائة», with the alef that is not spoken.
    case old
    /// «مئة», «ثلاث مئة».
    case spaced
  }

  /// The words of a number 1…9 999 999; empty text for another.
  static func words(
    _ n: Int, gender: Gender, case grammaticalCase: Case, order: Order, spelling: Spelling = .hamza
  ) -> String {
    guard range.contains(n) else { return "" }
    let speller = Speller(inflection: grammaticalCase, spelling: spelling)
    // From the large rank to the small; a rank that is nought is not spoken.
    var ranks: [String] = []
    if n >= 1_000_000 { ranks.append(speller.many(n / 1_000_000, of: .million)) }
    ranks += speller.thousands(n / 1000 % 1000, order: order)
    if n % 1000 >= 100 { ranks.append(speller.hundreds(n / 100 % 10, isAnnexed: false)) }
    if n % 100 > 0 { ranks.append(speller.underHundred(n % 100, gender: gender)) }
    return (order == .descending ? ranks : ranks.reversed()).joined(separator: " و")
  }

  /// Whether a number's words in an order are more readily read as another number, so that no reader can be held to them.
  ///
  /// Only the ascending order has such numbers: «ثلاثة وعشرون ألفا» is 20 003 written upwards and 23 000 to everybody,
  /// «مئتان وثلاثة آلاف» is 3 200 upwards and 203 000 downwards, «مئتان وثلاثة ملايين» 3 000 200 or 203 000 000, and
  /// «خمسة وعشرون ومئة ألف» is written both for 100 025 and, by those who do not say «ألف» twice, for 125 000.
  static func isAmbiguous(_ n: Int, order: Order) -> Bool {
    guard order == .ascending, range.contains(n) else { return false }
    let (millions, thousands, hundreds, rest) = (n / 1_000_000, n / 1000 % 1000, n / 100 % 10, n % 100)
    // A unit that runs into the tens of the thousands: 20 003, and 120 003 beside 123 000.
    if thousands % 100 >= 20, thousands % 10 == 0, hundreds == 0, (1...9).contains(rest) { return true }
    switch thousands {
    case 0: return hundreds > 0 && rest == 0 && millions >= 3
    case 3...99: return hundreds > 0 && rest == 0
    default: return thousands >= 100 && thousands % 100 == 0 && hundreds == 0 && rest > 0
    }
  }
}

/// A noun that counts, with the forms that follow a numeral.
private struct CountingNoun {
  /// One, and after a hundred: «ألف».
  let singular: String
  /// Two, in the nominative: «ألفان».
  let dual: String
  /// Two, in the other cases: «ألفين».
  let obliqueDual: String
  /// After three to ten: «آلاف».
  let plural: String

  /// After eleven to ninety-nine, and one in the accusative: «ألفا», its mark not written.
  var accusative: String { singular + "ا" }

  static let thousand = CountingNoun(singular: "ألف", dual: "ألفان", obliqueDual: "ألفين", plural: "آلاف")
  static let million = CountingNoun(singular: "مليون", dual: "مليونان", obliqueDual: "مليونين", plural: "ملايين")
}

/// Spells the ranks of a number that stands in one case.
private struct Speller {
  let inflection: WrittenNumber.Case
  let spelling: WrittenNumber.Spelling

  /// The numerals three to ten as they stand beside a feminine noun.
  private static let bare = ["ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع", "عشر"]

  /// Twenty to ninety without their ending.
  private static let tens = ["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]

  private var isNominative: Bool { inflection == .nominative }

  /// 1…99.
  func underHundred(_ n: Int, gender: WrittenNumber.Gender) -> String {
    switch n {
    case 1...10: return unit(n, gender: gender)
    case 11...19: return teen(n, gender: gender)
    default:
      let ten = Self.tens[n / 10 - 2] + (isNominative ? "ون" : "ين")
      guard n % 10 > 0 else { return ten }
      // One beside tens is «إحدى» for the feminine; «واحدة وعشرون» is heard, «إحدى وعشرون» is the commoner in print.
      let one = n % 10 == 1 && gender == .feminine ? "إحدى" : unit(n % 10, gender: gender)
      return one + " و" + ten
    }
  }

  /// 1…10, standing without a noun and so with nunation, which shows as an alef in the accusative.
  private func unit(_ n: Int, gender: WrittenNumber.Gender) -> String {
    let isAccusative = inflection == .accusative
    switch (n, gender) {
    case (1, .masculine): return isAccusative ? "واحدا" : "واحد"
    case (1, .feminine): return "واحدة"
    case (2, .masculine): return isNominative ? "اثنان" : "اثنين"
    case (2, .feminine): return isNominative ? "اثنتان" : "اثنتين"
    case (8, .masculine): return "ثمانية"
    // The weak ya falls before nunation («ثمانٍ») and comes back in the accusative («ثمانيا»; «ثماني» is allowed, rarer).
    case (8, .feminine): return isAccusative ? "ثمانيا" : "ثمان"
    // Three to ten take the ending that the counted noun has not.
    case (_, .masculine): return Self.bare[n - 3] + "ة"
    case (_, .feminine): return Self.bare[n - 3] + (isAccusative ? "ا" : "")
    }
  }

  /// 11…19: both halves fixed but for the «two» of twelve; the ten agrees with the noun, three to nine oppose it.
  private func teen(_ n: Int, gender: WrittenNumber.Gender) -> String {
    let ten = gender == .masculine ? " عشر" : " عشرة"
    switch (n, gender) {
    case (11, .masculine): return "أحد" + ten
    case (11, .feminine): return "إحدى" + ten
    case (12, .masculine): return (isNominative ? "اثنا" : "اثني") + ten
    case (12, .feminine): return (isNominative ? "اثنتا" : "اثنتي") + ten
    case (18, .masculine): return "ثمانية" + ten
    // «ثماني عشرة»; «ثمان عشرة» is allowed and rarer.
    case (18, .feminine): return "ثماني" + ten
    case (_, .masculine): return Self.bare[n - 13] + "ة" + ten
    case (_, .feminine): return Self.bare[n - 13] + ten
    }
  }

  /// 100…900 by the number of hundreds; annexed to a noun («مئتا ألف») the dual loses its nun.
  func hundreds(_ count: Int, isAnnexed: Bool) -> String {
    let stem = spelling == .old ? "مائ" : "مئ"
    switch count {
    case 1: return stem + "ة"
    case 2: return stem + "ت" + (isNominative ? "ا" : "ي") + (isAnnexed ? "" : "ن")
    // Apart, eight keeps its ya in annexation («ثماني مئة»); fused, «ثمانمئة» is commoner than «ثمانيمئة».
    case 8 where spelling == .spaced: return "ثماني " + stem + "ة"
    default: return Self.bare[count - 3] + (spelling == .spaced ? " " : "") + stem + "ة"
    }
  }

  /// So many of a counting noun: 1…99 or whole hundreds up to 900.
  func many(_ count: Int, of noun: CountingNoun) -> String {
    switch count {
    case 1: inflection == .accusative ? noun.accusative : noun.singular
    case 2: isNominative ? noun.dual : noun.obliqueDual
    // Both counting nouns are masculine, whatever they count in turn.
    case 3...10: unit(count, gender: .masculine) + " " + noun.plural
    case 11...99: underHundred(count, gender: .masculine) + " " + noun.accusative
    default: hundreds(count / 100, isAnnexed: true) + " " + noun.singular
    }
  }

  /// 0…999 thousands as one rank or two, the larger first.
  func thousands(_ count: Int, order: WrittenNumber.Order) -> [String] {
    let (hundred, rest) = (count / 100, count % 100)
    if count == 0 { return [] }
    if hundred == 0 || rest == 0 { return [many(count, of: .thousand)] }
    // The press says «ألف» once, after the last part: «مئة وخمسة وعشرون ألفا». After one and two it has to be said
    // twice, as in «ألف ليلة وليلة»: «مئة ألف وألف», since «مئة وألف» is 1100. Upwards it is always said twice,
    // as older books do: «خمسة وعشرون ألفا ومئة ألف», since «خمسة وعشرون ومئة ألف» is also 100 025.
    if order == .ascending || rest <= 2 {
      return [many(hundred * 100, of: .thousand), many(rest, of: .thousand)]
    }
    return [hundreds(hundred, isAnnexed: false) + " و" + many(rest, of: .thousand)]
  }
}
