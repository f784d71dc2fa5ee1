import Foundation
import Testing
import TestFolders

@Suite("The program as a whole")
struct ProgramTests {
  private let workspace: Folder

  init() throws {
    workspace = try Folder()
    try workspace.linkFixtures()
  }

  @Test("writes the same bytes with one worker and with several", arguments: ["geojson", "geojsonl", "csv", "table"])
  func workers(format: String) throws {
    let line = "rasid extract fixtures/Articles --format \(format) --jobs "
    let one = try CommandRun(line + "1", in: workspace.path)
    let two = try CommandRun(line + "2", in: workspace.path)
    let seven = try CommandRun(line + "7", in: workspace.path)
    #expect(one.status == 0)
    #expect(one.output.count > 2_000)
    #expect(one.output == two.output)
    #expect(one.output == seven.output)
    #expect(one.errors == two.errors)
  }

  @Test("the program alone in an empty folder extracts, counts and answers")
  func alone() throws {
    let empty = try Folder()
    try FileManager.default.copyItem(atPath: CommandRun.program, toPath: empty.path + "/rasid")
    let articles = CommandRun.testsFolder + "/Fixtures/Articles"
    let line = """
      cd '\(empty.path)' && export PATH=/usr/bin:/bin &&
      ./rasid extract '\(articles)' --quiet --output out.geojson && ./rasid trend out.geojson --quiet --output out.csv &&
      ./rasid near out.geojson "دير الزور" --within 100km --quiet
      """
    let run = try CommandRun(line, in: "/")
    #expect(run.errors == "")
    #expect(run.status == 0)
    #expect(run.text.split(separator: "\n").count > 1, "nothing is near Deir ez-Zor")
    #expect(empty.bytes("out.csv")?.starts(with: Array("period_start,".utf8)) == true)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: empty.path).sorted() == ["out.csv", "out.geojson", "rasid"])
  }

  private static let hasGDAL = (try? CommandRun("command -v ogrinfo", in: "/"))?.status == 0

  @Test(
    "GDAL reads the columns of dates as dates",
    .enabled(if: hasGDAL, "SKIPPED: ogrinfo is not installed; apt-get install gdal-bin"))
  func gdal() throws {
    let line = "rasid extract fixtures/Articles --quiet --output out.geojson && ogrinfo -so -al out.geojson"
    let run = try CommandRun(line, in: workspace.path)
    #expect(run.status == 0, "\(run.errors)")
    for column in ["date_start", "date_end"] {
      #expect(run.text.contains("\(column): Date "), "\(column) is no Date in:\n\(run.text)")
    }
    #expect(run.text.contains("Geometry: Point"))
    #expect(run.text.contains("ID[\"EPSG\",4326]"))
  }

  @Test("a reader that goes away early is no failure")
  func brokenPipe() throws {
    // The status of the first command of a pipe is lost in sh.
    let line =
      "{ rasid extract fixtures/Articles fixtures/Articles/../Articles --format csv; echo $? > status; } | head -c 10"
    let run = try CommandRun(line, in: workspace.path)
    #expect(run.text == "id,kind,ty")
    #expect(workspace.bytes("status").map { String(decoding: $0, as: UTF8.self) } == "0\n")
    #expect(!run.errors.contains("error:"))
  }

  @Test("a closed standard output ends the help quietly")
  func brokenHelp() throws {
    let run = try CommandRun("{ sleep 0.2; rasid near --help; echo $? > status; } | true", in: workspace.path)
    #expect(run.errors == "")
    #expect(workspace.bytes("status").map { String(decoding: $0, as: UTF8.self) } == "0\n")
  }

  @Test("tells the versions of itself, the tables and the libraries")
  func version() throws {
    let run = try CommandRun("rasid --version", in: workspace.path)
    #expect(run.status == 0)
    #expect(run.errors == "")
    let pattern = /rasid \d+\.\d+\.\d+\ntables [0-9a-f]{32}\nGEOS \d+\.\d+\.\d+.*\nPROJ \d+\.\d+\.\d+\n/
    #expect(run.text.wholeMatch(of: pattern) != nil, "\(run.text)")
  }

  @Test("RASID_TABLES and --tables change the tables")
  func tables() throws {
    let line = "rasid tables export t && printf '' > t/places.tsv && rasid --version | sed -n 2p"
    let own = try CommandRun(line, in: workspace.path)
    let changed = try CommandRun("rasid --version | sed -n 2p", in: workspace.path, environment: ["RASID_TABLES": "t"])
    #expect(own.text.hasPrefix("tables "))
    #expect(changed.text.hasPrefix("tables "))
    #expect(own.text != changed.text)
    let text = "echo 'قتل ثلاثة جنود في هجوم قرب تدمر' | rasid extract - --tables t"
    let run = try CommandRun(text, in: workspace.path)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("error: places.tsv:1: "))
  }

  @Test("a finished file replaces the old one; a failed run leaves it")
  func output() throws {
    let line = "echo old > out.csv; rasid extract missing.txt --quiet --output out.csv; cat out.csv; ls -A"
    let failed = try CommandRun(line, in: workspace.path)
    #expect(failed.text == "old\nfixtures\nout.csv\n")
    let done = try CommandRun(
      "rasid extract fixtures/Articles --quiet --output out.csv && head -c 7 out.csv; ls -A", in: workspace.path)
    #expect(done.text == "id,kindfixtures\nout.csv\n")
  }

  @Test("evaluates what it reads as what it has written, in every format, and the same from run to run")
  func evaluation() throws {
    let read = try CommandRun("rasid evaluate fixtures/Articles --json --misses", in: workspace.path)
    #expect(read.status == 0, "\(read.errors)")
    #expect(read.output.count > 2_000)
    for format in ["geojson", "geojsonl", "csv"] {
      let line =
        "rasid extract fixtures/Articles --quiet --format \(format) | "
        + "rasid evaluate fixtures/Articles --json --misses --predicted -"
      let written = try CommandRun(line, in: workspace.path)
      #expect(written.status == 0, "\(written.errors)")
      // Not compared by #expect itself: it would print all misses.
      let isEqual = written.output == read.output
      #expect(isEqual, "evaluated otherwise through \(format)")
    }
  }
}
