import Foundation
import Incidents
import Pipeline
import Tables
import Testing
import TestFolders

@Suite("Files of records and known actors")
struct RecordFileTests {
  private static let ledger = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/Records/ledger.csv").path

  @Test("a file gives its records")
  func records() throws {
    let file = try RecordFile(Self.ledger)
    #expect(file.records.map(\.id) == ["a1", "a2", "a3", "a4", "t1", "a5"])
    #expect(file.faults.isEmpty)
  }

  @Test("a missing file and a folder are errors that say so")
  func missing() throws {
    let folder = try Folder()
    #expect(throws: PipelineError.file(path: folder.path, reason: "a folder")) { try RecordFile(folder.path) }
    let path = folder.path + "/none.csv"
    #expect(throws: PipelineError.file(path: path, reason: "nothing of that name")) { try RecordFile(path) }
  }

  @Test("the actors are those of the tables, once each and sorted")
  func actors() throws {
    let ids = try KnownActors.ids(.embedded)
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
    for name in ["ISIS", "SDF", "Civilians", "SyrianGovernment"] { #expect(ids.contains(ActorID(rawValue: name))) }
  }
}
