import Aggregation
import Geography
import Incidents
import Testing

@Suite("In which regions a record counts")
struct TrendPlacementTests {
  // `SY01 1+0, SY02 0+1`: certain and possible events of one record.
  private func placed(
    _ record: Record, _ regions: [TrendRegion]? = nil, footprints: (any FootprintSource)? = nil
  ) throws -> String {
    let trend = try Trend([record], regions: try regions ?? Squares.regions(), footprints: footprints)
    return trend.rows.map { "\($0.region.id) \($0.cell.events)+\($0.cell.eventsPossible)" }.joined(separator: ", ")
  }

  // A degree of longitude is about 91 km long there: 0.02° are about 1.8 km.
  @Test("a settlement lies where its point lies, though its circle reaches over the border")
  func settlement() throws {
    #expect(try placed(incident("a", "2023-05-05", at: (36.98, 34.5), km: 10)) == "SY01 1+0, SY02 0+0")
    #expect(try placed(incident("a", "2023-05-05", at: (37.02, 34.5), .camp, km: 5)) == "SY01 0+0, SY02 1+0")
  }

  @Test("on the border it counts once")
  func border() throws {
    #expect(try placed(incident("a", "2023-05-05", at: (37, 34.5))) == "SY01 1+0, SY02 0+0")
  }

  @Test("beyond 10 km the circle is asked")
  func uncertainSettlement() throws {
    #expect(try placed(incident("a", "2023-05-05", at: (36.98, 34.5), km: 10.5)) == "SY01 0+1, SY02 0+1")
    #expect(try placed(incident("a", "2023-05-05", at: (36.5, 34.5), km: 30)) == "SY01 1+0, SY02 0+0")
  }

  @Test("an area is asked by its circle however small it is")
  func area() throws {
    #expect(try placed(incident("a", "2023-05-05", at: (36.98, 34.5), .area, km: 5)) == "SY01 0+1, SY02 0+1")
    #expect(try placed(incident("a", "2023-05-05", at: (36.9, 34.5), .area, km: 5)) == "SY01 1+0, SY02 0+0")
  }

  @Test("a settlement just outside of all regions may lie in the one it reaches")
  func outside() throws {
    #expect(try placed(incident("a", "2023-05-05", at: (35.99, 34.5), km: 3)) == "SY01 0+1, SY02 0+0")
  }

  @Test("a polygon goes before the circle")
  func polygon() throws {
    let record = incident("a", "2023-05-05", at: (36.98, 34.5), .area, km: 20, footprint: "sector;x;180-360;0-20km")
    let inside = FixedFootprints(polygons: ["sector;x;180-360;0-20km": try Squares.box(36.8, 34.4, 37, 34.6)])
    #expect(try placed(record) == "SY01 0+1, SY02 0+1")
    #expect(try placed(record, footprints: inside) == "SY01 1+0, SY02 0+0")
  }

  @Test("a polygon that is no valid one gives way to the circle, and is told")
  func faultyPolygon() throws {
    let crossing = try LinearRing(
      [(36, 34), (37, 35), (37, 34), (36, 35), (36, 34)].map { Coordinate(longitude: $0.0, latitude: $0.1) })
    let record = incident("a", "2023-05-05", at: (36.98, 34.5), .area, km: 5, footprint: "area;x")
    let source = FixedFootprints(polygons: ["area;x": .polygon(Polygon(exterior: crossing))])
    let trend = try Trend([record], regions: try Squares.regions(), footprints: source)
    #expect(trend.rows.map(\.cell.eventsPossible) == [1, 1])
    #expect(trend.faultyFootprints == 1)
  }

  @Test("an admin unit is compared by its code, whatever its circle covers")
  func codes() throws {
    func unit(_ code: String) -> Record {
      incident("a", "2023-05-05", at: (36.5, 34.5), .governorate, km: 90, footprint: "area;\(code)")
    }
    #expect(try placed(unit("SY01")) == "SY01 1+0, SY02 0+0")
    #expect(try placed(unit("SY0203")) == "SY01 0+0, SY02 1+0")
    #expect(try placed(incident("a", "2023-05-05", .area, km: 90, footprint: "part;SY02;east")) == "SY01 0+0, SY02 1+0")
    let other = try Trend([unit("SY03")], regions: try Squares.regions())
    #expect(other.rows.isEmpty)
    #expect(other.counts == TrendCounts(outsideRegions: 1))
  }

  @Test("a unit wider than the regions may lie in each of its parts, and in no other")
  func parts() throws {
    let regions = [
      TrendRegion(id: "SY0101", name: "", arabicName: "", geometry: try Squares.box(36, 34, 36.5, 35)),
      TrendRegion(id: "SY0102", name: "", arabicName: "", geometry: try Squares.box(36.5, 34, 37, 35)),
      TrendRegion(id: "SY0201", name: "", arabicName: "", geometry: try Squares.box(37, 34, 38, 35)),
    ]
    let whole = incident("a", "2023-05-05", .governorate, km: 90, footprint: "area;SY01")
    #expect(try placed(whole, regions) == "SY0101 0+1, SY0102 0+1, SY0201 0+0")
    let east = incident("a", "2023-05-05", .area, km: 60, footprint: "part;SY01;east")
    #expect(try placed(east, regions) == "SY0101 0+1, SY0102 0+1, SY0201 0+0")
    let drawn = FixedFootprints(polygons: ["part;SY01;east": try Squares.box(36.6, 34, 37.1, 35)])
    #expect(try placed(east, regions, footprints: drawn) == "SY0101 0+0, SY0102 0+1, SY0201 0+0")
  }

  @Test("regions without codes are asked by ground")
  func ownRegions() throws {
    let own = [TrendRegion(id: "valley", name: "", arabicName: "", geometry: try Squares.box(36, 34, 37, 35))]
    let unit = incident("a", "2023-05-05", at: (36.5, 34.5), .district, km: 20, footprint: "area;SY0101")
    #expect(try placed(unit, own) == "valley 1+0")
  }

  @Test("known only to the country: possible everywhere")
  func country() throws {
    let record = incident("a", "2023-05-05", at: (36.5, 34.5), .country, km: 400, footprint: "area;SY")
    #expect(try placed(record) == "SY01 0+1, SY02 0+1")
    let narrow = incident("a", "2023-05-05", at: (36.5, 34.5), .country, km: 10, footprint: "area;SY")
    #expect(try placed(narrow) == "SY01 0+1, SY02 0+1")
    #expect(try placed(incident("a", "2023-05-05", .region, km: 5_000)) == "SY01 0+1, SY02 0+1")
  }
}
