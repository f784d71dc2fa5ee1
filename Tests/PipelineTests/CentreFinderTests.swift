import Gazetteer
import Geography
import Pipeline
import Tables
import Testing

@Suite("The centre of a radius question")
struct CentreFinderTests {
  private let finder = CentreFinder(.embedded)

  @Test(
    "a name in Arabic or English means the town, not the units named after it",
    arguments: [
      ("تدمر", "tadmur"), ("Palmyra", "tadmur"), ("حمص", "homs"), ("Homs", "homs"), ("دمشق", "damascus"),
      ("دير الزور", "dayr-az-zawr"), ("Deir ez-Zor", "dayr-az-zawr"), ("tadmur", "tadmur"), ("السخنة", "sukhnah"),
    ])
  func town(name: String, id: String) throws {
    guard case .place(let found, _) = try finder.find(name) else {
      Issue.record("expected the place \(id)")
      return
    }
    #expect(found.place.id == id)
  }

  @Test("the id of a unit means the unit")
  func unit() throws {
    guard case .place(let found, let others) = try finder.find("SY04") else {
      Issue.record("expected a place")
      return
    }
    #expect(found.place.id == "SY04")
    #expect(found.units.isEmpty)
    #expect(others.isEmpty)
  }

  @Test("a name of many villages is not decided")
  func ambiguous() throws {
    guard case .ambiguous(let candidates) = try finder.find("الطيبة") else {
      Issue.record("expected several places")
      return
    }
    #expect(candidates.count >= 2)
    let candidate = try #require(candidates.first { $0.place.id == "taybah-sukhnah" })
    #expect(candidate.units.last == "Homs")
  }

  @Test(
    "coordinates are latitude, then longitude",
    arguments: ["34.5,38.25", " 34.5 , 38.25 ", "34.5, 38.25", "+34.5,38.25"])
  func coordinate(text: String) throws {
    #expect(try finder.find(text) == .coordinate(Coordinate(longitude: 38.25, latitude: 34.5)))
  }

  @Test("numbers beyond the Earth are told as such")
  func outOfRange() throws {
    #expect(try finder.find("138.25,34.5") == .outOfRange(latitude: 138.25, longitude: 34.5))
  }

  @Test(
    "what is no place is unknown, with the nearest name",
    arguments: ["inf,3", "34.5", "", ",", "34.5,38.2,1", "xyzzyxyzzy"])
  func unknown(text: String) throws {
    guard case .unknown = try finder.find(text) else {
      Issue.record("expected nothing for \"\(text)\"")
      return
    }
  }

  @Test("a misspelt name brings the nearest one")
  func nearest() throws {
    #expect(try finder.find("Palmyrra") == .unknown(nearest: "Palmyra") || isPlace("Palmyrra"))
    #expect(try finder.find("Xalmyra") == .unknown(nearest: "Palmyra"))
  }

  // The gazetteer forgives doubled consonants.
  private func isPlace(_ name: String) throws -> Bool {
    if case .place(let found, _) = try finder.find(name) { found.place.id == "tadmur" } else { false }
  }
}
