import Gazetteer
import Geography
import Tables
import Testing
import Topology

/// The committed boundaries for themselves: they tile, on both levels.
struct BoundariesRegionTests {
  private func edges(_ geometry: Geometry) -> [[Coordinate]] {
    geometry.polygons.flatMap { [$0.exterior] + $0.holes }.flatMap { ring in
      zip(ring.coordinates, ring.coordinates.dropFirst()).map { [$0, $1] }
    }
  }

  @Test(
    "no gap, no overlap: neighbours have the same edges, and the areas add up to their union",
    arguments: AdminLevel.allCases.dropLast())
  func tiling(level: AdminLevel) throws {
    let regions = try RegionReference.regions(level.plural)
    #expect(regions.count == (level == .governorate ? 14 : 62))
    let context = try GEOSContext()
    var owners: [[Coordinate]: String] = [:]
    var sum = 0.0
    for (code, geometry) in regions {
      #expect(try context.validityFault(of: geometry) == nil, "\(code)")
      sum += try context.area(of: geometry)
      for edge in edges(geometry) {
        #expect(owners[edge] == nil, "\(code) and \(owners[edge] ?? "") lie on the same side of an edge")
        owners[edge] = code
      }
    }
    let union = try context.union(of: regions.sorted { $0.key < $1.key }.map(\.value))
    #expect(try abs(sum - context.area(of: union)) < 1e-9)
    // What has no neighbour is the border of the country: one mainland, the island of Arwad, and no hole.
    let outer = Set(edges(union.ground))
    let open = owners.keys.filter { owners[[$0[1], $0[0]]] == nil }
    #expect(open.count == outer.count && open.allSatisfy { outer.contains($0) })
    #expect(union.polygons.map(\.holes.count) == [0, 0])
  }

  @Test("districts tile governorates")
  func levels() throws {
    let governorates = try RegionReference.regions("governorates")
    let districts = Dictionary(grouping: try RegionReference.regions("districts")) { String($0.key.prefix(4)) }
    #expect(Set(districts.keys) == Set(governorates.keys))
    let context = try GEOSContext()
    for (code, geometry) in governorates {
      let parts = try context.union(of: (districts[code] ?? []).sorted { $0.key < $1.key }.map(\.value))
      #expect(Set(edges(parts.ground)) == Set(edges(geometry)), "\(code)")
    }
  }

  @Test("names and parents are those of the gazetteer, in the order of the codes, with source and licence")
  func properties() throws {
    let names = try AdminNames(tables: .embedded).names
    for level in [AdminLevel.governorate, .district] {
      let bytes = try RegionReference.committed(level.plural)
      let features = try GeoJSONReader.features(in: bytes)
      let codes = features.compactMap { $0["pcode"]?.string }
      #expect(codes == codes.sorted() && codes.count == features.count)
      for (code, feature) in zip(codes, features) {
        #expect(feature["name"]?.string == names[code]?.english && feature["name_ar"]?.string == names[code]?.arabic)
        #expect(feature["parent"]?.string == (level == .governorate ? nil : String(code.dropLast(2))))
      }
      let head = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
      #expect(
        head.contains("\"name\":\"\(level.plural)\"") && head.contains("OCHA COD-AB") && head.contains("CC BY-IGO"))
      #expect(bytes.count { $0 == UInt8(ascii: "\n") } == features.count + 3)
    }
  }

  @Test("five decimals, save at the few corners where borders would fall together")
  func decimals() throws {
    var finer: Set<Coordinate> = []
    for name in ["governorates", "districts", "areas"] {
      for (_, geometry) in try RegionReference.regions(name) {
        finer.formUnion(
          edges(geometry).flatMap(\.self).filter { corner in
            [corner.longitude, corner.latitude].contains { abs($0 * 1e5 - ($0 * 1e5).rounded()) > 1e-4 }
          })
      }
    }
    #expect(finer.count <= 10, "\(finer)")
  }
}
