internal import Geodesy
internal import Geography
internal import Incidents
internal import Topology

/// In which regions a place lies, as indexes into the regions, ascending.
struct RegionPlacement: Hashable {
  /// The place surely lies in these.
  var certain: [Int] = []
  /// The place may lie in these.
  var possible: [Int] = []

  var isNowhere: Bool { certain.isEmpty && possible.isEmpty }
}

/// Finds the regions that places lie in, each different place once.
///
/// 1. A place known only to the country may lie in every region.
/// 2. A settlement (`locality`, `camp`) whose uncertainty is at most ``pointLimitKm`` lies where its point lies: a
///    village at a border belongs to one side, however far its fields reach. A point outside of all regions goes to 4.
/// 3. A footprint that is an admin unit, or a side of one, is compared by P-code where regions have P-codes: it lies in
///    the units that its code begins with, and may lie in each of its own parts, however borders are drawn.
/// 4. Any other lies in a region when its whole footprint does, and may lie in each that its footprint overlaps. The
///    footprint is the polygon of the expression where somebody can draw it, else the circle of the uncertainty.
final class RegionPlacer {
  /// Up to this uncertainty a settlement is placed by its point, km.
  static let pointLimitKm = 10.0
  // Wider than any country around: such a circle says nothing, and near the poles it is no good polygon.
  private static let widestKm = 1_000.0

  private let context: GEOSContext
  private let regions: PreparedRegions
  private let codes: [AdminCode?]
  private let everywhere: RegionPlacement
  private let footprints: (any FootprintSource)?
  private var known: [Key: RegionPlacement] = [:]
  /// How many drawings of footprints were no valid geometry; the circle was taken for them.
  private(set) var faultyFootprints = 0

  private struct Key: Hashable {
    let footprint: FootprintExpression
    let precision: PlacePrecision
    let point: Coordinate
    let uncertaintyKm: Double
  }

  init(_ regions: [TrendRegion], footprints: (any FootprintSource)?) throws(TopologyError) {
    context = try GEOSContext()
    self.regions = try PreparedRegions(regions.map { ($0.id, $0.geometry) }, in: context)
    self.footprints = footprints
    codes = regions.map { AdminCode($0.id) }
    everywhere = RegionPlacement(possible: Array(regions.indices))
  }

  /// The regions of a place.
  func placement(of place: ResolvedPlace) throws(TopologyError) -> RegionPlacement {
    let key = Key(
      footprint: place.footprint, precision: place.precision, point: place.point, uncertaintyKm: place.uncertaintyKm)
    if let placement = known[key] { return placement }
    let placement = try find(place)
    known[key] = placement
    return placement
  }

  private func find(_ place: ResolvedPlace) throws(TopologyError) -> RegionPlacement {
    if place.precision == .country || place.uncertaintyKm > Self.widestKm { return everywhere }
    guard place.point.isValid, place.uncertaintyKm >= 0 else { return RegionPlacement() }
    if place.precision == .locality || place.precision == .camp, place.uncertaintyKm <= Self.pointLimitKm {
      let containing = try regions.regions(containing: place.point)
      if !containing.isEmpty { return RegionPlacement(certain: containing) }
    }
    if let placement = try byCode(place) { return placement }
    return try byGround(place)
  }

  // Nil when codes cannot tell.
  private func byCode(_ place: ResolvedPlace) throws(TopologyError) -> RegionPlacement? {
    let unit: AdminCode
    var isWhole = true
    switch place.footprint {
    case .area(let id):
      guard let code = AdminCode(id) else { return nil }
      unit = code
    case .part(let id, _):
      guard let code = AdminCode(id) else { return nil }
      unit = code
      isWhole = false
    case .point, .sector, .line: return nil
    }
    let holding = codes.indices.filter { codes[$0].map { unit.isPart(of: $0) } ?? false }
    if !holding.isEmpty { return RegionPlacement(certain: holding) }
    let parts = codes.indices.filter { codes[$0]?.isPart(of: unit) ?? false }
    if parts.isEmpty {
      // With codes throughout the unit lies in none of the regions; its neighbours are not asked.
      return codes.contains(nil) ? nil : RegionPlacement()
    }
    guard !isWhole, let drawn = drawn(place.footprint) else { return RegionPlacement(possible: parts) }
    let possible = (drawn.certain + drawn.possible).filter { parts.contains($0) }.sorted()
    return RegionPlacement(possible: possible.isEmpty ? parts : possible)
  }

  private func byGround(_ place: ResolvedPlace) throws(TopologyError) -> RegionPlacement {
    if let placement = drawn(place.footprint) { return placement }
    // Point and uncertainty were checked, so the circle can be drawn; were it not, the point itself is the footprint.
    let circle = try? Geodesic.wgs84.circle(around: place.point, radiusKm: place.uncertaintyKm)
    return sorted(try regions.relations(of: circle.map(Geometry.polygon) ?? .point(place.point)))
  }

  // Nil when nobody can draw the expression, or not well: for rings that cross GEOS may refuse the question or answer
  // nonsense.
  private func drawn(_ footprint: FootprintExpression) -> RegionPlacement? {
    guard let polygon = footprints?.polygon(for: footprint), polygon.boundingBox != nil else { return nil }
    do throws(TopologyError) {
      if try context.validityFault(of: polygon) == nil { return sorted(try regions.relations(of: polygon)) }
    } catch {
      // Counted below as the other faults are.
    }
    faultyFootprints += 1
    return nil
  }

  private func sorted(_ relations: [(region: Int, relation: RegionRelation)]) -> RegionPlacement {
    RegionPlacement(
      certain: relations.filter { $0.relation == .inside }.map(\.region),
      possible: relations.filter { $0.relation == .overlaps }.map(\.region))
  }
}
