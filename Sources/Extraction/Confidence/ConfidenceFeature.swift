/// What speaks for or against a record being right, as a person would say it; the raw values are the ids of `confidence.tsv`.
package enum ConfidenceFeature: String, CaseIterable, Sendable {
  /// What every record begins with.
  case base
  /// Every word for the deed is definite: «الهجوم», "the attack", may be one that another record tells.
  case deedKnown = "deed-known"
  /// Strong words for several types: «هجوم … واختطاف», "an attack … and an abduction", may be two events.
  case deedsMany = "deeds-many"
  /// «انفجار» "explosion", «غارة» "air raid", «جثة» "body": kinds whose words mean hardly anything else.
  case deedSharp = "deed-sharp"
  /// How many figures within its words count neither victims nor events, up to 3.
  case figuresUnused = "figures-unused"
  /// How many of the two sides, who acted and who suffered, are not told.
  case sidesUntold = "sides-untold"
  /// News without a day is dated to the publication.
  case dateUntold = "date-untold"
  /// «8 كانون الأول 2024», "8 December 2024": nothing has to be reckoned.
  case dateNamed = "date-named"
  /// An event told by a date that is no single day: «الشهر الماضي», "last month".
  case dateVague = "date-vague"
  /// An event that lies in a governorate, region or the country, no nearer place told.
  case placeWide = "place-wide"
  /// No place, or none that the gazetteer knows.
  case placeUntold = "place-untold"
  /// Where the text was before.
  case placeInherited = "place-inherited"
  /// Several places stand in its words.
  case placesMany = "places-many"

  /// What is so of a record that has the feature, for a reader of the explanation.
  package var prose: String {
    switch self {
    case .base: "what every record begins with"
    case .deedKnown: "the deed is spoken of as known before"
    case .deedsMany: "words for deeds of several types"
    case .deedSharp: "a type whose words mean hardly anything else"
    case .figuresUnused: "figures within its words that count neither victims nor events"
    case .sidesUntold: "sides, who acted or who suffered, that are not told"
    case .dateUntold: "no date is told"
    case .dateNamed: "a date with its year"
    case .dateVague: "an event on no single day"
    case .placeWide: "an event no nearer than a governorate or region"
    case .placeUntold: "no place that the gazetteer knows"
    case .placeInherited: "the place is where the text was before"
    case .placesMany: "several places stand in its words"
    }
  }
}
