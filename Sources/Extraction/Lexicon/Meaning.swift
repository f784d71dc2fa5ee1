package import Incidents

/// What a word or phrase of the lexicon tables means. The raw values of the enums are the spellings of the tables' closed columns.
package enum Meaning: Hashable, Sendable {
  case actor(ActorMeaning)
  case trigger(TriggerMeaning)
  case casualty(CasualtyMeaning)
  case person(PersonMeaning)
  case connective(ConnectiveKind)
  case discard(DiscardKind)
  /// Who states something: «المرصد السوري», "SOHR".
  case source(String)
  /// «قال», «أعلن»: the subject states the rest.
  case sayingVerb
  /// «بحسب», «وفق»: what follows states the sentence.
  case sourceMark
  /// A word that gives the actor after it a side: «على يد» "by the hand of", «في صفوف» "in the ranks of".
  case role(RoleCue)
  case month(MonthMeaning)
  /// 0 Sunday … 6 Saturday.
  case weekday(Int)
  case numeral(Int, NumeralClass)
  case quantity(QuantityKind)
  case date(DateWord, String)
  /// «كم», «دولار», «رأس»: a figure before it counts neither people nor events.
  case unit(UnitKind)
}

/// An actor's name or adjective, valid for events between two days.
package struct ActorMeaning: Hashable, Sendable {
  package var actor: ActorID
  package var form: ActorForm
  package var since: CalendarDate?
  package var until: CalendarDate?

  /// Whether the words meant this actor on a day; of an unknown day, before anything that has begun since and not ended.
  func isValid(on day: CalendarDate?) -> Bool {
    guard let day else { return until != nil || since == nil }
    return (since.map { $0 <= day } ?? true) && (until.map { $0 >= day } ?? true)
  }
}

/// How a row of `actors.tsv` stands for its actor.
package enum ActorForm: String, CaseIterable, Sendable {
  /// The actor or its forces by name.
  case name
  /// «القوات» "the forces": the actor named last whose name holds the noun, else the row's.
  case anaphor
  /// «تركي» "Turkish": stands for the actor only beside a deed or a weapon.
  case adjective
}

/// A word that tells an event.
package struct TriggerMeaning: Hashable, Sendable {
  package var type: EventType
  package var form: TriggerForm
  /// The side of a verb's subject, or of the noun directly after a noun («هجوم التنظيم»).
  package var subject: SubjectSide
  package var strength: TriggerStrength
}

/// How a trigger stands in the sentence.
package enum TriggerForm: String, CaseIterable, Sendable {
  case verb, noun
  /// «عمليتان» "two operations": a noun that counts two by itself.
  case dual
  case plural

  /// A noun for one event or two.
  package var isNoun: Bool { self == .noun || self == .dual }
}

/// Which side the grammatical subject of a trigger takes.
package enum SubjectSide: String, CaseIterable, Sendable { case initiator, target, none }

/// How much a trigger tells by itself.
package enum TriggerStrength: String, CaseIterable, Sendable {
  /// Tells an event.
  case strong
  /// Tells one only with figures, a verb of doing, or a place and a time.
  case weak
  /// Only names the means; it refines the type of an event told otherwise.
  case means
}

/// What happened to people.
package enum Effect: String, CaseIterable, Sendable { case killed, wounded, captured }

/// A word that tells casualties.
package struct CasualtyMeaning: Hashable, Sendable {
  package var effect: Effect
  package var form: CasualtyForm
  /// How many a counted noun or a body tells by itself: «قتيل» one, «قتيلان» two, «قتلى» many; nil for the other forms.
  package var number: GrammaticalNumber?
}

/// How a casualty word is built into its sentence.
package enum CasualtyForm: String, CaseIterable, Sendable {
  /// «مقتل 5 عناصر»: a verbal noun before its victims.
  case noun
  /// «قُتل 5 عناصر»: a verb before or after its victims.
  case verb
  /// «22 قتيلاً»: a noun that is counted.
  case counted
  /// «أودى بحياة 3»: a verb whose object is the victims.
  case took
  /// «جثة»: a body; counts as killed where bodies are found.
  case body
  /// «أرداه», "killed him": a verb whose attached object is the one victim.
  case object
}

/// A noun for people.
package struct PersonMeaning: Hashable, Sendable {
  /// ``ActorID/civilians`` for people who take no part in fighting, else nil.
  package var actor: ActorID?
  package var number: GrammaticalNumber
}

/// Singular, dual or plural: «عنصر», «عنصرين», «عناصر».
package enum GrammaticalNumber: String, CaseIterable, Sendable { case one, two, many }

/// How a clause goes on from the one before.
package enum ConnectiveKind: String, CaseIterable, Sendable {
  /// «ما أدى إلى»: the outcome of the event just told.
  case result
  /// «حيث», «بعدما»: more about the event just told.
  case continuation
  /// «كما», «فيما»: something else.
  case new
  /// «كذلك», «أيضاً» within a clause: it tells something else than the one before.
  case also
  /// «آخر» "another": the event is not the one just told.
  case other
  /// «إلى جانب», «مقابل»: a list of figures goes on.
  case plus
  /// «بينهم» "among them": the figures after it are parts of the one before.
  case part
}

/// Why words do not tell an event.
package enum DiscardKind: String, CaseIterable, Sendable {
  case negation, future, threat, hypothesis, drill, fiction, general, expression
  /// «حادث سير», "a road accident": whoever it killed was killed by no force.
  case accident
  /// «نفى مصدر أمني …» "a security source denied …": of all that follows in the sentence.
  case denial
  /// «لم ترد معلومات عن …»: what follows is not known rather than nil.
  case unreported
  /// «لم يكتف المهاجمون بإطلاق النار، بل …», "the attackers did not content themselves with opening fire, but …": it happened, and more.
  case notOnly = "not-only"
  /// «اقرأ أيضاً»: the line is a link, not part of the article.
  case link
}

/// A side of an event.
package enum Side: String, CaseIterable, Sendable { case initiator, target }

/// A word before an actor that gives it a side, or that stands for it.
package enum RoleCue: String, CaseIterable, Sendable {
  case initiator, target
  /// «تابعة لـ» "belonging to": what it belongs to stands after an attached ل.
  case targetOf = "target-of"
  /// «مواقع» "positions", «حاجز» "a checkpoint": what a force holds or rides is struck and does not strike.
  case holding
  /// «دورية» "a patrol", «خلايا» "cells": part of a force that acts for it.
  case crew
  /// «طائرات» "aircraft", «مدفعية» "artillery": the arm of a force, that acts for it.
  case weapon
  /// «اتهمت الشبكة قوات الأمن بـ …», "the network accused the security forces of …": whom it accuses acts.
  case accusation
  /// «أحبطت قسد هجوماً للتنظيم», "the SDF foiled an attack of the organisation": who foils a deed is its target.
  case foil
  /// «منزل» "a house", «سوق» "a market": of people who take no part, unless a force holds it.
  case civil
  /// «رتل عسكري» "a military convoy": of soldiers, whose is not told.
  case army
  /// «قيادي في» "a leader in", «ينتمون إلى» "belonging to": makes people part of a force.
  case member
}

/// What part a number word takes in a written number.
package enum NumeralClass: String, CaseIterable, Sendable {
  /// «ثلاثة» 3; «عشر» 10, also of thirteen to nineteen; «عشرون» 20.
  case unit, ten, tens
  /// «اثنا» of «اثنا عشر» "twelve", «إحدى» of «إحدى وعشرون» "twenty-one": no number by itself.
  case stem
  /// «خمسطعش» "fifteen" in one word, as it is spoken.
  case teen
  case hundred, hundreds, thousand, thousands, million, millions
  /// «ألفا مقاتل» "two thousand fighters": the dual before its noun; the same letters otherwise are one thousand.
  case thousandsConstruct = "thousands-construct"
  case millionsConstruct = "millions-construct"
  /// «نصف مليون» "half a million": the value is what the scale is divided by.
  case fraction
}

/// A word that bounds or blurs a figure.
package enum QuantityKind: String, CaseIterable, Sendable {
  case atLeast = "at-least"
  case atLeastAfter = "at-least-after"
  case atMost = "at-most"
  case atMostAfter = "at-most-after"
  case about, vague
  /// «لم يُصب أحد» "nobody was hurt", «اقتصرت الأضرار على الماديات» "the damage was material only".
  case none
  /// «خسائر» "losses": denied, nobody was hurt.
  case loss
  /// «صفر» "zero", after the noun for the hurt.
  case zero
  /// «عدد» "the number of", «حصيلة» "the toll of": may stand between a bound and its figure.
  case toll
}

/// What a unit measures.
package enum UnitKind: String, CaseIterable, Sendable {
  case measure, money, thing
  /// «الفرقة 17» "the 17th Division", «القرار 2254» "resolution 2254": the figure after the noun is a name, and counts nothing.
  case label
}
