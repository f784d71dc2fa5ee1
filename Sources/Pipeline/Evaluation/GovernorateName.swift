internal import Foundation

/// English names of governorates brought to one key, whatever the spelling: "Deir ez-Zor", "Dayr az-Zawr", "Deir Ezzor".
enum GovernorateName {
  private static let keys: [(key: String, starts: [String])] = [
    ("deirezzor", ["deirez", "dayraz", "deiralz", "deirzor", "deirezz"]), ("hasakah", ["hasak", "hassak", "hasek"]),
    ("raqqa", ["raqq"]), ("homs", ["homs", "hims"]), ("hama", ["hama"]), ("aleppo", ["alep", "halab"]),
    ("idlib", ["idl"]), ("latakia", ["latak", "lattak", "ladhiq"]), ("tartus", ["tart"]),
    ("rifdimashq", ["rifd", "rurdam", "ruraldam", "damascuscountry"]), ("damascus", ["damascus", "dimashq"]),
    ("daraa", ["dara", "dera"]), ("sweida", ["sweid", "suwayd", "suweid"]),
    ("quneitra", ["quneit", "qunayt", "kuneit"]),
  ]

  // In this order, each in what the one before has left: "Rural Damascus" becomes "rurdamascus", which `keys` knows.
  private static let cuts = [
    ("-", " "), ("'", ""), ("’", ""), ("‘", ""), (" governorate", ""), ("al ", ""), ("as ", ""), ("ar ", ""),
    ("ad ", ""),
  ]

  /// The key of a name; nil for none. A name of no governorate is its own key, without marks and spaces.
  static func key(_ name: String?) -> String? {
    guard let name, !name.isEmpty else { return nil }
    var letters = String.UnicodeScalarView()
    for scalar in name.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars
    where scalar.properties.canonicalCombiningClass == .notReordered {
      letters.append(scalar)
    }
    var text = String(letters)
    for (cut, with) in cuts { text = text.replacing(cut, with: with) }
    text = text.split(whereSeparator: \.isWhitespace).joined()
    let known = keys.first { entry in
      entry.starts.contains { start in ["", "al", "as", "ar"].contains { text.hasPrefix($0 + start) } }
    }
    return known?.key ?? text
  }
}
