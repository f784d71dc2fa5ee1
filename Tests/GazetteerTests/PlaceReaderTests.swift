import ArabicText
import Gazetteer
import Geodesy
import Geography
import Incidents
import Tables
import Testing

/// Places read from running text.
struct PlaceReaderTests {
  static let reader = Result { try PlaceReader(tables: .embedded) }

  private func places(_ text: String) throws -> [PlaceExpression] {
    let text = TokenizedText(text)
    return try Self.reader.get().expressions(in: text, WordStems(of: text), excluding: TokenSet())
  }

  @Test(
    "«the village of al-Taybah in the eastern countryside of Homs» is the one near al-Sukhnah, not one of its namesakes"
  )
  func taybah() throws {
    let found = try places("بالقرب من قرية الطيبة بريف حمص الشرقي")
    let place = try #require(found.first?.place)
    let expected = Coordinate(longitude: 38.91, latitude: 35.09)
    #expect(Geodesic.wgs84.distanceKm(from: place.point, to: expected) < 10)
    #expect(place.admin1?.pcode == "SY04")
  }

  @Test(
    "phrases of news give place, precision and the family of footprint",
    arguments: [
      ("في محافظة دير الزور", "SY09", PlacePrecision.governorate, "area;SY09"),
      ("في دير الزور", "SY09", .governorate, "area;SY09"),
      ("في مدينة دير الزور", "dayr-az-zawr", .locality, "point;dayr-az-zawr"),
      ("شرق السخنة بـ 20 كم", "sukhnah", .area, "sector;sukhnah"),
      ("طريق دير الزور – تدمر", "road-palmyra-dayr-az-zawr", .area, "line;dayr-az-zawr;tadmur"),
      ("في ريف حماة الشرقي", "SY05", .area, "part;SY05;east"),
      ("في البادية السورية", "badia", .region, "area;badia"),
      ("داخل مخيم الهول", "camp-hol", .camp, "point;camp-hol"),
      ("في سوريا", "SY", .country, "area;SY"),
    ])
  func phrases(text: String, id: String, precision: PlacePrecision, footprint: String) throws {
    let place = try #require(try places(text).first?.place)
    #expect(place.id == id)
    #expect(place.precision == precision)
    #expect(place.footprint.description.hasPrefix(footprint), "\(place.footprint)")
  }

  @Test("20 km east of al-Sukhnah lies 20 km east of it")
  func distance() throws {
    let store = try PlaceStore(tables: .embedded)
    let sukhnah = try #require(store["sukhnah"])
    let place = try #require(try places("شرق السخنة بـ 20 كم").first?.place)
    let line = Geodesic.wgs84.inverse(from: sukhnah.point, to: place.point)
    #expect(abs(line.distanceKm - 20) < 0.01)
    #expect(abs(line.bearing - 90) < 0.5)
  }

  @Test(
    "ordinary words, people's names and places abroad are no Syrian places",
    arguments: ["قال جاسم السلوم إن الوضع صعب", "بين عسكري ومدني", "في كركوك بالعراق", "ارتفع سعر الملح"])
  func noPlaces(text: String) throws {
    #expect(try places(text).allSatisfy { $0.place == nil || $0.isForeign })
  }

  @Test("an unknown village keeps its words and takes its container")
  func unknown() throws {
    let place = try #require(try places("جنوب قرية “قرقعانة”، بريف الرقة الشرقي").first)
    #expect(place.place?.id == "SY11")
    #expect(place.place?.precision == .area)
  }

  @Test(
    "distances beyond the country, without sense or without end do not trap",
    arguments: ["شرق", "غرب", "شمال", "جنوب"], ["0", "1", "400", "800", "9999"])
  func farAway(side: String, distance: String) throws {
    let reader = try Self.reader.get()
    let place = reader.resolve("\(side) تدمر بـ \(distance) كم").place
    if let place { #expect(place.uncertaintyKm.isFinite && place.point.isValid) }
    if distance == "9999" { #expect(place == nil) }
  }

  @Test(
    "odd phrases do not trap and end soon",
    arguments: [
      "-5km east of Palmyra", "infkm of Palmyra", String(repeating: "بري غربي ", count: 5_000),
      String(repeating: "(", count: 50_000), String(repeating: "المحافظة ", count: 3_000), "", " ", "؟!",
      "\u{FEFF}تدمر", "20 كم",
    ])
  func odd(phrase: String) throws {
    let place = try Self.reader.get().resolve(phrase, context: "في دير الزور.").place
    if let place { #expect(place.uncertaintyKm.isFinite && place.point.isValid) }
  }

  @Test("a bank of the Euphrates opposite a town is the other bank, not the town")
  func opposite() throws {
    let reader = try Self.reader.get()
    let place = try #require(reader.resolve("الضفة الشرقية لنهر الفرات قبالة الميادين").place)
    let town = try #require(reader.store["mayadin"])
    #expect(place.precision == .area && place.point.longitude > town.point.longitude)
  }

  @Test("what is told from a place lies in the unit of its own point")
  func unitOfThePoint() throws {
    // 20 km east of Maadan, a town of Raqqa, is Deir ez-Zor by OCHA's border.
    let place = try #require(try Self.reader.get().resolve("شرق معدان بـ 20 كم").place)
    #expect(place.admin1?.pcode == "SY09")
    let near = try #require(try Self.reader.get().resolve("شرق السلمية بـ 3 كم").place)
    #expect(near.admin1?.pcode == "SY05")
  }

  @Test("a distance without a side is a ring around the place")
  func ring() throws {
    let place = try #require(try Self.reader.get().resolve("على بعد 30 كم من تدمر").place)
    #expect(place.footprint.description == "sector;tadmur;0-360;22.5-37.5km")
    #expect(place.uncertaintyKm >= 37.5)
  }
}
