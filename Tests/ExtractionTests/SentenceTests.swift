import Extraction
import Foundation
import Incidents
import Tables
import Testing

/// Short texts written by somebody who had not seen the rules, each with what a careful person reads in it.
@Suite("Sentences written without sight of the rules")
struct SentenceTests {
  /// A text with its expectation; keys that a text is not about are nil.
  struct Sentence: Decodable, CustomTestStringConvertible {
    var frame: String
    var text: String
    var published: String
    /// False for one that looks like the others of its frame and is none.
    var must: Bool
    var expect: Expectation

    var testDescription: String { "\(frame): \(text)" }
  }

  /// What the first record of a text holds; figures are lower ends, null is "not told".
  struct Expectation: Decodable {
    var records: Int?
    var kind: String?
    var type: String?
    var initiator: [String]?
    var target: [String]?
    var start: String?
    var end: String?
    var secondStart: String?
    /// The figures asked for, nil within for one that is not told.
    var figures: [String: Int?] = [:]

    private enum Key: String, CodingKey {
      case records, kind, type, initiator, target, start, end, killed, wounded, captured, count
      case secondStart = "second_start"
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Key.self)
      records = try values.decodeIfPresent(Int.self, forKey: .records)
      kind = try values.decodeIfPresent(String.self, forKey: .kind)
      type = try values.decodeIfPresent(String.self, forKey: .type)
      initiator = try values.decodeIfPresent([String].self, forKey: .initiator)
      target = try values.decodeIfPresent([String].self, forKey: .target)
      start = try values.decodeIfPresent(String.self, forKey: .start)
      end = try values.decodeIfPresent(String.self, forKey: .end)
      secondStart = try values.decodeIfPresent(String.self, forKey: .secondStart)
      for key in [Key.killed, .wounded, .captured, .count] where values.contains(key) {
        figures[key.rawValue] = .some(try values.decodeIfPresent(Int.self, forKey: key))
      }
    }
  }

  /// How many of a set may be read wrongly today; it only falls.
  @Test("are read as a careful person reads them", arguments: [("frames", 7), ("reports", 11)])
  func sentences(set: String, wrong: Int) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/Sentences")
    let sentences = try JSONDecoder().decode(
      [Sentence].self, from: Data(contentsOf: folder.appending(path: "\(set).json")))
    #expect(sentences.count >= 50)
    let extractor = try RecordExtractor(tables: .embedded)
    let misread = try sentences.compactMap { sentence -> String? in
      let faults = try Self.faults(sentence, extractor)
      return faults.isEmpty ? nil : "\(sentence.testDescription): \(faults.joined(separator: ", "))"
    }
    print("sentences, \(set): \(sentences.count - misread.count) of \(sentences.count) right")
    #expect(misread.count <= wrong, "\(misread.joined(separator: "\n"))")
  }

  private static func faults(_ sentence: Sentence, _ extractor: RecordExtractor) throws -> [String] {
    let day = try #require(CalendarDate(iso: sentence.published))
    let records = extractor.read(Report(id: "sentence", text: sentence.text, published: day)).records
    let expect = sentence.expect
    var faults: [String] = []
    func check<Value: Equatable>(_ name: String, _ wanted: Value?, _ found: Value?) {
      if let wanted, wanted != found { faults.append("\(name) \(found.map { "\($0)" } ?? "none"), not \(wanted)") }
    }
    check("records", expect.records, records.count)
    guard let record = records.first else { return expect.records == 0 ? faults : faults + ["nothing read"] }
    check("kind", expect.kind, record.kind.rawValue)
    check("type", expect.type, record.type.rawValue)
    check("initiator", expect.initiator?.sorted(), record.initiator.map(\.rawValue).sorted())
    check("target", expect.target?.sorted(), record.target.map(\.rawValue).sorted())
    check("start", expect.start, record.time.start.map { "\($0)" })
    check("end", expect.end, record.time.end.map { "\($0)" })
    check("second start", expect.secondStart, records.dropFirst().first?.time.start.map { "\($0)" })
    let figures = [
      "killed": record.killed, "wounded": record.wounded, "captured": record.captured, "count": record.count,
    ]
    for (name, wanted) in expect.figures {
      let found = figures[name].flatMap { $0 }.flatMap { $0.isVague ? nil : $0.lower }
      if wanted != found {
        faults.append("\(name) \(found.map { "\($0)" } ?? "none"), not \(wanted.map { "\($0)" } ?? "none")")
      }
    }
    return faults
  }
}
