import Gazetteer
import Tables
import Testing

/// The gazetteer as the tables tell it.
struct PlaceStoreTests {
  static let store = Result { try PlaceStore(tables: .embedded) }

  @Test("the admin tree is complete: 1 country, 14 governorates, 62 districts, 272 subdistricts")
  func adminTree() throws {
    let store = try Self.store.get()
    let counts = Dictionary(grouping: store.places, by: \.kind).mapValues(\.count)
    #expect(counts[.country] == 1)
    #expect(counts[.governorate] == 14)
    #expect(counts[.district] == 62)
    #expect(counts[.subdistrict] == 272)
  }

  @Test("every unit lies in its parent, by code")
  func parents() throws {
    let store = try Self.store.get()
    for place in store.places where place.kind == .district || place.kind == .subdistrict {
      #expect(store[String(place.id.dropLast(2))] != nil, "\(place.id) has no parent")
    }
  }

  @Test("there are at least 300 places with P-codes beside the units")
  func enough() throws {
    let places = try Self.store.get().places.filter { !$0.kind.isAdmin && !$0.admin1.isEmpty }
    #expect(places.count >= 300)
  }

  @Test(
    "names in Arabic and Latin script, with and without the article, joined and split, find their place",
    arguments: [
      ("تدمر", "tadmur"), ("بالميرا", "tadmur"), ("Palmyra", "tadmur"), ("Tadmur", "tadmur"), ("السخنة", "sukhnah"),
      ("دير الزور", "dayr-az-zawr"), ("ديرالزور", "dayr-az-zawr"), ("Deir ez-Zor", "dayr-az-zawr"),
      ("Deir Ezzor", "dayr-az-zawr"), ("Dayr az Zawr", "dayr-az-zawr"), ("البوكمال", "bukamal"),
      ("أبو كمال", "bukamal"), ("Abu Kamal", "bukamal"), ("مخيم الهول", "camp-hol"),
    ])
  func names(name: String, id: String) throws {
    let found = try Self.store.get().places(named: name)
    #expect(found.contains { $0.id == id }, "\(name) gave \(found.prefix(5).map(\.id))")
  }

  @Test(
    "the Badia, the Jazira, the Euphrates valley and al-Hol camp are there",
    arguments: ["badia", "jazira", "euphrates-valley", "camp-hol"])
  func areas(id: String) throws {
    #expect(try Self.store.get()[id] != nil)
  }

  @Test("an empty name finds nothing and does not trap", arguments: ["", " ", "؟", "x"])
  func nothing(name: String) throws {
    #expect(try Self.store.get().places(named: name).isEmpty)
  }
}
