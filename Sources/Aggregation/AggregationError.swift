package import Geography
package import Incidents
package import Topology

/// Why records could not be counted or searched.
package enum AggregationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is nothing to count by.
  case noRegions
  /// Two regions have the same id.
  case regionTwice(id: String)
  /// A region is no usable area, or GEOS failed.
  case topology(TopologyError)
  /// The period ends before it begins.
  case periodBackwards(since: CalendarDate, until: CalendarDate)
  /// The answer would have more lines than anybody could use.
  case tooManyCells(found: Int, limit: Int, first: CalendarDate, last: CalendarDate)
  /// The centre is not within WGS 84.
  case centreOutOfRange(Coordinate)
  /// The radius is negative, not finite or reaches around the Earth, km.
  case radiusOutOfRange(km: Double, limit: Double)

  package var description: String {
    switch self {
    case .noRegions: "expected at least one region to count by, found none"
    case .regionTwice(let id): "expected every region once, found two with the id \(id)"
    case .topology(let error): error.description
    case .periodBackwards(let since, let until): "expected a period, found one from \(since) back to \(until)"
    case .tooManyCells(let found, let limit, let first, let last):
      "expected at most \(limit) lines, found \(found) (\(first) to \(last));"
        + " narrow the period with --since and --until"
    case .centreOutOfRange(let centre):
      "expected a centre in degrees of WGS 84, found latitude \(centre.latitude), longitude \(centre.longitude)"
        + " (are the two swapped?)"
    case .radiusOutOfRange(let km, let limit): "expected a radius of 0 to \(limit) km, found \(km)"
    }
  }
}
