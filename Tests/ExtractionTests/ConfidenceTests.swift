import Extraction
import Foundation
import Incidents
import Tables
import Testing

/// How sure a record is, and that the reasons are those that a reader sees in the words.
struct ConfidenceTests {
  static let extractor = Result { try RecordExtractor(tables: .embedded) }
  static let published = CalendarDate(year: 2023, month: 9, day: 11)

  private func explain(_ text: String) throws -> [RecordExplanation] {
    try Self.extractor.get().explain(Report(id: "test", text: text, published: Self.published)).records
  }

  private func only(_ text: String) throws -> RecordExplanation {
    let records = try explain(text)
    try #require(records.count == 1, "\(records.map(\.record.evidence.text))")
    return records[0]
  }

  @Test("every record of the fixtures has a confidence within 0 … 1 with two decimals, the same every time")
  func range() throws {
    var all: Set<Double> = []
    for (article, name, text) in try FixtureArticles.all() {
      let report = Report(id: name, text: text, published: article.published.flatMap { CalendarDate(iso: $0) })
      let records = try Self.extractor.get().read(report).records
      #expect(try Self.extractor.get().read(report).records.map(\.confidence) == records.map(\.confidence), "\(name)")
      for record in records {
        let value = try #require(record.confidence)
        #expect((0...1).contains(value) && value == (value * 100).rounded() / 100, "\(value)")
        all.insert(value)
      }
    }
    // It tells records apart.
    #expect(all.count > 20)
  }

  @Test("the reasons that are told add up to the confidence")
  func sum() throws {
    var count = 0
    for (article, name, text) in try FixtureArticles.all() {
      let report = Report(id: name, text: text, published: article.published.flatMap { CalendarDate(iso: $0) })
      for explained in try Self.extractor.get().explain(report).records {
        let odds = explained.confidence.reduce(0) { $0 + $1.points }
        let told = try #require(explained.record.confidence)
        #expect(abs(1 / (1 + exp(-odds)) - told) <= 0.00501, "\(name): \(odds) and \(told)")
        #expect(explained.confidence.contains { $0.feature == .base && $0.value == 1 })
        count += 1
      }
    }
    #expect(count > 100)
  }

  @Test("every feature has a weight, and what is doubtful speaks against a record")
  func weights() throws {
    let weights = try ConfidenceWeights(tables: .embedded)
    let doubts: [ConfidenceFeature] = [
      .figuresUnused, .sidesUntold, .dateUntold, .dateVague, .placeWide, .placeUntold, .placeInherited,
      .deedsMany,
    ]
    for feature in doubts { #expect(weights[feature] < 0, "\(feature)") }
    #expect(weights[.deedSharp] > 0)
    #expect(weights[.dateNamed] > weights[.dateUntold])
    #expect(ConfidenceFeature.allCases.count <= 16)
    #expect(Set(ConfidenceFeature.allCases.map(\.prose)).count == ConfidenceFeature.allCases.count)
  }

  @Test("more of what speaks against a record never makes it surer, and nothing makes it certain")
  func monotone() throws {
    let weights = try ConfidenceWeights(tables: .embedded)
    for feature in ConfidenceFeature.allCases where feature != .base {
      var features = ConfidenceFeatures()
      var before = weights.confidence(of: features)
      for value in 1...3 {
        features[feature] = Double(value)
        let after = weights.confidence(of: features)
        #expect(weights[feature] < 0 ? after <= before : after >= before, "\(feature)")
        before = after
      }
    }
    #expect(ConfidenceWeights([.base: 50]).confidence(of: ConfidenceFeatures()) == 0.99)
    #expect(ConfidenceWeights([.base: -50]).confidence(of: ConfidenceFeatures()) == 0.01)
    #expect(ConfidenceWeights([.base: 0]).confidence(of: ConfidenceFeatures()) == 0.5)
  }

  // "Five soldiers of the regime forces were killed yesterday in an attack by Daesh near the town of al-Sukhnah."
  private static let full = "قُتل 5 عناصر من قوات النظام أمس الأحد في هجوم شنه تنظيم داعش قرب مدينة السخنة."

  /// A sentence that lacks something the full one tells, with the feature that says so.
  static let lacking: [(feature: ConfidenceFeature, text: String)] = [
    // without "yesterday"
    (.dateUntold, "قُتل 5 عناصر من قوات النظام في هجوم شنه تنظيم داعش قرب مدينة السخنة."),
    // "last month" in place of "yesterday"
    (.dateVague, "قُتل 5 عناصر من قوات النظام الشهر الماضي في هجوم شنه تنظيم داعش قرب مدينة السخنة."),
    // without the attacker
    (.sidesUntold, "قُتل 5 عناصر من قوات النظام أمس الأحد في هجوم قرب مدينة السخنة."),
    // "in the governorate of Homs" in place of the town
    (.placeWide, "قُتل 5 عناصر من قوات النظام أمس الأحد في هجوم شنه تنظيم داعش في محافظة حمص."),
    // without a place
    (.placeUntold, "قُتل 5 عناصر من قوات النظام أمس الأحد في هجوم شنه تنظيم داعش."),
    // "near the town of al-Sukhnah and the town of Palmyra"
    (.placesMany, "قُتل 5 عناصر من قوات النظام أمس الأحد في هجوم شنه تنظيم داعش قرب مدينة السخنة على طريق مدينة تدمر."),
    // "… and an abduction"
    (.deedsMany, "قُتل 5 عناصر من قوات النظام أمس الأحد في هجوم وعملية اختطاف شنهما تنظيم داعش قرب مدينة السخنة."),
  ]

  @Test("what a sentence does not tell is named, and makes its record less sure", arguments: lacking)
  func features(feature: ConfidenceFeature, text: String) throws {
    let full = try only(Self.full)
    let lacking = try only(text)
    #expect(!full.confidence.contains { $0.feature == feature }, "\(full.confidence)")
    #expect(lacking.confidence.contains { $0.feature == feature }, "\(lacking.confidence)")
    let surer = try #require(full.record.confidence)
    let less = try #require(lacking.record.confidence)
    #expect(less < surer)
  }

  @Test("a place that was told before, and a deed told far from its place, are named")
  func distance() throws {
    // "Russian aircraft shelled the city of Idlib yesterday, which led to the killing of 4 civilians. / And regime forces arrested 6
    // young men during a raid campaign today."
    let two = try explain(
      "قصفت طائرات روسية مدينة إدلب أمس الأحد ما أدى إلى مقتل 4 مدنيين.\nواعتقلت قوات النظام 6 شبان خلال حملة مداهمات اليوم."
    )
    let inherited = two.filter { $0.confidence.contains { $0.feature == .placeInherited } }
    #expect(inherited.count == 1)
    for explained in inherited { #expect(explained.record.rules.contains("frame:place-inherited")) }
    // "An explosion by an unknown device hit yesterday, according to what a source of the local police told our correspondent by telephone, the town of Palmyra."
    let far = try only(
      "وقع انفجار أمس الأحد بحسب ما قال مصدر في الشرطة المحلية لمراسلنا هناك في اتصال هاتفي قصير في مدينة تدمر وأدى إلى مقتل مدني."
    )
    #expect(far.confidence.contains { $0.feature == .deedSharp })
  }

  @Test("a date with its year is named")
  func year() throws {
    // "Five soldiers were killed on 10 September 2023 …"
    let named = try only("قُتل 5 عناصر من قوات النظام في 10 أيلول 2023 في هجوم شنه تنظيم داعش قرب مدينة السخنة.")
    #expect(named.confidence.contains { $0.feature == .dateNamed })
    #expect(try !only(Self.full).confidence.contains { $0.feature == .dateNamed })
  }
}
