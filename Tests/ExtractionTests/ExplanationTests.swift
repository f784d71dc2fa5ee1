import Extraction
import Incidents
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
      text: "نفت قسد وقوع هجوم على مدينة الرقة.", words: "هجوم", reason: "negation", cause: "نفت",
      gloss: "The SDF denied that an attack on Raqqa took place."),
    Discard(
      text: "سوف تقصف المدفعية بلدة سرمين.", words: "تقصف", reason: "future", cause: "سوف",
      gloss: "The artillery will shell Sarmin."),
    Discard(
      text: "هددت الفصائل بقصف مدينة سراقب.", words: "بقصف", reason: "threat", cause: "هددت",
      gloss: "The factions threatened to shell Saraqib."),
    Discard(
      text: "من المتوقع وقوع اشتباكات في بلدة نصيب.", words: "اشتباكات", reason: "hypothesis", cause: "من المتوقع",
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
      text: "شن التنظيم عمليات لافتة منذ عام 2019 في البادية.", words: "عمليات", reason: "long-time",
      cause: "منذ عام 2019", gloss: "The organisation has carried out striking operations since 2019 in the desert."),
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
}
