internal import Formats
internal import Foundation

/// Standard error for words to people, standard output for text that is data.
struct Console: Sendable {
  /// Only errors are told.
  var isQuiet = false

  static let standard = Console()

  /// Tells what failed.
  func error(_ text: String) { tell("error:", "31", text) }

  /// Tells what was got over.
  func warning(_ text: String) {
    if !isQuiet { tell("warning:", "33", text) }
  }

  /// Tells what was left out.
  func skipped(_ text: String) {
    if !isQuiet { tell("skipped:", "2", text) }
  }

  /// Tells a line of a summary.
  func note(_ text: String) {
    if !isQuiet { Self.standardError(Self.printable(text) + "\n") }
  }

  /// Writes text to standard output.
  /// - Throws: ``FormatsError``; ``FormatsError/closed`` when nobody reads any more.
  static func write(_ text: String) throws(FormatsError) {
    var output = StandardOutput()
    try output.write(Array(text.utf8))
  }

  /// Writes text to standard error as it is; nobody is left to be told of a failure.
  static func standardError(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// True when a stream leads to a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// True when a stream may carry colours: a terminal that can, and no NO_COLOR.
  static func hasColour(_ descriptor: Int32) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    return isTerminal(descriptor) && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
  }

  /// The columns of a terminal: its own width, else `COLUMNS`, else 100.
  static func width(_ descriptor: Int32) -> Int {
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }.map { min(max($0, 40), 1000) } ?? 100
  }

  /// The text without control characters save line ends.
  ///
  /// Names of files and places must not steer the terminal.
  static func printable(_ text: String) -> String {
    func steers(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .control && scalar != "\n" }
    guard text.unicodeScalars.contains(where: steers) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(steers(scalar) ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  private func tell(_ label: String, _ colour: String, _ text: String) {
    let label = Self.hasColour(2) ? "\u{1B}[\(colour)m\(label)\u{1B}[0m" : label
    Self.standardError("\(label) \(Self.printable(text))\n")
  }
}
