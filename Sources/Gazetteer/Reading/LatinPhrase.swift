internal import Incidents

/// A place phrase in Latin letters, cut into what it says of a name: «20 km east of Sukhnah», «eastern Homs countryside», «Al-Hol camp».
///
/// Only the forms that press releases use in headlines; the Arabic is read far deeper.
struct LatinPhrase {
  var name: String
  var kindWord: String?
  var side: CompassSide?
  var distanceKm: Double?
  var frame = PlacePhrase.Frame.plain

  private static let sides: [(word: String, side: CompassSide)] = [
    ("northeast", .northEast), ("north-east", .northEast), ("northwest", .northWest), ("north-west", .northWest),
    ("southeast", .southEast), ("south-east", .southEast), ("southwest", .southWest), ("south-west", .southWest),
    ("north", .north), ("south", .south), ("east", .east), ("west", .west), ("central", .centre),
  ]

  private static let kinds: [(word: String, kind: String)] = [
    ("refugee camp", "camp"), ("camp", "camp"), ("city", "city"), ("town", "town"), ("village", "village"),
    ("military airport", "base"), ("air base", "base"), ("airbase", "base"), ("airport", "airport"), ("base", "base"),
    ("oil field", "oil-field"), ("oilfield", "oil-field"), ("gas field", "gas-field"), ("dam", "dam"),
    ("prison", "prison"), ("border crossing", "crossing"), ("crossing", "crossing"), ("mountain", "mountain"),
    ("neighbourhood", "neighbourhood"), ("neighborhood", "neighbourhood"),
  ]

  private static let frames: [(word: String, frame: PlacePhrase.Frame)] = [
    ("governorate", .governorate), ("province", .governorate), ("countryside", .countryside), ("desert", .badia),
    ("badia", .badia), ("subdistrict", .subdistrict), ("sub-district", .subdistrict), ("district", .district),
  ]

  /// Reads a phrase; what is not understood stays part of the name.
  init(_ phrase: String) {
    var words = phrase.split(separator: " " as Character).map(String.init)
    if words.count >= 3, let value = Double(words[0]), value >= 0, value < 1000,
      ["km", "kms", "kilometers", "kilometres", "kilometer", "kilometre"].contains(words[1].lowercased())
    {
      distanceKm = value
      words.removeFirst(2)
    } else if let first = words.first?.lowercased(), first.hasSuffix("km"), let value = Double(first.dropLast(2)),
      value >= 0, value < 1000
    {
      distanceKm = value
      words.removeFirst()
    }
    if let first = words.first?.lowercased(), let found = Self.side(first), words.count > 1 {
      side = found
      frame = .direction
      words.removeFirst()
    }
    if let first = words.first?.lowercased(), first == "near" || first == "around", words.count > 1 {
      frame = first == "near" ? .near : .around
      words.removeFirst()
    }
    if ["of", "from"].contains(words.first?.lowercased()) { words.removeFirst() }
    name = words.joined(separator: " ")
    takeWords()
  }

  // Kinds and frames stand behind the name, or before it with "of".
  private mutating func takeWords() {
    for (word, found) in Self.frames where take(word) { frame = found }
    if kindWord == nil { for (word, kind) in Self.kinds where kindWord == nil && take(word) { kindWord = kind } }
  }

  private mutating func take(_ word: String) -> Bool {
    let lowered = name.lowercased()
    if lowered.hasSuffix(" " + word) {
      name = String(name.dropLast(word.count + 1))
      return true
    }
    if lowered.hasPrefix(word + " of ") {
      name = String(name.dropFirst(word.count + 4))
      return true
    }
    return false
  }

  private static func side(_ word: String) -> CompassSide? {
    let bare = word.hasSuffix("ern") ? String(word.dropLast(3)) : word
    return sides.first { $0.word == bare }?.side
  }
}
