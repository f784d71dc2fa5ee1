import Articles
import Foundation
import Incidents
import Pipeline
import TestFolders
import Testing

@Suite("Reading annotated articles")
struct GoldSetTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
  }

  private static let text = "قتل ثلاثة جنود في هجوم شنه مسلحون مجهولون قرب مدينة تدمر بريف حمص الشرقي."
  private static let plain = #"{"records":[{"kind":"incident","type":"clash","evidence":"قتل ثلاثة جنود"}]}"#

  private func write(_ name: String, _ json: String, text: String? = text) throws {
    try folder.write(json.utf8, to: name + ".json")
    if let text { try folder.write(text.utf8, to: name + ".txt") }
  }

  /// The message of the only fault, without the folder.
  private func fault(_ json: String) throws -> String {
    try write("x", json)
    let set = try GoldSet(folder.path)
    #expect(set.articles.isEmpty)
    #expect(set.faults.count == 1)
    return set.faults.first?.description.replacing(folder.path + "/", with: "") ?? ""
  }

  @Test("an annotation gives its records; members that scoring does not use may be anything")
  func reading() throws {
    try write(
      "deep/name",
      """
      {"id": "other", "published": "2024-04-12", "records": [{
        "kind": "incident", "type": "armed-attack", "type_alt": ["clash"], "note": 7,
        "time": {"start": "2024-04-11", "end": null, "precision": "period", "text": "منذ أمس"},
        "place": {"text": "تدمر", "lat": 34.56, "lon": 38.28, "level": "locality", "admin1": "Homs", "also": []},
        "initiator": ["Unknown"], "target": "SDF;US", "killed": {"min": 3, "max": 5, "alt": [{"min": 4}]},
        "alt": {"killed": [{"min": 3, "max": 3}]}, "wounded": {"min": null, "max": null, "vague": true},
        "captured": {"min": 2, "max": null, "vague": false}, "count": {"min": null, "max": null},
        "evidence": "قتل ثلاثة جنود"}]}
      """)
    let set = try GoldSet(folder.path)
    #expect(set.faults == [])
    #expect(set.warnings == [])
    let article = try #require(set.articles.first)
    #expect(article.name == "name")
    #expect(article.text == Self.text)
    let expected = GoldRecord(
      kind: .incident, type: .armedAttack, start: EvaluationSamples.day, end: nil,
      place: GoldPlace(point: GoldPoint(latitude: 34.56, longitude: 38.28), level: .locality, admin1: "Homs"),
      initiator: ["Unknown"], target: ["SDF", "US"], killed: .told(3, 5), wounded: .vague, captured: .told(2, nil),
      count: .untold, evidence: "قتل ثلاثة جنود")
    #expect(article.records == [expected])
  }

  @Test("what is empty or null says nothing")
  func nothing() throws {
    try write(
      "a",
      #"{"records":[{"kind":"tally","type":"operations","time":{},"place":{},"killed":{},"target":[""],"initiator":null}]}"#
    )
    let records = try GoldSet(folder.path).articles.flatMap(\.records)
    #expect(records == [GoldRecord(kind: .tally, type: .operations)])
  }

  @Test("a faulty annotation is named with file, record and value, and the others go on")
  func faults() throws {
    try write("good", Self.plain)
    try write("bad", #"{"records":[{"kind":"incident","type":"clash"},{"kind":"incident","type":"airstrik"}]}"#)
    try write("broken", "{\"records\": [\n{]")
    try write("lonely", Self.plain, text: nil)
    let set = try GoldSet(folder.path)
    #expect(set.articles.map(\.name) == ["good"])
    let messages = set.faults.map { $0.description.replacing(folder.path + "/", with: "") }
    #expect(messages.count == 3)
    #expect(messages[0].hasPrefix("bad.json: record 2: type: expected one of armed-attack, clash, "))
    #expect(messages[0].hasSuffix("found \"airstrik\""))
    #expect(messages[1].hasPrefix("broken.json: line 2, column 2: not JSON: expected "))
    #expect(
      messages[2]
        == "lonely.json: text: expected the article in \(folder.path)/lonely.txt, found no such file".replacing(
          folder.path + "/", with: ""))
  }

  @Test(
    "each value is held against the guidelines",
    arguments: [
      (#"{"records": 7}"#, "x.json: records: expected an array, found 7"),
      (#"{"records": [7]}"#, "x.json: record 1: record: expected an object, found 7"),
      (#"{"records": [{"type": "clash"}]}"#, "x.json: record 1: kind: expected one of incident, tally, found nothing"),
    ])
  func shape(json: String, message: String) throws {
    #expect(try fault(json) == message)
  }

  @Test(
    "each member is held against the guidelines",
    arguments: [
      (
        #""time": {"start": "2024-02-30"}"#,
        "time.start: expected a day such as 2024-04-11, or null, found \"2024-02-30\""
      ),
      (
        #""time": {"start": "2024-04-11T08"}"#,
        "time.start: expected a day such as 2024-04-11, or null, found \"2024-04-11T08\""
      ),
      (
        #""time": {"start": "2024-04-11", "end": "2024-04-10"}"#,
        "time.end: expected a day not before 2024-04-11, found \"2024-04-10\""
      ),
      (#""time": "2024-04-11""#, "time: expected an object or null, found \"2024-04-11\""),
      (#""killed": 3"#, "killed: expected an object or null, found 3"),
      (#""killed": {"min": -1}"#, "killed.min: expected a whole number from 0 up, or null, found -1"),
      (#""killed": {"min": 2.5}"#, "killed.min: expected a whole number from 0 up, or null, found 2.5"),
      (#""killed": {"vague": "yes"}"#, "killed.vague: expected true or false, found \"yes\""),
      (#""place": {"lat": 34.5}"#, "place.lon: expected degrees in -180…180 beside lat, found nothing"),
      (#""place": {"lat": 134.5, "lon": 38}"#, "place.lat: expected degrees in -90…90, or null, found 134.5"),
      (
        #""place": {"level": "village"}"#,
        "place.level: expected one of locality, camp, area, subdistrict, district, governorate, region, country, found \"village\""
      ),
      (#""target": [1]"#, "target: expected an array of actor ids, found [1]"),
      (#""evidence": ["a"]"#, "evidence: expected text or null, found [\"a\"]"),
    ])
  func members(member: String, message: String) throws {
    #expect(
      try fault(#"{"records": [{"kind": "incident", "type": "clash", \#(member)}]}"#) == "x.json: record 1: \(message)")
  }

  @Test("other JSON is passed over; where nothing else is, that is an error that says what is there")
  func none() throws {
    #expect(throws: PipelineError.noGold(path: folder.path, reason: "no .json file")) { try GoldSet(folder.path) }
    try folder.write(Array("[1]".utf8), to: "list.json")
    try folder.write(Array("{}".utf8), to: "object.json")
    #expect(throws: PipelineError.noGold(path: folder.path, reason: "2 .json without \"records\"")) {
      try GoldSet(folder.path)
    }
    #expect(throws: PipelineError.noGold(path: folder.path, reason: "none of the names asked for")) {
      try GoldSet(folder.path, names: GoldNames(only: ["x"]))
    }
    let path = folder.path + "/none"
    #expect(throws: PipelineError.noGold(path: path, reason: "nothing of that name")) { try GoldSet(path) }
    try write("good", Self.plain)
    #expect(try GoldSet(folder.path).articles.count == 1)
    #expect(try GoldSet(folder.path + "/good.json").articles.count == 1)
  }

  @Test("lists of names choose, and what they leave out is not opened")
  func names() throws {
    for name in ["a", "b", "c"] { try write(name, Self.plain) }
    try write("broken", "{")
    try folder.write(Array("b broken\nc\n\n".utf8), to: "list")
    try folder.write(Array(" \n".utf8), to: "blank")
    let list = try GoldNames.list(folder.path + "/list")
    #expect(list == ["b", "broken", "c"])
    #expect(try GoldSet(folder.path, names: GoldNames(except: list)).articles.map(\.name) == ["a"])
    #expect(try GoldSet(folder.path, names: GoldNames(except: list)).faults == [])
    let only = GoldNames(only: ["a", "c", "d"], except: ["c"])
    let set = try GoldSet(folder.path, names: only)
    #expect(set.articles.map(\.name) == ["a"])
    #expect(set.missing(from: only) == ["d"])
    let blank = folder.path + "/blank"
    #expect(throws: PipelineError.list(path: blank, reason: "no name")) { try GoldNames.list(blank) }
    let missing = folder.path + "/missing"
    #expect(throws: PipelineError.list(path: missing, reason: "no file that can be read")) {
      try GoldNames.list(missing)
    }
  }

  @Test("two articles of one name cannot be told apart: the first is kept")
  func sameName() throws {
    try write("a/x", Self.plain)
    try write("b/x", #"{"records":[]}"#)
    let set = try GoldSet(folder.path)
    #expect(set.articles.map(\.records.count) == [1])
    #expect(
      set.faults == [.sameGold("x", first: folder.path + "/a/x.json", second: folder.path + "/b/x.json")])
  }

  @Test("evidence that stands nowhere and a text that is not read are worth a word")
  func warnings() throws {
    try write("a", Self.plain, text: "نص آخر عن اشتباكات في مدينة تدمر السورية ولا كلمة من الدليل.")
    try write("b", #"{"records":[]}"#, text: "An article in English.")
    let warnings = try GoldSet(folder.path).warnings
    #expect(warnings.count == 2)
    #expect(warnings[0] == "a: the evidence of record 1 is not in the text")
    #expect(warnings[1].contains("b.txt: not Arabic"))
  }

  @Test("line ends of the text do not matter")
  func lineEnds() throws {
    try write(
      "a", #"{"records":[{"kind":"incident","type":"clash","evidence":"في تدمر\nقتل"}]}"#,
      text: "اشتباكات عنيفة اليوم في تدمر\r\nقتل ثلاثة جنود")
    #expect(try GoldSet(folder.path).warnings == [])
  }
}
