import Extraction
import Foundation
import Incidents
import Tables
import Testing

/// Single sentences, each with what a careful person reads in it.
struct RecordExtractorTests {
  static let extractor = Result { try RecordExtractor(tables: .embedded) }
  static let published = CalendarDate(year: 2023, month: 9, day: 11)

  private func read(_ text: String, published: CalendarDate? = Self.published) throws -> [Record] {
    try Self.extractor.get().read(Report(id: "test", text: text, published: published)).records
  }

  @Test("an attack binds who, whom, where, when and how many")
  func attack() throws {
    // "Five soldiers of the regime forces were killed yesterday in an attack launched by Daesh on a point near al-Sukhnah."
    let text =
      "قُتل 5 عناصر من قوات النظام وأصيب 3 آخرون، أمس الأحد، في هجوم شنه تنظيم داعش على نقطة عسكرية قرب مدينة السخنة."
    let record = try #require(try read(text).first)
    #expect(record.kind == .incident)
    #expect(record.type == .armedAttack)
    #expect(record.killed == .exactly(5))
    #expect(record.wounded == .exactly(3))
    #expect(record.time == .day(try #require(CalendarDate(year: 2023, month: 9, day: 10))))
    #expect(record.place?.id == "sukhnah")
    #expect(record.initiator == [ActorID(rawValue: "ISIS")])
    #expect(record.target == [ActorID(rawValue: "SyrianGovernment")])
  }

  @Test("prisoners break out of the prison, not of the quarter told beside it")
  func prisonBreak() throws {
    // "Security forces spread in al-Nashwah of Hasakah yesterday after twenty prisoners escaped from al-Sinaa prison."
    let text = "انتشرت قوى الأمن في حي النشوة بالحسكة أمس بعد فرار عشرين سجيناً من سجن الصناعة."
    let record = try #require(try read(text).first)
    #expect(record.type == .prisonBreak)
    #expect(record.place?.id == "prison-sinaa")
  }

  @Test("a counted sum over a month is a tally, not an incident")
  func tally() throws {
    // "Daesh carried out at least 69 attacks in central Syria last month."
    let records = try read("نفذ تنظيم داعش 69 هجوماً على الأقل في وسط سوريا الشهر الماضي.")
    let record = try #require(records.first)
    #expect(records.count == 1)
    #expect(record.kind == .tally)
    #expect(record.count == .atLeast(69))
    #expect(record.time.edtf == "2023-08")
    #expect(record.killed == nil)
  }

  @Test("a dual counts two, a singular one, «at least» stays open")
  func figures() throws {
    let two = try #require(try read("قُتل مدنيان بانفجار لغم أرضي قرب بلدة خشام.").first)
    #expect(two.type == .explosion)
    #expect(two.killed == .exactly(2))
    #expect(two.target == [.civilians])
    let open = try #require(try read("أسفر هجوم لتنظيم داعش قرب مدينة تدمر عن مقتل ما لا يقل عن 8 عناصر.").first)
    #expect(open.killed == .atLeast(8))
  }

  @Test(
    "what is denied, planned, threatened, practised or imagined makes no record",
    arguments: [
      "نفت قسد وقوع هجوم على مدينة الرقة.",
      "هدد تنظيم داعش بشن هجوم على مدينة الحسكة.",
      "أجرت القوات الأمريكية تدريبات على صد هجوم قرب حقل العمر.",
      "يخطط التنظيم لتنفيذ هجوم على سجن الصناعة.",
      "يروي الفيلم قصة هجوم لداعش على قرية سورية.",
    ])
  func discarded(text: String) throws {
    #expect(try read(text).isEmpty)
  }

  @Test("the first attack since a day did not happen on that day, nor over the time since")
  func comparison() throws {
    // "Three soldiers were killed by an attack of Daesh on a checkpoint near al-Sukhnah, in the first attack of its kind since the
    // beginning of the year."
    let text = "قُتل ثلاثة جنود بهجوم لتنظيم داعش على حاجز قرب السخنة، في أول هجوم من نوعه منذ مطلع العام."
    let record = try #require(try read(text).first)
    #expect(record.kind == .incident)
    #expect(record.time.start == Self.published && record.time.end == Self.published)
  }

  @Test("a night is dated to its evening, what went on until a day to that day")
  func nights() throws {
    let attack = "هاجم مسلحون من تنظيم داعش نقطة عسكرية قرب مدينة السخنة"
    let night = try #require(try read("\(attack) ليل السبت.").first)
    #expect(night.time == .day(try #require(CalendarDate(year: 2023, month: 9, day: 9))))
    let between = try #require(try read("\(attack) ليل السبت - الأحد.").first)
    #expect(between.time.start == night.time.start && between.time.precision == .period)
  }

  @Test("people told in lists, as predicates and by marked duals are counted")
  func lists() throws {
    let sum = try #require(
      try read("انفجر لغم قرب مدينة السخنة أمس ما أدى إلى سقوط 11 قتيلاً من الجنود و5 من عناصر الدفاع الوطني.").first)
    #expect(sum.killed == .exactly(16))
    let dual = try #require(
      try read("اغتال مسلحون مجهولون، صباح أمس، عنصرَين من قوى الأمن الداخلي في مدينة الحسكة.").first)
    #expect(dual.killed == .exactly(2))
  }

  @Test("loaded words change nothing", arguments: ["قُتل", "استشهد", "لقي"])
  func neutral(verb: String) throws {
    let rest = verb == "لقي" ? "4 عناصر من قسد حتفهم" : "4 عناصر من قسد"
    let record = try #require(try read("\(verb) \(rest) في هجوم لتنظيم داعش على حاجز في بلدة ذيبان.").first)
    #expect(record.type == .armedAttack)
    #expect(record.killed == .exactly(4))
    #expect(record.place?.id == "dhiban")
  }

  @Test("the Syrian army is whose army it was on the day")
  func datedActors() throws {
    let text = "قُتل عنصران من الجيش السوري بانفجار عبوة ناسفة قرب مدينة الميادين."
    let before = try #require(try read(text, published: CalendarDate(year: 2024, month: 12, day: 7)).first)
    #expect(before.target == [ActorID(rawValue: "SyrianGovernment")])
    let after = try #require(try read(text, published: CalendarDate(year: 2024, month: 12, day: 8)).first)
    #expect(after.target == [ActorID(rawValue: "SyrianTransitionalGovernment")])
  }

  @Test("evidence and spans point at the very words, in Unicode scalars")
  func evidence() throws {
    for (_, name, text) in try FixtureArticles.all() {
      let scalars = Array(text.unicodeScalars)
      for record in try Self.extractor.get().read(Report(id: name, text: text, published: Self.published)).records {
        let range = record.evidence.range
        let words = String(String.UnicodeScalarView(scalars[range]))
        #expect(words == record.evidence.text, "\(name)")
        #expect(record.spans.allSatisfy { $0.range.upperBound <= scalars.count && !$0.range.isEmpty })
      }
    }
  }

  @Test("ids are the same from run to run and hang on the report's key and the words alone")
  func ids() throws {
    let text = "قُتل 5 عناصر من قوات النظام في هجوم شنه تنظيم داعش قرب مدينة السخنة."
    let first = try read(text)
    #expect(try read(text).map(\.id) == first.map(\.id))
    // Another publication date changes the interpretation, not the id.
    #expect(try read(text, published: CalendarDate(year: 2020, month: 1, day: 1)).map(\.id) == first.map(\.id))
    let other = try Self.extractor.get().read(Report(id: "other", text: text)).records
    #expect(Set(other.map(\.id)).isDisjoint(with: first.map(\.id)))
  }
}
