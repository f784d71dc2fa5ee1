/// What each frame reads, in prose with an example: what `explain` shows beside the id.
package enum FrameName {
  /// The prose of a frame by its id as rules name it, `frame:verb-subject`; nil for a row of a table, or a frame not
  /// listed.
  package static func of(_ rule: String) -> String? {
    guard rule.hasPrefix("frame:") else { return nil }
    let id = String(rule.dropFirst("frame:".count))
    return all[id] ?? dates[id] ?? (id == "date-hijri" ? "a date of the Hijri calendar: «9 محرم 1446 هـ»" : nil)
  }

  /// The ids listed here; those of dates stand with their frames.
  package static var listed: [String] { all.keys.sorted() }

  private static let dates = Dictionary(DateReader.frames.map { ($0.id, $0.name) }) { first, _ in first }
  private static let all = sides.merging(victims) { first, _ in first }.merging(figures) { first, _ in first }
    .merging(places) { first, _ in first }

  private static let sides = [
    "actor-adjective": "an adjective of a deed acts, of a person suffers: «قصف تركي» \"Turkish shelling\"",
    "actor-joined": "joined to the actor before: «قسد والتحالف» \"the SDF and the Coalition\"",
    "unknown-named": "the unknown are named after all: «مسلحون يُعتقد أنهم من داعش» \"gunmen believed to be of ISIS\"",
    "clash-between": "both sides fight: «اشتباكات بين قسد ومسلحين» \"clashes between the SDF and gunmen\"",
    "deed-of": "the owner of the deed acts: «هجوم داعش» \"the attack of ISIS\"",
    "victims-of": "the side of the victims: «مقتل 5 من قسد» \"the killing of 5 of the SDF\"",
    "deed-from": "a deed comes from it: «هجوم من قبل داعش» \"an attack by ISIS\"",
    "deed-on": "the noun of the deed has its object behind it: «استهداف دورية لقسد» \"the targeting of an SDF patrol\"",
    "ascribed-to": "dead ascribed to a side: «نُسب 17 من القتلى إلى قسد» \"17 of the dead were ascribed to the SDF\"",
    "arm-of": "the arm of a force strikes for it: «مروحيات النظام» \"the regime's helicopters\"",
    "cases-are-persons": "a case is a person: «156 حالة احتجاز» \"156 cases of detention\"",
    "killer-subject": "who kills stands before the victims: «داعش يقتل 5 جنود» \"ISIS kills 5 soldiers\"",
    "subject-of-clause": "named at the head of its clause: «أن التنظيم …» \"that the organisation …\"",
    "verb-subject": "the subject stands next to the verb: «هاجم التنظيم قسد» \"the organisation attacked the SDF\"",
    "verb-object": "the object stands behind the subject: «هاجم التنظيم قسد» \"the organisation attacked the SDF\"",
    "subject-first": "the subject stands before the verb: «داعش نفذ هجوماً» \"ISIS carried out an attack\"",
    "speaker-itself": "the speaker speaks of itself: «قالت قسد إنها نفذت» \"the SDF said that it carried out\"",
  ]

  private static let victims = [
    "own-death": "one person's life by itself: «كان محمد قد فقد حياته» \"Muhammad had lost his life\"",
    "counted-casualties": "a counted noun for victims: «22 قتيلاً» \"22 dead\"",
    "toll-rose-to": "a toll and its figure: «ارتفع عدد القتلى إلى 6» \"the number of dead rose to 6\"",
    "toll-of": "a toll before the people counted: «حصيلة القتلى: 102 مدنيين» \"the toll of dead: 102 civilians\"",
    "victims-after-word": "the victims stand behind the word: «مقتل 5 عناصر» \"the killing of 5 members\"",
    "victims-before-verb": "the victims stand before it: «15 عسكرياً لقوا حتفهم» \"15 soldiers met their death\"",
    "list-of-casualties": "a list goes on: «11 قتيلاً من الجيش و5 من التنظيم» \"11 dead of the army and 5 of …\"",
    "single-casualty": "a noun counts by itself: «قتيل وجريحان» \"one dead and two wounded\"",
    "vague-casualties": "some, no number: «قتلى وجرحى» \"dead and wounded\"",
    "single-victim": "one victim by a noun: «قُتل عنصر» \"a member was killed\"",
    "quoted-victim": "one victim by name: «مقتل \"أبو علي\"» \"the killing of 'Abu Ali'\"",
    "victim-as-object": "the verb holds its victim: «أرداه» \"killed him\"",
    "one-of": "one of many: «أحد عناصر الشرطة» \"one of the members of the police\"",
    "no-casualties": "nobody was hurt: «دون وقوع إصابات» \"without injuries\"",
  ]

  private static let figures = [
    "digits": "a figure in digits: «1,200»",
    "number-range": "from one figure to another: «بين 5 و7» \"between 5 and 7\"",
    "number-after-noun": "the number stands behind: «وأطفاله الثلاثة» \"and his three children\"",
    "dual": "a dual counts two: «جنديان» \"two soldiers\"",
    "single": "a noun counts one: «جندي» \"a soldier\"",
    "bare-plural": "a plural counts some: «عناصر» \"members\"",
    "list-sum": "the members of a list are added: «شاب وطفل» \"a young man and a child\"",
    "counted-events": "a figure counts events: «69 هجوماً» \"69 attacks\"",
    "counted-munitions": "counted munitions tell a strike: «تسع قذائف» \"nine shells\"",
    "place-line": "a line of a list under a sum: «– حمص: 97» \"Homs: 97\"",
    "part-of-dead": "a part of the dead told before: «31 منهم في درعا» \"31 of them in Daraa\"",
    "place-sum": "each governorate with its dead: «درعا 188 قتيلاً، تلتها حلب» \"Daraa 188 dead, followed by Aleppo\"",
  ]

  private static let places = [
    "place-plain": "a name by itself: «في السخنة» \"in al-Sukhnah\"",
    "place-near": "near a place: «قرب السخنة» \"near al-Sukhnah\"",
    "place-around": "around a place: «محيط السخنة» \"the surroundings of al-Sukhnah\"",
    "place-entrance": "where one enters a place: «مدخل السخنة» \"the entrance of al-Sukhnah\"",
    "place-direction": "to one side of a place: «شرق السخنة بـ 20 كم» \"20 km east of al-Sukhnah\"",
    "place-countryside": "the countryside of a place: «ريف حمص الشرقي» \"the eastern countryside of Homs\"",
    "place-badia": "the steppe of a place: «بادية حمص» \"the desert of Homs\"",
    "place-governorate": "a governorate: «محافظة حمص» \"the governorate of Homs\"",
    "place-district": "a district: «منطقة القصير» \"the district of al-Qusayr\"",
    "place-subdistrict": "a subdistrict: «ناحية السخنة» \"the subdistrict of al-Sukhnah\"",
    "place-road": "a road: «طريق السخنة» \"the road of al-Sukhnah\"",
    "place-between": "between two places: «بين الرقة وحلب» \"between Raqqa and Aleppo\"",
    "place-anaphor": "a place told before: «المدينة» \"the city\"",
    "place-abroad": "a place with its country: «صيدا جنوبي لبنان» \"Sidon in southern Lebanon\"",
    "place-inherited": "no place is told: where the text was before",
  ]
}
