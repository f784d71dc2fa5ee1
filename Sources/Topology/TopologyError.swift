/// Why GEOS could not do something, in its own words where it has any.
package enum TopologyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// GEOS gave no context: out of memory.
  case noContext
  /// A position is not within WGS 84.
  case positionOutOfRange(longitude: Double, latitude: Double)
  /// GEOS refused to make a geometry.
  case refused(type: String, reason: String)
  /// An operation failed, most often because of an invalid geometry.
  case failed(operation: String, reason: String)
  /// A region is not a polygon or multipolygon.
  case notAnArea(region: String, found: String)
  /// A region is not valid: rings cross, a hole lies outside …
  case invalidRegion(region: String, reason: String)
  /// There is no region of that index.
  case noSuchRegion(index: Int, count: Int)

  package var description: String {
    switch self {
    case .noContext: "expected a GEOS context, found none: is there memory left?"
    case .positionOutOfRange(let longitude, let latitude):
      "expected degrees of WGS 84, found longitude \(longitude), latitude \(latitude) (are the two swapped?)"
    case .refused(let type, let reason): "cannot make a \(type): \(reason)"
    case .failed(let operation, let reason): "\(operation) failed: \(reason); check the geometry's validity"
    case .notAnArea(let region, let found): "region \(region): expected a polygon or multipolygon, found a \(found)"
    case .invalidRegion(let region, let reason): "region \(region): expected a valid polygon, found: \(reason)"
    case .noSuchRegion(let index, let count): "expected a region index below \(count), found \(index)"
    }
  }
}
