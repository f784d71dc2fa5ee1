internal import ArgumentParser

/// Why a command cannot do its work.
enum CommandError: Error, CustomStringConvertible {
  case unknownPlace(String, nearest: String?)
  /// Each candidate is a line that begins with its id.
  case ambiguousPlace(String, candidates: [String])
  /// Degrees that are no position on Earth.
  case centreOutOfRange(latitude: Double, longitude: Double)
  /// An actor that neither the tables nor the records know.
  case unknownActor(String, known: [String])
  case filesInTheWay([String], folder: String)
  case unreadable(String)
  /// A file of points without the columns for them.
  case noPositions(String)

  /// The exit status: a wrong word on the command line, or a failure.
  var status: ExitCode {
    switch self {
    case .centreOutOfRange, .unknownActor: .validationFailure
    case .unknownPlace, .ambiguousPlace, .filesInTheWay, .unreadable, .noPositions: Status.failed
    }
  }

  var description: String {
    switch self {
    case .unknownPlace(let name, let nearest):
      "\"\(name)\": expected a place of the gazetteer, found none of that name; "
        + (nearest.map { "did you mean \"\($0)\"? Or " } ?? "") + "give the centre as latitude,longitude"
    case .ambiguousPlace(let name, let candidates):
      "\"\(name)\": expected one place, found \(candidates.count); name one by its id:\n"
        + candidates.map { "  " + $0 }.joined(separator: "\n")
    case .centreOutOfRange(let latitude, let longitude):
      "expected latitude,longitude in degrees of WGS 84, found \(latitude),\(longitude) (are the two swapped?)"
    case .unknownActor(let name, let known): OptionValue.unknown("actor", name, known: known)
    case .unreadable(let path): "\(path): expected a file that can be read; check its name and permissions"
    case .noPositions(let path): "\(path): expected CSV with the columns latitude and longitude, found no such header"
    case .filesInTheWay(let names, let folder):
      "\(folder): expected no other tables there, found \(names.count) with changes "
        + "(\(names.prefix(3).joined(separator: ", "))\(names.count > 3 ? " …" : "")); "
        + "choose another folder, or replace them with --force"
    }
  }
}
