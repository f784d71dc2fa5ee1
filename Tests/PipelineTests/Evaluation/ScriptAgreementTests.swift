import Foundation
import Formats
import Geography
import Incidents
import RandomSources
import Tables
import TestFolders
import Testing

@testable import Pipeline

@Suite(
  "Agreement with the scoring script of the annotation guidelines",
  .enabled(if: ScoringScript.isThere, Comment(rawValue: ScoringScript.missing)))
struct ScriptAgreementTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
  }

  /// The records as a file that the script reads.
  private func write(_ records: [Record]) throws -> String {
    let path = folder.path + "/records.geojson"
    let file = try AtomicFile(path)
    var output = RecordOutput(.geoJSON, to: file)
    try output.write(records)
    try output.finish()
    try file.commit()
    return path
  }

  /// Every figure of the script is ours.
  private func expectEqual(_ evaluation: Evaluation, _ figures: JSONValue) {
    let json = evaluation.json(withMisses: false)
    guard case .object(let members) = figures else {
      Issue.record("the script gave no object")
      return
    }
    #expect(members.count == 4 + EvaluationFigure.allCases.count)
    for member in members {
      let isEqual = json[member.name].map {
        $0 == member.value || ($0.double != nil && $0.double == member.value.double)
      }
      #expect(
        isEqual == true, "\(member.name): the script has \(member.value), we \(String(describing: json[member.name]))")
    }
  }

  @Test(
    "every figure of what is extracted is the same, read directly and through a file",
    arguments: [
      ScoringScript.fixtures("Articles"), ScoringScript.fixtures("HeldOut"), ScoringScript.pressArticles,
    ])
  func extracted(path: String) async throws {
    let gold = try GoldSet(path)
    #expect(gold.faults == [])
    let records = try await gold.extracted(tables: .embedded, jobs: 2)
    let file = try write(gold.articles.flatMap { records[$0.name] ?? [] })
    let figures = try ScoringScript.run([path, file]).figures
    let bootstrap = Bootstrap(resamples: 0)
    expectEqual(Evaluation(gold, records: records, bootstrap: bootstrap), figures)
    expectEqual(Evaluation(gold, records: try RecordFile(file).records, bootstrap: bootstrap), figures)
    #expect(gold.articles.count > 20)
  }

  @Test("lists choose the same articles")
  func lists() async throws {
    let path = ScoringScript.fixtures("Articles")
    let all = try GoldSet(path)
    let records = try await all.extracted(tables: .embedded, jobs: 2).sorted { $0.key < $1.key }.flatMap(\.value)
    let file = try write(records)
    let list = folder.path + "/list"
    let some = all.articles.enumerated().filter { $0.offset % 3 == 0 }.map(\.element.name)
    try folder.write(some.joined(separator: "\n").utf8, to: "list")
    let names = try GoldNames.list(list)
    for (option, choice) in [("--only", GoldNames(only: names)), ("--except", GoldNames(except: names))] {
      let script = try ScoringScript.run([path, file, option, list])
      let gold = try GoldSet(path, names: choice)
      #expect(gold.articles.count == (option == "--only" ? some.count : all.articles.count - some.count))
      expectEqual(Evaluation(gold, records: records, bootstrap: Bootstrap(resamples: 0)), script.figures)
    }
  }

  // What is extracted takes few of the ways through the measures; annotated records changed at random take all.
  @Test("every figure and every miss of records changed at random is the same", arguments: 1...12)
  func changed(seed: UInt64) throws {
    let path = ScoringScript.fixtures("Articles")
    let gold = try GoldSet(path)
    var random = RandomPredictions(seed: seed)
    let records = gold.articles.flatMap { random.records($0) }
    let file = try write(records)
    let read = try RecordFile(file)
    #expect(read.faults == [])
    let script = try ScoringScript.run([path, file, "--misses"])
    let evaluation = Evaluation(gold, records: read.records, bootstrap: Bootstrap(resamples: 0))
    expectEqual(evaluation, script.figures)
    expectEqual(Evaluation(gold, records: records, bootstrap: Bootstrap(resamples: 0)), script.figures)
    let lines = evaluation.misses.map { $0.cells.joined(separator: "\t") }
    #expect(lines.count > 100)
    // The script writes a missing evidence as Python does.
    #expect(lines == script.misses.map { $0.hasSuffix("\tNone") ? String($0.dropLast(4)) : $0 })
  }

  @Test("names of governorates have the script's keys")
  func governorates() throws {
    let names = [
      "Deir ez-Zor", "Dayr az-Zawr", "Deir Ezzor", "Deir al-Zour", "Al-Hasakah", "Hassakeh", "al-Hasaka", "Ar-Raqqa",
      "Raqqah Governorate", "Homs", "Ḥimṣ", "Hama", "Aleppo", "Halab", "Idlib", "Idleb", "Latakia", "Lattakia",
      "Al-Ladhiqiyah", "Tartus", "Tartous", "Rural Damascus", "Rif Dimashq", "Rif-Dimashq", "Damascus", "Dimashq",
      "Damascus Countryside", "Daraa", "Dar‘a", "Dara'a", "Deraa", "As-Sweida", "Suwayda", "As-Suwayda", "Quneitra",
      "Al-Qunaytirah", "Anbar", "  Homs  ", "Şanlıurfa", "-",
    ]
    // A name without letters has an empty key, which the script prints as an empty line.
    let keys = names.compactMap { GovernorateName.key($0) }
    #expect(keys.count == names.count)
    #expect(keys.filter { !$0.isEmpty } == (try ScoringScript.governorateKeys(names)))
  }
}
