import Foundation
import Testing
import TestFolders

/// `GeoJSON/Samples` is what the program writes for some fixture articles, and what the golden files of the contract look like.
///
/// `RECORD_GOLDEN=1 swift test --filter SampleTests` writes them anew; such a run fails, so that none passes unseen.
@Suite("Samples of the output")
struct SampleTests {
  @Test(
    "are as the program writes them",
    arguments: [
      (
        "incidents.geojson",
        "rasid extract fixtures/Articles/kabajib-bus-20210404.txt fixtures/Articles/obs-badia-july.txt"
      ),
      ("incidents.csv", "rasid extract fixtures/Articles/kabajib-bus-20210404.txt --format csv"),
      (
        "trend.csv",
        "rasid extract fixtures/Articles/obs-badia-july.txt --output o.geojson && rasid trend o.geojson --by month --region governorate"
      ),
      (
        "footprints.svg",
        "printf 'شرق السخنة بـ 20 كم\\nريف حماة الشرقي\\nطريق تدمر – دير الزور\\nبادية الشولا جنوب غربي دير الزور\\nأطراف بلدة ذيبان\\n' | rasid gazetteer resolve - --format svg"
      ),
    ])
  func samples(name: String, line: String) throws {
    let path = CommandRun.packageFolder + "/GeoJSON/Samples/" + name
    let workspace = try Folder()
    try workspace.linkFixtures()
    let run = try CommandRun(line, in: workspace.path)
    #expect(run.status == 0)
    if !(ProcessInfo.processInfo.environment["RECORD_GOLDEN"] ?? "").isEmpty {
      try Data(run.output).write(to: URL(filePath: path))
      Issue.record("recorded \(name); read the difference, then run again without RECORD_GOLDEN")
      return
    }
    let expected = try Data(contentsOf: URL(filePath: path))
    #expect(Data(run.output) == expected, "\(name), of: \(line)")
  }
}
