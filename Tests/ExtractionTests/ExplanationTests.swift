import Extraction
import Foundation
import Incidents
import RandomSources
import Tables
import Testing

/// What explaining tells of single sentences: why they made a record, and why not.
struct ExplanationTests {
  static let extractor = Result { try RecordExtractor(tables: .embedded, explains: true) }
  static let plain = Result { try RecordExtractor(tables: .embedded) }
  static let published = CalendarDate(year: 2023, month: 9, day: 11)

  private func explain(_ text: String) throws -> Explanation {
    try Self.extractor.get().explain(Report(id: "test", text: text, published: Self.published))
  }

  @Test("what is explained is what is read, in all articles of the fixtures")
  func sameRecords() throws {
    let explaining = try Self.extractor.get()
    let plain = try Self.plain.get()
    var count = 0
    for (article, name, text) in try FixtureArticles.all() {
      let report = Report(id: name, text: text, published: article.published.flatMap { CalendarDate(iso: $0) })
      let explanation = explaining.explain(report)
      let reading = plain.read(report)
      #expect(explanation.records.map(\.record) == reading.records, "\(name)")
      #expect(explanation.unresolvedPlaces == reading.unresolvedPlaces, "\(name)")
      count += reading.records.count
    }
    #expect(count > 20)
  }

  @Test("every quotation is what stands at its offsets, and every value told has words or a note")
  func quotations() throws {
    for (article, name, text) in try FixtureArticles.all() {
      let report = Report(id: name, text: text, published: article.published.flatMap { CalendarDate(iso: $0) })
      let scalars = Array(text.unicodeScalars)
      let explanation = try Self.extractor.get().explain(report)
      let fields = explanation.records.flatMap(\.fields)
      let quoted =
        fields.flatMap { $0.steps.map(\.words) + $0.lost.compactMap(\.words) } + explanation.discarded.map(\.words)
        + explanation.discarded.compactMap(\.cause)
      #expect(!quoted.isEmpty || explanation.records.isEmpty)
      for words in quoted {
        var found = String.UnicodeScalarView()
        found.append(contentsOf: scalars[words.range])
        #expect(String(found) == words.text, "\(name) \(words.range)")
      }
      for field in fields where field.value != nil {
        #expect(!field.steps.isEmpty || !field.notes.isEmpty, "\(name): nothing explains \(field.field)")
      }
    }
  }

  /// A text, the word in it that made no record, why, and what says so.
  struct Discard: Sendable, CustomTestStringConvertible {
    var text: String
    var words: String
    var reason: String
    var cause: String?
    /// What the text says, in English.
    var gloss: String

    var testDescription: String { "\(reason): \(gloss)" }
  }

  static let discards: [Discard] = [
    Discard(
      text: "لم يقع هجوم على مدينة الرقة.", words: "هجوم", reason: "negation", cause: "لم",
      gloss: "No attack on Raqqa took place."),
    Discard(
      text: "نفت قسد وقوع هجوم على مدينة الرقة.", words: "هجوم", reason: "denial", cause: "نفت",
      gloss: "The SDF denied that an attack on Raqqa took place."),
    Discard(
      text: "سوف تقصف المدفعية بلدة سرمين.", words: "تقصف", reason: "future", cause: "سوف",
      gloss: "The artillery will shell Sarmin."),
    Discard(
      text: "هددت الفصائل بقصف مدينة سراقب.", words: "بقصف", reason: "threat", cause: "هددت",
      gloss: "The factions threatened to shell Saraqib."),
    Discard(
      text: "من المتوقع وقوع اشتباكات في بلدة نصيب.", words: "اشتباكات", reason: "hypothesis", cause: "المتوقع",
      gloss: "Clashes are expected in Nasib."),
    Discard(
      text: "قد يهاجم التنظيم حقل العمر.", words: "يهاجم", reason: "hypothesis", cause: "قد",
      gloss: "The organisation may attack the al-Omar field."),
    Discard(
      text: "أجرت القوات الأمريكية تدريبات على صد هجوم قرب حقل العمر.", words: "هجوم", reason: "drill",
      cause: "تدريبات", gloss: "US forces held training to repel an attack near the al-Omar field."),
    Discard(
      text: "عُرض فيلم عن معركة في كوباني.", words: "معركة", reason: "fiction", cause: "فيلم",
      gloss: "A film about a battle in Kobani was shown."),
    Discard(
      text: "ناقش المجتمعون ملف الاغتيالات في درعا.", words: "الاغتيالات", reason: "general", cause: "ملف",
      gloss: "The meeting discussed the matter of assassinations in Daraa."),
    Discard(
      text: "دعت المنظمة إلى وقف القصف على إدلب.", words: "القصف", reason: "expression", cause: "وقف",
      gloss: "The organisation called for a stop to the shelling of Idlib."),
    Discard(
      text: "وصلت قافلة مساعدات إلى الرقة.\nاقرأ أيضاً: قصف على سرمين يقتل مدنياً", words: "قصف", reason: "link",
      cause: "اقرأ أيضاً", gloss: "An aid convoy reached Raqqa. Read also: shelling of Sarmin kills a civilian"),
    Discard(
      text: """
        مساعدات تصل إلى الرقة
        وصلت قافلة مساعدات إلى مدينة الرقة صباح اليوم وتضم مواد غذائية وطبية لمئات العائلات المحتاجة.
        قصف على بلدة سرمين
        وقال مسؤول محلي إن التوزيع سيبدأ غداً في أحياء المدينة ويستمر أسبوعاً كاملاً بإشراف المجلس.
        """, words: "قصف", reason: "aside",
      gloss:
        "Aid reaches Raqqa. A convoy reached Raqqa this morning … [Shelling of Sarmin] An official said that … will begin tomorrow."
    ),
    Discard(
      text: "فيلم سينمائي يروي دراما المعركة\nيحكي الفيلم قصة هجوم على قرية. ويجسد المخرج في السينما اشتباكات درعا.",
      words: "هجوم", reason: "topic", cause: "فيلم",
      gloss:
        "A film tells the drama of the battle. It tells of an attack on a village; the director shows in the cinema the clashes of Daraa."
    ),
    Discard(
      text: "قُتل جندي في مدينة السخنة أمس، برصاص الميليشيا، التي تواصل حملة اعتقالات منذ أشهر.", words: "حملة اعتقالات",
      reason: "description",
      gloss: "A soldier was killed in al-Sukhnah yesterday by the militia, which goes on with a campaign of arrests."),
    Discard(
      text:
        "أخبار البادية\nقُتل ثلاثة جنود بهجوم لتنظيم داعش على حاجز قرب السخنة أمس.\nوأسفر الهجوم أيضاً عن إصابة جنديين.",
      words: "الهجوم", reason: "merged",
      gloss:
        "News of the desert. Three soldiers were killed by an attack of Daesh on a checkpoint near al-Sukhnah yesterday. The attack also wounded two."
    ),
    Discard(
      text: "قُتل خمسة جنود في هجوم في مدينة الموصل بالعراق.", words: "هجوم", reason: "abroad",
      cause: "مدينة الموصل بالعراق", gloss: "Five soldiers were killed in an attack on the city of Mosul in Iraq."),
    Discard(
      text: "تحدث تقرير عن البادية.\nويهاجم مسلحون المارة في بلدة الشعفة.", words: "ويهاجم", reason: "habit",
      gloss: "A report spoke of the desert. Gunmen attack passers-by in al-Shaafah."),
    Discard(
      text: "شن التنظيم عمليات لافتة منذ عام 2019 في البادية.", words: "عمليات", reason: "long-time",
      cause: "منذ عام 2019", gloss: "The organisation has carried out striking operations since 2019 in the desert."),
    Discard(
      text: "وبشكل متكرر أحبطت الشرطة محاولات تهريب في مدينة درعا.", words: "أحبطت", reason: "series",
      gloss: "Repeatedly the police foiled attempts at smuggling in Daraa."),
    Discard(
      text: "قصف على سرمين أمس\nقصفت المدفعية مدينة سرمين يوم الجمعة وقتلت مدنياً.", words: "قصف", reason: "headline",
      gloss: "Shelling of Sarmin yesterday. The artillery shelled Sarmin on Friday and killed a civilian."),
    Discard(
      text: "تحدث السكان عن الهجوم.", words: "الهجوم", reason: "too-little",
      gloss: "The inhabitants spoke of the attack."),
  ]

  @Test("every reason is told with its words", arguments: discards)
  func reasons(_ expected: Discard) throws {
    let found = try explain(expected.text).discarded
    let match = try #require(
      found.first { $0.words.text == expected.words && $0.reason.id == expected.reason },
      "found \(found.map { "\($0.words.text): \($0.reason.text) (\($0.cause?.text ?? "-"))" })")
    #expect(match.cause?.text == expected.cause)
    #expect(!match.reason.text.isEmpty && !match.rules.isEmpty)
  }

  private func field(_ field: RecordField, _ text: String) throws -> FieldExplanation {
    let explained = try #require(try explain(text).records.first)
    return try #require(explained.fields.first { $0.field == field })
  }

  @Test("a place names the candidates that lost with points and reasons, and the places that were passed over")
  func places() throws {
    // "Gunmen attacked a checkpoint in the village of al-Taybah in the eastern countryside of Daraa and a soldier was killed; two
    // wounded were taken to Damascus."
    let place = try field(
      .place, "هاجم مسلحون حاجزاً في قرية الطيبة بريف درعا الشرقي وقُتل جندي، ونُقل جريحان إلى دمشق.")
    #expect(place.value?.hasPrefix("taybah-daraa, ") == true)
    #expect(place.steps.map(\.words.text) == ["قرية الطيبة بريف درعا الشرقي"])
    #expect(place.notes.contains("in SY12"))
    let sukhnah = try #require(place.lost.first { $0.value?.hasPrefix("taybah-sukhnah") == true })
    #expect(sukhnah.points != nil && sukhnah.reasons.contains("not in SY12"))
    let damascus = try #require(place.lost.first { $0.words?.text == "دمشق" })
    #expect(damascus.reasons == ["where something goes to or somebody comes from"])
  }

  @Test("of the dated meanings of a name the row that was meant is told")
  func datedActors() throws {
    // "Daesh attacked a point of the Syrian government near al-Sukhnah yesterday and killed three soldiers."
    let target = try field(.target, "هاجم تنظيم داعش نقطة للحكومة السورية قرب السخنة أمس وقتل ثلاثة جنود.")
    #expect(target.value == "SyrianGovernment")
    let row = try #require(target.steps.flatMap(\.rules).first { $0.id.hasPrefix("actors:") })
    #expect(row.cells.contains(UsedRule.Cell(column: "until", text: "2024-12-07")))
    #expect(target.lost.contains { $0.value == "SyrianTransitionalGovernment" })
  }

  @Test("figures that are added are told as a sum, one that another replaces as lost")
  func figures() throws {
    // "Five civilians and a soldier were killed by an explosion in Manbij yesterday."
    let sum = try field(.killed, "قُتل خمسة مدنيين وجندي بانفجار في مدينة منبج أمس.")
    #expect(sum.value == "6")
    #expect(sum.steps.compactMap(\.value) == ["5", "1"])
    #expect(sum.notes == ["the sum of the figures"])
    // "Dead fell in shelling of Sarmin yesterday, and the number of the dead rose to 7."
    let update = try field(.killed, "سقط قتلى في قصف على بلدة سرمين أمس، وارتفع عدد القتلى إلى 7.")
    #expect(update.value == "7")
    #expect(update.steps.count == 1)
    #expect(update.lost.map(\.reasons) == [["a figure says it more exactly"]])
  }

  @Test("who states it gives the attribution, who holds the place stands on no side")
  func speakers() throws {
    // "Daesh attacked a point in areas under SDF control near al-Busayrah yesterday and a soldier was killed, according to SOHR."
    let explained = try #require(
      try explain("هاجم تنظيم داعش نقطة في مناطق سيطرة قسد قرب مدينة البصيرة أمس وقُتل جندي، بحسب المرصد السوري.")
        .records
        .first)
    #expect(explained.record.initiator == [ActorID(rawValue: "ISIS")])
    #expect(explained.bystanders.map(\.value) == ["SDF"])
    #expect(explained.bystanders.map(\.reasons) == [["the words give it no side"]])
    let attribution = try #require(explained.fields.first { $0.field == .attribution })
    #expect(attribution.value == "SOHR" && attribution.steps.map(\.words.text) == ["المرصد السوري"])
  }

  @Test("a date that is not told is that of the publication, one that is told says what it was counted from")
  func dates() throws {
    // "A soldier was killed by an attack of Daesh near al-Sukhnah."
    let untold = try field(.date, "قُتل جندي بهجوم لتنظيم داعش قرب مدينة السخنة.")
    #expect(untold.steps.isEmpty)
    #expect(untold.notes == ["no day is told: news of the day of publication, 2023-09-11"])
    // The same with "yesterday".
    let told = try field(.date, "قُتل جندي بهجوم لتنظيم داعش قرب مدينة السخنة أمس.")
    #expect(told.value == "2023-09-10, day")
    #expect(told.steps.map(\.words.text) == ["أمس"])
    #expect(told.steps.first?.rules.first?.id == "dates:أمس")
    #expect(told.notes == ["counted from the publication on 2023-09-11"])
  }

  @Test("shuffled words and articles cut off explain what is read of them, and nothing traps", arguments: 1...3)
  func shuffled(seed: UInt64) throws {
    let extractor = try Self.extractor.get()
    var random = SeededRandom(seed: seed)
    let articles = try FixtureArticles.all().map(\.text)
    let words = articles.flatMap { $0.split(whereSeparator: { $0 == " " || $0 == "\n" }) }
    var texts = articles.shuffled(using: &random).prefix(12).map {
      String($0.prefix(Int.random(in: 0...$0.count, using: &random)))
    }
    for _ in 0..<15 {
      let picked = (0..<Int.random(in: 1...200, using: &random)).compactMap { _ in words.randomElement(using: &random) }
      texts.append(picked.map(String.init).joined(separator: Bool.random(using: &random) ? " " : "\n"))
    }
    for text in texts {
      let report = Report(id: "fuzz", text: text, published: Self.published)
      let explanation = extractor.explain(report)
      #expect(explanation.records.map(\.record) == extractor.read(report).records, "seed \(seed)")
    }
  }
}

/// The names of frames that explaining shows.
struct FrameNameTests {
  @Test("every frame that a reader names has its prose, and no prose is of a frame that is gone")
  func names() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    var used: Set<String> = []
    for room in ["Extraction", "Gazetteer"] {
      let folder = sources.appending(path: room)
      let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
      for name in names where name.hasSuffix(".swift") && !name.hasSuffix("FrameName.swift") {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        used.formUnion(text.matches(of: /"(frame:[a-z-]*[a-z])"/).map { String($0.1) })
      }
    }
    // The place frames are named by the kinds of phrases.
    let places = [
      "plain", "near", "around", "entrance", "direction", "countryside", "badia", "governorate", "district",
      "subdistrict", "road", "between",
    ]
    used.formUnion(places.map { "frame:place-\($0)" })
    #expect(used.count > 50)
    for id in used.sorted() { #expect(FrameName.of(id) != nil, "\(id) has no prose in FrameName.swift") }
    for id in FrameName.listed { #expect(used.contains("frame:\(id)"), "\(id) is listed, and no reader names it") }
  }

  @Test("a row is no frame, and what is not listed has no name")
  func others() {
    #expect(FrameName.of("triggers:قصف") == nil)
    #expect(FrameName.of("frame:no-such-frame") == nil)
    #expect(FrameName.of("frame:date-weekday")?.contains("«") == true)
  }
}
