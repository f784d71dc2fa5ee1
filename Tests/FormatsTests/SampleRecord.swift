import Geography
import Incidents

/// A record with a value in every field, made by hand; the tests beside write out what its files must hold.
enum SampleRecord {
  static func full() throws -> Record {
    var record = bare()
    record.time = DateSpan(
      start: CalendarDate(iso: "2024-04-11"), end: CalendarDate(iso: "2024-04-20"), precision: .approx)
    record.dateText = "منتصف نيسان"
    record.place = ResolvedPlace(
      id: "taybah-tadmur", name: "Al-Taybah", arabicName: "الطيبة", precision: .locality,
      point: Coordinate(longitude: 38.91234567, latitude: 35.09), footprint: .point(place: "taybah-tadmur", radius: 2),
      uncertaintyKm: 2, admin1: AdminUnit(name: "Homs", pcode: "SY04"),
      admin2: AdminUnit(name: "Tadmor", pcode: "SY0403"))
    record.placeText = "قرب \"الطيبة\", شرق حمص"
    record.also = ["sukhnah", "arak"]
    record.initiator = [ActorID(rawValue: "ISIS")]
    record.target = [ActorID(rawValue: "SyrianGovernment"), ActorID(rawValue: "NDF")]
    record.killed = .exactly(22)
    record.wounded = .vague
    record.captured = .atLeast(3)
    record.attribution = "SOHR"
    record.spans = [FieldSpan("date", 5..<16), FieldSpan("killed", 20..<22)]
    record.rules = ["triggers:41", "frame-a"]
    record.confidence = 0.5
    record.evidence = Evidence(text: "قُتل 22\nعنصراً", range: 5..<19)
    record.source = Record.Source(
      reportID: "seed", title: "عنوان", url: "https://example.org/1", publisher: "P",
      published: CalendarDate(iso: "2024-04-21"))
    record.duplicateOf = "e0"
    return record
  }

  /// A record of which nothing is known but that it is.
  static func bare() -> Record {
    Record(
      id: "e1", kind: .incident, type: .armedAttack, time: .unknown, evidence: Evidence(text: "س", range: 0..<1),
      source: Record.Source(reportID: "seed"))
  }
}
