internal import Articles
internal import Foundation
internal import Pipeline

/// A bar on standard error for work that lasts longer than a second; only on a terminal.
///
/// It goes by bytes: those of files that are done, and of the articles of the file that is being read.
struct ProgressLine {
  private static let delay: Duration = .seconds(1)
  private static let interval: Duration = .milliseconds(100)
  private static let barColumns = 24

  private let isOn: Bool
  private let paths: [String]
  private let start = ContinuousClock.now
  private var drawn: ContinuousClock.Instant?
  // nil until it is needed: most runs are shorter than the delay.
  private var total: Int?
  private var finishedBytes = 0
  private var file = ""
  private var fileBytes = 0
  private var articles = 0
  private var records = 0

  init(paths: [String], isQuiet: Bool) {
    self.paths = paths
    isOn = !isQuiet && Console.isTerminal(2)
  }

  /// Takes an item into account and draws the bar when it is time.
  mutating func advance(_ event: BatchEvent) {
    guard isOn else { return }
    if let source = event.source, source.file != file {
      finishedBytes += Self.size(file)
      (file, fileBytes) = (source.file, 0)
    }
    if case .read(let reading) = event {
      articles += 1
      records += reading.records.count
      fileBytes += reading.textBytes
    }
    let now = ContinuousClock.now
    guard now - start > Self.delay, drawn.map({ now - $0 > Self.interval }) ?? true else { return }
    drawn = now
    draw((now - start).components.seconds)
  }

  /// Takes the bar away, before a line of words or at the end.
  mutating func clear() {
    guard drawn != nil else { return }
    drawn = nil
    Console.standardError("\r\u{1B}[K")
  }

  private mutating func draw(_ seconds: Int64) {
    let total = total ?? paths.reduce(0) { $0 + Self.size($1) }
    self.total = total
    let time = "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
    let text = "\(articles) articles, \(records) records, \(time)"
    // Standard input has no size, and a bar of it would lie.
    guard total > 0, !paths.contains("-") else {
      Console.standardError("\r\u{1B}[K\(text)")
      return
    }
    let done = min(finishedBytes + min(fileBytes, Self.size(file)), total)
    let filled = done * Self.barColumns / total
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.barColumns - filled)
    Console.standardError("\r\u{1B}[K\(bar) \(done * 100 / total) %  \(text)")
  }

  /// The bytes of a file, or of the articles below a folder; 0 for what is not there.
  private static func size(_ path: String) -> Int {
    let manager = FileManager.default
    func bytes(_ path: String) -> Int {
      ((try? manager.attributesOfItem(atPath: path))?[.size] as? NSNumber)?.intValue ?? 0
    }
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: path, isDirectory: &isFolder) else { return 0 }
    guard isFolder.boolValue else { return bytes(path) }
    let names = manager.enumerator(atPath: path)?.lazy.compactMap { $0 as? String }
    return names?.filter { ArticleKind(ending: ArticleSource(file: $0).ending) != nil }
      .reduce(0) { $0 + bytes(path + "/" + $1) } ?? 0
  }
}
