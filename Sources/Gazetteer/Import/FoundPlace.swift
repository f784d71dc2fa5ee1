internal import Geography

/// A place as a source tells it.
struct FoundPlace {
  /// Its own code first, then those of other sources that it is said to have.
  var codes: [SourceCode]
  var kind: PlaceKind
  /// 1 … 3.
  var importance: Int
  /// Radius in km within which a mention of its name can lie.
  var extentKm: Double
  /// WGS 84.
  var point: Coordinate
  /// The P-code of the smallest unit that the source puts it in; empty for none.
  var unit = ""
  var arabic = ""
  var english = ""
  /// Further names.
  var names: [FoundName] = []
  /// Where it was read: the index of the source, and the line from 1.
  var source: Int
  var line: Int

  var code: SourceCode { codes[0] }

  /// Takes a name: the first of its script is the main one unless a further name of that rank comes.
  mutating func add(_ name: FoundName) {
    if NameText.isArabic(name.text) {
      if arabic.isEmpty { arabic = name.text } else { names.append(name) }
    } else if english.isEmpty {
      english = name.text
    } else {
      names.append(name)
    }
  }
}

/// A further name of a place, as `aliases.tsv` will have it.
struct FoundName: Hashable {
  /// The kinds of `aliases.tsv` that an import gives.
  enum Kind: String {
    case press, official, kurdish, turkish, historical, transliteration, spelling, short
    /// A name that is also an everyday word.
    case word
  }

  var kind: Kind
  var text: String
  var note = ""
  /// True for a name that is kept only when it is no everyday word and no greater place's name: the second half of a cell, or
  /// an entry of a list that mixes languages.
  var isWeak = false
  /// True when its source says that it is the one to use.
  var isPreferred = false
}
