internal import Gazetteer
internal import Geography
internal import Pipeline
internal import Tables

/// The centre of a question: coordinates, an id, or a name.
enum CentreOption {
  /// The position that a text means, WGS 84.
  /// - Throws: ``CommandError`` when it means none or several.
  static func coordinate(_ centre: String, _ tables: TableSet, _ console: Console) throws -> Coordinate {
    switch try CentreFinder(tables).find(centre) {
    case .coordinate(let coordinate): return coordinate
    case .place(let candidate, let others):
      console.note("centre: \(line(candidate))" + (others.isEmpty ? "" : "; not meant: \(ids(others))"))
      return candidate.place.point
    case .ambiguous(let candidates):
      throw CommandError.ambiguousPlace(centre, candidates: candidates.map(line))
    case .unknown(let nearest): throw CommandError.unknownPlace(centre, nearest: nearest)
    case .outOfRange(let latitude, let longitude):
      throw CommandError.centreOutOfRange(latitude: latitude, longitude: longitude)
    }
  }

  private static func line(_ candidate: CentreFinder.Candidate) -> String {
    let place = candidate.place
    return "\(place.id)  \(place.kind.rawValue) \(place.english) \u{2068}\(place.arabic)\u{2069}"
      + candidate.units.map { ", \($0)" }.joined() + " (\(place.point.latitude),\(place.point.longitude))"
  }

  private static func ids(_ candidates: [CentreFinder.Candidate]) -> String {
    candidates.prefix(5).map(\.place.id).joined(separator: ", ") + (candidates.count > 5 ? " …" : "")
  }
}
