internal import ArgumentParser
internal import Foundation
internal import Tables

/// Where the tables come from.
struct TablesOption: ParsableArguments {
  @Option(
    name: .customLong("tables"),
    help: ArgumentHelp(
      "Use the tables of this folder in place of the built-in ones, one by one; RASID_TABLES does the same.",
      valueName: "folder"),
    completion: .directory)
  var folder: String?

  /// The tables as the user wants them.
  func tables() throws -> TableSet {
    guard let folder else { return try Self.standard() }
    return try TableSet(folder: folder)
  }

  /// The tables when no option names any.
  static func standard() throws -> TableSet {
    let folder = ProcessInfo.processInfo.environment["RASID_TABLES"]
    return try TableSet(folder: folder?.isEmpty == false ? folder : nil)
  }
}
