import Testing

@testable import Gazetteer

@Suite("Names and codes of imported places")
struct ImportNameTests {
  @Test(
    "a cell with parentheses, slashes or a dash between Arabic words holds several names",
    arguments: [
      ("أسرية (إثريا)", ["أسرية", "إثريا"]), ("الربوة / حربوق", ["الربوة", "حربوق"]),
      ("شاميه /اللاذقية/", ["شاميه", "اللاذقية"]), ("كوكران-السعديات", ["كوكران", "السعديات"]),
      ("Hjeileh - Elbab", ["Hjeileh", "Elbab"]), ("Jisr-Ash-Shugur", ["Jisr-Ash-Shugur"]),
      ("Deir ez-Zor", ["Deir ez-Zor"]), ("الطيبة", ["الطيبة"]), ("()", []), ("", []),
    ])
  func parts(cell: String, names: [String]) {
    #expect(NameText.parts(cell) == names)
  }

  @Test(
    "names come out as the tables want them",
    arguments: [
      ("  تل   رفعت ", "تل رفعت"), ("تــدمر", "تدمر"), ("إِدلِب", "إدلب"), ("القريتين\u{200F}", "القريتين"),
      ("حلبی", "حلبي"),
      ("کفر", "كفر"), ("ﺣﻠﺐ", "حلب"), ("e\u{301}", "é"), ("a\tb", "a b"),
    ])
  func plain(text: String, name: String) {
    #expect(NameText.plain(text).map { Array($0.unicodeScalars) } == Array(name.unicodeScalars))
  }

  @Test("a name that lost a letter is none", arguments: ["Magh\u{FFFD}r", "", " ", "\u{200B}"])
  func lost(text: String) {
    #expect(NameText.plain(text) == nil)
  }

  @Test("spellings of one name share a key, names that differ do not")
  func keys() {
    #expect(NameKey.keys("كفر نبل") == NameKey.keys("كفرنبل"))
    #expect(NameKey.keys("الطيبة") == NameKey.keys("طيبه"))
    #expect(NameKey.keys("إدلب") == NameKey.keys("ادلب"))
    #expect(NameKey.keys("الطيبة") != NameKey.keys("الطيبات"))
    #expect(NameKey.keys("Deir ez-Zor").contains { NameKey.keys("Dayr az Zawr").contains($0) })
    // Text with two words would not be found under one.
    #expect(NameKey.spelling("كفر نبل") != NameKey.spelling("كفرنبل"))
  }

  @Test("the cell `source` tells codes, but not those of other places that an estimate rests on")
  func codes() {
    #expect(
      SourceCode.codes(in: "OCHA COD C3113; GeoNames 174620") == [
        SourceCode(.ocha, "C3113"), SourceCode(.geoNames, "174620"),
      ])
    #expect(SourceCode.codes(in: "own estimate from OCHA COD C3113") == [])
    #expect(SourceCode.codes(in: "OCHA COD-AB v02") == [])
    #expect(SourceCode(.ocha, "C3113").id == "ocha-c3113")
    #expect(SourceCode(.geoNames, "172946").id == "geonames-172946")
  }

  @Test(
    "the columns of published tables are known by their titles",
    arguments: [
      "PCODE,featureName_en,featureName_ar,admin3Pcode,LATITUDE,LONGITUDE",
      "pcode,featurename_en,featurename_ar,featurerefname,popplaceclasstitle,adm3_pcode,point_y,point_x",
      "ADM4_EN,ADM4_AR,ADM4_PCODE,ADM3_PCODE,Latitude_y,Longitude_x",
      "admin0Pcode,admin1Pcode,admin3Pcode,featureNam,featureN_1,pcode,lat,long",
      "source,source_id,name_en,name_ar,alt_names,lat,lon,feature,admin1,admin2,admin3,pcode",
    ])
  func columns(header: String) {
    let titles = header.split(separator: ",").map(String.init)
    #expect(PlaceColumns(titles).fault(titles, hasPoints: false) == nil)
  }

  @Test("what is missing is told with what was found")
  func missing() throws {
    let titles = ["id", "title", "lat"]
    let fault = try #require(PlaceColumns(titles).fault(titles, hasPoints: false))
    #expect(fault.contains("a code (") && fault.contains("a name (") && fault.contains("the longitude ("))
    #expect(!fault.contains("the latitude ("))
    #expect(fault.hasSuffix("found: id, title, lat"))
  }
}
